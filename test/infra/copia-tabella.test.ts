import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyTabella } from '../../infra/copia-tabella.ts';
import { type Banco, startBanco } from '../store/banco.ts';

let banco: Banco;
beforeAll(async () => {
  banco = await startBanco();
});
afterAll(() => banco.stop());

test('what was deleted or altered since is as it was, what was added since stays, bytes and all', async () => {
  const ripristinata = await banco.createDeposito();
  const dello = await banco.createDeposito();
  const chiave = (n: number) => ({ PK: `ambito#${n % 7}`, SK: `E#${String(n).padStart(8, '0')}` });
  const items = Array.from({ length: 60 }, (_, n) => ({ ...chiave(n), numero: n, dati: new Uint8Array([n, 0, 255]) }));
  for (const { db, tabella } of [ripristinata, dello]) {
    for (const Item of items) await db.send(new PutCommand({ TableName: tabella, Item }));
  }
  const { db, tabella } = dello;
  await db.send(new DeleteCommand({ TableName: tabella, Key: chiave(3) }));
  await db.send(new PutCommand({ TableName: tabella, Item: { ...chiave(4), numero: -1 } }));
  await db.send(new PutCommand({ TableName: tabella, Item: { ...chiave(99), numero: 99 } }));
  expect(await copyTabella(db, { da: ripristinata.tabella, a: tabella })).toBe(60);
  const { Items = [] } = await db.send(new ScanCommand({ TableName: tabella }));
  const perNumero = Items.toSorted((una, altra) => Number(una.numero) - Number(altra.numero));
  expect(perNumero).toEqual([...items, { ...chiave(99), numero: 99 }]);
});
