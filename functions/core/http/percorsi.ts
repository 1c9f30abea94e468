/** Paths with names between braces: `/ambiti/{ambito}/tabelle/{tipo}.csv`. */

/** The names, in order. */
export function listParametriPercorso(percorso: string): string[] {
  return [...percorso.matchAll(/\{([^}]+)\}/g)].map((trovato) => trovato[1] ?? '');
}

/** The path as API Gateway can route it: there a parameter is a whole segment, so `{tipo}.csv` travels as `{tipo}`. */
export function toPercorsoGateway(percorso: string): string {
  return percorso.replace(/(\{[^}]+\})[^/]+/g, '$1');
}

/**
 * @param percorso with names between braces
 * @param indirizzo the path of a request, percent-encoded
 * @returns the value of each name, or null where the path is another one
 */
export function matchPercorso(percorso: string, indirizzo: string): Record<string, string> | null {
  const forma = percorso
    .split(/\{[^}]+\}/)
    .map((fisso) => fisso.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('([^/]+)');
  const trovato = new RegExp(`^${forma}$`).exec(indirizzo);
  if (!trovato) return null;
  return Object.fromEntries(listParametriPercorso(percorso).map((nome, i) => [nome, decode(trovato[i + 1] ?? '')]));
}

/** A text that is not well encoded stays as it is: it will name nothing. */
function decode(segmento: string): string {
  try {
    return decodeURIComponent(segmento);
  } catch {
    return segmento;
  }
}
