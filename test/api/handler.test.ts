import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../functions/api/handler.ts';
import { ROTTE, type RottaDi, type RottaId } from '../../functions/core/http/rotte.ts';
import { publishCampioni } from '../../functions/locale/campioni.ts';
import { expectForma } from './forma.ts';
import { type Prova, startProva, toEvento } from './prova.ts';

/** The real plan, published once for all that is asked below. */
let prova: Prova;
beforeAll(async () => {
  prova = await startProva();
  expect(await publishCampioni(prova.deposito, join(import.meta.dirname, '../../data'), prova.dipendenze.now)).toEqual(
    [],
  );
});
afterAll(() => prova.stop());

type Lettura = {
  [Id in RottaId]: RottaDi<Id> extends { funzione: 'api'; metodo: 'GET' } ? Id : never;
}[RottaId];

/** A public reading without a case does not compile. */
const CASI: Readonly<Record<Lettura, string>> = {
  salute: '/salute',
  ambiti: '/ambiti',
  ambito: '/ambiti/casarano',
  tipi: '/tipi',
  tipo: '/tipi/cofinanziamento',
  'tipo-schema': '/tipi/cofinanziamento/schema.json',
  'tipo-modello': '/tipi/cofinanziamento/modello.csv',
  indicatori: '/indicatori',
  indicatore: '/indicatori/densita',
  osservazioni: '/ambiti/casarano/indicatori?id=popolazione,scarto-minimo&limite=100',
  'osservazioni-csv': '/ambiti/casarano/indicatori.csv?id=scarto-minimo',
  spiegazione: '/ambiti/casarano/indicatori/spesa-storica-media/spiegazione?comune=075016',
  tabella: '/ambiti/casarano/tabelle/spesa-storica',
  'tabella-csv': '/ambiti/casarano/tabelle/spesa-storica.csv',
  versioni: '/ambiti/casarano/tabelle/spesa-storica/versioni',
  originale: '/ambiti/casarano/tabelle/spesa-storica/versioni/1/parti/2018-2020/originale',
  qualita: '/ambiti/casarano/qualita',
  calendario: '/ambiti/casarano/calendario',
  'calendario-ics': '/ambiti/casarano/calendario.ics?ciclo=2026-2028',
  registro: '/ambiti/casarano/registro',
  openapi: '/openapi.json',
};
const LETTURE = Object.entries(CASI) as [Lettura, string][];

