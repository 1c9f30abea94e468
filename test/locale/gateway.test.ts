import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configurazione } from '../../functions/core/http/accesso.ts';
import { INTESTAZIONI_SITO } from '../../functions/core/http/intestazioni.ts';
import { BASE, listRotte, ROTTE, type RottaId } from '../../functions/core/http/rotte.ts';
import type { ArrivoDto, FirmaDto } from '../../functions/core/http/schemi.ts';
import { COMUNI_CASARANO } from '../api/prova.ts';
import { type Origine, SCRIPT, startOrigine } from './origine.ts';

let origine: Origine;
beforeAll(async () => {
  origine = await startOrigine();
});
afterAll(() => origine.stop());

interface Risposta {
  readonly stato: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly byte: Buffer;
}

/** Without what `fetch` does by itself: it would unpack, follow and hide. */
function send(
  richiesta: string,
  { headers = {}, corpo }: { headers?: Record<string, string>; corpo?: string | Buffer } = {},
): Promise<Risposta> {
  const [method = '', path = ''] = richiesta.split(' ');
  return new Promise((then, fail) => {
    const req = request(origine.url, { method, path, headers }, (res) => {
      const pezzi: Buffer[] = [];
      res.on('data', (pezzo: Buffer) => pezzi.push(pezzo));
      res.on('end', () =>
        then({
          stato: res.statusCode ?? 0,
          headers: { ...res.headers } as Record<string, string>,
          byte: Buffer.concat(pezzi),
        }),
      );
    });
    req.on('error', fail);
    req.end(corpo);
  });
}

const DOMANI = new Date(Date.now() + 86_400_000);
const IERI = new Date(Date.now() - 86_400_000);

type Chi =
  | 'nobody'
  | 'organi'
  | 'operatore'
  | 'responsabile'
  | 'responsabile of another ambito'
  | 'operatore of another ambito'
  | 'organi of another ambito'
  | 'amministratore'
  | 'amministratore of an ambito'
  | 'a role without its ambito'
  | 'without groups'
  | 'expired'
  | 'never expiring'
  | 'not valid yet'
  | 'forged'
  | 'signed with the public key as a secret'
  | 'unsigned'
  | 'of another issuer'
  | 'of another client'
  | 'with an audience and no client'
  | 'not an access token'
  | 'not a token';

async function tokenOf(chi: Chi): Promise<string | undefined> {
  const buono = { iss: origine.iss, sub: 'prova', token_use: 'access', client_id: 'osservatorio-locale' };
  const potente = {
    ...buono,
    'cognito:groups': ['casarano/responsabile', 'casarano/operatore', 'casarano/organi', 'amministratore'],
  };
  const withGruppi = (gruppi: string[]): Promise<string> =>
    origine.sign({ ...buono, 'cognito:groups': gruppi }, DOMANI);
  switch (chi) {
    case 'nobody':
      return undefined;
    case 'amministratore':
      return withGruppi(['amministratore']);
    case 'responsabile of another ambito':
      return withGruppi(['lecce/responsabile', 'lecce/operatore', 'lecce/organi']);
    case 'operatore of another ambito':
      return withGruppi(['lecce/operatore']);
    case 'organi of another ambito':
      return withGruppi(['lecce/organi']);
    case 'amministratore of an ambito':
      return withGruppi(['casarano/amministratore']);
    case 'a role without its ambito':
      return withGruppi(['responsabile', 'operatore', 'organi', '/responsabile', 'casarano', 'casarano/']);
    case 'without groups':
      return origine.sign(buono, DOMANI);
    case 'never expiring':
      return origine.sign({ ...potente, iat: 1 }, undefined);
    case 'not valid yet':
      return origine.sign({ ...potente, nbf: Math.floor(DOMANI.getTime() / 1000) - 60 }, DOMANI);
    case 'signed with the public key as a secret':
      return new SignJWT(potente)
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime(DOMANI)
        .sign(new TextEncoder().encode(await exportSPKI(origine.publicKey)));
    case 'with an audience and no client': {
      const { client_id, ...senza } = potente;
      return origine.sign({ ...senza, aud: client_id }, DOMANI);
    }
    case 'expired':
      return origine.sign(potente, IERI);
    case 'forged':
      return origine.sign(potente, DOMANI, (await generateKeyPair('ES256')).privateKey);
    case 'unsigned':
      return new UnsecuredJWT(potente).setExpirationTime(DOMANI).encode();
    case 'of another issuer':
      return origine.sign({ ...potente, iss: 'http://altrove' }, DOMANI);
    case 'of another client':
      return origine.sign({ ...potente, client_id: 'altro' }, DOMANI);
    case 'not an access token':
      return origine.sign({ ...potente, token_use: 'id' }, DOMANI);
    case 'not a token':
      return 'non-un-gettone';
    default:
      return withGruppi([`casarano/${chi}`]);
  }
}

