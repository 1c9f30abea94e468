/** From values to places along a chart, as percentages: the same geometry at any width, and none of it needs a window. */

export interface Scala {
  readonly min: number;
  readonly max: number;
  /** Where zero stands, 0-100; at an end where all values have one sign. */
  readonly zero: number;
  /** @returns 0-100, two decimals: enough for a pixel at any width */
  readonly toPercento: (valore: number) => number;
}

/** Room left at the two ends of a cut scale, as part of the range. */
const MARGINE = 0.12;

/**
 * @param valori everything that must fit: values, reference, threshold; may be empty
 * @param daZero true where zero is a meaningful start (bars); false for a scale cut to the values (dots)
 */
export function createScala(valori: readonly number[], daZero: boolean): Scala {
  const [min, max] = findDominio(valori, daZero);
  const toPercento = (valore: number) => Math.round(((valore - min) / (max - min)) * 10_000) / 100;
  return { min, max, zero: Math.min(100, Math.max(0, toPercento(0))), toPercento };
}

function findDominio(valori: readonly number[], daZero: boolean): [number, number] {
  if (valori.length === 0) return [0, 1];
  const basso = Math.min(...valori);
  const alto = Math.max(...valori);
  if (daZero) {
    const min = Math.min(0, basso);
    const max = Math.max(0, alto);
    return min === max ? [0, 1] : [min, max];
  }
  // Values all alike: any width will do, as long as they stand in the middle.
  const spazio = alto === basso ? Math.abs(alto) * MARGINE || 1 : (alto - basso) * MARGINE;
  return [basso - spazio, alto + spazio];
}

export interface Tratto {
  /** 0-100. */
  readonly inizio: number;
  /** 0-100. */
  readonly larghezza: number;
}

/** The bar of a value: from zero to it, to the left when negative. */
export function barOf(valore: number, scala: Scala): Tratto {
  const punto = scala.toPercento(valore);
  const inizio = Math.min(punto, scala.zero);
  return { inizio, larghezza: Math.round((Math.max(punto, scala.zero) - inizio) * 100) / 100 };
}

/** A label over a vertical line keeps inside the drawing: centred, except near the ends. */
export function anchorOf(percento: number): 'start' | 'middle' | 'end' {
  if (percento < 15) return 'start';
  return percento > 85 ? 'end' : 'middle';
}
