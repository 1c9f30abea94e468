import { describe, expect, test } from 'vitest';
import { INDICATORI } from '../../../functions/core/indicatori/index.ts';
import { type Forma, isDivisibile, listFacce } from '../../../web/src/serie/forme.ts';
import { describeIndicatore } from '../osservazioni.ts';

interface Caso {
  id: string;
  forma: Forma;
  /** The chosen one between stars. */
  facce: string[];
  divisibile: boolean;
}

const CASI: Caso[] = [
  { id: 'popolazione', forma: 'totale', facce: ['*In totale*', 'Per km²'], divisibile: false },
  { id: 'densita', forma: 'totale', facce: ['In totale', '*Per km²*'], divisibile: false },
  { id: 'spesa-storica-media', forma: 'totale', facce: ['*In totale*', 'Per abitante'], divisibile: false },
  { id: 'spesa-storica-media', forma: 'abitante', facce: ['*In totale*', 'Per abitante'], divisibile: false },
  { id: 'cofinanziamento-minimo', forma: 'totale', facce: ['*In totale*', 'Per abitante'], divisibile: true },
  { id: 'cofinanziamento-minimo', forma: 'abitante', facce: ['In totale', '*Per abitante*'], divisibile: true },
  { id: 'indice-vecchiaia', forma: 'totale', facce: [], divisibile: false },
];

describe('absolute and in proportion', () => {
  test.each(CASI)('$id, $forma', ({ id, forma, facce, divisibile }) => {
    const indicatore = describeIndicatore(id);
    expect(listFacce(indicatore, forma, INDICATORI).map((f) => (f.scelta ? `*${f.etichetta}*` : f.etichetta))).toEqual(
      facce,
    );
    expect(isDivisibile(indicatore)).toBe(divisibile);
  });

  test('a face that the catalogue lacks is not offered', () => {
    expect(listFacce(describeIndicatore('popolazione'), 'totale', [{ id: 'popolazione' }])).toEqual([]);
  });

  test.each(INDICATORI.map(({ id }) => [id]))('%s: exactly one face is chosen, where there are any', (id) => {
    for (const forma of ['totale', 'abitante'] as const) {
      const facce = listFacce(describeIndicatore(id), forma, INDICATORI);
      expect(facce.filter((f) => f.scelta).length).toBe(facce.length > 0 ? 1 : 0);
    }
  });
});
