/** A reading that a person corrects: the values are those written in the file, understood otherwise. */
import { describe, expect, it } from 'vitest';
import { listProblemi, listRighe, type Prova, read } from './prove.ts';
import { writeXlsxDaCsv } from './xlsx-da-csv.ts';

const RIGHE = 'Casarano;2021;10;12;2\nMatino;2021;5;4;-1\nSant’Angelo;2021;1;1;0\n';
const LETTE = [
  [2, '075016', 2021, 10, 12, 2],
  [3, '075042', 2021, 5, 4, -1],
  [4, '075081', 2021, 1, 1, 0],
];
const STRANE = 'Ente;Esercizio;Partiti;Giunti;Netto\n';
const CINQUE = 'colonna 1=comune; colonna 2=anno; colonna 3=emigrazioni; colonna 4=immigrazioni; colonna 5=saldo';

type Riga = (string | number | null)[];
const shift = (di: number) => LETTE.map(([riga, ...resto]) => [Number(riga) + di, ...resto]);

describe('corrections make the file readable', () => {
  const casi: [caso: string, prova: Omit<Prova, 'contesto'>, letta: [correzioni: string, righe: Riga[]]][] = [
    ['every heading unknown', { testo: STRANE + RIGHE }, [CINQUE, LETTE]],
    [
      'the headings below a title as wide as they are',
      { testo: `Movimenti;;;;\n${STRANE}${RIGHE}` },
      [CINQUE, shift(1)],
    ],
    [
      'a column without a heading',
      { testo: `;anno;emigrazioni;immigrazioni;saldo\n${RIGHE}` },
      ['colonna 1=comune', LETTE],
    ],
    [
      'a heading shorter than its lines',
      { testo: `comune;anno;emigrazioni;immigrazioni\n${RIGHE}` },
      ['colonna 5=saldo', LETTE],
    ],
    [
      'one column of two that say the same',
      {
        testo: `comune;anno;emigrazioni;immigrazioni;emigrati\nCasarano;2021;10;12;9\nMatino;2021;5;4;9\nSant’Angelo;2021;1;1;9\n`,
      },
      ['colonna 5=ignora', LETTE.map((riga) => riga.slice(0, 5))],
    ],
    [
      'a heading read as another of the same form',
      { testo: 'Comuni;Piccoli;65- più\nCasarano;5;7\nMatino;6;8\nSant’Angelo;1;2\n', tipo: 'popolazione' },
      [
        'colonna 2=0-3',
        [
          [2, '075016', 2021, 'anagrafe', '0-3', 5],
          [2, '075016', 2021, 'anagrafe', '65+', 7],
          [3, '075042', 2021, 'anagrafe', '0-3', 6],
          [3, '075042', 2021, 'anagrafe', '65+', 8],
          [4, '075081', 2021, 'anagrafe', '0-3', 1],
          [4, '075081', 2021, 'anagrafe', '65+', 2],
        ],
      ],
    ],
    [
      'the header said where two lines could be it',
      { testo: `comune;anno;emigrazioni;immigrazioni;saldo\nEnte;anno;emigrazioni;immigrazioni;saldo\n${RIGHE}` },
      ['intestazione=1; riga 2=nota', shift(1)],
    ],
    [
      'a header over two lines',
      { testo: `Comune;Anno;Movimenti;;\n;;emigrazioni;immigrazioni;saldo\n${RIGHE}` },
      ['intestazione=1-2', shift(1)],
    ],
    [
      'a stray line below',
      { testo: `comune;anno;emigrazioni;immigrazioni;saldo\n${RIGHE}dati provvisori;;;;\n` },
      ['riga 5=nota', LETTE],
    ],
    [
      'a stray line above that looks like a row',
      { testo: `bozza;del;12;marzo;2022\ncomune;anno;emigrazioni;immigrazioni;saldo\n${RIGHE}` },
      ['riga 1=nota', shift(1)],
    ],
    [
      'the separator, where the first line misleads',
      { testo: `comune,anno,emigrazioni,immigrazioni,saldo\n${RIGHE.replaceAll(';', ',')}` },
      ['separatore=virgola', LETTE],
    ],
    [
      'letters of an old Mac',
      {
        testo: Uint8Array.from(`comune;anno;emigrazioni;immigrazioni;saldo\n${RIGHE}`, (c) =>
          c === '’' ? 0xd5 : c.charCodeAt(0),
        ),
      },
      ['codifica=mac', LETTE],
    ],
  ];
  it.each(casi)('%s', (_, prova, [correzioni, righe]) => {
    const contesto = prova.tipo === 'popolazione' ? { anno: 2021, rilevazione: 'anagrafe' } : {};
    const lettura = read({ ...prova, contesto: { ...contesto, correzioni } });
    expect(listProblemi(lettura)).toEqual([]);
    expect(listRighe(lettura)).toEqual(righe);
    expect(lettura.interpretazione.correzioni).toHaveLength(correzioni.split(';').length);
    // What was written is still what the walk back shows: the heading is the file's own.
    for (const { posizioni } of lettura.righe) {
      for (const { intestazione } of Object.values(posizioni)) expect(correzioni).not.toContain(`=${intestazione};`);
    }
  });
});

