/** What every check does with two figures: compare them at the precision written, and tell a reader what differs. */
import { AMBITO_INTERO } from '../ambito.ts';
import type { Fatto } from '../fatti.ts';
import { formatDifferenza, formatEuro, formatNumero } from '../formato.ts';
import type { Ingresso } from '../indicatori/indicatore.ts';
import type { Quadro } from '../quadro.ts';
import { TIPI } from '../tabelle/index.ts';
import type { Dichiarato, Posizione } from '../tabelle/tabella.ts';
import type { Colonna, TipoId } from '../tabelle/tipo.ts';
import type { CellaCoinvolta, CodiceControllo, Gravita, Segnalazione } from './controllo.ts';

/** How a measure is written for readers, and how finely offices write it. */
export interface Scrittura {
  readonly format: (valore: number) => string;
  readonly formatDifferenza: (differenza: number) => string;
  /** Half a unit of the last place written, in the unit of the value; 0 for counts, which are never rounded. */
  readonly halfUnit: (scritto: string) => number;
}

const DENARO: Scrittura = {
  format: formatEuro,
  formatDifferenza: (cent) => (cent > 0 ? `+${formatEuro(cent)}` : formatEuro(cent)),
  halfUnit: (scritto) => 50 / 10 ** countDecimali(scritto),
};
const CONTEGGIO: Scrittura = {
  format: (valore) => formatNumero(valore),
  formatDifferenza: (differenza) => formatDifferenza(differenza),
  halfUnit: () => 0,
};

/** Figures with a comma, shown with as many digits as needed to tell them apart. */
export function createScritturaDecimale(decimali: number): Scrittura {
  return {
    format: (valore) => formatNumero(valore, decimali),
    formatDifferenza: (differenza) => formatDifferenza(differenza, decimali),
    halfUnit: (scritto) => 0.5 / 10 ** countDecimali(scritto),
  };
}

/** @param misura a canonical column, of the tipo or (a figure repeated elsewhere) of another one */
export function getScrittura(tipo: TipoId, misura: string): Scrittura {
  const formato = findColonna(tipo, misura)?.formato;
  if (formato === 'importo') return DENARO;
  return formato === 'conteggio' || formato === 'intero' ? CONTEGGIO : createScritturaDecimale(2);
}

/** Whether a measure is a ratio or a mean, which does not add up. */
export function isRapporto(tipo: TipoId, misura: string): boolean {
  return findColonna(tipo, misura)?.rapporto === true;
}

/** How a sentence calls a measure: `residenti`. */
export function describeMisura(tipo: TipoId, misura: string): string {
  return findColonna(tipo, misura)?.titolo.toLowerCase() ?? misura;
}

function findColonna(tipo: TipoId, misura: string): Colonna | undefined {
  return [TIPI[tipo], ...Object.values(TIPI)].flatMap(({ colonne }) => colonne).find(({ id }) => id === misura);
}

/** Digits after the decimal mark as written: `€ 1.435,5` has one, `2.55` two, `1.529` none. */
export function countDecimali(scritto: string): number {
  const [, segno, cifre = ''] = /([,.])(\d+)\s*[€%]?\s*$/.exec(scritto) ?? [];
  const isMigliaia = segno === '.' && cifre.length === 3;
  return isMigliaia ? 0 : cifre.length;
}

/** The two sides of a comparison. */
export interface Confronto {
  readonly codice: CodiceControllo;
  readonly tipo: TipoId;
  readonly parte: string;
  /** Place of the declared side. */
  readonly posizione: Posizione | null;
  /** ISTAT code, or `ambito`. */
  readonly comune: string;
  readonly periodo: string | null;
  /** What is compared, in words: `residenti`. */
  readonly misura: string;
  readonly dichiarato: number;
  readonly ricalcolato: number;
  readonly scrittura: Scrittura;
  /** The two sides count as equal up to here (what rounding of a ratio may move), in the unit of the value. */
  readonly tolleranza?: number;
  /** A larger difference up to here is a `nota`. */
  readonly arrotondamento: number;
  readonly celle: readonly CellaCoinvolta[];
  /** The two sides, where only figures computed from the whole of one are in doubt. */
  readonly lati?: readonly (readonly CellaCoinvolta[])[];
  /** The sentence, given the three figures as readers see them. */
  readonly describe: (cifre: { dichiarato: string; ricalcolato: string; differenza: string }) => string;
}

