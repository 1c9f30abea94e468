/** Tables as other programs and other offices lay them out: read as they are, or with one thing said of them. */
import { describe, expect, it } from 'vitest';
import { copy, listProblemi, listRighe, type Prova, read } from './prove.ts';

type Righe = (string | number | null)[][];

const VERSATI = '"ANNO","COMUNE","TIPO VERSAMENTO","IMPORTO EURO"\n"2021","COMUNE DI CASARANO","DENARO","131420.50"\n';
const A_NATURA = 'valore natura=versato';

describe('read whole', () => {
  const casi: [caso: string, prova: Prova, righe: Righe][] = [
    [
      'the registry of one comune: an age a line, males and females beside each other',
      {
        tipo: 'popolazione',
        testo: 'Età;Maschi;Femmine;Totale\n0;5;6;11\n1;7;8;15\nTotale;12;14;26\n',
        contesto: { anno: 2023, rilevazione: 'anagrafe', comune: '075016' },
      },
      [
        [2, '075016', 2023, 'anagrafe', '0', 'M', 5],
        [2, '075016', 2023, 'anagrafe', '0', 'F', 6],
        [3, '075016', 2023, 'anagrafe', '1', 'M', 7],
        [3, '075016', 2023, 'anagrafe', '1', 'F', 8],
      ],
    ],
    [
      'the «Testo Unicode» of Excel',
      {
        testo: Buffer.from(
          '\ufeffComune\tAnno\tEmigrati\tIscritti\r\nSant’Àngelo\t2021\t1\t2\r\nCasarano\t2021\t3\t4\r\nMatino\t2021\t5\t6\r\n',
          'utf16le',
        ),
      },
      [
        [2, '075081', 2021, 1, 2],
        [3, '075016', 2021, 3, 4],
        [4, '075042', 2021, 5, 6],
      ],
    ],
    [
      'a year per column, the figure said once for all',
      {
        tipo: 'cofinanziamento',
        testo:
          'Comuni\t2020\t2021\tTotale\nCasarano\t€ 1.000,00\t//\t€ 1.000,00\nMatino\t€ 2.000,00\t€ 3,50\t€ 2.003,50\nSant’Angelo\t€ 1,00\tn.p.\t€ 1,00\n',
        contesto: { correzioni: `${A_NATURA}; valore forma=in denaro` },
      },
      [
        [2, '075016', 2020, 'versato', 'denaro', 100_000],
        [2, '075016', 2021, 'versato', 'denaro', null],
        [3, '075042', 2020, 'versato', 'denaro', 200_000],
        [3, '075042', 2021, 'versato', 'denaro', 350],
        [4, '075081', 2020, 'versato', 'denaro', 100],
        [4, '075081', 2021, 'versato', 'denaro', null],
      ],
    ],
    [
      'ages by their names, the comuni under «COMUNE»',
      {
        tipo: 'popolazione',
        testo:
          'COMUNE;Minori;Adulti;Anziani (over 65);TOTALE\nCasarano;1;2;3;6\nMatino;4;5;6;15\nSant’Angelo;7;8;9;24\n',
        contesto: { anno: 2023, rilevazione: 'anagrafe' },
      },
      [
        [2, '075016', 2023, 'anagrafe', '0-17', 1],
        [2, '075016', 2023, 'anagrafe', '18-64', 2],
        [2, '075016', 2023, 'anagrafe', '65+', 3],
        [3, '075042', 2023, 'anagrafe', '0-17', 4],
        [3, '075042', 2023, 'anagrafe', '18-64', 5],
        [3, '075042', 2023, 'anagrafe', '65+', 6],
        [4, '075081', 2023, 'anagrafe', '0-17', 7],
        [4, '075081', 2023, 'anagrafe', '18-64', 8],
        [4, '075081', 2023, 'anagrafe', '65+', 9],
      ],
    ],
    [
      'all ages, on a day of January that belongs to the year before',
      {
        tipo: 'popolazione',
        testo: 'Comune;Popolazione al 1° gennaio 2024\nCasarano;10\nMatino;20\nSant’Angelo;30\n',
        contesto: { rilevazione: 'istat' },
      },
      [
        [2, '075016', 2023, 'istat', 'totale', 10],
        [3, '075042', 2023, 'istat', 'totale', 20],
        [4, '075081', 2023, 'istat', 'totale', 30],
      ],
    ],
    [
      'owed and paid beside each other, the year in the headings',
      {
        tipo: 'cofinanziamento',
        testo: 'Comune;Quota dovuta 2022;Versato in denaro 2022;Versato in servizi 2022\nCasarano;4,00;1,00;2,00\n',
        contesto: { comune: '075016' },
      },
      [
        [2, '075016', 2022, 'minimo', 'totale', 400],
        [2, '075016', 2022, 'versato', 'denaro', 100],
        [2, '075016', 2022, 'versato', 'servizi', 200],
      ],
    ],
    [
      'what was paid, whole or in money: who brings it says which',
      {
        tipo: 'cofinanziamento',
        testo: 'Comune;Dovuto 2022;Versato 2022\nCasarano;4,00;1,00\n',
        contesto: { comune: '075016', correzioni: 'valore forma=denaro' },
      },
      [
        [2, '075016', 2022, 'minimo', 'totale', 400],
        [2, '075016', 2022, 'versato', 'denaro', 100],
      ],
    ],
    [
      'funds with a year per column',
      { tipo: 'fondi', testo: 'Fonte di finanziamento;2022;2023;TOTALE\nFNPS;1,00;2,00;3,00\nTotale;1,00;2,00;3,00\n' },
      [
        [2, 'FNPS', '2022', 100],
        [2, 'FNPS', '2023', 200],
      ],
    ],
    [
      'many interventi, with their titles beside the code: no scheda',
      {
        tipo: 'programmazione',
        testo:
          'INTERVENTO;ANNUALITÀ;FONTE DI FINANZIAMENTO;IMPORTO PROGRAMMATO\nA.1 - Segretariato sociale;2022;FNPS;1,00\nB3: Sostegno;2022;FNA;2,00\n',
      },
      [
        [2, 'A.1', 2022, 'FNPS', 100],
        [3, 'B.3', 2022, 'FNA', 200],
      ],
    ],
    [
      'a column that is another by name, and what all its lines are',
      {
        tipo: 'cofinanziamento',
        testo: VERSATI,
        contesto: { comune: '075016', correzioni: `colonna 3=forma; ${A_NATURA}` },
      },
      [[2, '075016', 2021, 'versato', 'denaro', 13_142_050]],
    ],
    [
      'the headings of a regional form',
      {
        tipo: 'rendiconto',
        testo:
          'RENDICONTAZIONE AL 31/12/2023;;;;;\nCod. intervento;Denominazione;Risorse programmate;Impegni;Liquidazioni;Residui\nA.1;Segretariato;100,00;80,00;60,00;20,00\n',
        contesto: { periodo: '2022-2024' },
      },
      [[3, '2022-2024', 'A.1', 10_000, 8_000, 6_000, 2_000]],
    ],
    [
      'a span of years in one heading, for the figure beside it too',
      {
        tipo: 'spesa-storica',
        testo:
          'Comuni;Spesa Sociale 2018/2020;Media annua\nCasarano;300,00;100,00\nMatino;30,00;10,00\nSant’Angelo;3,00;1,00\n',
      },
      [
        [2, '075016', '2018-2020', 30_000, 10_000],
        [3, '075042', '2018-2020', 3_000, 1_000],
        [4, '075081', '2018-2020', 300, 100],
      ],
    ],
    [
      'public and private places in columns',
      {
        tipo: 'posti-nido',
        testo:
          'Comune;Nidi pubblici - posti;Nidi privati - posti;Totale posti\nCasarano;20;10;30\nMatino;4;-;4\nSant’Angelo;0;0;0\n',
        contesto: { anno: 2022 },
      },
      [
        [2, '075016', 2022, 'pubblica', 20],
        [2, '075016', 2022, 'privata', 10],
        [3, '075042', 2022, 'pubblica', 4],
        [3, '075042', 2022, 'privata', null],
        [4, '075081', 2022, 'pubblica', 0],
        [4, '075081', 2022, 'privata', 0],
      ],
    ],
    [
      'who came and who left by where from and where to: each figure is the sum of its columns, unknown where one of them is',
      {
        testo:
          "Comune;Nati vivi;Iscritti da altri comuni;Iscritti dall'estero;Altri iscritti;Cancellati per altri comuni;Cancellati per l'estero;Saldo migratorio\nCasarano;9;280;20;10;300;30;-20\nMatino;9;100;2;n.d.;90;0;9\nSant’Angelo;9;5;0;0;4;0;1\n",
        contesto: { anno: 2022 },
      },
      [
        [2, '075016', 2022, 330, 310, -20],
        [3, '075042', 2022, 90, null, 9],
        [4, '075081', 2022, 4, 5, 1],
      ],
    ],
    [
      'parts of one figure beside the whole of the other, and the codes of the comuni',
      {
        testo:
          'Codice ISTAT;Comune;Iscritti;Cancellati per altri comuni;Cancellati per l’estero\n075016;Casarano;9;1;2\n',
        contesto: { anno: 2022, comune: '075016' },
      },
      [[2, '075016', 2022, 3, 9]],
    ],
    [
      'the staff with a profession per column',
      {
        tipo: 'personale',
        testo:
          'Comune;Assistenti sociali;Assistenti sociali ETP;Educatori professionali T.D.;Totale\nCasarano;5;4,5;2;7\nMatino;-;-;1;1\n',
        contesto: { anno: 2022 },
      },
      [
        [2, '075016', 2022, 'assistente sociale', 5, 4.5],
        [2, '075016', 2022, 'educatore', 'determinato', 2],
        [3, '075042', 2022, 'assistente sociale', null, null],
        [3, '075042', 2022, 'educatore', 'determinato', 1],
      ],
    ],
    [
      'the staff with a contract per column',
      {
        tipo: 'personale',
        testo: 'Profilo;Tempo indeterminato;T.D.;Esterni;Totale\nEducatore;1;0;4;5\nTotale;1;0;4;5\n',
        contesto: { anno: 2022 },
      },
      [
        [2, 2022, 'Educatore', 'indeterminato', 1],
        [2, 2022, 'Educatore', 'determinato', 0],
        [2, 2022, 'Educatore', 'esterno', 4],
      ],
    ],
    [
      'funds of two years each, and a year said by its last day',
      { tipo: 'fondi', testo: 'Fonte;2022/2023;2023/2024\nFNPS;1,00;2,00\n' },
      [
        [2, 'FNPS', '2022-2023', 100],
        [2, 'FNPS', '2023-2024', 200],
      ],
    ],
    [
      'when an event begins and ends, in one cell',
      {
        tipo: 'calendario',
        testo:
          'Tipo evento;Oggetto;Data;Orario\nincontro;Uno;22/06/2026;9-12\nincontro;Due;1° luglio 2026;9:00 – 12:30\nincontro;Tre;02/07/2026;ore 9.30\nincontro;Quattro;03/07/2026;dalle ore 15,30 alle ore 17\nincontro;Cinque;04/07/2026;\n',
        contesto: { ciclo: '2022-2024' },
      },
      [
        [2, '2022-2024', 'incontro', '2026-06-22', '09:00', '12:00', 'Uno'],
        [3, '2022-2024', 'incontro', '2026-07-01', '09:00', '12:30', 'Due'],
        [4, '2022-2024', 'incontro', '2026-07-02', '09:30', null, 'Tre'],
        [5, '2022-2024', 'incontro', '2026-07-03', '15:30', '17:00', 'Quattro'],
        [6, '2022-2024', 'incontro', '2026-07-04', null, null, 'Cinque'],
      ],
    ],
    [
      'the code of an intervento beside its title, a year per column',
      {
        tipo: 'programmazione',
        testo: 'Cod.;Intervento;2022;2023;Totale\nA.1;Segretariato sociale;1,00;2,00;3,00\nTotale;;1,00;2,00;3,00\n',
      },
      [
        [2, 'A.1', 'Segretariato sociale', 2022, 100],
        [2, 'A.1', 'Segretariato sociale', 2023, 200],
      ],
    ],
    [
      'code and title of an intervento where the title is not kept',
      {
        tipo: 'rendiconto',
        testo: 'Codice;Intervento;Programmato;Impegnato\nA.1;Segretariato sociale;10,00;5,00\n',
        contesto: { periodo: '2022-2024' },
      },
      [[2, '2022-2024', 'A.1', 1000, 500]],
    ],
  ];
  it.each(casi)('%s', (_, prova, righe) => {
    const lettura = read(prova);
    expect(listProblemi(lettura)).toEqual([]);
    expect(listRighe(lettura)).toEqual(righe);
  });

  it('totals beside the years and below the ages are declared, not added', () => {
    const { dichiarati } = read({
      tipo: 'popolazione',
      testo: 'Età;Maschi;Femmine;Totale\n0;5;6;11\nTotale;5;6;12\n',
      contesto: { anno: 2023, rilevazione: 'anagrafe', comune: '075016' },
    });
    expect(dichiarati.map(({ ruolo, valore, valori }) => [ruolo, valore, valori.sesso])).toEqual([
      ['somma-riga', 11, null],
      ['somma-colonna', 5, 'M'],
      ['somma-colonna', 6, 'F'],
      ['somma-riga', 12, null],
      ['somma-colonna', 12, null],
    ]);
  });
});

