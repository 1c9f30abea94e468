import { describe, expect, test } from 'vitest';
import {
  compareCifre,
  countDecimali,
  createScritturaDecimale,
  describeComune,
  describeMisura,
  describeTabella,
  getScrittura,
  isRapporto,
  readPeriodo,
  sumHalfUnits,
} from '../../../functions/core/controlli/confronto.ts';
import { selectFatti } from '../../../functions/core/fatti.ts';
import type { Quadro } from '../../../functions/core/quadro.ts';
import { createQuadro, foglio, getCodice } from '../quadri.ts';

describe('digits as written', () => {
  test.each([
    ['€ 1.435.449,13', 2],
    ['2.55', 2],
    ['2,5', 1],
    ['3', 0],
    ['1.529', 0],
    ['1.580,56', 2],
    ['95%', 0],
    ['95,0 %', 1],
    ['1.234,5 €', 1],
    [' 2,393 ', 3],
    [' 1.529 ', 0],
    ['1,529', 3],
    ['2.55 ', 2],
    ['', 0],
  ])('«%s» has %i', (scritto, attesi) => {
    expect(countDecimali(scritto)).toBe(attesi);
  });
});

describe('half a unit of the last place written', () => {
  test.each([
    ['cofinanziamento', 'importo', '€ 27.205,90', 0.5],
    ['cofinanziamento', 'importo', '€ 27.206', 50],
    ['popolazione', 'residenti', '8.824', 0],
    ['migrazioni', 'saldo', '- 40', 0],
    ['famiglie', 'componenti_medi', '3,2', 0.05],
    ['territorio', 'residenti', '70.275', 0],
  ] as const)('%s.%s, «%s»: %d', (...[tipo, misura, scritto, attesa]) => {
    expect(getScrittura(tipo, misura).halfUnit(scritto)).toBeCloseTo(attesa, 10);
  });
});

describe('severity', () => {
  function findGravita(
    dichiarato: number,
    ricalcolato: number,
    soglie: { tolleranza?: number; arrotondamento: number },
  ) {
    return compareCifre({
      codice: 'rapporto',
      tipo: 'famiglie',
      parte: 'intera',
      posizione: null,
      comune: 'ambito',
      periodo: null,
      misura: 'prova',
      dichiarato,
      ricalcolato,
      scrittura: createScritturaDecimale(2),
      celle: [],
      describe: ({ differenza }) => `Differenza di ${differenza}.`,
      ...soglie,
    }).map(({ gravita, differenza, messaggio }) => [gravita, differenza, messaggio]);
  }

  test.each([
    ['equal', 10, 10, { arrotondamento: 0 }, []],
    ['within the precision of a ratio', 2.5, 2.54, { tolleranza: 0.05, arrotondamento: 0.05 }, []],
    ['at the very edge of it', 2.5, 2.55, { tolleranza: 0.05, arrotondamento: 0.05 }, []],
    [
      'within rounding',
      10,
      9.99,
      { arrotondamento: 0.01 },
      [['nota', '+0,01', 'Differenza di 0,01. È una differenza da arrotondamento.']],
    ],
    ['beyond rounding', 9.98, 10, { arrotondamento: 0.01 }, [['avviso', '−0,02', 'Differenza di 0,02.']]],
  ] as const)('%s', (...[, dichiarato, ricalcolato, soglie, attese]) => {
    expect(findGravita(dichiarato, ricalcolato, soglie)).toEqual(attese);
  });
});

describe('how a sentence calls things', () => {
  const quadro = createQuadro({
    fogli: [foglio('famiglie', [[{ comune: getCodice(1), anno: 2021 }, { famiglie: 1 }]])],
  });
  const conTitolo = (tabella: string): Quadro => {
    const famiglie = quadro.tabelle.get('famiglie');
    if (!famiglie) throw new RangeError('la tabella c’è');
    const parti = famiglie.parti.map((parte) => ({ ...parte, fonte: { ...parte.fonte, tabella } }));
    return { ...quadro, tabelle: new Map([['famiglie', { ...famiglie, parti }]]) };
  };
  test.each<[cosa: string, detto: string, atteso: string]>([
    ['a comune', describeComune(quadro, getCodice(2)), 'Comune 2'],
    ['one that is not of the ambito', describeComune(quadro, '999999'), '999999'],
    ['no comune', describeComune(quadro, null), 'Ambito'],
    ['the ambito', describeComune(quadro, 'ambito'), 'Ambito'],
    ['a measure', describeMisura('spesa-storica', 'spesa_media_annua'), 'spesa media annua'],
    ['a measure that another table declares', describeMisura('territorio', 'residenti'), 'residenti'],
    ['a measure of no table', describeMisura('territorio', 'ignota'), 'ignota'],
    [
      'a table by its own heading, quotes within quotes',
      describeTabella(conTitolo('Le «famiglie»'), 'famiglie', 'intera'),
      '«Le “famiglie”»',
    ],
    ['a part without a heading', describeTabella(conTitolo('Le famiglie'), 'famiglie', 'altra'), '«Famiglie»'],
    ['a table that is not there', describeTabella(quadro, 'fondi', 'intera'), '«Fondi»'],
    ['a year', readPeriodo({ anno: 2021 }) ?? 'nessuno', '2021'],
    ['a periodo, where no year is stated', readPeriodo({ anno: null, periodo: '2022-2024' }) ?? 'nessuno', '2022-2024'],
    ['a triennio', readPeriodo({ triennio: '2018-2020' }) ?? 'nessuno', '2018-2020'],
    ['none of them', readPeriodo({ anno: null, periodo: null }) ?? 'nessuno', 'nessuno'],
  ])('%s', (_cosa, detto, atteso) => {
    expect(detto).toBe(atteso);
  });
});

test('a measure of no table is a figure with a comma, and no ratio', () => {
  expect(getScrittura('territorio', 'ignota').format(1.5)).toBe('1,50');
  expect(isRapporto('territorio', 'ignota')).toBe(false);
  expect(isRapporto('territorio', 'densita')).toBe(true);
});

test('what rounding may move in a sum: half a unit for each of its addends', () => {
  const fatti = selectFatti(
    createQuadro({
      fogli: [
        {
          tipo: 'fondi',
          righe: ['€ 1,00', '€ 1'].map((importo) => ({
            chiave: { fonte: 'FNPS' },
            misure: { importo: 100 },
            scritti: { importo },
          })),
        },
      ],
    }),
    'fondi.importo',
  );
  expect(sumHalfUnits(fatti, getScrittura('fondi', 'importo'))).toBe(50.5);
});
