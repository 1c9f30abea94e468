/** Which of an indicator's observations a view shows: what was asked for, or else the richest and latest there is. */
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { DIMENSIONI, type Dimensione } from '../../../functions/core/indicatori/indicatore.ts';
import { FASCIA_PREFERITA } from '../../../functions/core/indicatori/per-fascia.ts';
import { compareNomi, compareTesti } from './ordine.ts';

export interface Richiesta {
  readonly periodo?: string | undefined;
  readonly dimensioni: Readonly<Partial<Record<Dimensione, string>>>;
}

export interface Alternative {
  readonly dimensione: Dimensione;
  readonly valori: readonly string[];
  readonly scelto: string;
}

export interface Scelta {
  readonly periodo: string | null;
  /** Latest first. */
  readonly periodi: readonly string[];
  readonly dimensioni: Readonly<Partial<Record<Dimensione, string>>>;
  /** Only the dimensions that this indicator has in this period. */
  readonly alternative: readonly Alternative[];
  readonly osservazioni: readonly OsservazioneDto[];
}

/** What a reader meets first, where nothing was asked for. */
const PREFERITI: Readonly<Partial<Record<Dimensione, readonly string[]>>> = {
  rilevazione: ['anagrafe', 'istat'],
  fascia: [FASCIA_PREFERITA],
  forma: ['totale', 'denaro'],
};

/**
 * @param osservazioni of one indicator, in every period and dimension
 * @returns a coherent choice: never two rilevazioni, two fasce or two periods together. A wish that the data can't meet
 * gives way to the default, and `periodo`/`dimensioni` tell what is really shown.
 */
export function chooseOsservazioni(osservazioni: readonly OsservazioneDto[], richiesta: Richiesta): Scelta {
  const periodi = [...new Set(osservazioni.map((o) => o.periodo))].toSorted(compareFine);
  const periodo = pickPeriodo(osservazioni, periodi, richiesta.periodo);
  let rimaste = osservazioni.filter((o) => o.periodo === periodo);
  const alternative: Alternative[] = [];
  for (const dimensione of DIMENSIONI) {
    const valori = listValori(rimaste, dimensione);
    if (valori.length === 0) continue;
    const scelto = pickValore(rimaste, { dimensione, valori, chiesto: richiesta.dimensioni[dimensione] });
    alternative.push({ dimensione, valori: valori.toSorted(compareNomi), scelto });
    rimaste = rimaste.filter((o) => o.dimensioni[dimensione] === scelto);
  }
  return {
    periodo,
    periodi,
    dimensioni: Object.fromEntries(alternative.map((a) => [a.dimensione, a.scelto])),
    alternative,
    osservazioni: rimaste,
  };
}

/** In one walk: a page chooses dozens of times, and most dimensions are of no observation. */
function listValori(osservazioni: readonly OsservazioneDto[], dimensione: Dimensione): string[] {
  const valori = new Set<string>();
  for (const { dimensioni } of osservazioni) {
    const valore = dimensioni[dimensione];
    if (valore !== undefined) valori.add(valore);
  }
  return [...valori];
}

/** Latest end first; of two spans that end together, the longer. */
function compareFine(a: string, b: string): number {
  const fine = (p: string) => p.slice(-4);
  return compareTesti(fine(b), fine(a)) || compareTesti(a, b);
}

function pickPeriodo(
  osservazioni: readonly OsservazioneDto[],
  periodi: readonly string[],
  chiesto: string | undefined,
): string | null {
  if (chiesto !== undefined && periodi.includes(chiesto)) return chiesto;
  const conComuni = periodi.find((p) =>
    osservazioni.some((o) => o.periodo === p && o.comune !== null && o.valore !== null),
  );
  const conValori = periodi.find((p) => osservazioni.some((o) => o.periodo === p && o.valore !== null));
  return conComuni ?? conValori ?? periodi[0] ?? null;
}

export function pickValore(
  osservazioni: readonly OsservazioneDto[],
  {
    dimensione,
    valori,
    chiesto,
  }: { readonly dimensione: Dimensione; readonly valori: readonly string[]; readonly chiesto: string | undefined },
): string {
  if (chiesto !== undefined && valori.includes(chiesto)) return chiesto;
  const [unico = ''] = valori;
  if (valori.length <= 1) return unico;
  const ordine = PREFERITI[dimensione] ?? [];
  const candidati = valori.map((valore) => {
    const sue = osservazioni.filter((o) => o.valore !== null && o.dimensioni[dimensione] === valore);
    return {
      valore,
      neiComuni: Number(sue.some((o) => o.comune !== null)),
      quante: sue.length,
      rango: ordine.includes(valore) ? ordine.indexOf(valore) : ordine.length,
    };
  });
  const [primo] = candidati.toSorted(
    (a, b) =>
      b.neiComuni - a.neiComuni ||
      Number(b.quante > 0) - Number(a.quante > 0) ||
      a.rango - b.rango ||
      b.quante - a.quante ||
      compareNomi(a.valore, b.valore),
  );
  return primo?.valore ?? '';
}
