/** Totals of columns: which lines each of them adds up, and which it leaves to others. */
import { type FoglioDiProva, foglio } from '../../quadri.ts';
import { type Caso, DUE, declare, UNO } from './caso.ts';
import { popolazione, residenti } from './fogli.ts';

const TOTALE_AMBITO = { comune: 'ambito', anno: 2021, rilevazione: 'anagrafe', eta: 'totale' };

/** Two comuni, two years and their row totals, with one year not stated; at the foot the total of the totals, as declared. */
function versatoConVuoto(totale: number): FoglioDiProva {
  const chiave = { natura: 'versato', forma: 'denaro' };
  const importi: readonly [string, number, number, number | null][] = [
    [UNO, 2, 2018, 1000],
    [UNO, 2, 2019, null],
    [DUE, 3, 2018, 500],
    [DUE, 3, 2019, 500],
  ];
  return {
    tipo: 'cofinanziamento',
    righe: importi.map(([comune, riga, anno, importo]) => ({
      ...{ riga, colonna: anno - 2016, chiave: { comune, anno, ...chiave }, misure: { importo } },
    })),
    dichiarati: [
      ...[UNO, DUE].map((comune, i) => ({
        ...{ ruolo: 'somma-riga' as const, misura: 'importo', valori: { comune, anno: '2018-2019', ...chiave } },
        ...{ valore: 1000, riga: i + 2, colonna: 4 },
      })),
      {
        ...{ ruolo: 'somma-colonna', misura: 'importo', valori: { comune: 'ambito', anno: '2018-2019', ...chiave } },
        ...{ valore: totale, riga: 4, colonna: 4 },
      },
    ],
  };
}

const VERSATO = { natura: 'versato', forma: 'denaro' };

const MINIMO = { natura: 'minimo', forma: 'totale' };

const ANAGRAFE = { anno: 2021, rilevazione: 'anagrafe' };

