import { AMBITO_INTERO } from '../ambito.ts';
import { ETA_TOTALE } from '../fascia.ts';
import {
  describeValori,
  type Fatto,
  groupBy,
  isSameValore,
  readComune,
  selectFatti,
  selectFattiDiParte,
} from '../fatti.ts';
import { containsPeriodo, parsePeriodo } from '../periodo.ts';
import type { Quadro } from '../quadro.ts';
import { TIPI } from '../tabelle/index.ts';
import type { Dichiarato, Posizione, Tabella, Valore } from '../tabelle/tabella.ts';
import type { TipoId } from '../tabelle/tipo.ts';
import { type Cifra, toCifra, toCifraDichiarata } from './cifra.ts';
import {
  compareCifre,
  describeMisura,
  describeTabella,
  getScrittura,
  isRapporto,
  readPeriodo,
  toCellaDichiarata,
} from './confronto.ts';
import type { CellaCoinvolta, Controllo, Segnalazione } from './controllo.ts';

/** The mean of the ambito is recomputed from its spending by `media`: the sum of rounded means may honestly differ. */
const SPESA_MEDIA = 'spesa_media_annua';

export const sommaColonna: Controllo = {
  codice: 'somma-colonna',
  titolo: 'I comuni danno il totale dell’ambito',
  regola: 'In ogni colonna la somma dei comuni (o delle righe) è il totale che la tabella dichiara.',
  perche: 'Il totale dell’ambito è la cifra che si cita: deve venire dai comuni che lo compongono.',
  run: (quadro) => [
    ...[...quadro.tabelle.values()].flatMap((tabella) =>
      tabella.dichiarati
        .filter(({ ruolo, misura }) => ruolo === 'somma-colonna' && isSommabile(tabella.tipo, misura))
        .flatMap((dichiarato) => checkDichiarato(quadro, tabella, dichiarato)),
    ),
    ...[...quadro.tabelle.values()].flatMap((tabella) => checkRigheAmbito(quadro, tabella)),
  ],
};

function isSommabile(tipo: TipoId, misura: string): boolean {
  return misura !== SPESA_MEDIA && !isRapporto(tipo, misura);
}

function checkDichiarato(quadro: Quadro, tabella: Tabella, dichiarato: Dichiarato): Segnalazione[] {
  const totale: Totale = {
    tabella,
    misura: dichiarato.misura,
    parte: dichiarato.parte,
    addendi: listAddendi(quadro, tabella, dichiarato),
    valore: dichiarato.valore,
    posizione: dichiarato.posizione,
    cella: toCellaDichiarata(tabella.tipo, dichiarato),
    comune: readComune(dichiarato.valori),
    periodo: readPeriodo(dichiarato.valori),
  };
  return [
    ...checkTotale(quadro, totale),
    ...checkTotale(quadro, {
      ...totale,
      addendi: listTotaliDiRiga(tabella, dichiarato, totale.addendi),
      addendo: 'totale di riga',
    }),
  ];
}

/**
 * At the foot of a column of totals, one for each comune: they must add up as printed, beside what their own years or quotas
 * make; [] where they are those very figures, so that nothing is said twice.
 */
function listTotaliDiRiga(tabella: Tabella, dichiarato: Dichiarato, fatti: readonly Cifra[]): Cifra[] {
  const totali = listDiRiga(tabella, dichiarato)
    .map((uno) => toCifraDichiarata(tabella.tipo, uno))
    .filter(({ comune }) => comune !== AMBITO_INTERO);
  const comuni = [...new Set(fatti.map(({ comune }) => comune))];
  const isUnoPerComune = isSameElenco(
    totali.map(({ comune }) => comune),
    comuni,
  );
  return isUnoPerComune && sumValori(totali) !== sumValori(fatti) ? totali : [];
}

/** The totals at the end of the lines, in the column of another total. */
function listDiRiga(tabella: Tabella, { parte, posizione }: Dichiarato): readonly Dichiarato[] {
  return tabella.dichiarati.filter(
    (uno) => uno.ruolo === 'somma-riga' && uno.parte === parte && uno.posizione.colonna === posizione.colonna,
  );
}

