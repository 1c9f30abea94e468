import { useSyncExternalStore } from 'react';

const never = () => () => {};
/** Written as `2026-06-22`; made when a page asks which day it is. */
let giornoItaliano: Intl.DateTimeFormat | undefined;

function readOggi(): string {
  giornoItaliano ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' });
  return giornoItaliano.format(new Date());
}

/** Today in Italy, ISO; null where the page is prepared, which would be yesterday's by the time it is read. */
export function useOggi(): string | null {
  return useSyncExternalStore(never, readOggi, () => null);
}
