/** The money of a plan on small tables: what is programmed, owed, committed, left. */
import { cofinanziamento, foglio, getCodice } from '../../quadri.ts';
import type { Caso } from './caso.ts';

const [UNO, DUE] = [getCodice(1), getCodice(2)];

const TRASFERIMENTI = foglio(
  'fondi',
  ['FNPS', 'FNA', 'FGSA'].map((fonte) => [{ fonte, periodo: '2022', vincolo: null }, { importo: 40 }]),
);

/** Residents of the households' table: of the first comune, of the second. */
const famiglie = (anno: number, uno: number | null, due: number | null) => ({
  ...foglio('famiglie', [
    [
      { comune: UNO, anno },
      { famiglie: 1, popolazione: uno },
    ],
    [
      { comune: DUE, anno },
      { famiglie: 1, popolazione: due },
    ],
  ]),
  parte: `famiglie ${anno}`,
});

const registrati = (anno: number, uno: number, due: number) => ({
  ...foglio('popolazione', [
    [{ comune: UNO, anno, rilevazione: 'anagrafe', eta: 'totale', sesso: null }, { residenti: uno }],
    [{ comune: DUE, anno, rilevazione: 'anagrafe', eta: 'totale', sesso: null }, { residenti: due }],
  ]),
  parte: `popolazione ${anno}`,
});

const ciclo = (valori: string): string[] => [2022, 2023, 2024].map((anno) => `${anno}: ${valori}`);

const scheda = (righe: readonly (readonly [string, number, string | null, number | null])[]) =>
  foglio(
    'programmazione',
    righe.map(([intervento, anno, fonte, importo]) => [{ intervento, anno, fonte }, { importo }]),
  );

/** All that is told of one intervento of one fonte. */
const tagliA1 = (periodo: string, valore: number | string): string[] =>
  ['', ' budget-ordinario', ' A', ' A.1', ' PdZ', ' budget-ordinario A', ' PdZ A', ' PdZ A.1'].map(
    (taglio) => `${periodo}${taglio}: ${valore}`,
  );

