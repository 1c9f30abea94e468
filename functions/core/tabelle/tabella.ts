import type { TipoId } from './tipo.ts';

/** What a canonical cell holds: text, a number (money in integer cents), or null where the source states nothing. */
export type Valore = string | number | null;

/** Where a value stands in the file it came from, and how it is written there. */
export interface Posizione {
  /** 1-based physical line. */
  readonly riga: number;
  /** 1-based column; of a figure that is a sum, the first that was added. */
  readonly colonna: number;
  /** Header text above it, as published; of a sum, those of all its cells, joined by `+`. */
  readonly intestazione: string;
  /** The cell as written: `€ 1.435.449,13`; of a sum, all its cells: `280 + 20 + 10`. */
  readonly scritto: string;
}

/** One fact of a table: a canonical row. */
export interface Riga {
  readonly parte: string;
  /** 1-based physical line of the file. A wide line yields several rows with the same number. */
  readonly riga: number;
  /** Canonical column -> value. Columns absent from the file and not given with the upload are absent here too. */
  readonly valori: Readonly<Record<string, Valore>>;
  /** Canonical column -> place in the file; columns given with the upload or implied by the layout have none. */
  readonly posizioni: Readonly<Record<string, Posizione>>;
}

/**
 * A figure that the source itself states about the others (a total, a mean, a percentage, a variation): kept beside
 * the recomputed one, compared, never stored as a fact.
 */
export interface Dichiarato {
  readonly parte: string;
  /**
   * - `somma-colonna`: total of the comuni (or of the lines above)
   * - `somma-riga`: total of the cells of its line
   * - `quota-percentuale`: share of the total, in %
   * - `variazione`: difference between two years; `valori.anno` is the later, `confronto` the earlier
   * - `valore`: a second statement of one quantity (a total repeated in another table)
   */
  readonly ruolo: 'somma-colonna' | 'somma-riga' | 'quota-percentuale' | 'variazione' | 'valore';
  /** The canonical measure column that it is about: `residenti`. */
  readonly misura: string;
  /** Key of what is declared, e.g. `{comune:'ambito', anno:2021, rilevazione:'anagrafe', eta:'0-3'}`. */
  readonly valori: Readonly<Record<string, Valore>>;
  /** In the unit of the measure (money in cents), except `quota-percentuale`: percent. */
  readonly valore: number;
  readonly confronto?: Readonly<Record<string, Valore>>;
  readonly posizione: Posizione;
}

/** The document and act that a file comes from. Its licence is as the publisher states it. */
export interface Fonte {
  readonly documento: string;
  readonly capitolo?: string;
  readonly tabella?: string;
  readonly editore?: string;
  readonly atto?: string;
  /** ISO date of the act or document. */
  readonly data?: string;
  readonly url?: string;
  readonly licenza?: string;
}

/** One file of a version: what was received, and from where. */
export interface Parte {
  readonly parte: string;
  /** Of the original bytes. */
  readonly sha256: string;
  readonly nomeFile?: string;
  readonly fonte: Fonte;
  /** What was stated with the upload: a `comune` there (ISTAT code, or `ambito`) is the scope of the whole file. */
  readonly contesto?: { readonly comune?: string };
  /** Number of canonical rows. */
  readonly righe: number;
}

/** The table of one tipo as one edizione has it: the union of its parti. */
export interface Tabella {
  readonly tipo: TipoId;
  readonly versione: number;
  readonly parti: readonly Parte[];
  readonly righe: readonly Riga[];
  readonly dichiarati: readonly Dichiarato[];
}
