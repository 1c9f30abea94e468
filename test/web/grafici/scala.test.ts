import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorOf, barOf, createScala } from '../../../web/src/grafici/scala.ts';

interface Caso {
  titolo: string;
  valori: number[];
  daZero: boolean;
  zero: number;
  /** Bars as [start, width] in hundredths of the drawing, one for each value. */
  barre: [number, number][];
}

const CASI: Caso[] = [
  {
    titolo: 'all positive: from the left',
    valori: [10, 5, 0],
    daZero: true,
    zero: 0,
    barre: [
      [0, 100],
      [0, 50],
      [0, 0],
    ],
  },
  {
    titolo: 'all negative: from the right',
    valori: [-5, -10],
    daZero: true,
    zero: 100,
    barre: [
      [50, 50],
      [0, 100],
    ],
  },
  {
    titolo: 'both signs: to either side of zero',
    valori: [30, -10, 0],
    daZero: true,
    zero: 25,
    barre: [
      [25, 75],
      [0, 25],
      [25, 0],
    ],
  },
  { titolo: 'one value', valori: [7], daZero: true, zero: 0, barre: [[0, 100]] },
  {
    titolo: 'all zero: no bar has ink',
    valori: [0, 0],
    daZero: true,
    zero: 0,
    barre: [
      [0, 0],
      [0, 0],
    ],
  },
];

describe('a scale of bars', () => {
  test.each(CASI)('$titolo', ({ valori, daZero, zero, barre }) => {
    const scala = createScala(valori, daZero);
    expect(scala.zero).toBe(zero);
    expect(valori.map((v) => barOf(v, scala)).map(({ inizio, larghezza }) => [inizio, larghezza])).toEqual(barre);
  });

  test('nothing to draw: a scale all the same', () => {
    expect(createScala([], true)).toMatchObject({ min: 0, max: 1 });
  });
});

describe('a cut scale', () => {
  test.each([
    ['values apart keep a margin at both ends', [2, 4], [9.68, 90.32]],
    ['values alike stand in the middle', [2.54, 2.54], [50, 50]],
    ['zeros alike stand in the middle', [0, 0], [50, 50]],
  ] as const)('%s', (_titolo, valori, percenti) => {
    const scala = createScala(valori, false);
    expect(valori.map(scala.toPercento)).toEqual(percenti);
  });
});

test('whatever the values, marks stand inside the drawing and in the order of the values', () => {
  const valore = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
  fc.assert(
    fc.property(fc.array(valore, { minLength: 1, maxLength: 20 }), fc.boolean(), (valori, daZero) => {
      const scala = createScala(valori, daZero);
      const ordinati = valori.toSorted((a, b) => a - b).map(scala.toPercento);
      for (const [i, punto] of ordinati.entries()) {
        expect(punto).toBeGreaterThanOrEqual(ordinati[i - 1] ?? 0);
        expect(punto).toBeLessThanOrEqual(100);
      }
      if (!daZero) return;
      for (const v of valori) {
        const { inizio, larghezza } = barOf(v, scala);
        expect(larghezza).toBeGreaterThanOrEqual(0);
        expect(inizio).toBeGreaterThanOrEqual(0);
        expect(inizio + larghezza).toBeLessThanOrEqual(100.01);
        // One end of every bar is zero.
        expect([inizio, Math.round((inizio + larghezza) * 100) / 100]).toContain(scala.zero);
      }
    }),
  );
});

test.each([
  [0, 'start'],
  [14.99, 'start'],
  [15, 'middle'],
  [50, 'middle'],
  [85, 'middle'],
  [85.01, 'end'],
  [100, 'end'],
])('a label at %d %% hangs from its %s', (percento, ancora) => {
  expect(anchorOf(percento)).toBe(ancora);
});