const isSameElenco = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join() === b.toSorted().join();

/** Null where one is missing: a sum with a blank is no figure, and equals none. */
function sumValori(cifre: readonly Cifra[]): number | null {
  return cifre.reduce<number | null>(
    (somma, { valore }) => (somma === null || valore === null ? null : somma + valore),
    0,
  );
}

/**
 * What a declared total adds up. Where the lines are not of comuni, a line may state its amount and split it among fonti beside: the
 * total is of the amounts of its own column, declared ones included, and each split is held to its amount by `somma-riga`.
 */
function listAddendi(quadro: Quadro, tabella: Tabella, dichiarato: Dichiarato): Cifra[] {
  const { misura, posizione, valori } = dichiarato;
  const fatti = selectAddendi(quadro, tabella, dichiarato);
  if (TIPI[tabella.tipo].chiave.includes('comune')) return fatti.map(toCifra);
  const righeDeiTotali = new Set(
    tabella.dichiarati
      .filter((uno) => uno.ruolo === 'somma-colonna')
      .map((uno) => `${uno.parte} ${uno.posizione.riga}`),
  );
  const importi = listDiRiga(tabella, dichiarato).filter(
    (uno) => !righeDeiTotali.has(`${uno.parte} ${uno.posizione.riga}`) && isSpecificata(uno.valori, valori),
  );
  const inColonna = fatti.filter(({ riga }) => riga.posizioni[misura]?.colonna === posizione.colonna);
  return importi.length === 0
    ? fatti.map(toCifra)
    : [...inColonna.map(toCifra), ...importi.map((uno) => toCifraDichiarata(tabella.tipo, uno))];
}

/** Whether a key speaks of a part of what another one speaks of. */
function isSpecificata(stretta: Dichiarato['valori'], larga: Dichiarato['valori']): boolean {
  return Object.entries(larga).every(
    ([colonna, valore]) => valore === null || !(colonna in stretta) || isSameValore(stretta[colonna], valore),
  );
}

/**
 * The facts that a declared total adds up: those of its own column where it has facts, else (a total of totals) all those
 * that its key speaks of.
 */
export function selectAddendi(quadro: Quadro, tabella: Tabella, dichiarato: Dichiarato): readonly Fatto[] {
  const { misura, parte, posizione } = dichiarato;
  const fatti = selectFattiDiParte(quadro, `${tabella.tipo}.${misura}`, parte);
  const inColonna = fatti.filter(({ riga }) => riga.posizioni[misura]?.colonna === posizione.colonna);
  const base = inColonna.length > 0 ? inColonna : fatti.filter(({ valori }) => (valori.vincolo ?? null) === null);
  return selectPerChiave(base, dichiarato.valori);
}

/** The facts that a key speaks of, the ambito standing for all its comuni. */
export function selectPerChiave(fatti: readonly Fatto[], chiave: Readonly<Record<string, Valore>>): readonly Fatto[] {
  const scelti = fatti.filter((fatto) => isAddendo(fatto, chiave));
  const comuni = scelti.filter(({ comune }) => comune !== AMBITO_INTERO);
  return comuni.length > 0 ? comuni : scelti;
}

function isAddendo(fatto: Fatto, chiave: Readonly<Record<string, Valore>>): boolean {
  return Object.entries(chiave).every(([colonna, valore]) => {
    if (valore === null) return true;
    if (colonna === 'comune') return valore === AMBITO_INTERO || fatto.comune === valore;
    if (colonna === 'eta' && valore === ETA_TOTALE) return true;
    const suo = fatto.valori[colonna];
    const largo = parsePeriodo(valore);
    const stretto = colonna === 'anno' ? parsePeriodo(suo) : null;
    if (largo && stretto) return containsPeriodo(largo, stretto);
    // The budget of a ciclo also lists what is left from earlier periods: a span does not choose among periods.
    if (colonna === 'periodo' && largo && largo.da !== largo.a) return true;
    return suo === undefined || isSameValore(suo, valore);
  });
}

