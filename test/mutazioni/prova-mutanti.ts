/** Run by `giudica.ts` in a process of its own, with `aggancio.ts`: tries each mutant that it is handed on the tests that reach it. */
import { performance } from 'node:perf_hooks';
import { type Colpi, findInterruttori } from './muta.ts';
import { gatherProve, type Prova, runProva } from './raccolta.ts';

/** Beyond so many times the calls that the original makes, a loop has no end. */
const GIRI = 100;
/** A test so short is always run again where its file is: it may compare what was computed while the file was read. */
const BREVE_MS = 50;

export interface Esito {
  readonly id: string;
  /** `in lettura`: reached only while the modules of the core are read, where switching it later changes nothing. */
  readonly esito: 'ucciso' | 'vivo' | 'in lettura' | 'senza prove';
}

/** Something to do that may fail under a mutant: a test, or a whole file that computes while it is read. */
interface Passo {
  readonly colpi: Colpi;
  readonly durataMs: number;
  /** @throws where a mutant is found out */
  readonly run: (id: string) => Promise<void>;
  tentati: number;
  trovati: number;
}

/** What it costs to find a mutant there, as far as it is known: one that has found none yet passes for one that finds every other mutant. */
const estimateCostoMs = ({ durataMs, tentati, trovati }: Passo): number => (durataMs * (tentati + 1)) / (trovati + 0.5);

const interruttori = findInterruttori();
interruttori.mutantCoverage = { static: {}, perTest: {} };
await import('../../functions/core/risultati.ts');
const deiModuli: Colpi = { ...interruttori.mutantCoverage.static };
const passi: Passo[] = [];
for (const indirizzo of process.argv.slice(2)) passi.push(...(await listPassi(indirizzo)));
Object.assign(interruttori, { currentTestId: undefined, mutantCoverage: undefined });

process.on('message', async (id: string) => {
  const esito: Esito = { id, esito: await tryMutante(id) };
  process.send?.(esito);
});
process.send?.('pronto');

/** Reads a file of tests and runs them once, taking down what they reach and how long they take. */
async function listPassi(indirizzo: string): Promise<Passo[]> {
  let prove: readonly Prova[] = [];
  const lettura = await measure(indirizzo, async () => {
    prove = await gatherProve(indirizzo, 'intero');
  });
  const pronti = new Set<unknown>();
  const diProve: Passo[] = [];
  for (const [i, prova] of prove.entries()) {
    const misurata = await measure(`${indirizzo} ${i}`, () => runProva(prova, pronti));
    diProve.push({ ...misurata, run: () => runTutte([prova]) });
  }
  const isBreve = (i: number) => (diProve[i]?.durataMs ?? 0) < BREVE_MS;
  const run = async (id: string) =>
    runTutte((await gatherProve(indirizzo, id)).filter((_, i) => isBreve(i) || diProve[i]?.colpi[id]));
  const durataMs = diProve.reduce((somma, { durataMs: sua }, i) => somma + (isBreve(i) ? sua : 0), lettura.durataMs);
  return [{ ...lettura, durataMs, run }, ...diProve];
}

async function measure(nome: string, run: () => Promise<void>): Promise<Omit<Passo, 'run'>> {
  interruttori.currentTestId = nome;
  const da = performance.now();
  await run();
  const durataMs = performance.now() - da;
  return { colpi: interruttori.mutantCoverage?.perTest[nome] ?? {}, durataMs, tentati: 0, trovati: 0 };
}

async function runTutte(prove: readonly Prova[]): Promise<void> {
  const pronti = new Set<unknown>();
  for (const prova of prove) await runProva(prova, pronti);
}

async function tryMutante(id: string): Promise<Esito['esito']> {
  const suoi = passi.filter(({ colpi }) => colpi[id]);
  const deiModuliSoli = deiModuli[id] ?? 0;
  if (suoi.length === 0) return deiModuliSoli > 0 ? 'in lettura' : 'senza prove';
  const giri = suoi.reduce((somma, { colpi }) => somma + (colpi[id] ?? 0), deiModuliSoli);
  Object.assign(interruttori, { activeMutant: id, hitCount: 0, hitLimit: giri * GIRI });
  const esito = (await isTrovato(id, suoi)) ? 'ucciso' : 'vivo';
  interruttori.activeMutant = undefined;
  return esito;
}

async function isTrovato(id: string, suoi: readonly Passo[]): Promise<boolean> {
  for (const passo of suoi.toSorted((a, b) => estimateCostoMs(a) - estimateCostoMs(b))) {
    passo.tentati += 1;
    try {
      await passo.run(id);
    } catch {
      passo.trovati += 1;
      return true;
    }
  }
  return false;
}
