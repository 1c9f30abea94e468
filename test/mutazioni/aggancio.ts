/** For `--import`: the mutated text of a source takes the place of the source, and the gathering of tests that of `vitest`. No file of the checkout is touched. */
import { register } from 'node:module';

register('./scambia.mjs', import.meta.url, {
  data: { cartella: process.env.MUTATI, raccolta: new URL('./raccolta.ts', import.meta.url).href },
});
