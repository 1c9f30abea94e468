import type { Layout } from './lettura/layout.ts';

/** The table types that the Ufficio di Piano can bring in. Adding one: docs/aggiungere-una-tabella.md. */
export const TIPI_ID = [
  'popolazione',
  'famiglie',
  'migrazioni',
  'territorio',
  'spesa-storica',
  'cofinanziamento',
  'fondi',
  'programmazione',
  'rendiconto',
  'servizi',
  'raccordo',
  'personale',
  'posti-nido',
  'calendario',
] as const;
export type TipoId = (typeof TIPI_ID)[number];

/**
 * How a cell of a column is read and shown.
 * - `comune`: name or ISTAT code, stored as ISTAT code, or `ambito`
 * - `conteggio`: integer >= 0 (persons, families); `intero`: signed integer
 * - `importo`: money, stored as integer cents
 * - `decimale`: number with a comma (or point), kept with the decimals as written
 * - `percentuale`: 0-100 as written, `95%`
 * - `scelta`: one of `valori`
 * - `livello`: one of `valori`, or the one that a misspelt text most likely means
 * - `intervento`: code of an intervento, `A1` kept as `A.1`
 * - `fonte`: a known fonte by its name, any other as written
 * - `ora`: time of day, `9,30` kept as `09:30`
 */
export type Formato =
  | 'comune'
  | 'codice-istat'
  | 'anno'
  | 'periodo'
  | 'eta'
  | 'conteggio'
  | 'intero'
  | 'decimale'
  | 'percentuale'
  | 'importo'
  | 'scelta'
  | 'livello'
  | 'data'
  | 'ora'
  | 'intervento'
  | 'fonte'
  | 'testo';

/** One column of the canonical (tidy) layout, declared once: reader, template, schema, docs and labels derive from it. */
export interface Colonna {
  /** Canonical name, as templates and the API have it: `spesa_media_annua`. */
  readonly id: string;
  /** Label for people, Italian: `Spesa media annua`. */
  readonly titolo: string;
  /** One Italian sentence for docs, tooltips and messages. */
  readonly descrizione: string;
  readonly formato: Formato;
  /** False for a column that a file may leave out. */
  readonly obbligatoria: boolean;
  /** `€`, `km²`, `persone`… */
  readonly unita?: string;
  /** True where a negative figure makes sense (a balance, a residue); elsewhere a minus sign is refused. */
  readonly conSegno?: boolean;
  /** True for a ratio or a mean: a total line restates it, it does not sum it. */
  readonly rapporto?: boolean;
  /** Allowed values of a `scelta` or a `livello`. */
  readonly valori?: readonly string[];
  /** Other ways in which offices write one of `valori`, compared like headers: `tempo determinato`, `T.D.`. */
  readonly scritture?: Readonly<Record<string, readonly string[]>>;
  /** Other header texts under which offices publish this column; compared without case, accents and punctuation. */
  readonly sinonimi: readonly string[];
  /** As one would write it in the template: a figure is of a source, else a bare 1; blank where most leave it so. */
  readonly esempio: string;
}

export interface Intervallo {
  readonly da: string;
  readonly a: string;
  /** A column that, where it is filled, lets the two stand in any order: the hours of an event of several days. */
  readonly senza?: string;
}

/** One table type: the single declaration from which everything about it derives. */
export interface Tipo {
  readonly id: TipoId;
  readonly titolo: string;
  /** What the table says, for whom it matters: one or two Italian sentences. */
  readonly descrizione: string;
  /** Whom to ask for it, in one Italian sentence: for who must gather a table that is missing. */
  readonly chiLaHa: string;
  readonly colonne: readonly Colonna[];
  /** Columns that together name one fact: unique over all parti of a versione. */
  readonly chiave: readonly string[];
  /** Columns that may be given with the upload instead of in the file. */
  readonly daContesto: readonly string[];
  /** `comuni`: every comune of the ambito exactly once for each key, unless the table states only the ambito. */
  readonly copertura: 'comuni' | 'libera';
  /** A column of the key under whose values a comune need not all stand, as long as it stands under one: a list of what there is. */
  readonly elenca?: string;
  /** Columns that say from when to when: the second never comes before the first, where both are stated (and the third is not). */
  readonly intervalli?: readonly Intervallo[];
  /** Layouts accepted as published, beside the canonical one, tried in order. */
  readonly layout: readonly Layout[];
}
