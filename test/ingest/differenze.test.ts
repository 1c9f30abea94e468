import { describe, expect, test } from 'vitest';
import type { Osservazione } from '../../functions/core/indicatori/indicatore.ts';
import type { Riga, Tabella } from '../../functions/core/tabelle/tabella.ts';
import { compareOsservazioni, compareTabelle, cutCambiamenti } from '../../functions/ingest/differenze.ts';
import { createAmbito } from './scena.ts';

function createTabella(
  ...righe: readonly (readonly [comune: string, anno: number, famiglie: number | null])[]
): Tabella {
  return {
    tipo: 'famiglie',
    versione: 1,
    parti: [],
    righe: righe.map(
      ([comune, anno, famiglie], i): Riga => ({
        parte: 'intera',
        riga: i + 2,
        valori: { comune, anno, famiglie },
        posizioni: {},
      }),
    ),
    dichiarati: [],
  };
}

describe('two states of a table', () => {
  const PRIMA = createTabella(['074007', 2020, 1], ['074005', 2020, 2], ['074012', 2020, null]);
  const CASI: readonly (readonly [string, Tabella | null, Tabella, number[], string[]])[] = [
    ['the same', PRIMA, PRIMA, [0, 0, 0], []],
    [
      'the same in another order',
      PRIMA,
      createTabella(['074012', 2020, null], ['074005', 2020, 2], ['074007', 2020, 1]),
      [0, 0, 0],
      [],
    ],
    [
      'the first ever',
      null,
      createTabella(['074007', 2020, 1234]),
      [1, 0, 0],
      ['Aggiunto Fasano, 2020: Famiglie 1.234.'],
    ],
    [
      'one of each kind: what changed and what went come first',
      PRIMA,
      createTabella(['074007', 2020, 7], ['074012', 2020, null], ['074012', 2021, 9]),
      [1, 1, 1],
      [
        'Modificato Fasano, 2020: Famiglie da 1 a 7.',
        'Tolto Cisternino, 2020: Famiglie 2.',
        'Aggiunto Ostuni, 2021: Famiglie 9.',
      ],
    ],
    [
      'missing is not zero',
      PRIMA,
      createTabella(['074007', 2020, 1], ['074005', 2020, 2], ['074012', 2020, 0]),
      [0, 1, 0],
      ['Modificato Ostuni, 2020: Famiglie da non indicato a 0.'],
    ],
  ];
  test.each(CASI)('%s', (...[, prima, dopo, [aggiunte, modificate, tolte], esempi]) => {
    expect(compareTabelle(prima, dopo, createAmbito())).toEqual({ aggiunte, modificate, tolte, esempi });
  });

  test('examples are 20 at most, counts are of all', () => {
    const molte = createTabella(...Array.from({ length: 50 }, (_, i) => ['074007', 1970 + i, i] as const));
    const { aggiunte, esempi } = compareTabelle(null, molte, createAmbito());
    expect({ aggiunte, esempi: esempi.length }).toEqual({ aggiunte: 50, esempi: 20 });
    const [prima, dopo] = [0, 1].map((famiglie) =>
      createTabella(...Array.from({ length: 15 }, (_, i) => ['074007', 1970 + i + 5 * famiglie, famiglie] as const)),
    );
    const { esempi: misti, ...quanti } = compareTabelle(prima ?? null, dopo ?? PRIMA, createAmbito());
    expect(quanti).toEqual({ aggiunte: 5, modificate: 10, tolte: 5 });
    expect(misti).toHaveLength(20);
    const altre = createTabella(...Array.from({ length: 15 }, (_, i) => ['074005', 1970 + i, 1] as const));
    expect(compareTabelle(prima ?? null, altre, createAmbito())).toMatchObject({ aggiunte: 15, tolte: 15 });
    expect(compareTabelle(prima ?? null, altre, createAmbito()).esempi).toHaveLength(20);
  });

  test('a comune is named once, not also by its code; a fact without figures is told by its name alone', () => {
    const dopo: Tabella = {
      ...createTabella(),
      tipo: 'popolazione',
      righe: [
        {
          parte: 'intera',
          riga: 2,
          valori: { comune: '074007', codice_istat: '074007', anno: 2021, rilevazione: 'istat', residenti: 5 },
          posizioni: {},
        },
        { parte: 'intera', riga: 3, valori: { comune: '074005', anno: 2021, rilevazione: 'istat' }, posizioni: {} },
      ],
    };
    expect(compareTabelle(null, dopo, createAmbito()).esempi).toEqual([
      'Aggiunto Fasano, 2021, istat: Residenti 5.',
      'Aggiunto Cisternino, 2021, istat.',
    ]);
  });
});

describe('two sets of figures', () => {
  function createOsservazione(
    comune: string | null,
    valore: number | null,
    altro: Partial<Osservazione> = {},
  ): Osservazione {
    const base = { indicatore: 'famiglie', comune, periodo: '2021', dimensioni: {}, note: [], ingressi: [] };
    return { ...base, ...(valore === null ? { valore, assenza: 'non-trasmesso' } : { valore }), ...altro };
  }
  const F = { fascia: '65+', sesso: 'F' };
  const CASI: readonly (readonly [
    string,
    Osservazione[],
    Osservazione[],
    (readonly [number | null, number | null])[],
  ])[] = [
    ['the same', [createOsservazione(null, 5)], [createOsservazione(null, 5, { note: ['altro'] })], []],
    ['a new one', [], [createOsservazione(null, 5)], [[null, 5]]],
    ['one that goes', [createOsservazione(null, 5)], [], [[5, null]]],
    ['one that is no longer known', [createOsservazione(null, 5)], [createOsservazione(null, null)], [[5, null]]],
    ['missing before and after', [createOsservazione(null, null)], [], []],
    ['missing before, 0 now', [createOsservazione(null, null)], [createOsservazione(null, 0)], [[null, 0]]],
    [
      'the ambito is not a comune',
      [createOsservazione(null, 5)],
      [createOsservazione('074007', 5)],
      [
        [null, 5],
        [5, null],
      ],
    ],
    [
      'dimensions in another order are the same dimensions',
      [createOsservazione(null, 5, { dimensioni: F })],
      [createOsservazione(null, 6, { dimensioni: { sesso: 'F', fascia: '65+' } })],
      [[5, 6]],
    ],
  ];
  test.each(CASI)('%s', (...[, prima, dopo, attesi]) => {
    expect(compareOsservazioni(prima, dopo).map((cambiata) => [cambiata.prima, cambiata.dopo])).toEqual(attesi);
  });
});

test('of an indicator with thousands of values that change the first thousand are told, and how many they are', () => {
  const change = (indicatore: string, quanti: number) =>
    Array.from({ length: quanti }, (_, i) => ({
      indicatore,
      comune: null,
      periodo: String(i),
      dimensioni: {},
      prima: null,
      dopo: i,
    }));
  const { indicatori, indicatoriTotali } = cutCambiamenti([
    ...change('popolazione-fascia', 1500),
    ...change('densita', 2),
  ]);
  expect(indicatoriTotali).toEqual({ 'popolazione-fascia': 1500, densita: 2 });
  expect(indicatori.map(({ dopo }) => dopo)).toEqual([...Array.from({ length: 1000 }, (_, i) => i), 0, 1]);
});
