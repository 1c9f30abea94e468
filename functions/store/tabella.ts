import {
  CreateTableCommand,
  ResourceInUseException,
  type TableDescription,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { SCHEMA_TABELLA } from './chiavi.ts';
import type { Deposito } from './deposito.ts';

/** Creates the table where it is not there yet: embedded storage and tests. In the cloud the infrastructure declares it. */
export async function createTabella(deposito: Deposito): Promise<TableDescription | undefined> {
  try {
    const { TableDescription } = await deposito.db.send(
      new CreateTableCommand({
        TableName: deposito.tabella,
        AttributeDefinitions: [...SCHEMA_TABELLA.AttributeDefinitions],
        KeySchema: [...SCHEMA_TABELLA.KeySchema],
        BillingMode: SCHEMA_TABELLA.BillingMode,
      }),
    );
    if (TableDescription?.TableStatus !== 'ACTIVE') await waitForTabella(deposito);
    return TableDescription;
  } catch (cause) {
    if (cause instanceof ResourceInUseException) return undefined;
    throw cause;
  }
}

async function waitForTabella(deposito: Deposito): Promise<void> {
  await waitUntilTableExists(
    { client: deposito.db, maxWaitTime: 30, minDelay: 0.02, maxDelay: 1 },
    { TableName: deposito.tabella },
  );
}
