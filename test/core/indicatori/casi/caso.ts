/** Small tables, and the values that an indicator has from them. */
import type { FoglioDiProva } from '../../quadri.ts';

export interface Caso {
  readonly titolo: string;
  readonly id: string;
  readonly fogli: readonly FoglioDiProva[];
  /** `periodo dimensioni: ambito, comune 1, comune 2`; notes and cells are in `accettate/`. */
  readonly attesi: readonly string[];
}
