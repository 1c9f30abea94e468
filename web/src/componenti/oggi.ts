import { useSyncExternalStore } from 'react';

const never = () => () => {};
/** Written as `2026-06-22`. */
const GIORNO_ITALIANO = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' });

/** Today in Italy, ISO; null where the page is prepared, which would be yesterday's by the time it is read. */
export function useOggi(): string | null {
  return useSyncExternalStore(
    never,
    () => GIORNO_ITALIANO.format(new Date()),
    () => null,
  );
}
