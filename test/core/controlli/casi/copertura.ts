/** Every comune, once, where every comune is asked for. */
import { foglio } from '../../quadri.ts';
import { type Caso, DUE, UNO } from './caso.ts';
import { popolazione, residenti } from './fogli.ts';

export const COPERTURA: readonly Caso[] = [
  {
    titolo: 'copertura: a table of the ambito alone is not asked of its comuni',
    fogli: [popolazione([residenti('ambito')])],
    attese: [],
  },
  {
    titolo: 'copertura: a comune is missing',
    fogli: [popolazione([residenti(UNO)])],
    attese: [`copertura errore popolazione null:1 ${DUE}`],
  },
  {
    titolo: 'copertura: a comune missing under two ages is said once',
    fogli: [popolazione([residenti(UNO, { eta: '0-64' }), residenti(UNO, { eta: '65+' })])],
    attese: [`copertura errore popolazione null:1 ${DUE}`],
  },
  {
    titolo: 'copertura: a comune stands there twice',
    fogli: [popolazione([residenti(UNO), residenti(DUE), residenti(UNO)])],
    attese: [`copertura errore popolazione 4:1 ${UNO}`],
  },
  {
    titolo: 'copertura: one key in two parts',
    fogli: [popolazione([residenti(UNO), residenti(DUE)]), popolazione([residenti(UNO)], { parte: 'altra' })],
    attese: [`copertura errore popolazione 2:1 ${UNO}`],
  },
  {
    titolo: 'copertura: a stranger',
    fogli: [popolazione([residenti(UNO), residenti(DUE), residenti('999999')])],
    attese: ['copertura errore popolazione 4:1 999999'],
  },
  {
    titolo: 'copertura: a comune that states nothing is there all the same',
    fogli: [popolazione([residenti(UNO), residenti(DUE, { persone: null })])],
    attese: [],
  },
  { titolo: 'no tables, no findings', fogli: [], attese: [] },
  { titolo: 'copertura: every comune once', fogli: [popolazione([residenti(UNO), residenti(DUE)])], attese: [] },
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
