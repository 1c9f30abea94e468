import type { MotivoAssenza } from '../misura.ts';
import type { Quadro } from '../quadro.ts';
import type { TipoId } from '../tabelle/tipo.ts';

export const DIMENSIONI = [
  'rilevazione',
  'fascia',
  'sesso',
  'fonte',
  'intervento',
  'macroAttivita',
  'livello',
  'natura',
  'forma',
  'vincolo',
  'soglia',
] as const;
export type Dimensione = (typeof DIMENSIONI)[number];
export type Dimensioni = Readonly<Partial<Record<Dimensione, string>>>;

/** One cell that a figure was computed from: the walk back ends here. */
export interface Ingresso {
  /** What it is in the formula: `residenti 65+`. */
  readonly ruolo: string;
  /** ISTAT code, or null for the ambito. */
  readonly comune: string | null;
  /** In the unit of its column (money in cents); null when missing. */
  readonly valore: number | null;
  readonly tipo: TipoId;
  readonly versione: number;
  readonly parte: string;
  readonly riga: number;
  /** 1-based column of the file; null where the value was given with the upload. */
  readonly colonna: number | null;
  readonly intestazione: string;
  readonly scritto: string;
}

/** One figure: an indicator, for a comune (or the ambito), in a period. */
export interface Osservazione {
  readonly indicatore: string;
  /** ISTAT code, or null for the ambito. */
  readonly comune: string | null;
  /** `2021` or `2018-2020`. */
  readonly periodo: string;
  readonly dimensioni: Dimensioni;
  /** In the indicator's unit; money and money per head in integer cents. */
  readonly valore: number | null;
  /** There exactly when `valore` is null. */
  readonly assenza?: MotivoAssenza;
  /** What the reader must know of this very figure (a denominator of another year, the key of a riparto): Italian sentences. */
  readonly note: readonly string[];
  readonly ingressi: readonly Ingresso[];
}

/** As the contract names them: what whoever reads the API relies on. */
export type Unita = 'persone' | 'n' | 'ETP' | 'ab per AS' | 'ab/km²' | '%' | '‰' | 'per 100' | '€' | '€/anno' | '€/ab';

/** Units whose values are integer cents in the core and decimal strings in the API. */
export const UNITA_IN_DENARO: ReadonlySet<Unita> = new Set<Unita>(['€', '€/anno', '€/ab']);

/** One indicator: definition and computation, from which catalogue, API, tooltips, sentences and tests derive. */
export interface Indicatore {
  readonly id: string;
  readonly titolo: string;
  /** The question it answers, as a citizen would ask it. */
  readonly domanda: string;
  /** In words and signs: `residenti 65+ / residenti 0-14 × 100`. */
  readonly formula: string;
  readonly unita: Unita;
  /** The unit as a person is told it, where its name does not say what is counted: `famiglie`, `persone per famiglia`. */
  readonly unitaEstesa?: string;
  /** Digits after the comma when shown. */
  readonly decimali: number;
  readonly direzione: 'alto-meglio' | 'basso-meglio' | 'neutro';
  readonly tema: 'persone' | 'famiglie' | 'territorio' | 'spesa' | 'cofinanziamento' | 'servizi';
  readonly soglia?: { readonly valore: number; readonly verso: 'almeno' | 'al-massimo'; readonly legge: string };
  readonly tabelle: readonly TipoId[];
  /** What it does not say, what to keep in mind: Italian sentences. */
  readonly avvertenze: readonly string[];
  /** Definition's source: ISTAT, a law, the plan's chapter. */
  readonly fonte: string;
  /** Every observation that the tables allow, the missing ones with their reason; [] where no table speaks of it. */
  readonly compute: (quadro: Quadro) => Osservazione[];
}
