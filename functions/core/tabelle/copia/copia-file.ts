/** The copy of a file that is in memory as a whole, text or spreadsheet. */
import { feedFile, type Ingresso } from '../lettura/leggi-file.ts';
import type { Rifiuto } from '../lettura/rifiuto.ts';
import { copyLetto } from './copia.ts';

/** @returns the copy as CSV, or why there is none: what a person must do first */
export function writeCopia({ byte, ...attesa }: Ingresso): string | Rifiuto {
  return copyLetto(attesa, (lettore) => feedFile(lettore, byte, attesa.contesto.foglio));
}
