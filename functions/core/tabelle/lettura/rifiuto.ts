/** Why a cell was not read: the rule it breaks, and one sentence on what is wrong. What was expected is added from the column. */
export class Rifiuto {
  readonly regola: string;
  readonly motivo: string;
  /** The value that was likely meant, where one is: named to the reader, never taken in its place. */
  readonly proposta: string | undefined;

  constructor(regola: string, motivo: string, proposta?: string) {
    this.regola = regola;
    this.motivo = motivo;
    this.proposta = proposta;
  }
}
