/** The comparison that puts the comuni of the others in order. */
import type { Confronto } from '../../../serie/confronto.ts';

/** The same comuni, in the order of another comparison. */
export function sortComeGuida(confronto: Confronto, guida: Confronto): Confronto {
  const posto = new Map(guida.voci.map(({ codice }, i) => [codice, i]));
  return {
    ...confronto,
    voci: confronto.voci.toSorted((a, b) => (posto.get(a.codice) ?? 0) - (posto.get(b.codice) ?? 0)),
  };
}
