import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** What starts processes or a browser waits on the machine, not on the code: its limit only tells a hang from a slow runner. */
const ATTESA_MS = 60_000;

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'casa', include: ['test/*.test.ts'], environment: 'node' } },
      { test: { name: 'core', include: ['test/core/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'funzioni',
          include: ['test/{store,http,ingest,api,pulizia,locale}/**/*.test.ts'],
          environment: 'node',
          testTimeout: ATTESA_MS,
          hookTimeout: ATTESA_MS,
        },
      },
      {
        plugins: [react()],
        test: { name: 'web', include: ['test/web/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
      {
        test: {
          name: 'infra',
          include: ['test/infra/**/*.test.ts'],
          environment: 'node',
          testTimeout: ATTESA_MS,
          hookTimeout: ATTESA_MS,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: ATTESA_MS,
          hookTimeout: 2 * ATTESA_MS,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: { include: ['functions/**', 'web/src/**'], reporter: ['text-summary', 'html'] },
  },
});
