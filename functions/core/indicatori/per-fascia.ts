/** The indicators that have a figure for each band of age: a table by single ages makes a hundred times as many of these as of any other. */
export const INDICATORI_PER_FASCIA = ['popolazione-fascia', 'quota-fascia'] as const;

/** Shown where no band was asked for; every count has it, derived or missing. */
export const FASCIA_PREFERITA = '65+';

export function isPerFascia(indicatore: string | undefined): boolean {
  return INDICATORI_PER_FASCIA.some((uno) => uno === indicatore);
}
