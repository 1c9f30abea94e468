/** What becomes of the mutants of a part of the code: its tests against them. */
import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RADICE } from '../sorgenti.ts';
import { type Mutante, mutate } from './muta.ts';
import type { DaProvare, Esito } from './prova-mutanti.ts';
import { listRilette } from './rilette.ts';

export interface Parte {
  readonly titolo: string;
  readonly sorgenti: readonly string[];
  readonly prove: readonly string[];
  /** What the tests are told by their environment. */
  readonly ambiente?: Readonly<Record<string, string>>;
}

export type Giudicato = Mutante & Pick<Esito, 'esito'>;

const toIndirizzo = (file: string): string => pathToFileURL(join(RADICE, file)).href;
const toElenco = (file: readonly string[]): string => file.map(toIndirizzo).join('\n');

/** A process that says nothing for so long is in a loop that the switches do not see: it tells every two seconds that it is alive. */
const SILENZIO_MS = 60_000;

/**
 * @param tell told how many mutants of how many have their fate: none, while the tests are read, then one more each time
 * @returns every mutant of the sources with its fate: as many processes as processors, each taking the next one
 */
export async function judge(
  { sorgenti, prove, ambiente }: Parte,
  tell: (fatti: number, quanti: number) => void,
): Promise<Giudicato[]> {
  const { mutanti, cartella } = await mutate(sorgenti);
  const daProvare = mutanti.map(({ id, file }): DaProvare => ({ id, file }));
  const esitoOf = new Map<string, Esito['esito']>();
  const env = {
    ...process.env,
    ...ambiente,
    MUTATI: cartella,
    SORGENTI: toElenco(sorgenti),
    RILETTE: toElenco(listRilette(sorgenti)),
  };
  const start = () =>
    fork(join(import.meta.dirname, 'prova-mutanti.ts'), prove.map(toIndirizzo), {
      cwd: RADICE,
      env,
      execArgv: ['--import', 'tsx', '--import', pathToFileURL(join(import.meta.dirname, 'aggancio.ts')).href],
    });
  tell(0, mutanti.length);
  const addEsito = ({ id, esito }: Esito) => {
    esitoOf.set(id, esito);
    tell(esitoOf.size, mutanti.length);
  };
  const feedAll = async (): Promise<void> => {
    for (;;) {
      const caduto = await feed(start(), { nextMutante: () => daProvare.shift(), addEsito });
      if (caduto === null) return;
      // Whatever ends a process is found out; the next ones want a new one.
      addEsito({ id: caduto, esito: 'ucciso' });
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, feedAll));
    return mutanti.map((mutante) => ({ ...mutante, esito: esitoOf.get(mutante.id) ?? 'senza prove' }));
  } finally {
    rmSync(cartella, { recursive: true });
  }
}

/**
 * Hands a process one mutant after the other, from when it says that it is ready.
 * @returns the mutant with which it fell silent or ended; null where there are no more mutants
 * @throws Error where it ends before any mutant
 */
function feed(
  processo: ChildProcess,
  { nextMutante, addEsito }: { nextMutante: () => DaProvare | undefined; addEsito: (esito: Esito) => void },
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let inProva: DaProvare | undefined;
    let sveglia: NodeJS.Timeout | undefined;
    const listen = () => {
      clearTimeout(sveglia);
      sveglia = setTimeout(() => processo.kill('SIGKILL'), SILENZIO_MS);
    };
    processo.on('message', (detto: Esito | 'pronto' | 'vivo') => {
      listen();
      if (detto === 'vivo') return;
      if (detto !== 'pronto') addEsito(detto);
      inProva = nextMutante();
      if (inProva) return void processo.send(inProva);
      resolve(null);
      processo.kill();
    });
    processo.on('exit', (codice) => {
      clearTimeout(sveglia);
      if (inProva) resolve(inProva.id);
      else reject(new Error(`A trial stopped, exit code ${codice}: do its tests pass without mutants?`));
    });
  });
}