/** Guards the comparison of figures with a comma against the last bits of binary fractions. */
const EPSILON = 1e-9;

/** @returns one finding where the two sides differ, else none */
export function compareCifre(confronto: Confronto): Segnalazione[] {
  const { dichiarato, ricalcolato, scrittura, tolleranza = 0, arrotondamento, posizione } = confronto;
  const differenza = dichiarato - ricalcolato;
  if (Math.abs(differenza) <= tolleranza + EPSILON) return [];
  const gravita: Gravita = Math.abs(differenza) <= arrotondamento + EPSILON ? 'nota' : 'avviso';
  const cifre = {
    dichiarato: scrittura.format(dichiarato),
    ricalcolato: scrittura.format(ricalcolato),
    differenza: scrittura.formatDifferenza(differenza),
  };
  const frase = confronto.describe({ ...cifre, differenza: scrittura.format(Math.abs(differenza)) });
  return [
    {
      codice: confronto.codice,
      gravita,
      tipo: confronto.tipo,
      parte: confronto.parte,
      riga: posizione?.riga ?? null,
      colonna: posizione?.colonna ?? null,
      comune: confronto.comune === AMBITO_INTERO ? null : confronto.comune,
      periodo: confronto.periodo,
      misura: confronto.misura,
      ...cifre,
      messaggio: gravita === 'nota' ? `${frase} È una differenza da arrotondamento.` : frase,
      celle: dedupeCelle(confronto.celle),
      ...(confronto.lati ? { lati: confronto.lati.map(dedupeCelle) } : {}),
    },
  ];
}

/** The cells of facts, as findings name them. */
export function listCelle(fatti: readonly Fatto[]): CellaCoinvolta[] {
  return fatti.flatMap(({ dato }) => dato.ingressi.map(toCella));
}

export function toCella({ tipo, parte, riga, colonna }: Ingresso): CellaCoinvolta {
  return { tipo, parte, riga, colonna };
}

export function toCellaDichiarata(tipo: TipoId, { parte, posizione }: Dichiarato): CellaCoinvolta {
  return { tipo, parte, riga: posizione.riga, colonna: posizione.colonna };
}

/** What rounding may move in a sum: half a unit of the last place written for each addend. */
export function sumHalfUnits(fatti: readonly Fatto[], scrittura: Scrittura): number {
  return fatti.reduce((somma, { dato }) => somma + scrittura.halfUnit(dato.ingressi[0]?.scritto ?? ''), 0);
}

/** How a sentence calls a comune, or the ambito. */
export function describeComune(quadro: Quadro, comune: string | null): string {
  if (comune === null || comune === AMBITO_INTERO) return 'Ambito';
  return quadro.ambito.comuni.find(({ codiceIstat }) => codiceIstat === comune)?.nome ?? comune;
}

/** How a sentence calls a table: by its heading in the document where the upload gave one. */
export function describeTabella(quadro: Quadro, tipo: TipoId, parte: string): string {
  const fonte = quadro.tabelle.get(tipo)?.parti.find((una) => una.parte === parte)?.fonte;
  return `«${(fonte?.tabella ?? TIPI[tipo].titolo).replaceAll('«', '“').replaceAll('»', '”')}»`;
}

/** The year or span that a row speaks of. */
export function readPeriodo(valori: Readonly<Record<string, unknown>>): string | null {
  const periodo = valori.anno ?? valori.periodo ?? valori.triennio;
  return periodo === undefined || periodo === null ? null : String(periodo);
}

/** Each cell once. */
export function dedupeCelle(celle: readonly CellaCoinvolta[]): CellaCoinvolta[] {
  return [...new Map(celle.map((cella) => [JSON.stringify(cella), cella])).values()];
}
