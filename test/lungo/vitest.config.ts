import { dirname } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What takes too long for every commit: `npm run lungo`. */
export default defineConfig({
  test: {
    root: dirname(dirname(import.meta.dirname)),
    include: ['test/lungo/**/*.test.ts'],
    environment: 'node',
    testTimeout: 3_600_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
