import { GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Segnalazione } from '../core/controlli/controllo.ts';
import type { Dimensioni } from '../core/indicatori/indicatore.ts';
import type { Contesto, Lettura } from '../core/tabelle/lettura/leggi.ts';
import type { Fonte } from '../core/tabelle/tabella.ts';
import type { TipoId } from '../core/tabelle/tipo.ts';
import { FORMATO, keyCaricamento, PREFISSO_CARICAMENTO, partitionOf } from './chiavi.ts';
import { putContenuto, readContenuto } from './contenuti.ts';
import type { Deposito, Edizione } from './deposito.ts';
import { listEdizioni } from './edizioni.ts';
import { ContenutoGuastoError } from './errori.ts';

export interface Differenze {
  readonly aggiunte: number;
  readonly modificate: number;
  readonly tolte: number;
  /** Up to 20 Italian sentences. */
  readonly esempi: readonly string[];
}

/** A figure that changes, in the core's units (money in cents); null where it is missing or not there. */
export interface CambiamentoIndicatore {
  readonly indicatore: string;
  readonly comune: string | null;
  readonly periodo: string;
  readonly dimensioni: Dimensioni;
  readonly prima: number | null;
  readonly dopo: number | null;
}

export type StatoCaricamento = 'letto' | 'rifiutato' | 'in-consultazione' | 'pubblicato' | 'ritirato';

/** A file as received: how it was understood, what is wrong with it, what would change if it were published. */
export interface Caricamento extends Pick<Lettura, 'interpretazione' | 'problemi' | 'problemiTotali'> {
  readonly ambito: string;
  /** Of ambito, bytes and parameters: the same file brought twice is one caricamento. */
  readonly id: string;
  readonly stato: StatoCaricamento;
  readonly tipo: TipoId;
  readonly parte: string;
  readonly contesto: Contesto;
  readonly fonte: Fonte;
  readonly nomeFile?: string;
  /** ISO instant of the first time it was received. */
  readonly creatoIl: string;
  readonly ruolo: string;
  /** Pseudonym of who first brought it: an operatore withdraws only their own. */
  readonly autore?: string;
  /** Of the original bytes, which are always kept. */
  readonly sha256: string;
  /** Edizione that it was compared with; 0 where there was none. */
  readonly base: number;
  /** Number of rows read. */
  readonly righe: number;
  /** Content key of the rows; null where the file was refused: nothing of it is stored as data. */
  readonly contenuto: string | null;
  /** Findings that touch the tipo, as the ambito would then stand. */
  readonly segnalazioni: readonly Segnalazione[];
  readonly differenze: Differenze;
  readonly indicatori: readonly CambiamentoIndicatore[];
  readonly pubblicabile: boolean;
}

interface ItemCaricamento {
  readonly id: string;
  readonly scheda: string;
}

const LETTURE_INSIEME = 8;

/** Keeps a caricamento, or replaces it as a whole. Its `contenuto` must be written already. */
export async function putCaricamento(deposito: Deposito, caricamento: Caricamento): Promise<void> {
  const { ambito, id, tipo, parte, stato, creatoIl, sha256, contenuto } = caricamento;
  const scheda = await putContenuto(deposito, caricamento);
  const scrittoIl = deposito.now().toISOString();
  const Item = {
    ...keyCaricamento(ambito, id),
    formato: FORMATO,
    ...{ id, tipo, parte, stato, creatoIl, sha256, contenuto, scheda, scrittoIl },
  };
  await deposito.db.send(new PutCommand({ TableName: deposito.tabella, Item }));
}

/** @returns null where there is no such caricamento in that ambito */
export async function readCaricamento(deposito: Deposito, ambito: string, id: string): Promise<Caricamento | null> {
  const scheda = await fetchScheda(deposito, ambito, id);
  if (scheda === null) return null;
  const caricamento = await readScheda(deposito, { ambito, id, scheda });
  return withStato(caricamento, await listEdizioni(deposito, ambito, { dopo: caricamento.base }));
}

async function fetchScheda(deposito: Deposito, ambito: string, id: string): Promise<string | null> {
  const { Item } = await deposito.db.send(
    new GetCommand({ TableName: deposito.tabella, Key: keyCaricamento(ambito, id), ConsistentRead: true }),
  );
  return (Item as ItemCaricamento | undefined)?.scheda ?? null;
}

/** A scheda that was replaced may have been cleared by the time it is read: then the one in its place is. */
async function readScheda(
  deposito: Deposito,
  { ambito, id, scheda }: { ambito: string; id: string; scheda: string },
): Promise<Caricamento> {
  try {
    return await readContenuto<Caricamento>(deposito, scheda);
  } catch (cause) {
    const ora = await fetchScheda(deposito, ambito, id);
    if (!(cause instanceof ContenutoGuastoError) || ora === null || ora === scheda) throw cause;
    return readScheda(deposito, { ambito, id, scheda: ora });
  }
}

/** @returns every caricamento of the ambito, newest first */
export async function listCaricamenti(deposito: Deposito, ambito: string): Promise<Caricamento[]> {
  const items: ItemCaricamento[] = [];
  const pagine = paginateQuery(
    { client: deposito.db },
    {
      TableName: deposito.tabella,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :sk)',
      ExpressionAttributeValues: { ':pk': partitionOf(ambito), ':sk': PREFISSO_CARICAMENTO },
      ConsistentRead: true,
    },
  );
  for await (const { Items } of pagine) items.push(...((Items ?? []) as ItemCaricamento[]));
  const caricamenti: Caricamento[] = [];
  for (let i = 0; i < items.length; i += LETTURE_INSIEME) {
    const lette = items
      .slice(i, i + LETTURE_INSIEME)
      .map(({ id, scheda }) => readScheda(deposito, { ambito, id, scheda }));
    caricamenti.push(...(await Promise.all(lette)));
  }
  const edizioni = await listEdizioni(deposito, ambito);
  return caricamenti
    .map((caricamento) => withStato(caricamento, edizioni))
    .sort((a, b) => (a.creatoIl < b.creatoIl ? 1 : -1));
}

/**
 * Whether a caricamento is published is known from the log alone: were it also written on the caricamento, a crash after the
 * commit would leave the two at odds.
 */
function withStato(caricamento: Caricamento, edizioni: readonly Edizione[]): Caricamento {
  const pubblicato = edizioni.some(
    ({ numero, caricamenti }) => numero > caricamento.base && caricamenti.includes(caricamento.id),
  );
  return pubblicato ? { ...caricamento, stato: 'pubblicato' } : caricamento;
}
