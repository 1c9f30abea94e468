import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleFunzione, listDoppi, type Pacchetto } from '../../infra/impacchetta.ts';
import { AMBITO_CASARANO } from '../api/prova.ts';
import { writeXlsxDaCsv } from '../core/tabelle/lettura/xlsx-da-csv.ts';
import { RADICE } from '../sorgenti.ts';
import { toEvento } from './evento.ts';
import { type Nuvola, startNuvola } from './nuvola.ts';

const KB = 1024;

const GUSCIO =
  '<html><head><script type="module" crossorigin src="/assets/a.js"></script><link rel="stylesheet" crossorigin href="/assets/a.css"></head><body><div id="radice"></div></body></html>';

const IMPAGINATORE = `export const createImpaginatore = () => ({
  renderPagina: async (indirizzo) => ({ stato: 200, testa: '', corpo: indirizzo, codice: [] }),
  readPagina: async () => {},
});`;

let nuvola: Nuvola;

let cartella: string;
const pacchetti = new Map<string, Pacchetto>();
beforeAll(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'osservatorio-pacchetti-'));
  for (const nome of ['api', 'ingest', 'gestione', 'pulizia', 'sito']) {
    pacchetti.set(nome, await bundleFunzione(`functions/${nome}/handler.ts`, join(cartella, nome)));
  }
});
afterAll(() => rm(cartella, { recursive: true }));

describe('a function is packed by the esbuild of the project', () => {
  test.each([
    ['api', 350],
    ['ingest', 550],
    ['pulizia', 330],
  ])('%s loads at most %i KB when it starts', (nome, massimoKb) => {
    expect((pacchetti.get(nome)?.avvioByte ?? Number.NaN) / KB).toBeLessThanOrEqual(massimoKb);
  });

  test.each([
    ['api', ['papaparse', 'saxes', 'fflate', 'react', 'dynalite', '@aws-sdk/client-s3']],
    ['ingest', ['saxes', 'fflate', 'react', 'dynalite', '@aws-sdk/client-s3']],
    ['sito', ['papaparse', 'saxes', 'fflate', 'react', 'dynalite']],
    ['pulizia', ['papaparse', 'saxes', 'fflate', 'react', 'dynalite', '@aws-sdk/client-s3']],
  ])('%s starts without %j', (nome, estranei) => {
    expect(estranei.filter((pacchetto) => pacchetti.get(nome)?.avvioDipendenze.has(pacchetto))).toEqual([]);
  });

  test('what is packed apart has no copy of its own of what is recognised by its class', () => {
    const client = 'node_modules/@aws-sdk/lib-dynamodb/dist-es/DynamoDBDocumentClient.js';
    const sorgenti = [client, 'functions/store/errori.ts', 'functions/http/rifiuto.ts', 'functions/core/denaro.ts'];
    expect(listDoppi(sorgenti)).toEqual(sorgenti.slice(0, 3));
  });

  test('the reader of spreadsheets, packed apart, opens what the handler gives it', async () => {
    const modulo: typeof import('../../functions/core/tabelle/lettura/foglio.ts') = await import(
      /* @vite-ignore */ pathToFileURL(join(cartella, 'ingest', 'foglio.mjs')).href
    );
    const byte = writeXlsxDaCsv('comune;anno\nFasano;2022\n');
    expect(modulo.openFoglio(byte, undefined)).toMatchObject({ righe: [{ celle: ['comune', 'anno'] }, { riga: 2 }] });
    expect(modulo.openFoglio(new Uint8Array([1]), undefined)).toHaveProperty('motivo');
  });
});

async function ask<T>(funzione: 'api' | 'ingest', evento: object): Promise<{ stato: number; json: T }> {
  const { esito, errore } = await nuvola.call(funzione, evento);
  if (errore) throw new Error(errore);
  const { statusCode, body = '' } = esito as { statusCode: number; body?: string };
  return { stato: statusCode, json: JSON.parse(body) as T };
}

const RESPONSABILE = { gruppi: ['casarano/responsabile'] };
const CARICAMENTI = '/api/v1/ambiti/casarano/caricamenti';
const QUERY = 'tipo=territorio&documento=ISTAT&anno=2021';

