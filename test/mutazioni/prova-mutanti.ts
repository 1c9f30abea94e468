/** Run by `giudica.ts` in a process of its own, with `aggancio.ts`: tries each mutant that it is handed on the tests that reach it. */
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Colpi, findInterruttori } from './muta.ts';
import { gatherProve, type Prova, runProve } from './raccolta.ts';

/** Beyond so many times the calls that the original makes, a loop has no end. */
const GIRI = 100;
/** A test so short is always run again where its file is: it may compare what was computed while the file was read. */
const BREVE_MS = 50;
/** Tests that take so many times what they take without a mutant, and this besides, wait for something that never comes. */
const VOLTE = 20;
const ATTESA_MS = 5_000;
/** One find in so many, and each that was a wait without end, is tried again without its mutant: what a test left behind must not find the others. */
const VERIFICA_OGNI = 25;
/** How often the process tells that it is alive: one that is silent is in a loop without a way out. */
const BATTITO_MS = 2_000;

/** Of the tests that reach one mutant, no more than take so long: those of its own file first, then those that have found most of that source for their time. */
const AL_PIU_MS = Number(process.env.AL_PIU_MS ?? Number.POSITIVE_INFINITY);

export interface DaProvare {
  readonly id: string;
  /** The source that it is in. */
  readonly file: string;
}

export interface Esito {
  readonly id: string;
  /** `in lettura`: reached only while the modules are read, where switching it later changes nothing. */
  readonly esito: 'ucciso' | 'vivo' | 'in lettura' | 'senza prove';
}

class SenzaFineError extends Error {
  override readonly name = 'SenzaFineError';
}

/** Something to do that may fail under a mutant: a test, or a whole file that computes while it is read. */
interface Passo {
  /** Source that the file of tests is named for: its name alone. */
  readonly di: string;
  readonly colpi: Colpi;
  readonly durataMs: number;
  /** @throws where a mutant is found out */
  readonly run: (id: string) => Promise<void>;
  /** By source: how many of its mutants were tried there, and found. */
  readonly conti: Map<string, { tentati: number; trovati: number }>;
}

/** What it costs to find a mutant of a source there, as far as it is known: one that has found none yet passes for one that finds every other mutant. */
function estimateCostoMs({ durataMs, conti }: Passo, sorgente: string): number {
  const { tentati = 0, trovati = 0 } = conti.get(sorgente) ?? {};
  return (durataMs * (tentati + 1)) / (trovati + 0.5);
}

const interruttori = findInterruttori();
let trovatiInTutto = 0;
interruttori.mutantCoverage = { static: {}, perTest: {} };
for (const sorgente of process.env.SORGENTI?.split('\n') ?? []) await import(sorgente);
const deiModuli: Colpi = { ...interruttori.mutantCoverage.static };
const passi: Passo[] = [];
for (const indirizzo of process.argv.slice(2)) passi.push(...(await listPassi(indirizzo)));
Object.assign(interruttori, { currentTestId: undefined, mutantCoverage: undefined });
// What a test that was given up leaves under way may still fail: the mutant has its fate by then.
for (const guasto of ['unhandledRejection', 'uncaughtException'] as const) process.on(guasto, () => undefined);

process.on('message', async (mutante: DaProvare) => {
  const esito: Esito = { id: mutante.id, esito: await tryMutante(mutante) };
  process.send?.(esito);
});
process.on('disconnect', () => process.exit());
process.send?.('pronto');
setInterval(() => process.send?.('vivo'), BATTITO_MS);