describe('a figure that stands in parts', () => {
  const TESTATA = 'Comune;Iscritti da altri comuni;Iscritti dall’estero;Altri iscritti;Cancellati';
  const contesto = { anno: 2022 };

  it('says in the preview what it adds up, and where every part of it stands', () => {
    const testo = `${TESTATA}\nCasarano;280; 20 ;10;330\nMatino;1;;1;1\nSant’Angelo;1;1;1;1\nTotale;282;21;12;332\n`;
    const { righe, dichiarati, interpretazione } = read({ testo, contesto });
    expect(righe.map(({ posizioni }) => posizioni.immigrazioni)).toMatchObject([
      {
        riga: 2,
        colonna: 2,
        intestazione: 'Iscritti da altri comuni + Iscritti dall’estero + Altri iscritti',
        scritto: '280 + 20 + 10',
      },
      { scritto: '1 + (vuota) + 1' },
      { scritto: '1 + 1 + 1' },
    ]);
    expect(
      dichiarati.map(({ ruolo, misura, valore, posizione }) => [ruolo, misura, valore, posizione.scritto]),
    ).toEqual([
      ['somma-colonna', 'immigrazioni', 315, '282 + 21 + 12'],
      ['somma-colonna', 'emigrazioni', 332, '332'],
    ]);
    expect(interpretazione.avvisi?.[0]).toMatch(
      /^«Immigrazioni» è la somma di 3 colonne: «Iscritti da altri comuni» \+/,
    );
  });

  it('a part that cannot be read is told on its cell, and waits in the copy beside the others', () => {
    const testo = `${TESTATA}\nCasarano;280;venti;10;330\n`;
    expect(listProblemi(read({ testo, contesto: { anno: 2022, comune: '075016' } }))).toEqual([
      [2, 3, 'venti', 'numero-non-leggibile'],
    ]);
    expect(copy({ testo, contesto: { anno: 2022, comune: '075016' } })).toContain('280 + venti + 10');
  });

  it('is asked whole: a part that lacks is told by its name, once', () => {
    const testo = 'Comune;Iscritti da altri comuni;Cancellati\nCasarano;1;2\n';
    const { problemi } = read({ testo, contesto: { anno: 2022, comune: '075016' } });
    expect(problemi.map(({ messaggio }) => messaggio)).toEqual([
      expect.stringMatching(/^Di «Immigrazioni» manca una parte \(intestazioni ammesse: iscritti dall estero/),
    ]);
  });
});

describe('what stands in one cell, or beside one that lacks', () => {
  it('an event that ends before it begins, an hour that is none: on the cell of both', () => {
    const testo =
      'Tipo evento;Oggetto;Data;Orario\nincontro;Uno;22/06/2026;12-9\nincontro;Due;23/06/2026;9-25\nincontro;Tre;24/06/2026;mattina\n';
    const { problemi } = read({ tipo: 'calendario', testo, contesto: { ciclo: '2022-2024' } });
    expect(problemi.map(({ riga, colonna, messaggio }) => [riga, colonna, messaggio.split('. ')[0]])).toEqual([
      [2, 4, '«Alle» (12-9) viene prima di «Dalle» (12-9): serve un valore uguale o successivo.'],
      [3, 4, '«9-25»: è un’ora che non esiste'],
      [4, 4, '«mattina»: non è un’ora'],
    ]);
  });

  it('a figure that nobody can say by hand, beside which another stands', () => {
    const testo = 'Comune;Assistenti sociali T.I.;Assistenti sociali ETP\nCasarano;5;4,5\n';
    const { problemi } = read({ tipo: 'personale', testo, contesto: { anno: 2022 } });
    expect(problemi.map(({ messaggio }) => messaggio)).toEqual([
      'Di ciò che dice «Assistenti sociali ETP» (colonna 3) manca «Unità»: serve una colonna con le stesse parole nel titolo e quella cifra.',
    ]);
  });
});

describe('what would be read as something else is asked', () => {
  const casi: [caso: string, prova: Prova, problemi: (string | number | null)[][]][] = [
    [
      'thousands of euro in a title',
      {
        tipo: 'spesa-storica',
        testo: 'Spesa (valori in migliaia di euro)\nComune;Triennio;Spesa complessiva\nCasarano;2018-2020;300,5\n',
        contesto: { comune: '075016' },
      },
      [[1, null, 'Spesa (valori in migliaia di euro)', 'unita-diversa']],
    ],
    [
      'thousands of euro under a heading, and in one that has nothing else',
      {
        tipo: 'cofinanziamento',
        testo: 'Comune;Dovuto 2022;Versato in denaro 2022\n;(€/000);(mgl €)\nCasarano;3,5;2\n',
        contesto: { comune: '075016' },
      },
      [
        [1, 2, 'Dovuto 2022 (€/000)', 'unita-diversa'],
        [1, 3, 'Versato in denaro 2022 (mgl €)', 'unita-diversa'],
      ],
    ],
    [
      'thousands of euro in a note below a form that is no list',
      { tipo: 'fondi', testo: 'Fonte;2022\nFNPS;1,00\nNota: importi in migliaia di euro\n' },
      [[3, null, 'Nota: importi in migliaia di euro', 'unita-diversa']],
    ],
    [
      'hectares, which no correction turns into square kilometres',
      { tipo: 'territorio', testo: 'Comune;Superficie (ha)\nCasarano;3873\n' },
      [[1, 2, 'Superficie (ha)', 'unita-diversa']],
    ],
    [
      'another table below, whose years would be figures of the first',
      { tipo: 'fondi', testo: 'Fonte;2022;2023\nFNPS;1,00;2,00\n\nFonte;2024;2025\nFNA;5,00;6,00\n' },
      [[4, null, 'Fonte | 2024 | 2025', 'altra-tabella']],
    ],
    [
      'a part of the line above, counted in it',
      { tipo: 'fondi', testo: 'Fonte;Anno;Importo\nFNPS;2022;10,00\ndi cui quota LEPS;2022;3,00\n' },
      [[3, 1, 'di cui quota LEPS', 'riga-di-cui']],
    ],
    [
      'a year of school',
      {
        tipo: 'posti-nido',
        testo: 'Comune;Anno;Posti\nCasarano;2022/2023;30\n',
        contesto: { comune: '075016' },
      },
      [[2, 2, '2022/2023', 'anno-non-leggibile']],
    ],
  ];
  it.each(casi)('%s', (_, prova, problemi) => {
    expect(listProblemi(read(prova))).toEqual(problemi);
  });

  it('there is no copy of two tables, and a sum in words is no unit', () => {
    expect(copy({ tipo: 'fondi', testo: 'Fonte;2022\nFNPS;1,00\nFonte;2024\nFNA;5,00\n' })).toMatchObject({
      regola: 'copia-non-possibile',
    });
    const testo = 'Riparto di 3 milioni di euro\nFonte;2022\nFNPS;1,00\n';
    expect(listProblemi(read({ tipo: 'fondi', testo }))).toEqual([]);
  });

  it('a title in thousands that a person says to be a note is one', () => {
    const testo = 'Bilancio in migliaia di euro, qui in euro\nFonte;2022\nFNPS;1,00\n';
    expect(listProblemi(read({ tipo: 'fondi', testo, contesto: { correzioni: 'riga 1=nota' } }))).toEqual([]);
  });

  it('totals of some of the lines, means and what is still to be decided are no facts', () => {
    const fondi = 'Fonte;Anno;Importo\nFNPS;2022/23;10,00\nSubtotale;;10,00\nFNA;2022;da definire\nTotale;;10,00\n';
    const lettura = read({ tipo: 'fondi', testo: fondi });
    expect(listRighe(lettura)).toEqual([
      [2, 'FNPS', '2022-2023', 1000],
      [4, 'FNA', '2022', null],
    ]);
    expect(lettura.dichiarati.map(({ posizione }) => posizione.riga)).toEqual([5]);
    const nidi = 'Comune;Posti\nCasarano;30\nMedia;30\n';
    const { problemi, interpretazione } = read({
      tipo: 'posti-nido',
      testo: nidi,
      contesto: { anno: 2022, comune: '075016' },
    });
    expect([problemi, interpretazione.righeEscluse.map(({ riga }) => riga)]).toEqual([[], [3]]);
  });

  it('an empty cell below one that is not, where it means something: said, once', () => {
    const testo =
      'Intervento;Comune;Programmato;Impegnato\nA.1;Casarano;1,00;1,00\n;Matino;2,00;2,00\nA.2;Matino;1,00;1,00\n;Casarano;1,00;1,00\n';
    const { avvisi = [] } = read({ tipo: 'rendiconto', testo, contesto: { periodo: '2022' } }).interpretazione;
    expect(avvisi).toEqual([expect.stringMatching(/^«Intervento» è vuota alla riga 3, .*celle unite/)]);
  });

  it('lines that look alike: the heading that perhaps tells them apart is named', () => {
    const testo = 'Struttura;Comune;Posti\nNido Uno;Casarano;30\nNido Due;Casarano;20\n';
    const { problemi } = read({ tipo: 'posti-nido', testo, contesto: { anno: 2022, comune: '075016' } });
    expect(problemi.map(({ messaggio }) => messaggio)).toEqual([
      expect.stringMatching(/una volta sola\. Se le distingue .*«Struttura».*si sommano\.$/),
    ]);
  });

  it('the title of a group of lines may be said to be a note', () => {
    const testo = 'Intervento;Anno;Importo\nAREA A;;\nA.1;2022;1,00\n';
    const [problema] = read({ tipo: 'programmazione', testo }).problemi;
    expect(problema?.messaggio).toMatch(/Se è il titolo delle righe che seguono, si indica come nota/);
  });
});

describe('the reader asks and offers', () => {
  const ask = (prova: Prova) => {
    const { mancanti = [], colonne } = read(prova).interpretazione;
    return [mancanti, colonne.flatMap(({ colonna, proposta }) => (proposta ? [[colonna, proposta]] : []))];
  };

  const casi: [caso: string, prova: Prova, chiesto: unknown[]][] = [
    [
      'what lacks and may be said, and a column that holds only its values',
      { tipo: 'cofinanziamento', testo: VERSATI },
      [['natura', 'forma'], [[3, 'forma']]],
    ],
    [
      'what some of the headings do not say',
      { tipo: 'cofinanziamento', testo: 'Comune;Dovuto 2022;Versato 2022\nCasarano;4,00;1,00\n' },
      [['forma'], []],
    ],
    [
      'nothing more, once it is said',
      { tipo: 'cofinanziamento', testo: VERSATI, contesto: { correzioni: `${A_NATURA}; colonna 3=forma` } },
      [[], []],
    ],
    [
      'a heading with a word of a figure that lacks',
      { testo: 'comune;anno;Emigrazioni complessive;Immigrazioni nette\nCasarano;2021;10;12\n' },
      [
        [],
        [
          [3, 'emigrazioni'],
          [4, 'immigrazioni'],
        ],
      ],
    ],
    [
      'nothing, where two headings are as likely: perhaps its parts',
      { testo: 'Territorio;anno;Iscritti da altri comuni;Iscritti dall’estero;emigrazioni\nCasarano;2021;1;2;3\n' },
      [[], []],
    ],
    [
      'the one that has the name, before the one that has a synonym; «SI» and «NO» answer any question',
      {
        tipo: 'servizi',
        testo: 'Servizio;N. utenti previsti;Gratuito (SI/NO)\nNido;40;NO\n',
        contesto: { ciclo: '2022-2024' },
      },
      [[], [[2, 'utenza_prevista']]],
    ],
    [
      'even where no heading but one is known',
      { tipo: 'raccordo', testo: 'Servizio 2018-2020;Nuovo intervento\nADI;C.2\n' },
      [['servizio'], [[1, 'servizio']]],
    ],
    [
      'not where the cells cannot be that',
      { testo: 'comune;anno;Emigrazioni complessive;immigrazioni\nCasarano;2021;molte;12\n' },
      [[], []],
    ],
    [
      'never a column of names, nor a figure by hand',
      { testo: 'comune;anno;Cognome e nome;immigrazioni\nCasarano;2021;10;12\n' },
      [[], []],
    ],
  ];
  it.each(casi)('%s', (_, prova, chiesto) => {
    expect(ask(prova)).toEqual(chiesto);
  });

  it('the problem says which column it may be, or that it may be said once', () => {
    const [natura, forma] = read({ tipo: 'cofinanziamento', testo: VERSATI }).problemi;
    expect(natura?.messaggio).toMatch(/^Manca la colonna «Natura».*Se è uguale in tutte le righe, si indica/);
    expect(forma?.messaggio).toMatch(/Forse è la colonna 3, «TIPO VERSAMENTO»: se è così, si indica/);
  });
});

describe('a value said for all the lines that cannot be', () => {
  const TESTO = 'Comuni;2020\nCasarano;1,00\nMatino;1,00\nSant’Angelo;1,00\n';
  const casi: [correzioni: string, detto: RegExp][] = [
    ['valore natura=regalato; valore forma=denaro', /Il valore indicato per «Natura», «regalato».*versato/],
    [`${A_NATURA}; valore forma=n.d.`, /Il valore indicato per «Forma», «n.d.»/],
    [`${A_NATURA}; valore forma=denaro; valore anno=2020`, /«Anno» è già nel file, alla colonna 2/],
    [`${A_NATURA}; valore forma=denaro; valore importo=7`, /«Importo» è una cifra/],
    [`${A_NATURA}; valore forma=denaro; valore comune=Casarano`, /si indica al caricamento/],
    [
      `${A_NATURA}; valore forma=denaro; valore colore=blu`,
      /«colore», che non è una colonna della tabella. Le colonne sono anno, natura e forma/,
    ],
  ];
  it.each(casi)('%s', (correzioni, detto) => {
    const { problemi } = read({ tipo: 'cofinanziamento', testo: TESTO, contesto: { correzioni } });
    expect(problemi.map(({ messaggio }) => messaggio).join('\n')).toMatch(detto);
  });
});

describe('what a table is not', () => {
  it('figures with their thousands are no bands of age', () => {
    const testo = 'Paese;0-17;18+\nCasarano;3.500;5.800\n';
    const { problemi, interpretazione } = read({
      tipo: 'popolazione',
      testo,
      contesto: { anno: 2021, rilevazione: 'istat' },
    });
    expect(interpretazione.intestazione).toEqual([1]);
    expect(problemi[0]?.messaggio).toMatch(/^Manca la colonna «Comune»/);
  });

  it('turned on its side: one thing to do, and nothing else is said', () => {
    const testo = 'Fasce d’età;Casarano;Matino;Sant’Angelo\n0-17;1;2;3\n18+;4;5;6\n';
    const lettura = read({ tipo: 'popolazione', testo, contesto: { anno: 2021, rilevazione: 'istat' } });
    expect(listProblemi(lettura)).toEqual([[1, null, null, 'tabella-girata']]);
    expect(lettura.problemi[0]?.messaggio).toMatch(/«Casarano», «Matino», «Sant’Angelo»\), .*Trasponi/);
  });

  it('lines that look alike where the heading that tells them apart was not recognised', () => {
    const testo = 'anno;Ufficio;emigrazioni;immigrazioni\n2021;Uno;1;2\n2021;Due;3;4\n';
    const problemi = listProblemi(read({ testo, contesto: { comune: '075016' } }));
    expect(problemi).toEqual([[3, null, null, 'chiave-ripetuta']]);
    const senza = 'anno;Ufficio;emigrazioni\n2021;Uno;1\n2021;Due;3\n';
    const regole = listProblemi(read({ testo: senza, contesto: { comune: '075016' } })).map(([, , , regola]) => regola);
    expect(regole).toEqual(['colonna-mancante']);
  });

  it('the year of the upload against that of every line: said once, and on each cell', () => {
    const testo = 'comune;anno;emigrazioni;immigrazioni\nCasarano;2021;1;2\nMatino;2021;3;4\nSant’Angelo;2021;5;6\n';
    const { problemi } = read({ testo, contesto: { anno: 2022 } });
    expect(problemi.map(({ regola }) => regola)).toEqual([
      'contesto-contraddetto-ovunque',
      ...Array<string>(3).fill('contesto-contraddetto'),
    ]);
    expect(problemi[0]?.messaggio).toMatch(/3 celle, la prima alla riga 2, colonna 2 «anno»: «2021»/);
  });
});
