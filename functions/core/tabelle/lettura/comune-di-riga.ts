/** Which comune a line speaks of, by the cells that name it. */
import { AMBITO_INTERO } from '../../ambito.ts';
import { formatNumero } from '../../formato.ts';
import type { LettoreComuni } from './comuni.ts';
import { rememberLetti } from './memoria.ts';
import type { Piano } from './piano.ts';
import { Rifiuto } from './rifiuto.ts';

/** Distinct ways of writing a comune that are kept with their code. */
const MASSIMI_COMUNI = 50_000;

/** A comune that is none of the ambito's, in a table that has those of half the country. */
export const ALTROVE = Symbol('altrove');

/** ISTAT code or `ambito`; null where the line names no comune. */
export type ComuneLetto = string | null | Rifiuto | typeof ALTROVE;

/** What a table was left without. */
export interface Altrove {
  readonly righe: number;
  readonly comuni: number;
}

export class ComuneDiRiga {
  readonly #piano: Piano;
  readonly #readNome: LettoreComuni;
  readonly #altri = new Set<string>();
  #righeAltrove = 0;
  #ultimoNome: string | null = null;
  #ultimoCodice: string | null = null;
  #ultimo: ComuneLetto = null;
  #sopra: string | null = null;

  constructor(piano: Piano, readComune: LettoreComuni) {
    this.#piano = piano;
    this.#readNome = rememberLetti(readComune, MASSIMI_COMUNI);
  }

  /** That of the line above, where the cells are the same: a table by age repeats it two hundred times. */
  read(celle: readonly string[]): ComuneLetto {
    const { comune, codice } = this.#piano.celle;
    const nome = comune < 0 ? '' : (celle[comune] ?? '');
    const cifre = codice < 0 ? '' : (celle[codice] ?? '');
    if (cifre !== this.#ultimoCodice || nome !== this.#ultimoNome) {
      this.#ultimo = this.#join(nome, cifre);
      if (typeof this.#ultimo === 'string')
        this.#sopra = this.#ultimo === AMBITO_INTERO ? null : (nome || cifre).trim();
      this.#ultimoCodice = cifre;
      this.#ultimoNome = nome;
    }
    if (this.#ultimo === ALTROVE) this.#righeAltrove += 1;
    return this.#ultimo;
  }

  /** Name and code of one comune, or the one that is there. */
  #join(nome: string, cifre: string): ComuneLetto {
    const perNome = this.#readNome(nome);
    const perCodice = this.#readNome(cifre);
    // The code decides: half the names of Italy resemble another's.
    if (this.#piano.escludeAltri && typeof perNome !== 'string' && isEstraneo(perCodice)) {
      this.#altri.add(cifre.trim());
      return ALTROVE;
    }
    if (perNome instanceof Rifiuto) return perNome;
    if (perCodice === null || perNome === perCodice) return perNome;
    if (perCodice instanceof Rifiuto) return perNome === AMBITO_INTERO ? perNome : perCodice;
    if (perNome === null) return perCodice;
    return new Rifiuto('comune-contraddetto', `il codice ${cifre.trim()} è di un altro comune.`);
  }

  /** A line that names no comune. Merged cells of a sheet become one name and blanks, when it is saved as CSV. */
  describeNonIndicato(): string {
    const motivo = 'la riga non dice di quale comune parla';
    if (this.#sopra === null) return `${motivo}.`;
    return `${motivo}: se è lo stesso della riga sopra, «${this.#sopra}», va riscritto in ogni riga.`;
  }

  /** @returns 0-based cell that is wrong where the comune is none: the code only beside a name that is right, or that is not there */
  findInErrore(celle: readonly string[]): number {
    const { comune, codice } = this.#piano.celle;
    const isRifiutata = (indice: number) => indice >= 0 && this.#readNome(celle[indice] ?? '') instanceof Rifiuto;
    return comune < 0 || (!isRifiutata(comune) && isRifiutata(codice)) ? codice : comune;
  }

  /** Lines of comuni outside the ambito, which the table was left without, and how many comuni they are of. */
  get altrove(): Altrove {
    return { righe: this.#righeAltrove, comuni: this.#altri.size };
  }
}

/** A code well written, of a comune that the ambito has not. */
function isEstraneo(perCodice: string | null | Rifiuto): boolean {
  return perCodice instanceof Rifiuto && perCodice.regola === 'comune-estraneo';
}

export function describeAltrove({ righe, comuni }: Altrove): string {
  const dove = comuni === 1 ? 'di un altro comune' : `di altri ${formatNumero(comuni)} comuni`;
  return righe === 1
    ? `Una riga è ${dove}, fuori dall’ambito: è stata lasciata da parte.`
    : `${formatNumero(righe)} righe sono ${dove}, fuori dall’ambito: sono state lasciate da parte.`;
}
