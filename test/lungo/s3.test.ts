/**
 * What is signed and written, against a whole S3 instead of the few answers that `test/store` gives: `S3_ENDPOINT=… npm run lungo -- s3`, with the
 * credentials of that storage in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. It makes two buckets of its own and takes them away.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  ListObjectsV2Command,
  PutBucketCorsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Arrivi, Firma } from '../../functions/store/arrivi.ts';
import { createArriviS3 } from '../../functions/store/arrivi-s3.ts';
import type { Originali } from '../../functions/store/deposito.ts';
import { createOriginaliS3 } from '../../functions/store/originali-s3.ts';
import { createPila, listRisorse } from '../infra/pila.ts';

const { S3_ENDPOINT: endpoint, AWS_REGION: region = 'us-east-1' } = process.env;

const BYTE = Buffer.from('comune;anno\n'.repeat(500_000));
const SHA256 = createHash('sha256').update(BYTE).digest('hex');
const CHIAVE = 'arrivi/casarano/prova';
const SITO = 'https://osservatorio.example.it';
const fra = (secondi: number): Date => new Date(Date.now() + secondi * 1000);

describe.runIf(endpoint)('a whole S3', () => {
  const s3 = new S3Client({
    ...(endpoint !== undefined && { endpoint }),
    region,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const bucket = { arrivi: `prova-arrivi-${randomUUID()}`, originali: `prova-originali-${randomUUID()}` };
  let arrivi: Arrivi;
  let originali: Originali;
  beforeAll(async () => {
    for (const Bucket of Object.values(bucket)) await s3.send(new CreateBucketCommand({ Bucket }));
    const CORSConfiguration = { CORSRules: [readRegolaPagine()] };
    await s3.send(new PutBucketCorsCommand({ Bucket: bucket.arrivi, CORSConfiguration }));
    arrivi = createArriviS3(s3, bucket);
    originali = createOriginaliS3(s3, bucket.originali);
  });
  afterAll(async () => {
    for (const Bucket of Object.values(bucket)) {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
      const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
      if (Objects.length > 0) await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
      await s3.send(new DeleteBucketCommand({ Bucket }));
    }
  });

  const sign = (scadeIl = fra(60)): Promise<Firma> =>
    arrivi.sign({ chiave: CHIAVE, byte: BYTE.length, sha256: SHA256, scadeIl });
  const put = async ({ url, metodo, intestazioni }: Firma, body: Uint8Array<ArrayBuffer>): Promise<number> =>
    (await fetch(url, { method: metodo, headers: { ...intestazioni }, body })).status;

  test('a signature lets in no other length, no other hash, and nothing after its end', async () => {
    const firma = await sign();
    expect(await put(firma, BYTE.subarray(1))).toBe(403);
    expect(await put(firma, Buffer.concat([BYTE, Buffer.from('x')]))).toBe(403);
    expect(await put({ ...firma, intestazioni: {} }, BYTE)).toBe(403);
    expect(await put({ ...firma, intestazioni: { 'x-amz-checksum-sha256': 'AAAA' } }, BYTE)).toBe(403);
    const breve = await sign(fra(1));
    await new Promise((then) => setTimeout(then, 2_500));
    expect(await put(breve, BYTE)).toBe(403);
    expect(await arrivi.open(CHIAVE)).toBeNull();
  });

  test('the browser is told by the bucket that the pages of the site, and no other, may send what they send', async () => {
    const ask = async (origin: string) => {
      const headers = {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'x-amz-checksum-sha256',
      };
      return fetch((await sign()).url, { method: 'OPTIONS', headers });
    };
    expect((await ask(SITO)).headers.get('access-control-allow-origin')).toBe(SITO);
    expect((await ask('https://altro.example.it')).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('what was promised comes in, is kept once by copy, and is taken away', async () => {
    expect(await put(await sign(), BYTE)).toBe(200);
    const impronta = createHash('sha256');
    for await (const pezzo of (await arrivi.open(CHIAVE))?.open() ?? []) impronta.update(pezzo);
    expect(impronta.digest('hex')).toBe(SHA256);
    await arrivi.keep(CHIAVE, SHA256);
    await arrivi.keep(CHIAVE, SHA256);
    await arrivi.remove(CHIAVE);
    await arrivi.remove(CHIAVE);
    expect(await arrivi.open(CHIAVE)).toBeNull();
    expect((await originali.open(SHA256))?.byte).toBe(BYTE.length);
  });

  test('an original is put once, and comes out by a signature as a file to be saved, for whoever has it and for a GET alone', async () => {
    const byte = Buffer.from('un originale piccolo');
    const sha256 = createHash('sha256').update(byte).digest('hex');
    expect(await originali.get(sha256)).toBeNull();
    await originali.put(sha256, byte);
    await originali.put(sha256, byte);
    const url = await originali.sign(sha256, { nomeFile: 'popolazione.csv', scadeIl: fra(60) });
    const risposta = await fetch(url);
    expect(Buffer.from(await risposta.arrayBuffer())).toEqual(byte);
    expect(Object.fromEntries(risposta.headers)).toMatchObject({
      'content-disposition': 'attachment; filename="popolazione.csv"',
      'content-type': 'application/octet-stream',
      'cache-control': 'private, no-store',
    });
    expect((await fetch(url.replace('attachment', 'inline'))).status).toBe(403);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(403);
  });

  test('what is announced is an empty object', async () => {
    await arrivi.announce(CHIAVE);
    expect((await arrivi.open(CHIAVE))?.byte).toBe(0);
  });
});

/** As the stack writes it for the bucket of the arrivals, with an origin that is known here. */
function readRegolaPagine() {
  const regole = listRisorse<Secchio>(Template.fromStack(createPila()), 'AWS::S3::Bucket').flatMap(
    ({ Properties }) => Properties.CorsConfiguration?.CorsRules ?? [],
  );
  const regola = regole.find(({ AllowedMethods }) => AllowedMethods.includes('PUT'));
  if (!regola) throw new TypeError('il bucket degli arrivi non ammette più le pagine');
  const { AllowedHeaders, AllowedMethods, MaxAge } = regola;
  return { AllowedHeaders, AllowedMethods, MaxAgeSeconds: MaxAge, AllowedOrigins: [SITO] };
}

interface Secchio {
  readonly CorsConfiguration?: {
    readonly CorsRules: readonly {
      readonly AllowedHeaders: string[];
      readonly AllowedMethods: string[];
      readonly MaxAge: number;
    }[];
  };
}
