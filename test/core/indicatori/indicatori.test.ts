import { describe, expect, test } from 'vitest';
import { CONTROLLI } from '../../../functions/core/controlli/index.ts';
import { getIndicatore, INDICATORI } from '../../../functions/core/indicatori/index.ts';
import { isPerFascia } from '../../../functions/core/indicatori/per-fascia.ts';
import { createQuadro, getCodice } from '../quadri.ts';
import { CASI, popolazione } from './casi.ts';
import { listValori } from './serie.ts';

const UNO = getCodice(1);

describe('indicators on small tables', () => {
  test.each(CASI)('$id: $titolo', ({ id, fogli, attesi }) => {
    expect(listValori(id, fogli)).toEqual(attesi);
  });

  test.each(INDICATORI)('$id says nothing where there are no tables', ({ compute }) => {
    expect(compute(createQuadro({ fogli: [] }))).toEqual([]);
  });
});

describe('the walk back', () => {
  test('a figure lists each cell once, with its part, line, column and text', () => {
    const fogli = [
      popolazione([
        [UNO, 2021, 'istat', '0-64', 80],
        [UNO, 2021, 'istat', '65+', 20],
      ]),
    ];
    const quota = getIndicatore('quota-fascia')
      ?.compute(createQuadro({ comuni: 1, fogli }))
      .find(({ comune, dimensioni }) => comune === UNO && dimensioni.fascia === '65+');
    expect(quota?.valore).toBe(20);
    expect(quota?.ingressi).toEqual([
      {
        ruolo: 'residenti 65+, 2021 (istat)',
        comune: UNO,
        valore: 20,
        tipo: 'popolazione',
        versione: 1,
        parte: 'intera',
        riga: 3,
        colonna: 6,
        intestazione: 'residenti',
        scritto: '20',
      },
      expect.objectContaining({ ruolo: 'residenti 0-64, 2021 (istat)', riga: 2, valore: 80 }),
    ]);
  });

  test('a missing figure shows the cell that states nothing', () => {
    const fogli = [popolazione([[UNO, 2021, 'istat', 'totale', null]])];
    const [, comune] = getIndicatore('popolazione')?.compute(createQuadro({ comuni: 1, fogli })) ?? [];
    expect([comune?.valore, comune?.assenza, comune?.ingressi.map(({ riga }) => riga)]).toEqual([
      null,
      'non-trasmesso',
      [2],
    ]);
  });
});

/** As the contract gives them: whoever reads the API may compare them with these. */
const UNITA = {
  persone: ['popolazione', 'popolazione-fascia', 'variazione-popolazione', 'componenti-medi', 'saldo-migratorio'],
  n: ['famiglie', 'interventi-previsti', 'interventi-finanziati', 'interventi-attivi'],
  'ab/km²': ['densita'],
  'per 100': ['indice-vecchiaia', 'dipendenza-strutturale', 'dipendenza-anziani'],
  '%': [
    'quota-fascia',
    'variazione-popolazione-pct',
    'peso-quota',
    'copertura-trasferimenti',
    'avanzamento-impegni',
    'avanzamento-pagamenti',
    'passo-lineare',
    'copertura-nido',
  ],
  '‰': ['tasso-migratorio'],
  '€': [
    'cofinanziamento-minimo',
    'cofinanziamento-minimo-calcolato',
    'cofinanziamento-programmato',
    'cofinanziamento-versato',
    'scarto-minimo',
    'scarto-spesa-storica',
    'aumento-quota-denaro',
    'residuo',
    'programmato',
  ],
  '€/anno': ['spesa-storica-media'],
  '€/ab': ['spesa-storica-procapite', 'cofinanziamento-versato-procapite', 'programmato-procapite'],
  'ab per AS': ['assistenti-sociali-rapporto'],
  ETP: ['assistenti-sociali-necessari', 'assistenti-sociali-mancanti'],
} as const;

describe('the catalogue', () => {
  test('each unit is the one that the contract gives', () => {
    const perId = (coppie: readonly (readonly [string, string])[]) => Object.fromEntries(coppie);
    expect(perId(INDICATORI.map(({ id, unita }) => [id, unita]))).toEqual(
      perId(Object.entries(UNITA).flatMap(([unita, ids]) => ids.map((id) => [id, unita] as const))),
    );
  });

  test('ids are unique and found by id', () => {
    expect(new Set(INDICATORI.map(({ id }) => id)).size).toBe(INDICATORI.length);
    expect(getIndicatore('densita')?.id).toBe('densita');
    expect(getIndicatore('nessuno')).toBeUndefined();
  });

  test.each(INDICATORI)(
    '$id is told in whole sentences',
    ({ titolo, domanda, formula, fonte, avvertenze, tabelle }) => {
      expect(domanda).toMatch(/^[A-ZÈ].*\?$/);
      for (const frase of [fonte, ...avvertenze]) expect(frase).toMatch(/^[A-ZÈ].*\.$/);
      expect(titolo).toMatch(/^[A-Z]/);
      expect(formula).not.toBe('');
      expect(tabelle.length).toBeGreaterThan(0);
    },
  );

  test.each(CONTROLLI)('$codice is told in whole sentences', ({ titolo, regola, perche }) => {
    for (const frase of [regola, perche]) expect(frase).toMatch(/^[A-Z].*\.$/);
    expect(titolo).toMatch(/^[A-Z].*[^.]$/);
  });
});

test('the figures that each band of age has are known by their indicator', () => {
  expect(INDICATORI.filter(({ id }) => isPerFascia(id)).map(({ id }) => id)).toEqual([
    'popolazione-fascia',
    'quota-fascia',
  ]);
  expect(isPerFascia(undefined)).toBe(false);
});
