/** From the ids of a finding to the names that a reader knows. */
export interface Nomi {
  /** Of a comune by its ISTAT code; null is the whole ambito. */
  readonly nomeDi: (codiceIstat: string | null) => string;
  /** Of a type of table. */
  readonly titoloDi: (tipo: string) => string;
}
