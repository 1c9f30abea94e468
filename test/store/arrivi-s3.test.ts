/** Over the wire, against the few answers of S3 that matter here: signed put with length and hash, HEAD, GET in pieces, copy, delete. */
import { createHash } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Arrivi } from '../../functions/store/arrivi.ts';
import { createArriviS3 } from '../../functions/store/arrivi-s3.ts';
import { createOriginaliS3 } from '../../functions/store/originali-s3.ts';

const BYTE = Buffer.from('comune;anno\n'.repeat(20_000));
const SHA256 = createHash('sha256').update(BYTE).digest('hex');
const CHIAVE = `arrivi/casarano/${'0'.repeat(32)}`;

let server: Server;
let oggetti: Map<string, Buffer>;
let viste: string[];
let copie: IncomingHttpHeaders[];
/** The bucket answers nobody. */
let vietato: boolean;
let s3: S3Client;
let arrivi: Arrivi;
beforeEach(async () => {
  oggetti = new Map();
  viste = [];
  copie = [];
  vietato = false;
  server = createServer((richiesta, risposta) => void answer(richiesta, risposta));
  await new Promise<void>((then) => server.listen(0, '127.0.0.1', then));
  s3 = new S3Client({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-south-1',
    forcePathStyle: true,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    credentials: { accessKeyId: 'prova', secretAccessKey: 'prova' },
  });
  arrivi = createArriviS3(s3, { arrivi: 'approdo', originali: 'secchio' });
});
afterEach(() => new Promise<void>((then) => server.close(() => then()).closeAllConnections()));

async function answer(richiesta: IncomingMessage, risposta: ServerResponse): Promise<void> {
  const chiave = new URL(richiesta.url ?? '/', 'http://s3').pathname;
  viste.push(`${richiesta.method} ${chiave}`);
  if (vietato) {
    risposta.writeHead(403).end();
    return;
  }
  richiesta.resume();
  const da = richiesta.headers['x-amz-copy-source'];
  if (da) copie.push(richiesta.headers);
  if (richiesta.method === 'PUT' && typeof da === 'string') {
    oggetti.set(chiave, oggetti.get(`/${da}`) ?? Buffer.alloc(0));
    risposta.end('<CopyObjectResult><ETag>"x"</ETag></CopyObjectResult>');
    return;
  }
  if (richiesta.method === 'PUT') {
    oggetti.set(chiave, Buffer.alloc(Number(richiesta.headers['content-length'])));
    risposta.end();
    return;
  }
  if (richiesta.method === 'DELETE') oggetti.delete(chiave);
  const byte = oggetti.get(chiave);
  if (richiesta.method !== 'DELETE' && !byte) {
    risposta.writeHead(404, { 'content-type': 'application/xml' });
    risposta.end(richiesta.method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code></Error>');
    return;
  }
  risposta.setHeader('content-length', byte?.length ?? 0);
  risposta.end(richiesta.method === 'HEAD' ? undefined : byte);
}

test('a signature is of those bytes, that length and that hash, on the address of the bucket, and nothing else has to be sent', async () => {
  const nuvola = new S3Client({
    region: 'eu-south-1',
    requestChecksumCalculation: 'WHEN_REQUIRED',
    credentials: { accessKeyId: 'prova', secretAccessKey: 'prova' },
  });
  const scadeIl = new Date(Date.now() + 3_600_000);
  const firma = await createArriviS3(nuvola, { arrivi: 'approdo', originali: 'secchio' }).sign({
    chiave: CHIAVE,
    byte: BYTE.length,
    sha256: SHA256,
    scadeIl,
  });
  const impronta = Buffer.from(SHA256, 'hex').toString('base64');
  expect([firma.metodo, firma.intestazioni]).toEqual(['PUT', { 'x-amz-checksum-sha256': impronta }]);
  const { origin, pathname, searchParams } = new URL(firma.url);
  // As the policy of the pages admits it: infra/bucket.ts.
  expect(origin).toBe('https://approdo.s3.eu-south-1.amazonaws.com');
  expect(pathname).toBe(`/${CHIAVE}`);
  expect(searchParams.get('X-Amz-SignedHeaders')?.split(';')).toEqual([
    'content-length',
    'host',
    'x-amz-checksum-sha256',
  ]);
  expect(Number(searchParams.get('X-Amz-Expires'))).toBeGreaterThan(3_590);
  expect([...searchParams.keys()].filter((nome) => /checksum|sdk/i.test(nome))).toEqual([]);
});

test('what has come is read in pieces, as often as needed; what has not is null', async () => {
  expect(await arrivi.open(CHIAVE)).toBeNull();
  oggetti.set(`/approdo/${CHIAVE}`, BYTE);
  const sorgente = await arrivi.open(CHIAVE);
  expect(sorgente?.byte).toBe(BYTE.length);
  for (let volta = 0; volta < 2; volta++) {
    const impronta = createHash('sha256');
    for await (const pezzo of sorgente?.open() ?? []) impronta.update(pezzo);
    expect(impronta.digest('hex')).toBe(SHA256);
  }
});

test('it is kept by copy among the originals, once, and then taken away', async () => {
  oggetti.set(`/approdo/${CHIAVE}`, BYTE);
  await arrivi.keep(CHIAVE, SHA256);
  await arrivi.keep(CHIAVE, SHA256);
  expect(viste.filter((vista) => vista.startsWith('PUT'))).toEqual([`PUT /secchio/originali/${SHA256}`]);
  expect(copie).toMatchObject([
    {
      'x-amz-checksum-algorithm': 'SHA256',
      'content-type': 'application/octet-stream',
      'x-amz-metadata-directive': 'REPLACE',
    },
  ]);
  await arrivi.remove(CHIAVE);
  expect([...oggetti.keys()]).toEqual([`/secchio/originali/${SHA256}`]);
  const originale = await createOriginaliS3(s3, 'secchio').open(SHA256);
  expect(originale?.byte).toBe(BYTE.length);
});

test('what is only announced is an empty object: the storage tells of it, and it is taken away like the others', async () => {
  await arrivi.announce(CHIAVE);
  expect(viste).toEqual([`PUT /approdo/${CHIAVE}`]);
  expect(oggetti.get(`/approdo/${CHIAVE}`)?.length).toBe(0);
  await arrivi.remove(CHIAVE);
  expect(oggetti.size).toBe(0);
});

test('a bucket that does not answer is a fault: nobody is told that nothing has come', async () => {
  vietato = true;
  await expect(arrivi.open(CHIAVE)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  await expect(arrivi.keep(CHIAVE, SHA256)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  expect(copie).toEqual([]);
});
