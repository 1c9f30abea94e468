import { describe, expect, test } from 'vitest';
import { CorrezioneError } from '../../functions/core/tabelle/correzioni.ts';
import { STATI, toProblema, toRifiuto } from '../../functions/http/errori.ts';
import { RifiutoError } from '../../functions/http/rifiuto.ts';
import * as errori from '../../functions/store/errori.ts';

describe('the table from error to status', () => {
  test('knows every error of the store, and that of corrections', () => {
    const classi = Object.values(errori).filter((valore) => typeof valore === 'function' && /Error$/.test(valore.name));
    expect(classi.length).toBeGreaterThan(0);
    expect(new Set(STATI.map(([classe]) => classe))).toEqual(new Set([...classi, CorrezioneError]));
  });

  const conflitto = new errori.ConflittoError({ base: 1, corrente: 2, cambiamenti: [] });
  const throttling = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
  test.each<[string, unknown, number | undefined, string | undefined]>([
    ['a refusal', new RifiutoError(415, 'Serve altro.'), 415, 'Serve altro.'],
    ['corrections that cannot hold', new CorrezioneError('Non si capisce.'), 400, 'Non si capisce.'],
    ['something not there', new errori.NonTrovatoError('Non c’è.'), 404, 'Non c’è.'],
    ['a conflict', conflitto, 409, conflitto.message],
    ['something not publishable', new errori.NonPubblicabileError('No.'), 422, 'No.'],
    [
      'a store that is busy',
      new errori.ArchivioOccupatoError('x'),
      503,
      'L’archivio è molto occupato. Riprova tra qualche secondo.',
    ],
    ['a throttled call', throttling, 503, 'L’archivio è molto occupato. Riprova tra qualche secondo.'],
    [
      'the same original put twice at one moment',
      Object.assign(new Error('At least one…'), { name: 'ConditionalRequestConflict' }),
      503,
      'L’archivio è molto occupato. Riprova tra qualche secondo.',
    ],
    ['a broken content', new errori.ContenutoGuastoError('sha256 …'), undefined, undefined],
    ['any other error', new TypeError('x is undefined'), undefined, undefined],
    ['what is not even an error', 'guasto', undefined, undefined],
  ])('%s', (...[, errore, stato, messaggio]) => {
    const rifiuto = toRifiuto(errore);
    expect([rifiuto?.stato, rifiuto?.message]).toEqual([stato, messaggio]);
  });

  test('who finds the store busy is told when to come back', () => {
    expect(toRifiuto(throttling)?.intestazioni).toEqual({ 'retry-after': '5' });
  });

  test('a file with problems tells them row by row', () => {
    const problemi = [{ riga: 3, colonna: 2, valore: '46,5', regola: 'intero', messaggio: 'Serve un numero intero.' }];
    const rifiuto = toRifiuto(new errori.NonPubblicabileError('Ci sono problemi.', { problemi }));
    expect(toProblema(rifiuto, 'abc')).toMatchObject({ status: 422, problemi });
  });
});
