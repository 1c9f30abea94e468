/** Whose place a file takes, told before it is sent. */
import { expect, test } from 'vitest';
import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import { findSostituita } from '../../../web/src/riservata/sostituita.ts';
import { buildBozza } from './bozze.ts';

const rotta = buildBozza({ id: 'rotta', stato: 'rifiutato' });
const intesa = { tipo: 'spesa-storica', parte: ' 2018-2020 ' };

test.each<[string, { da?: CaricamentoDto; bozze: CaricamentoDto[] }, string | undefined]>([
  ['the one that it was said to mend', { da: buildBozza({ id: 'da' }), bozze: [rotta] }, 'da'],
  ['one of the same parte that cannot be published', { bozze: [buildBozza(), rotta] }, 'rotta'],
  ['the newest of them', { bozze: [rotta, buildBozza({ id: 'vecchia', stato: 'rifiutato' })] }, 'rotta'],
  ['none that can be published', { bozze: [buildBozza()] }, undefined],
  ['none of another parte', { bozze: [buildBozza({ ...rotta, parte: '2021' })] }, undefined],
  ['none of another table', { bozze: [buildBozza({ ...rotta, tipo: 'fondi' })] }, undefined],
])('%s', (_titolo, { da = null, bozze }, id) => {
  expect(findSostituita({ da, bozze }, intesa)?.id).toBe(id);
});
