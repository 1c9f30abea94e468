/**
 * Which keys a file has stated, and on which line: one key twice, a comune that lacks, a total beside its parts.
 * One array of lines per combination of the other columns, so that a national file costs a few megabytes.
 */
import type { Ambito } from '../../ambito.ts';
import type { Valore } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';

/** The values of the key columns other than the comune, in the order of the type. */
export type Combinazione = readonly Valore[];

/** The columns of a type's key other than the comune. */
export function listAltreChiavi(tipo: Tipo): string[] {
  return tipo.chiave.filter((id) => id !== 'comune');
}

/** `anno 2021, età 0-3`; empty where the comune is the whole key. */
export function describeCombinazione(tipo: Tipo, combinazione: Combinazione): string {
  const voci = listAltreChiavi(tipo).flatMap((id, indice) => {
    const valore = combinazione[indice] ?? null;
    const titolo = tipo.colonne.find((colonna) => colonna.id === id)?.titolo.toLowerCase() ?? id;
    return valore === null ? [] : [`${titolo} ${valore}`];
  });
  return voci.join(', ');
}

interface Ramo {
  readonly figli: Map<Valore, Ramo>;
  /** At the end of a combination only. */
  foglia: Foglia | null;
}

interface Foglia {
  readonly combinazione: Combinazione;
  /** Line per comune, 0 where there is none. */
  readonly righe: Int32Array;
  /** The combination that came after this one the last time. */
  seguente: Foglia | null;
}

export class Chiavi {
  readonly #posti: ReadonlyMap<string, number>;
  readonly #radice: Ramo = createRamo();
  #ultima: Foglia | null = null;
  #ultimoComune: string | null = null;
  #ultimoPosto = 0;

  constructor(ambito: Ambito) {
    this.#posti = new Map(ambito.comuni.map((comune, indice) => [comune.codiceIstat, indice + 1]));
  }

  /**
   * @param comune ISTAT code, `ambito`, or null where the type has no comune
   * @returns 0, or the line where that key already stands
   */
  add(comune: string | null, combinazione: Combinazione, riga: number): number {
    const posto = this.#getPosto(comune);
    const { righe } = this.#getFoglia(combinazione);
    const prima = righe[posto] ?? 0;
    if (prima === 0) righe[posto] = riga;
    return prima;
  }

  /** A table says the same things of one comune after the other, mostly in the same order: what came next before is tried first. */
  #getFoglia(combinazione: Combinazione): Foglia {
    const attesa = this.#ultima?.seguente;
    if (attesa && isUguale(attesa.combinazione, combinazione)) {
      this.#ultima = attesa;
      return attesa;
    }
    const foglia = this.#grow(combinazione);
    if (this.#ultima) this.#ultima.seguente = foglia;
    this.#ultima = foglia;
    return foglia;
  }

  #grow(combinazione: Combinazione): Foglia {
    let ramo = this.#radice;
    for (const valore of combinazione) {
      let figlio = ramo.figli.get(valore);
      if (figlio === undefined) {
        figlio = createRamo();
        ramo.figli.set(valore, figlio);
      }
      ramo = figlio;
    }
    ramo.foglia ??= {
      combinazione: [...combinazione],
      righe: new Int32Array(this.#posti.size + 1),
      seguente: null,
    };
    return ramo.foglia;
  }

  /** Is there, for any comune, a row with this combination? */
  hasComuni(combinazione: Combinazione): boolean {
    const righe = this.#find(combinazione)?.foglia?.righe;
    return righe?.some((riga, posto) => posto > 0 && riga > 0) ?? false;
  }

  /** The other values of one column among the rows of this comune that differ in that column alone. */
  listAltri(comune: string | null, combinazione: Combinazione, indice: number): Valore[] {
    const posto = this.#getPosto(comune);
    const padre = this.#find(combinazione.slice(0, indice));
    const coda = combinazione.slice(indice + 1);
    return [...(padre?.figli ?? [])]
      .filter(([, figlio]) => (this.#find(coda, figlio)?.foglia?.righe[posto] ?? 0) > 0)
      .map(([valore]) => valore)
      .filter((valore) => valore !== combinazione[indice]);
  }

  /** Every combination that comuni have, with the comuni of the scope that lack it. */
  *listMancanti(comuni: readonly string[]): Generator<{ combinazione: Combinazione; mancanti: string[] }> {
    const tutti = comuni.length === this.#posti.size;
    for (const { combinazione, righe } of listFoglie(this.#radice)) {
      if (tutti && righe.indexOf(0, 1) < 0) {
        yield { combinazione, mancanti: [] };
        continue;
      }
      const mancanti = comuni.filter((comune) => (righe[this.#getPosto(comune)] ?? 0) === 0);
      if (mancanti.length < comuni.length) yield { combinazione, mancanti };
    }
  }

  #getPosto(comune: string | null): number {
    if (comune === this.#ultimoComune) return this.#ultimoPosto;
    this.#ultimoComune = comune;
    this.#ultimoPosto = comune === null ? 0 : (this.#posti.get(comune) ?? 0);
    return this.#ultimoPosto;
  }

  #find(combinazione: Combinazione, da: Ramo = this.#radice): Ramo | undefined {
    let ramo: Ramo | undefined = da;
    for (const valore of combinazione) ramo = ramo?.figli.get(valore);
    return ramo;
  }
}

function createRamo(): Ramo {
  return { figli: new Map(), foglia: null };
}

function* listFoglie({ figli, foglia }: Ramo): Generator<Foglia> {
  if (foglia) yield foglia;
  for (const figlio of figli.values()) yield* listFoglie(figlio);
}

function isUguale(una: Combinazione, altra: Combinazione): boolean {
  for (let indice = 0; indice < una.length; indice++) if (una[indice] !== altra[indice]) return false;
  return true;
}
