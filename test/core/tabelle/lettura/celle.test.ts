import { describe, expect, it } from 'vitest';
import { createLettoreComuni } from '../../../../functions/core/tabelle/lettura/comuni.ts';
import {
  parseAnno,
  parseData,
  parseOra,
  parsePeriodoScritto,
} from '../../../../functions/core/tabelle/lettura/date.ts';
import { parseEta } from '../../../../functions/core/tabelle/lettura/eta.ts';
import { detectPersonale, isIntestazionePersonale } from '../../../../functions/core/tabelle/lettura/personali.ts';
import { Rifiuto } from '../../../../functions/core/tabelle/lettura/rifiuto.ts';
import { AMBITO } from './prove.ts';

type Letto = string | number | null;

function toLetto(letto: Letto | Rifiuto): Letto {
  return letto instanceof Rifiuto ? `! ${letto.regola}` : letto;
}

function check(titolo: string, read: (testo: string) => Letto | Rifiuto, casi: [testo: string, atteso: Letto][]): void {
  describe(titolo, () => {
    it.each(casi)('«%s» is %s', (testo, atteso) => {
      expect(toLetto(read(testo))).toBe(atteso);
    });
  });
}

check('comuni', createLettoreComuni(AMBITO), [
  ['Casarano', '075016'],
  ['CASARANO', '075016'],
  ['  casarano ', '075016'],
  ['Comune di Casarano', '075016'],
  ['COMUNE DI CASARANO (LE)', '075016'],
  ['Città di Casarano', '075016'],
  ['075016', '075016'],
  ['Sant’Àngelo', '075081'],
  ["SANT'ANGELO", '075081'],
  ['Sant Angelo', '075081'],
  ['Sant`Angelo', '075081'],
  ['', null],
  ['ambito', 'ambito'],
  ['Ambito', 'ambito'],
  ['AMBITO DI PROVA', 'ambito'],
  ['Ambito Territoriale Sociale di Prova', 'ambito'],
  ['3 Comuni', 'ambito'],
  ['7 Comuni', '! comune-estraneo'],
  ['Matno', '! comune-non-riconosciuto'],
  ['Gallipoli', '! comune-estraneo'],
  ['75016', '! codice-senza-zero'],
  ['075099', '! comune-estraneo'],
  ['12', '! comune-non-leggibile'],
  ['C1', '! comune-estraneo'],
]);

check('years', parseAnno, [
  ['2021', 2021],
  [' 2021 ', 2021],
  ['31/12/2021', 2021],
  ['31.12.2021', 2021],
  ['2021-12-31', 2021],
  ['2022-01-01', '! anno-non-leggibile'],
  ['2021-06-30', '! anno-non-leggibile'],
  ['01/01/2022', '! anno-non-leggibile'],
  ['2.021', '! anno-non-leggibile'],
  ['21', '! anno-non-leggibile'],
  ['0021', '! anno-non-leggibile'],
  ['2021-2022', '! anno-non-leggibile'],
]);

check('spans', parsePeriodoScritto, [
  ['2022', '2022'],
  ['2018-2020', '2018-2020'],
  ['2018/2020', '2018-2020'],
  ['2018 – 2020', '2018-2020'],
  ['2022_2024', '2022-2024'],
  ['2022-2022', '2022'],
  ['2024-2022', '! periodo-non-leggibile'],
  ['18-20', '! periodo-non-leggibile'],
]);

check('dates', parseData, [
  ['22/06/2026', '2026-06-22'],
  ['2026-06-22', '2026-06-22'],
  ['17 maggio 2022', '2022-05-17'],
  ['martedì 17 maggio 2022', '2022-05-17'],
  ['1° giugno 2023', '2023-06-01'],
  ['26.07.2022', '2022-07-26'],
  ['2022/05/20', '2022-05-20'],
  ['20/05/2022 00:00', '2022-05-20'],
  ['20/05/2022 00:00:00', '2022-05-20'],
  ['2022-05-20T00:00:00', '2022-05-20'],
  ['20/05/2022 09:30', '! data-non-leggibile'],
  ['20 mag 2022', '2022-05-20'],
  ['20-mag-2022', '2022-05-20'],
  ['20-mag-22', '! data-non-leggibile'],
  ['20/05/22', '! data-non-leggibile'],
  ['2022/20/05', '! data-non-leggibile'],
  ['31/02/2022', '! data-non-leggibile'],
  ['17 maio 2022', '! data-non-leggibile'],
  ['domani', '! data-non-leggibile'],
]);

check('hours', parseOra, [
  ['9:30', '09:30'],
  ['h. 9,30', '09:30'],
  ['ore 9', '09:00'],
  ['09:30:00', '09:30'],
  ['9.30.00', '09:30'],
  ['09:30:15', '! ora-non-leggibile'],
  ['9:30.00', '! ora-non-leggibile'],
  ['25:00:00', '! ora-non-leggibile'],
]);

check('ages', parseEta, [
  ['0-3', '0-3'],
  ['0 - 3', '0-3'],
  ['65+', '65+'],
  ['65 +', '65+'],
  ['65- più', '65+'],
  ['65 e oltre', '65+'],
  ['65 anni e più', '65+'],
  ['over 65', '65+'],
  ['ultra65', '65+'],
  ['7', '7'],
  ['07', '7'],
  ['100', '100+'],
  ['100 e oltre', '100+'],
  ['Totale', 'totale'],
  ['3-0', '! eta-non-leggibile'],
  ['999', '! eta-non-leggibile'],
  ['adulti', '! eta-non-leggibile'],
]);

describe('personal data', () => {
  it.each([
    ['RSSMRA80A01H501U', 'un codice fiscale'],
    ['IT60 X054 2811 1010 0000 0123 456', 'un IBAN'],
    ['scrivere a mario.rossi@comune.example.it', 'un indirizzo di posta elettronica'],
    ['Ufficio di Piano', null],
    ['C.2 – Assistenza domiciliare', null],
  ])('«%s» holds %s', (cella, atteso) => {
    expect(detectPersonale(cella)).toBe(atteso);
  });
  it.each([
    ['Nome e Cognome', true],
    ['Codice Fiscale', true],
    ['IBAN', true],
    ['E-mail', true],
    ['Nome comune', false],
    ['Comune', false],
    ['Fonte', false],
  ])('a header «%s»: %s', (intestazione, atteso) => {
    expect(isIntestazionePersonale(intestazione)).toBe(atteso);
  });
});
