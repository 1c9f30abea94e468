/** A file that is in memory as a whole, text or spreadsheet. */
import type { Riga } from '../tabella.ts';
import { Decodifica, detectCodifica } from './codifica.ts';
import { isFoglioDiCalcolo } from './firma.ts';
import { openFoglio } from './foglio.ts';
import { type Attesa, concludeLettura, createLettore, feedFoglio, type Lettura } from './leggi.ts';
import type { Lettore } from './lettore.ts';
import { Rifiuto } from './rifiuto.ts';

export interface Ingresso extends Attesa {
  readonly byte: Uint8Array;
}

const PEZZO = 1 << 18;

/**
 * Reads a file as one parte of a table.
 * @param input the bytes as received, the type they are said to be of, the ambito, and what the upload states
 * @returns rows and problems; a file is fit to be published only where `problemiTotali` is 0
 */
export function readTabella({ byte, ...attesa }: Ingresso): Lettura {
  const righe: Riga[] = [];
  const lettore = createLettore(attesa, righe);
  return concludeLettura(lettore, righe, feedFile(lettore, byte, attesa.contesto.foglio));
}

/**
 * @param foglio of a spreadsheet, the sheet that is asked for
 * @returns why nothing of the file can be read, null where it was read
 */
export function feedFile(lettore: Lettore, byte: Uint8Array, foglio: string | undefined): Rifiuto | null {
  return isFoglioDiCalcolo(byte) ? feedFoglio(lettore, openFoglio(byte, foglio)) : feedTesto(lettore, byte);
}

/** @returns why the file is not a text table, null where it was read */
function feedTesto(lettore: Lettore, byte: Uint8Array): Rifiuto | null {
  const codifica = detectCodifica(byte, lettore.correzioni.codifica);
  if (codifica instanceof Rifiuto) return codifica;
  lettore.interprete.codifica = codifica;
  const decodifica = new Decodifica(codifica);
  for (let inizio = 0; inizio < byte.length; inizio += PEZZO) {
    lettore.push(decodifica.push(byte.subarray(inizio, inizio + PEZZO)));
  }
  lettore.end();
  return null;
}
