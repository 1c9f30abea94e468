import { expect, test } from 'vitest';
import { Recenti } from '../../functions/store/recenti.ts';

/** Contents of 10 bytes each, the reads of which are counted. */
function createLettore(byteMassimi: number) {
  const recenti = new Recenti(byteMassimi);
  const letti: string[] = [];
  async function fetch(chiave: string) {
    letti.push(chiave);
    if (chiave.startsWith('guasto')) throw new Error(chiave);
    return { valore: `contenuto di ${chiave}`, byte: 10 };
  }
  return { letti, read: (chiave: string) => recenti.read(chiave, () => fetch(chiave)) };
}

test.each([
  ['what is known is not read again', 100, ['a', 'b', 'a', 'b'], ['a', 'b']],
  ['what was asked for longest ago goes first', 20, ['a', 'b', 'c', 'a', 'c'], ['a', 'b', 'c', 'a']],
  ['asking for it again keeps it', 20, ['a', 'b', 'a', 'c', 'a', 'b'], ['a', 'b', 'c', 'b']],
  ['what is too large by itself stays until another is asked for', 5, ['a', 'a', 'b', 'b', 'a'], ['a', 'b', 'a']],
] as const)('%s', async (...[, byteMassimi, chieste, attesi]) => {
  const { letti, read } = createLettore(byteMassimi);
  for (const chiave of chieste) expect(await read(chiave)).toBe(`contenuto di ${chiave}`);
  expect(letti).toEqual(attesi);
});

test('who asks for one content at the same time waits for one read', async () => {
  const { letti, read } = createLettore(100);
  await Promise.all([read('a'), read('a'), read('a')]);
  expect(letti).toEqual(['a']);
});

test('a failure is told to all who wait, and not remembered', async () => {
  const { letti, read } = createLettore(100);
  const esiti = await Promise.allSettled([read('guasto'), read('guasto')]);
  expect(esiti.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(read('guasto')).rejects.toThrow('guasto');
  expect(letti).toEqual(['guasto', 'guasto']);
});

test('what is still being read is not asked for again, however much is read meanwhile', async () => {
  const recenti = new Recenti(5);
  let giunge: () => void = () => undefined;
  const lenta = recenti.read('lenta', async () => {
    await new Promise<void>((then) => {
      giunge = then;
    });
    return { valore: 'lenta', byte: 10 };
  });
  for (const chiave of ['a', 'b']) await recenti.read(chiave, async () => ({ valore: chiave, byte: 10 }));
  const ancora = recenti.read('lenta', () => Promise.reject(new Error('asked for twice')));
  giunge();
  expect(await Promise.all([lenta, ancora])).toEqual(['lenta', 'lenta']);
});
