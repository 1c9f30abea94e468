/** A value out of a few, in the ways in which offices write it. */
import { computeDistanza, normalizeTesto } from '../testo.ts';
import type { Colonna } from './tipo.ts';

/** Every way in which a cell may say one of the values of a column, and the value. */
export function listScritture({
  valori = [],
  scritture = {},
}: Pick<Colonna, 'valori' | 'scritture'>): [string, string][] {
  return valori.flatMap((valore) =>
    [valore, ...(scritture[valore] ?? [])].map((una): [string, string] => [una, valore]),
  );
}

/** Compared without case, accents and punctuation. */
export function mapScritture(colonna: Pick<Colonna, 'valori' | 'scritture'>): ReadonlyMap<string, string> {
  return new Map(listScritture(colonna).map(([una, valore]) => [normalizeTesto(una), valore]));
}

/**
 * The value that a misspelt text most likely means. A letter astray in three, two at the most: beyond, or where two are as near, nobody can say.
 * @param noti as `mapScritture` gives them
 */
export function findVicina(testo: string, noti: ReadonlyMap<string, string>): string | null {
  const scritto = normalizeTesto(testo);
  const massima = Math.min(2, Math.floor(scritto.length / 3));
  const vicini = [...noti]
    .map(([noto, valore]) => ({ valore, distanza: computeDistanza(scritto, noto, massima) }))
    .filter(({ distanza }) => distanza <= massima);
  const minima = Math.min(...vicini.map(({ distanza }) => distanza));
  const [forse, altro] = new Set(vicini.flatMap(({ valore, distanza }) => (distanza === minima ? [valore] : [])));
  return forse !== undefined && altro === undefined ? forse : null;
}
