import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Codifica, Decodifica } from '../../../../functions/core/tabelle/lettura/codifica.ts';
import { type ErroreCsv, LettoreCsv } from '../../../../functions/core/tabelle/lettura/csv.ts';

function readPezzi(pezzi: readonly string[]): { righe: [riga: number, ...celle: string[]][]; errori: ErroreCsv[] } {
  const righe: [number, ...string[]][] = [];
  const errori: ErroreCsv[] = [];
  const lettore = new LettoreCsv({
    separatore: ';',
    onLinea: (celle, riga) => righe.push([riga, ...celle]),
    onErrore: (errore) => errori.push(errore),
  });
  for (const pezzo of pezzi) lettore.push(pezzo);
  lettore.end();
  return { righe, errori };
}

/** The text cut at the given places. */
function cut(testo: string, tagli: readonly number[]): string[] {
  const ordinati = [...new Set(tagli.map((taglio) => taglio % (testo.length + 1)))].sort((a, b) => a - b);
  return [0, ...ordinati].map((da, indice) => testo.slice(da, ordinati[indice] ?? testo.length));
}

describe('text in pieces', () => {
  const cella = fc.string({ unit: fc.constantFrom('a', 'è', ';', '"', '\n', ' ', '1') });
  const tabella = fc.array(fc.array(cella, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  const fineRiga = fc.constantFrom('\n' as const, '\r\n' as const);

  it('gives back every record, wherever it is cut', () => {
    fc.assert(
      fc.property(tabella, fineRiga, fc.array(fc.nat()), (celle, newline, tagli) => {
        const testo = Papa.unparse(celle, { delimiter: ';', newline });
        const { righe, errori } = readPezzi(cut(testo, tagli));
        expect(errori).toEqual([]);
        expect(righe.map(([, ...lette]) => lette)).toEqual(celle);
      }),
    );
  });

  it('counts physical lines, wherever it is cut', () => {
    fc.assert(
      fc.property(tabella, fc.array(fc.nat()), (celle, tagli) => {
        const testo = Papa.unparse(celle, { delimiter: ';', newline: '\n' });
        let riga = 1;
        const attese = celle.map((una) => {
          const sua = riga;
          riga += una.join('').split('\n').length;
          return sua;
        });
        expect(readPezzi(cut(testo, tagli)).righe.map(([sua]) => sua)).toEqual(attese);
      }),
    );
  });

  it('reads every text as papaparse does, whatever quotes and line ends it has, wherever it is cut', () => {
    const casuale = fc.string({ unit: fc.constantFrom('a', 'è', ';', ';', '"', '\n', '\r\n', '\r', ' ', 'Casarano') });
    // As long tables are: lines that begin alike.
    const inizio = fc.constantFrom('Casarano;2021;', '"Casarano";2021;', 'Casarano;', 'Casarano;2021;0;', ';;', '');
    const lunga = fc.array(fc.tuple(inizio, casuale).map((parti) => parti.join(''))).map((righe) => righe.join('\n'));
    const testo = fc.oneof(casuale, lunga);
    fc.assert(
      fc.property(testo, fc.array(fc.nat()), (scritto, tagli) => {
        const { righe, errori } = readPezzi(cut(scritto, tagli));
        const normale = scritto.replace(/\r\n?/g, '\n');
        const conFine = normale === '' || normale.endsWith('\n') ? normale : `${normale}\n`;
        const parser = new Papa.Parser({ delimiter: ';', newline: '\n' });
        const { data, errors, meta } = parser.parse(conFine, 0, true) as Papa.ParseResult<string[]>;
        const sbagliate = new Set(errors.map(({ row }) => row));
        const attese = data.filter((_, indice) => !sbagliate.has(indice));
        expect(righe.map(([, ...celle]) => celle)).toEqual(attese);
        expect(errori.length).toBe(data.length - attese.length + (meta.cursor < conFine.length ? 1 : 0));
      }),
      { numRuns: 1_000 },
    );
  });

  it('names the line and the column of a quote that is never closed', () => {
    expect(readPezzi(['a;b\n"c\nd";e\nf;"g', ';h\n'])).toEqual({
      righe: [
        [1, 'a', 'b'],
        [2, 'c\nd', 'e'],
      ],
      errori: [{ riga: 4, colonna: 2, valore: 'g;h', regola: 'virgolette-non-chiuse' }],
    });
  });
});

describe('bytes in pieces', () => {
  const codifiche: [codifica: Codifica, encode: (testo: string) => Uint8Array][] = [
    ['UTF-8', (testo) => new TextEncoder().encode(testo)],
    ['UTF-16', (testo) => Buffer.from(testo, 'utf16le')],
  ];
  it.each(codifiche)('never cut a letter in two, in %s', (codifica, encode) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat()), (testo, tagli) => {
        const byte = encode(testo);
        const ordinati = [...new Set(tagli.map((taglio) => taglio % (byte.length + 1)))].sort((a, b) => a - b);
        const decodifica = new Decodifica(codifica);
        const letto = [0, ...ordinati].map((da, indice) =>
          decodifica.push(byte.subarray(da, ordinati[indice] ?? byte.length)),
        );
        expect(letto.join('')).toBe(testo);
      }),
    );
  });
});
