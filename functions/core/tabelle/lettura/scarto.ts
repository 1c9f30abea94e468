/** What was written on a line that could not be taken: for who writes it out again, each cell as far as it was understood. */
import type { Valore } from '../tabella.ts';
import { sumAddendi } from './addendi.ts';
import { joinScritti } from './fatto.ts';
import type { Gruppo } from './gruppi.ts';
import type { Piano } from './piano.ts';
import { Rifiuto } from './rifiuto.ts';

/** A cell that could not be read, as it stands in the file. */
export class Scritto {
  readonly testo: string;

  constructor(testo: string) {
    this.testo = testo;
  }
}

export interface Scarto {
  /** 1-based physical line. */
  readonly riga: number;
  /** The whole line, as written. */
  readonly celle: readonly string[];
  /** Canonical column -> what was read, or what is written; empty where it is not known which cell is which. */
  readonly valori: Readonly<Record<string, Valore | Scritto>>;
  /** Canonical column -> 0-based cell. */
  readonly posti: Readonly<Record<string, number>>;
}

interface LineaScartata {
  readonly riga: number;
  readonly celle: readonly string[];
  /** Null where it could not be read. */
  readonly comune: string | null;
}

/** @returns one row for each that the line would have given */
export function readScarti(piano: Piano, linea: LineaScartata): Scarto[] {
  return piano.gruppi.map((gruppo) => readScarto(piano, gruppo, linea));
}

function readScarto({ chiavi, celle: posto }: Piano, gruppo: Gruppo, { riga, celle, comune }: LineaScartata): Scarto {
  const { forma, modello, misure } = gruppo;
  const valori: Record<string, Valore | Scritto> = Object.fromEntries(
    forma.colonne.map((id, indice) => [id, modello[indice] ?? null]),
  );
  const posti: Record<string, number> = {};
  if (posto.comune >= 0) {
    posti.comune = posto.comune;
    valori.comune = comune ?? new Scritto(celle[posto.comune] ?? '');
  } else if (comune !== null) valori.comune = comune;
  delete valori.codice_istat;
  if (comune === null && posto.codice >= 0) {
    posti.codice_istat = posto.codice;
    valori.codice_istat = new Scritto(celle[posto.codice] ?? '');
  }
  for (const { id, indice, obbligatoria, read } of [...chiavi, ...misure]) {
    const scritto = celle[indice] ?? '';
    const letto = read(scritto);
    posti[id] = indice;
    valori[id] =
      letto instanceof Rifiuto || (letto === null && obbligatoria && chiavi.some((chiave) => chiave.id === id))
        ? toScritto(scritto, letto)
        : letto;
  }
  for (const { id, indice, altri } of misure.filter((misura) => misura.altri.length > 0)) {
    const letti = [valori[id] ?? null, ...altri.map((altro) => altro.read(celle[altro.indice] ?? ''))];
    const scritti = [indice, ...altri.map((altro) => altro.indice)].map((posto) => celle[posto] ?? '');
    valori[id] = letti.some((letto) => typeof letto === 'object' && letto !== null)
      ? new Scritto(joinScritti(scritti))
      : sumAddendi(letti.filter((letto) => typeof letto !== 'object' || letto === null));
  }
  return { riga, celle, valori, posti };
}

/** Personal data is not repeated, not even for who has to take it away. */
export function toScritto(scritto: string, letto: Valore | Rifiuto): Scritto {
  return new Scritto(letto instanceof Rifiuto && letto.regola === 'dati-personali' ? '' : scritto);
}
