/**
 * Which keys a file has stated, and on which line: one key twice, a comune that lacks, a total beside its parts.
 * One array of lines per combination of the other columns, so that a national file costs a few megabytes.
 */
import type { Ambito } from '../../ambito.ts';
import type { Valore } from '../tabella.ts';

/** The values of the key columns other than the comune, in the order of the type. */
export type Combinazione = readonly Valore[];

interface Ramo {
  readonly figli: Map<Valore, Ramo>;
  /** Line per comune, 0 where there is none; at the leaves only. */
  righe: Int32Array | null;
}

export class Chiavi {
  readonly #posti: ReadonlyMap<string, number>;
  readonly #radice: Ramo = createRamo();
  /** The walk to the last combination: its values, and the branch after each. */
  readonly #valori: Valore[] = [];
  readonly #rami: Ramo[] = [];
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
    const ramo = this.#grow(combinazione);
    ramo.righe ??= new Int32Array(this.#posti.size + 1);
    const prima = ramo.righe[posto] ?? 0;
    if (prima === 0) ramo.righe[posto] = riga;
    return prima;
  }

  /** From one line to the next most columns stay: the walk starts again where the two part. */
  #grow(combinazione: Combinazione): Ramo {
    let ramo = this.#radice;
    let uguale = true;
    for (let indice = 0; indice < combinazione.length; indice++) {
      const valore = combinazione[indice] ?? null;
      const noto = this.#rami[indice];
      if (uguale && noto !== undefined && this.#valori[indice] === valore) {
        ramo = noto;
        continue;
      }
      uguale = false;
      let figlio = ramo.figli.get(valore);
      if (figlio === undefined) {
        figlio = createRamo();
        ramo.figli.set(valore, figlio);
      }
      this.#valori[indice] = valore;
      this.#rami[indice] = figlio;
      ramo = figlio;
    }
    return ramo;
  }

  /** Is there, for any comune, a row with this combination? */
  hasComuni(combinazione: Combinazione): boolean {
    const righe = this.#find(combinazione)?.righe;
    return righe?.some((riga, posto) => posto > 0 && riga > 0) ?? false;
  }

  /** The other values of one column among the rows of this comune that differ in that column alone. */
  listAltri(comune: string | null, combinazione: Combinazione, indice: number): Valore[] {
    const posto = this.#getPosto(comune);
    const padre = this.#find(combinazione.slice(0, indice));
    const coda = combinazione.slice(indice + 1);
    return [...(padre?.figli ?? [])]
      .filter(([, figlio]) => (this.#find(coda, figlio)?.righe?.[posto] ?? 0) > 0)
      .map(([valore]) => valore)
      .filter((valore) => valore !== combinazione[indice]);
  }

  /** Every combination that comuni have, with the comuni of the scope that lack it. */
  *listMancanti(comuni: readonly string[]): Generator<{ combinazione: Combinazione; mancanti: string[] }> {
    const tutti = comuni.length === this.#posti.size;
    for (const { combinazione, righe } of listFoglie(this.#radice, [])) {
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
  return { figli: new Map(), righe: null };
}

function* listFoglie(
  ramo: Ramo,
  percorso: readonly Valore[],
): Generator<{ combinazione: Combinazione; righe: Int32Array }> {
  if (ramo.righe) yield { combinazione: percorso, righe: ramo.righe };
  for (const [valore, figlio] of ramo.figli) yield* listFoglie(figlio, [...percorso, valore]);
}
