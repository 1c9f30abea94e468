// @vitest-environment node
/** A window opened with an edizione: what it asks for, where its links lead, what it says where there is none. */
import { setMaxListeners } from 'node:events';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { renderToString } from 'react-dom/server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createIstantanee } from '../../../web/src/api/istantanee.ts';
import { openEdizione } from '../../../web/src/edizione/apri.tsx';
import { fixEdizione, indirizzi, indirizziApi, withEdizione } from '../../../web/src/indirizzi.ts';
import { createOsservatorio } from '../../../web/src/rotte.tsx';
import { type Risposte, startRisposte } from '../risposte.ts';

const AVVIO_MS = 60_000;

// A page reads a dozen resources under one signal: Node would warn of what a browser finds normal.
setMaxListeners(0);

let risposte: Risposte;
beforeAll(async () => {
  risposte = await startRisposte();
}, AVVIO_MS);
afterAll(() => risposte.stop());
afterEach(() => fixEdizione(undefined));

interface Atto {
  edizione: number;
  versioni: Record<string, number>;
}

/** As after a second publication of the servizi: the log says so, and the versions; the first edizione is what it was. */
const dopoUnAltra: typeof globalThis.fetch = async (indirizzo) => {
  const risposta = await risposte.fetch(indirizzo);
  const corpo = await risposta.json();
  if (String(indirizzo).endsWith('/casarano/registro')) {
    const [primo] = corpo.atti as [Atto];
    const cosa = 'Pubblicata la tabella «Servizi» (versione 2)';
    corpo.atti.unshift({ ...primo, edizione: 2, cosa, versioni: { ...primo.versioni, servizi: 2 } });
  }
  if (/\/casarano$/.test(String(indirizzo))) Object.assign(corpo, { edizione: 2 });
  if (String(indirizzo).endsWith('/servizi/versioni')) {
    corpo.versioni.unshift({ ...corpo.versioni[0], versione: 2, edizione: 2 });
  }
  return new Response(JSON.stringify(corpo), { status: risposta.status });
};

async function open(indirizzo: string, fetch: typeof globalThis.fetch = dopoUnAltra) {
  const chieste: string[] = [];
  const ask: typeof globalThis.fetch = async (uno) => {
    chieste.push(String(uno));
    return fetch(uno);
  };
  const istantanee = createIstantanee({ fetch: ask, base: '/api/v1' });
  const luogo = new URL(indirizzo, 'http://localhost');
  const aperta = await openEdizione({ base: '/api/v1', fetch: ask, istantanee }, luogo);
  const storia = createMemoryHistory({ initialEntries: [indirizzo] });
  const router = createOsservatorio({ ...aperta, storia });
  await router.load();
  const html = renderToString(<RouterProvider router={router} />).replaceAll('<!-- -->', '');
  return { html, chieste, api: aperta.api };
}

const readHref = (html: string) =>
  [...html.matchAll(/ href="([^"]+)"/g)].map(([, uno = '']) => uno.replaceAll('&amp;', '&'));

describe('an edizione that is not the current one', () => {
  test.each([
    '/casarano?edizione=1',
    '/casarano/spesa?edizione=1',
    '/casarano/servizi?edizione=1',
    '/casarano/confronto?indicatore=popolazione&edizione=1',
    '/dati?ambito=casarano&edizione=1',
  ])('%s: every reading and every link of the ambito is of it', async (indirizzo) => {
    const { html, chieste } = await open(indirizzo);
    expect(html).toContain('Stai leggendo l’edizione 1 dei dati, com’era: non è quella attuale.');
    expect(html).toContain('quando è uscita la 2.');
    const conEdizione = chieste.filter((una) =>
      /\/casarano\/(indicatori|tabelle\/[^/]+|qualita|calendario)(\?|$)/.test(una),
    );
    expect(conEdizione.filter((una) => !una.includes('edizione=1'))).toEqual([]);
    const attuale = indirizzo.replace(/[?&]edizione=1/, '');
    const fuori = readHref(html).filter(
      (href) => /^\/(api\/v1\/ambiti\/)?casarano|ambito=casarano/.test(href) && !/edizione=\d|\/originale$/.test(href),
    );
    expect(fuori).toEqual([attuale]);
  });

  test('the ambito and the versions of its tables are those of then', async () => {
    const { api } = await open('/casarano?edizione=1');
    const ambito = await api.readAmbito('casarano');
    expect([ambito.edizione, ambito.versioni.servizi]).toEqual([1, 1]);
    expect((await api.readAmbiti()).find(({ id }) => id === 'casarano')?.edizione).toBe(1);
    expect((await api.readVersioni('casarano', 'servizi')).versioni.map(({ versione }) => versione)).toEqual([1]);
  });
});

