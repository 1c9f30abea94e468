/** What the edge of the cloud must know to find the pages of a set: one value for each set, so that all of them change at once. */

import { INDICATORI } from '../indicatori/index.ts';
import type { Puntatore } from './istantanee.ts';
import { listPagine } from './pagine.ts';

/** As the map of the edge keeps it: at most 1 KB of text. */
export interface PuntatoreAlBordo extends Puntatore {
  /** ISTAT codes of the comuni that have a page, one after the other. */
  readonly comuni: string;
}

const CODICE = /\/comuni\/(\d{6})$/;

/** @param pagine paths of the pages that a publication prepared */
export function toPuntatoreAlBordo({ numero, impronta }: Puntatore, pagine: readonly string[]): PuntatoreAlBordo {
  return { numero, impronta, comuni: pagine.flatMap((percorso) => CODICE.exec(percorso)?.[1] ?? []).join('') };
}

/** The pages that belong to no ambito: known when the software is built. */
export function listPagineFisse(): string[] {
  return listPagine({ indicatore: INDICATORI.map(({ id }) => id) });
}

/** What follows the id of an ambito in the addresses of its pages; the comuni apart. */
export function listSezioni(): string[] {
  return listPagine({ ambito: ['ambito'] }).map((percorso) => percorso.slice('/ambito'.length));
}
