import { describe, expect, test } from 'vitest';
import { buildFoglio, type Foglio, nameColonna } from '../../../web/src/riservata/foglio.ts';
import { decodeFile, findLinea, type Linea, separatoreOf, splitLinee } from '../../../web/src/riservata/linee.ts';
import { buildBozza, buildProblema, buildSegnalazione } from './bozze.ts';

describe('the lines of a file', () => {
  test.each<[string, string, [number, string[]][]]>([
    [
      'plain',
      'a;b\n1;2\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'CRLF, no end at the last line',
      'a;b\r\n1;2',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    ['a separator between quotes', '"a;b";c\n', [[1, ['a;b', 'c']]]],
    ['doubled quotes', '"detto ""SGATE""";2\n', [[1, ['detto "SGATE"', '2']]]],
    [
      'a line end between quotes: the next line keeps its physical number',
      'x;"due\nrighe"\ny;2\n',
      [
        [1, ['x', 'due\nrighe']],
        [3, ['y', '2']],
      ],
    ],
    [
      'blank lines have their number',
      'a\n\nb\n',
      [
        [1, ['a']],
        [2, ['']],
        [3, ['b']],
      ],
    ],
    ['a quote inside a word stays', 'l"aquila;1\n', [[1, ['l"aquila', '1']]]],
    ['an empty file', '', []],
    ['empty cells at the end', 'a;;\n', [[1, ['a', '', '']]]],
  ])('%s', (_titolo, testo, attese) => {
    expect(splitLinee(testo, ';')).toEqual(attese.map(([riga, celle]) => ({ riga, celle })));
  });

  test.each<[string, string]>([
    ['punto e virgola (;)', ';'],
    ['tabulazione', '\t'],
    ['barra verticale (|)', '|'],
    ['virgola (,)', ','],
  ])('«%s» parts the cells', (nome, separatore) => {
    expect(separatoreOf(nome)).toBe(separatore);
  });

  test.each<[string, number[], string | null]>([
    ['UTF-8', [0xc3, 0xa8], 'è'],
    ['UTF-8 con BOM', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['Windows-1252', [0xe8, 0x80], 'è€'],
    ['XLSX', [0x50, 0x4b], null],
    ['', [0x25], null],
  ])('bytes in «%s»', (codifica, byte, testo) => {
    expect(decodeFile(new Uint8Array(byte), codifica)).toBe(testo);
  });
});

test.each<[number, string]>([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [28, 'AB'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %i is %s in a spreadsheet', (colonna, nome) => {
  expect(nameColonna(colonna)).toBe(nome);
});

const linee = (quante: number): Linea[] =>
  Array.from({ length: quante }, (_, i) => ({ riga: i + 1, celle: [`c${i + 1}`, '1'] }));

/** `1-20 … 29-33 …`: which lines are shown, and how many are not. */
describe('any line can be reached', () => {
  const linee = Array.from({ length: 100 }, (_, i) => ({ riga: i + 1, celle: [i === 49 ? '' : `riga ${i + 1}`] }));

  test.each<[string, [number, number][], string]>([
    ['a page of those that follow', [[21, 40]], '+0 1-40 +59'],
    ['some in the middle, a blank one among them', [[48, 52]], '+0 1-20 +27 48-52 +48'],
    ['to the end', [[95, 1000]], '+0 1-20 +73 95-100 +0'],
  ])('%s', (_, aperte, blocchi) => {
    expect(describeBlocchi(buildFoglio(linee, buildBozza(), { inizio: 20, attorno: 2, aperte }))).toBe(blocchi);
  });

  test('those left out are told with the first of them', () => {
    expect(buildFoglio(linee, buildBozza()).restanti).toEqual({ righe: 79, da: 21, segnate: 0 });
  });

  test.each([
    [30, 30],
    [50, 49],
    [100, 100],
    [101, null],
  ])('line %i is found at %s', (chiesta, trovata) => {
    expect(findLinea(linee, chiesta)).toBe(trovata);
  });
});

function describeBlocchi({ blocchi, restanti }: Foglio): string {
  const detti = blocchi.map(({ saltate, righe }) => `+${saltate.righe} ${righe[0]?.riga}-${righe.at(-1)?.riga}`);
  return [...detti, `+${restanti.righe}`].join(' ');
}

describe('the sheet', () => {
  test.each<[string, number, number[], string]>([
    ['a short file is shown whole', 7, [3], '+0 1-7 +0'],
    ['a long one from the top, and around each problem', 100, [50], '+0 1-20 +27 48-52 +48'],
    ['problems near each other share a block', 100, [50, 53], '+0 1-20 +27 48-55 +45'],
    ['a problem next to the top makes it longer', 100, [22], '+0 1-24 +76'],
    ['a problem in the last line', 100, [100], '+0 1-20 +77 98-100 +0'],
    ['without problems', 30, [], '+0 1-20 +10'],
  ])('%s', (...[, quante, righe, atteso]) => {
    const bozza = buildBozza({ problemi: righe.map((riga) => buildProblema(riga, 2, 'no')) });
    expect(describeBlocchi(buildFoglio(linee(quante), bozza))).toBe(atteso);
  });

  test('of hundreds of problems the first sixty are shown, the others one by one as somebody comes to them', () => {
    const problemi = Array.from({ length: 100 }, (_, i) => buildProblema((i + 1) * 10, 2, 'no'));
    const bozza = buildBozza({ problemi });
    const opzioni = { inizio: 20, attorno: 2 };
    const foglio = buildFoglio(linee(1000), bozza, opzioni);
    expect(foglio.restanti).toEqual({ righe: 398, da: 603, segnate: 40 });
    expect(foglio.segni.map(({ riga }) => riga)).toEqual(problemi.map(({ riga }) => riga));
    const oltre = buildFoglio(linee(1000), bozza, { ...opzioni, aperte: [[705, 715]] });
    expect(oltre.blocchi.at(-1)?.saltate).toEqual({ righe: 102, da: 603, segnate: 10 });
    expect(oltre.restanti).toEqual({ righe: 285, da: 716, segnate: 29 });
  });

  test('marks the very cell, first the problems of a line from the left', () => {
    const bozza = buildBozza({
      problemi: [buildProblema(2, 2, 'destra'), buildProblema(2, 1, 'sinistra'), buildProblema(null, null, 'tutto')],
    });
    const foglio = buildFoglio(linee(3), bozza);
    expect(foglio.segni.map(({ colonna, messaggio }) => [colonna, messaggio])).toEqual([
      [1, 'sinistra'],
      [2, 'destra'],
    ]);
    expect(foglio.generali.map(({ messaggio }) => messaggio)).toEqual(['tutto']);
    expect(foglio.blocchi[0]?.righe.map(({ segni }) => segni.length)).toEqual([0, 2, 0]);
  });

  test('marks what the checks found in this file, not what they found in others', () => {
    const bozza = buildBozza({
      segnalazioni: [
        buildSegnalazione({ riga: 2, messaggio: 'qui' }),
        buildSegnalazione({ riga: 2, messaggio: 'in un’altra parte', parte: 'altra' }),
        buildSegnalazione({ riga: 2, messaggio: 'in un’altra tabella', tipo: 'fondi' }),
      ],
    });
    expect(buildFoglio(linee(3), bozza).segni.map(({ messaggio }) => messaggio)).toEqual(['qui']);
  });

  test('a problem told with a line inside a long cell stands on the line where the cell begins', () => {
    const bozza = buildBozza({ problemi: [buildProblema(3, 2, 'dentro')] });
    const foglio = buildFoglio(splitLinee('a;b\nx;"due\nrighe"\ny;2\n', ';'), bozza);
    expect(foglio.blocchi[0]?.righe.find(({ segni }) => segni.length > 0)?.riga).toBe(2);
  });

  test('says what each line was taken for; a blank one is not shown', () => {
    const bozza = buildBozza({
      interpretazione: { intestazione: [2], righeEscluse: [{ riga: 1, testo: 'Titolo', motivo: 'titolo' }] },
    });
    const foglio = buildFoglio(splitLinee('Titolo\na;b\n\n1;2\n', ';'), bozza);
    expect(foglio.blocchi[0]?.righe.map(({ riga, ruolo, motivo }) => [riga, ruolo, motivo])).toEqual([
      [1, 'esclusa', 'titolo'],
      [2, 'intestazione', undefined],
      [4, 'dato', undefined],
    ]);
    expect(foglio.colonne).toBe(2);
  });
});
