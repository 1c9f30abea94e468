/** Small tables, and the values that each indicator has from them. */
import type { Valore } from '../../../functions/core/tabelle/tabella.ts';
import { cofinanziamento, type FoglioDiProva, foglio, getCodice } from '../quadri.ts';
import type { Caso } from './casi/caso.ts';
import { PIANI } from './casi/piani.ts';
import { SERVIZI } from './casi/servizi.ts';

const [UNO, DUE] = [getCodice(1), getCodice(2)];

export function popolazione(righe: readonly [string, number, string, string, Valore, string?][]): FoglioDiProva {
  return foglio(
    'popolazione',
    righe.map(([comune, anno, rilevazione, eta, residenti, sesso]) => [
      { comune, anno, rilevazione, eta, sesso: sesso ?? null },
      { residenti },
    ]),
  );
}

function fondi(righe: readonly [Record<string, Valore>, number][]): FoglioDiProva {
  return foglio(
    'fondi',
    righe.map(([chiave, importo]) => [{ vincolo: null, ...chiave }, { importo }]),
  );
}

const TRASFERIMENTI = fondi([
  [{ fonte: 'FNPS', periodo: '2022' }, 60],
  [{ fonte: 'FNA', periodo: '2022' }, 30],
  [{ fonte: 'FGSA', periodo: '2022' }, 10],
]);

const FAMIGLIE = foglio('famiglie', [
  [
    { comune: UNO, anno: 2021 },
    { famiglie: 10, popolazione: 20 },
  ],
  [
    { comune: DUE, anno: 2021 },
    { famiglie: 20, popolazione: 10 },
  ],
]);

