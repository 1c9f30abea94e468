/** Bytes as LibreOffice 7.4 and Gnumeric 1.12 wrote them from tables typed in the Italian way: the same rows as of the table that was typed. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodeWindows1252, listProblemi, listRighe, type Prova, read } from './prove.ts';
import { writeFoglio } from './xlsx-cartelle.ts';
import { writeXlsxDaCsv } from './xlsx-da-csv.ts';

type Righe = (string | number | null)[][];

const SCHEDA = [
  ['INTERVENTI E SERVIZI', 'C4', 'Trasporto sociale'],
  ['Annualità', 'Importo programmato', 'Fonte/i di finanziamento'],
  ['☐ 2022', '', ''],
  ['X 2023', '€ 15.000,00', 'QFP'],
  ['X 2024', '€ 0,00', ''],
  ['Totale', '€ 15.000,00', ''],
];
const RIGHE_SCHEDA: Righe = [
  [3, 'C.4', 'Trasporto sociale', 2022, null, null],
  [4, 'C.4', 'Trasporto sociale', 2023, 'QFP', 1_500_000],
  [5, 'C.4', 'Trasporto sociale', 2024, null, 0],
];

/** A cell is quoted where it holds the separator, as those programs do. */
function write(righe: readonly (readonly string[])[], separatore: string): string {
  const quote = (cella: string) => (cella.includes(separatore) ? `"${cella}"` : cella);
  return righe.map((celle) => `${celle.map(quote).join(separatore)}\n`).join('');
}

const scheda = (testo: Prova['testo']): Prova => ({ tipo: 'programmazione', testo });
const MOVIMENTI = 'Comuni;Anno;Emigrazioni;Immigrazioni;Saldo migratorio\n';

describe('read as the table that was typed', () => {
  const casi: [caso: string, prova: Prova, righe: Righe][] = [
    [
      'hours, saved with their seconds',
      {
        tipo: 'calendario',
        testo:
          'TAVOLO;DATA;DALLE ORE;ALLE ORE;LUOGO;AREE TEMATICHE\n1;22/06/2026;09:00:00;11:30:00;"Sala ""Falcone""";Il welfare\n',
        contesto: { ciclo: '2026-2028' },
      },
      [[2, '2026-2028', 'incontro', '1', '2026-06-22', '09:00', '11:30', 'Sala "Falcone"', null, 'Il welfare']],
    ],
    ['a scheda with tabs, whose first year holds nothing', scheda(write(SCHEDA, '\t')), RIGHE_SCHEDA],
    ['a scheda with commas', scheda(write(SCHEDA, ',')), RIGHE_SCHEDA],
    [
      'a scheda in Windows-1252, which has no box',
      scheda(encodeWindows1252(write(SCHEDA, ';').replace('☐', '?'))),
      RIGHE_SCHEDA,
    ],
    [
      'a day by Gnumeric',
      {
        tipo: 'rendiconto',
        testo: 'periodo,al,fonte,comune,programmato,impegnato,residuo\n2018-2021,2021/12/31,FNA,ambito,-,-,273854.03\n',
      },
      [[2, '2018-2021', '2021-12-31', 'FNA', 'ambito', null, null, 27_385_403]],
    ],
    [
      'a balance in the format of accounts',
      {
        testo: `${MOVIMENTI}Casarano;2021;350,00 ;310,00 ;(40,00)\nMatino;2021;1.262,00 ;209,00 ;(1.053,00)\nSant’Angelo;2021;172,00 ;177,00 ;5,00 \n`,
      },
      [
        [2, '075016', 2021, 350, 310, -40],
        [3, '075042', 2021, 1262, 209, -1053],
        [4, '075081', 2021, 172, 177, 5],
      ],
    ],
    [
      'a form with its closing, and the year as a day typed in a sheet',
      {
        testo: writeXlsxDaCsv(
          'Comuni;Anno;Emigrazioni;Immigrazioni\nCasarano;2021-12-31;1;2\nMatino;2021-12-31;3;4\nSant’Angelo;2021-12-31;5;6\n\n;;;Il Responsabile\nData: 12/03/2022;;;\n',
        ),
      },
      [
        [2, '075016', 2021, 1, 2],
        [3, '075042', 2021, 3, 4],
        [4, '075081', 2021, 5, 6],
      ],
    ],
    [
      'a quadro sinottico that begins in the second column of its sheet',
      {
        tipo: 'servizi',
        testo: writeFoglio(
          '<sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>Interventi</t></is></c><c r="D3" t="inlineStr"><is><t>LEPS</t></is></c><c r="E3" t="inlineStr"><is><t>ODS</t></is></c></row><row r="4"><c r="B4" t="inlineStr"><is><t>A.1</t></is></c><c r="C4" t="inlineStr"><is><t>Segretariato</t></is></c><c r="E4" t="inlineStr"><is><t>Sportello</t></is></c></row></sheetData>',
        ),
        contesto: { ciclo: '2022-2024' },
      },
      [[4, '2022-2024', 'A.1', 'Segretariato', 'ODS', 'Sportello']],
    ],
    [
      'a budget that begins in the second column of its sheet',
      {
        tipo: 'fondi',
        testo: ';BUDGET PDZ 2022-2024;€ 300,00\n;RESIDUI PDZ 2018-2021;€ 200,00\n;TOTALE FNPS 2022-2024;€ 100,00\n',
      },
      [
        [2, 'PdZ', '2022-2024', '2018-2021', 'residuo', null, 20_000],
        [3, 'FNPS', '2022-2024', null, 'competenza', null, 10_000],
      ],
    ],
  ];

  it.each(casi)('%s', (_caso, prova, righe) => {
    const letta = read(prova);
    expect(listProblemi(letta)).toEqual([]);
    expect(listRighe(letta)).toEqual(righe);
  });

  it('a balance in parentheses is said to be read as negative', () => {
    const testo = `${MOVIMENTI}Casarano;2021;3;1;(2,00)\nMatino;2021;1;1;0\nSant’Angelo;2021;1;1;0\n`;
    const saldo = read({ testo }).interpretazione.colonne.find(({ colonna }) => colonna === 5);
    expect(saldo?.formato).toMatch('«(2,00)» letto come -2,00');
  });
});

