/** The bands of age, and the years, that a reader can choose in the comparison of the comuni. */

import type { Osservazione } from '../core/indicatori/indicatore.ts';
import { INDICATORI_PER_FASCIA, isPerFascia } from '../core/indicatori/per-fascia.ts';

export interface Eta {
  readonly fasce: readonly string[];
  readonly anni: readonly string[];
}

export function listEta(osservazioni: readonly Pick<Osservazione, 'indicatore' | 'periodo' | 'dimensioni'>[]): Eta {
  const sue = osservazioni.filter(({ indicatore }) => isPerFascia(indicatore));
  const fasce = sue.flatMap(({ dimensioni }) => dimensioni.fascia ?? []);
  return { fasce: [...new Set(fasce)], anni: [...new Set(sue.map(({ periodo }) => periodo))] };
}

export interface Vista {
  /** Of the file that its data come in. */
  readonly nome: string;
  readonly indirizzi: readonly string[];
}

/** One file for each band, in every year, and one for each year, with the list of its bands: who chooses one reads that one. */
export function listVisteEta(percorso: string, { fasce, anni }: Eta): Vista[] {
  const viste = (nome: 'fascia' | 'periodo', valori: readonly string[]): Vista[] =>
    valori.map((valore) => ({
      // A plus means a blank in some addresses.
      nome: `${percorso}-${nome}-${valore.replace('+', '-e-oltre')}`,
      indirizzi: INDICATORI_PER_FASCIA.map(
        (id) => `${percorso}?${new URLSearchParams({ indicatore: id, [nome]: valore })}`,
      ),
    }));
  return [...viste('fascia', fasce), ...viste('periodo', anni)];
}
