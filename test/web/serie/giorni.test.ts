import { describe, expect, test } from 'vitest';
import { describeIntervallo, formatGiornoEsteso } from '../../../web/src/serie/giorni.ts';

/** As it is read: a space that does not break is a space. */
const plain = (testo: string) => testo.replaceAll('\u00a0', ' ');

describe('days as Italian says them', () => {
  test.each([
    ['2026-06-22', 'lunedì 22 giugno 2026'],
    ['2026-07-01', 'mercoledì 1° luglio 2026'],
    ['2028-02-29', 'martedì 29 febbraio 2028'],
  ])('%s is %s', (iso, atteso) => {
    expect(plain(formatGiornoEsteso(iso))).toBe(atteso);
  });

  test.each([
    ['2026-06-17', '2026-07-01', 'dal 17 giugno al 1° luglio 2026'],
    ['2022-05-20', '2023-06-01', 'dal 20 maggio 2022 al 1° giugno 2023'],
    ['2026-06-08', '2026-06-11', 'dall’8 giugno all’11 giugno 2026'],
    ['2026-06-22', '2026-06-22', 'il 22 giugno 2026'],
    ['2026-06-11', '2026-06-11', 'l’11 giugno 2026'],
  ])('from %s to %s', (da, a, atteso) => {
    expect(plain(describeIntervallo(da, a))).toBe(atteso);
  });
});
