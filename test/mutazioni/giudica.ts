/** What becomes of the mutants of a part of the core: its tests against them. */
import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RADICE } from '../sorgenti.ts';
import { type Mutante, mutate } from './muta.ts';
import type { Esito } from './prova-mutanti.ts';
import { listRilette } from './rilette.ts';

export interface Parte {
  readonly titolo: string;
  readonly sorgenti: readonly string[];
  readonly prove: readonly string[];
}

export type Giudicato = Mutante & Pick<Esito, 'esito'>;

const toIndirizzo = (file: string): string => pathToFileURL(join(RADICE, file)).href;

/**
 * @param tell told how many mutants of how many have their fate: none, while the tests are read, then one more each time
 * @returns every mutant of the sources with its fate: as many processes as processors, each taking the next one
 */
export async function judge(
  { sorgenti, prove }: Parte,
  tell: (fatti: number, quanti: number) => void,
): Promise<Giudicato[]> {
  const { mutanti, cartella } = await mutate(sorgenti);
  const daProvare = mutanti.map(({ id }) => id);
  const esitoOf = new Map<string, Esito['esito']>();
  const processi = Array.from({ length: availableParallelism() }, () =>
    fork(join(import.meta.dirname, 'prova-mutanti.ts'), prove.map(toIndirizzo), {
      cwd: RADICE,
      env: { ...process.env, MUTATI: cartella, RILETTE: listRilette(sorgenti).map(toIndirizzo).join('\n') },
      execArgv: ['--import', 'tsx', '--import', pathToFileURL(join(import.meta.dirname, 'aggancio.ts')).href],
    }),
  );
  tell(0, mutanti.length);
  const addEsito = ({ id, esito }: Esito) => {
    esitoOf.set(id, esito);
    tell(esitoOf.size, mutanti.length);
  };
  try {
    await Promise.all(processi.map((processo) => feed(processo, { nextMutante: () => daProvare.shift(), addEsito })));
    return mutanti.map((mutante) => ({ ...mutante, esito: esitoOf.get(mutante.id) ?? 'senza prove' }));
  } finally {
    for (const processo of processi) processo.kill();
    rmSync(cartella, { recursive: true });
  }
}

/** Hands a process one mutant after the other, from when it says that it is ready. */
function feed(
  processo: ChildProcess,
  { nextMutante, addEsito }: { nextMutante: () => string | undefined; addEsito: (esito: Esito) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    processo.on('message', (detto: Esito | 'pronto') => {
      if (detto !== 'pronto') addEsito(detto);
      const prossimo = nextMutante();
      if (prossimo === undefined) resolve();
      else processo.send(prossimo);
    });
    processo.on('exit', (codice) =>
      reject(new Error(`A trial stopped, exit code ${codice}: do its tests pass without mutants?`)),
    );
  });
}
