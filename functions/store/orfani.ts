/**
 * Clean-up: contents that nothing names any more. An act that died before its commit, a draft that changed state, one that was
 * withdrawn leave some behind; they harm nobody, and go when they are a day old. Why nothing that is named can go with them: ADR 14.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import { listAmbiti } from './ambiti.ts';
import type { Caricamento, StatoCaricamento } from './caricamenti.ts';
import { type ChiaveItem, PREFISSO_CARICAMENTO, PREFISSO_CONTENUTO, partitionOf } from './chiavi.ts';
import { readContenuto } from './contenuti.ts';
import type { Deposito } from './deposito.ts';
import { listEdizioni } from './edizioni.ts';

const ORA_MS = 3_600_000;
/** Age of a content before which it is never touched: somebody may be about to name it. */
export const ETA_MINIMA_MS = 24 * ORA_MS;

export interface Sgombero {
  /** Contents of which something was deleted. */
  readonly contenuti: number;
  readonly blocchi: number;
}

/**
 * Deletes the contents that no edizione and no live caricamento of any ambito names, and that nobody has written for 24 hours. It
 * may die at any moment, run beside publishers, or run twice at once.
 */
export async function clearOrfani(deposito: Deposito): Promise<Sgombero> {
  const limite = new Date(deposito.now().getTime() - ETA_MINIMA_MS).toISOString();
  const vivi = await listVivi(deposito, limite);
  const toccati = new Set<string>();
  let blocchi = 0;
  const pagine = paginateScan(
    { client: deposito.db },
    {
      TableName: deposito.tabella,
      ProjectionExpression: 'PK, SK, scrittoIl',
      // A block without a time is of a software before this one: how old it is, nobody knows.
      FilterExpression: 'begins_with(PK, :contenuto) AND scrittoIl < :limite',
      ExpressionAttributeValues: { ':contenuto': PREFISSO_CONTENUTO, ':limite': limite },
      ConsistentRead: true,
    },
  );
  for await (const { Items } of pagine) {
    for (const item of (Items ?? []) as ItemBlocco[]) {
      const chiave = item.PK.slice(PREFISSO_CONTENUTO.length);
      if (vivi.has(chiave) || !(await deleteBlocco(deposito, item))) continue;
      toccati.add(chiave);
      blocchi += 1;
    }
  }
  return { contenuti: toccati.size, blocchi };
}

interface ItemBlocco extends ChiaveItem {
  readonly scrittoIl: string;
}

/** @returns false where somebody wrote it again since it was looked at: it is theirs now */
async function deleteBlocco(deposito: Deposito, { PK, SK, scrittoIl }: ItemBlocco): Promise<boolean> {
  try {
    await deposito.db.send(
      new DeleteCommand({
        TableName: deposito.tabella,
        Key: { PK, SK },
        ConditionExpression: 'scrittoIl = :letto',
        ExpressionAttributeValues: { ':letto': scrittoIl },
      }),
    );
    return true;
  } catch (cause) {
    if (cause instanceof ConditionalCheckFailedException) return false;
    throw cause;
  }
}

/** Keys of the contents that something names. */
async function listVivi(deposito: Deposito, limite: string): Promise<Set<string>> {
  const vivi = new Set<string>();
  for (const { id } of await listAmbiti(deposito)) {
    for (const { risultati, versioni } of await listEdizioni(deposito, id)) {
      vivi.add(risultati);
      for (const { parti } of Object.values(versioni)) for (const { contenuto } of parti) vivi.add(contenuto);
    }
    for (const chiave of await listDelleBozze(deposito, id, limite)) vivi.add(chiave);
  }
  return vivi;
}

interface ItemCaricamento {
  readonly scheda: string;
  /** Absent where a software before this one wrote it. */
  readonly contenuto?: string | null;
  readonly stato: StatoCaricamento;
  readonly scrittoIl?: string;
}

/** What a caricamento says of itself stays for ever; its rows go a day after it was withdrawn, as they come back with the file. */
async function listDelleBozze(deposito: Deposito, ambito: string, limite: string): Promise<string[]> {
  const chiavi: string[] = [];
  const pagine = paginateQuery(
    { client: deposito.db },
    {
      TableName: deposito.tabella,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :sk)',
      ProjectionExpression: 'scheda, contenuto, stato, scrittoIl',
      ExpressionAttributeValues: { ':pk': partitionOf(ambito), ':sk': PREFISSO_CARICAMENTO },
      ConsistentRead: true,
    },
  );
  for await (const { Items } of pagine) {
    for (const { scheda, contenuto, stato, scrittoIl = '' } of (Items ?? []) as ItemCaricamento[]) {
      chiavi.push(scheda);
      if (stato === 'ritirato' && scrittoIl < limite) continue;
      const righe =
        contenuto === undefined ? (await readContenuto<Caricamento>(deposito, scheda)).contenuto : contenuto;
      if (righe !== null) chiavi.push(righe);
    }
  }
  return chiavi;
}
