/** One quantity that two tables state. */
import { cofinanziamento, foglio } from '../../quadri.ts';
import { type Caso, DUE, declare, UNO } from './caso.ts';
import { famiglie, fondi, popolazione, residenti } from './fogli.ts';

const TOTALE_AMBITO = { comune: 'ambito', anno: 2021, rilevazione: 'anagrafe', eta: 'totale' };

const ANAGRAFE = { anno: 2021, rilevazione: 'anagrafe' };

export const TRA_TABELLE: readonly Caso[] = [
  {
    titolo: 'tra-tabelle: the families’ residents beside the registry, never beside ISTAT',
    fogli: [
      popolazione([
        residenti(UNO),
        residenti(DUE),
        residenti(UNO, { rilevazione: 'istat', persone: 90 }),
        residenti(DUE, { rilevazione: 'istat', persone: 90 }),
      ]),
      famiglie([
        [UNO, 40, 101],
        [DUE, 40, 100],
      ]),
    ],
    attese: [`tra-tabelle avviso famiglie null:null ambito`, `tra-tabelle avviso famiglie 2:4 ${UNO}`],
  },
  {
    titolo: 'tra-tabelle: a variation and the later value that it leads to',
    fogli: [
      popolazione([residenti(UNO), residenti(DUE)]),
      popolazione([residenti('ambito', { anno: 2018, persone: 250 })], {
        parte: 'variazioni',
        dichiarati: [
          { ruolo: 'valore', misura: 'residenti', valori: TOTALE_AMBITO, valore: 200, riga: 2, colonna: 6 },
          {
            ruolo: 'variazione',
            misura: 'residenti',
            valori: TOTALE_AMBITO,
            confronto: { anno: 2018 },
            valore: -49,
            riga: 2,
            colonna: 7,
          },
        ],
      }),
    ],
    attese: ['tra-tabelle avviso popolazione 2:7 ambito'],
  },
  {
    titolo: 'tra-tabelle: a fund in the budget and in its own table',
    fogli: [
      fondi([
        ['FNPS', '2022', null, 100],
        ['FNPS', '2023-2024', null, 200],
        ['FNPS', '2022-2024', null, 350],
        ['FNA', '2022', null, 100],
        ['FNA', '2022-2024', null, 900],
      ]),
    ],
    attese: ['tra-tabelle avviso fondi 4:4 ambito'],
  },
  {
    titolo: 'tra-tabelle: cofinanziamento in the budget and year by year',
    fogli: [
      fondi([['Cofinanziamento comunale', '2022-2023', null, 300]]),
      cofinanziamento([
        ['ambito', 2022, 'programmato', 'totale', 100],
        ['ambito', 2023, 'programmato', 'totale', 100],
      ]),
    ],
    attese: ['tra-tabelle avviso fondi 2:4 ambito'],
  },
  {
    titolo: 'tra-tabelle: the residui taken over and those that the rendiconto leaves',
    fogli: [
      {
        tipo: 'rendiconto',
        righe: [{ chiave: { periodo: '2018-2021' }, misure: { programmato: 1000, impegnato: 800 } }],
      },
      {
        tipo: 'fondi',
        righe: [
          {
            chiave: {
              fonte: 'PdZ',
              periodo: '2022-2024',
              annualita_fondo: '2018-2021',
              origine: 'residuo',
              vincolo: null,
            },
            misure: { importo: 250 },
          },
        ],
      },
    ],
    attese: ['tra-tabelle avviso fondi 2:6 ambito'],
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
    titolo:
      'tra-tabelle: what is left of a plan is what its own rendiconto leaves, all fonti together; of one fund nobody asks it',
    fogli: [
      foglio('rendiconto', [
        [
          { periodo: '2018-2021', fonte: null, intervento: null },
          { programmato: 1000, impegnato: 800 },
        ],
        [
          { periodo: '2018-2021', fonte: 'FNA', intervento: null },
          { programmato: 500, impegnato: 100 },
        ],
        [
          { periodo: '2022', fonte: null, intervento: null },
          { programmato: 70, impegnato: 0 },
        ],
      ]),
      foglio(
        'fondi',
        ['PdZ', 'FNA'].map((fonte, i) => [
          { fonte, periodo: '2022-2024', annualita_fondo: '2018-2021', origine: 'residuo', vincolo: null },
          { importo: [200, 400][i] ?? null },
        ]),
      ),
    ],
    attese: ['capienza nota fondi 3:6 ambito'],
  },
];
