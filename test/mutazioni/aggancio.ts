/** For `--import`: the mutated text of a source takes the place of the source, the gathering of tests that of `vitest`, few cases that of `fast-check`. No file of the checkout is touched. */
import { register } from 'node:module';
import { RADICE } from '../sorgenti.ts';

register('./scambia.mjs', import.meta.url, {
  data: {
    radice: RADICE,
    cartella: process.env.MUTATI,
    rilette: process.env.RILETTE?.split('\n'),
    supplenti: {
      vitest: new URL('./raccolta.ts', import.meta.url).href,
      'fast-check': new URL('./casi-a-caso.ts', import.meta.url).href,
    },
  },
});
