/** Marks along an axis at round numbers, and labels that keep off each other. */
import { formatNumero } from '../../../functions/core/formato.ts';
import { isDenaro, type Misurato, segnoOf } from '../serie/valore.ts';

export interface Tacca {
  readonly valore: number;
  readonly testo: string;
}

export interface Asse {
  readonly min: number;
  readonly max: number;
  readonly tacche: readonly Tacca[];
  /** @returns 0 (at `min`) … 100 (at `max`) */
  readonly toPercento: (valore: number) => number;
}

const PASSI = [1, 2, 2.5, 5, 10];
const INTERVALLI = 4;
/** Where values start beyond this part of the greatest, starting from zero would flatten what there is to see. */
const PARTE_VUOTA = 0.4;

/**
 * @param valori everything that must fit; at least one
 * @returns an axis from a round number to a round number, with four or five marks; from zero where that costs little
 */
export function createAsse(valori: readonly number[], misurato: Misurato): Asse {
  const basso = Math.min(...valori);
  const alto = Math.max(...valori);
  const daZero = basso >= 0 && basso <= alto * PARTE_VUOTA;
  const [da, a] = daZero ? [0, alto] : alto <= 0 && alto >= basso * PARTE_VUOTA ? [basso, 0] : [basso, alto];
  const passo = findPasso(a === da ? Math.abs(a) / 10 || 1 : a - da);
  const min = Math.floor(da / passo + 1e-9) * passo;
  const max = Math.max(Math.ceil(a / passo - 1e-9) * passo, min + passo);
  const quante = Math.round((max - min) / passo);
  const decimali = Math.max(0, -Math.floor(Math.log10(isDenaro(misurato.unita) ? passo / 100 : passo) + 1e-9));
  const tacche = Array.from({ length: quante + 1 }, (_, i) => {
    const valore = Math.round((min + i * passo) * 1e6) / 1e6 || 0;
    return { valore, testo: tellTacca(valore, misurato, passo < 1 || decimali > 0 ? decimaliDi(passo, misurato) : 0) };
  });
  return { min, max, tacche, toPercento: (valore) => ((valore - min) / (max - min)) * 100 };
}

function findPasso(ampiezza: number): number {
  const grezzo = ampiezza / INTERVALLI;
  const potenza = 10 ** Math.floor(Math.log10(grezzo));
  const passo = PASSI.find((uno) => uno * potenza >= grezzo - 1e-9) ?? 10;
  return passo * potenza;
}

/** As many as it takes to write the step in full. */
function decimaliDi(passo: number, { unita }: Misurato): number {
  const scritto = String(Math.round((isDenaro(unita) ? passo / 100 : passo) * 1e6) / 1e6);
  return scritto.split('.')[1]?.length ?? 0;
}

function tellTacca(valore: number, { unita }: Misurato, decimali: number): string {
  const numero = formatNumero(isDenaro(unita) ? valore / 100 : valore, decimali);
  const segno = segnoOf(unita);
  return segno ? `${numero}\u202f${segno}` : numero;
}

/**
 * Moves labels as little as it takes to keep them apart.
 * @param posti where each would stand, px; in any order
 * @param passo px between two of them, at least
 * @returns where each stands, in the order given, within 0 … `altezza`
 */
export function spreadEtichette(posti: readonly number[], passo: number, altezza: number): number[] {
  const ordine = posti.map((y, i) => ({ y, i })).toSorted((a, b) => a.y - b.y);
  const messi: number[] = [];
  for (const { y } of ordine) messi.push(Math.max(y, (messi.at(-1) ?? Number.NEGATIVE_INFINITY) + passo));
  let limite = altezza;
  for (let i = messi.length - 1; i >= 0; i -= 1) {
    messi[i] = Math.min(messi[i] ?? 0, limite);
    limite = (messi[i] ?? 0) - passo;
  }
  const fatti = new Array<number>(posti.length).fill(0);
  for (const [k, { i }] of ordine.entries()) fatti[i] = messi[k] ?? 0;
  return fatti;
}
