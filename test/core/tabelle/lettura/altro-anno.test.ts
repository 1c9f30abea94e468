import { describe, expect, test } from 'vitest';
import { describeAltroAnno } from '../../../../functions/core/tabelle/lettura/altro-anno.ts';
import { AMBITO, read } from './prove.ts';

describe('the year that a file names by itself', () => {
  test.each([
    ['of the sheet', ['2021'], 2022, '2021'],
    ['of a title', ['Famiglie residenti, anno 2021', 'Dati'], 2022, '2021'],
    ['of a 31 December', ['Popolazione al 31/12/2021'], 2022, '2021'],
    ['written twice, the same', ['Anno 2021', '2021'], 2022, '2021'],
  ])('%s: another is to be looked at', (...[, scritti, anno, trovato]) => {
    expect(describeAltroAnno(scritti, anno)).toMatch(
      new RegExp(`^Il file parla del ${trovato} .*al caricamento è indicato l’anno ${anno}: controlla`),
    );
  });

  test.each([
    ['the same', ['2022'], 2022],
    ['none that is given with the upload', ['2021'], undefined],
    ['no year at all', ['Foglio1', 'Famiglie'], 2022],
    ['two of them, as a period has', ['Triennio 2018-2020'], 2022],
    ['of an act', ['Allegato alla DGC n. 12/2023'], 2022],
    ['of the 1 January that follows', ['Popolazione al 1° gennaio 2023'], 2022],
    ['a larger number', ['Protocollo 120215'], 2022],
  ] as const)('says nothing where it is %s', (...[, scritti, anno]) => {
    expect(describeAltroAnno(scritti, anno)).toBeNull();
  });
});

describe('a file brought for another year than its own', () => {
  const righe = AMBITO.comuni.map(({ nome }) => `${nome};10;20`);
  const readAvvisi = (testa: readonly string[], anno: number) => {
    const { problemi, interpretazione } = read({ testo: `${[...testa, ...righe].join('\n')}\n`, contesto: { anno } });
    expect(problemi).toEqual([]);
    return interpretazione.avvisi ?? [];
  };
  const TITOLO = 'Movimento migratorio, anno 2021';

  test('is read, and a person is told to look', () => {
    const intestazione = 'Comune;Emigrazioni;Immigrazioni';
    expect(readAvvisi([TITOLO, intestazione], 2022)).toEqual([expect.stringContaining('parla del 2021')]);
    expect(readAvvisi([TITOLO, intestazione], 2021)).toEqual([]);
  });
});
