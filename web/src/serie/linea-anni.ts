/** The line of one comune, or of the ambito, over the years. */
import type { Voce } from './confronto.ts';

export interface Punto {
  readonly periodo: string;
  /** Where it stands along the years: the last one of its period. */
  readonly anno: number;
  readonly voce: Voce;
}

export interface Linea {
  /** ISTAT code, or null for the ambito. */
  readonly codice: string | null;
  readonly nome: string;
  readonly punti: readonly Punto[];
}

export const valuesOf = ({ punti }: Linea) => punti.flatMap(({ voce }) => (voce.valore === null ? [] : [voce.valore]));
export const hasValori = (linea: Linea) => valuesOf(linea).length > 0;

const ultimoOf = ({ punti }: Linea) => punti.findLast(({ voce }) => voce.valore !== null)?.voce.valore ?? null;

/** The highest at the end first. */
export function compareUltimi(a: Linea, b: Linea): number {
  return (ultimoOf(b) ?? Number.NEGATIVE_INFINITY) - (ultimoOf(a) ?? Number.NEGATIVE_INFINITY);
}
