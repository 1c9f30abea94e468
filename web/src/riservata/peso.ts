/** How heavy a file is, in words: for who chose it, and for who waits while it leaves. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { Inviato } from './invio.ts';

export const MEGABYTE = 1024 * 1024;

/** `12 KB`, `3,4 MB`: nothing at all is no KB. */
export function describePeso(byte: number): string {
  return byte < MEGABYTE
    ? `${formatNumero(byte === 0 ? 0 : Math.max(1, Math.round(byte / 1024)))} KB`
    : `${formatNumero(byte / MEGABYTE, 1)} MB`;
}

/** `Inviati 12,4 MB di 68,0 MB`: both in the unit of the whole, so that they can be compared. */
export function describeInviato({ inviatiByte, totaleByte }: Inviato): string {
  const inviati =
    totaleByte < MEGABYTE
      ? `${formatNumero(Math.floor(inviatiByte / 1024))} KB`
      : `${formatNumero(inviatiByte / MEGABYTE, 1)} MB`;
  return `Inviati ${inviati} di ${describePeso(totaleByte)}`;
}
