/**
 * Arrivals in a folder, `<cartella>/arrivi/<ambito>/<arrivo>`: what the bucket does in the cloud. A signature is an HMAC of what it lets
 * in, with a key that lives as long as the process; a file appears under its name only when all its bytes have come and are the right ones.
 */
import { createHash, randomUUID } from 'node:crypto';
import { copyFile, type FileHandle, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { RifiutoError } from '../../http/rifiuto.ts';
import { type Arrivi, keyOggetto, type Promessa, parseOggetto } from '../../store/arrivi.ts';
import { isCodice } from './blocco.ts';
import { openFile } from './file-disco.ts';
import { pathOf } from './originali-disco.ts';
import { createSigillo } from './sigillo.ts';

export interface Invio {
  /** `/arrivi/casarano/0123…`. */
  readonly percorso: string;
  readonly query: URLSearchParams;
  /** Content-Length, where it is told. */
  readonly lunghezza: number | undefined;
  readonly corpo: AsyncIterable<Uint8Array>;
}

export interface ArriviDisco extends Arrivi {
  /**
   * Takes in a file that has a signature.
   * @returns its key
   * @throws RifiutoError 403, 409, 413 or 400; nothing of it is left then
   */
  receive(invio: Invio): Promise<string>;
  /** Keys of the files that have come and were not taken away: read by nobody, if the process that took them in has died. */
  list(): Promise<string[]>;
}

interface Opzioni {
  /** Data folder. */
  readonly cartella: string;
  readonly now: () => Date;
}

const PROVVISORIO = '.parziale';

export function createArriviDisco({ cartella, now }: Opzioni): ArriviDisco {
  const sigillo = createSigillo();
  const radice = resolve(cartella);
  const toFile = (chiave: string): string => {
    if (!parseOggetto(chiave)) throw new RangeError(`chiave di un arrivo non valida: ${chiave}`);
    return join(radice, ...chiave.split('/'));
  };
  const listCampi = ({ chiave, byte, sha256, scadeIl }: Promessa) => ['PUT', chiave, byte, sha256, scadeIl.getTime()];

  /** @throws RifiutoError 403 where it is not a promise of this process, or its time has passed */
  const readPromessa = ({ percorso, query }: Invio): Promessa => {
    const promessa: Promessa = {
      chiave: percorso.slice(1),
      byte: Number(query.get('byte')),
      sha256: query.get('sha256') ?? '',
      scadeIl: new Date(Number(query.get('scade'))),
    };
    if (!parseOggetto(promessa.chiave) || !sigillo.isDi(query.get('firma'), listCampi(promessa))) {
      throw new RifiutoError(403, 'Questo indirizzo non è firmato, o lo è per altro: serve un nuovo caricamento.');
    }
    if (now() > promessa.scadeIl) {
      throw new RifiutoError(403, 'La firma di questo caricamento è scaduta: ricomincia il caricamento.');
    }
    return promessa;
  };

  return {
    sign: async (promessa) => {
      const { chiave, byte, sha256, scadeIl } = promessa;
      const firma = sigillo.sign(listCampi(promessa));
      const query = new URLSearchParams({ byte: `${byte}`, sha256, scade: `${scadeIl.getTime()}`, firma });
      return { metodo: 'PUT', url: `/${chiave}?${query}`, intestazioni: {} };
    },
    async receive(invio) {
      const promessa = readPromessa(invio);
      if (invio.lunghezza !== undefined && invio.lunghezza !== promessa.byte) {
        throw new RifiutoError(invio.lunghezza > promessa.byte ? 413 : 400, describeLunghezza(promessa.byte));
      }
      const file = toFile(promessa.chiave);
      await mkdir(dirname(file), { recursive: true });
      if (await openFile(file)) {
        throw new RifiutoError(409, 'Questo file è già arrivato: la firma vale una volta sola.');
      }
      const provvisorio = `${file}.${randomUUID()}${PROVVISORIO}`;
      try {
        await writeFlusso(provvisorio, invio.corpo, promessa);
        await rename(provvisorio, file);
      } catch (cause) {
        await rm(provvisorio, { force: true });
        throw cause;
      }
      return promessa.chiave;
    },
    open: (chiave) => openFile(toFile(chiave)),
    async keep(chiave, sha256) {
      const originale = pathOf(join(radice, 'originali'), sha256);
      await mkdir(dirname(originale), { recursive: true });
      const provvisorio = `${originale}.${randomUUID()}`;
      try {
        await copyFile(toFile(chiave), provvisorio);
        await syncFile(provvisorio);
        await rename(provvisorio, originale);
      } catch (cause) {
        await rm(provvisorio, { force: true });
        throw cause;
      }
    },
    async announce(chiave) {
      const file = toFile(chiave);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, '', { flush: true });
    },
    remove: (chiave) => rm(toFile(chiave), { force: true }),
    async list() {
      const arrivi = join(radice, 'arrivi');
      const voci = await readdir(arrivi, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
        if (isCodice(cause, 'ENOENT')) return [];
        throw cause;
      });
      const file = voci.filter((voce) => voce.isFile());
      // What a process that died was still taking in: its signature died with it.
      const parziali = file.filter(({ name }) => name.endsWith(PROVVISORIO));
      await Promise.all(parziali.map(({ parentPath, name }) => rm(join(parentPath, name), { force: true })));
      return file
        .filter((voce) => !parziali.includes(voce))
        .map(({ parentPath, name }) => keyOggetto({ ambito: parentPath.slice(arrivi.length + 1), id: name }))
        .filter((chiave) => parseOggetto(chiave) !== null);
    },
  };
}

async function writeFlusso(file: string, corpo: Invio['corpo'], { byte, sha256 }: Promessa): Promise<void> {
  const scrittura: FileHandle = await open(file, 'wx');
  try {
    const impronta = createHash('sha256');
    let giunti = 0;
    for await (const pezzo of corpo) {
      giunti += pezzo.length;
      if (giunti > byte) throw new RifiutoError(413, describeLunghezza(byte));
      impronta.update(pezzo);
      await scrittura.write(pezzo);
    }
    if (giunti < byte) throw new RifiutoError(400, describeLunghezza(byte));
    if (impronta.digest('hex') !== sha256) {
      throw new RifiutoError(400, 'I byte arrivati non sono quelli firmati: l’impronta SHA-256 è un’altra.');
    }
    await scrittura.sync();
  } finally {
    await scrittura.close();
  }
}

function describeLunghezza(byte: number): string {
  return `La firma è per un file di ${byte} byte: quello che arriva ha un’altra lunghezza.`;
}

async function syncFile(file: string): Promise<void> {
  const copia = await open(file, 'r+');
  try {
    await copia.sync();
  } finally {
    await copia.close();
  }
}
