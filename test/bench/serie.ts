/** @param valori at least one */
export function getMediana(valori: readonly number[]): number {
  return valori.toSorted((a, b) => a - b)[Math.floor(valori.length / 2)] ?? Number.NaN;
}

/** Median with its range: `12,3 (11,8-14,0)`. */
export function formatSerie(valori: readonly number[], decimali = 0): string {
  const format = (valore: number): string =>
    valore.toLocaleString('it-IT', { minimumFractionDigits: decimali, maximumFractionDigits: decimali });
  return `${format(getMediana(valori))} (${format(Math.min(...valori))}-${format(Math.max(...valori))})`;
}
