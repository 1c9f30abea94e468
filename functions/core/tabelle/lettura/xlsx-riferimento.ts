/** The names that a sheet gives to its cells: `C5`, `B2:D7`. Rows and columns are 1-based. */
import { createDanneggiato } from './xlsx-errore.ts';

export interface Riferimento {
  readonly riga: number;
  readonly colonna: number;
}

export interface Area {
  readonly daRiga: number;
  readonly aRiga: number;
  readonly daColonna: number;
  readonly aColonna: number;
}

/** @returns undefined where the text names no cell */
export function parseRiferimento(testo: string): Riferimento | undefined {
  const parti = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(testo);
  if (!parti) return undefined;
  let colonna = 0;
  for (const lettera of parti[1] ?? '') colonna = colonna * 26 + lettera.charCodeAt(0) - 64;
  return { riga: Number(parti[2]), colonna };
}

/** @throws XlsxError `xlsx-danneggiato` */
export function parseArea(testo: string): Area {
  const [prima = '', ultima = prima] = testo.split(':');
  const da = parseRiferimento(prima);
  const a = parseRiferimento(ultima);
  if (!da || !a || a.riga < da.riga || a.colonna < da.colonna)
    throw createDanneggiato(`l’area «${testo.slice(0, 30)}» non si legge`);
  return { daRiga: da.riga, aRiga: a.riga, daColonna: da.colonna, aColonna: a.colonna };
}

/** `C`, `AB` */
export function formatColonna(colonna: number): string {
  const lettera = String.fromCharCode(65 + ((colonna - 1) % 26));
  return colonna > 26 ? formatColonna(Math.floor((colonna - 1) / 26)) + lettera : lettera;
}

export function formatCella(riga: number, colonna: number): string {
  return `${formatColonna(colonna)}${riga}`;
}

export function formatArea({ daRiga, aRiga, daColonna, aColonna }: Area): string {
  return `${formatCella(daRiga, daColonna)}:${formatCella(aRiga, aColonna)}`;
}

/** Cells to be told to a person: the first ones by name, all of them counted. */
export class Luoghi {
  static readonly #MASSIMI = 10;
  readonly primi: string[] = [];
  totale = 0;

  add(riga: number, colonna: number): void {
    this.totale += 1;
    if (this.primi.length < Luoghi.#MASSIMI) this.primi.push(formatCella(riga, colonna));
  }
}
