import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A test waits on the machine, not on the code: the limit only tells a hang from a slow runner. */
const ATTESA_MS = 60_000;
const ATTESE = { testTimeout: ATTESA_MS, hookTimeout: ATTESA_MS } as const;

/** Files that leave nothing behind them read what they test once for all: up to a third of their time, in whatever order they run. */
const PURI = { isolate: false, ...ATTESE } as const;

/** Those that keep a browser longest, the longest first: by size, as a clean checkout has them, a long one comes last and a processor waits for it. */
const LUNGHI = ['riservata', 'pagine', 'uso', 'preparate', 'stampa', 'aspetto', 'guasti'];
const postoDi = ({ moduleId }: TestSpecification): number => {
  const posto = LUNGHI.findIndex((nome) => moduleId.endsWith(`/e2e/${nome}.test.ts`));
  return posto < 0 ? LUNGHI.length : posto;
};

class LunghiPrima extends BaseSequencer {
  override async sort(file: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(file)).toSorted((uno, altro) => postoDi(uno) - postoDi(altro));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LunghiPrima },
    // The default leaves a processor idle: on a runner with two that is half of it.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'casa', include: ['test/*.test.ts'], environment: 'node' } },
      { test: { name: 'core', include: ['test/core/**/*.test.ts'], environment: 'node', ...PURI } },
      {
        test: {
          name: 'funzioni',
          include: ['test/{store,http,ingest,api,gestione,pulizia,sito,locale}/**/*.test.ts'],
          environment: 'node',
          ...PURI,
        },
      },
      {
        plugins: [react()],
        test: { name: 'web', include: ['test/web/**/*.test.{ts,tsx}'], environment: 'happy-dom', ...PURI },
      },
      {
        test: {
          name: 'infra',
          include: ['test/infra/**/*.test.ts'],
          environment: 'node',
          ...PURI,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/dati.ts',
          environment: 'node',
          ...ATTESE,
          hookTimeout: 2 * ATTESA_MS,
          // A file is a browser and a server, and waits on both: two keep two processors busy, more would crowd a large machine.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: { include: ['functions/**', 'web/src/**'], reporter: ['text-summary', 'html'] },
  },
});
