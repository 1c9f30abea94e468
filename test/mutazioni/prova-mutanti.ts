/** Run by `giudica.ts` in a process of its own, with `aggancio.ts`: tries each mutant on the tests that reach it. */
import { performance } from 'node:perf_hooks';
import { findInterruttori } from './muta.ts';
import { gatherProve, type Prova, runProva } from './raccolta.ts';

/** Beyond so many times the calls that the original makes, a loop has no end. */
const GIRI = 100;
/** A test so short is always run again: it may compare what was computed while its file was read. */
const BREVE_MS = 50;

export interface Esito {
  readonly id: string;
  /** `in lettura`: reached only while the modules of the core are read, where switching it later changes nothing. */
  readonly esito: 'ucciso' | 'vivo' | 'in lettura' | 'senza prove';
}

const [mutanti = '', ...indirizzi] = process.argv.slice(2);
const interruttori = findInterruttori();
interruttori.mutantCoverage = { static: {}, perTest: {} };
await import('../../functions/core/risultati.ts');
const deiModuli = { ...interruttori.mutantCoverage.static };
const prove = await gatherProve(indirizzi);
const durateMs: number[] = [];
const pronti = new Set<unknown>();
for (const prova of prove) {
  interruttori.currentTestId = prova.id;
  const da = performance.now();
  await runProva(prova, pronti);
  durateMs.push(performance.now() - da);
}
const { static: delleProve, perTest } = interruttori.mutantCoverage;
Object.assign(interruttori, { currentTestId: undefined, mutantCoverage: undefined });

const esiti: Esito[] = [];
for (const id of mutanti.split(',')) esiti.push({ id, esito: await tryMutante(id) });
process.send?.(esiti, () => process.exit(0));

async function tryMutante(id: string): Promise<Esito['esito']> {
  const colpi = prove.map((prova) => perTest[prova.id]?.[id] ?? 0);
  const deiModuliSoli = deiModuli[id] ?? 0;
  /** While the test files were read: what they computed then must be computed again. */
  const inLettura = (delleProve[id] ?? 0) - deiModuliSoli;
  const raggiunti = colpi.reduce((somma, quanti) => somma + quanti, inLettura);
  if (raggiunti === 0) return deiModuliSoli > 0 ? 'in lettura' : 'senza prove';
  const massimo = (raggiunti + deiModuliSoli) * GIRI;
  Object.assign(interruttori, { activeMutant: id, hitCount: 0, hitLimit: massimo });
  const ucciso =
    (await fails(prove.filter((_, i) => colpi[i]))) ||
    (inLettura > 0 && (await failsReadAnew(id, (i) => Boolean(colpi[i]))));
  interruttori.activeMutant = undefined;
  return ucciso ? 'ucciso' : 'vivo';
}

async function failsReadAnew(id: string, reaches: (i: number) => boolean): Promise<boolean> {
  try {
    const nuove = await gatherProve(indirizzi, id);
    return fails(nuove.filter((_, i) => reaches(i) || (durateMs[i] ?? 0) < BREVE_MS));
  } catch {
    return true;
  }
}

/** Shortest first: most mutants die there. */
async function fails(quali: readonly Prova[]): Promise<boolean> {
  const nuovi = new Set<unknown>();
  try {
    for (const prova of quali.toSorted((a, b) => findDurata(a) - findDurata(b))) await runProva(prova, nuovi);
    return false;
  } catch {
    return true;
  }
}

function findDurata({ id }: Prova): number {
  return durateMs[Number.parseInt(id, 10)] ?? 0;
}
