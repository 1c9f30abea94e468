/**
 * What merged cells say of the lines that they cover. A name over several lines holds for each of them, as the sheet shows it; a figure
 * may hold for each or for all together, and nobody can tell which: it is refused where it stands.
 */
import { CELLE_UNITE, type LettoreUnite } from './celle-unite.ts';
import type { Linea } from './layout.ts';
import { isVuota } from './linee.ts';
import type { Piano } from './piano.ts';
import type { RigaFoglio } from './xlsx-foglio.ts';
import { type Area, formatArea } from './xlsx-riferimento.ts';

/** A merged area that says something; 1-based. */
export interface AreaScritta {
  /** `A2:A4`. */
  readonly nome: string;
  readonly daRiga: number;
  readonly aRiga: number;
  readonly daColonna: number;
  readonly aColonna: number;
  /** Text of its first cell, the only one that it has. */
  readonly testo: string;
}

const MASSIME_NOMINATE = 3;

export class CelleUnite implements LettoreUnite {
  /** The first ones last, to be taken as the lines come. */
  readonly #inAttesa: AreaScritta[];
  /** 0-based cells of the names that tell the lines of the table, and of their figures. */
  readonly #nomi: ReadonlySet<number>;
  readonly #cifre: ReadonlySet<number>;
  #attive: AreaScritta[] = [];
  readonly #ripetute = new Set<string>();

  /** @param sotto the last line of the header: what is merged there is not of the data */
  constructor(unite: readonly AreaScritta[], { celle, chiavi, gruppi, dichiarate }: Piano, sotto: number) {
    this.#inAttesa = unite.filter(({ daRiga }) => daRiga > sotto).sort((a, b) => b.daRiga - a.daRiga);
    const misure = [...gruppi.flatMap((gruppo) => gruppo.misure), ...dichiarate];
    this.#nomi = new Set([celle.comune, celle.codice, ...chiavi.map(({ indice }) => indice)]);
    this.#cifre = new Set(misure.flatMap(({ indice, altri }) => [indice, ...altri.map((altro) => altro.indice)]));
  }

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

  #isCifra({ daColonna }: AreaScritta): boolean {
    return this.#cifre.has(daColonna - 1);
  }

  #show(area: AreaScritta, riga: number, celle: string[]): void {
    const prima = area.daColonna - 1;
    if (this.#isCifra(area)) {
      for (let indice = prima; indice < Math.min(area.aColonna, celle.length); indice++) {
        if (this.#cifre.has(indice)) celle[indice] = `${area.testo} (${CELLE_UNITE} ${area.nome})`;
      }
    } else if (this.#nomi.has(prima) && riga > area.daRiga) {
      celle[prima] = area.testo;
      this.#ripetute.add(area.nome);
    }
  }

  describe(): string | null {
    const nomi = [...this.#ripetute];
    if (nomi.length === 0) return null;
    const altre = nomi.length - MASSIME_NOMINATE;
    const coda = altre > 0 ? (altre === 1 ? ' e un altro gruppo' : ` e altri ${altre} gruppi`) : '';
    return `Ciò che è scritto in celle unite su più righe vale per ognuna di loro: ${nomi.slice(0, MASSIME_NOMINATE).join(', ')}${coda}.`;
  }
}

/** @returns the areas whose first cell says something */
export function listUnite(righe: readonly RigaFoglio[], unite: readonly Area[]): AreaScritta[] {
  const perRiga = new Map(unite.length > 0 ? righe.map(({ riga, celle }) => [riga, celle]) : []);
  return unite.flatMap((area) => {
    const testo = perRiga.get(area.daRiga)?.[area.daColonna - 1] ?? '';
    return testo === '' ? [] : [{ ...area, nome: formatArea(area), testo }];
  });
}
