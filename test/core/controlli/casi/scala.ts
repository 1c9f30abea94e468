/** Figures that cannot be, and figures of another order than those beside them. */
import { foglio } from '../../quadri.ts';
import { type Caso, DUE, UNO } from './caso.ts';
import { popolazione, residenti } from './fogli.ts';

const TUTTE_LE_ETA = { anno: 2021, rilevazione: 'anagrafe', eta: 'totale' };

export const SCALA: readonly Caso[] = [
  {
    titolo: 'scala: half a person, a negative count',
    fogli: [popolazione([residenti(UNO, { persone: 10.5 }), residenti(DUE, { persone: -1 })])],
    attese: [`scala errore popolazione 2:5 ${UNO}`, `scala errore popolazione 3:5 ${DUE}`],
  },
  {
    titolo: 'scala: a surface of another order than that of the comuni; two editions of one surface are silent',
    fogli: [
      {
        tipo: 'territorio',
        righe: [UNO, DUE].map((comune) => ({ chiave: { comune }, misure: { superficie_km2: 10 } })),
      },
      {
        tipo: 'territorio',
        parte: 'dichiarata',
        righe: [{ chiave: { comune: 'ambito' }, misure: { superficie_km2: 200 } }],
      },
    ],
    attese: ['scala avviso territorio 2:2 ambito'],
  },
  {
    titolo: 'scala: two editions of one surface',
    fogli: [
      {
        tipo: 'territorio',
        righe: [UNO, DUE].map((comune) => ({ chiave: { comune }, misure: { superficie_km2: 10 } })),
      },
      {
        tipo: 'territorio',
        parte: 'dichiarata',
        righe: [{ chiave: { comune: 'ambito' }, misure: { superficie_km2: 20.6 } }],
      },
    ],
    attese: [],
  },
  {
    titolo: 'scala: a digit too many in one year, between years of one rilevazione only',
    fogli: [
      popolazione([
        residenti(UNO, { anno: 2020 }),
        residenti(DUE, { anno: 2020 }),
        residenti(UNO, { persone: 1000 }),
        residenti(DUE),
        residenti(UNO, { rilevazione: 'istat', persone: 9000 }),
        residenti(DUE, { rilevazione: 'istat' }),
      ]),
    ],
    attese: [`scala avviso popolazione 4:5 ${UNO}`],
  },
  {
    titolo: 'scala: double or half is still possible, one more is not',
    fogli: [
      foglio('popolazione', [
        [{ comune: UNO, ...TUTTE_LE_ETA, anno: 2020 }, { residenti: 100 }],
        [{ comune: DUE, ...TUTTE_LE_ETA, anno: 2020 }, { residenti: 101 }],
        [{ comune: UNO, ...TUTTE_LE_ETA }, { residenti: 200 }],
        [{ comune: DUE, ...TUTTE_LE_ETA }, { residenti: 50 }],
        [{ comune: UNO, ...TUTTE_LE_ETA, anno: 2022 }, { residenti: 401 }],
        [{ comune: DUE, ...TUTTE_LE_ETA, anno: 2022 }, { residenti: 100 }],
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
    fogli: [foglio('popolazione', [[{ comune: 'ambito', ...TUTTE_LE_ETA }, { residenti: 0.5 }]])],
    attese: ['scala errore popolazione 2:5 ambito'],
  },
];
