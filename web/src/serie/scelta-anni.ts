/** What of an indicator can be followed over time. */
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { DIMENSIONI } from '../../../functions/core/indicatori/indicatore.ts';
import { compareNomi } from './ordine.ts';
import { type Alternative, pickValore, type Richiesta, type Scelta } from './scelta.ts';

export interface Serie {
  /** Oldest first, all of one length: years, or spans of as many years. */
  readonly periodi: readonly string[];
  readonly dimensioni: Scelta['dimensioni'];
  readonly alternative: readonly Alternative[];
  readonly osservazioni: readonly OsservazioneDto[];
}

/**
 * What can be followed over time: one rilevazione, one fascia, one length of period. Where nothing was asked for, what has the most periods.
 * @param osservazioni of one indicator, in every period and dimension
 */
export function chooseSerie(osservazioni: readonly OsservazioneDto[], { dimensioni }: Richiesta): Serie {
  const conComuni = osservazioni.some((o) => o.comune !== null && o.valore !== null);
  const conta = conComuni ? osservazioni.filter((o) => o.comune !== null) : osservazioni;
  const lunghezzaDi = (quali: readonly OsservazioneDto[]) => pickPeriodi(quali).length;
  let rimaste = osservazioni;
  const alternative: Alternative[] = [];
  for (const dimensione of DIMENSIONI) {
    const valori = [...new Set(rimaste.map((o) => o.dimensioni[dimensione]).filter((v) => v !== undefined))];
    if (valori.length === 0) continue;
    const has = (v: string) => (o: OsservazioneDto) => o.dimensioni[dimensione] === v;
    const chiesto = dimensioni[dimensione];
    const piene = new Map(
      valori.map((v) => [v, lunghezzaDi(conta.filter((o) => rimaste.includes(o) && has(v)(o)))] as const),
    );
    const massimo = Math.max(...piene.values());
    const migliori = rimaste.filter((o) => piene.get(o.dimensioni[dimensione] ?? '') === massimo);
    const scelto = pickValore(migliori, {
      dimensione,
      valori: valori.filter((v) => piene.get(v) === massimo),
      chiesto: undefined,
    });
    const preso = chiesto !== undefined && valori.includes(chiesto) ? chiesto : scelto;
    alternative.push({ dimensione, valori: valori.toSorted(compareNomi), scelto: preso });
    rimaste = rimaste.filter(has(preso));
  }
  const periodi = pickPeriodi(rimaste.filter((o) => conta.includes(o)));
  return {
    periodi,
    dimensioni: Object.fromEntries(alternative.map((a) => [a.dimensione, a.scelto])),
    alternative,
    osservazioni: rimaste.filter((o) => periodi.includes(o.periodo)),
  };
}

/** The periods with values that make the longest line; of two as long, the one of shorter periods. */
function pickPeriodi(osservazioni: readonly OsservazioneDto[]): string[] {
  const perDurata = new Map<number, Set<string>>();
  for (const { periodo, valore } of osservazioni) {
    if (valore === null) continue;
    const durata = Number(periodo.slice(-4)) - Number(periodo.slice(0, 4));
    perDurata.set(durata, (perDurata.get(durata) ?? new Set()).add(periodo));
  }
  const [lungo] = [...perDurata].toSorted(([a, x], [b, y]) => y.size - x.size || a - b);
  return lungo ? [...lungo[1]].toSorted() : [];
}
