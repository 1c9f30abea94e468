/**
 * The public pages as a publication leaves them: files in a folder of their own, named by what they hold, which never change.
 * Declared once for who writes them, who serves them and the browser that reads them.
 */
import { findPagina } from './pagine.ts';

/** First segment of the addresses of what a publication leaves. */
export const CARTELLA_EDIZIONI = 'edizioni';

/** The pages that belong to no ambito. Not an id that an ambito may have: it is among the reserved words. */
export const INSIEME_COMUNE = 'metodo';

/** Which publication of a set of pages is current: the one thing that changes. */
export interface Puntatore {
  /** Grows with what is published: of an ambito its edizione, of the pages of none the sum of all edizioni. */
  readonly numero: number;
  /** Of the content of the whole folder. */
  readonly impronta: string;
}

/** What the API answered when a page was prepared, by path under the base of the API. */
export interface Istantanea {
  readonly letture: Readonly<Record<string, unknown>>;
}

/** Which page holds a reply that is not in the snapshot of the page that asks for it, by path under the base of the API. */
export type IndiceLetture = Readonly<Record<string, string>>;

/** Stands in the pages where the hash of the folder goes: what is hashed cannot hold its own hash. */
export const SEGNAPOSTO_IMPRONTA = '00000000000000000000000000000000';

/** @returns the set that a page belongs to, or null where the path is no page that is prepared */
export function insiemeOf(percorso: string): string | null {
  const nomi = findPagina(percorso);
  if (!nomi || /^\/area-riservata(\/|$)/.test(percorso)) return null;
  return nomi.ambito ?? INSIEME_COMUNE;
}

/**
 * Whether a prepared page may stand at an address that names an edizione. It has the figures of its own alone; those of any other are
 * brought by the page without content. The pages of no ambito are of no edizione.
 * @param edizione as the query of the address has it; null where it names none
 */
export function isPaginaDi({ insieme, numero }: DiUnInsieme, edizione: string | null): boolean {
  return edizione === null || (insieme !== INSIEME_COMUNE && edizione === String(numero));
}

interface DiUnInsieme extends Pick<Puntatore, 'numero'> {
  readonly insieme: string;
}

export function toCartella(insieme: string, impronta: string): string {
  return `/${CARTELLA_EDIZIONI}/${insieme}/${impronta}`;
}

/** Address that tells which publication of a set is current. */
export function toPuntatore(insieme: string): string {
  return `/${CARTELLA_EDIZIONI}/${insieme}.json`;
}

/** @returns path of a page inside the folder of its set, without extension */
export function toNomePagina(percorso: string): string {
  return percorso === '/' ? '/inizio' : percorso.replace(/\/$/, '');
}

/** Path of the walks back of all the figures of an indicator, inside the folder of its set. */
export function toNomeSpiegazioni(indicatore: string): string {
  return `/spiegazioni/${indicatore}`;
}

export const NOME_INDICE = '/indice';

/**
 * The order of the filters, and how they are encoded, do not matter to what the API answers.
 * @param percorso of a reading, under the base of the API
 */
export function toCanonica(percorso: string): string {
  const [prima = '', query] = percorso.split('?');
  if (query === undefined) return prima;
  const filtri = [...new URLSearchParams(query)].map(([nome, valore]) => `${nome}=${valore}`);
  return `${prima}?${filtri.sort().join('&')}`;
}
