/** Age bands of the Piano Sociale di Zona 2022-2024 di Casarano, par. 1, «Comuni / Fasce d'età», totals of the ambito, 2021. */
import { describe, expect, test } from 'vitest';
import { buildFasce, tellFasce } from '../../../web/src/serie/fasce.ts';
import { buildOsservazioni, type Valore } from '../osservazioni.ts';

type Bande = Readonly<Record<string, Valore>>;

const PIANO: Bande = { '0-3': 1795, '4-14': 6691, '15-17': 2148, '18-29': 9604, '30-64': 33125, '65+': 16911 };

function build(bande: Bande) {
  return buildFasce(
    Object.entries(bande).flatMap(([fascia, ambito]) =>
      buildOsservazioni({
        indicatore: 'popolazione-fascia',
        periodo: '2021',
        dimensioni: { fascia, rilevazione: 'anagrafe' },
        valori: { ambito },
      }),
    ),
  );
}

const COPERTURE: { titolo: string; bande: Bande; attese: string[] }[] = [
  { titolo: 'the bands of the plan', bande: PIANO, attese: ['0-3', '4-14', '15-17', '18-29', '30-64', '65+'] },
  {
    titolo: 'wider bands beside the fine ones are left out',
    bande: { '0-14': 8486, '15-64': 44877, ...PIANO },
    attese: ['0-3', '4-14', '15-17', '18-29', '30-64', '65+'],
  },
  {
    titolo: 'a fine band that leads nowhere gives way to the wide one',
    bande: { '0-3': 1795, '0-14': 8486, '15-64': 44877, '65+': 16911 },
    attese: ['0-14', '15-64', '65+'],
  },
  { titolo: 'a gap: nothing', bande: { '0-3': 1795, '5-64': 50000, '65+': 16911 }, attese: [] },
  { titolo: 'no open end: nothing', bande: { '0-64': 53363, '65-99': 16911 }, attese: [] },
  { titolo: 'no beginning: nothing', bande: { '15-64': 44877, '65+': 16911 }, attese: [] },
  { titolo: 'a missing band: nothing, never a zero', bande: { ...PIANO, '30-64': 'non-trasmesso' }, attese: [] },
  {
    titolo: 'a missing fine band gives way to the wide one',
    bande: { ...PIANO, '4-14': 'non-trasmesso', '0-14': 8486 },
    attese: ['0-14', '15-17', '18-29', '30-64', '65+'],
  },
  { titolo: 'everybody zero: a share of nobody does not exist', bande: { '0-64': 0, '65+': 0 }, attese: [] },
  { titolo: 'a total is no band', bande: { totale: 70274 }, attese: [] },
  { titolo: 'none', bande: {}, attese: [] },
];

describe('the bands that cover every age once', () => {
  test.each(COPERTURE)('$titolo', ({ bande, attese }) => {
    expect(build(bande).map(({ id }) => id)).toEqual(attese);
  });

  test('shares sum to a hundred; persons for each year of age where the band has an end', () => {
    const fasce = build(PIANO);
    expect(fasce.reduce((somma, { quota }) => somma + quota, 0)).toBeCloseTo(100, 9);
    expect(fasce.map(({ ampiezza, perAnno }) => [ampiezza, perAnno])).toEqual([
      [4, 448.75],
      [11, 608.2727272727273],
      [3, 716],
      [12, 800.3333333333334],
      [35, 946.4285714285714],
      [null, null],
    ]);
  });
});

const FRASI: { titolo: string; bande: Bande; frase: string }[] = [
  { titolo: 'the plan', bande: PIANO, frase: '24 residenti su cento hanno 65 anni o più, 15 meno di 18' },
  {
    titolo: 'bands that do not end at 17 say nothing of minors',
    bande: { '0-14': 8486, '15-64': 44877, '65+': 16911 },
    frase: '24 residenti su cento hanno 65 anni o più',
  },
  {
    titolo: 'the old in two bands count together',
    bande: { '0-17': 10634, '18-64': 42729, '65-74': 9000, '75+': 7911 },
    frase: '24 residenti su cento hanno 65 anni o più, 15 meno di 18',
  },
  {
    titolo: 'no band begins at 65: the largest is told',
    bande: { '0-17': 10634, '18-69': 45000, '70+': 14640 },
    frase: 'La fascia più numerosa è 18-69 anni: 64,0 residenti su cento',
  },
];

describe('the finding of the age chart', () => {
  test.each(FRASI)('$titolo', ({ bande, frase }) => {
    expect(tellFasce(build(bande))).toBe(frase);
  });
});
