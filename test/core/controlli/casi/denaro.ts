/** What money is held to: the key of the riparto, the thresholds of the law, the funds that it comes from. */
import { cofinanziamento, foglio } from '../../quadri.ts';
import { type Caso, DUE, UNO } from './caso.ts';
import { famiglie, fondi, popolazione, residenti, spesaStorica } from './fogli.ts';
import { fondiDelCiclo } from './fogli-del-piano.ts';

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

export const DENARO: readonly Caso[] = [
  {
    titolo: 'riparto: by the families’ residents where they are stated, not by those of the population',
    fogli: [
      popolazione([residenti(UNO, { persone: 1 }), residenti(DUE, { persone: 2 })]),
      famiglie([
        [UNO, 1, 1],
        [DUE, 1, 3],
      ]),
      fondi([
        ['FNPS', '2022', null, 200],
        ['FNA', '2022', null, 100],
        ['FGSA', '2022', null, 100],
      ]),
      cofinanziamento([
        [UNO, 2022, 'minimo', 'totale', 100],
        [DUE, 2022, 'minimo', 'totale', 302],
      ]),
    ],
    attese: [
      'tra-tabelle avviso famiglie null:null ambito',
      `tra-tabelle avviso famiglie 3:4 ${DUE}`,
      `riparto avviso cofinanziamento 3:5 ${DUE}`,
    ],
  },
  {
    titolo: 'vincolo: below the spesa storica',
    fogli: [
      spesaStorica([
        [UNO, 300, 100],
        [DUE, 300, 100],
      ]),
      cofinanziamento([['ambito', 2022, 'programmato', 'totale', 199]]),
    ],
    attese: ['vincolo avviso cofinanziamento 2:5 ambito'],
  },
  {
    titolo: 'vincolo: at the spesa storica, and money alone is never compared',
    fogli: [
      spesaStorica([
        [UNO, 300, 100],
        [DUE, 300, 100],
      ]),
      cofinanziamento([
        ['ambito', 2022, 'programmato', 'totale', 200],
        ['ambito', 2023, 'programmato', 'denaro', 50],
      ]),
    ],
    attese: [],
  },
  {
    titolo: 'capienza: more earmarked than there is',
    fogli: [
      fondi([
        ['FNPS', '2022', null, 100],
        ['FNPS', '2022', 'minori', 80],
        ['FNPS', '2022', 'libera', 30],
        ['FNA', '2022', null, 100],
        ['FNA', '2022', 'C.2', 90],
      ]),
    ],
    attese: ['capienza avviso fondi 2:4 ambito'],
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
    titolo: 'capienza: what is left on a fund, and no rendiconto tells of that fund in those years',
    fogli: [
      fondiDelCiclo([
        ['FNA', 10, { annualita_fondo: '2018-2021', origine: 'residuo' }],
        ['FNPS', 20, { annualita_fondo: '2020', origine: 'residuo' }],
        ['FGSA', 30, { annualita_fondo: '2018-2021', origine: 'residuo' }],
        ['QFP', 40, { annualita_fondo: '2018-2021', origine: 'residuo' }],
        ['PON', 50, { annualita_fondo: '2016', origine: 'residuo' }],
        ['PAC', 60, { annualita_fondo: '2018-2021', origine: 'residuo' }],
        ['PdZ', 70, { annualita_fondo: '2018-2021', origine: 'residuo' }],
      ]),
      foglio('rendiconto', [
        [{ periodo: '2018-2021', fonte: 'FNA' }, { residuo: 10 }],
        [{ periodo: '2018-2021', fonte: 'FNPS' }, { residuo: 20 }],
        [{ periodo: '2020', fonte: 'FGSA' }, { residuo: 30 }],
        [{ periodo: '2018-2021', fonte: 'QFP' }, { residuo: null }],
        [{ periodo: '2018-2021', fonte: 'PON' }, { residuo: 50 }],
      ]),
    ],
    attese: ['capienza nota fondi 5:6 ambito', 'capienza nota fondi 6:6 ambito', 'capienza nota fondi 7:6 ambito'],
  },
];
