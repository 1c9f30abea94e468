/** Totals of schede, whose lines may state an amount and split it among fonti beside; and one figure that two tables state. */
import { cofinanziamento, foglio, type RigaDiProva } from '../../quadri.ts';
import { type Caso, DUE, declare, UNO } from './caso.ts';

/** An amount of a scheda at its place. */
const importo = (
  [riga, colonna]: readonly [number, number],
  [intervento, anno, fonte, cent]: readonly [string, number, string, number | null],
): RigaDiProva => ({ riga, colonna, chiave: { intervento, anno, fonte }, misure: { importo: cent } });

const ANAGRAFE = { anno: 2021, rilevazione: 'anagrafe' };

export const RIGHE_DI_SCHEDA: readonly Caso[] = [
  {
    titolo: 'somma-colonna: a scheda adds up its lines, not what they are split into, nor those of the scheda below',
    fogli: [
      {
        tipo: 'programmazione',
        parte: 'd',
        righe: [
          importo([2, 3], ['D.4', 2022, 'PAC', 300]),
          importo([2, 4], ['D.4', 2022, 'PON', 200]),
          importo([3, 3], ['D.4', 2023, 'PAC', 700]),
          importo([4, 2], ['D.4', 2024, 'PON', 50]),
          importo([6, 3], ['D.5', 2022, 'PAC', 40]),
        ],
        dichiarati: [
          ...declare('somma-riga', 'importo', [
            [[2, 2], { intervento: 'D.4', anno: 2022 }, 500],
            [[2, 5], { intervento: 'D.4', anno: 2022 }, 500],
            [[3, 2], { intervento: 'D.4', anno: 2023 }, 700],
            [[5, 2], { intervento: 'D.4' }, 1300],
            [[6, 2], { intervento: 'D.5', anno: 2022 }, 40],
          ]),
          ...declare('somma-colonna', 'importo', [
            [[5, 2], { intervento: 'D.4', anno: null }, 1300],
            [[5, 3], { intervento: 'D.4', fonte: 'PAC' }, 1000],
            [[5, 4], { intervento: 'D.4', fonte: 'PON' }, 300],
            [[7, 2], { intervento: 'D.5' }, 40],
          ]),
        ],
      },
      {
        tipo: 'programmazione',
        parte: 'd, seguito',
        righe: [importo([2, 3], ['D.4', 2025, 'PAC', 9])],
        dichiarati: declare('somma-riga', 'importo', [[[2, 2], { intervento: 'D.4', anno: 2025 }, 9]]),
      },
    ],
    attese: [
      'somma-colonna avviso programmazione 5:2 ambito',
      'somma-colonna avviso programmazione 5:4 ambito',
      'capienza nota programmazione 2:3 ambito',
      'capienza nota programmazione 2:4 ambito',
    ],
  },
  {
    titolo: 'somma-colonna: a total in a column without amounts is of all those that it speaks of',
    fogli: [
      {
        tipo: 'programmazione',
        righe: [
          importo([2, 3], ['E.1', 2022, 'PAC', 0]),
          importo([2, 4], ['E.1', 2022, 'PON', 0]),
          importo([3, 4], ['E.2', 2022, 'PON', 0]),
        ],
        dichiarati: declare('somma-colonna', 'importo', [[[4, 5], { intervento: 'E.1' }, 900]]),
      },
    ],
    attese: ['somma-colonna avviso programmazione 4:5 ambito'],
  },
  {
    titolo: 'somma-colonna: one line, one line with an amount, lines all blank',
    fogli: [
      {
        tipo: 'programmazione',
        righe: [
          importo([2, 2], ['E.1', 2022, 'PAC', 100]),
          importo([4, 2], ['E.2', 2022, 'PAC', null]),
          importo([5, 2], ['E.2', 2023, 'PAC', 0]),
          importo([7, 2], ['E.3', 2022, 'PAC', null]),
        ],
        dichiarati: declare('somma-colonna', 'importo', [
          [[3, 2], { intervento: 'E.1' }, 110],
          [[6, 2], { intervento: 'E.2' }, 110],
          [[8, 2], { intervento: 'E.3' }, 110],
        ]),
      },
    ],
    attese: [
      'somma-colonna avviso programmazione 3:2 ambito',
      'somma-colonna avviso programmazione 6:2 ambito',
      'capienza nota programmazione 2:2 ambito',
    ],
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
  {
    titolo: 'tra-tabelle: the residents of the families’ table beside those of the same year, their total at its place',
    fogli: [
      foglio(
        'popolazione',
        [2020, 2021].flatMap((anno) =>
          [UNO, DUE].map(
            (comune) => [{ comune, anno, rilevazione: 'anagrafe', eta: 'totale' }, { residenti: anno - 1920 }] as const,
          ),
        ),
      ),
      {
        ...foglio('famiglie', [
          [
            { comune: UNO, anno: 2020 },
            { famiglie: 1, popolazione: 100 },
          ],
          [
            { comune: DUE, anno: 2020 },
            { famiglie: 1, popolazione: 100 },
          ],
          [
            { comune: UNO, anno: 2021 },
            { famiglie: 1, popolazione: 101 },
          ],
          [
            { comune: DUE, anno: 2021 },
            { famiglie: 1, popolazione: 103 },
          ],
        ]),
        dichiarati: [
          ...declare('somma-colonna', 'famiglie', [[[7, 3], { comune: 'ambito', anno: 2021 }, 2]]),
          ...declare('somma-colonna', 'popolazione', [
            [[6, 4], { comune: 'ambito', anno: 2020 }, 200],
            [[7, 4], { comune: 'ambito', anno: 2021 }, 204],
          ]),
        ],
      },
    ],
    attese: ['tra-tabelle avviso famiglie 7:4 ambito', `tra-tabelle avviso famiglie 5:4 ${DUE}`],
  },
  {
    titolo: 'tra-tabelle: a band of age that another table repeats, by the registry where it does not say who counted',
    fogli: [
      foglio(
        'popolazione',
        [UNO, DUE].flatMap((comune) => [
          [{ comune, ...ANAGRAFE, eta: '0-64' }, { residenti: 80 }] as const,
          [{ comune, ...ANAGRAFE, eta: '65+' }, { residenti: 20 }] as const,
        ]),
      ),
      {
        ...foglio('popolazione', []),
        parte: 'altra',
        dichiarati: declare('valore', 'residenti', [
          [[2, 2], { comune: 'ambito', anno: 2021, eta: '65+' }, 41],
          [[3, 2], { comune: 'ambito', anno: 2021, eta: 'totale' }, 200],
          [[4, 2], { comune: DUE, anno: 2021, eta: '0-64' }, 79],
        ]),
      },
    ],
    attese: ['tra-tabelle avviso popolazione 2:2 ambito', `tra-tabelle avviso popolazione 4:2 ${DUE}`],
  },
  {
    titolo: 'tra-tabelle: what is left of a fund is not its budget, and another fund is no cofinanziamento',
    fogli: [
      foglio('fondi', [
        [{ fonte: 'FNPS', periodo: '2022', origine: null, vincolo: null }, { importo: 100 }],
        [{ fonte: 'FNPS', periodo: '2023', origine: null, vincolo: null }, { importo: 100 }],
        [{ fonte: 'FNPS', periodo: '2022-2023', origine: 'competenza', vincolo: null }, { importo: 200 }],
        [{ fonte: 'FNPS', periodo: '2022-2023', origine: 'residuo', vincolo: null }, { importo: 999 }],
        [{ fonte: 'Cofinanziamento comunale', periodo: '2022-2023', origine: null, vincolo: null }, { importo: 70 }],
      ]),
      cofinanziamento([
        ['ambito', 2022, 'programmato', 'totale', 30],
        ['ambito', 2023, 'programmato', 'totale', 40],
        ['ambito', 2022, 'programmato', 'denaro', 30],
      ]),
    ],
    attese: [],
  },
  {
    titolo: 'capienza: a fund is earmarked to the last cent, in its own year, and a quota alone is held to nothing',
    fogli: [
      foglio('fondi', [
        [{ fonte: 'FNPS', periodo: '2022', vincolo: null }, { importo: 100 }],
        [{ fonte: 'FNPS', periodo: '2022', vincolo: 'minori' }, { importo: 100 }],
        [{ fonte: 'FNPS', periodo: '2023', vincolo: 'minori' }, { importo: 900 }],
        [{ fonte: 'FNA', periodo: '2022', annualita_fondo: '2021', vincolo: null }, { importo: 100 }],
        [{ fonte: 'FNA', periodo: '2022', annualita_fondo: '2020', vincolo: 'C.2' }, { importo: 900 }],
        [{ fonte: 'QFP', periodo: '2022', origine: 'residuo', vincolo: null }, { importo: 100 }],
        [{ fonte: 'QFP', periodo: '2022', origine: 'competenza', vincolo: 'libera' }, { importo: 900 }],
      ]),
    ],
    attese: [],
  },
];
