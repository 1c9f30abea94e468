/** A file that is being read again while one waits: a reload finds it, and goes on waiting. */

const keyOf = (bozza: string) => `osservatorio.rilettura.${bozza}`;

/** @returns the reading that was going on when the page was left; null where none was */
export function readAttesa(archivio: Pick<Storage, 'getItem'>, bozza: string): string | null {
  return archivio.getItem(keyOf(bozza));
}

export function writeAttesa(
  archivio: Pick<Storage, 'setItem' | 'removeItem'>,
  bozza: string,
  arrivo: string | null,
): void {
  if (arrivo === null) archivio.removeItem(keyOf(bozza));
  else archivio.setItem(keyOf(bozza), arrivo);
}
