/** The files of the built site, as the bucket of the pages is to hold them. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { PERCORSO_CONFIGURAZIONE } from '../functions/core/http/accesso.ts';
import { isConImpronta, toTipoContenuto } from '../functions/core/http/tipi-contenuto.ts';
import { ASSENTE } from './bordo.ts';

export interface FileSito {
  readonly chiave: string;
  readonly tipo: string;
  readonly durata: string;
  /** Metadata that the edge reads. */
  readonly dati?: Readonly<Record<string, string>>;
  readonly byte: Uint8Array;
}

const PER_SEMPRE = 'public, max-age=31536000, immutable';
/** The edge asks again too: what is uploaded is seen at once, and nothing has to be invalidated. */
const SI_RICHIEDE = 'public, max-age=0, must-revalidate';
const MAI = 'no-store';
const GUSCIO = 'index.html';

/**
 * First what has the hash of its content in its name, then what names it, the shell last of all: who reads meanwhile never finds a page
 * whose parts are not there.
 * @param cartella of the built site
 * @param configurazione how one enters the desk, as the stack says it
 * @throws Error where the site has not been built
 */
export async function listFileSito(cartella: string, configurazione: string): Promise<FileSito[]> {
  const voci = await readdir(cartella, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new Error('Il sito non è stato costruito: prima serve «npm run build:web».', { cause });
  });
  const percorsi = voci.filter((voce) => voce.isFile()).map((voce) => join(voce.parentPath, voce.name));
  const file = await Promise.all(percorsi.map((percorso) => readFileSito(cartella, percorso)));
  const accesso = {
    chiave: PERCORSO_CONFIGURAZIONE.slice(1),
    tipo: toTipoContenuto(PERCORSO_CONFIGURAZIONE),
    durata: SI_RICHIEDE,
    byte: Buffer.from(configurazione),
  };
  const altri = file.filter(({ chiave }) => chiave !== accesso.chiave);
  const assenti = file
    .filter(({ chiave }) => chiave === GUSCIO)
    .map((guscio) => ({ ...guscio, chiave: ASSENTE, durata: MAI, dati: { stato: '404' } }));
  return [...altri, ...assenti, accesso].sort((a, b) => rankFile(a) - rankFile(b));
}

async function readFileSito(cartella: string, percorso: string): Promise<FileSito> {
  return {
    chiave: relative(cartella, percorso).split(sep).join('/'),
    tipo: toTipoContenuto(percorso),
    durata: isConImpronta(percorso) ? PER_SEMPRE : SI_RICHIEDE,
    byte: await readFile(percorso),
  };
}

function rankFile({ chiave, durata }: FileSito): number {
  if (chiave === GUSCIO) return 2;
  return durata === PER_SEMPRE ? 0 : 1;
}