const toByte = (testo: string) => new TextEncoder().encode(testo);
const mimetype = (parola: string) => toByte(`application/vnd.oasis.opendocument.${parola}`);

describe('told by what it is', () => {
  const casi: [caso: string, byte: Uint8Array, detto: RegExp][] = [
    [
      'a spreadsheet in the XML of Excel 2003',
      toByte(
        '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">',
      ),
      /^Il file è in XML: serve la tabella in un file CSV o XLSX\. Se si apre nel foglio di calcolo, va salvata da lì\.$/,
    ],
    [
      'a page in XML',
      toByte('<?xml version="1.0"?>\n<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><table>'),
      /^Il file è una pagina web \(HTML\)/,
    ],
    [
      'a text of Writer',
      zipSync({ mimetype: mimetype('text'), 'content.xml': toByte('<a/>') }),
      /^Il file è un documento di testo \(Word o simile\): la tabella va copiata/,
    ],
    [
      'slides of Impress',
      zipSync({ mimetype: mimetype('presentation'), 'content.xml': toByte('<a/>') }),
      /^Il file è una presentazione/,
    ],
    [
      'a sheet of Calc',
      zipSync({ mimetype: mimetype('spreadsheet'), 'content.xml': toByte('<a/>') }),
      /^Il file è un documento OpenDocument \(ODS\): nel foglio di calcolo, Salva con nome/,
    ],
    [
      'a workbook in an archive',
      zipSync({ 'tabella.xlsx': zipSync({ 'xl/workbook.xml': toByte('<a/>') }) }),
      /^Il file è un archivio ZIP ma non un foglio di calcolo XLSX: se la tabella è dentro, va estratta/,
    ],
  ];

  it.each(casi)('%s', (_caso, testo, detto) => {
    expect(read({ testo }).problemi.map(({ messaggio }) => messaggio)).toEqual([expect.stringMatching(detto)]);
  });

  it('a comune over merged cells, saved as CSV, is to be written again on each line', () => {
    const riga = ';2020;1;1\n';
    const testo = `Comuni;Anno;Emigrazioni;Immigrazioni\n${riga}Casarano;2021;1;1\n${riga}Matino;2021;1;1\nSant’Angelo;2021;1;1\n`;
    const serve = 'Nella colonna «Comuni» serve il nome o il codice ISTAT di un comune dell’ambito.';
    expect(read({ testo }).problemi.map(({ riga, messaggio }) => [riga, messaggio])).toEqual([
      [2, `la riga non dice di quale comune parla. ${serve}`],
      [
        4,
        `la riga non dice di quale comune parla: se è lo stesso della riga sopra, «Casarano», va riscritto in ogni riga. ${serve}`,
      ],
    ]);
  });

  // What LibreOffice writes of «è» and «à» in the encodings of a Mac and of DOS.
  it.each([
    ['Macintosh', 0x88],
    ['Macintosh, at the end of «perché»', 0x8e],
    ['DOS', 0x8a],
  ])('letters of %s, where nothing else would tell', (_caso, lettera) => {
    const testo = toByte('intervento;anno;fonte;importo\nA.1;2023;Povert#;1\n');
    testo[testo.indexOf('#'.charCodeAt(0))] = lettera;
    expect(listProblemi(read({ tipo: 'programmazione', testo }))).toEqual([[null, null, null, 'codifica-guasta']]);
  });
});
