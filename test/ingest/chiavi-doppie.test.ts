import { describe, expect, test } from 'vitest';
import type { Riga, Tabella, Valore } from '../../functions/core/tabelle/tabella.ts';
import { findChiaviInDueParti } from '../../functions/ingest/chiavi-doppie.ts';
import { createAmbito } from './scena.ts';

const AMBITO = createAmbito();
const FAMIGLIE: Tabella = { tipo: 'famiglie', versione: 4, parti: [], righe: [], dichiarati: [] };

function createRiga(parte: string, riga: number, valori: Record<string, Valore>): Riga {
  return { parte, riga, valori, posizioni: {} };
}

describe('one key in two parti', () => {
  function find(righe: readonly Riga[], nuova: string) {
    return findChiaviInDueParti({ ...FAMIGLIE, righe }, nuova, AMBITO);
  }
  const A = createRiga('a', 2, { comune: '074007', anno: 2020, famiglie: 1 });
  const C = createRiga('c', 5, { comune: '074007', anno: 2020, famiglie: 1 });

  test.each([
    ['different facts are no problem', [A, { ...C, valori: { ...C.valori, anno: 2021 } }], 'c', []],
    ['is told on the parte being brought in', [A, C], 'c', [{ riga: 5, valore: 'Fasano, 2020' }]],
    ['also where it comes first', [A, C], 'a', [{ riga: 2, valore: 'Fasano, 2020' }]],
    ['twice in one parte is for its reader to tell', [A, { ...A, riga: 3 }], 'a', []],
    [
      'a value that is not stated is a value of the key like another',
      [createRiga('a', 2, { comune: '074007' }), createRiga('c', 5, { comune: '074007', anno: null })],
      'c',
      [{ riga: 5, valore: 'Fasano' }],
    ],
  ] as const)('%s', (...[, righe, nuova, attesi]) => {
    expect(find(righe, nuova)).toMatchObject(attesi);
    expect(find(righe, nuova)).toHaveLength(attesi.length);
  });

  const inParte = (parte: string, anni: readonly number[]) =>
    anni.map((anno, i) => createRiga(parte, i + 2, { comune: '074007', anno, famiglie: 1 }));

  test.each([
    ['a file that another parte states whole is told once', inParte('c', [2019, 2020, 2021]), 1, null],
    ['two rows are told one by one', inParte('c', [2019, 2020]), 2, 2],
    ['so are those of a file that has others too', inParte('c', [2018, 2019, 2020, 2021]), 3, 3],
  ])('%s', (...[, righe, quanti, riga]) => {
    const problemi = find([...inParte('a', [2019, 2020, 2021]), ...righe], 'c');
    expect([problemi.length, problemi[0]?.riga]).toEqual([quanti, riga]);
  });

  test('a file that is spread over several parti is told row by row: no one of them is its place', () => {
    const altre = [...inParte('a', [2019, 2020]), ...inParte('b', [2021])];
    expect(find([...altre, ...inParte('c', [2019, 2020, 2021])], 'c').map(({ riga }) => riga)).toEqual([2, 3, 4]);
  });
});
