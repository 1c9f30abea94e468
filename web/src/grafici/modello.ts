/** What a ranking draws, on screen and in an exported picture alike. */
import { type Confronto, nameSoglia } from '../serie/confronto.ts';
import type { Segnale } from '../serie/segnali.ts';
import { formatValore } from '../serie/valore.ts';
import { createScala, type Scala } from './scala.ts';

export interface RigaGrafico {
  readonly chiave: string;
  readonly nome: string;
  /** Null: missing, drawn hatched. */
  readonly valore: number | null;
  readonly testo: string;
  /** A second, smaller line under the value. */
  readonly dettaglio?: string;
  readonly evidenziata: boolean;
  readonly segnalazioni: readonly Segnale[];
}

export interface LineaGrafico {
  readonly valore: number;
  readonly nome: string;
  readonly testo: string;
}

export interface ModelloGrafico {
  readonly forma: 'barre' | 'punti';
  readonly righe: readonly RigaGrafico[];
  readonly scala: Scala;
  /** Value of the whole ambito, where it is a term of comparison. */
  readonly riferimento: LineaGrafico | null;
  /** Set by a law, drawn differently from an average. */
  readonly soglia: LineaGrafico | null;
}

export function toModello(confronto: Confronto, evidenzia: readonly string[]): ModelloGrafico {
  const { voci, ambito, ambitoComparabile, zeroSignificativo, soglia } = confronto;
  const riferimento =
    ambito && ambito.valore !== null && ambitoComparabile
      ? { valore: ambito.valore, nome: 'Intero ambito', testo: ambito.testo }
      : null;
  const lineaSoglia = soglia
    ? {
        valore: soglia.valore,
        nome: nameSoglia(soglia),
        testo: formatValore(soglia.valore, confronto),
      }
    : null;
  const valori = [...voci.map((v) => v.valore), riferimento?.valore, lineaSoglia?.valore].filter(
    (v) => typeof v === 'number',
  );
  return {
    forma: zeroSignificativo ? 'barre' : 'punti',
    righe: voci.map((v) => ({
      chiave: v.codice ?? 'ambito',
      nome: v.nome,
      valore: v.valore,
      testo: v.testo,
      evidenziata: v.codice !== null && evidenzia.includes(v.codice),
      segnalazioni: v.segnalazioni,
    })),
    scala: createScala(valori, zeroSignificativo),
    riferimento,
    soglia: lineaSoglia,
  };
}