describe('figures written the English way', () => {
  const file = (cella: string) => `comune;superficie_km2\nCasarano;${cella}\nMatino;2\nSant’Angelo;3\n`;
  const casi: [scritto: string, numeri: string, letto: number | 'numero-non-leggibile'][] = [
    ['1.234', 'italiani', 1234],
    ['1.234', 'inglesi', 1.234],
    ['1,234', 'inglesi', 1234],
    ['1,234.5', 'inglesi', 1234.5],
    ['1.234,5', 'italiani', 1234.5],
    ['2,55', 'italiani', 2.55],
    ['2.55', 'italiani', 'numero-non-leggibile'],
    ['2,55', 'inglesi', 'numero-non-leggibile'],
    ['1.234,5', 'inglesi', 'numero-non-leggibile'],
  ];
  it.each(casi)('%s, %s: %s', (scritto, numeri, letto) => {
    const { righe, problemi } = read({
      tipo: 'territorio',
      testo: file(scritto),
      contesto: { correzioni: `numeri 2=${numeri}` },
    });
    expect(problemi[0]?.regola ?? righe[0]?.valori.superficie_km2).toBe(letto);
  });
});

describe('lines', () => {
  const TESTATA = 'comune;anno;emigrazioni;immigrazioni;saldo\n';

  it('that are marked as notes are told with the reason, and are in nobody’s rows', () => {
    const { interpretazione } = read({
      testo: `${TESTATA}${RIGHE}Casarano;2020;1;1;0\n`,
      contesto: { correzioni: 'riga 5=nota' },
    });
    expect(interpretazione.righeEscluse).toEqual([
      {
        riga: 5,
        testo: 'Casarano | 2020 | 1 | 1 | 0',
        motivo: 'nota: così è stato indicato correggendo la lettura',
      },
    ]);
  });

  it('that are marked as totals are declared, whatever their label', () => {
    const { dichiarati, problemi } = read({
      testo: `${TESTATA}${RIGHE}Complesso;2021;16;17;1\n`,
      contesto: { correzioni: 'riga 5=totale' },
    });
    expect(problemi).toEqual([]);
    expect(dichiarati.map(({ misura, valore, ruolo }) => [misura, valore, ruolo])).toEqual([
      ['emigrazioni', 16, 'somma-colonna'],
      ['immigrazioni', 17, 'somma-colonna'],
      ['saldo', 1, 'somma-colonna'],
    ]);
  });

  it('that are marked as data are rows, though they look like a total', () => {
    const testo = `${TESTATA}${RIGHE}Totale;2021;16;17;1\n`;
    expect(listProblemi(read({ testo, contesto: { correzioni: 'riga 5=dato' } }))).toEqual([
      [5, 1, 'Totale', 'comune-estraneo'],
    ]);
  });

  it('leave a free form as it is read, notes apart', () => {
    const testo = 'Grandezza;2018;2021;Variazione\nfamiglie;100;110;10\nda rivedere con i comuni;;;\n';
    expect(listProblemi(read({ tipo: 'famiglie', testo }))).toEqual([
      [3, 1, expect.anything(), 'voce-non-riconosciuta'],
    ]);
    const corretta = read({ tipo: 'famiglie', testo, contesto: { correzioni: 'riga 3=nota' } });
    expect(listProblemi(corretta)).toEqual([]);
    expect(corretta.interpretazione.righeEscluse.map(({ riga }) => riga)).toContain(3);
  });
});

