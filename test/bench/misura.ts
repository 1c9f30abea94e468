/** `npm run bench [-- name…]`: runs the measures and writes their tables into docs/benchmarks.md, with the date and the machine. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { RADICE } from '../sorgenti.ts';

const PAGINA = join(RADICE, 'docs', 'benchmarks.md');
/** What stands beside the measures and is none. */
const ALTRI = ['misura.ts', 'serie.ts'];
/** Minutes of every processor, and no time is measured: run where it is asked for by name. */
const SOLO_PER_NOME = ['prove'];

const chieste = process.argv.slice(2);
const misure = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !ALTRI.includes(file))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((nome) => (chieste.length === 0 ? !SOLO_PER_NOME.includes(nome) : chieste.includes(nome)));

for (const nome of misure) {
  console.log(`Misuro: ${nome}…`);
  const tabella = execFileSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, `${nome}.ts`)], {
    cwd: RADICE,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  writeFileSync(
    PAGINA,
    replaceMisura(readFileSync(PAGINA, 'utf8'), nome, `${tabella.trim()}\n\n${describeMacchina()}`),
  );
}

/** @throws Error where the page has no place for that measure */
function replaceMisura(pagina: string, nome: string, testo: string): string {
  const [inizio, fine] = [`<!-- misura: ${nome} -->`, `<!-- fine: ${nome} -->`];
  const [da, a] = [pagina.indexOf(inizio), pagina.indexOf(fine)];
  if (da < 0 || a < da) throw new Error(`docs/benchmarks.md has no markers for ${nome}`);
  return `${pagina.slice(0, da + inizio.length)}\n${testo}\n${pagina.slice(a)}`;
}

function describeMacchina(): string {
  const data = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long' }).format(new Date());
  const gb = Math.round(totalmem() / 1024 ** 3);
  return `*${data}; ${cpus().length} processori (${cpus()[0]?.model.trim() ?? 'sconosciuti'}), ${gb} GB, Node ${process.versions.node}, ${process.platform}.*`;
}