/** An `ambito` row beside the rows of the comuni, with the same key, is a declared total too. */
function checkRigheAmbito(quadro: Quadro, tabella: Tabella): Segnalazione[] {
  const tipo = TIPI[tabella.tipo];
  if (tipo.copertura !== 'comuni') return [];
  const misure = tipo.colonne.filter(
    ({ id, formato }) =>
      (formato === 'conteggio' || formato === 'intero' || formato === 'importo') && isSommabile(tabella.tipo, id),
  );
  return misure.flatMap(({ id: misura }) => {
    const altre = tipo.chiave.filter((colonna) => colonna !== 'comune');
    const chiavi = groupBy(selectFatti(quadro, `${tabella.tipo}.${misura}`), ({ valori }) =>
      describeValori(valori, altre),
    );
    return [...chiavi.values()].flatMap((fatti) => {
      const cifre = fatti.map(toCifra);
      const totale = cifre.find(({ comune }) => comune === AMBITO_INTERO);
      if (!totale || totale.valore === null) return [];
      const addendi = cifre.filter(({ comune }) => comune !== AMBITO_INTERO);
      const { valore, valori } = totale;
      return checkTotale(quadro, { ...totale, tabella, misura, addendi, valore, periodo: readPeriodo(valori) });
    });
  });
}

interface Totale {
  readonly tabella: Tabella;
  readonly misura: string;
  readonly parte: string;
  readonly addendi: readonly Cifra[];
  readonly valore: number;
  readonly posizione: Posizione | null;
  readonly cella: CellaCoinvolta;
  /** Whose total it is: the ambito's, or one comune's (the total of its ages). */
  readonly comune: string;
  readonly periodo: string | null;
  /** What is added up, where it is not what the lines state. */
  readonly addendo?: 'totale di riga';
}

function checkTotale(quadro: Quadro, totale: Totale): Segnalazione[] {
  const { tabella, misura, parte, addendi, valore, posizione, cella, comune, periodo } = totale;
  const presenti = addendi.filter((addendo) => addendo.valore !== null);
  const valori = addendi.flatMap((addendo) => (addendo.valore === null ? [] : [addendo.valore]));
  const bianche = addendi.length - valori.length;
  // A scheda leaves blank the years that it plans nothing in, and its total does without them; elsewhere a sum with a blank cannot be made.
  if (valori.length === 0 || (bianche > 0 && tabella.tipo !== 'programmazione')) return [];
  const scrittura = getScrittura(tabella.tipo, misura);
  const comuni = new Set(addendi.map(({ comune }) => comune));
  const conImporto = bianche > 0 ? ' con un importo' : '';
  const righe =
    valori.length === 1 ? `l’unica riga${conImporto} dà` : `le ${valori.length} righe${conImporto} insieme danno`;
  const quanti = totale.addendo ? `i totali di riga dei ${comuni.size} comuni` : `i ${comuni.size} comuni insieme`;
  const quali = comuni.size < 2 ? righe : `${quanti} danno`;
  return compareCifre({
    codice: 'somma-colonna',
    tipo: tabella.tipo,
    parte,
    posizione,
    comune,
    periodo,
    misura: describeMisura(tabella.tipo, misura),
    dichiarato: valore,
    ricalcolato: valori.reduce((somma, uno) => somma + uno, 0),
    scrittura,
    arrotondamento: [posizione, ...presenti.map((addendo) => addendo.posizione)].reduce(
      (somma, posto) => somma + scrittura.halfUnit(posto?.scritto ?? ''),
      0,
    ),
    celle: [cella, ...presenti.map((addendo) => addendo.cella)],
    describe: ({ dichiarato, ricalcolato, differenza }) =>
      `Tabella ${describeTabella(quadro, tabella.tipo, parte)}${posizione ? `, colonna «${posizione.intestazione}»` : ''}: il totale dichiarato è ${dichiarato}, ${quali} ${ricalcolato}; la differenza è di ${differenza}.`,
  });
}
