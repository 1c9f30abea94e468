/** Ratios, means, balances and thresholds: each held to its own figures, at the precision that it is written with. */
import { foglio } from '../../quadri.ts';
import { type Caso, DUE, declare, UNO } from './caso.ts';

const ANAGRAFE = { anno: 2021, rilevazione: 'anagrafe', eta: 'totale' };
const TRIENNIO = { triennio: '2018-2020' };

const trasferimenti = (fnps: number, fna: number, fgsa: number) =>
  foglio('fondi', [
    [{ fonte: 'FNPS', periodo: '2022', vincolo: null }, { importo: fnps }],
    [{ fonte: 'FNA', periodo: '2022', vincolo: null }, { importo: fna }],
    [{ fonte: 'FGSA', periodo: '2022', vincolo: null }, { importo: fgsa }],
  ]);

const programmato = (cent: number, anno = 2022) =>
  foglio('cofinanziamento', [[{ comune: 'ambito', anno, natura: 'programmato', forma: 'totale' }, { importo: cent }]]);

const spesa = foglio('spesa-storica', [
  [{ comune: UNO, ...TRIENNIO }, { spesa_complessiva: 300 }],
  [{ comune: DUE, ...TRIENNIO }, { spesa_complessiva: 300 }],
]);

export const RAPPORTI: readonly Caso[] = [
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
        dichiarati: declare('valore', 'residenti', [[[2, 4], { comune: 'ambito', ...ANAGRAFE }, 200]]),
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
            [[2, 4], { comune: UNO, ...ANAGRAFE }, 100],
            [[3, 4], { comune: DUE, ...ANAGRAFE }, 100],
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
          [[3, 5], { periodo: '2022' }, 60, '60%'],
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
          [{ comune: UNO, ...ANAGRAFE, eta: '0-64' }, { residenti: 80 }],
          [{ comune: UNO, ...ANAGRAFE, eta: '65+' }, { residenti: 20 }],
          [{ comune: DUE, ...ANAGRAFE, eta: '0-64' }, { residenti: 50 }],
          [{ comune: DUE, ...ANAGRAFE, eta: '65+' }, { residenti: 50 }],
        ]),
        dichiarati: declare('quota-percentuale', 'residenti', [
          [[6, 5], { comune: UNO, ...ANAGRAFE, eta: '65+' }, 20, '20%'],
          [[7, 5], { comune: 'ambito', ...ANAGRAFE, eta: '65+' }, 35, '35%'],
          [[8, 5], { comune: DUE, ...ANAGRAFE, eta: '65+' }, 35, '35%'],
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
  {
    titolo: 'vincolo: a cent below the spesa storica, and at the very floor of the derogation',
    fogli: [spesa, programmato(199), trasferimenti(100, 60, 39)],
    attese: ['vincolo avviso cofinanziamento 2:5 ambito'],
  },
  {
    titolo: 'vincolo: below both; a year out of every ciclo has no derogation',
    fogli: [
      spesa,
      { ...programmato(150), righe: [...programmato(150).righe, ...programmato(150, 2030).righe] },
      trasferimenti(60, 60, 60),
    ],
    attese: ['vincolo avviso cofinanziamento 2:5 ambito', 'vincolo avviso cofinanziamento 3:5 ambito'],
  },
  {
    titolo: 'vincolo: the years before the first triennio have no threshold',
    fogli: [spesa, programmato(1, 2020)],
    attese: [],
  },
  {
    titolo: 'riparto: to the cent, and within half a cent more',
    fogli: [
      foglio('famiglie', [
        [
          { comune: UNO, anno: 2021 },
          { famiglie: 1, popolazione: 1 },
        ],
        [
          { comune: DUE, anno: 2021 },
          { famiglie: 1, popolazione: 3 },
        ],
      ]),
      trasferimenti(400, 400, 400),
      foglio('cofinanziamento', [
        [{ comune: UNO, anno: 2022, natura: 'minimo', forma: 'totale' }, { importo: 301 }],
        [{ comune: DUE, anno: 2022, natura: 'minimo', forma: 'totale' }, { importo: 902 }],
        [{ comune: 'ambito', anno: 2022, natura: 'minimo', forma: 'totale' }, { importo: 1203 }],
      ]),
    ],
    attese: [`riparto nota cofinanziamento 2:5 ${UNO}`, `riparto avviso cofinanziamento 3:5 ${DUE}`],
  },
  {
    titolo: 'riparto: where the residents of one comune are not stated nobody’s quota can be made again',
    fogli: [
      foglio('famiglie', [
        [
          { comune: UNO, anno: 2021 },
          { famiglie: 1, popolazione: null },
        ],
      ]),
      trasferimenti(400, 400, 400),
      foglio('cofinanziamento', [
        [{ comune: UNO, anno: 2022, natura: 'minimo', forma: 'totale' }, { importo: 301 }],
        [{ comune: DUE, anno: 2022, natura: 'minimo', forma: 'totale' }, { importo: 902 }],
      ]),
    ],
    attese: [`copertura errore famiglie null:1 ${DUE}`],
  },
  {
    titolo: 'scala: double or half is still possible, one more is not',
    fogli: [
      foglio('popolazione', [
        [{ comune: UNO, ...ANAGRAFE, anno: 2020 }, { residenti: 100 }],
        [{ comune: DUE, ...ANAGRAFE, anno: 2020 }, { residenti: 101 }],
        [{ comune: UNO, ...ANAGRAFE }, { residenti: 200 }],
        [{ comune: DUE, ...ANAGRAFE }, { residenti: 50 }],
        [{ comune: UNO, ...ANAGRAFE, anno: 2022 }, { residenti: 401 }],
        [{ comune: DUE, ...ANAGRAFE, anno: 2022 }, { residenti: 100 }],
      ]),
    ],
    attese: [`scala avviso popolazione 5:5 ${DUE}`, `scala avviso popolazione 6:5 ${UNO}`],
  },
  {
    titolo: 'scala: a surface of another order takes the density of its own line with it',
    fogli: [
      {
        ...foglio('territorio', [
          [{ comune: 'ambito' }, { superficie_km2: 21.1, densita: 9.5 }],
          [{ comune: UNO }, { superficie_km2: 10, densita: 10 }],
          [{ comune: DUE }, { superficie_km2: 10, densita: 10 }],
        ]),
      },
    ],
    attese: ['scala avviso territorio 2:2 ambito'],
  },
  {
    titolo: 'scala: the ambito too counts whole people',
    fogli: [foglio('popolazione', [[{ comune: 'ambito', ...ANAGRAFE }, { residenti: 0.5 }]])],
    attese: ['scala errore popolazione 2:5 ambito'],
  },
  {
    titolo: 'copertura: a comune is missing in one year alone; beside a line of the ambito too',
    fogli: [
      foglio('famiglie', [
        [{ comune: UNO, anno: 2020 }, { famiglie: 1 }],
        [{ comune: DUE, anno: 2020 }, { famiglie: 1 }],
        [{ comune: UNO, anno: 2021 }, { famiglie: 1 }],
        [{ comune: 'ambito', anno: 2021 }, { famiglie: 1 }],
        [{ comune: 'ambito', anno: 2022 }, { famiglie: 1 }],
      ]),
    ],
    attese: [`copertura errore famiglie null:1 ${DUE}`],
  },
  {
    titolo:
      'copertura: a list of what there is asks every comune for one line, a table that need not have them all for none',
    fogli: [
      foglio('posti-nido', [
        [{ comune: UNO, anno: 2023, titolarita: 'pubblica' }, { posti: 1 }],
        [{ comune: UNO, anno: 2023, titolarita: 'privata' }, { posti: 1 }],
        [{ comune: DUE, anno: 2023, titolarita: 'privata' }, { posti: 1 }],
      ]),
      foglio('personale', [
        [{ comune: UNO, anno: 2023, profilo: 'educatore', contratto: null, ente: null }, { unita: 1 }],
      ]),
    ],
    attese: [],
  },
  {
    titolo: 'copertura: one fund stands there twice, another in two periods',
    fogli: [
      foglio('fondi', [
        [{ fonte: 'PAC', periodo: '2022', vincolo: null }, { importo: 1 }],
        [{ fonte: 'PAC', periodo: '2023', vincolo: null }, { importo: 1 }],
        [{ fonte: 'PAC', periodo: '2022', origine: null, vincolo: null }, { importo: 1 }],
      ]),
    ],
    attese: ['copertura errore fondi 4:null ambito'],
  },
];
