/** The same thing in absolute and in proportion: which indicators are two faces of one quantity. */
import type { IndicatoreDto } from '../../../functions/core/http/schemi.ts';

export type Forma = 'totale' | 'abitante';

export interface Faccia {
  readonly indicatore: string;
  readonly forma: Forma;
  readonly etichetta: string;
  readonly scelta: boolean;
}

/** [absolute, in proportion, how the proportion is called on its button]. Ids of the catalogue. */
const COPPIE: readonly (readonly [string, string, string])[] = [
  ['popolazione', 'densita', 'Per km²'],
  ['popolazione-fascia', 'quota-fascia', 'In %'],
  ['variazione-popolazione', 'variazione-popolazione-pct', 'In %'],
  ['saldo-migratorio', 'tasso-migratorio', 'Ogni 1.000 residenti'],
  ['spesa-storica-media', 'spesa-storica-procapite', 'Per abitante'],
  ['cofinanziamento-versato', 'cofinanziamento-versato-procapite', 'Per abitante'],
  ['programmato', 'programmato-procapite', 'Per abitante'],
];

const DIVISIBILI = new Set(['€', '€/anno']);

/**
 * @returns the faces of an indicator, the chosen one marked; one alone, or none, where there is nothing to choose
 */
export function listFacce(
  indicatore: Pick<IndicatoreDto, 'id' | 'unita'>,
  forma: Forma,
  catalogo: readonly Pick<IndicatoreDto, 'id'>[],
): Faccia[] {
  const esiste = (id: string) => catalogo.some((i) => i.id === id);
  const coppia = COPPIE.find(([a, b]) => a === indicatore.id || b === indicatore.id);
  if (coppia && esiste(coppia[0]) && esiste(coppia[1])) {
    const [assoluto, relativo, etichetta] = coppia;
    return [
      { indicatore: assoluto, forma: 'totale', etichetta: 'In totale', scelta: indicatore.id === assoluto },
      { indicatore: relativo, forma: 'totale', etichetta, scelta: indicatore.id === relativo },
    ];
  }
  if (!DIVISIBILI.has(indicatore.unita)) return [];
  return [
    { indicatore: indicatore.id, forma: 'totale', etichetta: 'In totale', scelta: forma === 'totale' },
    { indicatore: indicatore.id, forma: 'abitante', etichetta: 'Per abitante', scelta: forma === 'abitante' },
  ];
}

/** Whether the values of this indicator can be divided by residents here, because the catalogue has no indicator that does. */
export function isDivisibile(indicatore: Pick<IndicatoreDto, 'id' | 'unita'>): boolean {
  return DIVISIBILI.has(indicatore.unita) && !COPPIE.some(([a, b]) => a === indicatore.id || b === indicatore.id);
}
