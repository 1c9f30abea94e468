/** Why a cell was not read: the rule it breaks, and one sentence on what is wrong. What was expected is added from the column. */
export class Rifiuto {
  readonly regola: string;
  readonly motivo: string;

  constructor(regola: string, motivo: string) {
    this.regola = regola;
    this.motivo = motivo;
  }
}
