import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { RifiutoError } from '../../http/rifiuto.ts';
import type { Originali, Sorgente } from '../../store/deposito.ts';
import { isCodice } from './blocco.ts';
import { openFile } from './file-disco.ts';
import { createSigillo } from './sigillo.ts';

export interface OriginaliDisco extends Originali {
  /**
   * What a signature of {@link Originali.sign} lets out.
   * @param percorso `/originali/0123…`
   * @throws RifiutoError 403 where it is none of this process, or its time has passed
   */
  deliver(percorso: string, query: URLSearchParams): Promise<{ sorgente: Sorgente; nomeFile: string }>;
}

/**
 * Originals in a folder: `<cartella>/originali/ab/abcdef…`. A file appears under its name only when all of it is on the disk.
 * @param cartella data folder
 */
export function createOriginaliDisco(cartella: string, now: () => Date = () => new Date()): OriginaliDisco {
  const radice = resolve(cartella, 'originali');
  const sigillo = createSigillo();
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
    async sign(sha256, { nomeFile, scadeIl }) {
      const scade = scadeIl.getTime();
      const firma = sigillo.sign(['GET', sha256, nomeFile, scade]);
      return `/originali/${sha256}?${new URLSearchParams({ nome: nomeFile, scade: `${scade}`, firma })}`;
    },
    async deliver(percorso, query) {
      const sha256 = percorso.slice('/originali/'.length);
      const nomeFile = query.get('nome') ?? '';
      const scade = Number(query.get('scade'));
      if (!sigillo.isDi(query.get('firma'), ['GET', sha256, nomeFile, scade]) || now().getTime() > scade) {
        throw new RifiutoError(
          403,
          'Questo indirizzo non è firmato, o il suo tempo è passato: il file si richiede da capo.',
        );
      }
      const sorgente = await openFile(pathOf(radice, sha256));
      if (!sorgente) throw new RifiutoError(404, 'Questo file non c’è più.');
      return { sorgente, nomeFile };
    },
  };
}

/** Where the bytes with that sha256 are, under the folder of the originals. */
export function pathOf(radice: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`sha256 non valido: ${sha256}`);
  return join(radice, sha256.slice(0, 2), sha256);
}
