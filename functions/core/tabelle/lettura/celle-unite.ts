/**
 * What merged cells say of the lines that they cover. A name over several lines holds for each of them, as the sheet shows it; a figure
 * may hold for each or for all together, and nobody can tell which: it is refused where it stands.
 */
import type { Linea } from './layout.ts';
import { isVuota } from './linee.ts';
import { CELLE_UNITE } from './numeri.ts';

/** A merged area that says something; 1-based. */
export interface CelleUnite {
  /** `A2:A4`. */
  readonly nome: string;
  readonly daRiga: number;
  readonly aRiga: number;
  readonly daColonna: number;
  readonly aColonna: number;
  /** Text of its first cell, the only one that it has. */
  readonly testo: string;
}

/** 0-based cells of a table: of the names that tell its lines, of their figures. */
export interface PostiDiTabella {
  readonly nomi: ReadonlySet<number>;
  readonly cifre: ReadonlySet<number>;
}

const MASSIME_NOMINATE = 3;

export class Ripetitore {
  /** The first ones last, to be taken as the lines come. */
  readonly #inAttesa: CelleUnite[];
  readonly #posti: PostiDiTabella;
  #attive: CelleUnite[] = [];
  readonly #ripetute = new Set<string>();

  /** @param sotto the last line of the header: what is merged there is not of the data */
  constructor(unite: readonly CelleUnite[], posti: PostiDiTabella, sotto: number) {
    this.#inAttesa = unite.filter(({ daRiga }) => daRiga > sotto).sort((a, b) => b.daRiga - a.daRiga);
    this.#posti = posti;
  }

  /**
   * @param linea in the order of the sheet
   * @returns its cells with the names that stand above, and with figures that nobody can read where they are merged
   */
  read({ riga, celle }: Linea): readonly string[] {
    for (let prossima = this.#inAttesa.at(-1); prossima && prossima.daRiga <= riga; prossima = this.#inAttesa.at(-1)) {
      this.#inAttesa.pop();
      this.#attive.push(prossima);
    }
    if (this.#attive.length === 0) return celle;
    this.#attive = this.#attive.filter(({ aRiga }) => aRiga >= riga);
    if (isVuota(celle) && !this.#attive.some((area) => this.#isCifra(area))) return celle;
    const viste = [...celle];
    for (const area of this.#attive) this.#show(area, riga, viste);
    return viste;
  }

  #isCifra({ daColonna }: CelleUnite): boolean {
    return this.#posti.cifre.has(daColonna - 1);
  }

  #show(area: CelleUnite, riga: number, celle: string[]): void {
    const prima = area.daColonna - 1;
    if (this.#isCifra(area)) {
      for (let indice = prima; indice < Math.min(area.aColonna, celle.length); indice++) {
        if (this.#posti.cifre.has(indice)) celle[indice] = `${area.testo} (${CELLE_UNITE} ${area.nome})`;
      }
    } else if (this.#posti.nomi.has(prima) && riga > area.daRiga) {
      celle[prima] = area.testo;
      this.#ripetute.add(area.nome);
    }
  }

  /** @returns what a person should know of the names that were repeated, null where none was */
  describe(): string | null {
    const nomi = [...this.#ripetute];
    if (nomi.length === 0) return null;
    const altre = nomi.length - MASSIME_NOMINATE;
    const coda = altre > 0 ? (altre === 1 ? ' e un altro gruppo' : ` e altri ${altre} gruppi`) : '';
    return `Ciò che è scritto in celle unite su più righe vale per ognuna di loro: ${nomi.slice(0, MASSIME_NOMINATE).join(', ')}${coda}.`;
  }
}