/** Who comes with a good token, whatever it opens. */
const RICONOSCIUTI: readonly Chi[] = [
  'organi',
  'operatore',
  'responsabile',
  'responsabile of another ambito',
  'operatore of another ambito',
  'organi of another ambito',
  'amministratore',
  'amministratore of an ambito',
  'a role without its ambito',
  'without groups',
];
const SCONOSCIUTI: readonly Chi[] = [
  'nobody',
  'expired',
  'never expiring',
  'not valid yet',
  'forged',
  'signed with the public key as a secret',
  'unsigned',
  'of another issuer',
  'of another client',
  'with an audience and no client',
  'not an access token',
  'not a token',
];
const TUTTI = [...RICONOSCIUTI, ...SCONOSCIUTI];

/** Who may enter, said here anew: a route without a rule does not compile, and a rule that changes must change in both places. */
const REGOLE: Readonly<Record<RottaId, 'everyone' | readonly Chi[]>> = {
  salute: 'everyone',
  ambiti: 'everyone',
  ambito: 'everyone',
  tipi: 'everyone',
  tipo: 'everyone',
  'tipo-schema': 'everyone',
  'tipo-modello': 'everyone',
  indicatori: 'everyone',
  indicatore: 'everyone',
  osservazioni: 'everyone',
  'osservazioni-csv': 'everyone',
  spiegazione: 'everyone',
  tabella: 'everyone',
  'tabella-csv': 'everyone',
  versioni: 'everyone',
  originale: 'everyone',
  qualita: 'everyone',
  calendario: 'everyone',
  'calendario-ics': 'everyone',
  registro: 'everyone',
  riparto: 'everyone',
  openapi: 'everyone',
  'registra-ambito': ['amministratore'],
  carica: ['operatore', 'responsabile'],
  firma: ['operatore', 'responsabile', 'amministratore'],
  arrivo: ['operatore', 'responsabile', 'amministratore'],
  caricamenti: ['organi', 'operatore', 'responsabile'],
  caricamento: ['organi', 'operatore', 'responsabile'],
  'caricamento-originale': ['organi', 'operatore', 'responsabile'],
  'caricamento-foglio': ['organi', 'operatore', 'responsabile'],
  'caricamento-copia': ['organi', 'operatore', 'responsabile'],
  'caricamento-correggi': ['operatore', 'responsabile'],
  'apri-consultazione': ['operatore', 'responsabile'],
  'chiudi-consultazione': ['operatore', 'responsabile'],
  ritira: ['operatore', 'responsabile'],
  pubblica: ['responsabile'],
  ripristina: ['responsabile'],
};

const SEGNAPOSTO: Readonly<Record<string, string>> = {
  ambito: 'casarano',
  tipo: 'fondi',
  indicatore: 'densita',
  caricamento: 'inesistente',
  arrivo: 'inesistente',
  versione: '1',
  parte: 'intera',
};

describe('who may enter', () => {
  const casi = (Object.keys(REGOLE) as RottaId[]).flatMap((id) => TUTTI.map((chi) => [id, chi] as const));

  test.each(casi)('%s, %s', async (id, chi) => {
    const { metodo, percorso } = ROTTE[id];
    const regola = REGOLE[id];
    const indirizzo = percorso.replace(/\{([^}]+)\}/g, (_, nome: string) => SEGNAPOSTO[nome] ?? '');
    const gettone = await tokenOf(chi);
    // Nothing is sent, so that what is let in changes nothing: it is then 404, 415 or 200.
    const { stato } = await send(`${metodo} ${BASE}${indirizzo}`, {
      headers: gettone === undefined ? {} : { authorization: `Bearer ${gettone}` },
    });
    if (regola === 'everyone' || regola.includes(chi)) expect([401, 403]).not.toContain(stato);
    else expect(stato).toBe(RICONOSCIUTI.includes(chi) ? 403 : 401);
  });
});

