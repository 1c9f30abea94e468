/** The hooks of `aggancio.ts`: they run in a thread of their own, where no TypeScript is read. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

let radice = '';
let cartella = '';
/** What stands for a package, by its name. */
let supplenti = {};
let rilette = new Set();

export function initialize(data) {
  ({ radice, cartella, supplenti } = data);
  rilette = new Set(data.rilette);
}

/** What a test reads, and itself reads mutated code, is read anew at each round, as the test is: it may hold figures computed while it was read. */
export async function resolve(nome, contesto, next) {
  const supplente = supplenti[nome];
  if (supplente && supplente !== contesto.parentURL) return next(supplente, contesto);
  const trovato = await next(nome, contesto);
  const giro = contesto.parentURL && new URL(contesto.parentURL).searchParams.get('giro');
  return giro && rilette.has(trovato.url) ? { ...trovato, url: `${trovato.url}?giro=${giro}` } : trovato;
}

export async function load(indirizzo, contesto, next) {
  const mutato = indirizzo.startsWith('file:') ? toMutato(fileURLToPath(indirizzo.split('?')[0])) : '';
  if (!mutato || !existsSync(mutato)) return next(indirizzo, contesto);
  return { format: 'module', shortCircuit: true, source: await readFile(mutato, 'utf8') };
}

/** Where the mutated text of a source is: by its path from the root. */
function toMutato(sorgente) {
  return join(cartella, relative(radice, sorgente).split(sep).join('-'));
}
