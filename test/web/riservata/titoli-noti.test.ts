import { expect, test } from 'vitest';
import { getTipo } from '../../../functions/core/tabelle/index.ts';
import { listTitoli } from '../../../web/src/riservata/titoli-noti.ts';
import { toTipoDto } from './tipi.ts';

test.each([
  ['istat-posas', ['Codice comune', 'Comune', 'Età', 'Totale maschi', 'Totale femmine', 'Totale']],
  ['anziani', ['Comuni', 'Popolazione ultra65']],
])('the headings of a form that was recognised, without its title and its row: %s', (layout, titoli) => {
  expect(listTitoli(toTipoDto(getTipo('popolazione')), layout)).toEqual(titoli);
});

test('of a form that was not recognised, those of all forms, each once', () => {
  const titoli = listTitoli(toTipoDto(getTipo('popolazione')), null);
  expect(titoli).toEqual(expect.arrayContaining(['Totale maschi', 'Popolazione ultra65', '0-3']));
  expect(new Set(titoli).size).toBe(titoli.length);
});
