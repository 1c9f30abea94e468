/** What a file holds -> canonical rows, declared totals, every problem, and how it was understood. */
import type { Ambito } from '../../ambito.ts';
import type { Dichiarato, Riga } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';
import { Decodifica, type Rilevatore } from './codifica.ts';
import { toRiga } from './fatto.ts';
import type { FoglioAperto } from './foglio.ts';
import type { Interpretazione } from './interprete.ts';
import { Interprete } from './interprete.ts';
import type { Contesto } from './layout.ts';
import { Lettore } from './lettore.ts';
import type { Problema } from './problema.ts';
import { Rifiuto } from './rifiuto.ts';

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

/** Reads the sheet of a spreadsheet as one parte of a table. */
export function readFoglioAperto(aperto: FoglioAperto, attesa: Attesa): Lettura {
  const righe: Riga[] = [];
  const lettore = createLettore(attesa, righe);
  return concludeLettura(lettore, righe, feedFoglio(lettore, aperto));
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
  return concludeLettura(lettore, righe, await feedPezzi(lettore, pezzi, rilevatore));
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

export function createLettore({ tipo, ambito, contesto }: Attesa, righe: Riga[]): Lettore {
  return new Lettore({
    tipo,
    ambito,
    contesto,
    onFatto: (fatto) => righe.push(toRiga(contesto.parte, fatto)),
  });
}

/** @param rifiuto why nothing of the file was read, null where it was */
export function concludeLettura(lettore: Lettore, righe: Riga[], rifiuto: Rifiuto | null): Lettura {
  if (rifiuto) return refuseFile(rifiuto, lettore.interprete.correzioni);
  return {
    righe: righe.sort((a, b) => a.riga - b.riga),
    dichiarati: lettore.dichiarati.toSorted((a, b) => a.posizione.riga - b.posizione.riga),
    problemi: lettore.problemi.problemi,
    problemiTotali: lettore.problemi.totale,
    interpretazione: lettore.interprete.toInterpretazione(),
  };
}

/** @returns why the spreadsheet was not read, null where it was */
export function feedFoglio(lettore: Lettore, aperto: FoglioAperto): Rifiuto | null {
  if ('motivo' in aperto) return new Rifiuto(aperto.regola, aperto.motivo);
  const { righe, foglio, fogli, altriFogli, openUnite, avvisi } = aperto;
  lettore.interprete.codifica = 'XLSX';
  lettore.interprete.cartella = { foglio, fogli: [...fogli] };
  for (const avviso of avvisi) lettore.interprete.warn(avviso);
  lettore.interprete.altriFogli = altriFogli;
  lettore.readRighe(righe, openUnite);
  return null;
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
