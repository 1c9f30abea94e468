import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOriginaliDisco } from '../../../functions/locale/archivio/originali-disco.ts';
import type { Originali } from '../../../functions/store/deposito.ts';

const BYTE = Uint8Array.from({ length: 256 }, (_, i) => i);
const SHA256 = createHash('sha256').update(BYTE).digest('hex');

let cartella: string;
let originali: Originali;
beforeEach(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'osservatorio-originali-'));
  originali = createOriginaliDisco(cartella);
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
