import type { Ambito } from '../core/ambito.ts';
import type { Osservazione } from '../core/indicatori/indicatore.ts';
import { TIPI } from '../core/tabelle/index.ts';
import type { Riga, Tabella, Valore } from '../core/tabelle/tabella.ts';
import type { Colonna, Tipo } from '../core/tabelle/tipo.ts';
import type { CambiamentoIndicatore, Caricamento, Differenze } from '../store/caricamenti.ts';
import { describeChiave, formatValore, keyOf } from './componi.ts';

const ESEMPI_MASSIMI = 20;

/**
 * What changes between two states of a table, fact by fact: a fact that moved to another line or file without changing is
 * the same fact.
 * @param prima null where nothing was published
 */
export function compareTabelle(prima: Tabella | null, dopo: Tabella, ambito: Ambito): Differenze {
  const tipo = TIPI[dopo.tipo];
  const vecchie = new Map((prima?.righe ?? []).map((riga) => [keyOf(tipo, riga), riga]));
  const nuove = new Map(dopo.righe.map((riga) => [keyOf(tipo, riga), riga]));
  const [aggiunte, modificate, tolte] = [createElenco(), createElenco(), createElenco()];
  for (const [chiave, riga] of nuove) {
    const vecchia = vecchie.get(chiave);
    if (vecchia === undefined) aggiunte.push(() => `Aggiunto ${describeRiga(tipo, riga, ambito)}`);
    else {
      const cambi = listCambi(tipo, vecchia, riga);
      if (cambi.length > 0) modificate.push(() => describeModifica(tipo, riga, { cambi, ambito }));
    }
  }
  for (const [chiave, riga] of vecchie) {
    if (!nuove.has(chiave)) tolte.push(() => `Tolto ${describeRiga(tipo, riga, ambito)}`);
  }
  return {
    aggiunte: aggiunte.quanti,
    modificate: modificate.quanti,
    tolte: tolte.quanti,
    // What changes or goes away is what a person must look at first.
    esempi: [...modificate.esempi, ...tolte.esempi, ...aggiunte.esempi].slice(0, ESEMPI_MASSIMI),
  };
}

/** How many, and a sentence for as many as are shown: the others are never put into words. */
function createElenco() {
  const esempi: string[] = [];
  let quanti = 0;
  return {
    esempi,
    get quanti() {
      return quanti;
    },
    push(describe: () => string): void {
      quanti += 1;
      if (esempi.length < ESEMPI_MASSIMI) esempi.push(describe());
    },
  };
}

function describeModifica(
  tipo: Tipo,
  riga: Riga,
  { cambi, ambito }: { readonly cambi: readonly Cambio[]; readonly ambito: Ambito },
): string {
  const frasi = cambi.map((cambio) => describeCambio(cambio, ambito));
  return `Modificato ${describeChiave(tipo, riga, ambito)}: ${frasi.join('; ')}.`;
}

function describeRiga(tipo: Tipo, riga: Riga, ambito: Ambito): string {
  const misure = tipo.colonne.flatMap((colonna) => {
    const valore = riga.valori[colonna.id] ?? null;
    // The code says again which comune it is.
    if (tipo.chiave.includes(colonna.id) || colonna.formato === 'codice-istat' || valore === null) return [];
    return [`${colonna.titolo} ${formatValore(colonna, valore, ambito)}`];
  });
  const fatto = describeChiave(tipo, riga, ambito);
  return misure.length > 0 ? `${fatto}: ${misure.join('; ')}.` : `${fatto}.`;
}

interface Cambio {
  readonly colonna: Colonna;
  readonly da: Valore;
  readonly a: Valore;
}

function listCambi(tipo: Tipo, prima: Riga, dopo: Riga): Cambio[] {
  return tipo.colonne
    .map((colonna) => ({ colonna, da: prima.valori[colonna.id] ?? null, a: dopo.valori[colonna.id] ?? null }))
    .filter(({ da, a }) => da !== a);
}

function describeCambio({ colonna, da, a }: Cambio, ambito: Ambito): string {
  return `${colonna.titolo} da ${formatValore(colonna, da, ambito)} a ${formatValore(colonna, a, ambito)}`;
}

/** Of one indicator: more than anybody reads, few enough for an answer to stay light where a table changes tens of thousands. */
const MASSIMI_CAMBIAMENTI = 1000;

/** The first that change of each indicator, and how many of each there are. */
export function cutCambiamenti(
  cambiamenti: readonly CambiamentoIndicatore[],
): Pick<Caricamento, 'indicatori'> & { readonly indicatoriTotali: Readonly<Record<string, number>> } {
  const indicatoriTotali: Record<string, number> = {};
  const indicatori = cambiamenti.filter(({ indicatore }) => {
    const quanti = (indicatoriTotali[indicatore] ?? 0) + 1;
    indicatoriTotali[indicatore] = quanti;
    return quanti <= MASSIMI_CAMBIAMENTI;
  });
  return { indicatori, indicatoriTotali };
}

/** @returns the figures whose value differs, those that appear and those that go included, in the order of the catalogue */
export function compareOsservazioni(
  prima: readonly Osservazione[],
  dopo: readonly Osservazione[],
): CambiamentoIndicatore[] {
  const vecchie = new Map(prima.map((osservazione) => [keyOfOsservazione(osservazione), osservazione]));
  const cambiamenti: CambiamentoIndicatore[] = [];
  for (const osservazione of dopo) {
    const chiave = keyOfOsservazione(osservazione);
    const vecchio = vecchie.get(chiave)?.valore ?? null;
    vecchie.delete(chiave);
    if (vecchio !== osservazione.valore) cambiamenti.push(toCambiamento(osservazione, vecchio, osservazione.valore));
  }
  for (const sparita of vecchie.values()) {
    if (sparita.valore !== null) cambiamenti.push(toCambiamento(sparita, sparita.valore, null));
  }
  return cambiamenti;
}

function toCambiamento(
  { indicatore, comune, periodo, dimensioni }: Osservazione,
  prima: number | null,
  dopo: number | null,
): CambiamentoIndicatore {
  return { indicatore, comune, periodo, dimensioni, prima, dopo };
}

function keyOfOsservazione({ indicatore, comune, periodo, dimensioni }: Osservazione): string {
  const ordinate = Object.entries(dimensioni).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([indicatore, comune, periodo, ordinate]);
}
