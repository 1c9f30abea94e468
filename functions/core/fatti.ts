/** The facts of a Quadro, chosen by what they speak of: the only way in which indicators read tables. */
import { AMBITO_INTERO } from './ambito.ts';
import { createAssente, createDato, type Dato } from './dato.ts';
import { ETA_TOTALE } from './fascia.ts';
import type { Ingresso } from './indicatori/indicatore.ts';
import { assente, presente } from './misura.ts';
import type { Quadro } from './quadro.ts';
import type { Riga, Tabella, Valore } from './tabelle/tabella.ts';
import { TIPI_ID, type TipoId } from './tabelle/tipo.ts';

type Valori = Readonly<Record<string, Valore>>;

/** Columns and the values that a fact must have in them; null asks for a fact that states none. */
export type Dove = Readonly<Record<string, Valore>>;

/** One measure of one row. */
export interface Fatto {
  readonly tipo: TipoId;
  readonly misura: string;
  /** ISTAT code, or `ambito`. */
  readonly comune: string;
  readonly valori: Valori;
  readonly riga: Riga;
  readonly dato: Dato;
}

/** How a measure is called in the walk back of a figure; those not listed go by the name of their column. */
const RUOLI: Readonly<Record<string, (valori: Valori) => string>> = {
  residenti: ({ eta, anno, rilevazione }) =>
    `residenti${eta === ETA_TOTALE ? '' : ` ${eta}`}, ${anno} (${rilevazione})`,
  famiglie: ({ anno }) => `famiglie, ${anno}`,
  popolazione: ({ anno }) => `residenti della tabella delle famiglie, ${anno}`,
  immigrazioni: ({ anno }) => `immigrazioni, ${anno}`,
  emigrazioni: ({ anno }) => `emigrazioni, ${anno}`,
  superficie_km2: () => 'superficie in km²',
  spesa_complessiva: ({ triennio }) => `spesa complessiva ${triennio}`,
  programmato: ({ periodo }) => `programmato ${periodo}`,
  impegnato: ({ periodo }) => `impegnato ${periodo}`,
  liquidato: ({ periodo }) => `liquidato ${periodo}`,
  voce: ({ intervento, livello }) => `${livello ?? 'nessun livello'}, ${intervento}`,
  livello: ({ intervento, livello }) => `${livello ?? 'nessun livello'}, ${intervento}`,
  attivo: ({ servizio, ciclo }) => `attivo nel ${ciclo}: ${servizio}`,
  etp: ({ profilo, contratto, anno }) => `${profilo}${contratto ? `, ${contratto}` : ''}, ETP ${anno}`,
  posti: ({ titolarita, anno }) => `posti nido${titolarita ? `, titolarità ${titolarita}` : ''}, ${anno}`,
};
const RUOLI_IMPORTO: Readonly<Partial<Record<TipoId, (valori: Valori) => string>>> = {
  cofinanziamento: ({ natura, forma, anno }) =>
    `cofinanziamento ${natura}${forma === 'totale' ? '' : ` in ${forma}`}, ${anno}`,
  programmazione: ({ intervento, anno, fonte }) => `${intervento} ${anno}, ${fonte ?? 'fonte non indicata'}`,
  fondi: ({ fonte, periodo, vincolo }) => `${fonte} ${periodo}${vincolo ? `, ${vincolo}` : ''}`,
};

function describeRuolo(tipo: TipoId, misura: string, valori: Valori): string {
  const describe = misura === 'importo' ? RUOLI_IMPORTO[tipo] : RUOLI[misura];
  return describe ? describe(valori) : misura;
}

/** The facts of a measure, and for each set of columns that they were chosen by, the facts by their values there. */
interface Costruiti {
  readonly fatti: readonly Fatto[];
  readonly indici: Map<string, ReadonlyMap<string, readonly Fatto[]>>;
}

/**
 * Facts are read from the same tables by every indicator. A Tabella is immutable, so its facts are built once; the cells
 * are then the same objects everywhere and one cell stays one input, however many times a formula meets it.
 */
const costruiti = new WeakMap<Tabella, Map<string, Costruiti>>();

/** A measure column of a table: `popolazione.residenti`. */
export type Grandezza = `${TipoId}.${string}`;

/**
 * The facts of one measure.
 * @param dove columns that must have these values (compared as text); an absent column has none
 * @returns in the order of the table; [] where the tipo has no table
 */
export function selectFatti(quadro: Quadro, grandezza: Grandezza, dove: Dove = {}): readonly Fatto[] {
  const [tipo, misura] = splitGrandezza(grandezza);
  const tabella = quadro.tabelle.get(tipo);
  if (!tabella) return [];
  const { fatti, indici } = readFatti(tabella, misura);
  const colonne = Object.keys(dove);
  if (colonne.length === 0) return fatti;
  const quali = colonne.join();
  // A table of many years is asked for each of them: looked through once, and not once for each question.
  const indice = indici.get(quali) ?? groupBy(fatti, ({ valori }) => describeValori(valori, colonne));
  indici.set(quali, indice);
  return indice.get(describeValori(dove, colonne)) ?? [];
}

