/** Bytes of one file -> canonical rows, declared totals, every problem, and how it was understood. */
import type { Ambito } from '../../ambito.ts';
import type { Dichiarato, Riga } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';
import { Decodifica, detectCodifica } from './codifica.ts';
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

export interface Ingresso {
  readonly byte: Uint8Array;
  readonly tipo: Tipo;
  readonly ambito: Ambito;
  readonly contesto: Contesto;
}

const PEZZO = 1 << 18;

/**
 * Reads a file as one parte of a table.
 * @param input the bytes as received, the type they are said to be of, the ambito, and what the upload states
 * @returns rows and problems; a file is fit to be published only where `problemiTotali` is 0
 */
export function readTabella({ byte, tipo, ambito, contesto }: Ingresso): Lettura {
  const righe: Riga[] = [];
  const lettore = new Lettore({
    tipo,
    ambito,
    contesto,
    onFatto: (fatto) => righe.push(toRiga(contesto.parte, fatto)),
  });
  const rifiuto = isFoglioDiCalcolo(byte) ? feedFoglio(lettore, byte, contesto.foglio) : feedTesto(lettore, byte);
  if (rifiuto) return refuseFile(rifiuto, lettore.interprete.correzioni);
  return {
    righe: righe.sort((a, b) => a.riga - b.riga),
    dichiarati: lettore.dichiarati.toSorted((a, b) => a.posizione.riga - b.posizione.riga),
    problemi: lettore.problemi.problemi,
    problemiTotali: lettore.problemi.totale,
    interpretazione: lettore.interprete.toInterpretazione(),
  };
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

function refuseFile({ regola, motivo }: Rifiuto, correzioni: readonly string[]): Lettura {
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
