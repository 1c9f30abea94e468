import { randomUUID } from 'node:crypto';
import type { CreateTableCommandOutput } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putAmbito, readAmbito } from '../../functions/store/ambiti.ts';
import { createDeposito } from '../../functions/store/crea.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { createTabella } from '../../functions/store/tabella.ts';
import { createAmbito } from '../ingest/scena.ts';
import { type Banco, pauseCalls, scanItems, startBanco } from './banco.ts';

let banco: Banco;
let prima: Deposito;
beforeAll(async () => {
  banco = await startBanco();
  prima = await banco.createDeposito();
});
afterAll(() => banco.stop());

function openNuova(tabella = `prova-${randomUUID()}`): Deposito {
  return createDeposito({ endpoint: banco.endpoint, tabella, originali: prima.originali });
}

test('it is made once: where it is there already, what it holds stays', async () => {
  const deposito = openNuova();
  expect(await createTabella(deposito)).toMatchObject({ TableName: deposito.tabella });
  await putAmbito(deposito, createAmbito());
  expect(await createTabella(deposito)).toBeUndefined();
  expect(await readAmbito(deposito, 'fasano')).toEqual(createAmbito());
});

test.each([
  ['ACTIVE', false],
  ['CREATING', true],
] as const)('told that it is %s, whether it is ready is asked for: %s', async (stato, chiesto) => {
  const deposito = openNuova();
  const chiamate: string[] = [];
  pauseCalls(deposito, { prima: (operazione) => void chiamate.push(operazione) });
  deposito.db.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (argomenti) => {
        const risposta = await next(argomenti);
        const { TableDescription } = risposta.output as CreateTableCommandOutput;
        if (commandName.startsWith('CreateTable') && TableDescription) TableDescription.TableStatus = stato;
        return risposta;
      },
    { step: 'initialize', name: 'stato' },
  );
  await createTabella(deposito);
  expect(chiamate.includes('DescribeTable')).toBe(chiesto);
});

test('what is undefined is not there', async () => {
  await prima.db.send(new PutCommand({ TableName: prima.tabella, Item: { PK: 'a', SK: 'b', assente: undefined } }));
  expect(await scanItems(prima)).toEqual([{ PK: 'a', SK: 'b' }]);
});

test('a storage that cannot make it is a fault', async () => {
  await expect(createTabella(openNuova('x'))).rejects.toMatchObject({ name: 'ValidationException' });
});

test.each([
  ['on its own address', { endpoint: 'http://127.0.0.1:1' }, 'eu-south-1'],
  ['on its own address, of that region', { endpoint: 'http://127.0.0.1:1', regione: 'eu-west-1' }, 'eu-west-1'],
  ['in the cloud, of that region', { regione: 'eu-west-1' }, 'eu-west-1'],
])('a store %s', async (_caso, dove, regione) => {
  const { db } = createDeposito({ ...dove, tabella: 't', originali: prima.originali });
  expect(await db.config.region()).toBe(regione);
  if ('endpoint' in dove) expect(await db.config.credentials()).toMatchObject({ accessKeyId: 'locale' });
});
