import { describe, expect, it } from 'vitest';
import { AMBITO, encodeWindows1252, listRighe, type Prova, read } from './prove.ts';

const TESTATA = 'comune;anno;emigrazioni;immigrazioni;saldo\n';
const RIGHE = 'Casarano;2021;350;310;-40\nMatino;2021;262;209;-53\nSant’Àngelo;2021;1.086;99;-987\n';
const TABELLA = TESTATA + RIGHE;
const VALORI = [
  ['075016', 2021, 350, 310, -40],
  ['075042', 2021, 262, 209, -53],
  ['075081', 2021, 1086, 99, -987],
];
const attese = (...righe: number[]) => VALORI.map((valori, indice) => [righe[indice], ...valori]);
const ATTESE = attese(2, 3, 4);

describe('the ways in which one table is published', () => {
  const casi: [caso: string, prova: Prova, righe: (string | number | null | undefined)[][]][] = [
    ['UTF-8', { testo: TABELLA }, ATTESE],
    ['UTF-8 with BOM', { testo: `\ufeff${TABELLA}` }, ATTESE],
    ['Windows-1252', { testo: encodeWindows1252(TABELLA) }, ATTESE],
    ['comma', { testo: TABELLA.replaceAll(';', ',') }, ATTESE],
    ['tab', { testo: TABELLA.replaceAll(';', '\t') }, ATTESE],
    ['vertical bar', { testo: TABELLA.replaceAll(';', '|') }, ATTESE],
    ['CRLF', { testo: TABELLA.replaceAll('\n', '\r\n') }, ATTESE],
    ['CR alone', { testo: TABELLA.replaceAll('\n', '\r') }, ATTESE],
    ['LF and CRLF in one file', { testo: TABELLA.replace('\n', '\r\n') }, ATTESE],
    ['no line end after the last row', { testo: TABELLA.trimEnd() }, ATTESE],
    ['every cell quoted', { testo: TABELLA.replaceAll(/[^;\n]+/g, '"$&"') }, ATTESE],
    ['blank lines between the rows', { testo: TESTATA + RIGHE.replaceAll('\n', '\n\n;;;;\n') }, attese(2, 5, 8)],
    [
      'lines of dashes, as text tables are ruled',
      { testo: `${TESTATA}---;:--:;-----;---:;--\n${RIGHE}--;--;--;--;--\n` },
      attese(3, 4, 5),
    ],
    [
      'the year told by the day of the count: that of 1 January belongs to the year before',
      { testo: TABELLA.replace('anno;', '').replaceAll('2021;', ''), contesto: { giorno: '2022-01-01' } },
      ATTESE,
    ],
    ['empty cells past the last column', { testo: TESTATA + RIGHE.replaceAll('\n', ';;\n') }, ATTESE],
    [
      'title lines before the header',
      { testo: `Movimento migratorio\nAmbito di Prova;;;;\n\n${TABELLA}` },
      attese(5, 6, 7),
    ],
    ['a title with a line break in quotes', { testo: `"Movimento;\nmigratorio"\n${TABELLA}` }, attese(4, 5, 6)],
    [
      'notes below, with separators in them',
      {
        testo: `${TABELLA}\nFonte: anagrafe; al 31-12-2021\n* dato provvisorio\nI dati sono quelli trasmessi dai comuni dell’ambito\n`,
      },
      ATTESE,
    ],
    [
      'the header again, as at each page',
      {
        testo: `${TESTATA}Casarano;2021;350;310;-40\n${TESTATA}Matino;2021;262;209;-53\nSant’Àngelo;2021;1.086;99;-987\n`,
      },
      attese(2, 4, 5),
    ],
    ['a total row', { testo: `${TABELLA}Totale Ambito;2021;1.698;618;-1.080\n` }, ATTESE],
    [
      'names in any case, prefixes, codes',
      {
        testo: `${TESTATA}COMUNE DI CASARANO;2021;350;310;-40\n 075042 ;2021;262;209;-53\nsant angelo (LE);2021;1.086;99;-987\n`,
      },
      ATTESE,
    ],
    [
      'name and code',
      {
        testo: `codice_istat;${TESTATA}075016;Casarano;2021;350;310;-40\n075042;;2021;262;209;-53\n075081;SANT’ANGELO;2021;1.086;99;-987\n`,
      },
      ATTESE,
    ],
    [
      'the year with the upload',
      {
        testo: 'Comuni;Emigrati;Immigrati;Saldo\nCasarano;350;310;- 40\nMatino;262;209;−53\nSantangelo;1086;99;-987',
        contesto: { anno: 2021 },
      },
      ATTESE,
    ],
    ['a column nobody asked for', { testo: TABELLA.replaceAll('\n', ';x\n') }, ATTESE],
  ];
  it.each(casi)('%s', (_, prova, righe) => {
    const lettura = read(prova);
    expect(lettura.problemi).toEqual([]);
    expect(listRighe(lettura)).toEqual(righe);
  });

  it('keeps every form of a value that is not stated apart from zero', () => {
    const celle = ['', '-', 'n.d.', 'nd', 'N/D', '…', '€ _____', '€ 0', '€ 0,00', '0'];
    const testo = `comune;anno;natura;forma;importo\n${celle.map((cella, indice) => `ambito;${2000 + indice};programmato;totale;${cella}\n`).join('')}`;
    const lettura = read({ tipo: 'cofinanziamento', testo });
    expect(lettura.problemi).toEqual([]);
    expect(lettura.righe.map(({ valori }) => valori.importo)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      0,
      0,
      0,
    ]);
  });

  it('keeps the decimals as written and tells how an ambiguous number was read', () => {
    const lettura = read({
      tipo: 'territorio',
      testo: 'comune;superficie_km2\nCasarano;1.234\nMatino;2.55\nSant’Angelo;1.580,56\n',
    });
    expect(
      lettura.righe.map(({ valori, posizioni }) => [valori.superficie_km2, posizioni.superficie_km2?.scritto]),
    ).toEqual([
      [1.234, '1.234'],
      [2.55, '2.55'],
      [1580.56, '1.580,56'],
    ]);
    expect(lettura.interpretazione.colonne[1]?.formato).toBe(
      'decimale; «1.234» letto come 1,234 (il punto separa i decimali)',
    );
  });

  it('gives each value its place in the file', () => {
    const { righe } = read({ testo: TABELLA });
    expect(righe[2]?.posizioni.emigrazioni).toEqual({
      riga: 4,
      colonna: 3,
      intestazione: 'emigrazioni',
      scritto: '1.086',
    });
  });

  it('counts physical lines across quoted line breaks', () => {
    const testo = `comune;anno;emigrazioni;immigrazioni;note\n"Casarano";2021;1;2;"su\ndue righe"\nMatino;2021;1;2;\nSant’Angelo;2021;1;2;\n`;
    expect(read({ testo }).righe.map(({ riga }) => riga)).toEqual([2, 4, 5]);
  });
});

