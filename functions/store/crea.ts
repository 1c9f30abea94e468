import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Deposito, Originali } from './deposito.ts';
import { Recenti } from './recenti.ts';

/** With 30 % of calls throttled, 3 attempts lose about half of the publications and 8 none. */
export const TENTATIVI = 8;

export interface OpzioniDeposito {
  /** Another DynamoDB than the cloud's: the embedded one, an emulator. */
  readonly endpoint?: string;
  readonly regione?: string;
  /** Name of the table. */
  readonly tabella: string;
  readonly originali: Originali;
  /** Default: the machine's. */
  readonly now?: () => Date;
  /** Anything else of the client: proxies, another retry strategy. */
  readonly client?: DynamoDBClientConfig;
}

/**
 * The store, over the cloud's DynamoDB or over `endpoint`.
 * An endpoint is given credentials that mean nothing, since the client wants some and none may be looked for on the machine.
 */
export function createDeposito({
  endpoint,
  regione,
  tabella,
  originali,
  now = () => new Date(),
  client,
}: OpzioniDeposito): Deposito {
  const locale: DynamoDBClientConfig = endpoint
    ? { endpoint, region: regione ?? 'eu-south-1', credentials: { accessKeyId: 'locale', secretAccessKey: 'locale' } }
    : {};
  const db = new DynamoDBClient({ maxAttempts: TENTATIVI, ...(regione && { region: regione }), ...locale, ...client });
  return {
    db: DynamoDBDocumentClient.from(db, { marshallOptions: { removeUndefinedValues: true } }),
    tabella,
    originali,
    recenti: new Recenti(),
    now,
  };
}
