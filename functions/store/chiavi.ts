/**
 * Keys of the one table. All kinds of item:
 *
 * | PK                   | SK              | what                                                                     | written            |
 * |----------------------|-----------------|--------------------------------------------------------------------------|--------------------|
 * | `ambiti`             | `A#<ambito>`    | registration of an ambito: name, capofila, comuni                        | replaced whole     |
 * | `ambito#<ambito>`    | `E#<8 digits>`  | edizione: the immutable record whose put is the publication              | once, conditionally|
 * | `ambito#<ambito>`    | `C#<id>`        | caricamento: state and keys of a received file                           | replaced whole     |
 * | `ambito#<ambito>`    | `F#<id>`        | arrivo: a signed upload that was promised, and what became of it         | replaced whole     |
 * | `contenuto#<sha256>` | `B#<4 digits>`  | block of a content (rows of a parte, results, preview), keyed by its hash| idempotently       |
 *
 * Every item carries `formato`. Blocks and caricamenti say when they were last written, `scrittoIl`: the clean-up goes by it
 * (orfani.ts), and a caricamento names its rows for it, `contenuto`. No secondary index: everything is found by key, so an emulator that cannot add one later serves as well.
 */

/**
 * Shape of what is stored. A formato may add to the one before it, never change a meaning: older items stay readable,
 * and a rebuild from the originals brings them up to date.
 */
export const FORMATO = 1;
/** Of the results, which name the cells of a figure by their places since then (risultati.ts). */
export const FORMATO_RISULTATI = 2;

/** As CreateTable wants it; the cloud's table is declared from the same two names. */
export const SCHEMA_TABELLA = {
  AttributeDefinitions: [
    { AttributeName: 'PK', AttributeType: 'S' },
    { AttributeName: 'SK', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
} as const;

export interface ChiaveItem {
  readonly PK: string;
  readonly SK: string;
}

export const PARTIZIONE_AMBITI = 'ambiti';
export const PREFISSO_AMBITO = 'A#';
export const PREFISSO_EDIZIONE = 'E#';
export const PREFISSO_CARICAMENTO = 'C#';
export const PREFISSO_ARRIVO = 'F#';
export const PREFISSO_BLOCCO = 'B#';
export const PREFISSO_CONTENUTO = 'contenuto#';

/** Attribute, in seconds since 1970, after which an item is of no use to anybody: the table forgets it. */
export const SCADENZA = 'scade';

export function keyAmbito(ambito: string): ChiaveItem {
  return { PK: PARTIZIONE_AMBITI, SK: `${PREFISSO_AMBITO}${ambito}` };
}

export function partitionOf(ambito: string): string {
  return `ambito#${ambito}`;
}

/** Fixed width, so that the order of the keys is the order of the numbers. */
export function keyEdizione(ambito: string, numero: number): ChiaveItem {
  return { PK: partitionOf(ambito), SK: `${PREFISSO_EDIZIONE}${String(numero).padStart(8, '0')}` };
}

export function keyCaricamento(ambito: string, id: string): ChiaveItem {
  return { PK: partitionOf(ambito), SK: `${PREFISSO_CARICAMENTO}${id}` };
}

export function keyArrivo(ambito: string, id: string): ChiaveItem {
  return { PK: partitionOf(ambito), SK: `${PREFISSO_ARRIVO}${id}` };
}

export function partitionOfContenuto(sha256: string): string {
  return `${PREFISSO_CONTENUTO}${sha256}`;
}

export function keyBlocco(sha256: string, indice: number): ChiaveItem {
  return { PK: partitionOfContenuto(sha256), SK: `${PREFISSO_BLOCCO}${String(indice).padStart(4, '0')}` };
}
