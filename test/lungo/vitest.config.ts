import { dirname } from 'node:path';
import { defineConfig } from 'vitest/config';

const RADICE = dirname(dirname(import.meta.dirname));
const INTRECCI = 'test/lungo/intrecci-*.test.ts';
const ATTESE = { testTimeout: 3_600_000, hookTimeout: 300_000 } as const;

/** What takes too long for every commit: `npm run lungo`, or `npm run lungo -- --project intrecci` for a part of it. */
export default defineConfig({
  test: {
    root: RADICE,
    projects: [
      {
        test: {
          name: 'uno alla volta',
          root: RADICE,
          include: ['test/lungo/**/*.test.ts'],
          exclude: [INTRECCI],
          environment: 'node',
          maxWorkers: 1,
          sequence: { groupOrder: 0 },
          ...ATTESE,
        },
      },
      {
        test: {
          name: 'intrecci',
          root: RADICE,
          include: [INTRECCI],
          environment: 'node',
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          ...ATTESE,
        },
      },
    ],
  },
});
