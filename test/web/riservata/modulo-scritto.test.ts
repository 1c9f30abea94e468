import { expect, test } from 'vitest';
import { readModulo, writeModulo } from '../../../web/src/riservata/modulo-scritto.ts';

test('what was written in a form comes back to that form, and to no other', () => {
  const scritto = { ricerca: '?tipo=fondi', tipo: 'fondi', parte: 'fnps', valori: { anno: '2022' }, file: 'f.csv' };
  writeModulo(window.sessionStorage, 'casarano', scritto);
  expect(readModulo(window.sessionStorage, 'casarano', '?tipo=fondi')).toEqual(scritto);
  expect(readModulo(window.sessionStorage, 'casarano', '?da=una')).toBeNull();
  expect(readModulo(window.sessionStorage, 'lecce', '?tipo=fondi')).toBeNull();
  writeModulo(window.sessionStorage, 'casarano', null);
  expect(readModulo(window.sessionStorage, 'casarano', '?tipo=fondi')).toBeNull();
});
