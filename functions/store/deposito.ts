import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Segnalazione } from '../core/controlli/controllo.ts';
import type { Osservazione } from '../core/indicatori/indicatore.ts';
import type { Contesto } from '../core/tabelle/lettura/leggi.ts';
import type { Parte } from '../core/tabelle/tabella.ts';
import type { TipoId } from '../core/tabelle/tipo.ts';
import type { Recenti } from './recenti.ts';

/** Bytes that are read in pieces, and from the start as often as needed: however many they are, they are never all in memory. */
export interface Sorgente {
  readonly byte: number;
  open(): AsyncIterable<Uint8Array>;
}

/** Where the original bytes of every file are kept, by their sha256: S3 in the cloud, a folder on a laptop. */
export interface Originali {
  /** Keeps the bytes; the same bytes twice are one object. */
  put(sha256: string, byte: Uint8Array): Promise<void>;
  /** The bytes as received, or null if they were never kept. */
  get(sha256: string): Promise<Uint8Array | null>;
  /** The same, for who reads them in pieces. */
  open(sha256: string): Promise<Sorgente | null>;
  /**
   * Lets out the bytes, and nothing else, to whoever asks in time.
   * @returns address on the bucket's own origin in the cloud, from the root of the site's on a laptop
   */
  sign(sha256: string, consegna: Consegna): Promise<string>;
}

export interface Consegna {
  /** Under which it is saved: letters, digits, dots, hyphens. */
  readonly nomeFile: string;
  readonly scadeIl: Date;
}

/** What the store functions need: the one table, the originals. */
export interface Deposito {
  readonly db: DynamoDBDocumentClient;
  readonly tabella: string;
  readonly originali: Originali;
  readonly recenti: Recenti;
  /** The clock by which contents grow old. */
  readonly now: () => Date;
}

/** A parte as an edizione registers it: the file's data and the key of its stored rows. */
export interface ParteRegistrata extends Parte {
  /** Content key (sha256) of the stored rows and declared figures: contenuti.ts. */
  readonly contenuto: string;
  /** What was given with the upload: with the original bytes, all that is needed to read the file again. */
  readonly contesto: Contesto;
  /** Id of the caricamento that brought it. */
  readonly caricamento: string;
}

export interface VersioneRegistrata {
  readonly versione: number;
  /** The edizione that brought this versione. */
  readonly edizione: number;
  readonly pubblicataIl: string;
  readonly ruolo: string;
  /** The parte that this versione brought or, for a restore, the first one. */
  readonly parteNuova: string;
  readonly parti: readonly ParteRegistrata[];
  readonly cambiamenti: { readonly aggiunte: number; readonly modificate: number; readonly tolte: number };
}

/**
 * What the public sees of an ambito at one moment: one versione of each tipo and all that is computed from them.
 * Immutable; edizione n exists exactly when it was published (ADR 2).
 */
export interface Edizione {
  readonly ambito: string;
  /** 1, 2, 3… without gaps. */
  readonly numero: number;
  readonly pubblicataIl: string;
  /** `ricalcolo`: the same files, read and computed by a newer version of the software. */
  readonly azione: 'pubblicazione' | 'ripristino' | 'ricalcolo';
  readonly ruolo: string;
  /** One Italian line for the register of acts. */
  readonly cosa: string;
  readonly caricamenti: readonly string[];
  readonly versioni: Readonly<Partial<Record<TipoId, VersioneRegistrata>>>;
  /** Content key of the computed results. */
  readonly risultati: string;
}

/** All that is computed from the tables of one edizione. */
export interface Risultati {
  readonly osservazioni: readonly Osservazione[];
  readonly segnalazioni: readonly Segnalazione[];
}