export const PIANI: readonly Caso[] = [
  {
    titolo:
      'the minimum follows the last count of the families that is whole, of a year not after the first of the ciclo',
    id: 'cofinanziamento-minimo-calcolato',
    fogli: [TRASFERIMENTI, famiglie(2019, 1, 5), famiglie(2020, 1, 2), famiglie(2021, 1, null), famiglie(2023, 9, 1)],
    attesi: ciclo('120, 40, 80'),
  },
  {
    titolo: 'the count of the very first year of the ciclo is not after it',
    id: 'cofinanziamento-minimo-calcolato',
    fogli: [TRASFERIMENTI, famiglie(2021, 1, 1), famiglie(2022, 1, 3)],
    attesi: ciclo('120, 30, 90'),
  },
  {
    titolo: 'without the families, by the registry at the end of the year before the ciclo',
    id: 'cofinanziamento-minimo-calcolato',
    fogli: [TRASFERIMENTI, registrati(2020, 1, 1), registrati(2021, 1, 2), registrati(2022, 1, 3)],
    attesi: ciclo('120, 40, 80'),
  },
  {
    titolo: 'by nobody nothing can be split; a comune without residents owes nothing',
    id: 'cofinanziamento-minimo-calcolato',
    fogli: [TRASFERIMENTI, famiglie(2021, 0, 0)],
    attesi: ciclo('120, non-derivabile, non-derivabile'),
  },
  {
    titolo: 'a comune without residents owes nothing, and the other the whole',
    id: 'cofinanziamento-minimo-calcolato',
    fogli: [TRASFERIMENTI, famiglie(2021, 0, 7)],
    attesi: ciclo('120, 0, 120'),
  },
  {
    titolo: 'what the ambito alone states is told',
    id: 'cofinanziamento-programmato',
    fogli: [
      cofinanziamento([
        ['ambito', 2022, 'programmato', 'totale', 10],
        [UNO, 2023, 'programmato', 'totale', 4],
        [DUE, 2023, 'programmato', 'totale', 5],
        [UNO, 2024, 'programmato', 'totale', 4],
      ]),
    ],
    attesi: [
      '2022 totale: 10, non-trasmesso, non-trasmesso',
      '2023 totale: 9, 4, 5',
      '2024 totale: non-trasmesso, 4, non-trasmesso',
    ],
  },
  {
    titolo: 'a variation between a year of the ambito alone and one of its comuni tells which is which',
    id: 'variazione-popolazione',
    fogli: [
      foglio('popolazione', [
        [{ comune: 'ambito', anno: 2018, rilevazione: 'anagrafe', eta: 'totale', sesso: null }, { residenti: 10 }],
      ]),
      registrati(2021, 5, 6),
    ],
    attesi: ['2018-2021 anagrafe: 1, non-trasmesso, non-trasmesso'],
  },
  {
    titolo: 'the migrations of each year by themselves',
    id: 'tasso-migratorio',
    fogli: [
      foglio(
        'migrazioni',
        [2020, 2021].flatMap((anno) =>
          [UNO, DUE].map(
            (comune) =>
              [
                { comune, anno },
                { emigrazioni: 1, immigrazioni: anno - 2018 },
              ] as const,
          ),
        ),
      ),
      registrati(2021, 500, 500),
    ],
    attesi: ['2020 anagrafe: 2, 2, 2', '2021 anagrafe: 4, 4, 4'],
  },
  {
    titolo: 'the surface alone that the source declares; no density beside it',
    id: 'densita',
    fogli: [registrati(2021, 100, 100), foglio('territorio', [[{ comune: 'ambito' }, { superficie_km2: 10 }]])],
    attesi: ['2021 anagrafe: 20, non-trasmesso, non-trasmesso'],
  },
  {
    titolo: 'a residue that the source states alone, for that fund and no other',
    id: 'residuo',
    fogli: [
      foglio('rendiconto', [
        [
          { periodo: '2018-2021', fonte: 'FNA' },
          { programmato: null, impegnato: null, residuo: 30 },
        ],
        [
          { periodo: '2018-2021', fonte: 'FNPS' },
          { programmato: 100, impegnato: 40, residuo: 55 },
        ],
        [
          { periodo: '2018-2021', fonte: 'QFP' },
          { programmato: null, impegnato: null, residuo: null },
        ],
        [
          { periodo: '2018-2021', fonte: 'QFP', intervento: 'A.1' },
          { programmato: 9, impegnato: 2, residuo: 7 },
        ],
      ]),
    ],
    attesi: [
      '2018-2021 FNA: 30, non-trasmesso, non-trasmesso',
      '2018-2021 FNPS: 60, non-trasmesso, non-trasmesso',
      '2018-2021 QFP: non-trasmesso, non-trasmesso, non-trasmesso',
      '2018-2021 QFP A.1: 7, non-trasmesso, non-trasmesso',
    ],
  },
  {
    titolo: 'the pace is that of the last day told, of each periodo by itself; no day, no pace',
    id: 'passo-lineare',
    fogli: [
      foglio('rendiconto', [
        [{ periodo: '2023', al: '2023-12-31' }, { programmato: 1 }],
        [{ periodo: '2023', al: '2023-01-01' }, { programmato: 2 }],
        [{ periodo: '2021', al: '2021-12-30' }, { programmato: 3 }],
        [{ periodo: '2022' }, { programmato: 4 }],
        [{ periodo: 'in corso', al: '2023-12-31' }, { programmato: 5 }],
      ]),
    ],
    attesi: [`2021: ${(364 / 365) * 100}`, '2023: 100'],
  },
  {
    titolo: 'each year, and each ciclo of more than one; a year out of every ciclo stands alone',
    id: 'programmato',
    fogli: [
      scheda([
        ['A.1', 2024, 'PdZ', 4],
        ['A.1', 2022, 'PdZ', 1],
        ['A.1', 2022, null, 0],
        ['A.1', 2021, 'PdZ', 8],
        ['A.1', 2030, 'PdZ', 16],
        ['A.1', 2031, 'PdZ', null],
      ]),
    ],
    attesi: [
      ...tagliA1('2021', 8),
      ...tagliA1('2022', 1),
      ...tagliA1('2024', 4),
      ...tagliA1('2030', 16),
      ...tagliA1('2031', 'non-trasmesso'),
      ...tagliA1('2022-2024', 5),
    ],
  },
  {
    titolo: 'money without a fonte is told apart, and the sum does without a blank',
    id: 'programmato',
    fogli: [
      scheda([
        ['A.1', 2022, 'PdZ', 100],
        ['A.1', 2022, null, 20],
        ['A.2', 2022, 'PNRR', null],
      ]),
    ],
    attesi: [
      '2022: 120',
      '2022 budget-ordinario: 100',
      '2022 altre: non-trasmesso',
      '2022 A: 120',
      '2022 A.1: 120',
      '2022 A.2: non-trasmesso',
      '2022 PdZ: 100',
      '2022 non-indicata: 20',
      '2022 PNRR: non-trasmesso',
      '2022 budget-ordinario A: 100',
      '2022 altre A: non-trasmesso',
      '2022 PdZ A: 100',
      '2022 non-indicata A: 20',
      '2022 PNRR A: non-trasmesso',
      '2022 PdZ A.1: 100',
      '2022 non-indicata A.1: 20',
      '2022 PNRR A.2: non-trasmesso',
    ],
  },
  {
    titolo: 'for each resident of the first year of the ciclo',
    id: 'programmato-procapite',
    fogli: [
      scheda([
        ['B.2', 2023, 'PNNR', 600],
        ['A.1', 2022, 'PdZ', 200],
        ['B.2', 2022, 'PdZ', null],
      ]),
      registrati(2022, 1, 1),
      registrati(2023, 2, 2),
    ],
    attesi: [
      '2022 anagrafe: 100',
      '2022 anagrafe budget-ordinario: 100',
      '2022 anagrafe A: 100',
      '2022 anagrafe B: non-trasmesso',
      '2022 anagrafe A.1: 100',
      '2022 anagrafe B.2: non-trasmesso',
      '2023 anagrafe: 150',
      '2023 anagrafe altre: 150',
      '2023 anagrafe B: 150',
      '2023 anagrafe B.2: 150',
      '2022-2024 anagrafe: 400',
      '2022-2024 anagrafe budget-ordinario: 100',
      '2022-2024 anagrafe altre: 300',
      '2022-2024 anagrafe A: 100',
      '2022-2024 anagrafe B: 300',
      '2022-2024 anagrafe A.1: 100',
      '2022-2024 anagrafe B.2: 300',
    ],
  },
  {
    titolo: 'a year does not begin with a triennio that ends with it',
    id: 'scarto-spesa-storica',
    fogli: [
      foglio('spesa-storica', [
        [{ comune: 'ambito', triennio: '2018-2020' }, { spesa_complessiva: 300 }],
        [{ comune: 'ambito', triennio: '2020-2022' }, { spesa_complessiva: 900 }],
      ]),
      cofinanziamento([['ambito', 2022, 'programmato', 'totale', 150]]),
    ],
    attesi: ['2022: 50, non-trasmesso, non-trasmesso'],
  },
  {
    titolo: 'no transfer of the ciclo is stated: there is nothing to cover',
    id: 'copertura-trasferimenti',
    fogli: [
      foglio('fondi', [[{ fonte: 'FNPS', periodo: '2018', vincolo: null }, { importo: 1 }]]),
      cofinanziamento([
        ['ambito', 2022, 'programmato', 'totale', 150],
        ['ambito', 2030, 'programmato', 'totale', 150],
      ]),
    ],
    attesi: [],
  },
];
