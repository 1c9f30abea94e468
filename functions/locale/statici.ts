/** The built site, kept in memory: only what is in its folder can be asked for, so no path leads out of it. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { INTESTAZIONI_SITO } from '../core/http/intestazioni.ts';
import { createFile, type FileServito } from './file-servito.ts';

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

export interface Sito {
  find(indirizzo: string): FileServito | undefined;
  /** The page without content: what stands at an address that no publication has prepared. */
  readonly guscio: FileServito;
  /** The same, at an address where there is no page. */
  readonly assente: FileServito;
}

/** @param cartella of the built site */
export async function loadSito(cartella: string): Promise<Sito> {
  const file = new Map<string, FileServito>();
  for (const voce of await readdir(cartella, { recursive: true, withFileTypes: true })) {
    if (!voce.isFile()) continue;
    const percorso = join(voce.parentPath, voce.name);
    file.set(`/${relative(cartella, percorso).split(sep).join('/')}`, await loadFile(percorso));
  }
  const html = file.get('/index.html')?.byte ?? Buffer.from('Il sito non è stato costruito.');
  const tipo = { ...INTESTAZIONI_SITO, 'content-type': TIPI['.html'] ?? '' };
  return {
    find: (indirizzo) => file.get(indirizzo),
    guscio: createFile(html, { ...tipo, 'cache-control': 'no-cache' }),
    assente: createFile(html, { ...tipo, 'cache-control': 'no-store' }),
  };
}

async function loadFile(percorso: string): Promise<FileServito> {
  // A name with the hash of its content never changes content.
  const conImpronta = /[\\/]assets[\\/].*-[\w-]{8,}\.\w+$/.test(percorso);
  return createFile(await readFile(percorso), {
    ...INTESTAZIONI_SITO,
    'content-type': TIPI[extname(percorso).toLowerCase()] ?? 'application/octet-stream',
    'cache-control': conImpronta ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
}
