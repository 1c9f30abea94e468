export { computeDistanza, joinElenco, normalizeTesto } from '../../testo.ts';

const MASSIMO_CITATO = 200;

/** A value as written, cut so that a message stays readable. */
export function cutTesto(testo: string): string {
  return testo.length > MASSIMO_CITATO ? `${testo.slice(0, MASSIMO_CITATO)}…` : testo;
}
