import { describe, expect, test } from 'vitest';
import { formatInBreve, formatScarto, formatValore, joinParti, toNumero } from '../../../web/src/serie/valore.ts';

/** The thin space that keeps a number and its sign together. */
const S = '\u202f';
const MENO = '\u2212';

const ESATTI: [string, number, number, string][] = [
  ['€', 180_996_390, 2, `1.809.963,90${S}€`],
  ['€/anno', 0, 2, `0,00${S}€`],
  ['€/ab', -106, 2, `${MENO}1,06${S}€`],
  ['%', 24.0644, 2, `24,06${S}%`],
  ['‰', -6.0928, 2, `${MENO}6,09${S}‰`],
  ['persone', 70_274, 0, '70.274'],
  ['persone per famiglia', 2.5444, 2, '2,54'],
  ['ab/km²', 1000, 2, '1.000,00'],
];

const SCARTI: [string, number, number, string][] = [
  ['€', 62_821_848, 2, `+628.218,48${S}€`],
  ['€', -27_734_857, 2, `${MENO}277.348,57${S}€`],
  ['€', 0, 2, `0,00${S}€`],
  ['%', 1.5, 2, '+1,50 punti'],
  ['persone', -40, 0, `${MENO}40`],
];

const BREVI: [string, number, number, string][] = [
  ['€', 180_996_390, 2, `1,81${S}milioni di €`],
  ['€', 1_234_567_890, 2, `12,3${S}milioni di €`],
  ['€', 99_949_900, 2, `999.499${S}€`],
  ['€', 99_950_000, 2, `1,00${S}milioni di €`],
  ['€', -27_734_857, 2, `${MENO}277.349${S}€`],
  ['€', 99_999, 2, `999,99${S}€`],
  ['€', 100_000, 2, `1.000${S}€`],
  ['%', 95, 2, `95,00${S}%`],
  ['persone', 70_274, 0, '70.274'],
];

describe('values as they are written', () => {
  test.each(ESATTI)('exact, %s %d', (unita, valore, decimali, testo) => {
    expect(formatValore(valore, { unita, decimali })).toBe(testo);
  });
  test.each(SCARTI)('difference, %s %d', (unita, valore, decimali, testo) => {
    expect(formatScarto(valore, { unita, decimali })).toBe(testo);
  });
  test.each(BREVI)('short, %s %d', (unita, valore, decimali, testo) => {
    expect(joinParti(formatInBreve(valore, { unita, decimali }))).toBe(testo);
  });
  test.each([
    ['251622.44', 25_162_244],
    ['-0.01', -1],
    [24.06, 24.06],
    [0, 0],
    [null, null],
  ])('%j of the API is %j', (valore, atteso) => {
    expect(toNumero(valore)).toBe(atteso);
  });
});
