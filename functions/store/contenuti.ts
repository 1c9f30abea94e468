/**
 * Contents: rows of a parte, results, previews. Keyed by the sha256 of what they say, therefore immutable and idempotent:
 * writing one twice, at once or after a crash, leaves the same blocks. Nobody sees a content until an edizione names its key, and
 * then within `VALIDITA_MS`: what nobody names is cleared after a day (orfani.ts).
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type BatchWriteCommandOutput,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import type { Dichiarato, Riga } from '../core/tabelle/tabella.ts';
import { toCanonico } from './canonico.ts';
import { FORMATO, FORMATO_RISULTATI, keyBlocco, PREFISSO_BLOCCO, partitionOfContenuto } from './chiavi.ts';
import type { Deposito } from './deposito.ts';
import { ArchivioOccupatoError, ContenutoGuastoError } from './errori.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/**
 * Bytes of a block before compression. Cut before and not after, so that blocks written by two versions of zlib never
 * disagree on where they end; small enough that even what cannot be compressed stays under 350 KB.
 */
const BLOCCO_BYTE = 340_000;
/** Limit of BatchWriteItem. */
const LOTTO = 25;
const TENTATIVI_LOTTO = 10;
const ATTESA_MASSIMA_MS = 5_000;
/** Who writes contents names them within this time, or not at all: far less than the age at which they may be cleared. */
export const VALIDITA_MS = 3_600_000;

export interface ContenutoTabella {
  readonly righe: readonly Riga[];
  readonly dichiarati: readonly Dichiarato[];
}

/** @returns the content key: sha256 of formato, rows and declared figures */
export function putTabella(deposito: Deposito, { righe, dichiarati }: ContenutoTabella): Promise<string> {
  return putContenuto(deposito, { righe, dichiarati });
}

/** @throws ContenutoGuastoError where the content is not there whole */
export function readRighe(deposito: Deposito, chiave: string): Promise<ContenutoTabella> {
  return readContenuto<ContenutoTabella>(deposito, chiave);
}

/**
 * Writes every block also where the content is there already: a content that is about to be named must be young again.
 * @param valore anything JSON can say, without undefined meanings; its key order does not matter
 */
export async function putContenuto(deposito: Deposito, valore: object, formato = FORMATO): Promise<string> {
  const testo = Buffer.from(toCanonico({ formato, valore }));
  const chiave = createHash('sha256').update(testo).digest('hex');
  const blocchi = Math.max(1, Math.ceil(testo.length / BLOCCO_BYTE));
  const scrittoIl = deposito.now().toISOString();
  const items: Record<string, unknown>[] = [];
  for (let i = 0; i < blocchi; i++) {
    const dati = await compress(testo.subarray(i * BLOCCO_BYTE, (i + 1) * BLOCCO_BYTE));
    items.push({ ...keyBlocco(chiave, i), formato, blocchi, scrittoIl, dati });
  }
  for (let i = 0; i < items.length; i += LOTTO) await writeLotto(deposito, items.slice(i, i + LOTTO));
  return chiave;
}

/**
 * To be asked right before a content is named by what will be kept.
 * @param iniziato when the first content that is going to be named was read or written
 * @throws ArchivioOccupatoError where that was so long ago (a machine put to sleep) that they may have been cleared meanwhile
 */
export function assertInTempo(deposito: Deposito, iniziato: Date): void {
  if (deposito.now().getTime() - iniziato.getTime() <= VALIDITA_MS) return;
  throw new ArchivioOccupatoError('L’operazione è rimasta in sospeso troppo a lungo. Riprova.');
}

/** @param open what is remembered of it, from what is stored; of one key always the same. By default as it is */
export async function readContenuto<T>(
  deposito: Deposito,
  chiave: string,
  open: (valore: unknown) => T = (valore) => valore as T,
): Promise<T> {
  const letto = await deposito.recenti.read(chiave, async () => {
    const { valore, byte } = await fetchContenuto(deposito, chiave);
    return { valore: open(valore), byte };
  });
  return letto as T;
}

async function fetchContenuto(deposito: Deposito, chiave: string): Promise<{ valore: unknown; byte: number }> {
  const parti: Buffer[] = [];
  let attesi = 1;
  const pagine = paginateQuery(
    { client: deposito.db },
    {
      TableName: deposito.tabella,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :sk)',
      ExpressionAttributeValues: { ':pk': partitionOfContenuto(chiave), ':sk': PREFISSO_BLOCCO },
      ConsistentRead: true,
    },
  );
  for await (const { Items } of pagine) {
    for (const item of Items ?? []) {
      attesi = item.blocchi as number;
      parti.push(await decompress(item.dati as Uint8Array));
    }
  }
  const testo = Buffer.concat(parti);
  if (createHash('sha256').update(testo).digest('hex') !== chiave) {
    throw new ContenutoGuastoError(
      `contenuto ${chiave}: i ${parti.length} blocchi di ${attesi} non sono quelli scritti`,
    );
  }
  const { formato, valore } = JSON.parse(testo.toString('utf8')) as { formato: number; valore: unknown };
  if (formato > FORMATO_RISULTATI) {
    throw new ContenutoGuastoError(
      `contenuto ${chiave}: formato ${formato}, questo software arriva al ${FORMATO_RISULTATI}`,
    );
  }
  return { valore, byte: testo.length };
}

/** A batch may be taken in part: what comes back unprocessed is asked for again, with growing waits, until nothing is left. */
async function writeLotto(deposito: Deposito, items: readonly Record<string, unknown>[]): Promise<void> {
  let richieste: NonNullable<BatchWriteCommandInput['RequestItems']> = {
    [deposito.tabella]: items.map((Item) => ({ PutRequest: { Item } })),
  };
  for (let tentativo = 0; tentativo < TENTATIVI_LOTTO; tentativo++) {
    if (tentativo > 0) await waitBeforeRetry(tentativo);
    const risposta: BatchWriteCommandOutput = await deposito.db.send(
      new BatchWriteCommand({ RequestItems: richieste }),
    );
    richieste = risposta.UnprocessedItems ?? {};
    if (Object.keys(richieste).length === 0) return;
  }
  throw new ArchivioOccupatoError('L’archivio è troppo occupato per finire di scrivere. Riprova tra qualche minuto.');
}

/** Full jitter: publishers that were refused together do not come back together. */
function waitBeforeRetry(tentativo: number): Promise<void> {
  const massimoMs = Math.min(ATTESA_MASSIMA_MS, 25 * 2 ** tentativo);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * massimoMs));
}
