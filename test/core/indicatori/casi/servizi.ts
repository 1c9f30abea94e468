/** The services on small tables: what is planned, funded and active, who works, how many places there are. */
import type { Valore } from '../../../../functions/core/tabelle/tabella.ts';
import { type FoglioDiProva, foglio, getCodice } from '../../quadri.ts';
import type { Caso } from './caso.ts';

const [UNO, DUE] = [getCodice(1), getCodice(2)];

function popolazione(
  righe: readonly [string, string, number][],
  { anno = 2023, rilevazione = 'istat' } = {},
): FoglioDiProva {
  return {
    tipo: 'popolazione',
    parte: `${rilevazione} ${anno}`,
    righe: righe.map(([comune, eta, residenti]) => ({
      chiave: { comune, anno, rilevazione, eta, sesso: null },
      misure: { residenti },
    })),
  };
}

const RESIDENTI = popolazione([
  [UNO, 'totale', 12_000],
  [DUE, 'totale', 8_000],
]);

function personale(righe: readonly [string, string, string | null, number, Valore][]): FoglioDiProva {
  return {
    tipo: 'personale',
    righe: righe.map(([comune, profilo, contratto, unita, etp]) => ({
      chiave: { comune, anno: 2023, profilo, contratto, ente: null },
      misure: { unita, etp },
    })),
  };
}

const ASSISTENTI = personale([
  [UNO, 'Assistente sociale', 'indeterminato', 3, 2.5],
  [UNO, 'assistenti sociali', 'determinato', 5, 5],
  [UNO, 'educatore', 'indeterminato', 4, 4],
  [DUE, 'ASSISTENTE SOCIALE', 'indeterminato', 2, 1.5],
]);

type CasoBreve = readonly [titolo: string, id: string, fogli: readonly FoglioDiProva[], attesi: readonly string[]];

const ASSISTENTI_SOCIALI: readonly CasoBreve[] = [
  [
    'permanent ones alone, by their hours',
    'assistenti-sociali-rapporto',
    [RESIDENTI, ASSISTENTI],
    ['2023 istat: 5000, 4800, 5333.333333333333'],
  ],
  [
    'those that the law asks for',
    'assistenti-sociali-necessari',
    [RESIDENTI, ASSISTENTI],
    ['2023 istat 5000: 4, 2.4, 1.6', '2023 istat 4000: 5, 3, 2'],
  ],
  [
    'those that lack, and those beyond',
    'assistenti-sociali-mancanti',
    [
      RESIDENTI,
      personale([
        [UNO, 'assistente sociale', 'indeterminato', 3, 3],
        [DUE, 'assistente sociale', 'indeterminato', 1, 1],
      ]),
    ],
    ['2023 istat 5000: 0, -0.6000000000000001, 0.6000000000000001', '2023 istat 4000: 1, 0, 1'],
  ],
  [
    'as offices write the profession; another profession does not count',
    'assistenti-sociali-rapporto',
    [
      RESIDENTI,
      personale([
        [UNO, 'Ass. Sociale (Ambito)', 'indeterminato', 1, 2],
        [UNO, 'Assistente sanitario', 'indeterminato', 9, 9],
        [DUE, 'A.S.', 'indeterminato', 2, 2],
      ]),
    ],
    ['2023 istat: 5000, 6000, 4000'],
  ],
  [
    'hours not stated leave the ambito unknown too',
    'assistenti-sociali-rapporto',
    [
      RESIDENTI,
      personale([
        [UNO, 'assistente sociale', 'indeterminato', 3, null],
        [DUE, 'assistente sociale', 'indeterminato', 2, 2],
      ]),
    ],
    ['2023 istat: non-trasmesso, non-trasmesso, 4000'],
  ],
  [
    'nobody: the ratio is no number',
    'assistenti-sociali-rapporto',
    [
      RESIDENTI,
      personale([
        [UNO, 'assistente sociale', 'indeterminato', 0, 0],
        [DUE, 'assistente sociale', 'indeterminato', 0, 0],
      ]),
    ],
    ['2023 istat: denominatore-zero, denominatore-zero, denominatore-zero'],
  ],
  [
    'without a table of the staff the need is known, the ratio is not',
    'assistenti-sociali-rapporto',
    [RESIDENTI],
    ['2023 istat: non-trasmesso, non-trasmesso, non-trasmesso'],
  ],
  ['without residents nothing is said', 'assistenti-sociali-necessari', [], []],
];

