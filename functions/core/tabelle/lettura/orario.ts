/** When something begins and ends, in one cell: `9-12`, `9:00-12:00`, `dalle 9 alle 12`, `ore 9.30`. */

const ORA = String.raw`(?:h\.?|ore)?\s*\d{1,2}(?:[:.,]\d{2})?`;
const DA_A = new RegExp(String.raw`^(?:dalle\s+)?(${ORA})\s*(?:[-–—/]|alle(?:\s+ore)?|\ba\b)\s*(${ORA})$`, 'i');
const DALLE = new RegExp(String.raw`^(?:dalle|alle|inizio)\s+(${ORA})$`, 'i');

/** @returns when it begins; the whole text where it is no span, so that what is no hour is told as it stands */
export function cutInizio(testo: string): string {
  const scritto = testo.trim();
  return DA_A.exec(scritto)?.[1] ?? DALLE.exec(scritto)?.[1] ?? testo;
}

/** @returns when it ends, empty where the cell says one hour alone */
export function cutFine(testo: string): string {
  return DA_A.exec(testo.trim())?.[2] ?? '';
}
