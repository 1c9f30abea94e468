/** The permalinks of the site: addresses that are a page of the application, and the words that no ambito may be called. */
import { listParametriPercorso, matchPercorso } from './percorsi.ts';

/** What stands at the root of the site beside the ambiti. */
export const PAROLE_RISERVATE = [
  'accessibilita',
  'api',
  'area-riservata',
  'arrivi',
  'assets',
  'dati',
  'edizioni',
  'locale',
  'metodo',
  'privacy',
] as const;

const PAGINE = [
  '/',
  '/metodo',
  '/metodo/indicatori/{indicatore}',
  '/dati',
  '/accessibilita',
  '/privacy',
  '/{ambito}',
  '/{ambito}/confronto',
  '/{ambito}/spesa',
  '/{ambito}/cofinanziamento',
  '/{ambito}/leps',
  '/{ambito}/servizi',
  '/{ambito}/relazione',
  '/{ambito}/qualita',
  '/{ambito}/percorso',
  '/{ambito}/comuni/{codiceIstat}',
] as const;

/** An id of an ambito, as it stands in addresses and groups. */
export const ID_AMBITO = /^[a-z][a-z0-9-]{1,39}$/;

export function isIdAmbito(id: string): boolean {
  return ID_AMBITO.test(id) && !PAROLE_RISERVATE.some((parola) => parola === id);
}

/**
 * @param indirizzo path of a request
 * @returns the names in the path of a page (`ambito` among them where the page is of one), or null where there is no page
 */
export function findPagina(indirizzo: string): Readonly<Record<string, string>> | null {
  const percorso = indirizzo === '/' ? indirizzo : indirizzo.replace(/\/$/, '');
  if (/^\/area-riservata(\/|$)/.test(percorso)) return {};
  for (const pagina of PAGINE) {
    const nomi = matchPercorso(pagina, percorso);
    if (nomi && (nomi.ambito === undefined || isIdAmbito(nomi.ambito))) return nomi;
  }
  return null;
}

/**
 * @param nomi for each name in a path, the values that it takes: pages with a name that takes none are left out
 * @returns the paths of the pages, one for each combination
 */
export function listPagine(nomi: Readonly<Record<string, readonly string[]>>): string[] {
  return PAGINE.flatMap((pagina) =>
    listParametriPercorso(pagina).reduce<string[]>(
      (percorsi, nome) =>
        percorsi.flatMap((percorso) => (nomi[nome] ?? []).map((valore) => percorso.replace(`{${nome}}`, valore))),
      [pagina],
    ),
  );
}