/** 200 children of 3-36 months in the first comune and 100 in the second, or so many times as many. */
const countBambini = ({ volte = 1, ...conteggio }: { volte?: number; anno?: number; rilevazione?: string } = {}) =>
  popolazione(
    [
      [UNO, '0', 80 * volte],
      [UNO, '1', 70 * volte],
      [UNO, '2', 70 * volte],
      [DUE, '0', 40 * volte],
      [DUE, '1', 30 * volte],
      [DUE, '2', 40 * volte],
    ],
    conteggio,
  );
const BAMBINI = countBambini();

function posti(righe: readonly [string, string | null, Valore][], anno = 2023): FoglioDiProva {
  return {
    tipo: 'posti-nido',
    righe: righe.map(([comune, titolarita, quanti]) => ({
      chiave: { comune, anno, titolarita },
      misure: { posti: quanti },
    })),
  };
}

const NIDO: readonly (readonly [titolo: string, fogli: readonly FoglioDiProva[], attesi: readonly string[]])[] = [
  [
    'children of 3-36 months: nine months in twelve of the first year; the ambito’s is the ratio of sums',
    [
      BAMBINI,
      posti([
        [UNO, 'pubblica', 50],
        [UNO, 'privata', 30],
        [DUE, 'pubblica', 10],
        [DUE, 'privata', 0],
      ]),
    ],
    ['2023: 30, 40, 10'],
  ],
  [
    'private places that others state and one does not are missing there, not zero',
    [
      BAMBINI,
      posti([
        [UNO, 'pubblica', 50],
        [UNO, 'privata', 30],
        [DUE, 'pubblica', 10],
      ]),
    ],
    ['2023: non-trasmesso, 40, non-trasmesso'],
  ],
  [
    'places counted all together, whatever else is told of them',
    [
      BAMBINI,
      posti([
        [UNO, null, 80],
        [UNO, 'pubblica', 50],
        [DUE, null, 10],
      ]),
    ],
    ['2023: 30, 40, 10'],
  ],
  [
    'no place is zero per cent',
    [
      BAMBINI,
      posti([
        [UNO, 'pubblica', 0],
        [DUE, 'pubblica', 0],
      ]),
    ],
    ['2023: 0, 0, 0'],
  ],
  [
    'places not stated',
    [
      BAMBINI,
      posti([
        [UNO, 'pubblica', null],
        [DUE, 'pubblica', 10],
      ]),
    ],
    ['2023: non-trasmesso, non-trasmesso, 10'],
  ],
  [
    'a band of four cohorts yields nothing',
    [
      popolazione([
        [UNO, '0-3', 300],
        [DUE, '0-3', 150],
      ]),
      posti([
        [UNO, 'pubblica', 50],
        [DUE, 'pubblica', 10],
      ]),
    ],
    ['2023: non-derivabile, non-derivabile, non-derivabile'],
  ],

  [
    'the count by single years nearest to that of the places, not one that lacks an age',
    [
      popolazione([
        [UNO, '0', 999],
        [DUE, '0', 999],
      ]),
      countBambini({ anno: 2019, volte: 2 }),
      countBambini({ anno: 2021 }),
      countBambini({ anno: 2026, volte: 3 }),
      posti([
        [UNO, 'pubblica', 50],
        [DUE, 'pubblica', 10],
      ]),
    ],
    ['2023: 20, 25, 10'],
  ],
  [
    'of two counts as near, ISTAT’s',
    [
      countBambini({ anno: 2022, rilevazione: 'anagrafe', volte: 2 }),
      countBambini({ anno: 2024 }),
      posti([
        [UNO, 'pubblica', 80],
        [DUE, 'pubblica', 10],
      ]),
    ],
    ['2023: 30, 40, 10'],
  ],
  [
    'without places the last year whose residents are counted says what lacks',
    [countBambini({ anno: 2020 }), countBambini({ anno: 2021 })],
    ['2021: non-trasmesso, non-trasmesso, non-trasmesso'],
  ],
  [
    'each year of places by itself',
    [
      BAMBINI,
      posti([
        [UNO, null, 80],
        [DUE, null, 10],
      ]),
      posti(
        [
          [UNO, null, 40],
          [DUE, null, 20],
        ],
        2022,
      ),
    ],
    ['2022: 20, 20, 20', '2023: 30, 40, 10'],
  ],
];

function quadro(righe: readonly [string, string | null][]): FoglioDiProva {
  return {
    tipo: 'servizi',
    parte: 'quadro',
    righe: righe.map(([intervento, livello], i) => ({
      chiave: { ciclo: '2022-2024', intervento, livello },
      misure: { voce: livello === null ? null : `voce ${i}` },
    })),
  };
}

