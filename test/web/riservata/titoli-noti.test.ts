import { expect, test } from 'vitest';
import { getTipo } from '../../../functions/core/tabelle/index.ts';
import { listTitoli } from '../../../web/src/riservata/titoli-noti.ts';
import { toTipoDto } from './tipi.ts';

test.each([
  [
    'ISTAT POSAS: un’età per riga, maschi e femmine in colonna',
    ['Codice comune', 'Comune', 'Età', 'Totale maschi', 'Totale femmine', 'Totale'],
  ],
  ['Popolazione anziana per comune', ['Comuni', 'Popolazione ultra65']],
])('the headings of a form that was recognised, without its title and its row: %s', (layout, titoli) => {
  expect(listTitoli(toTipoDto(getTipo('popolazione')), layout)).toEqual(titoli);
});

test.each([null, 'Una riga per ogni dato'])('of no such form (%s), those of all forms, each once', (layout) => {
  const titoli = listTitoli(toTipoDto(getTipo('popolazione')), layout);
  expect(titoli).toEqual(expect.arrayContaining(['Totale maschi', 'Popolazione ultra65', '0-3']));
  expect(new Set(titoli).size).toBe(titoli.length);
});
