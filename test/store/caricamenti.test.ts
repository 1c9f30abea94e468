import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCaricamenti, putCaricamento, readCaricamento } from '../../functions/store/caricamenti.ts';
import { FORMATO } from '../../functions/store/chiavi.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { commitEdizione } from '../../functions/store/edizioni.ts';
import { type Banco, MOTORI, reopen, scanItems, startBanco } from './banco.ts';
import { createCaricamento, createEdizione } from './esempi.ts';

describe.each(MOTORI)('caricamenti over $nome', (motore) => {
  let banco: Banco;
  let deposito: Deposito;
  beforeAll(async () => {
    banco = await startBanco(motore);
    deposito = await banco.createDeposito();
  });
  afterAll(() => banco.stop());

  test('one is read back as it was kept, and nothing that was not', async () => {
    const caricamento = createCaricamento('letto');
    await putCaricamento(deposito, caricamento);
    expect(await readCaricamento(reopen(deposito, banco), 'fasano', 'letto')).toEqual(caricamento);
    expect(await readCaricamento(deposito, 'fasano', 'altro')).toBeNull();
    expect(await readCaricamento(deposito, 'lecce', 'letto')).toBeNull();
  });

  test('keeping it again replaces it', async () => {
    await putCaricamento(deposito, createCaricamento('ritirato'));
    await putCaricamento(deposito, createCaricamento('ritirato', { stato: 'ritirato' }));
    expect((await readCaricamento(deposito, 'fasano', 'ritirato'))?.stato).toBe('ritirato');
  });

  test.each([
    { caso: 'before any publication', base: 0, stato: 'letto' },
    { caso: 'compared before it was published', base: 1, stato: 'pubblicato' },
    { caso: 'brought again after it was published, and replaced since', base: 2, stato: 'letto' },
  ])('whether it is published is read from the log: $caso', async ({ base, stato }) => {
    const ambito = `log-${base}`;
    await putCaricamento(deposito, createCaricamento('x', { ambito, base }));
    if (base > 0) {
      await commitEdizione(deposito, createEdizione(1, { ambito }));
      await commitEdizione(deposito, createEdizione(2, { ambito, caricamenti: ['x'] }));
    }
    expect((await readCaricamento(deposito, ambito, 'x'))?.stato).toBe(stato);
    expect((await listCaricamenti(deposito, ambito)).map((uno) => uno.stato)).toEqual([stato]);
  });

  test('the list is of one ambito, newest first, however long', async () => {
    const ambito = 'elenco';
    const attesi = Array.from({ length: 20 }, (_, i) => `c${String(i).padStart(2, '0')}`);
    for (const id of attesi.toReversed()) {
      await putCaricamento(
        deposito,
        createCaricamento(id, { ambito, creatoIl: `2026-01-${id.slice(1)}T00:00:00.000Z` }),
      );
    }
    expect((await listCaricamenti(deposito, ambito)).map(({ id }) => id)).toEqual(attesi.toReversed());
  });

  test('every item carries its formato', async () => {
    for (const item of await scanItems(deposito)) expect(item.formato).toBe(FORMATO);
  });
});