describe('what the preview tells', () => {
  it('encoding, separator, layout, header, columns left out, lines left out', () => {
    const testo = encodeWindows1252(
      `Movimento\n${TESTATA.replace('\n', ';altro\n')}${RIGHE.replaceAll('\n', ';x\n')}Totale;2021;1.698;618;-1.080;\nFonte: anagrafe\n`,
    );
    const { interpretazione } = read({ testo });
    expect(interpretazione).toMatchObject({
      codifica: 'Windows-1252',
      separatore: 'punto e virgola (;)',
      layout: 'Una riga per ogni dato',
      intestazione: [2],
      righeEscluse: [
        { riga: 1, testo: 'Movimento', motivo: 'titolo, prima dell’intestazione' },
        { riga: 6, testo: 'Totale | 2021 | 1.698 | 618 | -1.080' },
        { riga: 7, testo: 'Fonte: anagrafe', motivo: 'nota' },
      ],
    });
    expect(interpretazione.colonne.map(({ significato }) => significato)).toEqual([
      'Comune',
      'Anno',
      'Emigrazioni',
      'Immigrazioni',
      'Saldo migratorio',
      null,
    ]);
  });
});

describe('totals beside the rows', () => {
  const dichiarati = (prova: Prova) =>
    read(prova).dichiarati.map(({ ruolo, misura, valori, valore }) => [ruolo, misura, valori, valore]);

  it('a row of the ambito beside its comuni is declared', () => {
    expect(dichiarati({ testo: `${TABELLA}ambito;2021;1.698;618;-1.080\n` })).toEqual([
      ['somma-colonna', 'emigrazioni', { comune: 'ambito', anno: 2021 }, 1698],
      ['somma-colonna', 'immigrazioni', { comune: 'ambito', anno: 2021 }, 618],
      ['somma-colonna', 'saldo', { comune: 'ambito', anno: 2021 }, -1080],
    ]);
  });

  it('alone it is the ambito’s own, and no comune is missed', () => {
    const lettura = read({ testo: `${TESTATA}ambito;2021;1.698;618;-1.080\n` });
    expect(lettura.problemi).toEqual([]);
    expect(listRighe(lettura)).toEqual([[2, 'ambito', 2021, 1698, 618, -1080]]);
  });

  it('a mean is restated, not summed', () => {
    const testo =
      'comune;anno;famiglie;componenti_medi\nCasarano;2021;10;2\nMatino;2021;10;3\nSant’Angelo;2021;10;2,5\nTotale;2021;30;2,5\n';
    expect(dichiarati({ tipo: 'famiglie', testo })).toEqual([
      ['somma-colonna', 'famiglie', { comune: 'ambito', anno: 2021 }, 30],
      ['valore', 'componenti_medi', { comune: 'ambito', anno: 2021 }, 2.5],
    ]);
  });

  it('the row of all ages beside the ages that make it is declared, alone it is a fact', () => {
    const testata = 'comune;anno;rilevazione;eta;residenti\n';
    const righe = (eta: string, residenti: number) =>
      AMBITO_PROVA.map((comune) => `${comune};2021;istat;${eta};${residenti}\n`).join('');
    const conFasce = read({
      tipo: 'popolazione',
      testo: testata + righe('0-14', 1) + righe('15+', 2) + righe('totale', 3),
    });
    expect(conFasce.problemi).toEqual([]);
    expect([conFasce.righe.length, conFasce.dichiarati.length]).toEqual([6, 3]);
    const conUnaFascia = read({ tipo: 'popolazione', testo: testata + righe('65+', 1) + righe('totale', 3) });
    expect([conUnaFascia.righe.length, conUnaFascia.dichiarati.length]).toEqual([6, 0]);
  });

  it('ISTAT’s own layout: age 999 is a total, 1 January belongs to the year before', () => {
    const eta = Array.from({ length: 101 }, (_, anni) => `"075016";"Casarano";${anni};1;2;3\n`).join('');
    const testo = `Popolazione residente al 1° gennaio 2022 per sesso, età e stato civile\n"Codice comune";"Comune";"Età";"Totale maschi";"Totale femmine";"Totale"\n${eta}"075016";"Casarano";999;101;202;303\nNote: l’età 999 è il totale\n`;
    const lettura = read({ tipo: 'popolazione', testo, contesto: { comune: '075016' } });
    expect(lettura.problemi).toEqual([]);
    expect(lettura.righe.length).toBe(202);
    expect(lettura.righe.at(-1)?.valori).toEqual({
      codice_istat: '075016',
      comune: '075016',
      anno: 2021,
      rilevazione: 'istat',
      eta: '100+',
      sesso: 'F',
      residenti: 2,
    });
    expect(
      lettura.dichiarati
        .filter(({ posizione }) => posizione.riga === 104)
        .map(({ ruolo, valori, valore }) => [ruolo, valori.eta, valori.sesso, valore]),
    ).toEqual([
      ['somma-riga', 'totale', null, 303],
      ['somma-colonna', 'totale', 'M', 101],
      ['somma-colonna', 'totale', 'F', 202],
    ]);
  });
});

