/** Ratios, means and balances: each held to its own figures, at the precision that it is written with. */
import { foglio } from '../../quadri.ts';
import { type Caso, DUE, declare, UNO } from './caso.ts';
import { famiglie, spesaStorica } from './fogli.ts';

const TOTALE_AMBITO = { comune: 'ambito', anno: 2021, rilevazione: 'anagrafe', eta: 'totale' };

const TUTTE_LE_ETA = { anno: 2021, rilevazione: 'anagrafe', eta: 'totale' };

const TRIENNIO = { triennio: '2018-2020' };

export const RAPPORTI: readonly Caso[] = [
  {
    titolo: 'rapporto: 3,2 for 2,83 does not hold, 3 for 2,51 and 2 for 2,41 hold at their precision',
    fogli: [
      famiglie([
        [UNO, 6917, 19552, '3,2'],
        [DUE, 1684, 4228, '3'],
      ]),
    ],
    attese: [`rapporto avviso famiglie 2:5 ${UNO}`],
  },
  {
    titolo: 'rapporto: a declared mean of the ambito is recomputed from the sums',
    fogli: [
      famiglie(
        [
          [UNO, 10, 20],
          [DUE, 10, 31],
        ],
        [
          {
            ruolo: 'valore',
            misura: 'componenti_medi',
            valori: { comune: 'ambito', anno: 2021 },
            valore: 2.6,
            riga: 4,
            colonna: 5,
          },
        ],
      ),
    ],
    attese: [],
  },
  {
    titolo: 'rapporto: a density beside its own surface and residents',
    fogli: [
      {
        tipo: 'territorio',
        righe: [{ chiave: { comune: 'ambito' }, misure: { superficie_km2: 10, densita: 21 } }],
        dichiarati: [{ ruolo: 'valore', misura: 'residenti', valori: TOTALE_AMBITO, valore: 200, riga: 2, colonna: 4 }],
      },
    ],
    attese: ['rapporto avviso territorio 2:3 ambito'],
  },
  {
    titolo: 'rapporto: the share committed',
    fogli: [
      {
        tipo: 'rendiconto',
        righe: [{ chiave: { periodo: '2018-2021' }, misure: { programmato: 1000, impegnato: 956 } }],
        dichiarati: [
          {
            ruolo: 'quota-percentuale',
            misura: 'impegnato',
            valori: { comune: 'ambito', periodo: '2018-2021' },
            valore: 95,
            riga: 2,
            colonna: 5,
            scritto: '95%',
          },
        ],
      },
    ],
    attese: ['rapporto avviso rendiconto 2:5 ambito'],
  },
  {
    titolo: 'media: a third to the cent, two cents off are beyond rounding',
    fogli: [
      spesaStorica([
        [UNO, 100, 33],
        [DUE, 100, 35],
      ]),
    ],
    attese: [`media avviso spesa-storica 3:4 ${DUE}`],
  },
  {
    titolo: 'saldo: arrivals minus departures',
    fogli: [
      {
        tipo: 'migrazioni',
        righe: [UNO, DUE].map((comune, i) => ({
          chiave: { comune, anno: 2021 },
          misure: { emigrazioni: 10, immigrazioni: 4, saldo: i === 0 ? -6 : 6 },
        })),
      },
    ],
    attese: [`saldo avviso migrazioni 3:5 ${DUE}`],
  },
  {
    titolo: 'rapporto: the mean of the ambito comes from the comuni of its own year and its own part',
    fogli: [
      {
        ...foglio('famiglie', [
          [
            { comune: UNO, anno: 2020 },
            { famiglie: 10, popolazione: 20 },
          ],
          [
            { comune: DUE, anno: 2020 },
            { famiglie: 10, popolazione: 30 },
          ],
          [
            { comune: UNO, anno: 2021 },
            { famiglie: 10, popolazione: 30 },
          ],
          [
            { comune: 'ambito', anno: 2021 },
            { famiglie: null, popolazione: 61 },
          ],
        ]),
        parte: 'prima',
        dichiarati: declare('valore', 'componenti_medi', [
          [[9, 5], { comune: 'ambito', anno: 2020 }, 2.5],
          [[10, 5], { comune: 'ambito', anno: 2021 }, 3.9],
        ]),
      },
      {
        ...foglio('famiglie', [
          [
            { comune: DUE, anno: 2021 },
            { famiglie: 10, popolazione: 31 },
          ],
        ]),
        parte: 'seconda',
        dichiarati: declare('valore', 'componenti_medi', [
          [[9, 5], { comune: 'ambito', anno: 2021 }, 3.1],
          [[10, 5], { comune: 'ambito', anno: 2021 }, 3.2],
        ]),
      },
    ],
    attese: ['rapporto avviso famiglie 10:5 ambito', 'rapporto avviso famiglie 10:5 ambito'],
  },
  {
    titolo: 'rapporto: a density is held to the residents of its own line, in its own part',
    fogli: [
      {
        ...foglio('territorio', [[{ comune: 'ambito' }, { superficie_km2: 10, densita: 20 }]]),
        parte: 'ambito',
        dichiarati: declare('valore', 'residenti', [[[2, 4], { comune: 'ambito', ...TUTTE_LE_ETA }, 200]]),
      },
      {
        ...foglio('territorio', [
          [{ comune: UNO }, { superficie_km2: 5, densita: 20 }],
          [{ comune: DUE }, { superficie_km2: 5, densita: 21 }],
        ]),
        parte: 'comuni',
        dichiarati: [
          ...declare('valore', 'famiglie', [[[2, 5], { comune: UNO, anno: 2021 }, 40]]),
          ...declare('valore', 'residenti', [
            [[2, 4], { comune: UNO, ...TUTTE_LE_ETA }, 100],
            [[3, 4], { comune: DUE, ...TUTTE_LE_ETA }, 100],
          ]),
        ],
      },
      { ...foglio('famiglie', [[{ comune: 'ambito', anno: 2021 }, { famiglie: 80 }]]) },
    ],
    attese: [`rapporto avviso territorio 3:3 ${DUE}`],
  },
  {
    titolo: 'rapporto: the share committed is of its own line, in its own part',
    fogli: [
      {
        ...foglio('rendiconto', [
          [{ periodo: '2018-2021' }, { programmato: 1000, impegnato: 950 }],
          [{ periodo: '2022' }, { programmato: 1000, impegnato: 500 }],
        ]),
        parte: 'prima',
        dichiarati: declare('quota-percentuale', 'impegnato', [
          [[2, 5], { periodo: '2018-2021' }, 95, '95%'],
          // As a sheet has it.
          [[3, 5], { periodo: '2022' }, 60.5, '60.5%'],
        ]),
      },
      {
        ...foglio('rendiconto', [[{ periodo: '2023' }, { programmato: 100, impegnato: 10 }]]),
        parte: 'seconda',
        dichiarati: declare('quota-percentuale', 'impegnato', [[[2, 5], { periodo: '2023' }, 10, '10%']]),
      },
    ],
    attese: ['rapporto avviso rendiconto 3:5 ambito'],
  },
  {
    titolo: 'rapporto: an age is a share of the ages of the same people, any other figure of the ambito',
    fogli: [
      {
        ...foglio('popolazione', [
          [{ comune: UNO, ...TUTTE_LE_ETA, eta: '0-64' }, { residenti: 80 }],
          [{ comune: UNO, ...TUTTE_LE_ETA, eta: '65+' }, { residenti: 20 }],
          [{ comune: DUE, ...TUTTE_LE_ETA, eta: '0-64' }, { residenti: 50 }],
          [{ comune: DUE, ...TUTTE_LE_ETA, eta: '65+' }, { residenti: 50 }],
        ]),
        dichiarati: declare('quota-percentuale', 'residenti', [
          [[6, 5], { comune: UNO, ...TUTTE_LE_ETA, eta: '65+' }, 20, '20%'],
          [[7, 5], { comune: 'ambito', ...TUTTE_LE_ETA, eta: '65+' }, 35, '35%'],
          [[8, 5], { comune: DUE, ...TUTTE_LE_ETA, eta: '65+' }, 35, '35%'],
        ]),
      },
      {
        ...foglio('famiglie', [
          [{ comune: UNO, anno: 2021 }, { famiglie: 10 }],
          [{ comune: DUE, anno: 2021 }, { famiglie: 30 }],
          [{ comune: UNO, anno: 2020 }, { famiglie: 40 }],
          [{ comune: DUE, anno: 2020 }, { famiglie: 60 }],
        ]),
        dichiarati: declare('quota-percentuale', 'famiglie', [
          [[2, 4], { comune: UNO, anno: 2021 }, 25, '25%'],
          [[3, 4], { comune: DUE, anno: 2021 }, 70, '70%'],
        ]),
      },
    ],
    attese: [`rapporto avviso popolazione 8:5 ${DUE}`, `rapporto avviso famiglie 3:4 ${DUE}`],
  },
  {
    titolo:
      'media: what is written in whole euros holds to half a euro, and to the third of a half more it is rounding',
    fogli: [
      {
        tipo: 'spesa-storica',
        righe: [10_050, 10_066, 10_067].map((media, i) => ({
          chiave: { comune: [UNO, DUE, 'ambito'][i] ?? null, ...TRIENNIO },
          misure: { spesa_complessiva: i === 2 ? 60_000 : 30_000, spesa_media_annua: i === 2 ? 20_067 : media },
          scritti: { spesa_complessiva: '€ 300', spesa_media_annua: '€ 100' },
        })),
      },
    ],
    attese: [`media nota spesa-storica 3:4 ${DUE}`, 'media avviso spesa-storica 4:4 ambito'],
  },
  {
    titolo: 'media: the mean declared for the ambito comes from the comuni, in the years of its triennio',
    fogli: [
      {
        ...foglio('spesa-storica', [
          [{ comune: UNO, ...TRIENNIO }, { spesa_complessiva: 300 }],
          [{ comune: DUE, ...TRIENNIO }, { spesa_complessiva: 600 }],
          [{ comune: 'ambito', ...TRIENNIO }, { spesa_complessiva: 900 }],
          [{ comune: UNO, triennio: '2015-2017' }, { spesa_complessiva: 3000 }],
          [{ comune: DUE, triennio: '2015-2017' }, { spesa_complessiva: 3000 }],
        ]),
        dichiarati: [
          ...declare('somma-colonna', 'spesa_complessiva', [[[8, 3], { comune: 'ambito', ...TRIENNIO }, 900]]),
          ...declare('somma-colonna', 'spesa_media_annua', [
            [[8, 4], { comune: 'ambito', ...TRIENNIO }, 300],
            [[9, 4], { comune: 'ambito', triennio: '2015-2017' }, 2100],
            [[10, 4], { comune: 'ambito', triennio: 'ultimo' }, 2100],
          ]),
        ],
      },
    ],
    attese: ['media avviso spesa-storica 9:4 ambito'],
  },
];
