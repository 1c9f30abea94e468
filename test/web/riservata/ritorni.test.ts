import { expect, test } from 'vitest';
import type { Versione } from '../../../web/src/riservata/mancanze.ts';
import { findRitorni } from '../../../web/src/riservata/ritorni.ts';

type Parti = readonly (readonly [parte: string, sha256: string, correzioni?: string])[];

const buildVersione = (versione: number, parti: Parti): Versione => ({
  versione,
  edizione: versione,
  pubblicataIl: '2026-06-22T08:00:00.000Z',
  ruolo: 'responsabile',
  sha256: 'a'.repeat(64),
  fonte: { documento: 'Piano' },
  righe: 7,
  cambiamenti: { aggiunte: 0, modificate: 0, tolte: 0 },
  parti: parti.map(([parte, sha256, correzioni]) => ({
    parte,
    sha256,
    righe: 7,
    fonte: { documento: 'Piano' },
    contesto: { parte, ...(correzioni !== undefined && { correzioni }) },
  })),
});

test.each<[string, Parti[], [number, number][]]>([
  ['all new', [[['a', '1']], [['a', '2']]], []],
  ['the first came back', [[['a', '1']], [['a', '2']], [['a', '1']]], [[3, 1]]],
  [
    'twice',
    [[['a', '1']], [['a', '2']], [['a', '1']], [['a', '1']]],
    [
      [3, 1],
      [4, 1],
    ],
  ],
  [
    'the parti in another order',
    [
      [
        ['a', '1'],
        ['b', '2'],
      ],
      [],
      [
        ['b', '2'],
        ['a', '1'],
      ],
    ],
    [[3, 1]],
  ],
  ['the same file read in another way is another', [[['a', '1']], [['a', '1', 'riga 2=nota']]], []],
  ['the same file as another parte is another', [[['a', '1']], [['b', '1']]], []],
])('%s', (_titolo, parti, attesi) => {
  const versioni = parti.map((uno, indice) => buildVersione(indice + 1, uno)).toReversed();
  expect([...findRitorni(versioni)]).toEqual(attesi);
});
