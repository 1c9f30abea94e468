/** An Ambito Territoriale Sociale: the comuni that run social services together. */
export interface Comune {
  /** Six characters, leading zero kept: `075016`. */
  readonly codiceIstat: string;
  readonly nome: string;
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