describe.each(LETTURE)('%s (%s)', (id, percorso) => {
  test('answers in the shape that it declares', async () => {
    const esito = await prova.call(`GET ${percorso}`);
    expect(esito.stato).toBe(200);
    expectForma(id, esito);
    if (id === 'salute') return;
    expect(esito.headers['cache-control']).toBe(
      id === 'originale' ? 'public, max-age=31536000, immutable' : 'public, max-age=0, s-maxage=30',
    );
    const ancora = await prova.call(`GET ${percorso}`, { headers: { 'if-none-match': esito.headers.etag ?? '' } });
    expect([ancora.stato, ancora.testo, ancora.headers.etag]).toEqual([304, '', esito.headers.etag]);
    expectForma(id, ancora);
    const altra = await prova.call(`GET ${percorso}`, { headers: { 'if-none-match': 'W/"altra", "ancora-altra"' } });
    expect(altra.stato).toBe(200);
  });

  test('refuses a parameter that it does not know', async () => {
    const esito = await prova.call(`GET ${percorso}${percorso.includes('?') ? '&' : '?'}sconosciuto=1`);
    expect([esito.stato, (esito.json as { detail: string }).detail]).toEqual([
      400,
      '«sconosciuto» non è un parametro di questa richiesta.',
    ]);
    expectForma(id, esito);
  });

  test('never looks at the token', async () => {
    const [senza, con] = await Promise.all([
      prova.call(`GET ${percorso}`),
      prova.call(`GET ${percorso}`, { headers: { authorization: 'Bearer guasto' }, gruppi: ['casarano/responsabile'] }),
    ]);
    expect([con.stato, con.testo]).toEqual([senza.stato, senza.testo]);
  });

  test('answers HEAD as GET', async () => {
    expect((await prova.call(`HEAD ${percorso}`)).stato).toBe(200);
  });

  if ('edizione' in ROTTE[id].query) {
    test('with an edizione is immutable, and another edizione is not there', async () => {
      const con = (edizione: number) => `GET ${percorso}${percorso.includes('?') ? '&' : '?'}edizione=${edizione}`;
      const prima = await prova.call(con(1));
      expect([prima.stato, prima.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
      const nessuna = await prova.call(con(99));
      expect([nessuna.stato, (nessuna.json as { detail: string }).detail]).toEqual([
        404,
        'L’ambito «casarano» non ha un’edizione 99. Quelle che ha sono in /api/v1/ambiti/casarano/registro.',
      ]);
      expectForma(id, nessuna);
    });
  }
});

describe('what is not there', () => {
  test.each<[string, number, string]>([
    ['GET /ambiti/napoli', 404, 'Non c’è un ambito «napoli». L’elenco è in /api/v1/ambiti.'],
    ['GET /ambiti/CASARANO/registro', 404, 'Non c’è un ambito «CASARANO». L’elenco è in /api/v1/ambiti.'],
    ['GET /ambiti/..%2f..%2f/registro', 404, 'Non c’è un ambito «../../». L’elenco è in /api/v1/ambiti.'],
    ['GET /tipi/bilancio', 404, 'Non c’è un tipo di tabella «bilancio». L’elenco è in /api/v1/tipi.'],
    ['GET /tipi/constructor', 404, 'Non c’è un tipo di tabella «constructor». L’elenco è in /api/v1/tipi.'],
    ['GET /indicatori/felicita', 404, 'Non c’è un indicatore «felicita». Il catalogo è in /api/v1/indicatori.'],
    ['GET /ambiti/napoli/tabelle/bilancio?x=1', 404, 'Non c’è un ambito «napoli». L’elenco è in /api/v1/ambiti.'],
    [
      'GET /ambiti/casarano/tabelle/fondi/versioni/7/parti/fnps/originale',
      404,
      'La tabella «fondi» non ha una versione 7 con la parte «fnps».',
    ],
    [
      'GET /ambiti/casarano/tabelle/fondi/versioni/zero/parti/fnps/originale',
      404,
      '«zero» non è il numero di una versione: le versioni sono 1, 2, 3…',
    ],
    ['GET /nulla', 404, 'Non c’è nulla a questo indirizzo. Gli indirizzi dell’API sono descritti in /api.'],
    ['GET /api/v2/ambiti', 404, 'Non c’è nulla a questo indirizzo. Gli indirizzi dell’API sono descritti in /api.'],
    ['DELETE /ambiti', 405, 'Questo indirizzo ammette soltanto: GET, HEAD.'],
    ['PATCH /ambiti/casarano', 405, 'Questo indirizzo ammette soltanto: GET, HEAD, PUT.'],
  ])('%s: %i', async (richiesta, stato, dettaglio) => {
    const esito = await prova.call(richiesta);
    expect([esito.stato, (esito.json as { detail: string }).detail]).toEqual([stato, dettaglio]);
    expect(esito.headers['content-type']).toBe('application/problem+json');
    if (stato === 405) expect(esito.headers.allow).toBe(dettaglio.slice(dettaglio.indexOf(':') + 2, -1));
  });
});

describe('a fault', () => {
  test('tells an id and nothing else; the log is told the cause, without what was asked', async () => {
    const guasta = { ...prova.dipendenze, deposito: { ...prova.deposito, tabella: 'tabella-che-non-c-e' } };
    const esito = await createApi(guasta)(toEvento('GET /ambiti/casarano/indicatori?comune=075016'));
    const id = String(esito.headers?.['x-request-id']);
    expect(JSON.parse(esito.body ?? '')).toEqual({
      type: 'about:blank',
      title: 'Errore del servizio',
      status: 500,
      detail: `Qualcosa non ha funzionato. Se lo segnali, cita questo codice: ${id}`,
      instance: `urn:richiesta:${id}`,
    });
    const guasto = prova.guasti.at(-1);
    expect(guasto).toMatchObject({ id, rotta: 'osservazioni', errore: { name: 'ResourceNotFoundException' } });
    expect(JSON.stringify(guasto)).not.toContain('075016');
  });

  test('health says so when the storage does not answer', async () => {
    const guasta = { ...prova.dipendenze, deposito: { ...prova.deposito, tabella: 'tabella-che-non-c-e' } };
    expect((await createApi(guasta)(toEvento('GET /salute'))).statusCode).toBe(503);
  });
});

describe('the readable page', () => {
  test('stands at /api with its style sheet', async () => {
    const pagina = await prova.call('GET /api');
    expect([pagina.stato, pagina.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(pagina.testo).toContain('/api/stile.css');
    expect((await prova.call('POST /api')).stato).toBe(404);
    const stile = await prova.call('GET /api/stile.css');
    expect([stile.stato, stile.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
  });
});