describe('a correction that has nothing to correct is told, never passed over', () => {
  const BUONO = `comune;anno;emigrazioni;immigrazioni;saldo\n${RIGHE}`;
  const casi: [correzioni: string, problema: RegExp, testo?: string][] = [
    ['colonna 9=saldo', /colonna 9, ma la tabella ha 5 colonne/],
    ['colonna 5=residenti', /«residenti», che però non è una colonna .* Le colonne sono comune, anno, emigrazioni/],
    ['colonna 5=emigrazioni', /Le colonne 3 \(«emigrazioni»\) e 5 \(«saldo»\) dicono la stessa cosa/],
    ['numeri 1=inglesi', /colonna 1, che però non contiene numeri/],
    ['numeri 7=inglesi', /colonna 7, ma la tabella ha 5/],
    ['riga 80=nota', /riga 80, ma nel file non ne comincia nessuna/],
    ['intestazione=80', /indicata alla riga 80, ma una riga così non c’è/],
    ['riga 1=dato', /La riga 1 è indicata come dato, ma sta sopra l’intestazione/, `Movimenti\n${BUONO}`],
    ['codifica=windows-1252', /scritto in UTF-8, e così va letto/],
    ['intestazione=2', /Manca la colonna «Emigrazioni».*«Casarano», «2021»/],
    ['senza senso', /non si capisce/],
  ];
  it.each(casi)('%s', (correzioni, problema, testo = BUONO) => {
    const { problemi } = read({ testo, contesto: { correzioni } });
    expect(problemi.map(({ messaggio }) => messaggio).join('\n')).toMatch(problema);
  });

  it('UTF-8 that is not', () => {
    const testo = Uint8Array.from([...new TextEncoder().encode(BUONO.replace('’', "'")), 0xe0, 0x0a]);
    expect(listProblemi(read({ testo, contesto: { correzioni: 'codifica=utf-8' } }))).toEqual([
      [null, null, null, 'correzione-non-applicabile'],
    ]);
  });

  it('how a spreadsheet is written', () => {
    const testo = writeXlsxDaCsv(BUONO);
    expect(read({ testo }).problemi).toEqual([]);
    const { problemi } = read({ testo, contesto: { correzioni: 'numeri 3=inglesi' } });
    expect(problemi[0]?.messaggio).toMatch(/li dice il foglio stesso/);
  });
});

describe('no correction lets personal data in', () => {
  const casi: [caso: string, testo: string, correzioni: string][] = [
    [
      'a column of names left unused',
      'comune;anno;emigrazioni;immigrazioni;cognome e nome\nCasarano;2021;1;1;Rossi\n',
      'colonna 5=ignora',
    ],
    [
      'addresses in a column left unused',
      'comune;anno;emigrazioni;immigrazioni;altro\nCasarano;2021;1;1;mario.rossi@esempio.it\n',
      'colonna 5=ignora',
    ],
    [
      'addresses in a line marked as a note',
      `comune;anno;emigrazioni;immigrazioni\nscrivere a;mario.rossi@esempio.it;;\nCasarano;2021;1;1\n`,
      'riga 2=nota',
    ],
  ];
  it.each(casi)('%s', (_, testo, correzioni) => {
    const { problemi } = read({ testo, contesto: { correzioni } });
    expect(problemi.map(({ regola }) => regola)).toContain('dati-personali');
  });

  it('a heading of persons over a column of figures counts them', () => {
    const { problemi } = read({
      testo: `comune;anno;beneficiari;immigrazioni;saldo\n${RIGHE}`,
      contesto: { correzioni: 'colonna 3=emigrazioni' },
    });
    expect(problemi).toEqual([]);
  });
});
