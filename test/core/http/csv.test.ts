import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type Cella, type Importo, writeCsv } from '../../../functions/core/http/csv.ts';

/** What a spreadsheet with the conventions of Italy finds in the cells of the one row. */
function readRiga(celle: readonly (Cella | Importo)[]): string[] {
  const csv = writeCsv(
    celle.map((_, i) => `c${i}`),
    [celle],
  );
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter: ';', newline: '\r\n' });
  return data[1] ?? [];
}

describe('writeCsv', () => {
  test.each<[string, Cella | Importo, string]>([
    ['a count', 70275, '70275'],
    ['a negative count stays a number', -40, '-40'],
    ['a ratio with a decimal comma, unrounded', 199.28117, '199,28117'],
    ['a tiny number, not in scientific notation', 1e-7, '0,0000001'],
    ['a huge number, not in scientific notation', 12_345_678_901_234, '12345678901234'],
    ['zero is zero', 0, '0'],
    ['money', { importo: '251622.44' }, '251622,44'],
    ['negative money stays a number', { importo: '-277348.57' }, '-277348,57'],
    ['a missing value is empty, never zero', null, ''],
    ['a text', 'Casarano', 'Casarano'],
    ['a text with the separator and quotes', 'Lecce; "capofila"', 'Lecce; "capofila"'],
    ['a text over two lines', 'prima\nseconda', 'prima\nseconda'],
    ['a formula is text', '=1+1', "'=1+1"],
    ['a text that begins with a minus', '-40 persone', "'-40 persone"],
    ['a text that begins with a plus', '+16', "'+16"],
    ['a text that begins with an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a text that begins with a tab', '\t=1', "'\t=1"],
    ['a text that begins with a carriage return', '\r=1', "'\r=1"],
    ['a formula behind a space', ' =1+1', "' =1+1"],
    ['a formula behind a space that cannot be told from the letters', '\u00A0=1+1', "'\u00A0=1+1"],
    ['a formula behind a character without a shape', '\u200B\uFEFF=1+1', "'\u200B\uFEFF=1+1"],
    ['a formula in quotes', '"=1+1"', '\'"=1+1"'],
    ['a full-width formula', '＝1+1', "'＝1+1"],
    ['a small plus', '﹢1', "'﹢1"],
    ['a text with signs further on', 'Casarano = capofila', 'Casarano = capofila'],
    ['a text that would begin another cell', 'a;=1', 'a;=1'],
  ])('%s', (_titolo, cella, atteso) => {
    expect(readRiga([cella])).toEqual([atteso]);
  });

  test('begins with a byte order mark, separates with a semicolon, ends lines with CRLF', () => {
    expect(writeCsv(['a', 'b'], [['x', 1.5]])).toBe('\uFEFFa;b\r\nx;"1,5"\r\n');
  });

  const pericolo = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', ',', '"', "'");
  const testo = fc
    .array(fc.oneof(pericolo, fc.string({ maxLength: 4 })), { maxLength: 8 })
    .map((pezzi) => pezzi.join(''));

  test('no text becomes the start of a formula', () => {
    fc.assert(
      fc.property(fc.array(testo, { minLength: 1, maxLength: 4 }), (celle) => {
        for (const letta of readRiga(celle)) expect(letta).not.toMatch(/^(?:[\s"]*[=+\-@]|[\t\r])/);
      }),
      { numRuns: 1000 },
    );
  });

  test('what LibreOffice cuts at besides is always in quotes: no cell becomes two, and no formula is let loose', () => {
    const righe = fc.array(fc.oneof(testo, fc.double({ noNaN: true }), fc.constant({ importo: '-98746.62' })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(righe, (celle) => {
        const nudo = writeCsv(['nota,=1+1'], [celle]).replace(/"(?:[^"]|"")*"/g, '');
        expect(nudo).not.toMatch(/[,\t]/);
      }),
    );
  });

  test('what was written comes back, but for the guard', () => {
    fc.assert(
      fc.property(fc.array(testo, { minLength: 2, maxLength: 4 }), (celle) => {
        expect(readRiga(celle).map((letta, i) => letta === celle[i] || letta === `'${celle[i]}`)).toEqual(
          celle.map(() => true),
        );
      }),
    );
  });
});
