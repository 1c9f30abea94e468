import type { Puntatore } from '../core/http/istantanee.ts';

/** What is known of a set of pages: the publication that is current, and those that readers may still have open. */
export interface Registro extends Puntatore {
  /** Paths of the pages that are there. */
  readonly pagine: readonly string[];
  /** Content hash of what they were prepared from. */
  readonly origine: string;
  readonly sostituite: readonly { readonly impronta: string; readonly il: string }[];
}

export interface FilePagina {
  /** Address on the site. */
  readonly indirizzo: string;
  readonly testo: string;
  /** Only of a page: the styles that it has in itself, as a CSP names them. */
  readonly stile?: string;
}

/** Where prepared pages are kept: a bucket and the map that the edge reads in the cloud, a folder on a laptop. */
export interface DepositoPagine {
  readRegistro(insieme: string): Promise<Registro | null>;
  /** Nobody is sent to a file before its publication is the current one. The same file twice is one. */
  putFile(file: FilePagina): Promise<void>;
  /**
   * Makes a publication the current one, for all its pages at once.
   * @returns false where a later one is current already: it stays
   */
  publish(insieme: string, registro: Registro): Promise<boolean>;
  /** Takes away all the files of a publication that is not current. */
  removeCartella(insieme: string, impronta: string): Promise<void>;
}
