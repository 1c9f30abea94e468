import { type Fatto, readComune } from '../fatti.ts';
import type { Dichiarato, Posizione, Valore } from '../tabelle/tabella.ts';
import type { TipoId } from '../tabelle/tipo.ts';
import type { CellaCoinvolta } from './controllo.ts';

/** One figure of a table as checks see it, be it a fact or a declared total. */
export interface Cifra {
  /** Null where the source states nothing. */
  readonly valore: number | null;
  readonly tipo: TipoId;
  readonly parte: string;
  /** ISTAT code, or `ambito`. */
  readonly comune: string;
  /** The key: year, form, age… */
  readonly valori: Readonly<Record<string, Valore>>;
  /** Null where it was given with the upload. */
  readonly posizione: Posizione | null;
  readonly cella: CellaCoinvolta;
}

export function toCifra({ comune, valori, riga, dato, misura, tipo }: Fatto): Cifra {
  const { parte } = riga;
  const posizione = riga.posizioni[misura] ?? null;
  const cella = { tipo, parte, riga: riga.riga, colonna: posizione?.colonna ?? null };
  return { valore: dato.valore, tipo, parte, comune, valori, posizione, cella };
}

export function toCifraDichiarata(tipo: TipoId, { valore, parte, valori, posizione }: Dichiarato): Cifra {
  const cella = { tipo, parte, riga: posizione.riga, colonna: posizione.colonna };
  return { valore, tipo, parte, comune: readComune(valori), valori, posizione, cella };
}
