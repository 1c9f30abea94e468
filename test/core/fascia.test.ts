import { describe, expect, test } from 'vitest';
import { formatFascia, parseFascia, tileFascia } from '../../functions/core/fascia.ts';

function tile(bande: string[], voluta: string): string[] | null {
  const fascia = parseFascia(voluta);
  if (!fascia) throw new RangeError(voluta);
  const tessere = tileFascia(
    bande.flatMap((banda) => parseFascia(banda) ?? []).map((una) => ({ fascia: una })),
    fascia,
  );
  return tessere?.map(({ fascia: una }) => formatFascia(una)) ?? null;
}

const PIANO = ['0-3', '4-14', '15-17', '18-29', '30-64', '65+'];

const CASI: { titolo: string; bande: string[]; voluta: string; attese: string[] | null }[] = [
  { titolo: '0-14 from the bands of the plan', bande: PIANO, voluta: '0-14', attese: ['0-3', '4-14'] },
  { titolo: '15-64 from the bands of the plan', bande: PIANO, voluta: '15-64', attese: ['15-17', '18-29', '30-64'] },
  { titolo: 'all ages from the bands of the plan', bande: PIANO, voluta: 'totale', attese: PIANO },
  { titolo: '65+ is a band of the plan', bande: PIANO, voluta: '65+', attese: ['65+'] },
  { titolo: '0-2 cannot come out of 0-3', bande: PIANO, voluta: '0-2', attese: null },
  { titolo: '75+ cannot come out of 65+', bande: PIANO, voluta: '75+', attese: null },
  { titolo: 'a total alone yields no band', bande: ['totale'], voluta: '0-14', attese: null },
  { titolo: 'a stated total comes before a sum', bande: ['totale', ...PIANO], voluta: 'totale', attese: ['totale'] },
  { titolo: 'single years', bande: ['0', '1', '2', '3'], voluta: '0-2', attese: ['0', '1', '2'] },
  {
    titolo: 'the last single year holds everybody older',
    bande: ['75-99', '100+'],
    voluta: '75+',
    attese: ['75-99', '100+'],
  },
  { titolo: 'a gap', bande: ['0-3', '5-14'], voluta: '0-14', attese: null },
  {
    titolo: 'overlapping bands leave only one way',
    bande: ['0-3', '0-17', '4-14'],
    voluta: '0-14',
    attese: ['0-3', '4-14'],
  },
  { titolo: 'no bands', bande: [], voluta: '0-14', attese: null },
];

describe('age bands', () => {
  test.each(CASI)('$titolo', ({ bande, voluta, attese }) => {
    expect(tile(bande, voluta)).toEqual(attese);
  });

  test.each(['0-3', '65+', '7', '100+', 'totale'])('%s is written as it is read', (eta) => {
    const fascia = parseFascia(eta);
    expect(fascia && formatFascia(fascia)).toBe(eta);
  });

  test.each(['', '3-0', 'over', '65 +'])('«%s» is not a band', (eta) => {
    expect(parseFascia(eta)).toBeNull();
  });
});
