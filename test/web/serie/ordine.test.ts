import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNomi } from '../../../web/src/serie/ordine.ts';

const COME_IN_ITALIANO = new Intl.Collator('it', { numeric: true });

describe('names stand as Italian readers expect them', () => {
  test.each<[string, string[]]>([
    ['whatever their capitals', ['aradeo', 'Casarano', 'Collepasso', 'matino']],
    ['a word before what begins with it', ['San Cassiano', 'Sanarica']],
    ['accents and apostrophes where their letter is', ['Lesìna', 'Sant’Agata', 'Santeramo']],
    ['numbers by their value', ['fascia 2', 'fascia 10']],
  ])('%s', (_, attesi) => {
    expect(attesi.toReversed().toSorted(compareNomi)).toEqual(attesi.toSorted(COME_IN_ITALIANO.compare));
    expect(attesi.toReversed().toSorted(compareNomi)).toEqual(attesi);
  });

  test('simple names too, for which no collator is made', () => {
    const nome = fc.string({ unit: fc.constantFrom(...'abzABZ0129 -,;:.’()/°+'), maxLength: 6 });
    fc.assert(
      fc.property(nome, nome, (uno, altro) => {
        expect(Math.sign(compareNomi(uno, altro))).toBe(Math.sign(COME_IN_ITALIANO.compare(uno, altro)));
      }),
      { numRuns: 5000 },
    );
  });
});
