/** A heat table: the step of each value in its column. The same for the screen and for a picture. */
import { findEstremi, findGradino } from '../serie/calore.ts';
import type { Voce } from '../serie/confronto.ts';
import type { Colonna } from '../serie/insieme.ts';

export interface CellaCalore {
  readonly voce: Voce;
  /** 1 (lowest of its column) … 5; null where missing. */
  readonly gradino: number | null;
}

export interface RigaCalore {
  readonly codice: string;
  readonly nome: string;
  readonly celle: readonly CellaCalore[];
}

/** @param comuni in the order of the lines */
export function toModelloCalore(
  colonne: readonly Colonna[],
  comuni: readonly { readonly codiceIstat: string; readonly nome: string }[],
): RigaCalore[] {
  const estremi = colonne.map(findEstremi);
  return comuni.map(({ codiceIstat, nome }) => ({
    codice: codiceIstat,
    nome,
    celle: colonne.flatMap(({ confronto }, i) => {
      const voce = confronto.voci.find(({ codice }) => codice === codiceIstat);
      const limiti = estremi[i];
      if (!voce || !limiti) return [];
      return [{ voce, gradino: voce.valore === null ? null : findGradino(voce.valore, limiti) }];
    }),
  }));
}
