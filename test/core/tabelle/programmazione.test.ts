import { describe, expect, test } from 'vitest';
import { listProblemi, listRighe, type Prova, read } from './lettura/prove.ts';

const CAPO = 'MACRO - ATTIVITÀ;Rif. (lett/n.);Titolo\n;A;Accesso\nINTERVENTI E SERVIZI;A1;Segretariato Sociale\n';
const TESTATA = 'PROGRAMMAZIONE ECONOMICA;;\nAnnualità;Importo programmato;Fonte/i di finanziamento\n';

function readScheda(righe: string, { capo = CAPO, contesto }: { capo?: string; contesto?: Prova['contesto'] } = {}) {
  return read({ tipo: 'programmazione', testo: capo + TESTATA + righe, ...(contesto && { contesto }) });
}

/** Year, fonte, cents of each row. */
function listVoci(righe: string) {
  const lettura = readScheda(righe);
  expect(lettura.problemi).toEqual([]);
  return lettura.righe.map(({ valori }) => [valori.anno, valori.fonte, valori.importo]);
}

describe('the lines of a scheda', () => {
  test.each<[caso: string, righe: string, voci: (string | number | null)[][]]>([
    ['one fonte takes the whole amount', 'X 2022;€ 39.740,95;PdZ', [[2022, 'PdZ', 3974095]]],
    [
      'several fonti, each with its own',
      'X 2022;€ 818.650,49;€ 146.210,31 PdZ + € 641.331,04 QFP + € 31.109,14 PAIS',
      [
        [2022, 'PdZ', 14621031],
        [2022, 'QFP', 64133104],
        [2022, 'PAIS', 3110914],
      ],
    ],
    [
      'no space before the fonte, no decimals',
      'X 2022;€ 148.000,00;€ 85.000,00QFP + € 63.000 PON INCLUSIONE',
      [
        [2022, 'QFP', 8500000],
        [2022, 'PON Inclusione', 6300000],
      ],
    ],
    [
      'a fonte with figures in its name',
      'X 2023;€ 149.000,00;€ 149.000,00 REACT-EU (Avviso 1/2021) PON FSE 2014-2020',
      [[2023, 'REACT-EU PON FSE 2014-2020', 14900000]],
    ],
    ['zero is zero', 'X 2024;€ 0;PdZ', [[2024, 'PdZ', 0]]],
    ['zero without a fonte', 'X 2024;€ 0,00;', [[2024, null, 0]]],
    ['an amount without a fonte: not stated, never guessed', 'X 2024;€ 10,00;', [[2024, null, 1000]]],
    ['a blank amount is missing', 'X 2022;€ _____;Fondi Regionali', [[2022, 'Regione', null]]],
    ['a blank line of a year not chosen', '☐ 2022;;', [[2022, null, null]]],
    ['blanks as underscores', '☐ 2023;€ _____;_____', [[2023, null, null]]],
    ['the box in lower case', 'x 2022;€ 1,00;PdZ', [[2022, 'PdZ', 100]]],
    ['the box barred', '☒ 2023;€ 1,00;PdZ', [[2023, 'PdZ', 100]]],
    ['the box lost', '2024;€ 1,00;PDZ', [[2024, 'PdZ', 100]]],
    ['a misspelt fonte as written', 'X 2022;€ 7.500,00;PON INCLUSIOE', [[2022, 'PON INCLUSIOE', 750000]]],
    ['a fonte that begins with a number', 'X 2022;€ 10,00;5 per mille', [[2022, '5 per mille', 1000]]],
    [
      'no spaces at all',
      'X 2022;€ 3,00;€1,00PdZ+€2,00QFP',
      [
        [2022, 'PdZ', 100],
        [2022, 'QFP', 200],
      ],
    ],
    ['two fonti and no split: as written', 'X 2022;€ 10,00;PdZ e QFP', [[2022, 'PdZ e QFP', 1000]]],
  ])('%s', (_caso, righe, voci) => {
    expect(listVoci(righe)).toEqual(voci);
  });

  test('the amount of a split year and the total are declared, each at its cell', () => {
    const { dichiarati } = readScheda('X 2022;€ 3,00;€ 1,00 PdZ + € 2,00 QFP\nX 2023;€ 4,00;PdZ\ntotale;€ 7,00;');
    expect(dichiarati.map(({ ruolo, valori, valore, posizione }) => [ruolo, valori, valore, posizione.riga])).toEqual([
      ['somma-riga', { intervento: 'A.1', anno: 2022 }, 300, 6],
      ['somma-colonna', { intervento: 'A.1' }, 700, 8],
    ]);
    expect(dichiarati.map(({ posizione }) => posizione.colonna)).toEqual([2, 2]);
  });

  test('each piece of a cell keeps its own writing', () => {
    const { righe } = readScheda('X 2022;€ 3,00;€ 1,00 PdZ + € 2,00 QFP');
    expect(righe.map(({ posizioni }) => [posizioni.importo?.colonna, posizioni.importo?.scritto])).toEqual([
      [3, '€ 1,00'],
      [3, '€ 2,00'],
    ]);
  });
});

