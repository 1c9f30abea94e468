/** Schede, funds, quadro sinottico and services, one trouble each: what is in them, and how the sentences go. */
import type { FoglioDiProva } from '../../quadri.ts';
import { fondiDelCiclo, schede, servizi, sinottico } from './fogli-del-piano.ts';

/** What it is about, the tables, and the findings as `codice gravita tipo riga:colonna` and their sentence. */
export type CasoDiSchede = readonly [caso: string, fogli: readonly FoglioDiProva[], trovate: readonly string[]];

const PANIERE = fondiDelCiclo([
  ['FNPS', 100],
  ['FNA', 100],
  ['FGSA', 100],
  ['Cofinanziamento comunale', 100],
]);

export const CAPIENZA: readonly CasoDiSchede[] = [
  ['to the last cent', [schede([['A.1', 'PdZ', 400]]), PANIERE], []],
  [
    'PdZ is a basket, and the funds named one by one draw on it',
    [
      schede([
        ['A.1', 'PdZ', 350],
        ['A.2', 'FNPS', 60],
      ]),
      PANIERE,
    ],
    [
      'capienza avviso fondi null:null Fonte PdZ, 2022-2024: i fondi mettono a disposizione 4,00 € (FNPS 1,00 €, FNA 1,00 €, FGSA 1,00 €, Cofinanziamento comunale 1,00 €), le schede programmano 4,10 €; li superano di 0,10 €.',
    ],
  ],
  [
    'what is left is named',
    [schede([['A.1', 'QFP', 300]]), fondiDelCiclo([['QFP', 500]])],
    [
      'capienza nota fondi 2:6 Fonte QFP, 2022-2024: i fondi mettono a disposizione 5,00 €, le schede programmano 3,00 €; 2,00 € restano da programmare nelle schede.',
    ],
  ],
  [
    'what is left from earlier plans counts, and the same money in two tables counts once',
    [
      schede([['A.1', 'QFP', 800]]),
      fondiDelCiclo([
        ['QFP', 500, { annualita_fondo: '2021' }],
        ['QFP', 500, { annualita_fondo: '2021', periodo: '2022', origine: null }],
        ['QFP', 300, { annualita_fondo: '2018-2020', origine: 'residuo' }],
      ]),
    ],
    [],
  ],
  [
    'without a fund table: not verifiable',
    [schede([['A.1', 'PNRR', 300]])],
    [
      'capienza nota programmazione 2:4 Fonte PNRR, 2022-2024: le schede programmano 3,00 €, ma nessuna tabella dice la disponibilità di questo fondo: non verificabile.',
    ],
  ],
  [
    'a basket with a fund missing: not verifiable',
    [
      schede([['A.1', 'PdZ', 300]]),
      fondiDelCiclo([
        ['FNPS', 100],
        ['FGSA', 100],
      ]),
    ],
    [
      'capienza nota programmazione 2:4 Fonte PdZ, 2022-2024: le schede programmano 3,00 €, ma nessuna tabella dice la disponibilità di FNA e Cofinanziamento comunale: non verificabile.',
    ],
  ],
  [
    'to the last cent, and one beyond',
    [
      schede([
        ['A.1', 'QFP', 500],
        ['A.2', 'PON Inclusione', 501],
      ]),
      fondiDelCiclo([
        ['QFP', 500],
        ['PON Inclusione', 500],
      ]),
    ],
    [
      'capienza avviso fondi 3:6 Fonte PON Inclusione, 2022-2024: i fondi mettono a disposizione 5,00 €, le schede programmano 5,01 €; li superano di 0,01 €.',
    ],
  ],
  [
    'where the fund stands in two cells, the finding stands at the table',
    [
      schede([['A.1', 'QFP', 900]]),
      fondiDelCiclo([
        ['QFP', 500, { annualita_fondo: '2021' }],
        ['QFP', 300, { annualita_fondo: '2022' }],
      ]),
    ],
    [
      'capienza avviso fondi null:null Fonte QFP, 2022-2024: i fondi mettono a disposizione 8,00 €, le schede programmano 9,00 €; li superano di 1,00 €.',
    ],
  ],
  [
    'of a basket, what is left from earlier plans counts too',
    [
      schede([['A.1', 'PdZ', 410]]),
      PANIERE,
      fondiDelCiclo([['PdZ', 50, { annualita_fondo: '2018-2021', origine: 'residuo' }]]),
    ],
    [
      'capienza nota fondi null:null Fonte PdZ, 2022-2024: i fondi mettono a disposizione 4,50 € (residui 0,50 €, FNPS 1,00 €, FNA 1,00 €, FGSA 1,00 €, Cofinanziamento comunale 1,00 €), le schede programmano 4,10 €; 0,40 € restano da programmare nelle schede.',
    ],
  ],
  [
    'what is programmed in another ciclo is not of this fund',
    [
      schede([
        ['A.1', 'QFP', 500, 2022],
        ['A.1', 'QFP', 900, 2026],
      ]),
      fondiDelCiclo([['QFP', 500]]),
    ],
    [],
  ],
  [
    'zero and blanks need no fund',
    [
      schede([
        ['A.1', 'PNRR', 0],
        ['A.2', 'PAIS', null],
        ['A.3', null, 10],
      ]),
    ],
    [],
  ],
];

