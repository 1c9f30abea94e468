import { describe, expect, it } from 'vitest';
import type { Lettura } from '../../../../functions/core/tabelle/lettura/leggi.ts';
import { listCampioni, readCampione } from '../../campioni.ts';
import { listProblemi, listRighe, type Prova, read } from './prove.ts';
import { escapeXml, writeCartella } from './xlsx-cartelle.ts';
import { writeXlsxDaCsv } from './xlsx-da-csv.ts';

const TABELLA = 'Comune;Emigrazioni;Immigrazioni\nCasarano;1.207;1\nMatino;2;3\nSant’Angelo;4;5\n';
const LETTA = [
  [2, '075016', 2021, 1207, 1],
  [3, '075042', 2021, 2, 3],
  [4, '075081', 2021, 4, 5],
];

/** What a table says, and where: without the texts, which a spreadsheet keeps as numbers. */
function tellContenuto({ righe, dichiarati, problemi }: Lettura): unknown {
  return {
    problemi,
    righe: righe.map(({ riga, valori, posizioni }) => [
      riga,
      valori,
      Object.entries(posizioni).map(([id, { colonna }]) => [id, colonna]),
    ]),
    dichiarati: dichiarati.map(({ posizione: { riga, colonna }, ...resto }) => ({ ...resto, riga, colonna })),
  };
}

describe('every published table as XLSX reads to the same rows as its CSV', () => {
  it.each(listCampioni().map((campione) => ({ ...campione, id: campione.ambito.id })))('$id/$path', (campione) => {
    const byte = writeXlsxDaCsv(new TextDecoder().decode(campione.byte));
    expect(tellContenuto(readCampione({ ...campione, byte }))).toEqual(tellContenuto(readCampione(campione)));
  });
});

describe('a spreadsheet is read by the sheet that is asked for', () => {
  const foglio = (celle: readonly (readonly string[])[]) =>
    `<sheetData>${celle
      .map((riga) => `<row>${riga.map((cella) => `<c t="str"><v>${escapeXml(cella)}</v></c>`).join('')}</row>`)
      .join('')}</sheetData>`;
  const righe = (testo: string) =>
    testo
      .trim()
      .split('\n')
      .map((riga) => riga.split(';'));
  const testo = writeCartella({
    fogli: [
      { nome: 'Istruzioni', xml: foglio([['Compilare il foglio 2021']]) },
      { nome: '2021', xml: foglio(righe(TABELLA)) },
      { nome: 'Vuoto', xml: '<sheetData/>' },
    ],
  });
  const FOGLI = ['Istruzioni', '2021', 'Vuoto'];

  it('named: its rows, and nothing to be told', () => {
    const lettura = read({ testo, contesto: { anno: 2021, foglio: '2021' } });
    expect(listRighe(lettura)).toEqual(LETTA);
    const { codifica, separatore, foglio: letto, fogli, avvisi } = lettura.interpretazione;
    expect([codifica, separatore, letto, fogli, avvisi]).toEqual([
      'XLSX',
      'celle del foglio',
      '2021',
      FOGLI,
      undefined,
    ]);
  });

  it('not named: the first, and the preview says so', () => {
    const lettura = read({ testo, contesto: { anno: 2021 } });
    expect(listProblemi(lettura)).toEqual([[null, null, null, 'intestazione-non-trovata']]);
    expect(lettura.interpretazione).toMatchObject({ foglio: 'Istruzioni', fogli: FOGLI });
    expect(lettura.interpretazione.avvisi).toEqual([expect.stringContaining('è stato letto «Istruzioni»')]);
  });

  it.each<[string, Prova, RegExp]>([
    [
      'empty',
      { testo, contesto: { foglio: 'vuoto' } },
      /^Il foglio è vuoto\. È stato letto il foglio «Vuoto»; nel file ci sono anche i fogli «Istruzioni» e «2021»/,
    ],
    ['unknown', { testo, contesto: { foglio: '2022' } }, /«2022» non c’è.*«Istruzioni», «2021» e «Vuoto»/],
  ])('%s: one problem of the whole file', (_caso, prova, messaggio) => {
    const { problemi, righe, problemiTotali } = read(prova);
    expect(problemi).toEqual([
      expect.objectContaining({ riga: null, colonna: null, messaggio: expect.stringMatching(messaggio) }),
    ]);
    expect([righe, problemiTotali]).toEqual([[], 1]);
  });
});

describe('in a spreadsheet', () => {
  it('a CSV and its XLSX are told apart by their bytes alone', () => {
    const contesto = { anno: 2021 };
    expect(listRighe(read({ testo: writeXlsxDaCsv(TABELLA), contesto }))).toEqual(LETTA);
    expect(listRighe(read({ testo: TABELLA, contesto }))).toEqual(LETTA);
  });

  it('a CSV says nothing of sheets', () => {
    expect(Object.keys(read({ testo: TABELLA, contesto: { anno: 2021 } }).interpretazione)).toEqual([
      'codifica',
      'separatore',
      'layout',
      'intestazione',
      'colonne',
      'righeEscluse',
    ]);
  });

  it('a row shorter than the others has empty cells, one longer than the header is refused', () => {
    const vuota = writeXlsxDaCsv('Comune;Emigrazioni;Immigrazioni\nCasarano;1;\nMatino;2;3\nSant’Angelo;4;5\n');
    expect(listRighe(read({ testo: vuota, contesto: { anno: 2021 } }))[0]).toEqual([2, '075016', 2021, 1, null]);
    const lunga = writeXlsxDaCsv('Comune;Emigrazioni;Immigrazioni\nCasarano;1;2;9\nMatino;2;3\nSant’Angelo;4;5\n');
    expect(listProblemi(read({ testo: lunga, contesto: { anno: 2021 } }))).toEqual([[2, 4, '9', 'riga-lunga']]);
  });
});

describe('what a spreadsheet saves in place of a value is refused in every column', () => {
  const casi: [cella: string, regola: string][] = [
    ['#REF!', 'errore-del-foglio'],
    ['#N/D', 'errore-del-foglio'],
    ['Err:511', 'errore-del-foglio'],
    ['#VALORE! (formula senza risultato salvato)', 'errore-del-foglio'],
    ['########', 'cifra-non-visibile'],
  ];
  const colonne: [colonna: string, numero: number, riga: (cella: string) => string][] = [
    ['a text', 5, (cella) => `incontro;Avvio;;;${cella}`],
    ['a choice', 1, (cella) => `${cella};Avvio;;;Incontro`],
    ['a day', 3, (cella) => `incontro;Avvio;${cella};;Incontro`],
    ['a time', 4, (cella) => `incontro;Avvio;;${cella};Incontro`],
  ];
  it.each(
    casi.flatMap(([cella, regola]) => colonne.map(([nome, numero, riga]) => ({ cella, regola, nome, numero, riga }))),
  )('$cella in $nome', ({ cella, regola, numero, riga }) => {
    const lettura = read({
      tipo: 'calendario',
      testo: `tipo_evento;fase;data;dalle;titolo\n${riga(cella)}\n`,
      contesto: { ciclo: '2022-2024' },
    });
    expect(listProblemi(lettura)).toEqual([[2, numero, cella, regola]]);
  });
});
