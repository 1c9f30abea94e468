import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumero } from '../../../../functions/core/tabelle/lettura/numeri.ts';
import {
  type FormaNumero,
  formatDataIso,
  formatNumeroXlsx,
  getFormaPredefinita,
  parseFormaNumero,
} from '../../../../functions/core/tabelle/lettura/xlsx-formato.ts';

describe('the code of a number format tells what the number means', () => {
  test.each<[codice: string, forma: string]>([
    ['General', 'numero'],
    ['Standard', 'numero'],
    ['@', 'numero'],
    ['0', 'numero'],
    ['0.00', 'numero'],
    ['#,##0', 'numero'],
    ['#,##0.00\\ "€"', 'numero'],
    ['[$€-410]\\ #,##0.00;[Red]\\-[$€-410]\\ #,##0.00', 'numero'],
    ['_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', 'numero'],
    ['0.00E+00', 'numero'],
    ['# ?/?', 'numero'],
    ['0" anni"', 'numero'],
    ['#,##0\\ "giorni"', 'numero'],
    ['"SI";;"NO"', 'numero'],
    ['[Red]0;[Blue]-0', 'numero'],
    ['0%', 'percentuale'],
    ['0.00%;[Red]\\-0.00%', 'percentuale'],
    ['0"%"', 'numero'],
    ['000000', 'zeri 6'],
    ['00000', 'zeri 5'],
    ['dd/mm/yyyy', 'data'],
    ['[$-410]d\\ mmmm\\ yyyy;@', 'data'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'data'],
    ['mmm\\-yy', 'data'],
    ['mmmm', 'data'],
    ['dd/mm/yyyy\\ hh:mm', 'data-ora'],
    ['h:mm', 'ora'],
    ['hh:mm:ss', 'ora'],
    ['mm:ss.0', 'ora'],
    ['[$-F400]h:mm:ss\\ AM/PM', 'ora'],
    ['"h. "h.mm', 'ora'],
    ['[h]:mm', 'durata'],
    ['[mm]:ss', 'durata'],
  ])('%s: %s', (codice, forma) => {
    expect(describeForma(parseFormaNumero(codice))).toBe(forma);
  });

  test.each<[id: number, forma: string]>([
    [0, 'numero'],
    [2, 'numero'],
    [4, 'numero'],
    [9, 'percentuale'],
    [10, 'percentuale'],
    [11, 'numero'],
    [14, 'data'],
    [17, 'data'],
    [20, 'ora'],
    [22, 'data-ora'],
    [44, 'numero'],
    [46, 'durata'],
    [49, 'numero'],
  ])('predefined %i: %s', (id, forma) => {
    expect(describeForma(getFormaPredefinita(id))).toBe(forma);
  });
});