export const INTERVENTI: readonly CasoDiSchede[] = [
  ['all three', [schede([['A.1', null, 100]]), sinottico([['A.1', 'LEPS']]), servizi([['A.1', 'PUA']])], []],
  ['a quadro alone says nothing of money', [sinottico([['A.1', 'LEPS']])], []],
  ['schede alone say nothing of levels', [schede([['A.1', null, 100]])], []],
  [
    'schede of another ciclo are not of this quadro',
    [schede([['A.1', null, 100, 2026]]), sinottico([['A.1', 'LEPS']])],
    [],
  ],
  [
    'a scheda without money and not in the quadro: no amount is said',
    [
      schede([
        ['A.1', null, 5],
        ['F.7', null, null],
        ['F.8', null, 0],
      ]),
      sinottico([['A.1', 'LEPS']]),
    ],
    [
      'tra-tabelle avviso programmazione 3:4 L’intervento F.7 ha una scheda, ma non è nel quadro sinottico del 2022-2024: non si sa a quale livello di priorità stia.',
      'tra-tabelle avviso programmazione 4:4 L’intervento F.8 ha una scheda, ma non è nel quadro sinottico del 2022-2024: non si sa a quale livello di priorità stia.',
    ],
  ],
  [
    'only the years with money are in doubt',
    [
      schede([
        ['A.1', null, 5],
        ['C.4', null, 100, 2022],
        ['C.4', null, 0, 2023],
        ['C.4', null, null, 2024],
      ]),
      sinottico([
        ['A.1', 'LEPS'],
        ['C.4', null],
      ]),
    ],
    [
      'tra-tabelle avviso programmazione 3:4 L’intervento C.4 («Titolo C.4») ha 1,00 € programmati nella sua scheda, ma nessuna voce nel quadro sinottico del 2022-2024: il denaro non corrisponde a nessun livello di priorità.',
    ],
  ],
  [
    'two levels, and no money',
    [
      schede([['A.1', null, 5]]),
      sinottico([
        ['A.1', 'LEPS'],
        ['D.1', 'LEPS'],
        ['D.1', 'ODS'],
      ]),
    ],
    [
      'tra-tabelle avviso servizi 3:5 L’intervento D.1 («Titolo D.1») è previsto nel quadro sinottico (LEPS, ODS), ma nessuna scheda ne dice importo, anno e fonte: non si sa se sia finanziato.',
    ],
  ],
  [
    'two levels, and a scheda at zero',
    [
      schede([
        ['A.1', null, 5],
        ['D.1', null, 0],
      ]),
      sinottico([
        ['A.1', 'LEPS'],
        ['D.1', 'LEPS'],
        ['D.1', 'ODS'],
      ]),
    ],
    [
      'tra-tabelle avviso servizi 3:5 L’intervento D.1 («Titolo D.1») è previsto nel quadro sinottico (LEPS, ODS), ma la sua scheda programma 0,00 € per tutto il 2022-2024: non è finanziato.',
    ],
  ],
  [
    'a service of another ciclo describes nothing of this one; without money nobody need be told for whom',
    [
      schede([
        ['A.1', null, 5],
        ['A.2', null, 7],
        ['A.3', null, 0],
      ]),
      sinottico([
        ['A.1', 'LEPS'],
        ['A.2', 'LEPS'],
        ['A.3', null],
      ]),
      servizi([['A.1', 'PUA']]),
      servizi([['A.2', 'SAD']], '2018-2021'),
    ],
    [
      'tra-tabelle avviso programmazione 3:4 L’intervento A.2 («Titolo A.2») ha 0,07 € programmati, ma nessuna tabella dice quali servizi lo compongono e per chi sono.',
    ],
  ],
  [
    'services listed without their intervento describe none',
    [
      schede([['A.1', null, 5]]),
      sinottico([['A.1', 'LEPS']]),
      {
        tipo: 'servizi',
        parte: 'elenco',
        righe: [{ chiave: { ciclo: '2022-2024', intervento: null }, misure: { servizio: 'PUA' } }],
      },
    ],
    [],
  ],
  [
    'money and no level',
    [
      schede([['C.4', null, 100]]),
      sinottico([
        ['A.1', 'LEPS'],
        ['C.4', null],
      ]),
      schede([['A.1', null, 5]]),
    ],
    [
      'tra-tabelle avviso programmazione 2:4 L’intervento C.4 («Titolo C.4») ha 1,00 € programmati nella sua scheda, ma nessuna voce nel quadro sinottico del 2022-2024: il denaro non corrisponde a nessun livello di priorità.',
    ],
  ],
  [
    'neither money nor a level is no contradiction',
    [
      schede([
        ['C.4', null, 0],
        ['A.1', null, 5],
      ]),
      sinottico([
        ['A.1', 'LEPS'],
        ['C.4', null],
        ['D.3', null],
      ]),
    ],
    [],
  ],
  [
    'a level and no scheda',
    [
      schede([['A.1', null, 5]]),
      sinottico([
        ['A.1', 'LEPS'],
        ['D.1', 'ODS'],
      ]),
    ],
    [
      'tra-tabelle avviso servizi 3:5 L’intervento D.1 («Titolo D.1») è previsto nel quadro sinottico (ODS), ma nessuna scheda ne dice importo, anno e fonte: non si sa se sia finanziato.',
    ],
  ],
  [
    'a level, and a scheda with every year blank',
    [
      schede([
        ['B.1', 'Regione', null, 2022],
        ['B.1', 'Regione', null, 2023],
      ]),
      sinottico([['B.1', 'ODS']]),
    ],
    [
      'tra-tabelle avviso servizi 2:5 L’intervento B.1 («Titolo B.1») è previsto nel quadro sinottico (ODS), ma la sua scheda lascia in bianco l’importo di ogni anno: non si sa se sia finanziato.',
    ],
  ],
  [
    'a level, and a scheda at zero',
    [
      schede([
        ['B.8', null, 0, 2022],
        ['B.8', null, null, 2023],
      ]),
      sinottico([['B.8', 'ODS']]),
    ],
    [
      'tra-tabelle avviso servizi 2:5 L’intervento B.8 («Titolo B.8») è previsto nel quadro sinottico (ODS), ma la sua scheda programma 0,00 € per tutto il 2022-2024: non è finanziato.',
    ],
  ],
  [
    'a scheda and not in the quadro',
    [
      schede([
        ['A.1', null, 5],
        ['F.8', null, 7],
      ]),
      sinottico([['A.1', 'LEPS']]),
    ],
    [
      'tra-tabelle avviso programmazione 3:4 L’intervento F.8 ha una scheda con 0,07 € programmati, ma non è nel quadro sinottico del 2022-2024: non si sa a quale livello di priorità stia.',
    ],
  ],
  [
    'money and a level, and nobody says for whom',
    [
      schede([
        ['A.1', null, 5],
        ['A.2', null, 7],
      ]),
      sinottico([
        ['A.1', 'LEPS'],
        ['A.2', 'LEPS'],
      ]),
      servizi([['A.1', 'PUA']]),
    ],
    [
      'tra-tabelle avviso programmazione 3:4 L’intervento A.2 («Titolo A.2») ha 0,07 € programmati, ma nessuna tabella dice quali servizi lo compongono e per chi sono.',
    ],
  ],
];

