/**
 * Arrivals: files too large for a request, which come on their own to where a signature lets them in, or are here and take too long to be
 * read again for who asks to wait. What was promised is written first; what became of it, when the file has been read. Nothing of it is
 * public, and nothing is for ever.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Contesto } from '../core/tabelle/lettura/leggi.ts';
import type { Fonte } from '../core/tabelle/tabella.ts';
import type { TipoId } from '../core/tabelle/tipo.ts';
import { FORMATO, keyArrivo, SCADENZA } from './chiavi.ts';
import type { Deposito, Sorgente } from './deposito.ts';

/** What must be sent, where to, and how: good for one file and for a while. */
export interface Firma {
  readonly metodo: 'PUT';
  /** On the bucket's own origin in the cloud, from the root of the site's on a laptop. */
  readonly url: string;
  /** To be sent with it, as they are. */
  readonly intestazioni: Readonly<Record<string, string>>;
}

export interface Promessa {
  /** `arrivi/<ambito>/<arrivo>`. */
  readonly chiave: string;
  readonly byte: number;
  readonly sha256: string;
  readonly scadeIl: Date;
}

/** Where those files land: a bucket in the cloud, a folder on a laptop. */
export interface Arrivi {
  /** Lets in exactly the bytes that were promised, and no others. */
  sign(promessa: Promessa): Promise<Firma>;
  /** Null where it never came, or was taken away. */
  open(chiave: string): Promise<Sorgente | null>;
  /** Keeps the file among the originals, without its passing through here. */
  keep(chiave: string, sha256: string): Promise<void>;
  /** Puts an empty object there, so that who reads arrivals is called as for a file that has landed: at least once, and again after a fault. */
  announce(chiave: string): Promise<void>;
  remove(chiave: string): Promise<void>;
}

/** `fallito`: a fault of the service, after which the same event may come again. */
export type StatoArrivo = 'atteso' | 'in-lettura' | 'letto' | 'fallito';

export interface Arrivo {
  readonly ambito: string;
  readonly id: string;
  readonly stato: StatoArrivo;
  /** Id of the draft that the file becomes: known beforehand, from bytes and parameters. */
  readonly caricamento: string;
  readonly tipo: TipoId;
  readonly contesto: Contesto;
  readonly fonte: Fonte;
  /** Id of the draft whose kept original is to be read again, with the corrections of `contesto`; absent where the file is to come. */
  readonly rilegge?: string;
  /** Id of the draft whose place the file takes; absent where it takes none's. */
  readonly sostituisce?: string;
  readonly byte: number;
  readonly sha256: string;
  readonly ruolo: string;
  readonly autore?: string;
  /** ISO instants: of the signature (or of the request), and of when it ends. */
  readonly firmatoIl: string;
  readonly scadeIl: string;
  /** Id of the request that reads it, or did. */
  readonly richiesta?: string;
  /** ISO instant since when it is being read. */
  readonly lettoDal?: string;
}

/** Past this, who was reading is no longer there. @source a Lambda function ends within 15 minutes */
export const LETTURA_MASSIMA_MS = 16 * 60 * 1000;
/** How long what became of an arrival can be asked for. */
const MEMORIA_SECONDI = 7 * 24 * 60 * 60;

export function keyOggetto({ ambito, id }: Pick<Arrivo, 'ambito' | 'id'>): string {
  return `arrivi/${ambito}/${id}`;
}

/** @returns ambito and id of the arrival whose object has that key; null where the key is of none */
export function parseOggetto(chiave: string): Pick<Arrivo, 'ambito' | 'id'> | null {
  const [, ambito, id] = /^arrivi\/([a-z0-9-]+)\/([0-9a-f]{32})$/.exec(chiave) ?? [];
  return ambito !== undefined && id !== undefined ? { ambito, id } : null;
}

export async function putArrivo(deposito: Deposito, arrivo: Arrivo): Promise<void> {
  await deposito.db.send(new PutCommand({ TableName: deposito.tabella, Item: toItem(arrivo) }));
}

/** @returns null where nothing was ever promised under that id, or it was forgotten */
export async function readArrivo(deposito: Deposito, ambito: string, id: string): Promise<Arrivo | null> {
  const { Item } = await deposito.db.send(
    new GetCommand({ TableName: deposito.tabella, Key: keyArrivo(ambito, id), ConsistentRead: true }),
  );
  return Item ? (Item.arrivo as Arrivo) : null;
}

/**
 * Takes an arrival to be read, for one request alone: an event comes more than once, and not always once at a time. The same request
 * may take it again, since a function that died is called again under the same id; another may once the first has had its time.
 * @returns the arrival as taken, or null where it is another's or is read already
 */
export async function claimArrivo(
  deposito: Deposito,
  arrivo: Arrivo,
  { richiesta, adesso }: { readonly richiesta: string; readonly adesso: Date },
): Promise<Arrivo | null> {
  const preso: Arrivo = { ...arrivo, stato: 'in-lettura', richiesta, lettoDal: adesso.toISOString() };
  const libero = new Date(adesso.getTime() - LETTURA_MASSIMA_MS).toISOString();
  const fatto = await putIf(deposito, preso, {
    condizione: 'stato <> :letto AND (stato <> :inLettura OR richiesta = :richiesta OR lettoDal < :libero)',
    valori: { ':letto': 'letto', ':inLettura': 'in-lettura', ':richiesta': richiesta, ':libero': libero },
  });
  return fatto ? preso : null;
}

/** Writes what became of an arrival, unless another has taken it meanwhile. */
export async function concludeArrivo(deposito: Deposito, arrivo: Arrivo, stato: 'letto' | 'fallito'): Promise<void> {
  await putIf(
    deposito,
    { ...arrivo, stato },
    { condizione: 'richiesta = :richiesta', valori: { ':richiesta': arrivo.richiesta } },
  );
}

async function putIf(
  deposito: Deposito,
  arrivo: Arrivo,
  { condizione, valori }: { readonly condizione: string; readonly valori: Readonly<Record<string, unknown>> },
): Promise<boolean> {
  try {
    await deposito.db.send(
      new PutCommand({
        TableName: deposito.tabella,
        Item: toItem(arrivo),
        ConditionExpression: condizione,
        ExpressionAttributeValues: { ...valori },
      }),
    );
    return true;
  } catch (cause) {
    if (cause instanceof ConditionalCheckFailedException) return false;
    throw cause;
  }
}

function toItem(arrivo: Arrivo): Record<string, unknown> {
  const { ambito, id, stato, richiesta, lettoDal, scadeIl } = arrivo;
  return {
    ...keyArrivo(ambito, id),
    formato: FORMATO,
    stato,
    ...(richiesta !== undefined && { richiesta }),
    ...(lettoDal !== undefined && { lettoDal }),
    [SCADENZA]: Math.ceil(Date.parse(scadeIl) / 1000) + MEMORIA_SECONDI,
    arrivo,
  };
}
