import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAmbiti, putAmbito, readAmbito } from '../../functions/store/ambiti.ts';
import { FORMATO } from '../../functions/store/chiavi.ts';
import { TENTATIVI } from '../../functions/store/crea.ts';
import type { Deposito, Edizione } from '../../functions/store/deposito.ts';
import { commitEdizione, listEdizioni, listVersioni, readEdizione } from '../../functions/store/edizioni.ts';
import { type Banco, MOTORI, reopen, scanItems, startBanco } from './banco.ts';
import { createEdizione, createVersione } from './esempi.ts';
import { createRitentiva, type Sorte, startPassaggio } from './passaggio.ts';

describe.each(MOTORI)('the log of edizioni over $nome', (motore) => {
  let banco: Banco;
  let deposito: Deposito;
  beforeAll(async () => {
    banco = await startBanco(motore);
  });
  afterAll(() => banco.stop());

  async function createLog(...edizioni: Edizione[]): Promise<void> {
    deposito = await banco.createDeposito();
    for (const edizione of edizioni) expect(await commitEdizione(deposito, edizione)).toBe(true);
  }

  test('an empty log has no edizione', async () => {
    await createLog();
    expect(await readEdizione(deposito, 'fasano')).toBeNull();
    expect(await readEdizione(deposito, 'fasano', 1)).toBeNull();
    expect(await listEdizioni(deposito, 'fasano')).toEqual([]);
  });

  test('the latest is the highest number, also past 9, and of that ambito alone', async () => {
    const numeri = Array.from({ length: 11 }, (_, i) => i + 1);
    await createLog(...numeri.map((n) => createEdizione(n)), createEdizione(1, { ambito: 'fasano-2' }));
    expect(await readEdizione(deposito, 'fasano')).toEqual(createEdizione(11));
    expect(await readEdizione(deposito, 'fasano', 9)).toEqual(createEdizione(9));
    expect((await listEdizioni(deposito, 'fasano')).map(({ numero }) => numero)).toEqual(numeri);
    expect((await listEdizioni(deposito, 'fasano', { dopo: 9 })).map(({ numero }) => numero)).toEqual([10, 11]);
    expect(await listEdizioni(deposito, 'fasano', { dopo: 11 })).toEqual([]);
  });

  test('a number that is taken is not committed, and what stands is left alone', async () => {
    await createLog(createEdizione(1));
    expect(await commitEdizione(deposito, createEdizione(1, { cosa: 'Un’altra' }))).toBe(false);
    expect(await readEdizione(deposito, 'fasano')).toEqual(createEdizione(1));
  });

  test('the same record again is the same commit: its reply was lost', async () => {
    await createLog(createEdizione(1));
    expect(await commitEdizione(deposito, createEdizione(1))).toBe(true);
    expect(await listEdizioni(deposito, 'fasano')).toHaveLength(1);
  });

  test('of many that commit one number at once, exactly one does', async () => {
    await createLog();
    const gara = Array.from({ length: 12 }, (_, i) => createEdizione(1, { cosa: `Concorrente ${i}` }));
    const esiti = await Promise.all(gara.map((edizione) => commitEdizione(reopen(deposito, banco), edizione)));
    expect(esiti.filter(Boolean)).toHaveLength(1);
    expect(await readEdizione(deposito, 'fasano')).toEqual(gara[esiti.indexOf(true)]);
  });

  test.each([0, -1, 1.5, Number.NaN])('%d is no number for an edizione', async (numero) => {
    const esito = commitEdizione(deposito, createEdizione(numero));
    await expect(esito).rejects.toThrow(new RangeError(`numero di edizione non valido: ${numero}`));
  });

  test('the versioni of a tipo are those that some edizione brought, each once', async () => {
    await createLog(
      createEdizione(1, { versioni: { famiglie: createVersione(1, 1) } }),
      createEdizione(2, { versioni: { famiglie: createVersione(1, 1), territorio: createVersione(1, 2) } }),
      createEdizione(3, { versioni: { famiglie: createVersione(2, 3), territorio: createVersione(1, 2) } }),
    );
    expect(await listVersioni(deposito, 'fasano', 'famiglie')).toEqual([createVersione(1, 1), createVersione(2, 3)]);
    expect(await listVersioni(deposito, 'fasano', 'territorio')).toEqual([createVersione(1, 2)]);
    expect(await listVersioni(deposito, 'fasano', 'fondi')).toEqual([]);
  });

  test('every item carries its formato', async () => {
    await createLog(createEdizione(1));
    await putAmbito(deposito, createAmbito('fasano', 'Fasano'));
    const items = await scanItems(deposito);
    expect(items).toHaveLength(2);
    for (const item of items) expect(item.formato).toBe(FORMATO);
  });

  test('ambiti are registered, replaced and listed by name', async () => {
    await createLog();
    expect(await readAmbito(deposito, 'lecce')).toBeNull();
    for (const [id, nome] of [
      ['lecce', 'Lecce'],
      ['z', 'Élite'],
      ['fasano', 'Brindisi 2'],
      ['fasano', 'Fasano'],
    ] as const) {
      await putAmbito(deposito, createAmbito(id, nome));
    }
    expect(await readAmbito(deposito, 'fasano')).toEqual(createAmbito('fasano', 'Fasano'));
    expect((await listAmbiti(deposito)).map(({ nome }) => nome)).toEqual(['Élite', 'Fasano', 'Lecce']);
  });

  describe('over a network that misbehaves', () => {
    async function commitOver(decide: (volta: number) => Sorte): Promise<{ esito: boolean; tentativi: number }> {
      await createLog();
      let volta = 0;
      const passaggio = await startPassaggio(banco.endpoint, ({ operazione }) =>
        operazione === 'PutItem' ? decide(volta++) : 'passa',
      );
      const client = { retryStrategy: createRitentiva(TENTATIVI) };
      try {
        const lontano = reopen(deposito, { endpoint: passaggio.endpoint, client });
        return { esito: await commitEdizione(lontano, createEdizione(1)), tentativi: volta };
      } finally {
        await passaggio.stop();
      }
    }

    test('committed but the reply was lost: the client asks again and learns that it was its own', async () => {
      expect(await commitOver((volta) => (volta === 0 ? 'perdi-risposta' : 'passa'))).toEqual({
        esito: true,
        tentativi: 2,
      });
      expect(await readEdizione(deposito, 'fasano')).toEqual(createEdizione(1));
    });

    test('throttled all but the last time, it commits', async () => {
      const ultima = TENTATIVI - 1;
      expect(await commitOver((volta) => (volta < ultima ? 'limita' : 'passa'))).toEqual({
        esito: true,
        tentativi: TENTATIVI,
      });
    });

    test('throttled every time, it fails and nothing is committed', async () => {
      await expect(commitOver(() => 'limita')).rejects.toMatchObject({
        name: 'ProvisionedThroughputExceededException',
      });
      expect(await readEdizione(deposito, 'fasano')).toBeNull();
    });
  });

  test('the client of the store tries as often as it takes', async () => {
    await createLog();
    expect(await deposito.db.config.maxAttempts()).toBe(TENTATIVI);
    expect(TENTATIVI).toBeGreaterThanOrEqual(8);
  });
});

function createAmbito(id: string, nome: string) {
  return { id, nome, capofila: '074007', formaGiuridica: 'convenzione', comuni: [], cicli: ['2022-2024'] };
}
