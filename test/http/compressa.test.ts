import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fitHandler } from '../../functions/http/compressa.ts';
import { json, toRisultato } from '../../functions/http/risposta.ts';
import { toEvento } from '../api/prova.ts';

const RIPETUTO = 'residenti 0-3, Casarano; ';
/** What no compression makes shorter than three quarters. */
const CASUALE = randomBytes(5_000_000).toString('base64');

function ask(testo: string, { accetta, metodo = 'GET' }: { accetta?: string; metodo?: string } = {}) {
  const answer = fitHandler(async () => toRisultato(json(testo), { id: 'prova', durata: 'corrente' }));
  return answer(toEvento(`${metodo} /tipi`, { headers: accetta === undefined ? {} : { 'accept-encoding': accetta } }));
}

test.each([
  ['short', RIPETUTO, 'gzip, br'],
  ['long, for who takes it only as it is', RIPETUTO.repeat(100_000), undefined],
  ['long, for who says never to compress', RIPETUTO.repeat(100_000), 'br, gzip;q=0'],
])('an answer that is %s goes as it is', async (_caso, testo, accetta) => {
  const { statusCode, body, headers, isBase64Encoded } = await ask(testo, accetta === undefined ? {} : { accetta });
  expect([statusCode, isBase64Encoded, headers?.['content-encoding']]).toEqual([200, false, undefined]);
  expect(JSON.parse(body ?? '')).toBe(testo);
});

test('a long answer goes compressed to who takes it so, whole and within what a function may give', async () => {
  const testo = RIPETUTO.repeat(400_000);
  const { statusCode, body = '', headers, isBase64Encoded } = await ask(testo, { accetta: 'br, gzip' });
  expect([statusCode, isBase64Encoded]).toEqual([200, true]);
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding', etag: expect.any(String) });
  expect(body.length).toBeLessThan(1_000_000);
  expect(JSON.parse(gunzipSync(Buffer.from(body, 'base64')).toString('utf8'))).toBe(testo);
});

test.each([
  { caso: 'it cannot be compressed enough', testo: CASUALE, accetta: 'gzip', dice: 'La risposta è di 6,7 MB' },
  { caso: 'nobody said that it may be', testo: RIPETUTO.repeat(200_000), dice: 'La risposta è di 5,0 MB' },
  { caso: 'it tells of something done', testo: CASUALE, metodo: 'POST', dice: 'hai chiesto è fatto, ma la risposta' },
])('an answer that is too long is refused with what to do: $caso', async ({ testo, dice, ...richiesta }) => {
  const { statusCode, body, headers } = await ask(testo, richiesta);
  expect([statusCode, headers?.['content-type']]).toEqual([400, 'application/problem+json']);
  expect(JSON.parse(body ?? '').detail).toContain(dice);
  expect(JSON.parse(body ?? '').detail).toContain('«accept-encoding: gzip»');
});