const AMBITO_PROVA = ['Casarano', 'Matino', 'Sant’Angelo'];

describe('a comune that came later', () => {
  const ambito = {
    ...AMBITO,
    comuni: AMBITO.comuni.map((uno) => (uno.nome === 'Matino' ? { ...uno, dal: 2022 } : uno)),
  };
  const righe = (anno: number) => `Casarano;${anno};1;1\nSant’Angelo;${anno};1;1\n`;
  it.each<[anni: string, testo: string, mancanti: string[]]>([
    ['before', righe(2021), []],
    [
      'since',
      righe(2022),
      [
        'Manca Matino: la tabella deve avere ogni comune dell’ambito. Se il dato non c’è, la riga resta e la cella è vuota.',
      ],
    ],
  ])('%s', (_anni, testo, mancanti) => {
    const { problemi } = read({ testo: `comune;anno;emigrazioni;immigrazioni\n${testo}`, ambito });
    expect(problemi.map(({ messaggio }) => messaggio)).toEqual(mancanti);
  });
});

describe('a value from a list, as offices write it', () => {
  const casi: [caso: string, prova: Prova, colonna: string, letti: unknown[]][] = [
    [
      'contracts',
      {
        tipo: 'personale',
        testo:
          'comune;anno;profilo;contratto;unita\nCasarano;2022;educatore;T.I.;1\nMatino;2022;educatore;a tempo determinato;1\nMatino;2022;psicologo;Esterno;1\n',
      },
      'contratto',
      ['indeterminato', 'determinato', 'esterno'],
    ],
    [
      'who pays',
      {
        tipo: 'servizi',
        contesto: { ciclo: '2022-2024' },
        testo: 'servizio;accesso\nADE;Gratuita\nSAD;con compartecipazione al costo\n',
      },
      'accesso',
      ['gratuito', 'compartecipazione'],
    ],
    [
      'places counted all together need no owner',
      { tipo: 'posti-nido', testo: 'comune;anno;posti\nCasarano;2022;40\nMatino;2022;0\nSant’Angelo;2022;n.d.\n' },
      'posti',
      [40, 0, null],
    ],
  ];
  it.each(casi)('%s', (...[, prova, colonna, letti]) => {
    const { problemi, righe } = read(prova);
    expect(problemi).toEqual([]);
    expect(righe.map(({ valori }) => valori[colonna])).toEqual(letti);
  });

  it('a column of totals that names no years is a declared total', () => {
    const { dichiarati, problemi } = read({
      tipo: 'cofinanziamento',
      testo:
        'Comuni;Quota cof. 2018;Quota cof. 2019;TOTALE\nCasarano;1,00;2,00;3,00\nMatino;1,00;2,00;3,00\nSant’Angelo;1,00;2,00;4,00\n',
    });
    expect(problemi).toEqual([]);
    expect(dichiarati.map(({ ruolo, valore }) => [ruolo, valore])).toEqual([
      ['somma-riga', 300],
      ['somma-riga', 300],
      ['somma-riga', 400],
    ]);
  });
});