export const SOMMA_COLONNA: readonly Caso[] = [
  {
    titolo: 'somma-colonna: the totals of the rows add up as printed, though a year is not stated',
    fogli: [versatoConVuoto(2000)],
    attese: [],
  },
  {
    titolo:
      'somma-colonna: the totals of the rows do not add up: a year that is not stated is no zero that would hide it',
    fogli: [versatoConVuoto(2500)],
    attese: ['somma-colonna avviso cofinanziamento 4:4 ambito'],
  },
  ...[3, 4].map((valore) => ({
    titolo: `somma-colonna: the years of each comune against the total below them, ${valore === 3 ? 'which holds' : 'which one of the two misses'}`,
    fogli: [
      {
        tipo: 'migrazioni' as const,
        righe: [UNO, DUE].flatMap((comune, i) =>
          [2020, 2021].map((anno, j) => ({
            ...{ chiave: { comune, anno }, riga: 2 + 3 * i + j, colonna: 3 },
            misure: { emigrazioni: 1 + j },
          })),
        ),
        dichiarati: declare('somma-colonna', 'emigrazioni', [
          [[4, 3], { comune: UNO }, 3],
          [[7, 3], { comune: DUE }, valore],
        ]),
      },
    ],
    attese: valore === 3 ? [] : [`somma-colonna avviso migrazioni 7:3 ${DUE}`],
  })),
  {
    titolo: 'somma-colonna: a row of the ambito beside its comuni is a total',
    fogli: [popolazione([residenti(UNO), residenti(DUE), residenti('ambito', { persone: 201 })])],
    attese: ['somma-colonna avviso popolazione 4:5 ambito'],
  },
  {
    titolo: 'somma-colonna: a count is never within rounding, a sum with a missing addend is not made',
    fogli: [
      popolazione([residenti(UNO), residenti(DUE)], {
        dichiarati: [
          { ruolo: 'somma-colonna', misura: 'residenti', valori: TOTALE_AMBITO, valore: 199, riga: 4, colonna: 5 },
        ],
      }),
      {
        tipo: 'migrazioni',
        righe: [UNO, DUE].map((comune, i) => ({
          chiave: { comune, anno: 2021 },
          misure: { emigrazioni: i === 0 ? 5 : null, immigrazioni: 5 },
        })),
        dichiarati: [
          {
            ruolo: 'somma-colonna',
            misura: 'emigrazioni',
            valori: { comune: 'ambito', anno: 2021 },
            valore: 50,
            riga: 4,
            colonna: 3,
          },
        ],
      },
    ],
    attese: ['somma-colonna avviso popolazione 4:5 ambito'],
  },
  {
    titolo: 'somma-colonna: the quotas of a fund, a column each, and their total',
    fogli: [
      {
        tipo: 'fondi',
        righe: ['2022', '2023'].flatMap((periodo, i) =>
          [null, 'libera', 'minori'].map((vincolo, j) => ({
            chiave: { fonte: 'FNPS', periodo, vincolo },
            misure: { importo: vincolo === null ? 200 : 100 },
            riga: i + 2,
            colonna: j + 2,
          })),
        ),
        dichiarati: [
          ...[null, 'libera', 'minori'].map((vincolo, j) => ({
            ruolo: 'somma-colonna' as const,
            misura: 'importo',
            valori: { fonte: 'FNPS', periodo: '2022-2023', vincolo },
            valore: [400, 200, 250][j] ?? 0,
            riga: 4,
            colonna: j + 2,
          })),
          ...[200, 260, 400].map((valore, i) => ({
            ruolo: 'somma-riga' as const,
            misura: 'importo',
            valori: { fonte: 'FNPS', periodo: i === 2 ? '2022-2023' : `${2022 + i}`, vincolo: null },
            valore,
            riga: i + 2,
            colonna: 5,
          })),
        ],
      },
    ],
    attese: [
      'somma-riga avviso fondi 3:5 ambito',
      'somma-riga avviso fondi 4:5 ambito',
      'somma-colonna avviso fondi 4:4 ambito',
    ],
  },
  {
    titolo: 'somma-colonna: a file of two years has a total for each, of the lines of that year',
    fogli: [
      {
        ...foglio('famiglie', [
          [{ comune: UNO, anno: 2020 }, { famiglie: 10 }],
          [{ comune: DUE, anno: 2020 }, { famiglie: 20 }],
          [{ comune: UNO, anno: 2021 }, { famiglie: 11 }],
          [{ comune: DUE, anno: 2021 }, { famiglie: 21 }],
        ]),
        dichiarati: declare('somma-colonna', 'famiglie', [
          [[6, 3], { comune: 'ambito', anno: 2020 }, 30],
          [[7, 3], { comune: 'ambito', anno: 2021 }, 33],
        ]),
      },
    ],
    attese: ['somma-colonna avviso famiglie 7:3 ambito'],
  },
  {
    titolo: 'somma-colonna: the ages of one comune, the ages of all, and one age of all, in one column',
    fogli: [
      {
        ...foglio('popolazione', [
          [{ comune: UNO, ...ANAGRAFE, eta: '0-64' }, { residenti: 80 }],
          [{ comune: UNO, ...ANAGRAFE, eta: '65+' }, { residenti: 20 }],
          [{ comune: DUE, ...ANAGRAFE, eta: '0-64' }, { residenti: 50 }],
          [{ comune: DUE, ...ANAGRAFE, eta: '65+' }, { residenti: 45 }],
        ]),
        dichiarati: declare('somma-colonna', 'residenti', [
          [[6, 5], { comune: UNO, ...ANAGRAFE, eta: 'totale' }, 101],
          [[7, 5], { comune: DUE, ...ANAGRAFE, eta: 'totale' }, 95],
          [[8, 5], { comune: 'ambito', ...ANAGRAFE, eta: 'totale' }, 195],
          [[9, 5], { comune: 'ambito', ...ANAGRAFE, eta: '65+' }, 65],
          [[10, 5], { comune: 'ambito', ...ANAGRAFE, eta: '0-64' }, 131],
        ]),
      },
    ],
    attese: [`somma-colonna avviso popolazione 6:5 ${UNO}`, 'somma-colonna avviso popolazione 10:5 ambito'],
  },
  {
    titolo: 'somma-colonna: the ambito’s own line is not added to its comuni, and both totals are held to them',
    fogli: [
      {
        ...foglio('cofinanziamento', [
          [{ comune: UNO, anno: 2022, ...MINIMO }, { importo: 100 }],
          [{ comune: DUE, anno: 2022, ...MINIMO }, { importo: 200 }],
          [{ comune: 'ambito', anno: 2022, ...MINIMO }, { importo: 300 }],
        ]),
        dichiarati: declare('somma-colonna', 'importo', [
          [[5, 5], { comune: 'ambito', anno: 2022, ...MINIMO }, 300],
          [[6, 5], { comune: 'ambito', anno: 2022, ...MINIMO }, 310],
        ]),
      },
    ],
    attese: ['somma-colonna avviso cofinanziamento 6:5 ambito'],
  },
  {
    titolo: 'somma-colonna: the years of the ambito alone, as far as the span of each total goes',
    fogli: [
      {
        ...foglio(
          'cofinanziamento',
          [2022, 2023, 2024].map((anno) => [
            { comune: 'ambito', anno, natura: 'programmato', forma: 'totale' },
            { importo: 100 },
          ]),
        ),
        dichiarati: declare('somma-colonna', 'importo', [
          [[5, 5], { comune: 'ambito', anno: '2022-2023', natura: 'programmato', forma: 'totale' }, 200],
          [[6, 5], { comune: 'ambito', anno: '2022-2024', natura: 'programmato', forma: 'totale' }, 310],
        ]),
      },
    ],
    attese: ['somma-colonna avviso cofinanziamento 6:5 ambito'],
  },
  {
    titolo: 'somma-colonna: a total in a column of its own is of the years that it names, not of the one beside',
    fogli: [
      {
        tipo: 'cofinanziamento',
        righe: [UNO, DUE].flatMap((comune, i) =>
          [2018, 2019, 2020].map((anno) => ({
            ...{ riga: i + 2, colonna: anno === 2020 ? 5 : anno - 2016 },
            ...{ chiave: { comune, anno, ...VERSATO }, misure: { importo: 100 } },
          })),
        ),
        dichiarati: declare('somma-colonna', 'importo', [
          [[4, 2], { comune: 'ambito', anno: 2018, ...VERSATO }, 200],
          [[4, 4], { comune: 'ambito', anno: '2018-2019', ...VERSATO }, 450],
          [[4, 5], { comune: 'ambito', anno: 2020, ...VERSATO }, 200],
        ]),
      },
    ],
    attese: ['somma-colonna avviso cofinanziamento 4:4 ambito'],
  },
  {
    titolo: 'somma-colonna: the totals of the lines are added up where every comune has one, and one only',
    fogli: [
      {
        tipo: 'cofinanziamento',
        righe: [UNO, DUE].map((comune, i) => ({
          ...{ riga: i + 2, colonna: 2, chiave: { comune, anno: 2018, ...VERSATO }, misure: { importo: 100 } },
        })),
        dichiarati: [
          ...declare('somma-riga', 'importo', [[[2, 4], { comune: UNO, anno: '2018-2018', ...VERSATO }, 100]]),
          ...declare('somma-colonna', 'importo', [[[4, 4], { comune: 'ambito', anno: '2018-2018', ...VERSATO }, 200]]),
        ],
      },
    ],
    attese: [],
  },
  {
    titolo: 'somma-colonna: totals of a year, of the whole ciclo with what is left from earlier ones, and of one fund',
    fogli: [
      {
        ...foglio('fondi', [
          [{ fonte: 'FNPS', periodo: '2022', vincolo: null }, { importo: 100 }],
          [{ fonte: 'FNA', periodo: '2022', vincolo: null }, { importo: 50 }],
          [{ fonte: 'FNPS', periodo: '2023', vincolo: null }, { importo: 100 }],
          [{ fonte: 'FNA', periodo: '2023', vincolo: null }, { importo: 50 }],
          [{ fonte: 'QFP', periodo: '2018-2021', vincolo: null }, { importo: 30 }],
        ]),
        dichiarati: declare('somma-colonna', 'importo', [
          [[7, 4], { periodo: '2022' }, 150],
          [[8, 4], { periodo: '2023' }, 160],
          [[9, 4], { periodo: '2022-2024' }, 330],
          [[10, 4], { periodo: '2022-2024', fonte: 'FNPS', vincolo: null, origine: 'competenza' }, 200],
          [[11, 4], { periodo: '2022-2024', fonte: 'FNA' }, 110],
        ]),
      },
    ],
    attese: ['somma-colonna avviso fondi 8:4 ambito', 'somma-colonna avviso fondi 11:4 ambito'],
  },
  {
    titolo: 'somma-colonna: a total of totals is of the whole funds, never of their quotas beside',
    fogli: [
      {
        ...foglio('fondi', [
          [{ fonte: 'FNPS', periodo: '2022', vincolo: null }, { importo: 100 }],
          [{ fonte: 'FNPS', periodo: '2022', vincolo: 'minori' }, { importo: 60 }],
          [{ fonte: 'FNA', periodo: '2022', vincolo: null }, { importo: 50 }],
        ]),
        dichiarati: declare('somma-colonna', 'importo', [
          [[9, 9], { periodo: '2022' }, 150],
          [[10, 9], { periodo: '2022' }, 210],
        ]),
      },
    ],
    attese: ['somma-colonna avviso fondi 10:9 ambito'],
  },
  {
    titolo: 'somma-colonna: an ambito line beside its comuni, within rounding and beyond, and where it states nothing',
    fogli: [
      foglio('cofinanziamento', [
        ...[2022, 2023, 2024].flatMap((anno): Parameters<typeof foglio>[1] => [
          [{ comune: UNO, anno, ...MINIMO }, { importo: 100 }],
          [{ comune: DUE, anno, ...MINIMO }, { importo: 200 }],
        ]),
        [{ comune: 'ambito', anno: 2022, ...MINIMO }, { importo: 301 }],
        [{ comune: 'ambito', anno: 2023, ...MINIMO }, { importo: 302 }],
        [{ comune: 'ambito', anno: 2024, ...MINIMO }, { importo: null }],
      ]),
      foglio('migrazioni', [
        [
          { comune: UNO, anno: 2021 },
          { emigrazioni: 1, immigrazioni: 2, saldo: 1 },
        ],
        [
          { comune: DUE, anno: 2021 },
          { emigrazioni: 1, immigrazioni: 3, saldo: 2 },
        ],
        [
          { comune: 'ambito', anno: 2021 },
          { emigrazioni: 2, immigrazioni: 6, saldo: 4 },
        ],
      ]),
    ],
    attese: [
      'somma-colonna nota cofinanziamento 8:5 ambito',
      'somma-colonna avviso cofinanziamento 9:5 ambito',
      'somma-colonna avviso migrazioni 4:4 ambito',
      'somma-colonna avviso migrazioni 4:5 ambito',
    ],
  },
  {
    titolo: 'somma-colonna: a table that need not list every comune is not added up',
    fogli: [
      foglio('rendiconto', [
        [{ periodo: '2022', comune: UNO }, { programmato: 10 }],
        [{ periodo: '2022', comune: 'ambito' }, { programmato: 100 }],
      ]),
    ],
    attese: [],
  },
];
