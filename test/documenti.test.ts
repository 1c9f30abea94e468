import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { writeRiferimento } from '../docs/riferimento.ts';
import { listFile, readTesto } from './sorgenti.ts';

const presenti = listFile();
const pagine = presenti.filter((percorso) => percorso.endsWith('.md') && !percorso.startsWith('data/'));

test.each([...writeRiferimento()])('%s says what the declarations say: if not, npm run docs', (percorso, testo) => {
  expect(presenti).toContain(percorso);
  expect(readTesto(percorso)).toBe(testo);
});

test.each(pagine)('%s links only to files that are there', (pagina) => {
  const collegamenti = [...readTesto(pagina).matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, meta]) => (meta ?? '').split('#')[0] ?? '',
  );
  const interni = collegamenti.filter((meta) => meta !== '' && !/^(https?|mailto):/.test(meta));
  const rotti = interni.filter((meta) => {
    const percorso = posix.join(posix.dirname(pagina), meta).replace(/\/$/, '');
    return !presenti.some((presente) => presente === percorso || presente.startsWith(`${percorso}/`));
  });
  expect(rotti).toEqual([]);
});
