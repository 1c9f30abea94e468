import { describe, expect, test } from 'vitest';
import { INDICATORI } from '../../../functions/core/indicatori/index.ts';
import { applyForma, FORME, type Forma, listFacce } from '../../../web/src/serie/forme.ts';
import { describeIndicatore } from '../osservazioni.ts';

interface Caso {
  id: string;
  forma: Forma;
  /** The chosen one between stars. */
  facce: string[];
  /** The form in which its values are really shown. */
  vale: Forma;
}

const CASI: Caso[] = [
  { id: 'popolazione', forma: 'totale', facce: ['*In totale*', 'Per km²'], vale: 'totale' },
  { id: 'popolazione', forma: 'km2', facce: ['*In totale*', 'Per km²'], vale: 'totale' },
  { id: 'densita', forma: 'totale', facce: ['In totale', '*Per km²*'], vale: 'totale' },
  {
    id: 'spesa-storica-media',
    forma: 'totale',
    facce: ['*In totale*', 'Per abitante', 'Per km²'],
    vale: 'totale',
  },
  { id: 'spesa-storica-media', forma: 'abitante', facce: ['*In totale*', 'Per abitante', 'Per km²'], vale: 'totale' },
  { id: 'spesa-storica-media', forma: 'km2', facce: ['In totale', 'Per abitante', '*Per km²*'], vale: 'km2' },
  {
    id: 'spesa-storica-procapite',
    forma: 'km2',
    facce: ['In totale', '*Per abitante*', 'Per km²'],
    vale: 'totale',
  },
  { id: 'cofinanziamento-minimo', forma: 'totale', facce: ['*In totale*', 'Per abitante', 'Per km²'], vale: 'totale' },
  {
    id: 'cofinanziamento-minimo',
    forma: 'abitante',
    facce: ['In totale', '*Per abitante*', 'Per km²'],
    vale: 'abitante',
  },
  { id: 'aumento-quota-denaro', forma: 'km2', facce: ['*In totale*', 'Per abitante'], vale: 'totale' },
  { id: 'famiglie', forma: 'km2', facce: ['In totale', '*Per km²*'], vale: 'km2' },
  { id: 'saldo-migratorio', forma: 'km2', facce: ['*In totale*', 'Ogni 1.000 residenti'], vale: 'totale' },
  { id: 'indice-vecchiaia', forma: 'totale', facce: [], vale: 'totale' },
];

describe('absolute and in proportion', () => {
  test.each(CASI)('$id, $forma', ({ id, forma, facce, vale }) => {
    const indicatore = describeIndicatore(id);
    expect(listFacce(indicatore, forma, INDICATORI).map((f) => (f.scelta ? `*${f.etichetta}*` : f.etichetta))).toEqual(
      facce,
    );
    expect(applyForma(indicatore, forma)).toBe(vale);
  });

  test('a face that the catalogue lacks is not offered', () => {
    expect(listFacce(describeIndicatore('popolazione'), 'totale', [describeIndicatore('popolazione')])).toEqual([]);
  });

  test.each(INDICATORI.map(({ id }) => [id]))('%s: exactly one face is chosen, where there are any', (id) => {
    for (const forma of FORME) {
      const facce = listFacce(describeIndicatore(id), forma, INDICATORI);
      expect(facce.filter((f) => f.scelta).length).toBe(facce.length > 0 ? 1 : 0);
    }
  });
});
