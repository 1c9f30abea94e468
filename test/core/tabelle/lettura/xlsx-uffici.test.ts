/** Workbooks as offices make them: what their merged cells, sheets, formulas and dates say, and what is asked where nobody can tell. */
import { describe, expect, test } from 'vitest';
import { formatColonna } from '../../../../functions/core/tabelle/lettura/xlsx-riferimento.ts';
import { AMBITO, type Prova, read } from './prove.ts';
import { composeParti, escapeXml, type FoglioScritto, writeFoglio, zipParti } from './xlsx-cartelle.ts';

type Cella = string | number | { readonly xml: string } | null;

/** Cells in place, text or numbers; null where there is none. */
function composeFoglio(righe: readonly (readonly Cella[])[], unite: readonly string[] = []): string {
  const scritte = righe.map((celle, indice) => {
    const riga = indice + 1;
    const xml = celle.map((cella, colonna) => composeCella(`${formatColonna(colonna + 1)}${riga}`, cella));
    return `<row r="${riga}">${xml.join('')}</row>`;
  });
  const aree = unite.map((area) => `<mergeCell ref="${area}"/>`).join('');
  return `<sheetData>${scritte.join('')}</sheetData>${aree && `<mergeCells>${aree}</mergeCells>`}`;
}

function composeCella(dove: string, cella: Cella): string {
  // A cell under a merged area stands there too, with its border and nothing in it.
  if (cella === null) return `<c r="${dove}"/>`;
  if (typeof cella === 'number') return `<c r="${dove}"><v>${cella}</v></c>`;
  if (typeof cella === 'object') return cella.xml.replace('<c', `<c r="${dove}"`);
  return `<c r="${dove}" t="inlineStr"><is><t>${escapeXml(cella)}</t></is></c>`;
}

/** `line:column rule`, or the rule alone where it is of the whole file. */
function listProblemi(prova: Prova): string[] {
  return read(prova).problemi.map(({ riga, colonna, regola }) => `${riga ?? 'file'}:${colonna ?? ''} ${regola}`);
}

const COMUNI = AMBITO.comuni.map(({ nome }) => nome);

function readFatti(prova: Prova): unknown[] {
  return read(prova).righe.map(({ valori }) => Object.values(valori));
}

const MOVIMENTI = ['Comune', 'Anno', 'Emigrazioni', 'Immigrazioni'];
const BUONE = COMUNI.map((comune, i) => [comune, 2021, 10 + i, 20 + i]);

describe('merged cells', () => {
  test('a name over several lines is that of each, and a person is told', () => {
    const righe = COMUNI.flatMap((comune, i) => [
      [comune, 2020, 10 + i, 20 + i],
      [null, 2021, 30 + i, 40 + i],
    ]);
    const unite = COMUNI.map((_, i) => `A${2 + 2 * i}:A${3 + 2 * i}`);
    const testo = writeFoglio(composeFoglio([MOVIMENTI, ...righe], unite));
    const letta = read({ testo });
    expect(letta.problemi).toEqual([]);
    expect(letta.righe.map(({ valori }) => valori.comune)).toEqual(
      AMBITO.comuni.flatMap(({ codiceIstat }) => [codiceIstat, codiceIstat]),
    );
    expect(letta.interpretazione.avvisi?.[0]).toMatch(/vale per ognuna di loro: A2:A3, A4:A5, A6:A7\./);
  });

  test('an empty cell that is not merged is asked for, as it was', () => {
    const testo = writeFoglio(composeFoglio([MOVIMENTI, ...BUONE, [null, 2020, 1, 2]]));
    expect(listProblemi({ testo })).toEqual(['5:1 comune-non-indicato']);
  });

  test.each([
    ['two lines', 'C3:C4', ['3:3 celle-unite', '4:3 celle-unite']],
    ['two columns', 'C4:D4', ['4:3 celle-unite', '4:4 celle-unite']],
  ])('one figure over %s is nobody’s', (_, area, attesi) => {
    const righe = BUONE.map((riga, i) => (i === 2 ? [riga[0] ?? '', 2021, area === 'C3:C4' ? null : 12, null] : riga));
    const testo = writeFoglio(composeFoglio([MOVIMENTI, ...righe], [area]));
    expect(listProblemi({ testo })).toEqual(attesi);
    expect(read({ testo }).problemi[0]?.messaggio).toMatch(`(celle unite ${area})»`);
  });

  test('titles over the table and «Totale» over two columns are what they were', () => {
    const righe = [['Movimento migratorio', null, null, null], MOVIMENTI, ...BUONE, ['Totale', null, 33, 63]];
    const testo = writeFoglio(composeFoglio(righe, ['A1:D1', 'A6:B6']));
    expect(listProblemi({ testo })).toEqual([]);
    expect(read({ testo }).dichiarati.map(({ valore }) => valore)).toEqual([33, 63]);
  });
});

