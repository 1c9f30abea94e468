/**
 * Records of one line whose quotes, where there are any, stand around a whole cell: nearly all that people bring. What takes more
 * thought (quotes doubled or astray, a line end inside a cell) is left to papaparse.
 */

const VIRGOLETTE = 34;

export interface Consumo {
  /** Where in the text the first record begins that was not handed over. */
  readonly fino: number;
  /** Whether that record takes a parser; else the text ends before it does. */
  readonly composto: boolean;
}

export class RecordSemplici {
  readonly #separatore: string;
  /** Of the last record: most have as many, so that the next need not grow. */
  #celle: string[] = [];
  /** The next separator of the text at hand, beyond its end where there is none: looked for once, not once a line. */
  #taglio = 0;
  /** How the last records begin, as written, and how many cells that makes: a long table repeats place and year a hundred times. */
  #prefisso = '';
  #note = 0;

  /** @param separatore one character */
  constructor(separatore: string) {
    this.#separatore = separatore;
  }

  /**
   * Walks by `indexOf`, which looks at many characters at once: half the time of cutting lines and then cells.
   * @param testo from the beginning of a record; lines end with LF or CR LF
   * @param onCelle is given each simple record, up to the first that is not one
   */
  read(testo: string, onCelle: (celle: string[]) => void): Consumo {
    this.#taglio = -1;
    let inizio = 0;
    let ritorno = testo.indexOf('\r');
    for (;;) {
      const aCapo = testo.indexOf('\n', inizio);
      // A return at the edge may have its line feed in the next piece; one that stands alone ends a line too.
      if (aCapo < 0) return { fino: inizio, composto: ritorno >= 0 && ritorno < testo.length - 1 };
      let fine = aCapo;
      if (ritorno >= 0 && ritorno < aCapo) {
        fine = ritorno;
        if (ritorno < aCapo - 1) return { fino: inizio, composto: true };
        ritorno = testo.indexOf('\r', aCapo);
      }
      if (!this.#cut(testo, inizio, fine)) return { fino: inizio, composto: true };
      inizio = aCapo + 1;
      onCelle(this.#celle);
    }
  }

  /** @returns whether the line is a record by itself */
  #cut(testo: string, da: number, fine: number): boolean {
    const celle = this.#celle.slice();
    const { length } = this.#prefisso;
    const conosciuto = length > 0 && testo.slice(da, da + length) === this.#prefisso;
    let quante = conosciuto ? this.#note : 0;
    let inizio = conosciuto ? da + length : da;
    let [uguali, fineUguali] = [conosciuto ? -1 : 0, da];
    let taglio = this.#taglio;
    for (;;) {
      const traVirgolette = testo.charCodeAt(inizio) === VIRGOLETTE;
      const chiuse = traVirgolette ? testo.indexOf('"', inizio + 1) : inizio;
      if (traVirgolette && (chiuse < 0 || chiuse >= fine)) return false;
      if (taglio < chiuse) taglio = this.#findTaglio(testo, chiuse);
      const termine = Math.min(taglio, fine);
      if (traVirgolette && termine !== chiuse + 1) return false;
      const cella = traVirgolette ? testo.slice(inizio + 1, chiuse) : testo.slice(inizio, termine);
      if (uguali === quante && termine < fine && cella === celle[quante]) {
        uguali += 1;
        fineUguali = termine + 1;
      }
      celle[quante] = cella;
      quante += 1;
      if (termine === fine) break;
      inizio = termine + 1;
    }
    if (celle.length > quante) celle.length = quante;
    this.#celle = celle;
    this.#taglio = taglio;
    if (!conosciuto) {
      this.#prefisso = testo.slice(da, fineUguali);
      this.#note = uguali;
    }
    return true;
  }

  #findTaglio(testo: string, da: number): number {
    const taglio = testo.indexOf(this.#separatore, da);
    return taglio < 0 ? testo.length : taglio;
  }
}
