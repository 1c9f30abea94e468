/** Over the wire, against the few answers of S3 that matter here: conditional put, checksum, missing key. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Originali } from '../../functions/store/deposito.ts';
import { createOriginaliS3 } from '../../functions/store/originali-s3.ts';

const BYTE = Uint8Array.from({ length: 256 }, (_, i) => i);
const SHA256 = createHash('sha256').update(BYTE).digest('hex');

let server: Server;
let oggetti: Map<string, { byte: Buffer; scritture: number; tipo: string | undefined }>;
let originali: Originali;
beforeEach(async () => {
  oggetti = new Map();
  server = createServer((richiesta, risposta) => void answer(richiesta, risposta));
  await new Promise<void>((then) => server.listen(0, '127.0.0.1', then));
  const s3 = new S3Client({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-south-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: 'prova', secretAccessKey: 'prova' },
  });
  originali = createOriginaliS3(s3, 'secchio');
});
afterEach(() => new Promise<void>((then) => server.close(() => then()).closeAllConnections()));

async function answer(richiesta: IncomingMessage, risposta: ServerResponse): Promise<void> {
  const chiave = new URL(richiesta.url ?? '/', 'http://s3').pathname;
  const gia = oggetti.get(chiave);
  const pezzi: Buffer[] = [];
  for await (const pezzo of richiesta) pezzi.push(pezzo as Buffer);
  if (richiesta.method === 'GET') {
    if (!gia) return refuse(risposta, 404, 'NoSuchKey');
    risposta.end(gia.byte);
    return;
  }
  const byte = Buffer.concat(pezzi);
  const atteso = richiesta.headers['x-amz-checksum-sha256'];
  if (atteso !== createHash('sha256').update(byte).digest('base64')) return refuse(risposta, 400, 'BadDigest');
  if (gia && richiesta.headers['if-none-match'] === '*') return refuse(risposta, 412, 'PreconditionFailed');
  oggetti.set(chiave, { byte, scritture: (gia?.scritture ?? 0) + 1, tipo: richiesta.headers['content-type'] });
  risposta.end();
}

function refuse(risposta: ServerResponse, stato: number, codice: string): void {
  risposta.writeHead(stato, { 'content-type': 'application/xml' });
  risposta.end(`<?xml version="1.0"?><Error><Code>${codice}</Code><Message>${codice}</Message></Error>`);
}

test('the bytes come back as they were received, under the key of their sha256', async () => {
  await originali.put(SHA256, BYTE);
  expect(new Uint8Array((await originali.get(SHA256)) ?? [])).toEqual(BYTE);
  expect([...oggetti.keys()]).toEqual([`/secchio/originali/${SHA256}`]);
});

test('what was never kept is null', async () => {
  expect(await originali.get(SHA256)).toBeNull();
});

test('the same bytes twice are one object, written once', async () => {
  await originali.put(SHA256, BYTE);
  await originali.put(SHA256, BYTE);
  expect([...oggetti.values()].map(({ scritture }) => scritture)).toEqual([1]);
});

test('whatever they are, nobody is told that they are a page', async () => {
  await originali.put(SHA256, BYTE);
  expect([...oggetti.values()].map(({ tipo }) => tipo)).toEqual(['application/octet-stream']);
});

test('bytes that are not those of the key are refused', async () => {
  await expect(originali.put('0'.repeat(64), BYTE)).rejects.toMatchObject({ name: 'BadDigest' });
});

test('a signature lets out those bytes alone, to be saved and never shown, on the address of the bucket, for as long as it says', async () => {
  const nuvola = new S3Client({
    region: 'eu-south-1',
    credentials: { accessKeyId: 'prova', secretAccessKey: 'prova' },
  });
  const scadeIl = new Date(Date.now() + 300_000);
  const firmato = await createOriginaliS3(nuvola, 'secchio').sign(SHA256, { nomeFile: 'popolazione.csv', scadeIl });
  const { origin, pathname, searchParams } = new URL(firmato);
  // As the policy of the pages admits it: infra/bucket.ts.
  expect([origin, pathname]).toEqual(['https://secchio.s3.eu-south-1.amazonaws.com', `/originali/${SHA256}`]);
  // Nothing that a browser would not send.
  expect(searchParams.get('X-Amz-SignedHeaders')).toBe('host');
  expect(Object.fromEntries(searchParams)).toMatchObject({
    'response-content-disposition': 'attachment; filename="popolazione.csv"',
    'response-content-type': 'application/octet-stream',
    'response-cache-control': 'private, no-store',
  });
  const validita = Number(searchParams.get('X-Amz-Expires'));
  expect(validita).toBeGreaterThan(290);
  expect(validita).toBeLessThanOrEqual(300);
});