describe('the preview warns of what may be wrong and is not by itself', () => {
  const BUONA = 'comune;anno;emigrazioni;immigrazioni\nCasarano;2021;1;1\nMatino;2021;1;1\nSant’Angelo;2021;1;1\n';
  const casi: [caso: string, prova: Prova, avvisi: unknown][] = [
    ['nothing', { testo: BUONA }, undefined],
    ['a file that may have been cut', { testo: BUONA.slice(0, -1) }, [expect.stringContaining('L’ultima riga')]],
    [
      'a column that nobody knows',
      { testo: BUONA.replaceAll(/$/gm, ';x').replace('immigrazioni;x', 'immigrazioni;Salldo').replace(/;x$/, '') },
      [expect.stringContaining('La colonna 5, «Salldo»')],
    ],
    [
      'an amount of no fonte',
      {
        tipo: 'programmazione',
        testo:
          'INTERVENTI E SERVIZI;A1;Segretariato\nAnnualità;Importo programmato;Fonti di finanziamento\nX 2022;€ 1,00;\n',
      },
      ['Alla riga 3 c’è un importo senza la sua fonte di finanziamento.'],
    ],
    [
      'a total above the header',
      { testo: `Totale;;3;\n${BUONA}` },
      [
        'La riga 1 sembra un totale, ma sta sopra l’intestazione: non è stata confrontata con la somma delle righe. Messa sotto la tabella, lo sarebbe.',
      ],
    ],
  ];
  it.each(casi)('%s', (_caso, prova, avvisi) => {
    const { problemi, interpretazione } = read(prova);
    expect(problemi).toEqual([]);
    expect(interpretazione.avvisi).toEqual(avvisi);
  });

  it('the mark of the byte order says nothing, wherever it stands', () => {
    const testo = BUONA.replace('Matino', '\ufeffMat\ufeffino');
    expect(read({ testo }).righe.map(({ valori }) => valori)).toEqual(
      read({ testo: BUONA }).righe.map(({ valori }) => valori),
    );
  });
});
