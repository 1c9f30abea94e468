/** Totals of columns: which lines each of them adds up, and which it leaves to others. */
import { foglio } from '../../quadri.ts';
import { type Caso, DUE, declare, UNO } from './caso.ts';

const VERSATO = { natura: 'versato', forma: 'denaro' };
const MINIMO = { natura: 'minimo', forma: 'totale' };
const ANAGRAFE = { anno: 2021, rilevazione: 'anagrafe' };

export const SOMME: readonly Caso[] = [
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
    titolo: 'somma-riga and somma-colonna: a line may state its total twice, and neither is a part of the other',
    fogli: [
      {
        tipo: 'cofinanziamento',
        righe: [UNO, DUE].flatMap((comune, i) =>
          [2018, 2019].map((anno) => ({
            ...{ riga: i + 2, colonna: anno - 2016 },
            ...{ chiave: { comune, anno, ...VERSATO }, misure: { importo: 100 } },
          })),
        ),
        dichiarati: [
          ...declare(
            'somma-riga',
            'importo',
            [4, 5].flatMap((colonna) => [
              [[2, colonna], { comune: UNO, anno: '2018-2019', ...VERSATO }, 200],
              [[3, colonna], { comune: DUE, anno: '2018-2019', ...VERSATO }, colonna === 4 ? 200 : 210],
              [[4, colonna], { comune: 'ambito', anno: '2018-2019', ...VERSATO }, 400],
            ]),
          ),
          ...declare('somma-colonna', 'importo', [
            [[4, 2], { comune: 'ambito', anno: 2018, ...VERSATO }, 200],
            [[4, 3], { comune: 'ambito', anno: 2019, ...VERSATO }, 200],
            ...[4, 5].map(
              (colonna) => [[4, colonna], { comune: 'ambito', anno: '2018-2019', ...VERSATO }, 400] as const,
            ),
          ]),
        ],
      },
    ],
    attese: [`somma-riga avviso cofinanziamento 3:5 ${DUE}`, 'somma-colonna avviso cofinanziamento 4:5 ambito'],
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
  {
    titolo: 'somma-riga: ages that cover not all, or no age, make no total; each sex has its own',
    fogli: [
      foglio(
        'popolazione',
        [UNO, DUE].flatMap((comune): Parameters<typeof foglio>[1] => [
          [{ comune, ...ANAGRAFE, eta: '0-64', sesso: 'M' }, { residenti: 6 }],
          [{ comune, ...ANAGRAFE, eta: '65+', sesso: 'M' }, { residenti: 4 }],
          [{ comune, ...ANAGRAFE, eta: 'totale', sesso: 'M' }, { residenti: comune === UNO ? 10 : 9 }],
          [{ comune, ...ANAGRAFE, eta: '0-64', sesso: 'F' }, { residenti: 50 }],
          [{ comune, ...ANAGRAFE, eta: 'non nota', sesso: 'F' }, { residenti: 7 }],
          [{ comune, ...ANAGRAFE, eta: 'totale', sesso: 'F' }, { residenti: 80 }],
        ]),
      ),
    ],
    attese: [`somma-riga avviso popolazione 10:6 ${DUE}`],
  },
  {
    titolo: 'somma-riga: money alone is not the whole of a quota; nor is the total the first that is written',
    fogli: [
      foglio('cofinanziamento', [
        [{ comune: UNO, anno: 2022, natura: 'minimo', forma: 'denaro' }, { importo: 50 }],
        [{ comune: UNO, anno: 2022, natura: 'minimo', forma: 'totale' }, { importo: 100 }],
        [{ comune: DUE, anno: 2022, natura: 'minimo', forma: 'denaro' }, { importo: 50 }],
        [{ comune: DUE, anno: 2022, natura: 'minimo', forma: 'servizi' }, { importo: 60 }],
        [{ comune: DUE, anno: 2022, natura: 'minimo', forma: 'totale' }, { importo: 120 }],
        [{ comune: UNO, anno: 2023, natura: 'minimo', forma: 'totale' }, { importo: 999 }],
        [{ comune: DUE, anno: 2023, natura: 'minimo', forma: 'totale' }, { importo: 999 }],
      ]),
    ],
    attese: [`somma-riga avviso cofinanziamento 6:5 ${DUE}`, `copertura errore cofinanziamento null:1 ${UNO}`],
  },
  {
    titolo: 'somma-riga: each line of a rendiconto by itself',
    fogli: [
      foglio('rendiconto', [
        [
          { periodo: '2022', fonte: 'FNA' },
          { programmato: 100, impegnato: 60, residuo: 40 },
        ],
        [
          { periodo: '2022', fonte: 'FNPS' },
          { programmato: 300, impegnato: 100, residuo: 100 },
        ],
      ]),
    ],
    attese: ['somma-riga avviso rendiconto 3:3 ambito'],
  },
];