describe('a stored number becomes the text of its cell', () => {
  test.each<[scritto: string, codice: string, atteso: string]>([
    ['1435449.13', 'General', '1435449.13'],
    ['1435449.1299999999', '#,##0.00', '1435449.13'],
    ['1.4354491299999999E6', '#,##0.00', '1435449.13'],
    ['0.30000000000000004', 'General', '0.3'],
    ['34.999999999999993', 'General', '35'],
    ['6917', 'General', '6917'],
    ['6917.0', 'General', '6917'],
    ['9.46E+3', '0.00E+00', '9460'],
    ['1E-7', 'General', '0.0000001'],
    ['1.5E-3', 'General', '0.0015'],
    ['1E21', 'General', '1000000000000000000000'],
    ['9007199254740991', 'General', '9007199254740991'],
    ['-40', 'General', '-40'],
    ['-0', 'General', '0'],
    ['+16', 'General', '16'],
    ['.5', 'General', '0.5'],
    ['1.234', 'General', '1,234'],
    ['-12.345', 'General', '-12,345'],
    ['0.125', 'General', '0.125'],
    ['1234.567', 'General', '1234.567'],
    ['0.95', '0%', '95%'],
    ['0.956', '0%', '95.6%'],
    ['0.07', '0%', '7%'],
    ['0.29', '0%', '29%'],
    ['1', '0%', '100%'],
    ['0', '0%', '0%'],
    ['0.01234', '0.00%', '1,234%'],
    ['75016', '000000', '075016'],
    ['72012', '00000', '72012'],
    ['1.5', '00', '1.5'],
    ['46195', 'dd/mm/yyyy', '2026-06-22'],
    ['46195.39583333333', 'dd/mm/yyyy', '2026-06-22'],
    ['46195.39583333333', 'dd/mm/yyyy\\ hh:mm', '2026-06-22 09:30'],
    ['46195', 'dd/mm/yyyy\\ hh:mm', '2026-06-22'],
    ['46195.999999999', 'dd/mm/yyyy\\ hh:mm', '2026-06-23'],
    ['0.39583333333333331', 'h:mm', '09:30'],
    ['0.39600694444444445', 'h:mm', '09:30:15'],
    ['46195.39583333333', 'h:mm', '09:30'],
    ['0', 'h:mm', '00:00'],
    ['1.1041666666666667', '[h]:mm', '26:30'],
    ['1', 'dd/mm/yyyy', '1900-01-01'],
    ['59', 'dd/mm/yyyy', '1900-02-28'],
    ['60', 'dd/mm/yyyy', '1900-02-29'],
    ['61', 'dd/mm/yyyy', '1900-03-01'],
    ['0', 'dd/mm/yyyy', '1900-01-00'],
    ['2958465', 'dd/mm/yyyy', '9999-12-31'],
    ['2958466', 'dd/mm/yyyy', '#NUM!'],
    ['-1', 'dd/mm/yyyy', '#NUM!'],
    ['1E400', 'General', '#NUM!'],
    ['NaN', 'General', 'NaN'],
    ['1.435.449,13', 'General', '1.435.449,13'],
    ['0x10', 'General', '0x10'],
  ])('%s as %s: %s', (scritto, codice, atteso) => {
    expect(formatNumeroXlsx(scritto, parseFormaNumero(codice), false)).toBe(atteso);
  });

  test.each<[scritto: string, codice: string, atteso: string]>([
    ['0', 'dd/mm/yyyy', '1904-01-01'],
    ['44733', 'dd/mm/yyyy', '2026-06-22'],
    ['2957003', 'dd/mm/yyyy', '9999-12-31'],
    ['2957004', 'dd/mm/yyyy', '#NUM!'],
  ])('%s as %s, days counted from 1904: %s', (scritto, codice, atteso) => {
    expect(formatNumeroXlsx(scritto, parseFormaNumero(codice), true)).toBe(atteso);
  });

  test.each([
    ['2026-06-22', '2026-06-22'],
    ['2026-06-22T00:00:00', '2026-06-22'],
    ['2026-06-22T09:30:00.000Z', '2026-06-22 09:30'],
    ['T09:30:15', '09:30:15'],
    ['domani', 'domani'],
    ['', ''],
  ])('a date stored as text, %s: %s', (scritto, atteso) => {
    expect(formatDataIso(scritto)).toBe(atteso);
  });

  test('the reader of numbers gets back every decimal it could have read in a CSV file, and never thousands for decimals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (cifre, decimali) => {
          const numero = Number(`${cifre}e-${decimali}`);
          const testo = formatNumeroXlsx(`${numero}`, { tipo: 'numero' }, false);
          expect(parseNumero(testo, { formato: 'decimale', conSegno: true })).toEqual({
            valore: numero === 0 ? 0 : numero,
          });
          if (Number.isInteger(numero)) return;
          expect(parseNumero(testo, { formato: 'intero', conSegno: true })).toMatchObject({
            regola: 'numero-non-intero',
          });
        },
      ),
    );
  });

  test('every day from 1 March 1900 comes back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (seriale) => {
        const data = formatNumeroXlsx(`${seriale}`, { tipo: 'data' }, false);
        expect(Date.parse(data) / 86_400_000 + 25_569).toBe(seriale);
      }),
    );
  });
});

function describeForma(forma: FormaNumero): string {
  return forma.tipo === 'zeri' ? `zeri ${forma.cifre}` : forma.tipo;
}
