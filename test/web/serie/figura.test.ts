import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIMENSIONI } from '../../../functions/core/indicatori/indicatore.ts';
import { type Figura, writeFigure } from '../../../web/src/serie/figura.ts';
import { readFigure } from '../../../web/src/serie/figura-letta.ts';

const CASI: [string, Figura[]][] = [
  [
    'popolazione,075016,2021,rilevazione:anagrafe',
    [{ indicatore: 'popolazione', comune: '075016', periodo: '2021', dimensioni: { rilevazione: 'anagrafe' } }],
  ],
  ['residuo,ambito,2018-2021', [{ indicatore: 'residuo', comune: null, periodo: '2018-2021', dimensioni: {} }]],
  [
    'cofinanziamento-minimo,075016,2022,forma:totale;popolazione,075016,2021',
    [
      { indicatore: 'cofinanziamento-minimo', comune: '075016', periodo: '2022', dimensioni: { forma: 'totale' } },
      { indicatore: 'popolazione', comune: '075016', periodo: '2021', dimensioni: {} },
    ],
  ],
];

describe('the address of a figure', () => {
  test.each(CASI)('%s', (testo, figure) => {
    expect(writeFigure(figure)).toBe(testo);
    expect(readFigure(testo)).toEqual(figure);
  });

  test.each([[''], [';'], ['popolazione'], ['popolazione,075016'], [',,'], ['%'], ['%zz,%,%']])(
    'an address written by hand names no figure, or one that the API will refuse: %j',
    (testo) => {
      expect(readFigure(testo).every((f) => f.indicatore !== '' && f.comune !== '' && f.periodo !== '')).toBe(true);
    },
  );

  test('a dimension that there is not is left out', () => {
    expect(readFigure('popolazione,ambito,2021,colore:blu,__proto__:x')).toEqual([
      { indicatore: 'popolazione', comune: null, periodo: '2021', dimensioni: {} },
    ]);
  });

  test('any name of a fund or of a service comes back as it was', () => {
    const lettera = fc.oneof(
      fc.constantFrom(',', ';', ':', '%', '&', '+', '#'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    );
    const valore = fc.string({ unit: lettera, minLength: 1, maxLength: 20 });
    const figura: fc.Arbitrary<Figura> = fc.record({
      indicatore: fc.constantFrom('programmato', 'residuo'),
      comune: fc.constantFrom('075016', null),
      periodo: fc.constantFrom('2021', '2018-2021'),
      dimensioni: fc.dictionary(fc.constantFrom(...DIMENSIONI), valore, { maxKeys: 4, noNullPrototype: true }),
    });
    fc.assert(
      fc.property(fc.array(figura, { minLength: 1, maxLength: 2 }), (figure) => {
        expect(readFigure(writeFigure(figure))).toEqual(figure);
      }),
    );
  });
});
