import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
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
import { ArchivioOccupatoError, ContenutoGuastoError } from './errori.ts';

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

/** What can be done to a draft. That it was published is told by the log of the edizioni, and repeated here where it is read. */
export type AzioneBozza =
  | 'caricamento'
  | 'consultazione'
  | 'fine-consultazione'
  | 'sostituzione'
  | 'ritiro'
  | 'pubblicazione';

export interface AttoBozza {
  /** ISO instant. */
  readonly quando: string;
  readonly ruolo: string;
  readonly azione: AzioneBozza;
}

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
  /** Length of the original; absent in the drafts of an earlier software. */
  readonly byte?: number;
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
  /** The first of each indicator. */
  readonly indicatori: readonly CambiamentoIndicatore[];
  /** By indicator: how many of its values change; absent in the drafts of an earlier software, which hold them all. */
  readonly indicatoriTotali?: Readonly<Record<string, number>>;
  readonly pubblicabile: boolean;
  /** Id of the draft that took its place; brought again, it stands for itself once more. */
  readonly sostituitaDa?: string;
  /** Who did what with it, oldest first; absent where it was kept before acts were noted. For who works on drafts alone. */
  readonly atti?: readonly AttoBozza[];
}

interface ItemCaricamento {
  readonly id: string;
  readonly scheda: string;
}

const LETTURE_INSIEME = 8;
/** Others who change the same caricamento that one may lose to before giving up. */
const GARE_MASSIME = 16;

/**
 * Makes a caricamento, or changes it: as a whole, and on what stands, so that no act on it is ever lost.
 * @param change from what stands (null where there is none) to what is to stand, or the same for no change; its `contenuto` must be
 *   written already. Asked again where somebody else changes it meanwhile
 * @returns what stands
 */
export async function changeCaricamento(
  deposito: Deposito,
  { ambito, id }: Pick<Caricamento, 'ambito' | 'id'>,
  change: (prima: Caricamento | null) => Caricamento,
): Promise<Caricamento> {
  for (let gara = 0; gara < GARE_MASSIME; gara++) {
    const scheda = await fetchScheda(deposito, ambito, id);
    const prima = scheda === null ? null : await openScheda(deposito, { ambito, id, scheda });
    const dopo = change(prima);
    if (dopo === prima || (await replaceScheda(deposito, dopo, scheda))) return dopo;
  }
  throw new ArchivioOccupatoError('Troppe persone lavorano sulla stessa bozza. Riprova tra qualche secondo.');
}

/** @returns false where what stands is not `vista` any more. An identical caricamento counts as this one: its reply was lost. */
async function replaceScheda(deposito: Deposito, caricamento: Caricamento, vista: string | null): Promise<boolean> {
  const { ambito, id, tipo, parte, stato, creatoIl, sha256, contenuto } = caricamento;
  const scheda = await putContenuto(deposito, withoutPubblicazione(caricamento));
  const scrittoIl = deposito.now().toISOString();
  const Item = {
    ...keyCaricamento(ambito, id),
    formato: FORMATO,
    ...{ id, tipo, parte, stato, creatoIl, sha256, contenuto, scheda, scrittoIl },
  };
  const condizione =
    vista === null
      ? { ConditionExpression: 'attribute_not_exists(PK)' }
      : { ConditionExpression: 'scheda = :vista', ExpressionAttributeValues: { ':vista': vista } };
  try {
    await deposito.db.send(new PutCommand({ TableName: deposito.tabella, Item, ...condizione }));
    return true;
  } catch (cause) {
    if (!(cause instanceof ConditionalCheckFailedException)) throw cause;
    return (await fetchScheda(deposito, ambito, id)) === scheda;
  }
}

/** @returns null where there is no such caricamento in that ambito */
export async function readCaricamento(deposito: Deposito, ambito: string, id: string): Promise<Caricamento | null> {
  const scheda = await fetchScheda(deposito, ambito, id);
  return scheda === null ? null : openScheda(deposito, { ambito, id, scheda });
}

interface ChiaveScheda {
  readonly ambito: string;
  readonly id: string;
  readonly scheda: string;
}

async function openScheda(deposito: Deposito, chiave: ChiaveScheda): Promise<Caricamento> {
  const caricamento = await readScheda(deposito, chiave);
  return withStato(caricamento, await listEdizioni(deposito, chiave.ambito, { dopo: caricamento.base }));
}

async function fetchScheda(deposito: Deposito, ambito: string, id: string): Promise<string | null> {
  const { Item } = await deposito.db.send(
    new GetCommand({ TableName: deposito.tabella, Key: keyCaricamento(ambito, id), ConsistentRead: true }),
  );
  return (Item as ItemCaricamento | undefined)?.scheda ?? null;
}

/** A scheda that was replaced may have been cleared by the time it is read: then the one in its place is. */
async function readScheda(deposito: Deposito, { ambito, id, scheda }: ChiaveScheda): Promise<Caricamento> {
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
  const pubblicazione = edizioni.find(
    ({ numero, caricamenti }) => numero > caricamento.base && caricamenti.includes(caricamento.id),
  );
  if (!pubblicazione) return caricamento;
  const { pubblicataIl: quando, ruolo } = pubblicazione;
  const atti = [...(caricamento.atti ?? []), { quando, ruolo, azione: 'pubblicazione' as const }];
  return { ...caricamento, stato: 'pubblicato', atti };
}

/** What the log tells is not kept twice. */
function withoutPubblicazione({ atti, ...caricamento }: Caricamento): Caricamento {
  return { ...caricamento, ...(atti && { atti: atti.filter(({ azione }) => azione !== 'pubblicazione') }) };
}