const serviziDi = (ciclo: string): FoglioDiProva => ({
  ...foglio('servizi', [
    [{ ciclo, servizio: 'Rete PIS' }, { attivo: 'SI' }],
    [{ ciclo, servizio: 'Strutture per disabili' }, { attivo: 'NO' }],
    [{ ciclo, servizio: 'Centri di ascolto' }, { attivo: null }],
  ]),
  parte: 'attivi',
});
const PASSATI = serviziDi('2018-2021');

function raccordo(righe: readonly [string, string][]): FoglioDiProva {
  return {
    tipo: 'raccordo',
    righe: righe.map(([servizio, intervento]) => ({ chiave: { intervento }, misure: { servizio } })),
  };
}

function schede(righe: readonly [string, number, Valore][]): FoglioDiProva {
  return {
    tipo: 'programmazione',
    righe: righe.map(([intervento, anno, importo]) => ({
      chiave: { intervento, anno, fonte: 'PdZ' },
      misure: { importo },
    })),
  };
}

const SINOTTICO = quadro([
  ['A.1', 'LEPS'],
  ['A.1', 'LEPS'],
  ['A.1', 'ODS'],
  ['A.2', 'LEPS'],
  ['B.1', 'LEPS'],
  ['C.4', null],
]);

const INTERVENTI: readonly CasoBreve[] = [
  [
    'an intervento with two voci at a level counts once',
    'interventi-previsti',
    [SINOTTICO],
    ['2022-2024 LEPS: 3', '2022-2024 Potenziamento: 0', '2022-2024 ODS: 1', '2022-2024 Specificità: 0'],
  ],
  [
    'money, zero, a blank and no scheda, each year in its turn and of its ciclo alone',
    'interventi-finanziati',
    [
      SINOTTICO,
      schede([
        ['A.2', 2023, 7],
        ['A.1', 2022, 100],
        ['A.2', 2022, 0],
        ['B.1', 2022, null],
        ['C.4', 2022, 5],
        ['B.1', 2026, 9],
      ]),
    ],
    [
      '2022 LEPS: 1',
      '2023 LEPS: 1',
      '2022 Potenziamento: 0',
      '2023 Potenziamento: 0',
      '2022 ODS: 1',
      '2023 ODS: 0',
      '2022 Specificità: 0',
      '2023 Specificità: 0',
    ],
  ],
  [
    'active ones, through the raccordo: services are matched by name, without case',
    'interventi-attivi',
    [
      SINOTTICO,
      PASSATI,
      raccordo([
        ['RETE PIS', 'A.1'],
        ['Strutture per disabili', 'A.2'],
        ['Centri di ascolto', 'B.1'],
      ]),
    ],
    ['2022-2024 LEPS: 1', '2022-2024 Potenziamento: 0', '2022-2024 ODS: 1', '2022-2024 Specificità: 0'],
  ],
  [
    'a name in other letters is another service, a no beside an unstated one is no answer, and one yes is enough',
    'interventi-attivi',
    [
      SINOTTICO,
      PASSATI,
      raccordo([
        ['rete P.I.S.', 'A.1'],
        ['Strutture per disabili', 'A.1'],
        ['Strutture per disabili', 'A.2'],
        ['Centri di ascolto', 'A.2'],
        ['Strutture per disabili', 'B.1'],
        ['Rete PIS', 'B.1'],
      ]),
    ],
    ['2022-2024 LEPS: 1', '2022-2024 Potenziamento: 0', '2022-2024 ODS: 0', '2022-2024 Specificità: 0'],
  ],
  [
    'a service of this very ciclo is not one that continues; one that no past table names is not counted',
    'interventi-attivi',
    [SINOTTICO, serviziDi('2022-2024'), raccordo([['Rete PIS', 'A.1']])],
    ['2022-2024 LEPS: 0', '2022-2024 Potenziamento: 0', '2022-2024 ODS: 0', '2022-2024 Specificità: 0'],
  ],
  [
    'without a raccordo nobody knows yet',
    'interventi-attivi',
    [SINOTTICO, PASSATI],
    [
      '2022-2024 LEPS: in-verifica',
      '2022-2024 Potenziamento: in-verifica',
      '2022-2024 ODS: in-verifica',
      '2022-2024 Specificità: in-verifica',
    ],
  ],
];

export const SERVIZI: readonly Caso[] = [
  ...ASSISTENTI_SOCIALI,
  ...NIDO.map(([titolo, fogli, attesi]): CasoBreve => [titolo, 'copertura-nido', fogli, attesi]),
  ...INTERVENTI,
].map(([titolo, id, fogli, attesi]) => ({ titolo, id, fogli, attesi }));
