export { computeDistanza, normalizeTesto } from '../../testo.ts';

const MASSIMO_CITATO = 200;

/** A value as written, cut so that a message stays readable. */
export function cutTesto(testo: string): string {
  return testo.length > MASSIMO_CITATO ? `${testo.slice(0, MASSIMO_CITATO)}…` : testo;
}

/** `a`, `a e b`, `a, b e c`. */
export function joinElenco(voci: readonly string[]): string {
  const ultima = voci.at(-1);
  if (ultima === undefined) return '';
  return voci.length === 1 ? ultima : `${voci.slice(0, -1).join(', ')} e ${ultima}`;
}
