/** What the desk asks, and what it tells when it is not done. */
import { describe, expect, test } from 'vitest';
import { createApiRiservata, readConfigurazione } from '../../../web/src/riservata/api.ts';
import { RichiestaError } from '../../../web/src/riservata/errore.ts';
import { createRegistro, type Registro } from '../../../web/src/riservata/sessione.ts';
import { buildBozza } from './bozze.ts';

function registroCon(accessToken: string): Registro {
  const registro = createRegistro({ getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
  registro.write({ accessToken });
  return registro;
}

const json = (stato: number, corpo: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(corpo), { status: stato, headers });

interface Scena {
  readonly risposte: (() => Response)[];
  readonly renew?: (registro: Registro) => boolean;
}

/** The desk before a service that gives those answers, one after the other. */
function setScena({ risposte, renew }: Scena) {
  const chieste: string[] = [];
  const pause: number[] = [];
  const registro = registroCon('vecchio');
  const api = createApiRiservata({
    base: '/api/v1',
    registro,
    wait: async (ms) => void pause.push(ms),
    renew: () => Promise.resolve(renew?.(registro) ?? false),
    fetch: (indirizzo, opzioni) => {
      const { authorization } = { authorization: '', ...(opzioni?.headers as Record<string, string>) };
      chieste.push(`${opzioni?.method} ${String(indirizzo)} ${authorization}`);
      const risposta = risposte.shift();
      return risposta ? Promise.resolve(risposta()) : Promise.reject(new TypeError('Failed to fetch'));
    },
  });
  return { api, chieste, pause };
}

async function errorOf(promessa: Promise<unknown>): Promise<RichiestaError> {
  const errore = await promessa.then(
    () => null,
    (trovato: unknown) => trovato,
  );
  if (errore instanceof RichiestaError) return errore;
  throw new Error(`not refused: ${String(errore)}`);
}

const problema = (status: number, detail: string) => ({ type: 'about:blank', title: 'x', status, detail });

test('asks with the token, and reads only what is as declared', async () => {
  const bozza = buildBozza();
  const { api, chieste } = setScena({ risposte: [() => json(200, bozza), () => json(200, { id: 'una' })] });
  expect(await api.readBozza('casarano', 'a/b')).toEqual(bozza);
  expect(chieste).toEqual(['GET /api/v1/ambiti/casarano/caricamenti/a%2Fb Bearer vecchio']);
  expect((await errorOf(api.readBozza('casarano', 'una'))).message).toMatch(/non sa leggere/);
});

describe('a token that has had its day', () => {
  test('is renewed and the request made again', async () => {
    const { api, chieste } = setScena({
      risposte: [() => json(401, {}), () => json(200, { edizione: 4, tipo: 'fondi', versione: 2 })],
      renew: (registro) => {
        registro.write({ accessToken: 'nuovo' });
        return true;
      },
    });
    expect(await api.publish('casarano', 'una', 3)).toEqual({ edizione: 4, tipo: 'fondi', versione: 2 });
    expect(chieste.map((una) => una.split(' ').at(-1))).toEqual(['vecchio', 'nuovo']);
  });

  test('that cannot be renewed is told; nothing is asked for ever', async () => {
    const { api, chieste } = setScena({ risposte: [() => json(401, problema(401, 'Serve entrare di nuovo.'))] });
    const errore = await errorOf(api.withdraw('casarano', 'una'));
    expect([errore.stato, errore.message, chieste.length]).toEqual([401, 'L’accesso è scaduto', 1]);
    const sempre = setScena({ risposte: [() => json(401, {}), () => json(401, {})], renew: () => true });
    expect((await errorOf(sempre.api.withdraw('casarano', 'una'))).stato).toBe(401);
    expect(sempre.chieste.length).toBe(2);
  });
});

describe('asked too often', () => {
  const troppo = (attesa?: string) => () => json(429, {}, attesa ? { 'retry-after': attesa } : {});
  const fatto = { edizione: 4, tipo: 'fondi', versione: 2 };

  test('waits for as long as it is told, and asks again by itself', async () => {
    const { api, chieste, pause } = setScena({ risposte: [troppo('3'), () => json(200, fatto)] });
    expect(await api.publish('casarano', 'una', 3)).toEqual(fatto);
    expect([chieste.length, pause]).toEqual([2, [3000]]);
  });

  test('longer each time where nobody says how long; then the person is told', async () => {
    const { api, pause } = setScena({ risposte: [troppo(), troppo(), troppo(), troppo('1')] });
    expect((await errorOf(api.publish('casarano', 'una', 3))).dettaglio).toMatch(/^Aspetta un secondo e riprova/);
    expect(pause).toEqual([1000, 2000, 4000]);
  });
});

describe('a refusal', () => {
  test.each<[string, Response, Partial<RichiestaError>]>([
    [
      'tells what the service says',
      json(409, problema(409, 'Qualcuno ha pubblicato.')),
      {
        stato: 409,
        message: 'Nel frattempo qualcosa è cambiato',
        dettaglio: 'Qualcuno ha pubblicato.',
        riprovabile: false,
      },
    ],
    [
      'tells the rows that are meant',
      json(422, {
        ...problema(422, 'Ha problemi.'),
        problemi: [{ riga: 3, colonna: null, valore: null, regola: 'r', messaggio: 'm' }],
      }),
      { stato: 422, problemi: [{ riga: 3, colonna: null, valore: null, regola: 'r', messaggio: 'm' }] },
    ],
    [
      'says how long to wait',
      json(429, {}, { 'retry-after': '70' }),
      { stato: 429, dettaglio: 'Aspetta 70 secondi e riprova: nulla è andato perso.', riprovabile: true },
    ],
    [
      'of something that stands between says what can be done',
      new Response('<html>Request Too Long</html>', { status: 413 }),
      { stato: 413, dettaglio: 'Un file più grande si può dividere in parti.' },
    ],
    [
      'of a service in trouble has an id to quote',
      json(500, { ...problema(500, 'Guasto.'), instance: 'urn:richiesta:x' }),
      {
        stato: 500,
        dettaglio: 'Riprova tra qualche minuto. Nulla è andato perso.',
        richiesta: 'x',
        riprovabile: true,
      },
    ],
  ])('%s', async (_titolo, risposta, atteso) => {
    const { api } = setScena({ risposte: [() => risposta] });
    const { stato, message, dettaglio, problemi, richiesta, riprovabile } = await errorOf(api.publish('a', 'b', 0));
    expect({ stato, message, dettaglio, problemi, richiesta, riprovabile }).toMatchObject(atteso);
  });

  test('no answer at all can be tried again', async () => {
    const { stato, riprovabile, dettaglio } = await errorOf(setScena({ risposte: [] }).api.readBozze('casarano'));
    expect([stato, riprovabile]).toEqual([null, true]);
    expect(dettaglio).toMatch(/scelto e scritto è ancora qui/);
  });
});

test.each<[string, Response, boolean]>([
  ['the local server', json(200, { accesso: { modo: 'locale', gettone: '/locale/token' } }), true],
  ['the cloud', json(200, { accesso: { modo: 'cognito', dominio: 'https://a.example', cliente: 'b' } }), true],
  ['a page instead of a configuration', new Response('<!doctype html>'), false],
  ['a way in that we do not know', json(200, { accesso: { modo: 'spid' } }), false],
  ['none', json(404, {}), false],
])('how one enters, said by %s', async (_titolo, risposta, buona) => {
  const letta = readConfigurazione(() => Promise.resolve(risposta));
  if (buona) expect((await letta).accesso.modo).toMatch(/^(locale|cognito)$/);
  else expect((await errorOf(letta)).message).toBe('Da qui non si può entrare');
});
