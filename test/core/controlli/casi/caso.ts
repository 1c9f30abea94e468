/** Small tables with one trouble each, or none, and what the checks find in them. */
import type { Dichiarato, Valore } from '../../../../functions/core/tabelle/tabella.ts';
import { type DichiaratoDiProva, type FoglioDiProva, getCodice } from '../../quadri.ts';

export interface Caso {
  readonly titolo: string;
  readonly fogli: readonly FoglioDiProva[];
  /** `codice gravita tipo riga:colonna comune`; the words and the cells are in `accettate/`. */
  readonly attese: readonly string[];
}

export const [UNO, DUE] = [getCodice(1), getCodice(2)];

type Chiave = Readonly<Record<string, Valore>>;
type Posto = readonly [riga: number, colonna: number];

/** Figures that a table declares in one measure: each with its place and what it speaks of. */
export function declare(
  ruolo: Dichiarato['ruolo'],
  misura: string,
  cifre: readonly (readonly [posto: Posto, valori: Chiave, valore: number, scritto?: string])[],
): DichiaratoDiProva[] {
  return cifre.map(([[riga, colonna], valori, valore, scritto]) => ({
    ...{ ruolo, misura, valori, valore, riga, colonna },
    ...(scritto === undefined ? {} : { scritto }),
  }));
}