/** Reads a file of tests and runs them once, taking down what they reach and how long they take. */
async function listPassi(indirizzo: string): Promise<Passo[]> {
  let prove: readonly Prova[] = [];
  const di = basename(indirizzo).replace('.test.', '.');
  const lettura = await measure(indirizzo, async () => {
    prove = await gatherProve(indirizzo, 'intero');
  });
  const diProve: Passo[] = [];
  for (const [i, prova] of prove.entries()) {
    const misurata = await measure(`${indirizzo} ${i}`, () =>
      runProve([prova]).catch((cause: unknown) => {
        throw new Error(`${indirizzo}: «${prova.nome}» does not pass alone, without mutants`, { cause });
      }),
    );
    diProve.push({ ...misurata, di, run: () => runInTempo([prova], misurata.durataMs) });
  }
  const isBreve = (i: number) => (diProve[i]?.durataMs ?? 0) < BREVE_MS;
  const durataMs = diProve.reduce((somma, { durataMs: sua }, i) => somma + (isBreve(i) ? sua : 0), lettura.durataMs);
  const run = async (id: string) => {
    const sue = (await gatherProve(indirizzo, id)).filter((_, i) => isBreve(i) || diProve[i]?.colpi[id]);
    const lunghe = diProve.filter(({ colpi }, i) => colpi[id] && !isBreve(i));
    await runInTempo(
      sue,
      lunghe.reduce((somma, lunga) => somma + lunga.durataMs, durataMs),
    );
  };
  return [{ ...lettura, di, durataMs, run }, ...diProve];
}

async function measure(nome: string, run: () => Promise<void>): Promise<Omit<Passo, 'di' | 'run'>> {
  interruttori.currentTestId = nome;
  const da = performance.now();
  await run();
  const durataMs = performance.now() - da;
  return { colpi: interruttori.mutantCoverage?.perTest[nome] ?? {}, durataMs, conti: new Map() };
}

/** @throws also where they are not done in their time */
async function runInTempo(prove: readonly Prova[], durataMs: number): Promise<void> {
  let sveglia: NodeJS.Timeout | undefined;
  const troppo = new Promise<never>((_then, fail) => {
    sveglia = setTimeout(() => fail(new SenzaFineError()), durataMs * VOLTE + ATTESA_MS);
  });
  try {
    await Promise.race([runProve(prove), troppo]);
  } finally {
    clearTimeout(sveglia);
  }
}

async function tryMutante({ id, file }: DaProvare): Promise<Esito['esito']> {
  const suoi = passi.filter(({ colpi }) => colpi[id]);
  const deiModuliSoli = deiModuli[id] ?? 0;
  if (suoi.length === 0) return deiModuliSoli > 0 ? 'in lettura' : 'senza prove';
  const giri = suoi.reduce((somma, { colpi }) => somma + (colpi[id] ?? 0), deiModuliSoli);
  Object.assign(interruttori, { activeMutant: id, hitCount: 0, hitLimit: giri * GIRI });
  const esito = (await isTrovato({ id, file }, choosePassi(suoi, file))) ? 'ucciso' : 'vivo';
  interruttori.activeMutant = undefined;
  return esito;
}

/** @param suoi those that reach a mutant */
function choosePassi(suoi: readonly Passo[], sorgente: string): Passo[] {
  const isAltrui = ({ di }: Passo) => Number(di !== basename(sorgente));
  let totaleMs = 0;
  return suoi
    .toSorted((a, b) => isAltrui(a) - isAltrui(b) || estimateCostoMs(a, sorgente) - estimateCostoMs(b, sorgente))
    .filter(({ durataMs }) => {
      totaleMs += durataMs;
      return totaleMs <= AL_PIU_MS || totaleMs === durataMs;
    });
}

async function isTrovato({ id, file }: DaProvare, scelti: readonly Passo[]): Promise<boolean> {
  for (const passo of scelti) {
    const { tentati = 0, trovati = 0 } = passo.conti.get(file) ?? {};
    const trovato = await isTrovatoDa(passo, id);
    passo.conti.set(file, { tentati: tentati + 1, trovati: trovati + Number(trovato) });
    if (trovato) return true;
  }
  return false;
}

/** Twice, unless it never ends: a test may also fail by itself, on a machine that does much else. */
async function isTrovatoDa({ run }: Passo, id: string): Promise<boolean> {
  const fail = (nome: string) =>
    run(nome).then(
      () => null,
      (cause: unknown) => ({ senzaFine: cause instanceof SenzaFineError }),
    );
  const guasto = await fail(id);
  if (!guasto || (!guasto.senzaFine && !(await fail(`${id}-ancora`)))) return false;
  interruttori.activeMutant = undefined;
  trovatiInTutto += 1;
  // A process that is spoiled ends here, and another takes its place.
  if ((guasto.senzaFine || trovatiInTutto % VERIFICA_OGNI === 0) && (await fail(`${id}-senza`))) process.exit(1);
  return true;
}
