/** What an office has before its eyes and cannot guess: the message says what to write. */
import { describe, expect, it } from 'vitest';
import { listRighe, type Prova, read } from './prove.ts';
import { writeFoglio } from './xlsx-cartelle.ts';

const listMessaggi = (prova: Prova) => read(prova).problemi.map(({ messaggio }) => messaggio);

describe('a year of school in a heading', () => {
  const write = (...titoli: string[]): Prova => ({
    tipo: 'posti-nido',
    testo: `Comune;${titoli.join(';')}\nCasarano;20;22\nMatino;10;12\nSant’Angelo;5;5\n`,
  });
  it.each([
    ['Posti 2022/2023', 'Posti 2023/2024'],
    ['2022/23', '2023/24'],
    ['A.S. 2022-2023', 'A.S. 2023-2024'],
    ['Anno educativo 2022/2023', 'Anno educativo 2023/2024'],
  ])('«%s» is two years, and the message names the first', (...titoli) => {
    expect(listMessaggi(write(...titoli))).toEqual([
      expect.stringContaining(`«${titoli[0]}» sono due anni: l’intestazione va riscritta`),
    ]);
    expect(listMessaggi(write(...titoli))[0]).toContain('(forse 2022)');
  });
  it('is no period of more years', () => {
    expect(listMessaggi(write('Posti 2022/2024', 'Posti 2018-2020')).join()).not.toContain('sono due anni');
  });
});

describe('residents of every age, a year per column', () => {
  const testo = 'Comune;2021;2022\nCasarano;20000;20010\nMatino;11000;11001\nSant’Angelo;5;6\n';
  const contesto = { rilevazione: 'anagrafe' };
  it('the message says which age to give', () => {
    expect(listMessaggi({ tipo: 'popolazione', testo, contesto })).toEqual([
      expect.stringMatching(
        /trovate sono: «Comune», «2021», «2022»\. .*correggendo la lettura \(«totale», se è di tutte le età\)/,
      ),
    ]);
  });
  it('and that is what is read', () => {
    const correzioni = 'valore eta=totale';
    const letta = read({ tipo: 'popolazione', testo, contesto: { ...contesto, correzioni } });
    expect([letta.problemi, letta.righe.length]).toEqual([[], 6]);
  });
});

describe('the example of a column', () => {
  const write = (testata: string, cifre: string) =>
    listMessaggi({
      tipo: 'popolazione',
      testo: `Comune;Età;${testata}\nCasarano;0;${cifre}\nMatino;0;${cifre}\nSant’Angelo;0;${cifre}\n`,
      contesto: { anno: 2023, rilevazione: 'anagrafe' },
    })[0];
  it('is not given beside the people of one sex', () => {
    expect(write('Maschi;Femmine', '5;x')).toMatch(/«Femmine» serve un numero intero, zero o più\.$/);
  });
  it('is given beside everybody', () => {
    expect(write('Residenti', 'x')).toMatch(/per esempio \d/);
  });
});

describe('the years of a comune, and below them their total', () => {
  const cella = (nome: string, valore: string | number) =>
    typeof valore === 'number'
      ? `<c r="${nome}"><v>${valore}</v></c>`
      : `<c r="${nome}" t="inlineStr"><is><t>${valore}</t></is></c>`;
  const righe = [
    ['Comune', 'Anno', 'Emigrazioni', 'Immigrazioni'],
    ...['Casarano', 'Matino', 'Sant’Angelo'].flatMap((comune) => [
      [comune, 2021, 1, 2],
      ['', 2022, 3, 4],
      ['', 'Totale', 4, 6],
    ]),
  ];
  const xml = `<sheetData>${righe
    .map((celle, i) => {
      const scritte = celle.map((valore, j) => (valore === '' ? '' : cella(`${'ABCD'[j]}${i + 1}`, valore)));
      return `<row r="${i + 1}">${scritte.join('')}</row>`;
    })
    .join(
      '',
    )}</sheetData><mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="A5:A7"/><mergeCell ref="A8:A10"/></mergeCells>`;
  it('merged: the total is kept beside them, of that comune', () => {
    const letta = read({ testo: writeFoglio(xml) });
    expect(letta.problemi).toEqual([]);
    expect(listRighe(letta).map(([riga]) => riga)).toEqual([2, 3, 5, 6, 8, 9]);
    expect(letta.interpretazione.righeEscluse.map(({ riga }) => riga)).toEqual([4, 7, 10]);
    expect(letta.dichiarati.map(({ ruolo, misura, valori, valore }) => [ruolo, misura, valori, valore])).toEqual(
      ['075016', '075042', '075081'].flatMap((comune) => [
        ['somma-colonna', 'emigrazioni', { comune }, 4],
        ['somma-colonna', 'immigrazioni', { comune }, 6],
      ]),
    );
  });
  it.each([
    ['Totale 2021-2022', { anno: '2021-2022' }],
    ['Totale biennio', {}],
  ])('«%s» says which years it adds up, or that it does', (anno, valori) => {
    const coppia = (comune: string) => `${comune};2021;1;2\n${comune};2022;3;4\n${comune};${anno};4;6\n`;
    const testo = `Comune;Anno;Emigrazioni;Immigrazioni\n${['Casarano', 'Matino', 'Sant’Angelo'].map(coppia).join('')}`;
    const letta = read({ testo });
    expect(letta.problemi).toEqual([]);
    expect(letta.dichiarati[0]?.valori).toEqual({ comune: '075016', ...valori });
  });
  it('a year that is no year is still refused', () => {
    const testo = 'Comune;Anno;Emigrazioni;Immigrazioni\nCasarano;tutti;1;2\nMatino;2021;1;2\nSant’Angelo;2021;1;2\n';
    expect(read({ testo }).problemi.map(({ riga, regola }) => [riga, regola])).toContainEqual([
      2,
      'anno-non-leggibile',
    ]);
  });
});