describe('which intervento a scheda is of', () => {
  test.each([
    ['INTERVENTI E SERVIZI;A1;Segretariato', 'A.1', 'Segretariato'],
    ['INTERVENTI E SERVIZI;A.3;Centri Antiviolenza', 'A.3', 'Centri Antiviolenza'],
    [
      'MACRO - ATTIVITÀ;Rif. (lett/n.);Titolo\n;F.6;Interventi conciliazione vita - lavoro',
      'F.6',
      'Interventi conciliazione vita - lavoro',
    ],
    [
      'MACRO - ATTIVITÀ;Rif. (lett/n.);Titolo\n;F.4;ASILI DI NIDO\nINTERVENTI E SERVIZI;;INTERVENTI E SERVIZI SOCIALI',
      'F.4',
      'ASILI DI NIDO',
    ],
    [
      'MACRO - ATTIVITÀ;Rif. (lett/n.);Titolo\n;Altro;\nINTERVENTI E SERVIZI;F8;Barriere Architettoniche',
      'F.8',
      'Barriere Architettoniche',
    ],
    ['INTERVENTI E SERVIZI;T;Ufficio di Piano', 'T', 'Ufficio di Piano'],
  ])('%s', (capo, intervento, titolo) => {
    const { righe, problemi } = readScheda('2022;€ 1,00;PdZ', { capo: `${capo}\n` });
    expect(problemi).toEqual([]);
    expect(righe.map(({ valori }) => [valori.intervento, valori.titolo_intervento])).toEqual([[intervento, titolo]]);
  });

  test('the upload says it where the file does not', () => {
    const { righe } = readScheda('2022;€ 1,00;PdZ', { capo: '', contesto: { intervento: 'B.4' } });
    expect(righe.map(({ valori }) => valori.intervento)).toEqual(['B.4']);
  });

  test.each<[caso: string, opzioni: Parameters<typeof readScheda>[1], regola: string]>([
    ['neither says it', { capo: '' }, 'contesto-mancante'],
    ['the two disagree', { contesto: { intervento: 'B.4' } }, 'voce-non-riconosciuta'],
  ])('%s', (_caso, opzioni, regola) => {
    expect(readScheda('2022;€ 1,00;PdZ', opzioni).problemi.map((problema) => problema.regola)).toEqual([regola]);
  });
});

describe('what a scheda cannot say', () => {
  test.each<[caso: string, riga: string, problema: [number, number | null, string, string]]>([
    [
      'the first fonte alone with its amount',
      'X 2022;€ 3,00;€ 1,00 PdZ + QFP',
      [6, 1, 'X 2022', 'voce-non-riconosciuta'],
    ],
    [
      'the last fonte alone with its amount',
      'X 2022;€ 3,00;QFP + € 1,00 PdZ',
      [6, 1, 'X 2022', 'voce-non-riconosciuta'],
    ],
    ['amounts after their fonti', 'X 2022;€ 3,00;PdZ € 1,00 + QFP € 2,00', [6, 1, 'X 2022', 'voce-non-riconosciuta']],
    ['amounts joined by a word', 'X 2022;€ 3,00;€ 1,00 PdZ e € 2,00 QFP', [6, 1, 'X 2022', 'voce-non-riconosciuta']],
    ['amounts joined by a semicolon', 'X 2022;€ 3,00;1,00 PdZ, 2,00 QFP', [6, 1, 'X 2022', 'voce-non-riconosciuta']],
    ['a bare number', 'X 2022;€ 3,00;3', [6, 1, 'X 2022', 'voce-non-riconosciuta']],
    ['an amount where the fonte should be', 'X 2022;€ 3,00;€ 1,00', [6, 1, 'X 2022', 'voce-non-riconosciuta']],
    ['an amount that is not one', 'X 2022;€ 3.0,00;PdZ', [6, 2, '€ 3.0,00', 'numero-non-leggibile']],
    ['a negative amount', 'X 2022;€ -3,00;PdZ', [6, 2, '€ -3,00', 'numero-negativo']],
    ['a separator too few', 'X 2022;€ 3,00', [6, 1, 'X 2022', 'voce-non-riconosciuta']],
    ['a separator too many', 'X 2022;€ 3,00;PdZ;QFP', [6, 1, 'X 2022', 'voce-non-riconosciuta']],
    ['a line that is no year', 'Primo semestre;€ 3,00;PdZ', [6, 1, 'Primo semestre', 'voce-non-riconosciuta']],
  ])('%s', (_caso, riga, [linea, colonna, valore, regola]) => {
    expect(listProblemi(readScheda(riga))).toEqual([[linea, colonna, valore, regola]]);
  });

  test('one year twice', () => {
    expect(
      listProblemi(readScheda('X 2022;€ 3,00;PdZ\nX 2022;€ 4,00;PdZ')).map(([riga, , , regola]) => [riga, regola]),
    ).toEqual([[7, 'chiave-ripetuta']]);
  });
});

test('the canonical layout: one fonte a line', () => {
  const testo =
    'intervento;anno;fonte;importo\nA1;2022;PdZ;146.210,31\nA.1;2022;fondo povertà;641331,04\nT;2023;;5\nB.2;2022;QFP;n.d.\n';
  const lettura = read({ tipo: 'programmazione', testo });
  expect(lettura.problemi).toEqual([]);
  expect(listRighe(lettura)).toEqual([
    [2, 'A.1', 2022, 'PdZ', 14621031],
    [3, 'A.1', 2022, 'QFP', 64133104],
    [4, 'T', 2023, null, 500],
    [5, 'B.2', 2022, 'QFP', null],
  ]);
});