const QUOTA = fondiDelCiclo([
  ['FNA', 100, { periodo: '2022' }],
  ['FNA', 100, { periodo: '2022', vincolo: 'C.2' }],
]);

/** Findings of the capienza, which speaks of the same funds, left aside. */
export const QUOTE: readonly CasoDiSchede[] = [
  ['is in its scheda, on the fund itself', [QUOTA, schede([['C.2', 'FNA', 100]])], []],
  ['is in its scheda, with more of the same basket', [QUOTA, schede([['C.2', 'PdZ', 150]])], []],
  [
    'is in its scheda to the cent, from two schede',
    [
      QUOTA,
      schede([
        ['C.2', 'FNA', 60],
        ['C.2', 'PdZ', 40],
      ]),
    ],
    [],
  ],
  [
    'is a cent more than the scheda has',
    [QUOTA, schede([['C.2', 'FNA', 99]])],
    [
      'tra-tabelle avviso fondi 3:6 La tabella del fondo FNA destina 1,00 € a C.2 per il 2022; nella sua scheda C.2 ha 0,99 € da PdZ, che comprende FNA: mancano 0,01 €.',
    ],
  ],
  [
    'is of a fund that stands for itself',
    [
      fondiDelCiclo([['QFP', 100, { periodo: '2022', vincolo: 'C.2' }]]),
      schede([
        ['C.2', 'QFP', 70],
        ['C.2', 'PdZ', 900],
        ['C.2', 'QFP', 5, 2026],
      ]),
    ],
    [
      'tra-tabelle avviso fondi 2:6 La tabella del fondo QFP destina 1,00 € a C.2 per il 2022; nella sua scheda C.2 ha 0,70 € da QFP: mancano 0,30 €.',
    ],
  ],
  [
    'is of no intervento, of no year, of no ciclo: nothing to say',
    [
      fondiDelCiclo([
        ['FNA', 100, { periodo: '2022', vincolo: 'minori e famiglia' }],
        ['FNA', 100, { periodo: 'triennio', vincolo: 'C.2' }],
        ['FNA', 100, { periodo: '2030', vincolo: 'C.2' }],
      ]),
      schede([
        ['C.2', 'PdZ', 1],
        ['C.2', 'PdZ', 1, 2030],
      ]),
    ],
    [],
  ],
  ['without the scheda: nothing to say', [QUOTA, schede([['A.1', 'PdZ', 5]])], []],
  [
    'is more than the scheda has that year',
    [
      QUOTA,
      schede([
        ['C.2', 'PdZ', 60, 2022],
        ['C.2', 'QFP', 900, 2022],
        ['C.2', 'PdZ', 80, 2023],
      ]),
    ],
    [
      'tra-tabelle avviso fondi 3:6 La tabella del fondo FNA destina 1,00 € a C.2 per il 2022; nella sua scheda C.2 ha 0,60 € da PdZ, che comprende FNA: mancano 0,40 €. In tutto il 2022-2024 la scheda ne programma 1,40 €.',
    ],
  ],
];
