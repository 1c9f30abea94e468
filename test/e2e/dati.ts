/** The sample ambiti are published, and their pages prepared, once for all the files: each begins from a copy of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startOsservatorio } from '../osservatorio.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the data as a first start leaves it. */
    datiPubblicati: string;
  }
}

let cartella: string;

export async function setup(progetto: TestProject): Promise<void> {
  cartella = await mkdtemp(join(tmpdir(), 'osservatorio-dati-'));
  const osservatorio = await startOsservatorio(cartella);
  await osservatorio.stop();
  progetto.provide('datiPubblicati', cartella);
}

export async function teardown(): Promise<void> {
  await rm(cartella, { recursive: true, force: true, maxRetries: 20 });
}
