/** Something in a file that keeps it from being taken: all of them are told at once, in Italian. */
export interface Problema {
  /** 1-based physical line, or null where the whole file is meant. */
  readonly riga: number | null;
  /** 1-based column, or null where the whole line is meant. */
  readonly colonna: number | null;
  /** Header of that column as published, where there is one. */
  readonly intestazione?: string;
  /** ISTAT code of the comune that the file lacks. */
  readonly comune?: string;
  /** The value as written, cut at 200 characters; null where there is none. */
  readonly valore: string | null;
  /** Stable code of the broken rule: `numero-non-leggibile`. */
  readonly regola: string;
  /** What is wrong and what was expected, for a person who has never seen a program. */
  readonly messaggio: string;
}
