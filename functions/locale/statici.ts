/** The built site, kept in memory: only what is in its folder can be asked for, so no path leads out of it. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { INTESTAZIONI_SITO } from '../core/http/intestazioni.ts';
import { findPagina } from '../core/http/pagine.ts';
import { type Codifica, chooseCodifica, compress, isComprimibile } from './compressione.ts';

const TIPI: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

interface File {
  readonly tipo: string;
  readonly etag: string;
  readonly durata: string;
  readonly corpi: Map<Codifica, Promise<Buffer>>;
}

export interface RispostaStatica {
  readonly stato: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly corpo: Buffer;
}

export interface Sito {
  /** @param isRegistrato whether there is an ambito with that id: its page exists, another's does not */
  read(
    indirizzo: string,
    headers: Readonly<Record<string, string>>,
    isRegistrato: (ambito: string) => Promise<boolean>,
  ): Promise<RispostaStatica>;
}

/** @param cartella of the built site */
export async function loadSito(cartella: string): Promise<Sito> {
  const file = new Map<string, File>();
  for (const voce of await readdir(cartella, { recursive: true, withFileTypes: true })) {
    if (!voce.isFile()) continue;
    const percorso = join(voce.parentPath, voce.name);
    file.set(`/${relative(cartella, percorso).split(sep).join('/')}`, await loadFile(percorso));
  }
  return {
    read: async (indirizzo, headers, isRegistrato) => {
      const chiesto = indirizzo === '/' ? undefined : file.get(indirizzo);
      if (chiesto) return answer(chiesto, headers, 200);
      const guscio = file.get('/index.html');
      if (!guscio)
        return { stato: 404, headers: INTESTAZIONI_SITO, corpo: Buffer.from('Il sito non è stato costruito.') };
      const pagina = findPagina(indirizzo);
      const trovata = pagina !== null && (pagina.ambito === undefined || (await isRegistrato(pagina.ambito)));
      return answer(guscio, headers, trovata ? 200 : 404);
    },
  };
}

async function loadFile(percorso: string): Promise<File> {
  const byte = await readFile(percorso);
  // A name with the hash of its content never changes content.
  const conImpronta = /[\\/]assets[\\/].*-[\w-]{8,}\.\w+$/.test(percorso);
  return {
    tipo: TIPI[extname(percorso).toLowerCase()] ?? 'application/octet-stream',
    etag: `W/"${createHash('sha256').update(byte).digest('base64url').slice(0, 27)}"`,
    durata: conImpronta ? 'public, max-age=31536000, immutable' : 'no-cache',
    corpi: new Map([['identity', Promise.resolve(byte)]]),
  };
}

async function answer(file: File, headers: Readonly<Record<string, string>>, stato: number): Promise<RispostaStatica> {
  const intero = (await file.corpi.get('identity')) ?? Buffer.alloc(0);
  const comprimibile = isComprimibile(file.tipo, intero.length);
  const codifica = comprimibile ? chooseCodifica(headers['accept-encoding']) : 'identity';
  const risposta: Record<string, string> = {
    ...INTESTAZIONI_SITO,
    'content-type': file.tipo,
    'cache-control': stato === 200 ? file.durata : 'no-store',
    etag: file.etag,
    ...(comprimibile ? { vary: 'accept-encoding' } : {}),
    ...(codifica === 'identity' ? {} : { 'content-encoding': codifica }),
  };
  if (stato === 200 && headers['if-none-match']?.includes(file.etag)) {
    return { stato: 304, headers: risposta, corpo: Buffer.alloc(0) };
  }
  const corpo = file.corpi.get(codifica) ?? compress(intero, codifica, 9);
  file.corpi.set(codifica, corpo);
  return { stato, headers: risposta, corpo: await corpo };
}
