/** An earlier version that came back is told by what it is made of: the same files, read in the same way. */
import type { Versione } from './mancanze.ts';

/**
 * @param versioni newest first
 * @returns by number of a versione, the number of the first that was the same; those that were new are not there
 */
export function findRitorni(versioni: readonly Versione[]): ReadonlyMap<number, number> {
  const prime = new Map<string, number>();
  const ritorni = new Map<number, number>();
  for (const { versione, parti } of versioni.toReversed()) {
    const fatta = writeParti(parti);
    const prima = prime.get(fatta);
    if (prima === undefined) prime.set(fatta, versione);
    else ritorni.set(versione, prima);
  }
  return ritorni;
}

function writeParti(parti: Versione['parti']): string {
  return parti
    .map(({ parte, sha256, contesto }) => JSON.stringify([parte, sha256, Object.entries(contesto ?? {}).toSorted()]))
    .toSorted()
    .join('\n');
}
