/**
 * The one door to the reader of spreadsheets, which is loaded with the first of them where a start must be short. What passes is plain
 * data: a class of one bundle is not that of another.
 */
import { type Grigliato, readXlsx } from './xlsx.ts';
import { XlsxError } from './xlsx-errore.ts';

/** Why the spreadsheet cannot be read, or not safely. */
export interface FoglioRifiutato {
  readonly regola: string;
  readonly motivo: string;
}

export type FoglioAperto = Grigliato | FoglioRifiutato;

/** @param chiesto the sheet that is asked for */
export function openFoglio(byte: Uint8Array, chiesto: string | undefined): FoglioAperto {
  try {
    return readXlsx({ byte, ...(chiesto !== undefined && { foglio: chiesto }) });
  } catch (errore) {
    if (errore instanceof XlsxError) return { regola: errore.regola, motivo: errore.messaggio };
    throw errore;
  }
}
