/** The file's own rows, as they came, with what is wrong beside the very cell: no reading of figures, only what is written. */
import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import type { Linea } from './linee.ts';

export type Genere = 'problema' | 'errore' | 'avviso' | 'nota';

export interface Segno {
  /** Of the element that carries it in the page. */
  readonly id: string;
  readonly genere: Genere;
  /** 1-based; null for the whole line. */
  readonly colonna: number | null;
  readonly messaggio: string;
}

export interface RigaFoglio extends Linea {
  readonly ruolo: 'intestazione' | 'esclusa' | 'dato';
  /** Why a line is left out. */
  readonly motivo?: string;
  readonly segni: readonly Segno[];
}

/** Lines that are not shown. */
export interface Salto {
  readonly righe: number;
  /** The first of them; 0 where there are none. */
  readonly da: number;
  /** Those that have something to look at. */
  readonly segnate: number;
}

/** Lines of the file, from one to another: both of them too. */
export type Intervallo = readonly [da: number, a: number];

/** Lines shown together; between two of them there are lines with nothing to look at. */
export interface Blocco {
  /** Lines before these that are not shown. */
  readonly saltate: Salto;
  readonly righe: readonly RigaFoglio[];
}

export interface Foglio {
  readonly colonne: number;
  readonly blocchi: readonly Blocco[];
  /** Lines after the last block. */
  readonly restanti: Salto;
  /** Those that stand in a line of the file, from the top, shown or not. */
  readonly segni: readonly (Segno & { readonly riga: number })[];
  /** Those about the whole file. */
  readonly generali: readonly Segno[];
}

/** Problems, which say already what checks they fail; or, where there are none, what the checks found in this very file. */
export function listSegni(bozza: Pick<CaricamentoDto, 'tipo' | 'parte' | 'problemi' | 'segnalazioni'>) {
  const trovati = [
    ...bozza.problemi.map(({ riga, colonna, messaggio }) => ({
      genere: 'problema' as Genere,
      riga,
      colonna,
      messaggio,
    })),
    ...bozza.segnalazioni
      .filter(({ tipo, parte }) => bozza.problemi.length === 0 && tipo === bozza.tipo && parte === bozza.parte)
      .map(({ gravita, riga, colonna, messaggio }) => ({ genere: gravita as Genere, riga, colonna, messaggio })),
  ];
  return trovati.map((trovato, indice) => ({ ...trovato, id: `segno-${indice + 1}` }));
}

interface Opzioni {
  /** Lines shown from the top, however they are. */
  readonly inizio: number;
  /** Lines shown before and after each one that has something to look at. */
  readonly attorno: number;
  /** Lines that somebody asked for. */
  readonly aperte?: readonly Intervallo[];
}

/** Lines with something to look at that are shown unasked: with hundreds of them a page answers late to whoever goes from one to the next. */
const MASSIME_SEGNATE = 60;

