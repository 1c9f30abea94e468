/** Bytes of one file -> canonical rows, declared totals, every problem, and how it was understood. */
import type { Ambito } from '../../ambito.ts';
import type { Dichiarato, Riga } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';
import { Decodifica, detectCodifica, type Rilevatore } from './codifica.ts';
import { toRiga } from './fatto.ts';
import { isFoglioDiCalcolo } from './firma.ts';
import type { Interpretazione } from './interprete.ts';
import { Interprete } from './interprete.ts';
import type { Contesto } from './layout.ts';
import { Lettore } from './lettore.ts';
import type { Problema } from './problema.ts';
import { Rifiuto } from './rifiuto.ts';
import { readXlsx } from './xlsx.ts';
import { XlsxError } from './xlsx-errore.ts';

export type { Interpretazione } from './interprete.ts';
export type { Contesto } from './layout.ts';

export interface Lettura {
  /** Canonical rows, in the order of the file. Not to be used as data where there are problems. */
  readonly righe: Riga[];
  readonly dichiarati: Dichiarato[];
  /** The first 500. */
  readonly problemi: Problema[];
  readonly problemiTotali: number;
  readonly interpretazione: Interpretazione;
}

/** What the bytes are said to be. */
export interface Attesa {
  readonly tipo: Tipo;
  readonly ambito: Ambito;
  readonly contesto: Contesto;
}

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
  const rifiuto = feedLettore(lettore, byte, attesa.contesto.foglio);
  return rifiuto ? refuseFile(rifiuto, lettore.interprete.correzioni) : toLettura(lettore, righe);
}

/**
 * Reads a text as it comes, and keeps of it the rows alone: a file of any size takes the memory of a small one.
 * @param pezzi the bytes, in order
 * @param rilevatore through which all of them have passed: only the last byte tells in which encoding they are
 */
export async function readTesto(
  pezzi: AsyncIterable<Uint8Array>,
  rilevatore: Rilevatore,
  attesa: Attesa,
): Promise<Lettura> {
  const righe: Riga[] = [];
  const lettore = createLettore(attesa, righe);
  const rifiuto = await feedPezzi(lettore, pezzi, rilevatore);
  return rifiuto ? refuseFile(rifiuto, lettore.interprete.correzioni) : toLettura(lettore, righe);
}

/**
 * @param rilevatore through which all the pieces have passed
 * @returns why they are not a text table, null where they were read
 */
export async function feedPezzi(
  lettore: Lettore,
  pezzi: AsyncIterable<Uint8Array>,
  rilevatore: Rilevatore,
): Promise<Rifiuto | null> {
  const codifica = rilevatore.end(lettore.correzioni.codifica);
  if (codifica instanceof Rifiuto) return codifica;
  lettore.interprete.codifica = codifica;
  const decodifica = new Decodifica(codifica);
  for await (const byte of pezzi) lettore.push(decodifica.push(byte));
  lettore.end();
  return null;
}

function createLettore({ tipo, ambito, contesto }: Attesa, righe: Riga[]): Lettore {
  return new Lettore({
    tipo,
    ambito,
    contesto,
    onFatto: (fatto) => righe.push(toRiga(contesto.parte, fatto)),
  });
}

function toLettura(lettore: Lettore, righe: Riga[]): Lettura {
  return {
    righe: righe.sort((a, b) => a.riga - b.riga),
    dichiarati: lettore.dichiarati.toSorted((a, b) => a.posizione.riga - b.posizione.riga),
    problemi: lettore.problemi.problemi,
    problemiTotali: lettore.problemi.totale,
    interpretazione: lettore.interprete.toInterpretazione(),
  };
}

/**
 * @param foglio of a spreadsheet, the sheet that is asked for
 * @returns why nothing of the file can be read, null where it was read
 */
export function feedLettore(lettore: Lettore, byte: Uint8Array, foglio: string | undefined): Rifiuto | null {
  return isFoglioDiCalcolo(byte) ? feedFoglio(lettore, byte, foglio) : feedTesto(lettore, byte);
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

/** @returns why the spreadsheet cannot be read, or not safely; null where it was read */
function feedFoglio(lettore: Lettore, byte: Uint8Array, chiesto: string | undefined): Rifiuto | null {
  try {
    const { righe, foglio, fogli, avvisi } = readXlsx({ byte, ...(chiesto !== undefined && { foglio: chiesto }) });
    lettore.interprete.codifica = 'XLSX';
    lettore.interprete.cartella = { foglio, fogli: [...fogli] };
    for (const avviso of avvisi) lettore.interprete.warn(avviso);
    lettore.readRighe(righe);
    return null;
  } catch (errore) {
    if (errore instanceof XlsxError) return new Rifiuto(errore.regola, errore.messaggio);
    throw errore;
  }
}

/** A file that is no table of ours as a whole: nothing of it was read. */
export function refuseFile({ regola, motivo }: Rifiuto, correzioni: readonly string[] = []): Lettura {
  const interprete = new Interprete();
  interprete.correzioni = correzioni;
  return {
    righe: [],
    dichiarati: [],
    problemi: [{ riga: null, colonna: null, valore: null, regola, messaggio: motivo }],
    problemiTotali: 1,
    interpretazione: interprete.toInterpretazione(),
  };
}
