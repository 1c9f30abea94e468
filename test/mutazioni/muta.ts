/** The mutants of a part of the core: Stryker writes them, all in one text per source, each switched on by its number. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { transformSync } from 'esbuild';
import { createInjector } from 'typed-inject';
import { RADICE } from '../sorgenti.ts';

/** What Stryker's switches read and write while mutated code runs. */
export interface Interruttori {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  /** How often each mutant is reached, per test, and while modules are read. */
  mutantCoverage?: { readonly static: Colpi; readonly perTest: Readonly<Record<string, Colpi>> } | undefined;
  hitCount?: number | undefined;
  /** Beyond it the switch throws: a loop that a mutant made endless. */
  hitLimit?: number | undefined;
}

declare global {
  var __stryker__: Interruttori | undefined;
}

export type Colpi = Readonly<Record<string, number>>;

/** @returns the switches, made if there are none: `globalThis.__stryker__`, as the mutated texts expect */
export function findInterruttori(): Interruttori {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
}

export interface Mutante {
  readonly id: string;
  readonly file: string;
  readonly riga: number;
  readonly tipo: string;
  /** What stands in the place of the original. */
  readonly testo: string;
}

/**
 * @param sorgenti paths from the root
 * @returns the mutants, and the folder of the mutated texts, named as `scambia.mjs` looks for them
 */
export async function mutate(
  sorgenti: readonly string[],
): Promise<{ readonly mutanti: readonly Mutante[]; readonly cartella: string }> {
  const silenzio = () => undefined;
  const logger = {
    debug: silenzio,
    info: silenzio,
    warn: console.warn,
    error: console.error,
    isDebugEnabled: () => false,
  };
  const scrittore = createInjector().provideValue('logger', logger).injectFunction(createInstrumenter);
  const file = sorgenti.map((name) => ({ name, mutate: true, content: readFileSync(join(RADICE, name), 'utf8') }));
  const { files, mutants } = await scrittore.instrument(file, { plugins: null, excludedMutations: [], ignorers: [] });
  const cartella = mkdtempSync(join(tmpdir(), 'mutanti-'));
  for (const { name, content } of files) {
    const { code } = transformSync(content, { loader: 'ts', format: 'esm', target: 'node20' });
    writeFileSync(join(cartella, name.replaceAll('/', '-')), code);
  }
  return {
    cartella,
    mutanti: mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
      id,
      file: fileName,
      riga: location.start.line + 1,
      tipo: mutatorName,
      testo: replacement ?? '',
    })),
  };
}