export const CASI: readonly Caso[] = [
  {
    titolo: 'the sum of the comuni is the ambito’s, each rilevazione apart',
    id: 'popolazione',
    fogli: [
      popolazione([
        [UNO, 2021, 'anagrafe', 'totale', 10],
        [DUE, 2021, 'anagrafe', 'totale', 20],
        [UNO, 2021, 'istat', 'totale', 9],
        [DUE, 2021, 'istat', 'totale', 19],
      ]),
    ],
    attesi: ['2021 anagrafe: 30, 10, 20', '2021 istat: 28, 9, 19'],
  },
  {
    titolo: 'a comune that is missing leaves the ambito without a sum, whatever the ambito states',
    id: 'popolazione',
    fogli: [
      popolazione([
        [UNO, 2021, 'istat', 'totale', 10],
        ['ambito', 2021, 'istat', 'totale', 30],
      ]),
    ],
    attesi: ['2021 istat: non-trasmesso, 10, non-trasmesso'],
  },
  {
    titolo: 'a cell left empty is missing, zero is zero',
    id: 'popolazione',
    fogli: [
      popolazione([
        [UNO, 2021, 'istat', 'totale', 0],
        [DUE, 2021, 'istat', 'totale', null],
      ]),
    ],
    attesi: ['2021 istat: non-trasmesso, 0, non-trasmesso'],
  },
  {
    titolo: 'the ambito’s own value where nothing is stated of the comuni',
    id: 'popolazione',
    fogli: [popolazione([['ambito', 2018, 'anagrafe', 'totale', 30]])],
    attesi: ['2018 anagrafe: 30, non-trasmesso, non-trasmesso'],
  },
  {
    titolo: 'single years and sexes add up; one sex alone does not make a count',
    id: 'popolazione',
    fogli: [
      popolazione([
        [UNO, 2021, 'istat', '0-99', 1, 'M'],
        [UNO, 2021, 'istat', '0-99', 2, 'F'],
        [UNO, 2021, 'istat', '100+', 3, 'M'],
        [UNO, 2021, 'istat', '100+', 4, 'F'],
        [DUE, 2021, 'istat', '0-99', 5, 'M'],
        [DUE, 2021, 'istat', '100+', 5, 'M'],
      ]),
    ],
    attesi: ['2021 istat: non-derivabile, 10, non-derivabile'],
  },
  {
    titolo: 'the ratio of the ambito is the ratio of sums',
    id: 'indice-vecchiaia',
    fogli: [
      popolazione([
        [UNO, 2021, 'istat', '0-14', 10],
        [UNO, 2021, 'istat', '65+', 10],
        [DUE, 2021, 'istat', '0-14', 30],
        [DUE, 2021, 'istat', '65+', 90],
      ]),
    ],
    attesi: ['2021 istat: 250, 100, 300'],
  },
  {
    titolo: 'no children, no ratio',
    id: 'indice-vecchiaia',
    fogli: [
      popolazione([
        [UNO, 2021, 'istat', '0-14', 0],
        [UNO, 2021, 'istat', '65+', 10],
        [DUE, 2021, 'istat', '0-14', 5],
        [DUE, 2021, 'istat', '65+', 10],
      ]),
    ],
    attesi: ['2021 istat: 400, denominatore-zero, 200'],
  },
  {
    titolo: 'variations: to each year from the first and from the one before, never between rilevazioni',
    id: 'variazione-popolazione',
    fogli: [
      popolazione(
        [2018, 2019, 2020].flatMap((anno): [string, number, string, string, number][] => [
          [UNO, anno, 'istat', 'totale', anno],
          [DUE, anno, 'istat', 'totale', 1],
          [UNO, anno === 2018 ? 2021 : anno, 'anagrafe', 'totale', 7],
          [DUE, anno === 2018 ? 2021 : anno, 'anagrafe', 'totale', 1],
        ]),
      ),
    ],
    attesi: [
      '2019-2020 anagrafe: 0, 0, 0',
      '2019-2021 anagrafe: 0, 0, 0',
      '2020-2021 anagrafe: 0, 0, 0',
      '2018-2019 istat: 1, 1, 0',
      '2018-2020 istat: 2, 2, 0',
      '2019-2020 istat: 1, 1, 0',
    ],
  },
  {
    titolo: 'density by the surfaces of the comuni, whatever the ambito declares',
    id: 'densita',
    fogli: [
      popolazione([
        [UNO, 2021, 'istat', 'totale', 100],
        [DUE, 2021, 'istat', 'totale', 200],
      ]),
      foglio('territorio', [
        [{ comune: UNO }, { superficie_km2: 10 }],
        [{ comune: DUE }, { superficie_km2: 0 }],
        [{ comune: 'ambito' }, { superficie_km2: 1000, densita: 0.3 }],
      ]),
    ],
    attesi: ['2021 istat: 30, 10, denominatore-zero'],
  },
  {
    titolo: 'no surfaces, no density: the table does not speak of it',
    id: 'densita',
    fogli: [popolazione([[UNO, 2021, 'istat', 'totale', 100]])],
    attesi: [],
  },
  {
    titolo: 'money per head is rounded once, half away from zero',
    id: 'spesa-storica-procapite',
    fogli: [
      popolazione([
        [UNO, 2020, 'istat', 'totale', 2],
        [DUE, 2020, 'istat', 'totale', 3],
      ]),
      foglio('spesa-storica', [
        [{ comune: UNO, triennio: '2018-2020' }, { spesa_complessiva: 9 }],
        [{ comune: DUE, triennio: '2018-2020' }, { spesa_complessiva: 13 }],
      ]),
    ],
    attesi: ['2018-2020 istat: 1, 2, 1'],
  },
  {
    titolo: 'residents of the nearest year where those of the last year are not stated',
    id: 'spesa-storica-procapite',
    fogli: [
      popolazione([
        [UNO, 2021, 'anagrafe', 'totale', 1],
        [DUE, 2021, 'anagrafe', 'totale', 1],
        [UNO, 2020, 'istat', 'totale', 100],
      ]),
      foglio('spesa-storica', [
        [{ comune: UNO, triennio: '2018-2020' }, { spesa_complessiva: 30 }],
        [{ comune: DUE, triennio: '2018-2020' }, { spesa_complessiva: 60 }],
      ]),
    ],
    attesi: ['2018-2020 anagrafe: 15, 10, 20'],
  },
  {
    titolo: 'a count that has all comuni comes before a nearer one of the ambito alone',
    id: 'spesa-storica-procapite',
    fogli: [
      popolazione([
        ['ambito', 2020, 'istat', 'totale', 999],
        [UNO, 2021, 'anagrafe', 'totale', 1],
        [DUE, 2021, 'anagrafe', 'totale', 1],
      ]),
      foglio('spesa-storica', [
        [{ comune: UNO, triennio: '2018-2020' }, { spesa_complessiva: 30 }],
        [{ comune: DUE, triennio: '2018-2020' }, { spesa_complessiva: 60 }],
      ]),
    ],
    attesi: ['2018-2020 anagrafe: 15, 10, 20'],
  },
  {
    titolo: 'the floor is the last triennio that was over when the year began',
    id: 'scarto-spesa-storica',
    fogli: [
      foglio(
        'spesa-storica',
        ['2015-2017', '2018-2020', '2021-2023'].map((triennio, i) => [
          { comune: 'ambito', triennio },
          { spesa_complessiva: 300 * 10 ** i },
        ]),
      ),
      cofinanziamento([['ambito', 2022, 'programmato', 'totale', 1500]]),
    ],
    attesi: ['2022: 500, non-trasmesso, non-trasmesso'],
  },
  {
    titolo: 'no residents at all',
    id: 'spesa-storica-procapite',
    fogli: [foglio('spesa-storica', [[{ comune: UNO, triennio: '2018-2020' }, { spesa_complessiva: 30 }]])],
    attesi: ['2018-2020 istat: non-trasmesso, non-trasmesso, non-trasmesso'],
  },
  {
    titolo: 'one rilevazione for a whole trend: the one nearest to all its years',
    id: 'cofinanziamento-versato-procapite',
    fogli: [
      popolazione([
        ...[2018, 2019].flatMap((anno): [string, number, string, string, number][] => [
          [UNO, anno, 'istat', 'totale', 10],
          [DUE, anno, 'istat', 'totale', 10],
        ]),
        [UNO, 2019, 'anagrafe', 'totale', 1],
        [DUE, 2019, 'anagrafe', 'totale', 1],
      ]),
      cofinanziamento(
        [2018, 2019].flatMap((anno): [string, number, string, string, number][] => [
          [UNO, anno, 'versato', 'denaro', 100],
          [DUE, anno, 'versato', 'denaro', 300],
        ]),
      ),
    ],
    attesi: ['2018 istat denaro: 20, 10, 30', '2019 istat denaro: 20, 10, 30'],
  },
  {
    titolo: 'money and services make the total where both are stated',
    id: 'cofinanziamento-versato',
    fogli: [
      cofinanziamento([
        [UNO, 2022, 'versato', 'denaro', 1],
        [UNO, 2022, 'versato', 'servizi', 2],
        [DUE, 2022, 'versato', 'denaro', 3],
        [DUE, 2022, 'versato', 'servizi', null],
      ]),
    ],
    attesi: [
      '2022 totale: non-trasmesso, 3, non-trasmesso',
      '2022 denaro: 4, 1, 3',
      '2022 servizi: non-trasmesso, 2, non-trasmesso',
    ],
  },
  {
    titolo: 'the minimum recomputed sums to the transfers, by the families’ residents, every year of the ciclo',
    id: 'cofinanziamento-minimo-calcolato',
    fogli: [
      TRASFERIMENTI,
      FAMIGLIE,
      popolazione([
        [UNO, 2021, 'anagrafe', 'totale', 1],
        [DUE, 2021, 'anagrafe', 'totale', 1],
      ]),
    ],
    attesi: ['2022: 100, 67, 33', '2023: 100, 67, 33', '2024: 100, 67, 33'],
  },
  {
    titolo: 'the minimum recomputed by the population where the families’ residents are not stated',
    id: 'cofinanziamento-minimo-calcolato',
    fogli: [
      TRASFERIMENTI,
      popolazione([
        [UNO, 2021, 'anagrafe', 'totale', 1],
        [DUE, 2021, 'anagrafe', 'totale', 3],
      ]),
    ],
    attesi: ['2022: 100, 25, 75', '2023: 100, 25, 75', '2024: 100, 25, 75'],
  },
  {
    titolo: 'no minimum where a fund of the first annuality is not stated',
    id: 'cofinanziamento-minimo-calcolato',
    fogli: [fondi([[{ fonte: 'FNPS', periodo: '2022' }, 60]]), FAMIGLIE],
    attesi: [2022, 2023, 2024].map((anno) => `${anno}: non-trasmesso, non-trasmesso, non-trasmesso`),
  },
  {
    titolo: 'a fund that only the budget states counts by its annuality; residui and other years do not',
    id: 'copertura-trasferimenti',
    fogli: [
      fondi([
        [{ fonte: 'FNPS', periodo: '2022', vincolo: 'libera' }, 40],
        [{ fonte: 'FNPS', periodo: '2022', vincolo: 'minori' }, 20],
        [{ fonte: 'FNPS', periodo: '2023' }, 999],
        [{ fonte: 'FNA', periodo: '2022-2024', annualita_fondo: '2022', origine: 'competenza' }, 30],
        [{ fonte: 'FGSA', periodo: '2022' }, 10],
        [{ fonte: 'FGSA', periodo: '2022', origine: 'residuo' }, 999],
      ]),
      cofinanziamento([['ambito', 2023, 'programmato', 'totale', 150]]),
    ],
    attesi: ['2023: 150, non-trasmesso, non-trasmesso'],
  },
  {
    titolo: 'the gap from the minimum: programmed, else paid in full; money alone is never compared',
    id: 'scarto-minimo',
    fogli: [
      cofinanziamento([
        [UNO, 2022, 'minimo', 'totale', 10],
        [DUE, 2022, 'minimo', 'totale', 20],
        ['ambito', 2022, 'programmato', 'totale', 50],
        [UNO, 2023, 'minimo', 'totale', 10],
        [DUE, 2023, 'minimo', 'totale', 20],
        [UNO, 2023, 'versato', 'totale', 11],
        [DUE, 2023, 'versato', 'totale', 18],
        [UNO, 2024, 'minimo', 'totale', 10],
        [DUE, 2024, 'minimo', 'totale', 20],
        [UNO, 2024, 'versato', 'denaro', 99],
        [DUE, 2024, 'versato', 'denaro', 99],
      ]),
    ],
    attesi: [
      '2022: 20, non-trasmesso, non-trasmesso',
      '2023: -1, 1, -2',
      '2024: non-trasmesso, non-trasmesso, non-trasmesso',
    ],
  },
  {
    titolo: 'the step from the last money paid to the new minimum in money',
    id: 'aumento-quota-denaro',
    fogli: [
      cofinanziamento([
        [UNO, 2022, 'minimo', 'denaro', 10],
        [DUE, 2022, 'minimo', 'denaro', 20],
        [UNO, 2021, 'versato', 'denaro', 8],
        [DUE, 2021, 'versato', 'denaro', 25],
        [UNO, 2020, 'versato', 'denaro', 999],
      ]),
    ],
    attesi: ['2022: -3, 2, -5'],
  },
  {
    titolo: 'a rendiconto broken down by fund and by comune, at its last date',
    id: 'avanzamento-impegni',
    fogli: [
      foglio('rendiconto', [
        [
          { periodo: '2018-2021', al: '2021-06-30', fonte: 'FNA', comune: UNO },
          { programmato: 100, impegnato: 1 },
        ],
        [
          { periodo: '2018-2021', al: '2021-12-31', fonte: 'FNA', comune: UNO },
          { programmato: 100, impegnato: 50 },
        ],
        [
          { periodo: '2018-2021', al: '2021-12-31', fonte: 'FNA', comune: DUE },
          { programmato: 300, impegnato: 300 },
        ],
        [{ periodo: '2018-2021' }, { programmato: 0, impegnato: 0 }],
      ]),
    ],
    attesi: ['2018-2021 FNA: 87.5, 50, 100', '2018-2021: denominatore-zero, non-trasmesso, non-trasmesso'],
  },
  {
    titolo: 'what was not paid is missing, not zero',
    id: 'avanzamento-pagamenti',
    fogli: [foglio('rendiconto', [[{ periodo: '2018-2021' }, { programmato: 10, impegnato: 5 }]])],
    attesi: ['2018-2021: non-trasmesso, non-trasmesso, non-trasmesso'],
  },
  ...PIANI,
  ...SERVIZI,
];