describe('a method that no route declares is refused, whoever asks', () => {
  const METODI = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];
  const ammessi = new Map<string, Set<string>>();
  for (const { metodo, percorso } of listRotte()) {
    const suoi = ammessi.get(percorso) ?? new Set();
    for (const uno of metodo === 'GET' ? ['GET', 'HEAD'] : [metodo]) suoi.add(uno);
    ammessi.set(percorso, suoi);
  }

  test.each([...ammessi])('%s', async (percorso, suoi) => {
    const indirizzo = percorso.replace(/\{([^}]+)\}/g, (_, nome: string) => SEGNAPOSTO[nome] ?? '');
    const potenti = [await tokenOf('amministratore'), await tokenOf('responsabile'), await tokenOf('nobody')];
    for (const metodo of METODI.filter((uno) => !suoi.has(uno))) {
      for (const gettone of potenti) {
        const { stato, headers } = await send(`${metodo} ${BASE}${indirizzo}`, {
          headers: gettone === undefined ? {} : { authorization: `Bearer ${gettone}` },
        });
        expect([metodo, stato]).toEqual([metodo, 405]);
        expect(headers.allow?.split(', ').toSorted()).toEqual([...suoi].toSorted());
      }
    }
  });
});

describe('the development issuer', () => {
  const json = { 'content-type': 'application/json' };
  const corpo = JSON.stringify({ gruppi: ['casarano/operatore'] });

  test('gives a token that opens what its groups open', async () => {
    const { stato, byte } = await send('POST /locale/token', { headers: json, corpo });
    expect(stato).toBe(200);
    const { accessToken } = JSON.parse(byte.toString()) as { accessToken: string };
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await send(`GET ${BASE}/ambiti/casarano/caricamenti`, { headers })).stato).toBe(200);
    expect((await send(`GET ${BASE}/ambiti/lecce/caricamenti`, { headers })).stato).toBe(403);
  });

  test.each<[string, Record<string, string>, string, number]>([
    ['a page of another site', { ...json, origin: 'https://altrove.example' }, corpo, 403],
    ['another name for this address', { ...json, host: 'altrove.example' }, corpo, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'gruppi=amministratore', 415],
    ['no groups', json, '{}', 400],
    ['a group with a space', json, '{"gruppi":["a b"]}', 400],
    ['what is not JSON', json, 'gruppi', 400],
  ])('refuses %s', async (...[, headers, testo, stato]) => {
    expect((await send('POST /locale/token', { headers, corpo: testo })).stato).toBe(stato);
  });

  test('is named where the desk looks for how one enters', async () => {
    const { stato, headers: risposta, byte } = await send('GET /configurazione.json');
    expect([stato, risposta['cache-control']]).toEqual([200, 'private, no-store']);
    expect(configurazione.parse(JSON.parse(byte.toString()))).toEqual({
      accesso: { modo: 'locale', gettone: '/locale/token' },
    });
  });

  test('is asked with POST', async () => {
    const { stato, headers } = await send('GET /locale/token');
    expect([stato, headers.allow]).toEqual([405, 'POST']);
  });
});

