/** One cause behind many problems is told first, and the problems stay; a file that is right, or has a slip or two, is told of none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGOLE_CAUSE } from '../../../../functions/core/tabelle/lettura/cause/index.ts';
import { isGuasto } from '../../../../functions/core/tabelle/lettura/cause/segni-guasti.ts';
import type { Lettura } from '../../../../functions/core/tabelle/lettura/leggi.ts';
import { encodeWindows1252, type Prova, read } from './prove.ts';

const COMUNI = ['Casarano', 'Matino', 'Sant’Angelo'];
const SPESA = 'comune;triennio;spesa_complessiva;spesa_media_annua';
const EVENTI = 'ciclo;tipo_evento;fase;data;titolo';

const spesa = (scrivi: (indice: number) => string, testata = SPESA): Prova => ({
  tipo: 'spesa-storica',
  testo: [testata, ...COMUNI.map((comune, indice) => `${comune};2018-2020;${scrivi(indice + 1)}`), ''].join('\n'),
});
const eventi = (...righe: string[]): Prova => ({ tipo: 'calendario', testo: [EVENTI, ...righe, ''].join('\n') });
const listCause = ({ problemi }: Lettura) => problemi.filter(({ regola }) => REGOLE_CAUSE.has(regola));

describe('the one cause of many problems', () => {
  it.each<[caso: string, prova: Prova, regola: string, detto: RegExp, altri: number]>([
    [
      'the euro sign became a question mark',
      spesa((i) => `? 1.${i}00,00;? ${i}00,00`),
      'codifica-sospetta',
      /^In 6 celle .*alla riga 2, colonna 3 «spesa_complessiva»: «\? 1\.100,00».*CSV UTF-8/,
      6,
    ],
    [
      'the euro sign of another Windows',
      { ...spesa(() => '1;1'), testo: encodeWindows1252(String(spesa((i) => `¤ 1.${i}00,00;${i}00,00`).testo)) },
      'codifica-sospetta',
      /^In 3 celle /,
      3,
    ],
    [
      'the euro sign of a Mac of once',
      { ...spesa(() => '1;1'), testo: encodeWindows1252(String(spesa((i) => `Û 1.${i}00,00;${i}00,00`).testo)) },
      'codifica-sospetta',
      /«Lettere e accenti», «Mac OS»/,
      3,
    ],
    [
      'UTF-8 saved as if it were Windows-1252',
      spesa((i) => `â‚¬ 1.${i}00,00;${i}00,00`),
      'codifica-sospetta',
      /guastati in 3 celle \(la prima alla riga 2, colonna 3: «â‚¬ 1\.100,00»\)/,
      3,
    ],
    [
      'letters that nobody would miss',
      eventi('2022-2024;incontro;avvio;22/06/2026;UnitÃ\u00a0di strada'),
      'codifica-sospetta',
      /guastati in una cella \(alla riga 2, colonna 5/,
      0,
    ],
    [
      'a letter that was lost',
      eventi('2022-2024;incontro;avvio;22/06/2026;Citt\ufffd'),
      'codifica-sospetta',
      /alla riga 2, colonna 5: «Citt\ufffd»/,
      0,
    ],
    [
      'figures in English',
      spesa((i) => `1,${i}00.50;${i}00`),
      'numeri-inglesi',
      /^Nella colonna 3 .*3 celle.*«1,100\.50».*«Numeri scritti 1,234\.56»/,
      3,
    ],
    [
      'commas between the cells and in the figures',
      { tipo: 'spesa-storica', testo: String(spesa((i) => `1.${i}00,50;100`).testo).replaceAll(';', ',') },
      'celle-in-piu',
      /^In 3 righe .*dalla riga 2\. La virgola separa le colonne e sta anche dentro i numeri/,
      3,
    ],
    ['last cells cut off', spesa(() => '1'), 'celle-in-meno', /^In 3 righe ci sono meno celle/, 3],
    [
      'dates in American',
      eventi(
        '2022-2024;incontro;avvio;06/22/2026;Uno',
        '2022-2024;incontro;avvio;06/05/2026;Due',
        '2022-2024;incontro;avvio;07/31/2026;Tre',
      ),
      'date-americane',
      /^Nella colonna 4 .*2 celle.*«06\/22\/2026», che sarebbe 22\/06\/2026/,
      2,
    ],
    [
      'comuni of another ambito',
      { tipo: 'spesa-storica', testo: `${SPESA}\nLecce;2018-2020;1;1\nSquinzano;2018-2020;1;1\nSurbo;2018-2020;1;1\n` },
      'comuni-altrui',
      /^Nessuna riga .*alla riga 2, colonna 1 «comune»: «Lecce»/,
      3,
    ],
    [
      'codes that lost their zero',
      { tipo: 'spesa-storica', testo: `${SPESA}\n75016;2018-2020;1;1\n75042;2018-2020;1;1\n75081;2018-2020;1;1\n` },
      'codici-senza-zero',
      /3 celle.*«75016»/,
      3,
    ],
  ])('%s', (...[, prova, regola, detto, altri]) => {
    const { problemi, problemiTotali } = read(prova);
    const [causa, ...resto] = problemi;
    expect([causa?.regola, causa?.riga, resto.length, problemiTotali]).toEqual([regola, null, altri, altri + 1]);
    expect(causa?.messaggio).toMatch(detto);
    expect(resto.filter((uno) => REGOLE_CAUSE.has(uno.regola))).toEqual([]);
  });

  it('is none where what broke is no datum', () => {
    const prova = spesa((i) => `${i};${i};PerÃ²`, `${SPESA};UnitÃ\u00a0`);
    const { problemi, interpretazione } = read({
      ...prova,
      testo: `SocietÃ\u00a0\n${prova.testo}Fonte: UnitÃ\u00a0\n`,
    });
    expect([problemi, interpretazione.avvisi]).toEqual([
      [],
      ['La colonna 5, «UnitÃ», non è riconosciuta: i suoi valori non sono stati letti.'],
    ]);
  });

  it('is none where it broke on the lines of others', () => {
    const testata = '"Codice comune";"Comune";"Età";"Totale maschi";"Totale femmine";"Totale"';
    const righe = ['"075016";"Casarano"', '"075042";"Matino"', `"075081";"Sant'Angelo"`, '"001001";"AgliÃ¨"'];
    const { problemi } = read({
      tipo: 'popolazione',
      testo: ['1 gennaio 2022', testata, ...righe.map((una) => `${una};0;1;1;2`), ''].join('\n'),
    });
    expect(problemi).toEqual([]);
  });

  it('is told no more once the copy is mended, though its messages quote it', () => {
    const prova = spesa((i) => `${i};${i};«â‚¬ 1»: non è un numero.`, `${SPESA};da_correggere`);
    expect(read(prova).problemi).toEqual([]);
  });

  it('in cells that slid is told of the line that has one too many', () => {
    const testata = `comune;anno;profilo;ente;unita;etp`;
    const { problemi } = read({
      tipo: 'personale',
      testo: `${testata}\nMatino;2021;Assistente sociale;Ente; e altri;2;\n`,
    });
    expect(problemi.map(({ riga, colonna, regola }) => [riga, colonna, regola])).toContainEqual([
      2,
      null,
      'celle-spostate',
    ]);
  });
});

describe('no false alarm', () => {
  const parola = fc.constantFrom(
    ...[
      'Unità',
      'città',
      'perché',
      'È',
      'Sant’Àngelo',
      'Agliè',
      'Rhêmes',
      'Châtillon',
      'São',
      'JOÃO',
      'Âge',
      'BÂTIE',
      'Ñuñoa',
      'Übersee',
    ],
    ...[
      '€',
      '€ 1.200,00',
      '1.200,00 €',
      '18°',
      '«sì»',
      '“no”',
      '–',
      '…',
      'm²',
      '½',
      '‰',
      '100 %',
      'a?',
      '(?)',
      '™',
      '\u00a0',
      'naïve',
    ],
  );
  const cifra = fc
    .integer({ min: 0, max: 9_999_999_99 })
    .map((cent) => (cent / 100).toLocaleString('it-IT', { minimumFractionDigits: 2 }));

  it('where letters are whole', () => {
    fc.assert(
      fc.property(fc.array(parola), fc.constantFrom('', ' ', '-'), (parole, tra) => {
        expect(isGuasto(parole.join(tra))).toBe(false);
      }),
    );
  });

  it('where amounts are written as they should be, in any encoding that is known', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cifra, cifra), { minLength: 3, maxLength: 3 }),
        fc.constantFrom('', '€ ', '- ', 'n.d.'),
        fc.boolean(),
        (cifre, segno, windows) => {
          const scrivi = (i: number) =>
            segno === 'n.d.'
              ? 'n.d.;€ _____'
              : (cifre[i - 1] ?? []).map((una) => `${segno === '- ' ? '' : segno}${una}`).join(';');
          const prova = spesa(scrivi);
          const testo = windows ? encodeWindows1252(String(prova.testo)) : prova.testo;
          const lettura = read({ ...prova, testo });
          expect(lettura.problemi).toEqual([]);
          expect(lettura.interpretazione.avvisi).toBeUndefined();
        },
      ),
    );
  });

  it('for a slip or two', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('? 1.234,00', '1,234.50', 'boh', '12/31/2020', '####', '1.2.3'),
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 0, max: 1 }),
        (guasto, riga, colonna) => {
          const celle = (i: number) =>
            ['1.000,00', '500,00'].map((una, j) => (i === riga + 1 && j === colonna ? guasto : una)).join(';');
          const lettura = read(spesa(celle));
          expect(lettura.problemiTotali).toBe(1);
          expect(listCause(lettura)).toEqual([]);
        },
      ),
    );
  });
});