test('what is asked for without an edizione, of a page of no ambito, or of an ambito that is not there is read as ever', async () => {
  for (const indirizzo of ['/metodo?edizione=1', '/atlantide?edizione=1']) {
    expect((await open(indirizzo)).html).not.toContain('edizione-avviso');
  }
});

test('the current edizione says that it is, and keeps its number in the links', async () => {
  const { html } = await open('/lecce?edizione=1');
  expect(html).toContain('Stai leggendo l’edizione 1 dei dati: è quella attuale.');
  expect(readHref(html)).toContain('/lecce/spesa?edizione=1');
});

test.each(['3', '0', '-1', '1.5', 'due', '', '999999999999'])(
  'edizione «%s» is not there: no figure stands in its place',
  async (una) => {
    const { html } = await open(`/casarano/spesa?edizione=${una}`);
    expect(html).toContain('Questa edizione dei dati non c’è');
    expect(html).toContain('vanno dalla 1 alla 2');
    expect(readHref(html)).toContain('/casarano/spesa');
    expect(html).not.toContain('€');
  },
);

test('where the log cannot be read, the page says so and leads to the current one', async () => {
  const guasto: typeof globalThis.fetch = async (uno) =>
    String(uno).endsWith('/registro') ? Promise.reject(new TypeError('rete')) : risposte.fetch(uno);
  const { html } = await open('/casarano/spesa?edizione=1', guasto);
  expect(html).toContain('L’edizione 1 ora non si può leggere');
  expect(readHref(html)).toContain('/casarano/spesa');
  expect(html).not.toContain('€');
});

test('links and downloads of that ambito alone name the edizione', () => {
  fixEdizione({ ambito: 'casarano', edizione: '7' });
  expect([
    indirizzi.comune('casarano', '075016'),
    indirizzi.qualita('casarano', { comune: '075016' }),
    indirizzi.dati('casarano'),
    indirizzi.dati(),
    indirizzi.spesa('lecce'),
    indirizzi.metodo(),
    indirizziApi.tabellaCsv('casarano', 'fondi'),
    indirizziApi.indicatoriCsv('casarano', { id: 'densita' }),
    indirizziApi.calendarioIcs('lecce', '2026-2028'),
  ]).toEqual([
    '/casarano/comuni/075016?edizione=7',
    '/casarano/qualita?comune=075016&edizione=7',
    '/dati?ambito=casarano&edizione=7',
    '/dati',
    '/lecce/spesa',
    '/metodo',
    '/api/v1/ambiti/casarano/tabelle/fondi.csv?edizione=7',
    '/api/v1/ambiti/casarano/indicatori.csv?id=densita&edizione=7',
    '/api/v1/ambiti/lecce/calendario.ics?ciclo=2026-2028',
  ]);
});

test.each([
  ['https://oss.it/casarano', 'https://oss.it/casarano?edizione=2'],
  ['https://oss.it/casarano/spesa?anno=2022#budget', 'https://oss.it/casarano/spesa?anno=2022&edizione=2#budget'],
  ['/casarano/leps#nido', '/casarano/leps?edizione=2#nido'],
  ['/casarano?edizione=1#risposta', '/casarano?edizione=1#risposta'],
])('%s, to be cited, is %s', (indirizzo, atteso) => {
  expect(withEdizione(indirizzo, 2)).toBe(atteso);
});