/** Another measure of the row of a fact; missing where the row has none. */
export function readAccanto(quadro: Quadro, { tipo, riga }: Fatto, misura: string): Dato {
  const accanto = selectFatti(quadro, `${tipo}.${misura}`).find((fatto) => fatto.riga === riga);
  return accanto?.dato ?? createAssente('non-trasmesso');
}

/** By parte: a table of many years is of many files, and each of its totals is of one. */
const perParte = new WeakMap<readonly Fatto[], ReadonlyMap<string, readonly Fatto[]>>();

/** The facts of one measure that stand in one parte, in the order of the table. */
export function selectFattiDiParte(quadro: Quadro, grandezza: Grandezza, parte: string): readonly Fatto[] {
  const fatti = selectFatti(quadro, grandezza);
  const gruppi = perParte.get(fatti) ?? groupBy(fatti, ({ riga }) => riga.parte);
  perParte.set(fatti, gruppi);
  return gruppi.get(parte) ?? [];
}

/** What a row says in some columns, as one text: equal exactly where `isSameValore` holds for each. */
export function describeValori(valori: Dove, colonne: readonly string[]): string {
  return JSON.stringify(
    colonne.map((colonna) => {
      const valore = valori[colonna] ?? null;
      return valore === null ? null : String(valore);
    }),
  );
}

function splitGrandezza(grandezza: Grandezza): [TipoId, string] {
  const tipo = TIPI_ID.find((id) => grandezza.startsWith(`${id}.`));
  if (!tipo) throw new RangeError(`grandezza sconosciuta: ${grandezza}`);
  return [tipo, grandezza.slice(tipo.length + 1)];
}

/** The different values of a column over the facts of a measure, sorted as text: the years, the periods… */
export function listValori(fatti: readonly Fatto[], colonna: string): string[] {
  const valori = fatti.flatMap((fatto) => {
    const valore = fatto.valori[colonna];
    return valore === undefined || valore === null ? [] : [String(valore)];
  });
  return [...new Set(valori)].sort();
}

/** Groups in the order in which their keys first appear. */
export function groupBy<T>(elementi: Iterable<T>, chiave: (elemento: T) => string): Map<string, T[]> {
  const gruppi = new Map<string, T[]>();
  for (const elemento of elementi) {
    const nome = chiave(elemento);
    const gruppo = gruppi.get(nome);
    if (gruppo) gruppo.push(elemento);
    else gruppi.set(nome, [elemento]);
  }
  return gruppi;
}

/** Whether two cells say the same; null and an absent column are both "not stated". */
export function isSameValore(a: Valore | undefined, b: Valore | undefined): boolean {
  return (a ?? null) === null || (b ?? null) === null ? (a ?? null) === (b ?? null) : String(a) === String(b);
}

/** The comune that a row speaks of; a row that names none speaks of the whole ambito. */
export function readComune(valori: Valori): string {
  const { comune } = valori;
  return comune === undefined || comune === null ? AMBITO_INTERO : String(comune);
}

function readFatti(tabella: Tabella, misura: string): Costruiti {
  const perMisura = costruiti.get(tabella) ?? new Map<string, Costruiti>();
  costruiti.set(tabella, perMisura);
  const pronti = perMisura.get(misura);
  if (pronti) return pronti;
  const fatti = tabella.righe.filter((riga) => misura in riga.valori).map((riga) => createFatto(tabella, riga, misura));
  const nuovi: Costruiti = { fatti, indici: new Map() };
  perMisura.set(misura, nuovi);
  return nuovi;
}

function createFatto(tabella: Tabella, riga: Riga, misura: string): Fatto {
  const comune = readComune(riga.valori);
  const valore = riga.valori[misura];
  const posizione = riga.posizioni[misura];
  const numero = typeof valore === 'number' ? valore : null;
  const ingresso: Ingresso = {
    ruolo: describeRuolo(tabella.tipo, misura, riga.valori),
    comune: comune === AMBITO_INTERO ? null : comune,
    valore: numero,
    tipo: tabella.tipo,
    versione: tabella.versione,
    parte: riga.parte,
    riga: riga.riga,
    colonna: posizione?.colonna ?? null,
    intestazione: posizione?.intestazione ?? misura,
    scritto: posizione?.scritto ?? '',
  };
  const misurato = numero === null ? assente('non-trasmesso') : presente(numero);
  return { tipo: tabella.tipo, misura, comune, valori: riga.valori, riga, dato: createDato(misurato, [ingresso]) };
}
