/** Which figures that a source declares have a place in the canonical layout: those that are read there as declared again. */
import { AMBITO_INTERO } from '../../ambito.ts';
import { ETA_TOTALE, parseFascia, TUTTE_LE_ETA, tileFascia } from '../../fascia.ts';
import type { Scarto } from '../lettura/scarto.ts';
import type { Dichiarato, Valore } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';

type Riga = Pick<Scarto, 'valori'>;

export interface Divisi {
  readonly tenuti: readonly Dichiarato[];
  readonly esclusi: readonly Dichiarato[];
}

/**
 * A row of the ambito beside rows of its comuni is a total, and so is all ages beside bands that tile them: any other declared figure
 * would be read as a fact.
 * @param righe canonical rows, those of single facts alone
 */
export function divideDichiarati(tipo: Tipo, righe: readonly Riga[], dichiarati: readonly Dichiarato[]): Divisi {
  if (dichiarati.length === 0) return { tenuti: [], esclusi: [] };
  const indice = new Indice(tipo);
  for (const { valori } of righe) indice.add(valori);
  const tenuti = new Set<Dichiarato>();
  const visti = new Set<string>();
  // Totals of one comune over its ages come first: the ambito's stand beside them.
  const inOrdine = dichiarati.toSorted((a, b) => Number(isDiAmbito(a)) - Number(isDiAmbito(b)));
  for (const dichiarato of inOrdine) {
    const chiave = JSON.stringify([indice.keyOf(dichiarato.valori), dichiarato.misura]);
    if (!isSomma(tipo, dichiarato) || visti.has(chiave) || !indice.isTotale(dichiarato.valori)) continue;
    visti.add(chiave);
    tenuti.add(dichiarato);
    indice.add(dichiarato.valori);
  }
  return { tenuti: [...tenuti], esclusi: dichiarati.filter((uno) => !tenuti.has(uno)) };
}

function isDiAmbito({ valori }: Dichiarato): boolean {
  return valori.comune === AMBITO_INTERO;
}

/** What a total line states again of a ratio is its value, not a sum. */
function isSomma(tipo: Tipo, { ruolo, misura }: Dichiarato): boolean {
  const rapporto = tipo.colonne.find(({ id }) => id === misura)?.rapporto ?? false;
  return rapporto ? ruolo === 'valore' : ruolo === 'somma-colonna' || ruolo === 'somma-riga';
}

class Indice {
  readonly #chiave: readonly string[];
  /** Other keys -> comuni that state them. */
  readonly #comuni = new Map<string, Set<unknown>>();
  /** Other keys, the age apart, and comune -> the ages. */
  readonly #eta = new Map<string, Set<string>>();

  constructor({ chiave }: Tipo) {
    this.#chiave = chiave;
  }

  keyOf(valori: Riga['valori']): string {
    return this.#pick(valori, []);
  }

  add(valori: Riga['valori']): void {
    put(this.#comuni, this.#pick(valori, ['comune']), valori.comune);
    if (typeof valori.eta === 'string') put(this.#eta, this.#pick(valori, ['eta']), valori.eta);
  }

  isTotale(valori: Readonly<Record<string, Valore>>): boolean {
    if (!this.#chiave.includes('comune')) return false;
    if (valori.comune === AMBITO_INTERO) {
      const comuni = this.#comuni.get(this.#pick(valori, ['comune'])) ?? new Set();
      if ([...comuni].some((comune) => typeof comune === 'string' && comune !== AMBITO_INTERO)) return true;
    }
    if (valori.eta !== ETA_TOTALE) return false;
    const fasce = [...(this.#eta.get(this.#pick(valori, ['eta'])) ?? [])]
      .filter((eta) => eta !== ETA_TOTALE)
      .flatMap((eta) => parseFascia(eta) ?? [])
      .map((fascia) => ({ fascia }));
    return tileFascia(fasce, TUTTE_LE_ETA) !== null;
  }

  #pick(valori: Riga['valori'], senza: readonly string[]): string {
    return JSON.stringify(this.#chiave.map((id) => (senza.includes(id) ? '' : (valori[id] ?? null))));
  }
}

function put<T>(mappa: Map<string, Set<T>>, chiave: string, voce: T): void {
  const insieme = mappa.get(chiave) ?? new Set<T>();
  insieme.add(voce);
  mappa.set(chiave, insieme);
}
