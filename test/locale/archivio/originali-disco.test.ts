import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOriginaliDisco, type OriginaliDisco } from '../../../functions/locale/archivio/originali-disco.ts';

const BYTE = Uint8Array.from({ length: 256 }, (_, i) => i);
const SHA256 = createHash('sha256').update(BYTE).digest('hex');

let cartella: string;
let adesso = new Date('2026-06-22T08:00:00Z');
let originali: OriginaliDisco;
beforeEach(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'osservatorio-originali-'));
  originali = createOriginaliDisco(cartella, () => adesso);
});
afterEach(() => rm(cartella, { recursive: true, force: true }));

test('the bytes come back as they were received, whatever they are', async () => {
  for (const byte of [BYTE, new Uint8Array()]) {
    const sha256 = createHash('sha256').update(byte).digest('hex');
    await originali.put(sha256, byte);
    expect(new Uint8Array((await createOriginaliDisco(cartella).get(sha256)) ?? [1])).toEqual(byte);
  }
});

test('what was never kept is null', async () => {
  expect(await originali.get(SHA256)).toBeNull();
});

test('the same bytes twice, also at once, are one file and nothing beside it', async () => {
  await Promise.all([1, 2, 3].map(() => originali.put(SHA256, BYTE)));
  expect(await readdir(join(cartella, 'originali', SHA256.slice(0, 2)))).toEqual([SHA256]);
});

test('what cannot be written is an error, and leaves nothing half written', async () => {
  await writeFile(join(cartella, 'originali'), 'un file, non una cartella');
  await expect(originali.put(SHA256, BYTE)).rejects.toThrow(/ENOTDIR|EEXIST/);
  expect((await stat(join(cartella, 'originali'))).isFile()).toBe(true);
});

test.each(['../../etc/passwd', '', SHA256.toUpperCase(), `${SHA256}/..`])(
  '%j is no name for an original',
  async (nome) => {
    await expect(originali.put(nome, BYTE)).rejects.toBeInstanceOf(RangeError);
    await expect(originali.get(nome)).rejects.toBeInstanceOf(RangeError);
  },
);

test('a signature lets out those bytes, under that name, in its time, from the process that gave it', async () => {
  await originali.put(SHA256, BYTE);
  const scadeIl = new Date('2026-06-22T08:05:00Z');
  const { pathname, searchParams } = new URL(
    await originali.sign(SHA256, { nomeFile: 'a.csv', scadeIl }),
    'http://qui',
  );
  const deliver = (da: OriginaliDisco = originali) => da.deliver(pathname, searchParams);
  expect(await deliver()).toMatchObject({ nomeFile: 'a.csv', sorgente: { byte: 256 } });
  await expect(deliver(createOriginaliDisco(cartella, () => adesso))).rejects.toMatchObject({ stato: 403 });
  await expect(originali.deliver(pathname.replace(/.$/, '_'), searchParams)).rejects.toMatchObject({ stato: 403 });
  await expect(
    originali.deliver(pathname, new URLSearchParams({ ...Object.fromEntries(searchParams), nome: 'b.html' })),
  ).rejects.toMatchObject({ stato: 403 });
  adesso = new Date(scadeIl.getTime() + 1);
  await expect(deliver()).rejects.toMatchObject({ stato: 403 });
});
