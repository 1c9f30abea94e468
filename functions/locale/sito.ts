/** Builds the site when its sources are newer than what was built. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AvvioError, RADICE } from './configurazione.ts';

export const CARTELLA_SITO = join(RADICE, 'web', 'dist');
/** The part of it that prepares pages. */
export const CARTELLA_IMPAGINATORE = join(RADICE, 'web', 'dist-server');
/** What the site is built from. */
const FONTI = ['web', 'functions/core', 'package-lock.json'];
const MAI = new Set(['dist', 'dist-server', 'node_modules']);

/** Tells the software that prepares the pages from another: what it is made of, and when that last changed. */
export async function nameSoftware(): Promise<string> {
  const ultima = await Promise.all(['functions', 'web'].map((fonte) => findUltimaModifica(join(RADICE, fonte))));
  const costruito = await readFile(join(CARTELLA_IMPAGINATORE, 'server.mjs'));
  return `${createHash('sha256').update(costruito).digest('hex')} ${Math.max(...ultima)}`;
}

/** @throws AvvioError where it cannot be built, with what the builder says */
export async function ensureSito(): Promise<void> {
  const costruito = await stat(join(CARTELLA_IMPAGINATORE, 'server.mjs')).catch(() => null);
  const fonti = await Promise.all(FONTI.map((fonte) => findUltimaModifica(join(RADICE, fonte))));
  if (costruito && costruito.mtimeMs >= Math.max(...fonti)) return;
  const { codice, testo } = await runVite();
  if (codice !== 0) throw new AvvioError(`Il sito non si è costruito:\n${testo}\nSe mancano dei pacchetti: npm ci`);
}

async function findUltimaModifica(percorso: string): Promise<number> {
  const voce = await stat(percorso);
  if (!voce.isDirectory()) return voce.mtimeMs;
  const interne = (await readdir(percorso)).filter((nome) => !MAI.has(nome));
  return Math.max(0, ...(await Promise.all(interne.map((nome) => findUltimaModifica(join(percorso, nome))))));
}

function runVite(): Promise<{ codice: number | null; testo: string }> {
  return new Promise((then) => {
    const vite = spawn(process.execPath, [join(RADICE, 'node_modules/vite/bin/vite.js'), 'build', 'web'], {
      cwd: RADICE,
      // Whatever the terminal says: libraries built for development weigh half as much again.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const pezzi: string[] = [];
    for (const flusso of [vite.stdout, vite.stderr])
      flusso.on('data', (pezzo: Buffer) => pezzi.push(pezzo.toString('utf8')));
    vite.on('error', ({ message }) => then({ codice: 1, testo: message }));
    vite.on('close', (codice) => then({ codice, testo: pezzi.join('') }));
  });
}
