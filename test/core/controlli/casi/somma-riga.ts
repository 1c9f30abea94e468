/** Totals of lines, and what is left of what was programmed. */
import { cofinanziamento, foglio } from '../../quadri.ts';
import { type Caso, DUE, declare, UNO } from './caso.ts';
import { popolazione, residenti } from './fogli.ts';

const VERSATO = { natura: 'versato', forma: 'denaro' };

const ANAGRAFE = { anno: 2021, rilevazione: 'anagrafe' };

export const SOMMA_RIGA: readonly Caso[] = [
  {
    titolo: 'somma-riga: a total among the facts',
    fogli: [
      popolazione([
        residenti(UNO, { persone: 101 }),
        residenti(UNO, { eta: '0-64', persone: 60 }),
        residenti(UNO, { eta: '65+', persone: 40 }),
        ...['totale', '0-64', '65+'].map((eta) => residenti(DUE, { eta, persone: eta === 'totale' ? 2 : 1 })),
      ]),
    ],
    attese: [`somma-riga avviso popolazione 2:5 ${UNO}`],
  },
  {
    titolo: 'somma-riga: what is committed and what is left',
    fogli: [
      {
        tipo: 'rendiconto',
        righe: [{ chiave: { periodo: '2018-2021' }, misure: { programmato: 1000, impegnato: 800, residuo: 300 } }],
      },
    ],
    attese: ['somma-riga avviso rendiconto 2:2 ambito'],
  },
  {
    titolo: 'somma-riga: two halves of an odd cent are a note',
    fogli: [
      cofinanziamento([
        [UNO, 2022, 'minimo', 'totale', 101],
        [UNO, 2022, 'minimo', 'denaro', 50],
        [UNO, 2022, 'minimo', 'servizi', 50],
        [DUE, 2022, 'minimo', 'totale', 110],
        [DUE, 2022, 'minimo', 'denaro', 50],
        [DUE, 2022, 'minimo', 'servizi', 50],
      ]),
    ],
    attese: [`somma-riga nota cofinanziamento 2:5 ${UNO}`, `somma-riga avviso cofinanziamento 5:5 ${DUE}`],
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
    titolo: 'somma-riga: a total of some years is of those alone',
    fogli: [
      {
        tipo: 'cofinanziamento',
        righe: [UNO, DUE].flatMap((comune, i) =>
          [2018, 2019, 2020].map((anno) => ({
            ...{ riga: i + 2, colonna: anno - 2016 },
            ...{ chiave: { comune, anno, ...VERSATO }, misure: { importo: 100 } },
          })),
        ),
        dichiarati: [
          ...declare('somma-riga', 'importo', [
            [[2, 5], { comune: UNO, anno: '2018-2019', ...VERSATO }, 200],
            [[3, 5], { comune: DUE, anno: '2018-2019', ...VERSATO }, 300],
            [[4, 5], { comune: 'ambito', anno: '2018-2019', ...VERSATO }, 400],
          ]),
          ...declare(
            'somma-colonna',
            'importo',
            [2018, 2019, 2020].map((anno) => [[4, anno - 2016], { comune: 'ambito', anno, ...VERSATO }, 200]),
          ),
        ],
      },
    ],
    attese: [`somma-riga avviso cofinanziamento 3:5 ${DUE}`],
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
  {
    titolo: 'somma-riga: of two totals of a line each is told; the totals of another measure are no part of it',
    fogli: [
      {
        tipo: 'rendiconto',
        righe: [2, 3].map((riga) => ({
          riga,
          colonna: 2,
          chiave: { periodo: '2022', fonte: riga === 2 ? 'FNA' : 'FNPS' },
          misure: { programmato: 100, impegnato: 60 },
        })),
        dichiarati: [
          ...declare('somma-colonna', 'programmato', [[[4, 2], { periodo: '2022' }, 200]]),
          ...declare('somma-colonna', 'impegnato', [[[4, 3], { periodo: '2022' }, 120]]),
          ...declare('somma-riga', 'programmato', [[[4, 5], { periodo: '2022' }, 210]]),
          ...declare('somma-riga', 'impegnato', [[[4, 6], { periodo: '2022' }, 120]]),
        ],
      },
    ],
    attese: ['somma-riga avviso rendiconto 4:5 ambito'],
  },
];
