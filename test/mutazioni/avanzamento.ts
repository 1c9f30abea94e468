/** How far a long trial is, for who waits: a line on the standard error, now and then. */
import { performance } from 'node:perf_hooks';

const OGNI_MS = 10_000;

/**
 * @param cosa what is counted, in the plural
 * @returns to be told how many are done of how many, as often as one likes
 */
export function createAvanzamento(titolo: string, cosa = 'mutanti'): (fatti: number, quanti: number) => void {
  const inizioMs = performance.now();
  let dettoMs = Number.NEGATIVE_INFINITY;
  return (fatti, quanti) => {
    const adesso = performance.now();
    if (fatti < quanti && adesso - dettoMs < OGNI_MS) return;
    dettoMs = adesso;
    const secondi = Math.round((adesso - inizioMs) / 1000);
    console.error(`${titolo}: ${fatti} ${cosa} di ${quanti}, ${Math.floor(secondi / 60)} min ${secondi % 60} s`);
  };
}
