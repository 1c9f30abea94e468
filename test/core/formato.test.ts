import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDifferenza, formatEuro, formatNumero } from '../../functions/core/formato.ts';

describe('numbers as Italian readers expect them', () => {
  test.each<[string, [valore: number, decimali: number], string]>([
    ['a thousand has its point', [1234.56, 2], '1.234,56'],
    ['and a million two', [1_595_800, 0], '1.595.800'],
    ['nothing before the comma is a zero', [0.5, 2], '0,50'],
    ['a half goes away from zero', [2.5, 0], '3'],
    ['below zero too', [-2.5, 0], '−3'],
    ['a half as it is written, which the machine holds as a little less', [1.005, 2], '1,01'],
    ['what is rounded to zero has no sign', [-0.004, 2], '0,00'],
    ['very small', [1.5e-7, 8], '0,00000015'],
    ['very large', [1e22, 0], '10.000.000.000.000.000.000.000'],
  ])('%s', (_, numero, atteso) => {
    expect(formatNumero(...numero)).toBe(atteso);
  });

  test('what the rules of the language give', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.nat({ max: 6 }),
        fc.nat({ max: 4 }),
        (intero, posti, decimali) => {
          const valore = Number(`${intero}e-${posti}`);
          const daRegole = valore.toLocaleString('it-IT', {
            minimumFractionDigits: decimali,
            maximumFractionDigits: decimali,
            useGrouping: 'always',
            signDisplay: 'negative',
          });
          expect(formatNumero(valore, decimali)).toBe(daRegole.replace('-', '−'));
        },
      ),
    );
  });

  test('what is no number is never written as one', () => {
    expect(() => formatNumero(Number.NaN)).toThrow(RangeError);
  });
});

test('money and differences', () => {
  expect([formatEuro(143_544_913), formatDifferenza(16), formatDifferenza(-40), formatDifferenza(0)]).toEqual([
    '1.435.449,13\u202f€',
    '+16',
    '−40',
    '0',
  ]);
});
