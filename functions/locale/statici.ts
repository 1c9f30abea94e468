/** The built site, kept in memory: only what is in its folder can be asked for, so no path leads out of it. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { INTESTAZIONI_SITO } from '../core/http/intestazioni.ts';
import { isConImpronta, toTipoContenuto } from '../core/http/tipi-contenuto.ts';
import { createFile, type FileServito } from './file-servito.ts';

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
  const tipo = { ...INTESTAZIONI_SITO, 'content-type': toTipoContenuto('index.html') };
  return {
    find: (indirizzo) => file.get(indirizzo),
    guscio: createFile(html, { ...tipo, 'cache-control': 'no-cache' }),
    assente: createFile(html, { ...tipo, 'cache-control': 'no-store' }),
  };
}

async function loadFile(percorso: string): Promise<FileServito> {
  return createFile(await readFile(percorso), {
    ...INTESTAZIONI_SITO,
    'content-type': toTipoContenuto(percorso),
    'cache-control': isConImpronta(percorso) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
}