describe('headings on two lines', () => {
  const popolazione = (testo: Uint8Array, anno = {}): Prova => ({
    tipo: 'popolazione',
    testo,
    contesto: { rilevazione: 'anagrafe', ...anno },
  });

  test('males and females below each band are told apart, and their total is declared', () => {
    const testo = writeFoglio(
      composeFoglio(
        [
          ['Comune', '0-3', null, null, '4-14', null, null],
          [null, 'M', 'F', 'Tot', 'M', 'F', 'Tot'],
          ...COMUNI.map((comune) => [comune, 5, 6, 11, 7, 8, 15]),
        ],
        ['A1:A2', 'B1:D1', 'E1:G1'],
      ),
    );
    const prova = popolazione(testo, { anno: 2021 });
    expect(listProblemi(prova)).toEqual([]);
    expect(readFatti(prova).slice(0, 4)).toEqual(
      [
        ['0-3', 'M', 5],
        ['0-3', 'F', 6],
        ['4-14', 'M', 7],
        ['4-14', 'F', 8],
      ].map((riga) => [AMBITO.comuni[0]?.codiceIstat, 2021, 'anagrafe', ...riga]),
    );
    expect(
      read(prova)
        .dichiarati.slice(0, 2)
        .map(({ valore }) => valore),
    ).toEqual([11, 15]);
  });

  test('a label over columns that nobody knows is not that of the first of them', () => {
    const righe = [
      ['Comune', '0-3', null, '4-14', null],
      [null, 'Italiani', 'Stranieri', 'Italiani', 'Stranieri'],
      ...COMUNI.map((comune) => [comune, 5, 6, 7, 8]),
    ];
    const testo = writeFoglio(composeFoglio(righe, ['A1:A2', 'B1:C1', 'D1:E1']));
    expect(read(popolazione(testo, { anno: 2021 })).righe).toEqual([]);
    expect(listProblemi(popolazione(testo, { anno: 2021 }))).not.toEqual([]);
  });

  test.each([
    ['sexes below the years', ['2020', null, '2021', null], ['Maschi', 'Femmine', 'Maschi', 'Femmine']],
    ['years below the sexes', ['Maschi', null, 'Femmine', null], [2020, 2021, 2020, 2021]],
  ])('%s', (caso, sopra, sotto) => {
    const righe = [['Comune', ...sopra], [null, ...sotto], ...COMUNI.map((comune) => [comune, 5, 6, 7, 8])];
    const prova = popolazione(writeFoglio(composeFoglio(righe, ['A1:A2', 'B1:C1', 'D1:E1'])));
    expect(listProblemi(prova)).toEqual([]);
    const [anni, sessi] = caso.startsWith('sexes')
      ? [[2020, 2020, 2021, 2021], 'MFMF']
      : [[2020, 2021, 2020, 2021], 'MMFF'];
    expect(readFatti(prova).slice(0, 4)).toEqual(
      [5, 6, 7, 8].map((residenti, i) => [
        AMBITO.comuni[0]?.codiceIstat,
        anni[i],
        'anagrafe',
        'totale',
        sessi[i],
        residenti,
      ]),
    );
  });
});

describe('sheets', () => {
  const write = (...fogli: FoglioScritto[]) => zipParti(composeParti({ fogli }));
  const DATI = { nome: 'Dati', xml: composeFoglio([MOVIMENTI, ...BUONE]) };

  test('an empty first sheet is passed over, and a person is told which was read', () => {
    const letta = read({ testo: write({ nome: 'Foglio1', xml: '<sheetData/>' }, DATI) });
    expect(letta.problemi).toEqual([]);
    expect(letta.interpretazione.foglio).toBe('Dati');
    expect(letta.interpretazione.avvisi?.[0]).toMatch(/«Dati», il primo visibile che non sia vuoto/);
  });

  test('an empty sheet that was asked for is empty, and so is a file of empty ones', () => {
    const vuoto = { nome: 'Foglio1', xml: '<sheetData/>' };
    expect(listProblemi({ testo: write(vuoto, DATI), contesto: { foglio: 'Foglio1' } })).toEqual(['file: file-vuoto']);
    expect(listProblemi({ testo: write(vuoto, { ...vuoto, nome: 'Foglio2' }) })).toEqual(['file: file-vuoto']);
  });

  test('where the first is a cover, the others are named', () => {
    const copertina = {
      nome: 'Istruzioni',
      xml: composeFoglio([['Come compilare il modulo'], ['Scrivi nel foglio Dati']]),
    };
    const { problemi } = read({ testo: write(copertina, DATI) });
    expect(problemi.map(({ regola }) => regola)).toEqual(['intestazione-non-trovata']);
    expect(problemi[0]?.messaggio).toMatch(/letto il foglio «Istruzioni»; nel file c’è anche il foglio «Dati»/);
  });
});