/** Each package alone in a process, with the environment that the stack gives it and events as AWS writes them. */
describe('a packed function runs as Lambda runs it', () => {
  let territorio: Buffer;
  beforeAll(async () => {
    // Pages that say nothing: what they hold is tried elsewhere, where the site is built.
    await mkdir(join(cartella, 'sito/web'));
    await writeFile(
      join(cartella, 'sito/web/guscio.json'),
      JSON.stringify({ html: GUSCIO, stile: [], foglio: 'assets/tutti.css', codice: {} }),
    );
    await writeFile(join(cartella, 'sito/web/server.mjs'), IMPAGINATORE);
    territorio = await readFile(join(RADICE, 'data/casarano/territorio-istat.csv'));
    nuvola = await startNuvola(cartella);
  });
  afterAll(() => nuvola.stop());

  test('an ambito is registered by who may call the function, before anybody can have a token', async () => {
    expect(await nuvola.call('gestione', { registra: { id: 'casarano', ...AMBITO_CASARANO } })).toEqual({
      esito: [`${AMBITO_CASARANO.nome}: registrato`],
    });
    const { errore } = await nuvola.call('gestione', { registra: { id: 'Casarano!', ...AMBITO_CASARANO } });
    expect(errore).toMatch(/non può essere l’id di un ambito/);
    expect((await nuvola.call('gestione', {})).errore).toMatch(/Serve \{"ricalcola": true\} oppure/);
    const senzaCodice = { ...AMBITO_CASARANO, comuni: [{ nome: 'Casarano' }] };
    const monco = await nuvola.call('gestione', { registra: { id: 'casarano', ...senzaCodice } });
    expect(monco.errore).toContain('da rivedere: comuni.0.codiceIstat');
  });

  test('a file comes in as bytes, is published, and is read by everyone', async () => {
    const corpo = { ...RESPONSABILE, tipo: 'application/octet-stream', corpo: territorio };
    const bozza = await ask<{ id: string; base: number; pubblicabile: boolean }>(
      'ingest',
      toEvento('POST', `${CARICAMENTI}?${QUERY}`, corpo),
    );
    expect(bozza).toMatchObject({ stato: 201, json: { pubblicabile: true, base: 0 } });
    const base = { ...RESPONSABILE, tipo: 'application/json', corpo: Buffer.from('{"base":0}') };
    expect(await ask('ingest', toEvento('POST', `${CARICAMENTI}/${bozza.json.id}/pubblicazione`, base))).toMatchObject({
      stato: 200,
      json: { edizione: 1 },
    });
    expect(await ask('api', toEvento('GET', '/api/v1/ambiti/casarano'))).toMatchObject({
      stato: 200,
      json: { edizione: 1, versioni: { territorio: 1 } },
    });
    for (const rara of ['/api/v1/tipi', '/api/v1/openapi.json', '/api/v1/ambiti/casarano/qualita']) {
      expect((await ask('api', toEvento('GET', rara))).stato).toBe(200);
    }
    const impronta = createHash('sha256').update(territorio).digest('hex');
    const [originale] = [...nuvola.oggetti.keys()].filter((chiave) => chiave.endsWith(`/originali/${impronta}`));
    expect(originale).toMatch(/^\/pdz-originali-|^\/DatiOriginali/);
  });

  test('a large file comes in by its signature, on the address of the bucket, and is read once however often it is told', async () => {
    const corpo = Buffer.concat([territorio, Buffer.from('\n')]);
    const promessa = { byte: corpo.length, sha256: createHash('sha256').update(corpo).digest('hex') };
    const firma = await ask<{ arrivo: string; url: string; intestazioni: Record<string, string> }>(
      'ingest',
      toEvento('POST', `${CARICAMENTI}/firma?${QUERY}`, {
        ...RESPONSABILE,
        tipo: 'application/json',
        corpo: Buffer.from(JSON.stringify(promessa)),
      }),
    );
    expect(firma.stato).toBe(201);
    const { arrivo, url, intestazioni } = firma.json;
    expect((await fetch(url, { method: 'PUT', headers: intestazioni, body: corpo })).status).toBe(200);
    const s3 = { bucket: { name: 'arrivi' }, object: { key: `arrivi/casarano/${arrivo}`, size: corpo.length } };
    const evento = { Records: [{ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3 }] };
    for (let volta = 0; volta < 2; volta++) {
      expect(await nuvola.call('arrivi', evento)).toEqual({ esito: null });
    }
    expect(
      (await ask('ingest', toEvento('GET', `/api/v1/ambiti/casarano/arrivi/${arrivo}`, RESPONSABILE))).json,
    ).toMatchObject({
      stato: 'letto',
    });
  });

  test('what was published becomes pages: files first, then one signed value at the edge', async () => {
    const Keys = { PK: { S: 'ambito#casarano' }, SK: { S: 'E#00000001' } };
    const dynamodb = { Keys, SequenceNumber: '1', StreamViewType: 'KEYS_ONLY' };
    const evento = { Records: [{ eventName: 'INSERT', eventSource: 'aws:dynamodb', dynamodb }] };
    expect(await nuvola.call('sito', evento)).toEqual({ esito: null });
    // @source Amazon CloudFront KeyValueStore: its API takes no other signature than SigV4A
    expect(new Set(nuvola.mappa.map(({ firma }) => firma))).toEqual(new Set(['AWS4-ECDSA-P256-SHA256']));
    const scritte = nuvola.mappa.filter(({ valore }) => valore !== null);
    expect(scritte.map(({ chiave }) => chiave)).toEqual(['casarano', 'metodo']);
    const { impronta } = JSON.parse(scritte[0]?.valore ?? '{}') as { impronta: string };
    const file = [...nuvola.oggetti.keys()].filter((chiave) =>
      chiave.endsWith(`/edizioni/casarano/${impronta}/casarano.html`),
    );
    expect(file).toHaveLength(1);
  });

  test('everything is computed again by who may call the function, and what stays the same stays', async () => {
    expect(await nuvola.call('gestione', { ricalcola: true })).toEqual({ esito: [] });
    expect((await ask('api', toEvento('GET', '/api/v1/ambiti/casarano'))).json).toMatchObject({ edizione: 1 });
  });

  test('at night what nobody names is looked for', async () => {
    const evento = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };
    expect(await nuvola.call('pulizia', evento)).toEqual({ esito: null });
  });

  test('an original goes out to who may have it', async () => {
    const bozze = await ask<{ caricamenti: { id: string }[] }>('ingest', toEvento('GET', CARICAMENTI, RESPONSABILE));
    const id = bozze.json.caricamenti[0]?.id;
    const { esito } = await nuvola.call('ingest', toEvento('GET', `${CARICAMENTI}/${id}/originale`, RESPONSABILE));
    expect(esito).toMatchObject({ statusCode: 200, isBase64Encoded: true });
  });

  test('in all this no function has asked for what its role does not let it do', () => {
    expect(nuvola.negate).toEqual([]);
  });
});
