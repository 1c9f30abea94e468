import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Originali } from '../../store/deposito.ts';
import { isCodice } from './blocco.ts';
import { openFile } from './file-disco.ts';

/**
 * Originals in a folder: `<cartella>/originali/ab/abcdef…`. A file appears under its name only when all of it is on the disk.
 * @param cartella data folder
 */
export function createOriginaliDisco(cartella: string): Originali {
  const radice = resolve(cartella, 'originali');
  return {
    async put(sha256, byte) {
      const file = pathOf(radice, sha256);
      await mkdir(dirname(file), { recursive: true });
      const provvisorio = `${file}.${randomUUID()}`;
      try {
        const scrittura = await open(provvisorio, 'wx');
        try {
          await scrittura.writeFile(byte);
          await scrittura.sync();
        } finally {
          await scrittura.close();
        }
        await rename(provvisorio, file);
      } catch (cause) {
        await rm(provvisorio, { force: true });
        throw cause;
      }
    },
    async get(sha256) {
      try {
        return await readFile(pathOf(radice, sha256));
      } catch (cause) {
        if (isCodice(cause, 'ENOENT')) return null;
        throw cause;
      }
    },
    open: async (sha256) => openFile(pathOf(radice, sha256)),
  };
}

/** Where the bytes with that sha256 are, under the folder of the originals. */
export function pathOf(radice: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`sha256 non valido: ${sha256}`);
  return join(radice, sha256.slice(0, 2), sha256);
}
