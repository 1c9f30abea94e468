import { describe, expect, test } from 'vitest';
import {
  compareCifre,
  countDecimali,
  createScritturaDecimale,
  getScrittura,
} from '../../../functions/core/controlli/confronto.ts';

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
