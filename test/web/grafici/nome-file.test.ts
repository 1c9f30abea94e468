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
  ['the panoramica', 'casarano-eta.csv', '/casarano', 'casarano-eta.csv'],
  ['the years of a page', 'casarano-anni.csv', '/casarano/spesa', 'casarano-spesa-anni.csv'],
  [
    'the years of another',
    'casarano-anni.csv',
    '/casarano/cofinanziamento?anno=2022&edizione=3',
    'casarano-cofinanziamento-anni-edizione-3.csv',
  ],
  ['a comune', 'casarano-profilo.csv', '/casarano/comuni/075081', 'casarano-profilo-075081.csv'],
  [
    'a comune in an edizione',
    'casarano-profilo.png',
    '/casarano/comuni/075081?edizione=2',
    'casarano-profilo-075081-edizione-2.png',
  ],
  ['what is no number', 'casarano-nido.csv', '?edizione=../x', 'casarano-nido.csv'],
])('%s', (...[, nome, indirizzo, atteso]) => {
  expect(nameFile(nome, indirizzo)).toBe(atteso);
});
