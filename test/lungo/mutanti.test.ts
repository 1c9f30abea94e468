import { expect, test } from 'vitest';
import { GUASTI } from '../core/tabelle/guasti.ts';
import { type Mutante, runMutanti } from '../core/tabelle/mutanti.ts';

const QUANTI = 10_000;
/** Of those that damage leaves, where the source states no total. */
const MASSIMA_QUOTA_SILENZIOSA = 0.005;

test(`${QUANTI} mutants of published tables, of ${GUASTI.length} kinds`, () => {
  const mutanti = [...runMutanti(QUANTI, 2026)];
  const list = (quali: (mutante: Mutante) => boolean) =>
    mutanti.filter(quali).map(({ guasto, campione }) => `${campione.path}, ${guasto.id}`);
  expect(list(({ esito }) => esito === 'caduto')).toEqual([]);
  expect(list(({ esito }) => esito === 'parziale')).toEqual([]);
  expect(list(({ esito, conTotale }) => esito === 'silenzioso' && conTotale)).toEqual([]);
  const danni = mutanti.filter(({ guasto, conTotale }) => !conTotale && !guasto.plausibile);
  const silenziosi = danni.filter(({ esito }) => esito === 'silenzioso');
  expect(silenziosi.length / danni.length).toBeLessThanOrEqual(MASSIMA_QUOTA_SILENZIOSA);
});
