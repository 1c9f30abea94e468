import { GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Ambito } from '../core/ambito.ts';
import { FORMATO, keyAmbito, PARTIZIONE_AMBITI } from './chiavi.ts';
import type { Deposito } from './deposito.ts';

interface ItemAmbito {
  readonly ambito: Ambito;
}

/** Registers an ambito, or replaces its registration. */
export async function putAmbito(deposito: Deposito, ambito: Ambito): Promise<void> {
  await deposito.db.send(
    new PutCommand({ TableName: deposito.tabella, Item: { ...keyAmbito(ambito.id), formato: FORMATO, ambito } }),
  );
}

/** @returns the ambito as registered, or null */
export async function readAmbito(deposito: Deposito, id: string): Promise<Ambito | null> {
  const { Item } = await deposito.db.send(
    new GetCommand({ TableName: deposito.tabella, Key: keyAmbito(id), ConsistentRead: true }),
  );
  return Item ? (Item as ItemAmbito).ambito : null;
}

/** @returns every registered ambito, by name */
export async function listAmbiti(deposito: Deposito): Promise<Ambito[]> {
  const ambiti: Ambito[] = [];
  const pagine = paginateQuery(
    { client: deposito.db },
    {
      TableName: deposito.tabella,
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': PARTIZIONE_AMBITI },
      ConsistentRead: true,
    },
  );
  for await (const { Items } of pagine) for (const item of Items ?? []) ambiti.push((item as ItemAmbito).ambito);
  return ambiti.sort((a, b) => a.nome.localeCompare(b.nome, 'it'));
}
