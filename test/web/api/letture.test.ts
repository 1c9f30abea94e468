// @vitest-environment node
/** The client against the real API, and against a server that answers as proxies, captive portals and broken lines do. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GenereErrore, LetturaError } from '../../../web/src/api/errore.ts';
import { type Api, createApi, type Filtri } from '../../../web/src/api/letture.ts';
import { writeRicerca } from '../../../web/src/indirizzi.ts';
import { type Risposte, startRisposte } from '../risposte.ts';

const AVVIO_MS = 60_000;
const BASE = '/api/v1';

let risposte: Risposte;
beforeAll(async () => {
  risposte = await startRisposte();
}, AVVIO_MS);
afterAll(() => risposte.stop());

async function fail(lettura: Promise<unknown>): Promise<LetturaError> {
  const errore = await lettura.then(
    () => null,
    (uno: unknown) => uno,
  );
  if (!(errore instanceof LetturaError)) throw new Error(`not a LetturaError: ${String(errore)}`);
  return errore;
}

describe('with the real API', () => {
  const createVera = () => createApi({ base: BASE, fetch: risposte.fetch });

  test('reads every resource that the pages need', async () => {
    const api = createVera();
    expect((await api.readAmbiti()).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['casarano', 'fasano', 'lecce']),
    );
    const { versioni } = await api.readAmbito('casarano');
    for (const tipo of Object.keys(versioni))
      expect((await api.readVersioni('casarano', tipo)).versioni).not.toEqual([]);
    const catalogo = await api.readIndicatori();
    expect(await api.readIndicatore('popolazione')).toEqual(catalogo.find(({ id }) => id === 'popolazione'));
    expect((await api.readTipi()).length).toBeGreaterThan(0);
    expect((await api.readQualita('casarano')).segnalazioni.length).toBeGreaterThan(0);
  });

  test.each([
    ['famiglie', 'famiglie'],
    ['componenti-medi', 'persone per famiglia'],
    ['interventi-previsti', 'interventi'],
    ['popolazione', 'persone'],
  ])('the unit of %s is told as %s, alone and in the catalogue', async (id, unita) => {
    const api = createVera();
    const inCatalogo = (await api.readIndicatori()).find((uno) => uno.id === id);
    expect([inCatalogo?.unita, (await api.readIndicatore(id)).unita]).toEqual([unita, unita]);
  });

  test('a list of many pages comes whole, in order', async () => {
    const intera = await createVera().readOsservazioni('casarano', { id: ['popolazione-fascia', 'quota-fascia'] });
    const asked: string[] = [];
    const aPezzi = createApi({
      base: BASE,
      fetch: (indirizzo, init) => {
        asked.push(String(indirizzo));
        return risposte.fetch(String(indirizzo).replace('limite=5000', 'limite=7'), init);
      },
    });
    const lette = await aPezzi.readOsservazioni('casarano', { id: ['popolazione-fascia', 'quota-fascia'] });
    expect(asked.length).toBe(Math.ceil(intera.osservazioni.length / 7));
    expect(lette).toEqual(intera);
  });

  const RIFIUTI: { titolo: string; read: (api: Api) => Promise<unknown>; genere: GenereErrore; stato: number }[] = [
    {
      titolo: 'an ambito that there is not',
      read: (api) => api.readAmbito('atlantide'),
      genere: 'assente',
      stato: 404,
    },
    {
      titolo: 'an indicator that there is not',
      read: (api) => api.readIndicatore('felicita'),
      genere: 'assente',
      stato: 404,
    },
    {
      titolo: 'a comune that is not of the ambito',
      read: (api) => api.readOsservazioni('casarano', { comune: '058091' }),
      genere: 'richiesta',
      stato: 400,
    },
    {
      titolo: 'a walk back that names more than one figure',
      read: (api) => api.readSpiegazione('casarano', { id: 'popolazione', filtri: {} }),
      genere: 'richiesta',
      stato: 400,
    },
  ];
  test.each(RIFIUTI)('$titolo: what the API says reaches the reader', async ({ read, genere, stato }) => {
    const errore = await fail(read(createVera()));
    expect(errore).toMatchObject({ genere, stato, riprovabile: false });
    expect(errore.dettaglio).toMatch(/^[«\p{Lu}].*[.!?]$/su);
    expect(errore.richiesta).toEqual(expect.any(String));
  });
});

describe('with a server that is not as it should be', () => {
  let strano: Server;
  let rispondi: (res: ServerResponse) => void;
  let base: string;
  let chieste = 0;
  beforeAll(async () => {
    strano = createServer((_req, res) => {
      chieste += 1;
      rispondi(res);
    });
    await new Promise<void>((then) => strano.listen(0, '127.0.0.1', then));
    base = `http://127.0.0.1:${(strano.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    strano.closeAllConnections();
    strano.close();
  });

  const reply =
    (stato: number, corpo: string, headers: Record<string, string> = { 'content-type': 'text/html' }) =>
    (res: ServerResponse): void =>
      void res.writeHead(stato, headers).end(corpo);
  const problem = (stato: number, altro: object = {}, testate: Record<string, string> = {}) =>
    reply(
      stato,
      JSON.stringify({ type: 'about:blank', title: 'Errore', status: stato, detail: 'Che cosa è successo.', ...altro }),
      { 'content-type': 'application/problem+json', 'x-request-id': 'dalla-testata', ...testate },
    );
  const PORTALE = '<!doctype html><h1>Accedi alla rete</h1>';

  interface Caso {
    titolo: string;
    rispondi: (res: ServerResponse) => void;
    atteso: {
      genere: GenereErrore;
      riprovabile: boolean;
      dettaglio?: string | undefined;
      richiesta?: string | undefined;
    };
  }
  const CASI: Caso[] = [
    {
      titolo: 'a captive portal answers 200 with a page',
      rispondi: reply(200, PORTALE),
      atteso: { genere: 'risposta', riprovabile: true },
    },
    {
      titolo: 'a reply of another shape',
      rispondi: reply(200, '{"ambiti":[{"id":7}]}'),
      atteso: { genere: 'risposta', riprovabile: true },
    },
    { titolo: 'an empty reply', rispondi: reply(200, ''), atteso: { genere: 'risposta', riprovabile: true } },
    {
      titolo: 'JSON cut short',
      rispondi: reply(200, '{"ambiti":['),
      atteso: { genere: 'risposta', riprovabile: true },
    },
    {
      titolo: 'a gateway out of order answers with a page',
      rispondi: reply(502, PORTALE, { 'x-request-id': 'del-gateway' }),
      atteso: { genere: 'servizio', riprovabile: true, dettaglio: undefined, richiesta: 'del-gateway' },
    },
    {
      titolo: 'a fault, with the id to quote and nothing else',
      rispondi: problem(500, { instance: 'urn:richiesta:richiesta-42' }),
      atteso: { genere: 'servizio', riprovabile: true, dettaglio: undefined, richiesta: 'richiesta-42' },
    },
    {
      titolo: 'a fault whose id is in the head alone',
      rispondi: problem(503),
      atteso: { genere: 'servizio', riprovabile: true, richiesta: 'dalla-testata' },
    },
    { titolo: 'too many requests', rispondi: problem(429), atteso: { genere: 'attesa', riprovabile: true } },
    { titolo: 'gone', rispondi: problem(410), atteso: { genere: 'assente', riprovabile: false } },
    { titolo: 'forbidden', rispondi: reply(403, PORTALE), atteso: { genere: 'richiesta', riprovabile: false } },
    {
      titolo: 'the line drops before the answer',
      rispondi: (res) => res.destroy(),
      atteso: { genere: 'rete', riprovabile: true },
    },
    {
      titolo: 'the line drops within the answer',
      rispondi: (res) => {
        res.writeHead(200, { 'content-length': '1000' }).write('{');
        setTimeout(() => res.destroy(), 10);
      },
      atteso: { genere: 'rete', riprovabile: true },
    },
    { titolo: 'no answer comes', rispondi: () => {}, atteso: { genere: 'tempo', riprovabile: true } },
    {
      titolo: 'the answer begins and never ends',
      rispondi: (res) => void res.writeHead(200).write('{'),
      atteso: { genere: 'tempo', riprovabile: true },
    },
  ];
  test.each(CASI)('$titolo: $atteso.genere', async ({ rispondi: come, atteso }) => {
    rispondi = come;
    const errore = await fail(createApi({ base, fetch, timeoutMs: 300, pausaMs: 1 }).readAmbiti());
    expect(errore).toMatchObject(atteso);
    for (const parole of [errore.message, errore.rimedio]) expect(parole).toMatch(/^\p{Lu}/u);
  });

  test('where too many ask at once it asks again, and three times at most', async () => {
    chieste = 0;
    rispondi = (res) => (chieste < 3 ? problem(429)(res) : reply(200, '{"ambiti":[],"cursore":null}')(res));
    const api = createApi({ base, fetch, pausaMs: 1 });
    expect([await api.readAmbiti(), chieste]).toEqual([[], 3]);
    chieste = 0;
    rispondi = problem(429);
    await fail(createApi({ base, fetch, pausaMs: 1 }).readAmbiti());
    expect(chieste).toBe(4);
  });

  test('it waits as long as it is told to, and gives up at once where that is longer than it may wait', async () => {
    chieste = 0;
    rispondi = (res) =>
      chieste < 2 ? problem(429, {}, { 'retry-after': '0' })(res) : reply(200, '{"ambiti":[],"cursore":null}')(res);
    // Without being told, it would wait for longer than the test may last.
    expect([await createApi({ base, fetch, pausaMs: 11_000 }).readAmbiti(), chieste]).toEqual([[], 2]);
    chieste = 0;
    rispondi = problem(429, { detail: 'Riprova fra 30 secondi.' }, { 'retry-after': '30' });
    const errore = await fail(createApi({ base, fetch, pausaMs: 1 }).readAmbiti());
    expect([errore.genere, errore.dettaglio, chieste]).toEqual(['attesa', 'Riprova fra 30 secondi.', 1]);
  });

  // The pause of its own is a minute: only what the service says brings the second request within the test.
  test.each<[string, number, string | undefined, number]>([
    ['503, come back at once', 503, '0', 2],
    ['429, a date that has passed', 429, 'Wed, 21 Oct 2015 07:28:00 GMT', 2],
    ['503, a date far away', 503, 'Fri, 31 Dec 2100 23:59:59 GMT', 1],
    ['503 that says nothing', 503, undefined, 1],
    ['429 that says nothing that can be read', 429, 'presto', 1],
  ])('it comes back when the service says: %s', async (...[, stato, quando, attese]) => {
    chieste = 0;
    const occupato = reply(stato, '', quando === undefined ? {} : { 'retry-after': quando });
    rispondi = (res) => (chieste < 2 ? occupato : reply(200, '{"ambiti":[],"cursore":null}'))(res);
    const esito = createApi({ base, fetch, pausaMs: 60_000 }).readAmbiti();
    if (attese === 2) expect(await esito).toEqual([]);
    else expect(await fail(esito)).toMatchObject({ stato });
    expect(chieste).toBe(attese);
  });

  test('nobody listens: rete', async () => {
    const chiuso = createServer();
    await new Promise<void>((then) => chiuso.listen(0, '127.0.0.1', then));
    const { port } = chiuso.address() as AddressInfo;
    await new Promise((then) => chiuso.close(then));
    expect(await fail(createApi({ base: `http://127.0.0.1:${port}`, fetch }).readAmbiti())).toMatchObject({
      genere: 'rete',
    });
  });

  test('who gives up gets no error to show, and the next who asks asks anew', async () => {
    const api = createApi({ base, fetch });
    rispondi = () => {};
    const ferma = new AbortController();
    const lettura = api.readAmbiti(ferma.signal);
    ferma.abort();
    await expect(lettura).rejects.toMatchObject({ name: 'AbortError' });
    rispondi = reply(200, '{"ambiti":[],"cursore":null}');
    expect(await api.readAmbiti()).toEqual([]);
  });

  test('who gives up does not take the reply from another who waits for it', async () => {
    const api = createApi({ base, fetch });
    const arrivata = new Promise<ServerResponse>((then) => {
      rispondi = then;
    });
    const ferma = new AbortController();
    const primo = api.readAmbiti(ferma.signal);
    const secondo = api.readAmbiti(new AbortController().signal);
    const res = await arrivata;
    ferma.abort();
    await expect(primo).rejects.toMatchObject({ name: 'AbortError' });
    reply(200, '{"ambiti":[],"cursore":null}')(res);
    expect(await secondo).toEqual([]);
  });

  const MEMORIE: { titolo: string; rispondi: (res: ServerResponse) => void; memoriaMs: number; attese: number }[] = [
    {
      titolo: 'a reply is used again',
      rispondi: reply(200, '{"ambiti":[],"cursore":null}'),
      memoriaMs: 60_000,
      attese: 1,
    },
    { titolo: 'until it is old', rispondi: reply(200, '{"ambiti":[],"cursore":null}'), memoriaMs: 0, attese: 2 },
    { titolo: 'a failure is never remembered', rispondi: problem(503), memoriaMs: 60_000, attese: 2 },
  ];
  test.each(MEMORIE)('$titolo', async ({ rispondi: come, memoriaMs, attese }) => {
    rispondi = come;
    const api = createApi({ base, fetch, memoriaMs });
    const prima = chieste;
    for (let volta = 0; volta < 2; volta++) await api.readAmbiti().catch(() => {});
    expect(chieste - prima).toBe(attese);
  });

  test('two who ask at once make one request', async () => {
    rispondi = reply(200, '{"ambiti":[],"cursore":null}');
    const api = createApi({ base, fetch });
    const prima = chieste;
    await Promise.all([api.readAmbiti(), api.readAmbiti()]);
    expect(chieste - prima).toBe(1);
  });
});

const QUERY: [Filtri, string][] = [
  [{}, ''],
  [{ id: 'popolazione', comune: undefined, periodo: [] }, '?id=popolazione'],
  [{ id: ['popolazione', 'densita'], fascia: '65+' }, '?id=popolazione,densita&fascia=65%2B'],
];
test.each(QUERY)('%j as the API takes it', (filtri, atteso) => {
  expect(writeRicerca(filtri)).toBe(atteso);
});
