/** What becomes of the mutants of a part of the core: its tests against them. */
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RADICE } from '../sorgenti.ts';
import { type Mutante, mutate } from './muta.ts';
import type { Esito } from './prova-mutanti.ts';

export interface Parte {
  readonly titolo: string;
  readonly sorgenti: readonly string[];
  readonly prove: readonly string[];
}

export type Giudicato = Mutante & Pick<Esito, 'esito'>;

/** @returns every mutant of the sources with its fate: as many processes as processors, each with its share */
export async function judge({ sorgenti, prove }: Parte): Promise<Giudicato[]> {
  const { mutanti, cartella } = await mutate(sorgenti);
  const indirizzi = prove.map((file) => pathToFileURL(join(RADICE, file)).href);
  const quanti = availableParallelism();
  const parti = Array.from({ length: quanti }, (_, i) => mutanti.filter((_mutante, j) => j % quanti === i));
  try {
    const esiti = (await Promise.all(parti.map((parte) => tryMutanti(cartella, parte, indirizzi)))).flat();
    const esitoOf = new Map(esiti.map(({ id, esito }) => [id, esito]));
    return mutanti.map((mutante) => ({ ...mutante, esito: esitoOf.get(mutante.id) ?? 'senza prove' }));
  } finally {
    rmSync(cartella, { recursive: true });
  }
}

function tryMutanti(cartella: string, mutanti: readonly Mutante[], indirizzi: readonly string[]): Promise<Esito[]> {
  return new Promise((resolve, reject) => {
    const processo = fork(
      join(import.meta.dirname, 'prova-mutanti.ts'),
      [mutanti.map(({ id }) => id).join(','), ...indirizzi],
      {
        cwd: RADICE,
        env: { ...process.env, MUTATI: cartella },
        execArgv: ['--import', 'tsx', '--import', pathToFileURL(join(import.meta.dirname, 'aggancio.ts')).href],
      },
    );
    processo.on('message', (esiti: Esito[]) => resolve(esiti));
    processo.on(
      'exit',
      (codice) => codice !== 0 && reject(new Error(`The tests fail before any mutant: exit code ${codice}`)),
    );
  });
}