/** @param linee of the whole file; blank ones are left out, unless something is said of them */
export function buildFoglio(
  linee: readonly Linea[],
  bozza: Pick<CaricamentoDto, 'tipo' | 'parte' | 'problemi' | 'segnalazioni' | 'interpretazione'>,
  { inizio, attorno, aperte = [] }: Opzioni = { inizio: 20, attorno: 2 },
): Foglio {
  const segni = listSegni(bozza);
  const perRiga = groupByRiga(segni, linee);
  const escluse = new Map(bozza.interpretazione.righeEscluse.map(({ riga, motivo }) => [riga, motivo]));
  const intestazione = new Set(bozza.interpretazione.intestazione);
  const righe = linee
    .filter(({ riga, celle }) => perRiga.has(riga) || celle.some((cella) => cella.trim() !== ''))
    .map((linea): RigaFoglio => {
      const motivo = escluse.get(linea.riga);
      const ruolo = intestazione.has(linea.riga) ? 'intestazione' : motivo === undefined ? 'dato' : 'esclusa';
      return { ...linea, ruolo, ...(motivo !== undefined && { motivo }), segni: perRiga.get(linea.riga) ?? [] };
    });
  const mostrate = new Set<number>();
  let segnate = 0;
  for (const [indice, { segni: suoi }] of righe.entries()) {
    if (indice < inizio) mostrate.add(indice);
    if (suoi.length === 0 || segnate === MASSIME_SEGNATE) continue;
    segnate += 1;
    for (let vicina = indice - attorno; vicina <= indice + attorno; vicina += 1) mostrate.add(vicina);
  }
  for (const [da, a] of aperte) {
    for (let indice = findPosto(righe, da); (righe[indice]?.riga ?? Number.POSITIVE_INFINITY) <= a; indice += 1) {
      mostrate.add(indice);
    }
  }
  const { blocchi, restanti } = cutBlocchi(righe, mostrate);
  const inRiga = righe.flatMap(({ riga, segni: suoi }) => suoi.map((segno) => ({ ...segno, riga })));
  const posti = new Set(inRiga.map(({ id }) => id));
  return {
    colonne: righe.reduce((massimo, { celle }) => Math.max(massimo, celle.length), 0),
    blocchi,
    restanti,
    segni: inRiga,
    generali: segni.filter(({ id }) => !posti.has(id)),
  };
}

/** Where the first line stands that has that number, or a higher one: halved at each step, because a person opens many of many thousands. */
function findPosto(righe: readonly Linea[], numero: number): number {
  let da = 0;
  let a = righe.length;
  while (da < a) {
    const mezzo = (da + a) >> 1;
    if ((righe[mezzo]?.riga ?? numero) < numero) da = mezzo + 1;
    else a = mezzo;
  }
  return da;
}

/** A problem inside a cell of many lines is told with the line where its record begins. */
function groupByRiga(
  segni: readonly (Segno & { readonly riga: number | null })[],
  linee: readonly Linea[],
): Map<number, Segno[]> {
  const inizi = linee.map(({ riga }) => riga);
  const noti = new Set(inizi);
  const perRiga = new Map<number, Segno[]>();
  for (const { riga, ...segno } of segni) {
    const inizio = riga === null || noti.has(riga) ? riga : inizi.findLast((una) => una <= riga);
    if (inizio === null || inizio === undefined) continue;
    perRiga.set(
      inizio,
      [...(perRiga.get(inizio) ?? []), segno].toSorted((a, b) => (a.colonna ?? 0) - (b.colonna ?? 0)),
    );
  }
  return perRiga;
}

function cutBlocchi(
  righe: readonly RigaFoglio[],
  mostrate: ReadonlySet<number>,
): { blocchi: Blocco[]; restanti: Salto } {
  const blocchi: { saltate: Salto; righe: RigaFoglio[] }[] = [];
  let saltate = NESSUNA;
  let aperto: RigaFoglio[] | null = null;
  for (const [indice, riga] of righe.entries()) {
    if (!mostrate.has(indice)) {
      saltate = {
        righe: saltate.righe + 1,
        da: saltate.da || riga.riga,
        segnate: saltate.segnate + (riga.segni.length > 0 ? 1 : 0),
      };
      aperto = null;
    } else if (aperto) aperto.push(riga);
    else {
      aperto = [riga];
      blocchi.push({ saltate, righe: aperto });
      saltate = NESSUNA;
    }
  }
  return { blocchi, restanti: saltate };
}

const NESSUNA: Salto = { righe: 0, da: 0, segnate: 0 };

/** A column as a spreadsheet names it: 28 -> `AB`. */
export function nameColonna(colonna: number): string {
  let lettere = '';
  for (let resto = colonna; resto > 0; resto = Math.floor((resto - 1) / 26)) {
    lettere = String.fromCharCode(65 + ((resto - 1) % 26)) + lettere;
  }
  return lettere;
}
