/** How the file was understood, in words for the person who must say yes or no. */
import type * as z from 'zod/mini';
import type { interpretazione } from '../../http/schemi.ts';
import { cutTesto } from './testo.ts';

export type Interpretazione = z.infer<typeof interpretazione>;

/** Why a line is left out that a person says to be a note. */
export const MOTIVO_NOTA = 'nota: così è stato indicato correggendo la lettura';
const MASSIMO_ESCLUSE = 200;
const MASSIMO_NOTE = 3;
const MASSIMI_AVVISI = 50;

export class Interprete {
  codifica = '';
  separatore = '';
  layout: string | null = null;
  intestazione: number[] = [];
  /** Canonical columns that neither file nor upload say, and that a person may say for all the lines. */
  mancanti: readonly string[] = [];
  /** What a person corrected of the reading, in sentences. */
  correzioni: readonly string[] = [];
  /** Of a spreadsheet: the sheet that was read, and all of them. */
  cartella: Pick<Interpretazione, 'foglio' | 'fogli'> = {};
  /** The sheets that were not read, in a sentence. */
  altriFogli = '';
  readonly #avvisi: string[] = [];
  readonly #colonne = new Map<number, Interpretazione['colonne'][number]>();
  readonly #note = new Map<number, string[]>();
  readonly #escluse: Interpretazione['righeEscluse'] = [];

  /** What the person should look at before saying yes, though nothing of it is wrong by itself. */
  warn(avviso: string): void {
    if (this.#avvisi.length < MASSIMI_AVVISI) this.#avvisi.push(avviso);
  }

  /** @param indice 0-based column that the table should not need, and may: it was perhaps another one, misspelt */
  warnSconosciuta(indice: number, intestazione: string): void {
    const nome = cutTesto(intestazione);
    this.warn(`La colonna ${indice + 1}, «${nome}», non è riconosciuta: i suoi valori non sono stati letti.`);
  }

  /** @param celle of a line of the header: those that nobody explained are told */
  warnSconosciute(celle: readonly string[]): void {
    for (const [indice, cella] of celle.entries()) {
      if (cella.trim() !== '' && !this.#colonne.has(indice + 1)) this.warnSconosciuta(indice, cella.trim());
    }
  }

  addColonna(colonna: Interpretazione['colonne'][number]): void {
    this.#colonne.set(colonna.colonna, colonna);
  }

  /** @param indice 0-based column in which a cell could be read in two ways */
  addNota(indice: number, nota: string): void {
    const note = this.#note.get(indice + 1) ?? [];
    if (note.length < MASSIMO_NOTE && !note.includes(nota)) this.#note.set(indice + 1, [...note, nota]);
  }

  exclude(riga: number, celle: readonly string[], motivo: string): void {
    if (this.#escluse.length < MASSIMO_ESCLUSE) this.excludeIndicata(riga, celle, motivo);
  }

  /** A line that somebody left out by hand is told, however many there are. */
  excludeIndicata(riga: number, celle: readonly string[], motivo: string): void {
    const testo = celle
      .map((cella) => cella.trim())
      .filter(Boolean)
      .join(' | ');
    this.#escluse.push({ riga, testo: cutTesto(testo), motivo });
  }

  /** Lines that are none of the data, those apart of which a person said so. */
  listEscluse(): Interpretazione['righeEscluse'] {
    return this.#escluse.filter(({ motivo }) => motivo !== MOTIVO_NOTA);
  }

  /** Whether a line is none of the data: title, header of old, note. */
  isEsclusa(riga: number): boolean {
    return this.#escluse.some((esclusa) => esclusa.riga === riga);
  }

  toInterpretazione(): Interpretazione {
    const colonne = [...this.#colonne.values()]
      .toSorted((a, b) => a.colonna - b.colonna)
      .map((colonna) => {
        const note = this.#note.get(colonna.colonna);
        return note ? { ...colonna, formato: [colonna.formato, ...note].filter(Boolean).join('; ') } : colonna;
      });
    return {
      codifica: this.codifica,
      separatore: this.separatore,
      ...this.cartella,
      ...(this.correzioni.length > 0 && { correzioni: [...this.correzioni] }),
      ...(this.#avvisi.length > 0 && { avvisi: [...this.#avvisi] }),
      ...(this.mancanti.length > 0 && { mancanti: [...this.mancanti] }),
      layout: this.layout,
      intestazione: this.intestazione,
      colonne,
      righeEscluse: this.#escluse.toSorted((a, b) => a.riga - b.riga),
    };
  }
}
