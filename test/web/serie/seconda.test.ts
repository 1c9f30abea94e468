import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIMENSIONI } from '../../../functions/core/indicatori/indicatore.ts';
import { readSeconda, writeSeconda } from '../../../web/src/serie/seconda.ts';

const seconda = fc.record({
  indicatore: fc.stringMatching(/^[a-z-]{1,20}$/),
  periodo: fc.option(fc.stringMatching(/^\d{4}(-\d{4})?$/), { nil: undefined }),
  dimensioni: fc.dictionary(
    fc.constantFrom(...DIMENSIONI),
    fc.string({ unit: fc.constantFrom(',', ':', '%', '+', ' ', 'a', 'à'), minLength: 1, maxLength: 8 }),
    { noNullPrototype: true },
  ),
});

test('the second indicator comes back from its address as it was', () => {
  fc.assert(
    fc.property(seconda, (una) => {
      expect(readSeconda(writeSeconda(una))).toEqual(una);
    }),
  );
});

test.each([
  ['', undefined],
  [',periodo:2021', undefined],
  ['densita', { indicatore: 'densita', dimensioni: {} }],
  ['densita,periodo:,colore:blu,fascia:65+', { indicatore: 'densita', dimensioni: { fascia: '65+' } }],
])('written by hand: «%s»', (testo, attesa) => {
  expect(readSeconda(testo)).toEqual(attesa);
});
