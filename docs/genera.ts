/** Writes the generated reference pages: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeRiferimento } from './riferimento.ts';

for (const [percorso, testo] of writeRiferimento()) writeFileSync(join(import.meta.dirname, '..', percorso), testo);
