/** What the reader of tables and that of spreadsheets, packed apart, say to each other of merged cells. */
import type { Linea } from './layout.ts';

export interface LettoreUnite {
  /**
   * @param linea in the order of the sheet
   * @returns its cells with the names that stand above, and with figures that nobody can read where they are merged
   */
  readonly read: (linea: Linea) => readonly string[];
  /** @returns what a person should know of the names that were repeated, null where none was */
  readonly describe: () => string | null;
}

/** After a figure of merged cells, which nobody can read. */
export const CELLE_UNITE = 'celle unite';
