import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { TipoId } from '../core/tabelle/tipo.ts';
import { toCanonico } from './canonico.ts';
import { FORMATO, keyEdizione, PREFISSO_EDIZIONE, partitionOf } from './chiavi.ts';
import type { Deposito, Edizione, VersioneRegistrata } from './deposito.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

interface ItemEdizione {
  readonly numero: number;
  /** sha256 of the canonical record: tells one's own commit from another's. */
  readonly impronta: string;
  readonly dati: Uint8Array;
}

/**
 * Publishes: puts the immutable record of an edizione whose contents are already written. This put is the commit.
 * @returns false when another edizione has that number. An identical record counts as this one: its reply was lost.
 * @throws RangeError if the number is not a positive integer
 */
export async function commitEdizione(deposito: Deposito, edizione: Edizione): Promise<boolean> {
  if (!Number.isSafeInteger(edizione.numero) || edizione.numero < 1) {
    throw new RangeError(`numero di edizione non valido: ${edizione.numero}`);
  }
  const testo = toCanonico(edizione);
  const impronta = createHash('sha256').update(testo).digest('hex');
  const chiave = keyEdizione(edizione.ambito, edizione.numero);
  const { numero, pubblicataIl, ruolo, azione } = edizione;
  const Item = {
    ...chiave,
    formato: FORMATO,
    numero,
    pubblicataIl,
    ruolo,
    azione,
    impronta,
    dati: await compress(testo),
  };
  try {
    await deposito.db.send(
      new PutCommand({ TableName: deposito.tabella, Item, ConditionExpression: 'attribute_not_exists(PK)' }),
    );
    return true;
  } catch (cause) {
    if (!(cause instanceof ConditionalCheckFailedException)) throw cause;
    const { Item: presente } = await deposito.db.send(
      new GetCommand({ TableName: deposito.tabella, Key: chiave, ConsistentRead: true }),
    );
    return (presente as ItemEdizione | undefined)?.impronta === impronta;
  }
}

/**
 * @param numero the edizione wanted; without it, the latest
 * @returns null where nothing has been published, or that number does not exist
 */
export async function readEdizione(deposito: Deposito, ambito: string, numero?: number): Promise<Edizione | null> {
  const item = numero === undefined ? await fetchUltima(deposito, ambito) : await fetchNumero(deposito, ambito, numero);
  return item ? parseEdizione(item) : null;
}

async function fetchUltima(deposito: Deposito, ambito: string): Promise<ItemEdizione | undefined> {
  const { Items } = await deposito.db.send(
    new QueryCommand({
      TableName: deposito.tabella,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :sk)',
      ExpressionAttributeValues: { ':pk': partitionOf(ambito), ':sk': PREFISSO_EDIZIONE },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  );
  return Items?.[0] as ItemEdizione | undefined;
}

async function fetchNumero(deposito: Deposito, ambito: string, numero: number): Promise<ItemEdizione | undefined> {
  const { Item } = await deposito.db.send(
    new GetCommand({ TableName: deposito.tabella, Key: keyEdizione(ambito, numero), ConsistentRead: true }),
  );
  return Item as ItemEdizione | undefined;
}

/**
 * The log of an ambito, oldest first.
 * @param dopo only the edizioni with a greater number; default 0: all
 */
export async function listEdizioni(deposito: Deposito, ambito: string, { dopo = 0 } = {}): Promise<Edizione[]> {
  const edizioni: Edizione[] = [];
  const pagine = paginateQuery(
    { client: deposito.db },
    {
      TableName: deposito.tabella,
      KeyConditionExpression: 'PK = :pk AND SK BETWEEN :da AND :a',
      ExpressionAttributeValues: {
        ':pk': partitionOf(ambito),
        ':da': keyEdizione(ambito, dopo + 1).SK,
        ':a': keyEdizione(ambito, 99_999_999).SK,
      },
      ConsistentRead: true,
    },
  );
  for await (const { Items } of pagine) {
    for (const item of Items ?? []) edizioni.push(await parseEdizione(item as ItemEdizione));
  }
  return edizioni;
}

/** @returns every versione that a tipo ever had, oldest first, each with the edizione that brought it */
export async function listVersioni(deposito: Deposito, ambito: string, tipo: TipoId): Promise<VersioneRegistrata[]> {
  const edizioni = await listEdizioni(deposito, ambito);
  return edizioni.flatMap((edizione) => {
    const versione = edizione.versioni[tipo];
    return versione?.edizione === edizione.numero ? [versione] : [];
  });
}

async function parseEdizione(item: ItemEdizione): Promise<Edizione> {
  return JSON.parse((await decompress(item.dati)).toString('utf8')) as Edizione;
}
