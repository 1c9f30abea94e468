/** The hooks of `aggancio.ts`: they run in a thread of their own, where no TypeScript is read. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let cartella = '';
let raccolta = '';

export function initialize(data) {
  ({ cartella, raccolta } = data);
}

/** What a test reads beside the core is read anew at each round, as the test is: it may hold figures computed while it was read. */
export async function resolve(nome, contesto, next) {
  if (nome === 'vitest') return next(raccolta, contesto);
  const trovato = await next(nome, contesto);
  const giro = contesto.parentURL && new URL(contesto.parentURL).searchParams.get('giro');
  return giro && /\/test\/core\/.*\.ts$/.test(trovato.url)
    ? { ...trovato, url: `${trovato.url}?giro=${giro}` }
    : trovato;
}

export async function load(indirizzo, contesto, next) {
  const mutato = indirizzo.startsWith('file:') ? toMutato(fileURLToPath(indirizzo.split('?')[0])) : '';
  if (!mutato || !existsSync(mutato)) return next(indirizzo, contesto);
  return { format: 'module', shortCircuit: true, source: await readFile(mutato, 'utf8') };
}

/** Where the mutated text of a source is: by its folder and its name. */
function toMutato(sorgente) {
  return join(cartella, `${basename(dirname(sorgente))}-${basename(sorgente)}`);
}
