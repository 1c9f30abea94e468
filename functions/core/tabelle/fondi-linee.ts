/** What the fund tables of the plans have in common: a label, an amount, years. */
import type { Linea, Tavola } from './lettura/layout.ts';
import { classifyLinea } from './lettura/linee.ts';
import { normalizeTesto } from './lettura/testo.ts';

export const IMPORTO = 'importo';
/** Lines among which such a table begins. */
export const TESTA = 10;

/** What names the line: the first cell that says something, since a table may begin in any column of a sheet. */
export function getEtichetta({ celle }: Linea): string {
  return normalizeTesto(celle.find(isPiena) ?? '');
}

function isPiena(cella: string): boolean {
  return cella.trim() !== '';
}

/** `2018`, `2018-2020`, from the two years of a match. */
export function toPeriodo(da: string | undefined, a: string | undefined): string | null {
  if (da === undefined) return null;
  return a === undefined || a === da ? da : `${da}-${a}`;
}

/** Title above the table or note below it. */
export function skipLinea(tavola: Tavola, linea: Linea): boolean {
  const [prima = '', ...altre] = linea.celle.map((cella) => cella.trim()).filter(Boolean);
  // An amount alone has lost its label: it is no title.
  const sola = altre.length === 0 && !/^€?[\d.,\s]+$/.test(prima);
  if (classifyLinea(linea.celle) !== 'nota' && !sola) return false;
  tavola.exclude(linea, classifyLinea(linea.celle) === 'nota' ? 'nota' : 'titolo');
  return true;
}

/** The cell of the amount: the first filled one after the label. */
export function findImporto({ celle }: Linea): number {
  const etichetta = celle.findIndex(isPiena);
  return celle.findIndex((cella, indice) => indice > etichetta && isPiena(cella));
}

/** @returns the years from the first to the last of the periods, `2022-2024` */
export function spanPeriodi(periodi: readonly string[]): string | null {
  const anni = periodi.flatMap((periodo) => periodo.split('-')).toSorted();
  return toPeriodo(anni[0], anni.at(-1));
}
