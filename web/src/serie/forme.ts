/** The same thing in absolute and in proportion: which indicators are two faces of one quantity. */
import type { IndicatoreDto } from '../../../functions/core/http/schemi.ts';

export const FORME = ['totale', 'abitante', 'km2'] as const;
export type Forma = (typeof FORME)[number];

export interface Faccia {
  readonly indicatore: string;
  readonly forma: Forma;
  readonly etichetta: string;
  readonly scelta: boolean;
}

type Divisibile = Pick<IndicatoreDto, 'id' | 'unita'>;

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

const IN_EURO = new Set(['€', '€/anno']);
const CONTEGGI = new Set(['persone', 'famiglie']);
/** What is not a quantity that stands on a territory: differences of two of them. */
const DIFFERENZE = /^(variazione|saldo|aumento|scarto|residuo)/;

/**
 * @returns the faces of an indicator, the chosen one marked; one alone, or none, where there is nothing to choose
 */
export function listFacce(
  indicatore: Divisibile,
  forma: Forma,
  catalogo: readonly Pick<IndicatoreDto, 'id' | 'unita'>[],
): Faccia[] {
  const coppia = COPPIE.find(([a, b]) => a === indicatore.id || b === indicatore.id);
  const assoluto = coppia ? catalogo.find(({ id }) => id === coppia[0]) : indicatore;
  const relativo = coppia && catalogo.find(({ id }) => id === coppia[1]);
  if (!assoluto || (coppia && !relativo)) return [];
  const scelta = indicatore.id === assoluto.id ? applyForma(assoluto, forma) : null;
  const face = (una: Forma, etichetta: string): Faccia => ({
    indicatore: assoluto.id,
    forma: una,
    etichetta,
    scelta: scelta === una,
  });
  const proporzioni: Faccia[] = [
    ...(coppia && relativo
      ? [{ indicatore: relativo.id, forma: 'totale' as const, etichetta: coppia[2], scelta: scelta === null }]
      : []),
    ...(isDivisibile(assoluto, 'abitante') ? [face('abitante', 'Per abitante')] : []),
    ...(isDivisibile(assoluto, 'km2') ? [face('km2', 'Per km²')] : []),
  ];
  return proporzioni.length > 0 ? [face('totale', 'In totale'), ...proporzioni] : [];
}

/** Whether the values of this indicator can be divided here, because the catalogue has no indicator that does. */
export function isDivisibile({ id, unita }: Divisibile, forma: Forma): boolean {
  const coppia = COPPIE.find(([a, b]) => a === id || b === id);
  if (forma === 'abitante') return IN_EURO.has(unita) && !coppia;
  if (forma === 'totale' || coppia?.[1] === id || id === 'popolazione') return false;
  return (IN_EURO.has(unita) || CONTEGGI.has(unita)) && !DIFFERENZE.test(id);
}

/** The form in which its values are really shown: as asked, where it has a meaning. */
export function applyForma(indicatore: Divisibile, forma: Forma): Forma {
  return isDivisibile(indicatore, forma) ? forma : 'totale';
}
