import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../functions/api/handler.ts';
import { listRotte, ROTTE, ritmoOf } from '../../functions/core/http/rotte.ts';
import { Freno } from '../../functions/http/freno.ts';
import { createIngest } from '../../functions/ingest/handler.ts';
import { type Prova, registerCasarano, startProva, toEvento } from '../api/prova.ts';

const alle = (secondi: number) => new Date(Date.UTC(2026, 0, 1) + secondi * 1000);

describe('a bucket', () => {
  const RITMO = { capienza: 3, alSecondo: 0.5 };
  test.each<[string, readonly (readonly [secondi: number, attesa: number])[]]>([
    [
      'lets a burst through, then says how long to wait',
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 2],
        [1, 1],
      ],
    ],
    [
      'fills with time, and no further than it holds',
      [
        [0, 0],
        [100, 0],
        [100, 0],
        [100, 0],
        [100, 2],
      ],
    ],
    [
      'lets one through as soon as it said',
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 2],
        [2, 0],
        [2, 2],
      ],
    ],
    [
      'is not refilled by a clock that goes back',
      [
        [10, 0],
        [10, 0],
        [10, 0],
        [0, 2],
        [10, 2],
      ],
    ],
  ])('%s', (_, richieste) => {
    const freno = new Freno();
    expect(richieste.map(([secondi]) => freno.take('io', RITMO, alle(secondi)))).toEqual(
      richieste.map(([, attesa]) => attesa),
    );
  });

  test('is of one who asks: another’s is full', () => {
    const freno = new Freno();
    for (let i = 0; i < 4; i++) freno.take('io', RITMO, alle(0));
    expect([freno.take('io', RITMO, alle(0)), freno.take('altri', RITMO, alle(0))]).toEqual([2, 0]);
  });
});

describe('what is asked too often', () => {
  let prova: Prova;
  beforeAll(async () => {
    prova = await startProva();
    await registerCasarano(prova);
  });
  afterAll(() => prova.stop());

  const adesso = alle(0);

  test('is refused to one person, with the time to wait and nothing done, and not to another', async () => {
    const ingest = createIngest({ ...prova.dipendenze, now: () => adesso });
    // Without a body, so that what is let through costs nothing: it is then 415.
    const write = (persona: string) => ingest(toEvento('PUT /ambiti/nuovo', { gruppi: ['amministratore'], persona }));
    const { capienza = 0 } = ritmoOf(ROTTE['registra-ambito']) ?? {};
    for (let i = 0; i < capienza; i++) expect((await write('anna')).statusCode).toBe(415);
    const troppo = await write('anna');
    expect(troppo).toMatchObject({
      statusCode: 429,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '1', 'cache-control': 'private, no-store' },
    });
    expect(JSON.parse(troppo.body ?? '')).toMatchObject({
      title: 'Troppe richieste',
      detail: 'Troppe richieste in poco tempo. Riprova fra un secondo: nulla è andato perso.',
    });
    expect((await write('bruno')).statusCode).toBe(415);
    // Who may not enter is told that, and takes nobody's place.
    expect((await ingest(toEvento('PUT /ambiti/nuovo'))).statusCode).toBe(401);
    // Readings have no such limit.
    const legge = toEvento('GET /ambiti/casarano/caricamenti', { gruppi: ['casarano/operatore'], persona: 'anna' });
    expect((await ingest(legge)).statusCode).toBe(200);
  });

  test('is refused to one source where everyone may ask, also behind the distribution', async () => {
    const api = createApi({ ...prova.dipendenze, now: () => adesso });
    const compute = (da: string) =>
      api(
        toEvento('POST /strumenti/riparto', {
          headers: { 'x-forwarded-for': `inventato, ${da}, 10.0.0.1` },
        }),
      );
    const { capienza = 0 } = ritmoOf(ROTTE.riparto) ?? {};
    for (let i = 0; i < capienza; i++) await compute('192.0.2.1');
    expect([(await compute('192.0.2.1')).statusCode, (await compute('192.0.2.2')).statusCode]).toEqual([429, 415]);
  });

  test('is every route that is not a reading', () => {
    const senza = listRotte().filter((rotta) => (rotta.metodo === 'GET') !== (ritmoOf(rotta) === null));
    expect(senza).toEqual([]);
  });
});
