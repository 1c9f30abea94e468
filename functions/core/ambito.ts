/** An Ambito Territoriale Sociale: the comuni that run social services together. */
export interface Comune {
  /** Six characters, leading zero kept: `075016`. */
  readonly codiceIstat: string;
  readonly nome: string;
  /** The first year of which the comune is part of the ambito; without it, always. */
  readonly dal?: number;
  /** The last one, for a comune that has left. */
  readonly al?: number;
}

/**
 * Whether a comune is part of the ambito in a year: of the other years nothing is due of it, and the ambito's sums do without it.
 * @param anno null where a table states no year: then all those named are part of it
 */
export function isMembro({ dal, al }: Comune, anno: number | null): boolean {
  return anno === null || ((dal ?? anno) <= anno && anno <= (al ?? anno));
}

export interface Ambito {
  /** Lower-case, in URLs and groups: `casarano`. */
  readonly id: string;
  readonly nome: string;
  /** ISTAT code of the comune capofila. */
  readonly capofila: string;
  readonly formaGiuridica: string;
  readonly comuni: readonly Comune[];
  /** `2018-2021`, `2022-2024`… */
  readonly cicli: readonly string[];
}

/** How a cell or a filter names the ambito as a whole, beside the ISTAT codes of its comuni. */
export const AMBITO_INTERO = 'ambito';
