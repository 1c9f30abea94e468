import type { Problema } from './problema.ts';
import { cutTesto } from './testo.ts';

/** How many problems are told one by one; the others are only counted. */
export const MASSIMO_PROBLEMI = 500;

/** All that is wrong with a file: the first ones in full, all of them counted. */
export class ElencoProblemi {
  readonly problemi: Problema[] = [];
  totale = 0;
  readonly #massimo: number;

  /** @param massimo how many are told one by one */
  constructor(massimo = MASSIMO_PROBLEMI) {
    this.#massimo = massimo;
  }

  add(problema: Problema): void {
    this.totale += 1;
    if (this.problemi.length >= this.#massimo) return;
    this.problemi.push(cutProblema(problema));
  }

  /** What explains the others stands before them, even where there are so many that the last is no longer told. */
  addPrima(cause: readonly Problema[]): void {
    this.totale += cause.length;
    this.problemi.unshift(...cause.map(cutProblema));
    if (this.problemi.length > this.#massimo) this.problemi.length = this.#massimo;
  }

  /** A problem of the whole file. */
  addFile(regola: string, messaggio: string): void {
    this.add({ riga: null, colonna: null, valore: null, regola, messaggio });
  }
}

function cutProblema(problema: Problema): Problema {
  return { ...problema, valore: problema.valore === null ? null : cutTesto(problema.valore) };
}