describe('pages and files', () => {
  test.each<[string, number, string]>([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/casarano/confronto?indicatore=densita', 200, 'text/html; charset=utf-8'],
    ['/metodo/indicatori/densita', 200, 'text/html; charset=utf-8'],
    ['/metodo/indicatori/felicita', 404, 'text/html; charset=utf-8'],
    ['/casarano/comuni/075016', 200, 'text/html; charset=utf-8'],
    ['/casarano/comuni/099999', 404, 'text/html; charset=utf-8'],
    ['/napoli', 404, 'text/html; charset=utf-8'],
    ['/casarano/nulla', 404, 'text/html; charset=utf-8'],
    ['/assets/pagina-Ab12_x9z.js', 200, 'text/javascript; charset=utf-8'],
    ['/assets/mancante-Ab12_x9z.js', 404, 'text/html; charset=utf-8'],
    ['/icona.svg', 200, 'image/svg+xml'],
    ['/../package.json', 404, 'text/html; charset=utf-8'],
    ['/%2e%2e/package.json', 404, 'text/html; charset=utf-8'],
    ['/assets/..%2f..%2fpackage.json', 404, 'text/html; charset=utf-8'],
    ['/api/v1/nulla', 404, 'application/problem+json'],
    ['/api/nulla', 404, 'application/problem+json'],
    ['/api', 200, 'text/html; charset=utf-8'],
    ['//altrove.example/casarano', 400, 'application/problem+json'],
  ])('%s: %i', async (indirizzo, stato, tipo) => {
    const risposta = await send(`GET ${indirizzo}`);
    expect([risposta.stato, risposta.headers['content-type']]).toEqual([stato, tipo]);
    expect(risposta.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
    for (const nome of Object.keys(INTESTAZIONI_SITO)) expect(risposta.headers[nome]).toBeDefined();
    expect(risposta.headers['content-security-policy']).not.toMatch(/unsafe-|\*/);
  });

  test('a file with the hash in its name lasts, a page is asked for again', async () => {
    expect((await send('GET /assets/pagina-Ab12_x9z.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    const pagina = await send('GET /casarano');
    expect(pagina.headers['cache-control']).toBe('no-cache');
    const ancora = await send('GET /casarano', { headers: { 'if-none-match': pagina.headers.etag ?? '' } });
    expect([ancora.stato, ancora.byte.length]).toEqual([304, 0]);
  });

  test('a page cannot be written', async () => {
    const { stato, headers } = await send('POST /casarano');
    expect([stato, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('HEAD tells what GET would, without the body', async () => {
    for (const indirizzo of ['/assets/pagina-Ab12_x9z.js', `${BASE}/tipi`]) {
      const [testa, intera] = [await send(`HEAD ${indirizzo}`), await send(`GET ${indirizzo}`)];
      expect([testa.stato, testa.byte.length, testa.headers['content-length']]).toEqual([
        200,
        0,
        String(intera.byte.length),
      ]);
    }
  });
});

describe('compression', () => {
  test.each<[string, string, string | undefined, (byte: Buffer) => Buffer]>([
    ['/assets/pagina-Ab12_x9z.js', 'gzip, deflate, br', 'br', brotliDecompressSync],
    ['/assets/pagina-Ab12_x9z.js', 'gzip', 'gzip', gunzipSync],
    ['/assets/pagina-Ab12_x9z.js', 'br;q=0, identity', undefined, (byte) => byte],
    [`${BASE}/tipi`, 'br', 'br', brotliDecompressSync],
    [`${BASE}/tipi`, 'gzip;q=0.5', 'gzip', gunzipSync],
    [`${BASE}/salute`, 'br', undefined, (byte) => byte],
  ])('%s for %s', async (...[indirizzo, accetta, codifica, unpack]) => {
    const risposta = await send(`GET ${indirizzo}`, { headers: { 'accept-encoding': accetta } });
    expect(risposta.headers['content-encoding']).toBe(codifica);
    const intera = await send(`GET ${indirizzo}`);
    expect(unpack(risposta.byte).equals(intera.byte)).toBe(true);
    if (codifica)
      expect([risposta.byte.length < intera.byte.length, risposta.headers.vary]).toEqual([true, 'accept-encoding']);
    if (indirizzo.startsWith('/assets')) expect(intera.byte.toString()).toBe(SCRIPT);
  });
});

describe('a body', () => {
  const carica = `POST ${BASE}/ambiti/casarano/caricamenti?tipo=fondi&documento=Piano`;
  test.each<[string, number]>([
    ['over what a function takes', 4 * 1024 * 1024 + 1],
    ['over what the gateway takes', 11 * 1024 * 1024],
  ])('%s is 413, read to its end', async (_titolo, lunghezza) => {
    const gettone = await tokenOf('operatore');
    const headers = { authorization: `Bearer ${gettone}`, 'content-type': 'application/octet-stream' };
    const { stato, headers: risposta } = await send(carica, { headers, corpo: Buffer.alloc(lunghezza, 65) });
    expect([stato, risposta['content-type']]).toEqual([413, 'application/problem+json']);
  });
});

describe('a file by signature, over the wire', () => {
  const QUERY = 'tipo=migrazioni&documento=Prova&anno=2021';
  const testo = `Comune;Emigrazioni;Immigrazioni\n${COMUNI_CASARANO.map(([, nome], i) => `${nome};${i};${i + 1}`).join('\n')}\n`;

  async function sign(dati: Buffer): Promise<FirmaDto> {
    const risposta = await fetch(`${origine.url}/api/v1/ambiti/casarano/caricamenti/firma?${QUERY}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenOf('operatore')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ byte: dati.length, sha256: createHash('sha256').update(dati).digest('hex') }),
    });
    expect(risposta.status).toBe(201);
    return (await risposta.json()) as FirmaDto;
  }

  test('comes in past the limit of a request, is read while one asks, and is a draft', async () => {
    const dati = Buffer.concat([Buffer.from(testo), Buffer.from(`${' '.repeat(1023)}\n`.repeat(11 * 1024))]);
    const { url, metodo, intestazioni, arrivo, caricamento } = await sign(dati);
    const put = await fetch(`${origine.url}${url}`, { method: metodo, headers: intestazioni, body: dati });
    expect([put.status, put.headers.get('cache-control')]).toEqual([204, 'private, no-store']);
    const headers = { authorization: `Bearer ${await tokenOf('operatore')}` };
    const ask = async (percorso: string) =>
      (await (await fetch(`${origine.url}/api/v1/ambiti/casarano/${percorso}`, { headers })).json()) as {
        stato: string;
        base: number;
      };
    await origine.notifica.drain();
    expect(await ask(`arrivi/${arrivo}`)).toMatchObject({ stato: 'letto', caricamento });
    expect(await ask(`caricamenti/${caricamento}`)).toMatchObject({ stato: 'letto', righe: 7 });

    // And out again, by a signature too: too large for an answer, whoever follows the address gets the same bytes.
    const bozza = `/api/v1/ambiti/casarano/caricamenti/${caricamento}`;
    const altrove = await send(`GET ${bozza}/originale`, { headers });
    expect([altrove.stato, altrove.headers['cache-control']]).toEqual([307, 'private, no-store']);
    const firmato = altrove.headers.location ?? '';
    expect(firmato).toMatch(/^\/originali\/[0-9a-f]{64}\?/);
    const seguita = await fetch(`${origine.url}${bozza}/originale`, { headers });
    expect(Buffer.from(await seguita.arrayBuffer()).equals(dati)).toBe(true);
    expect(Object.fromEntries(seguita.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="casarano-migrazioni-intera.csv"',
      'content-length': String(dati.length),
      'cache-control': 'private, no-store',
    });
    for (const altra of [
      firmato.replace(/firma=./, 'firma=g'),
      firmato.replace(/scade=./, 'scade=9'),
      '/originali/x',
    ]) {
      expect((await send(`GET ${altra}`)).stato).toBe(403);
    }

    const { base } = await ask(`caricamenti/${caricamento}`);
    await fetch(`${origine.url}${bozza}/pubblicazione`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenOf('responsabile')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ base }),
    });
    const pubblico = `${BASE}/ambiti/casarano/tabelle/migrazioni/versioni/1/parti/intera/originale`;
    const { stato, headers: risposta } = await send(`GET ${pubblico}`);
    expect([stato, risposta['cache-control']]).toEqual([307, 'private, no-store']);
    expect((await send(`GET ${risposta.location}`)).byte.equals(dati)).toBe(true);
  });

  test('is read again on its own, when its reading is corrected', async () => {
    const dati = Buffer.concat([Buffer.from(testo), Buffer.alloc(4 * 1024 * 1024, `${' '.repeat(1022)}\n`)]);
    const { url, metodo, caricamento } = await sign(dati);
    await fetch(`${origine.url}${url}`, { method: metodo, body: dati });
    await origine.notifica.drain();
    const headers = { authorization: `Bearer ${await tokenOf('operatore')}`, 'content-type': 'application/json' };
    const ambito = `${origine.url}/api/v1/ambiti/casarano`;
    const corretta = await fetch(`${ambito}/caricamenti/${caricamento}/correzioni`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ correzioni: 'riga 2=nota' }),
    });
    expect(corretta.status).toBe(202);
    const { id } = (await corretta.json()) as ArrivoDto;
    await origine.notifica.drain();
    const arrivo = (await (await fetch(`${ambito}/arrivi/${id}`, { headers })).json()) as ArrivoDto;
    expect(arrivo.stato).toBe('letto');
    const bozza = await (await fetch(`${ambito}/caricamenti/${arrivo.caricamento}`, { headers })).json();
    expect(bozza).toMatchObject({ righe: 6, contesto: { correzioni: 'riga 2=nota' } });
  });

  test.each<[string, (url: string) => string, number]>([
    ['no signature', (url) => url.replace(/\?.*/, ''), 403],
    ['another signature', (url) => url.replace(/firma=(.)/, (_, prima) => `firma=${prima === '0' ? '1' : '0'}`), 403],
  ])('with %s is a problem+json', async (_, change, stato) => {
    const dati = Buffer.from(testo);
    const { url, metodo } = await sign(dati);
    const put = await fetch(`${origine.url}${change(url)}`, { method: metodo, body: dati });
    expect([put.status, put.headers.get('content-type')]).toEqual([stato, 'application/problem+json']);
  });

  test('too large for a request, the direct way says where to go', async () => {
    const headers = {
      authorization: `Bearer ${await tokenOf('operatore')}`,
      'content-type': 'application/octet-stream',
    };
    for (const byte of [4 * 1024 * 1024 + 1, 11 * 1024 * 1024]) {
      const risposta = await fetch(`${origine.url}/api/v1/ambiti/casarano/caricamenti?${QUERY}`, {
        method: 'POST',
        headers,
        body: Buffer.alloc(byte, 'a'),
      });
      expect(risposta.status).toBe(413);
      expect(((await risposta.json()) as { detail: string }).detail).toMatch(
        /fino a 256 MB.*POST \/api\/v1\/ambiti\/\{ambito\}\/caricamenti\/firma/,
      );
    }
  });
});
