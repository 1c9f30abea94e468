import type { Dichiarato, Valore } from '../tabella.ts';
import type { Formato } from '../tipo.ts';

/** What is given with the upload because the file does not carry it. */
export interface Contesto {
  readonly parte: string;
  readonly anno?: number;
  readonly periodo?: string;
  readonly ciclo?: string;
  /** ISTAT code, name, or `ambito`: the scope that the file speaks of. */
  readonly comune?: string;
  readonly rilevazione?: string;
  /** Code of the intervento that the file speaks of: `A.1`. */
  readonly intervento?: string;
  /** ISO date of the reference day. */
  readonly giorno?: string;
  readonly foglio?: string;
  /** How the reading was corrected, in the one way of writing it: `colonna 3=famiglie; riga 7=nota`. */
  readonly correzioni?: string;
}

/** Canonical columns whose value a header, a layout or the upload gives for the cells below. */
export type Impliciti = Readonly<Record<string, Valore>>;

/** One column of a table as published, or a family of columns (one per year, per age band). */
export interface ColonnaLayout {
  /** Header texts, or a RegExp; both are compared with the header in lower case, without accents and punctuation (`%` and `+` stay). */
  readonly testo: readonly string[] | RegExp;
  /** Canonical column that the cells give; null where the column is known and carries nothing (a serial number). */
  readonly colonna: string | null;
  /** False where the table is this one even without the column. Default: true. */
  readonly obbligatoria?: boolean;
  /** What the header says of the cells below it: `{ eta: '0-3' }`. Measures of one line with the same implied values make one row. */
  readonly implica?: Impliciti | ((trovato: RegExpExecArray, contesto: Contesto) => Impliciti);
  /** The cells are not facts but figures that the source declares about the others. */
  readonly ruolo?: Dichiarato['ruolo'];
  /** How to read the cells, where `colonna` belongs to another type. */
  readonly formato?: Formato;
  /** The cells are parts of one figure of the line: «da altri comuni» and «dall’estero» add up to those who arrived. */
  readonly addendo?: true;
  /** The cell says two things, one for each column: `9-12` is when it begins and when it ends. Takes the place of `colonna` in reading. */
  readonly parti?: readonly ParteDiCella[];
  /** Texts of the cells that stand for a canonical value: `{ '999': 'totale' }`. */
  readonly traduci?: Readonly<Record<string, string>>;
}

/** What a cell says of one of the columns that it fills. */
export interface ParteDiCella {
  readonly colonna: string;
  /** @returns the part of the text, empty where the cell has none */
  readonly cut: (testo: string) => string;
}

/** A table with a header, where a line speaks of one comune (or of one canonical row). */
export interface LayoutTabella {
  readonly forma: 'tabella';
  readonly id: string;
  readonly titolo: string;
  /** The first lines of such a file, as published; 1, 2, 3 stand for figures that no source has. */
  readonly esempio: string;
  readonly colonne: readonly ColonnaLayout[];
  /** Values that hold for the whole table: `{ natura: 'versato' }`. What the upload says wins over them. */
  readonly costanti?: Impliciti;
  /** Values that the title lines above the header state: they must agree with those given with the upload. */
  readonly daTitolo?: (titolo: string) => Impliciti;
  /**
   * `esclusi`: published for a whole province or for Italy, so that lines of comuni outside the ambito, told by their ISTAT code, are
   * left out and counted. Elsewhere, the default, such a line is an error: the table was made for this ambito.
   */
  readonly altriComuni?: 'esclusi';
}

/** One record of the file: a physical line, or more where a quoted cell holds line breaks. */
export interface Linea {
  /** 1-based physical line where it begins. */
  readonly riga: number;
  readonly celle: readonly string[];
}

/** A declared figure as a function layout hands it over. */
export interface DichiaratoLibero {
  readonly linea: Linea;
  /** 0-based cell. */
  readonly cella: number;
  readonly ruolo: Dichiarato['ruolo'];
  readonly misura: string;
  readonly valori: Impliciti;
  readonly confronto?: Impliciti;
  /** How to read the cell, where it is not as its measure. */
  readonly formato?: Formato;
}

/** A piece of a cell that holds several things: `€ 146.210,31` of `€ 146.210,31 PdZ + € 641.331,04 QFP`. */
export interface Pezzo {
  /** 0-based cell. */
  readonly cella: number;
  /** The piece as written. */
  readonly testo: string;
}

/** What a function layout works with: it names cells, the reader reads them, keeps their places and collects the problems. */
export interface Tavola {
  /** The lines of the file, blank ones left out. */
  readonly linee: readonly Linea[];
  readonly contesto: Contesto;
  /** A canonical row: `valori` are known, `celle` maps columns to 0-based cells, or to pieces of them. */
  readonly addRiga: (linea: Linea, valori: Impliciti, celle: Readonly<Record<string, number | Pezzo>>) => void;
  readonly addDichiarato: (dichiarato: DichiaratoLibero) => void;
  /** The line is understood and holds no fact: title, header, note. */
  readonly exclude: (linea: Linea, motivo: string) => void;
  /** The line is not understood: `atteso` says what could have stood there. */
  readonly refuse: (linea: Linea, atteso: string) => void;
  /** Something that the file should have and has not: no line can be pointed at. */
  readonly miss: (regola: string, messaggio: string) => void;
  /** Tells in the preview what a person should look at, though nothing of it is wrong by itself. */
  readonly warn: (avviso: string) => void;
  /** Tells in the preview what a column means. */
  readonly explain: (linea: Linea, cella: number, significato: string) => void;
}

/** A table that is not one line, one row: a budget whose first line is the total, a fund with cells that span years. */
export interface LayoutLibero {
  readonly forma: 'libero';
  readonly id: string;
  readonly titolo: string;
  readonly esempio: string;
  /** @param linee the first lines of the file */
  readonly recognize: (linee: readonly Linea[]) => boolean;
  readonly read: (tavola: Tavola) => void;
}

export type Layout = LayoutTabella | LayoutLibero;
