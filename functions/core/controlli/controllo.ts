import type { Dimensioni } from '../indicatori/indicatore.ts';
import type { Quadro } from '../quadro.ts';
import type { TipoId } from '../tabelle/tipo.ts';

export const CODICI_CONTROLLO = [
  'somma-riga',
  'somma-colonna',
  'tra-tabelle',
  'rapporto',
  'media',
  'saldo',
  'riparto',
  'vincolo',
  'capienza',
  'copertura',
  'scala',
  'dizionario',
] as const;
export type CodiceControllo = (typeof CODICI_CONTROLLO)[number];

/** The gravest first: `errore` blocks publication; `avviso` publishes with a visible flag; `nota` is a difference within rounding. */
export const GRAVITA = ['errore', 'avviso', 'nota'] as const;
export type Gravita = (typeof GRAVITA)[number];

export interface CellaCoinvolta {
  readonly tipo: TipoId;
  readonly parte: string;
  readonly riga: number;
  /** 1-based column; null for a whole line. */
  readonly colonna: number | null;
}

/** What a check found: both sides, the difference, and a sentence that a layperson understands. Findings are public. */
export interface Segnalazione {
  readonly codice: CodiceControllo;
  readonly gravita: Gravita;
  readonly tipo: TipoId;
  readonly parte: string;
  /** Place of the declared side: 1-based line and column. */
  readonly riga: number | null;
  readonly colonna: number | null;
  /** ISTAT code, or null for the ambito. */
  readonly comune: string | null;
  /** `2021`, `2018-2020`; null where the finding has none. */
  readonly periodo: string | null;
  /** What the figures are of, in words: `residenti`. Not there where no figure is told, nor in results of an earlier software. */
  readonly misura?: string;
  /** As formatted for readers: `15.3`, `370.494,57 €`. */
  readonly dichiarato: string | null;
  readonly ricalcolato: string | null;
  readonly differenza: string | null;
  readonly messaggio: string;
  /** Every cell in doubt, on both sides: figures computed from one of them carry this finding, unless the two fields below say less. */
  readonly celle: readonly CellaCoinvolta[];
  /**
   * Where one quantity has two values, each side with all its cells: only figures computed from the whole of a side carry the
   * finding. Two counts of the residents put their totals in doubt, not each age band of them.
   */
  readonly lati?: readonly (readonly CellaCoinvolta[])[];
  /** Where it is not the amount that is in doubt but what it is counted as: only figures of that fonte, of that intervento carry the finding. */
  readonly riguarda?: Dimensioni;
}

export interface Controllo {
  readonly codice: CodiceControllo;
  readonly titolo: string;
  /** What holds when all is well, one Italian sentence. */
  readonly regola: string;
  /** Why a difference matters to a reader, one Italian sentence. */
  readonly perche: string;
  readonly run: (quadro: Quadro) => Segnalazione[];
}
