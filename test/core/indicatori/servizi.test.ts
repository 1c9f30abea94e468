/** The indicators of the services on small tables: what is planned, funded and active, who works, how many places there are. */
import { describe, expect, test } from 'vitest';
import { getIndicatore } from '../../../functions/core/indicatori/index.ts';
import { DIMENSIONI } from '../../../functions/core/indicatori/indicatore.ts';
import type { Valore } from '../../../functions/core/tabelle/tabella.ts';
import { createQuadro, type FoglioDiProva, getCodice } from '../quadri.ts';

const [UNO, DUE] = [getCodice(1), getCodice(2)];

/** Values of an indicator as `periodo dimensioni: ambito, comune 1, comune 2`. */
function listValori(id: string, fogli: readonly FoglioDiProva[]): string[] {
  const osservazioni = getIndicatore(id)?.compute(createQuadro({ fogli })) ?? [];
  const serie = new Map<string, (number | string)[]>();
  for (const { periodo, dimensioni, valore, assenza } of osservazioni) {
    const nome = [periodo, ...DIMENSIONI.flatMap((dimensione) => dimensioni[dimensione] ?? [])].join(' ');
    serie.set(nome, [...(serie.get(nome) ?? []), valore ?? assenza ?? 'senza motivo']);
  }
  return [...serie].map(([nome, valori]) => `${nome}: ${valori.join(', ')}`);
}

function listNote(id: string, fogli: readonly FoglioDiProva[]): string[] {
  return (getIndicatore(id)?.compute(createQuadro({ fogli })) ?? []).flatMap(({ note }) => note);
}

function popolazione(righe: readonly [string, string, number][], rilevazione = 'istat'): FoglioDiProva {
  return {
    tipo: 'popolazione',
    righe: righe.map(([comune, eta, residenti]) => ({
      chiave: { comune, anno: 2023, rilevazione, eta, sesso: null },
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

describe('social workers', () => {
  test.each<[caso: string, id: string, fogli: FoglioDiProva[], attesi: string[]]>([
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
  ])('%s', (...[, id, fogli, attesi]) => {
    expect(listValori(id, fogli)).toEqual(attesi);
  });
});

const BAMBINI = popolazione([
  [UNO, '0', 80],
  [UNO, '1', 70],
  [UNO, '2', 70],
  [DUE, '0', 40],
  [DUE, '1', 30],
  [DUE, '2', 40],
]);

function posti(righe: readonly [string, string | null, Valore][]): FoglioDiProva {
  return {
    tipo: 'posti-nido',
    righe: righe.map(([comune, titolarita, quanti]) => ({
      chiave: { comune, anno: 2023, titolarita },
      misure: { posti: quanti },
    })),
  };
}

describe('nursery places', () => {
  test.each<[caso: string, fogli: FoglioDiProva[], attesi: string[]]>([
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
  ])('%s', (_caso, fogli, attesi) => {
    expect(listValori('copertura-nido', fogli)).toEqual(attesi);
  });
});

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

const PASSATI: FoglioDiProva = {
  tipo: 'servizi',
  parte: 'passati',
  righe: [
    ['Rete PIS', 'SI'],
    ['Strutture per disabili', 'NO'],
    ['Centri di ascolto', null],
  ].map(([servizio = null, attivo = null]) => ({ chiave: { ciclo: '2018-2021', servizio }, misure: { attivo } })),
};

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

describe('interventi', () => {
  test('an intervento with two voci at a level counts once', () => {
    expect(listValori('interventi-previsti', [SINOTTICO])).toEqual([
      '2022-2024 LEPS: 3',
      '2022-2024 Potenziamento: 0',
      '2022-2024 ODS: 1',
      '2022-2024 Specificità: 0',
    ]);
  });

  test('money, zero, a blank and no scheda', () => {
    const fogli = [
      SINOTTICO,
      schede([
        ['A.1', 2022, 100],
        ['A.2', 2022, 0],
        ['B.1', 2022, null],
        ['C.4', 2022, 5],
      ]),
    ];
    expect(listValori('interventi-finanziati', fogli)).toEqual([
      '2022 LEPS: 1',
      '2022 Potenziamento: 0',
      '2022 ODS: 1',
      '2022 Specificità: 0',
    ]);
    expect(listNote('interventi-finanziati', fogli)).toEqual([
      'Con importo zero: A.2.',
      'Con importo non indicato: B.1.',
      'Stanno anche ad altri livelli, con lo stesso denaro: A.1.',
      'Stanno anche ad altri livelli, con lo stesso denaro: A.1.',
    ]);
  });

  test('active ones, through the raccordo: one active service is enough, an unstated one is told', () => {
    const legami = raccordo([
      ['rete P.I.S.', 'A.1'],
      ['Strutture per disabili', 'A.1'],
      ['Strutture per disabili', 'A.2'],
      ['Centri di ascolto', 'B.1'],
    ]);
    const fogli = [SINOTTICO, PASSATI, legami];
    expect(listValori('interventi-attivi', fogli)[0]).toBe('2022-2024 LEPS: 0');
    const conNome = [
      SINOTTICO,
      PASSATI,
      raccordo([
        ['RETE PIS', 'A.1'],
        ['Strutture per disabili', 'A.2'],
        ['Centri di ascolto', 'B.1'],
      ]),
    ];
    expect(listValori('interventi-attivi', conNome)[0]).toBe('2022-2024 LEPS: 1');
    expect(listNote('interventi-attivi', conNome).slice(0, 2)).toEqual([
      'A.1.',
      'La fonte non dice se fosse attivo il servizio legato a B.1: non è contato.',
    ]);
  });

  test('without a raccordo nobody knows yet', () => {
    expect(listValori('interventi-attivi', [SINOTTICO, PASSATI])[0]).toBe('2022-2024 LEPS: in-verifica');
  });
});

describe('passo-lineare', () => {
  test.each([
    ['2022-12-31', 365 / 1096],
    ['2022-01-01', 1 / 1096],
    ['2024-12-31', 1],
    ['2021-12-31', 'non-applicabile'],
    ['2025-01-01', 'non-applicabile'],
  ] as const)('at %s', (al, quota) => {
    const riga = {
      chiave: { periodo: '2022-2024', al, intervento: null, fonte: null },
      misure: { programmato: 100, impegnato: 40 },
    };
    const [osservazione] =
      getIndicatore('passo-lineare')?.compute(createQuadro({ fogli: [{ tipo: 'rendiconto', righe: [riga] }] })) ?? [];
    if (typeof quota === 'number') expect(osservazione?.valore).toBeCloseTo(quota * 100, 9);
    else expect(osservazione?.assenza).toBe(quota);
  });
});

test('money without a fonte is told apart, and the sum does without a blank', () => {
  const fogli: FoglioDiProva[] = [
    {
      tipo: 'programmazione',
      righe: [
        { chiave: { intervento: 'A.1', anno: 2022, fonte: 'PdZ' }, misure: { importo: 100 } },
        { chiave: { intervento: 'A.1', anno: 2022, fonte: null }, misure: { importo: 20 } },
        { chiave: { intervento: 'A.2', anno: 2022, fonte: 'PNRR' }, misure: { importo: null } },
      ],
    },
  ];
  expect(listValori('programmato', fogli).filter((una) => !una.includes('A'))).toEqual([
    '2022: 120',
    '2022 budget-ordinario: 100',
    '2022 altre: non-trasmesso',
    '2022 PdZ: 100',
    '2022 non-indicata: 20',
    '2022 PNRR: non-trasmesso',
  ]);
});
