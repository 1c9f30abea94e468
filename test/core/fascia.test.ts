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

describe('age bands', () => {
  test.each([
    ['0-14 from the bands of the plan', PIANO, '0-14', ['0-3', '4-14']],
    ['15-64 from the bands of the plan', PIANO, '15-64', ['15-17', '18-29', '30-64']],
    ['all ages from the bands of the plan', PIANO, 'totale', PIANO],
    ['65+ is a band of the plan', PIANO, '65+', ['65+']],
    ['0-2 cannot come out of 0-3', PIANO, '0-2', null],
    ['75+ cannot come out of 65+', PIANO, '75+', null],
    ['a total alone yields no band', ['totale'], '0-14', null],
    ['a stated total comes before a sum', ['totale', ...PIANO], 'totale', ['totale']],
    ['single years', ['0', '1', '2', '3'], '0-2', ['0', '1', '2']],
    ['the last single year holds everybody older', ['75-99', '100+'], '75+', ['75-99', '100+']],
    ['a gap', ['0-3', '5-14'], '0-14', null],
    ['overlapping bands leave only one way', ['0-3', '0-17', '4-14'], '0-14', ['0-3', '4-14']],
    ['no bands', [], '0-14', null],
  ] as [string, string[], string, string[] | null][])('%s', (_, bande, voluta, attese) => {
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
