import { useSyncExternalStore } from 'react';

/** As much as is used of it here; not every browser has it yet. */
interface ConTemporal {
  readonly Temporal?: {
    readonly Instant: {
      fromEpochMilliseconds(ms: number): {
        toZonedDateTimeISO(zona: string): { toPlainDate(): { toString(): string } };
      };
    };
  };
}

const ITALIA = 'Europe/Rome';
const { Temporal } = globalThis as typeof globalThis & ConTemporal;
/** Written as `2026-06-22`. */
let giornoItaliano: Intl.DateTimeFormat | undefined;

/** The formats of the languages hold a phone for as long as the rest of the page does: they are the second choice. */
function readOggi(): string {
  const adesso = Date.now();
  if (Temporal) {
    return Temporal.Instant.fromEpochMilliseconds(adesso).toZonedDateTimeISO(ITALIA).toPlainDate().toString();
  }
  giornoItaliano ??= new Intl.DateTimeFormat('sv-SE', { timeZone: ITALIA });
  return giornoItaliano.format(adesso);
}

const never = () => () => {};

/** Today in Italy, ISO; null where the page is prepared, which would be yesterday's by the time it is read. */
export function useOggi(): string | null {
  return useSyncExternalStore(never, readOggi, () => null);
}
