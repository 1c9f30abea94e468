import { describe, expect, test } from 'vitest';
import {
  formatInBreve,
  formatScarto,
  formatValore,
  joinParti,
  tellInBreve,
  tellValore,
  toNumero,
} from '../../../web/src/serie/valore.ts';

/** The thin space that keeps a number and its sign together. */
const S = '\u202f';
const MENO = '\u2212';

interface Caso {
  unita: string;
  valore: number;
  decimali: number;
  testo: string;
}

const ESATTI: Caso[] = [
  { unita: '€', valore: 180_996_390, decimali: 2, testo: `1.809.963,90${S}€` },
  { unita: '€/anno', valore: 0, decimali: 2, testo: `0,00${S}€` },
  { unita: '€/ab', valore: -106, decimali: 2, testo: `${MENO}1,06${S}€` },
  { unita: '%', valore: 24.0644, decimali: 2, testo: `24,06${S}%` },
  { unita: '‰', valore: -6.0928, decimali: 2, testo: `${MENO}6,09${S}‰` },
  { unita: 'persone', valore: 70_274, decimali: 0, testo: '70.274' },
  { unita: 'persone per famiglia', valore: 2.5444, decimali: 2, testo: '2,54' },
  { unita: 'ab/km²', valore: 1000, decimali: 2, testo: '1.000,00' },
];

const SCARTI: Caso[] = [
  { unita: '€', valore: 62_821_848, decimali: 2, testo: `+628.218,48${S}€` },
  { unita: '€', valore: -27_734_857, decimali: 2, testo: `${MENO}277.348,57${S}€` },
  { unita: '€', valore: 0, decimali: 2, testo: `0,00${S}€` },
  { unita: '%', valore: 1.5, decimali: 2, testo: '+1,50 punti' },
  { unita: 'persone', valore: -40, decimali: 0, testo: `${MENO}40` },
];

const BREVI: Caso[] = [
  { unita: '€', valore: 180_996_390, decimali: 2, testo: `1,81${S}milioni di €` },
  { unita: '€', valore: 1_234_567_890, decimali: 2, testo: `12,3${S}milioni di €` },
  { unita: '€', valore: 99_949_900, decimali: 2, testo: `999.499${S}€` },
  { unita: '€', valore: 99_950_000, decimali: 2, testo: `1,00${S}milioni di €` },
  { unita: '€', valore: -27_734_857, decimali: 2, testo: `${MENO}277.349${S}€` },
  { unita: '€', valore: 99_999, decimali: 2, testo: `999,99${S}€` },
  { unita: '€', valore: 100_000, decimali: 2, testo: `1.000${S}€` },
  { unita: '%', valore: 95, decimali: 2, testo: `95,00${S}%` },
  { unita: 'persone', valore: 70_274, decimali: 0, testo: '70.274' },
];

describe('values as they are written', () => {
  test.each(ESATTI)('exact: $testo', ({ valore, testo, ...misurato }) => {
    expect(formatValore(valore, misurato)).toBe(testo);
  });
  test.each(SCARTI)('difference: $testo', ({ valore, testo, ...misurato }) => {
    expect(formatScarto(valore, misurato)).toBe(testo);
  });
  test.each(BREVI)('short: $testo', ({ valore, testo, ...misurato }) => {
    expect(joinParti(formatInBreve(valore, misurato))).toBe(testo);
  });
  test.each([
    { id: 'variazione-popolazione-pct', unita: '%', valore: 1.39, testo: `+1,39${S}%`, breve: `+1,39${S}%` },
    { id: 'variazione-popolazione-pct', unita: '%', valore: 0, testo: `0,00${S}%`, breve: `0,00${S}%` },
    { id: 'scarto-minimo', unita: '€', valore: -500_000, testo: `${MENO}5.000,00${S}€`, breve: `${MENO}5.000${S}€` },
    { id: 'scarto-minimo', unita: '€', valore: 500_000, testo: `+5.000,00${S}€`, breve: `+5.000${S}€` },
    { id: 'quota-fascia', unita: '%', valore: 24.06, testo: `24,06${S}%`, breve: `24,06${S}%` },
  ])('$id: $testo, with its sign where it is a difference', ({ id, unita, valore, testo, breve }) => {
    const misurato = { id, unita, decimali: 2 };
    expect(tellValore(valore, misurato)).toBe(testo);
    expect(joinParti(tellInBreve(valore, misurato))).toBe(breve);
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