describe('formulas and formats', () => {
  const DA_CALCOLARE = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';
  const formula = (valore: number) => ({ xml: `<c><f>C2*2</f><v>${valore}</v></c>` });
  const write = (proprieta: string, valore: number) => {
    const righe = BUONE.map((riga) => [...riga.slice(0, 3), formula(valore)]);
    const parti = composeParti({ fogli: [{ nome: 'Dati', xml: composeFoglio([MOVIMENTI, ...righe]) }] });
    const libro = String(parti['xl/workbook.xml']).replace('</workbook>', `${proprieta}</workbook>`);
    return zipParti({ ...parti, 'xl/workbook.xml': libro });
  };

  test.each([
    ['a zero that stands for a sum still to be made is none', write(DA_CALCOLARE, 0), COMUNI.length],
    ['a result in the same file is one', write(DA_CALCOLARE, 5), 0],
    ['a zero that a spreadsheet computed is one', write('<calcPr calcId="191029"/>', 0), 0],
  ])('%s', (_, testo, attesi) => {
    expect(listProblemi({ testo })).toHaveLength(attesi);
  });

  test('a day that shows its year alone is the year', () => {
    const anno = { xml: '<c s="1"><v>44561</v></c>' };
    const righe = COMUNI.map((comune) => [comune, anno, 1, 2]);
    const testo = writeFoglio(composeFoglio([MOVIMENTI, ...righe]), { formati: ['yyyy'] });
    expect(listProblemi({ testo })).toEqual([]);
    expect(read({ testo }).righe[0]?.valori.anno).toBe(2021);
  });

  test('a band of age that became a day is asked for, in a heading and in a cell', () => {
    const giorno = { xml: '<c s="1"><v>46299</v></c>' };
    const colonne = composeFoglio([['Comune', '0-3', giorno, '15-64'], ...COMUNI.map((comune) => [comune, 1, 2, 3])]);
    const contesto = { anno: 2021, rilevazione: 'anagrafe' };
    const write = (xml: string): Prova => ({
      tipo: 'popolazione',
      testo: writeFoglio(xml, { formati: ['d-mmm'] }),
      contesto,
    });
    expect(listProblemi(write(colonne))).toEqual(['1:3 eta-non-leggibile']);
    const righe = composeFoglio([['Comune', 'Età', 'Residenti'], ...COMUNI.map((comune) => [comune, giorno, 2])]);
    expect(read(write(righe)).problemi[0]?.messaggio).toMatch(/con la parola «anni»/);
  });
});

describe('what is of some people only', () => {
  const TESTATA = 'Comune;Anno;Sesso;Emigrazioni;Immigrazioni\n';
  const write = (sesso: string) => TESTATA + COMUNI.map((comune) => `${comune};2021;${sesso};1;2\n`).join('');

  test.each(['M', 'F', 'maschi', 'Femminile'])('a file of «%s» alone is asked about, once', (sesso) => {
    expect(listProblemi({ testo: write(sesso) })[0]).toBe('2:3 solo-una-parte');
    expect(listProblemi({ testo: write(sesso) }).filter((uno) => uno.endsWith('solo-una-parte'))).toHaveLength(1);
  });

  test('a file of one month is asked about too', () => {
    expect(listProblemi({ testo: write('dicembre').replace('Sesso', 'Mese') })[0]).toBe('2:3 solo-una-parte');
  });

  test('so is a band of age that nobody understands, beside others', () => {
    const testo = `Comune;0-14;15-64;oltre i 64\n${COMUNI.map((comune) => `${comune};1;2;3\n`).join('')}`;
    const contesto = { anno: 2021, rilevazione: 'anagrafe' };
    expect(listProblemi({ tipo: 'popolazione', testo, contesto })).toEqual(['1:4 eta-non-leggibile']);
    const correzioni = 'colonna 4=ignora';
    expect(listProblemi({ tipo: 'popolazione', testo, contesto: { ...contesto, correzioni } })).toEqual([]);
  });

  test.each([
    ['the column says that all are there', write('totale'), {}],
    ['a person says that the column is not to be used', write('M'), { correzioni: 'colonna 3=ignora' }],
  ])('it is taken where %s', (_, testo, contesto) => {
    expect(listProblemi({ testo, contesto })).toEqual([]);
  });
});

test('a school year in a heading is two years: what to write is said', () => {
  const testo = `Comune;a.s. 2022/2023\n${COMUNI.map((comune) => `${comune};10\n`).join('')}`;
  const { problemi } = read({ tipo: 'posti-nido', testo });
  expect(problemi.map(({ messaggio }) => messaggio).join(' ')).toMatch(/forse 2022/);
});
