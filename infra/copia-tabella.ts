/** What a table restored to a moment of the past holds, back into the table of the stack, which keeps its name. */
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
  paginateScan,
} from '@aws-sdk/lib-dynamodb';

export interface Copia {
  /** Name of the restored table. */
  readonly da: string;
  /** Name of that of the stack. */
  readonly a: string;
}

/** Limit of BatchWriteItem. */
const LOTTO = 25;
const TENTATIVI = 10;

/**
 * What was deleted or altered since is again as it was; what was added since stays. It may be stopped and done again.
 * @returns how many items were copied
 * @throws Error where the table does not take them after every attempt
 */
export async function copyTabella(db: DynamoDBDocumentClient, { da, a }: Copia): Promise<number> {
  let copiati = 0;
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName: da, ConsistentRead: true })) {
    for (let i = 0; i < Items.length; i += LOTTO) {
      const lotto = Items.slice(i, i + LOTTO);
      await putLotto(db, a, lotto);
      copiati += lotto.length;
    }
  }
  return copiati;
}

async function putLotto(
  db: DynamoDBDocumentClient,
  tabella: string,
  items: readonly Record<string, unknown>[],
): Promise<void> {
  let RequestItems: NonNullable<BatchWriteCommandInput['RequestItems']> = {
    [tabella]: items.map((Item) => ({ PutRequest: { Item } })),
  };
  for (let tentativo = 0; tentativo < TENTATIVI; tentativo++) {
    if (tentativo > 0) await new Promise((then) => setTimeout(then, 100 * 2 ** tentativo));
    const { UnprocessedItems = {} } = await db.send(new BatchWriteCommand({ RequestItems }));
    RequestItems = UnprocessedItems;
    if (Object.keys(RequestItems).length === 0) return;
  }
  throw new Error(`La tabella ${tabella} è troppo occupata. Riprova: ciò che è già copiato non si perde.`);
}
