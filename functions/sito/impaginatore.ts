/** The built part of the site that prepares pages without a browser: code, shell and styles. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PezzoStile } from './stile-di-pagina.ts';

export interface PaginaResa {
  /** 200 for a page that has all that it needs. */
  readonly stato: number;
  /** `<title>` and `<meta>`, for the head. */
  readonly testa: string;
  readonly corpo: string;
  /** The modules that it waits for in a browser, by their path under `web/src`. */
  readonly codice: readonly string[];
}

/** What the bundle exports: `web/src/server.tsx`. */
interface Codice {
  createImpaginatore(opzioni: {
    /** Answers addresses that begin with `/api/v1`. */
    readonly fetch: typeof globalThis.fetch;
    /** Told of every reading of every page, by its path under the base of the API. */
    readonly onLettura: (percorso: string) => void;
  }): Impaginatore;
}

interface Impaginatore {
  renderPagina(indirizzo: string): Promise<PaginaResa>;
  readPagina(indirizzo: string): Promise<void>;
}

export interface Guscio {
  /** The page without content, which fetches all of it. */
  readonly html: string;
  /** The styles of the public pages: each carries those that it has a use for. */
  readonly stile: readonly PezzoStile[];
  /** The file of all the others, which comes after the page. */
  readonly foglio: string;
  /** For each module that waits until it is asked for, the files that it comes in, beside those of the shell. */
  readonly codice: Readonly<Record<string, readonly string[]>>;
}

export interface Modello extends Codice {
  readonly guscio: Guscio;
}

/** @param cartella of the built bundle */
export async function loadModello(cartella: string): Promise<Modello> {
  const guscio = JSON.parse(await readFile(join(cartella, 'guscio.json'), 'utf8')) as Guscio;
  const { createImpaginatore } = (await import(pathToFileURL(join(cartella, 'server.mjs')).href)) as Codice;
  return { guscio, createImpaginatore };
}
