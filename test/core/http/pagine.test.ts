import { describe, expect, test } from 'vitest';
import { findPagina, isIdAmbito } from '../../../functions/core/http/pagine.ts';

describe('findPagina', () => {
  test.each<[string, Record<string, string> | null]>([
    ['/', {}],
    ['/casarano', { ambito: 'casarano' }],
    ['/casarano/', { ambito: 'casarano' }],
    ['/casarano/confronto', { ambito: 'casarano' }],
    ['/casarano/comuni/075016', { ambito: 'casarano', codiceIstat: '075016' }],
    ['/metodo', {}],
    ['/metodo/indicatori/densita', { indicatore: 'densita' }],
    ['/area-riservata/caricamenti/3', {}],
    ['/area-riservata', {}],
    ['/casarano/altro', null],
    ['/metodo/confronto', null],
    ['/Casarano', null],
    ['/favicon.ico', null],
    ['/assets/x.js', null],
    ['/locale', null],
    ['/../etc/passwd', null],
  ])('%s', (indirizzo, nomi) => {
    expect(findPagina(indirizzo)).toEqual(nomi);
  });
});

test.each<[string, boolean]>([
  ['casarano', true],
  ['san-pietro-2', true],
  ['metodo', false],
  ['area-riservata', false],
  ['Lecce', false],
  ['2lecce', false],
  ['l', false],
  ['perciò', false],
])('whether an ambito may be called %s: %s', (id, atteso) => {
  expect(isIdAmbito(id)).toBe(atteso);
});
