import { expect, test } from 'vitest';
import { nameFile } from '../../../web/src/grafici/nome-file.ts';

test.each([
  ['what is current', 'casarano-nido.csv', '', 'casarano-nido.csv'],
  ['another choice of the view', 'casarano-nido.csv', '?comune=075016', 'casarano-nido.csv'],
  ['an edizione', 'casarano-nido.csv', '?edizione=3', 'casarano-nido-edizione-3.csv'],
  [
    'an edizione among other choices',
    'casarano-nido.png',
    '?comune=075016&edizione=12',
    'casarano-nido-edizione-12.png',
  ],
  [
    'a name with a period in it',
    'casarano-nido-2018-2020.svg',
    '?edizione=3',
    'casarano-nido-2018-2020-edizione-3.svg',
  ],
  ['what is no number', 'casarano-nido.csv', '?edizione=../x', 'casarano-nido.csv'],
])('%s', (...[, nome, ricerca, atteso]) => {
  expect(nameFile(nome, ricerca)).toBe(atteso);
});
