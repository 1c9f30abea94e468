/**
 * Text in pieces -> records with the physical line where each begins. Stands on papaparse's own parser, fed piece by piece, so that a
 * large file passes through without being held; what a stray quote swallows is cut short before it costs.
 */
import Papa from 'papaparse';
import type { Linea } from './layout.ts';
import type { Problema } from './problema.ts';
import { RecordSemplici } from './record-semplici.ts';

/** Characters of one record: far beyond any real one, little enough that an unclosed quote is told at once. */
export const MASSIMO_RECORD = 65_536;

export interface ErroreCsv {
  readonly riga: number;
  /** 1-based, or null where the whole record is meant. */
  readonly colonna: number | null;
  readonly valore: string;
  readonly regola: 'virgolette-non-chiuse' | 'virgolette-fuori-posto' | 'record-troppo-lungo';
}

export interface OpzioniCsv {
  readonly separatore: string;
  readonly onLinea: (celle: string[], riga: number) => void;
  /** The record in error is not handed to `onLinea`. */
  readonly onErrore: (errore: ErroreCsv) => void;
}

interface Esito {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

export class LettoreCsv {
  readonly #opzioni: OpzioniCsv;
  readonly #parser: Papa.Parser;
  readonly #semplici: RecordSemplici;
  #sospeso = '';
  #riga = 1;
  /** True once a record has passed every bound: nothing after it can be trusted. */
  interrotto = false;

  constructor(opzioni: OpzioniCsv) {
    this.#opzioni = opzioni;
    this.#semplici = new RecordSemplici(opzioni.separatore);
    this.#parser = new Papa.Parser({ delimiter: opzioni.separatore, newline: '\n' });
  }

  /** @param testo the next piece, of any length, line ends included */
  push(testo: string): void {
    if (!this.interrotto) this.#read(testo, false);
  }

  end(): void {
    if (!this.interrotto) this.#read('', true);
  }

  #read(testo: string, ultimo: boolean): void {
    const unito = this.#sospeso + testo;
    // One line end closes the last record: without it the parser would give an empty record more.
    const pezzo = ultimo && unito !== '' && !unito.endsWith('\n') ? `${unito}\n` : unito;
    const { fino, composto } = this.#semplici.read(pezzo, this.#takeSemplice);
    const resto = pezzo.slice(fino);
    this.#sospeso = composto ? this.#readComposti(resto, ultimo) : resto;
    if (this.#sospeso.length > MASSIMO_RECORD) this.#interrupt();
  }

  readonly #takeSemplice = (celle: string[]): void => {
    const riga = this.#riga;
    this.#riga += 1;
    this.#opzioni.onLinea(celle, riga);
  };

  /**
   * @param testo from a record that takes a parser to the end of the piece
   * @returns the part that has no end yet
   */
  #readComposti(testo: string, ultimo: boolean): string {
    // A carriage return at the edge may have its line feed in the next piece.
    const taglio = testo.endsWith('\r') ? testo.length - 1 : testo.length;
    const intero = testo.slice(0, taglio);
    return this.#parse(intero.includes('\r') ? intero.replace(/\r\n?/g, '\n') : intero, ultimo) + testo.slice(taglio);
  }

  #parse(testo: string, ultimo: boolean): string {
    const esito = this.#parser.parse(testo, 0, true) as Esito;
    const sbagliate = new Set(esito.errors.map((errore) => errore.row));
    for (const [indice, celle] of esito.data.entries()) {
      const riga = this.#riga;
      this.#riga += 1 + countRitorni(celle);
      if (sbagliate.has(indice)) this.#refuse(celle, riga);
      else this.#opzioni.onLinea(celle, riga);
    }
    const aperto = testo.slice(esito.meta.cursor);
    if (!ultimo || aperto === '') return aperto;
    this.#refuseAperto(aperto);
    return '';
  }

  #refuse(celle: readonly string[], riga: number): void {
    const indice = celle.findIndex((cella) => cella.includes('"'));
    this.#opzioni.onErrore({
      riga,
      colonna: indice < 0 ? null : indice + 1,
      valore: celle[Math.max(indice, 0)] ?? '',
      regola: 'virgolette-fuori-posto',
    });
  }

  #refuseAperto(aperto: string): void {
    const esito = this.#parser.parse(aperto, 0, false) as Esito;
    const celle = esito.data[0] ?? [];
    this.#opzioni.onErrore({
      riga: this.#riga,
      colonna: celle.length,
      valore: (celle.at(-1) ?? '').trimEnd(),
      regola: 'virgolette-non-chiuse',
    });
  }

  #interrupt(): void {
    this.interrotto = true;
    const inizio = this.#sospeso.slice(0, MASSIMO_RECORD);
    this.#sospeso = '';
    if (inizio.includes('"')) {
      this.#refuseAperto(inizio);
      return;
    }
    this.#opzioni.onErrore({ riga: this.#riga, colonna: null, valore: inizio, regola: 'record-troppo-lungo' });
  }
}

export function describeErroreCsv({ riga, colonna, valore, regola }: ErroreCsv): Problema {
  return { riga, colonna, valore, regola, messaggio: MESSAGGI[regola] };
}

const MESSAGGI: Readonly<Record<ErroreCsv['regola'], string>> = {
  'virgolette-non-chiuse':
    'Le virgolette (") aperte in questa cella non vengono mai chiuse: tutto ciò che segue finirebbe nella cella. Vanno chiuse o tolte.',
  'virgolette-fuori-posto':
    'In questa riga le virgolette (") si chiudono a metà di una cella. Dentro un testo tra virgolette, le virgolette si scrivono doppie ("").',
  'record-troppo-lungo': 'Questa riga è troppo lunga per essere la riga di una tabella.',
};

/** The records of a short text, problems left aside: to look at its beginning before reading it. */
export function readLinee(testo: string, separatore: string): Linea[] {
  const linee: Linea[] = [];
  const lettore = new LettoreCsv({
    separatore,
    onLinea: (celle, riga) => linee.push({ riga, celle }),
    onErrore: () => undefined,
  });
  lettore.push(testo);
  lettore.end();
  return linee;
}

function countRitorni(celle: readonly string[]): number {
  let ritorni = 0;
  for (const cella of celle) {
    for (let da = cella.indexOf('\n'); da >= 0; da = cella.indexOf('\n', da + 1)) ritorni += 1;
  }
  return ritorni;
}
