/** Which pages a publication prepares. */
import type { Ambito } from '../core/ambito.ts';
import { INSIEME_COMUNE } from '../core/http/istantanee.ts';
import { listPagine } from '../core/http/pagine.ts';
import { INDICATORI } from '../core/indicatori/index.ts';

export interface PaginaDaPreparare {
  readonly percorso: string;
  /** Addresses of views of the same page whose data come with it: choosing one of them asks nothing of the API. */
  readonly viste: readonly string[];
  /** Addresses of views whose data are much more than the page's: they come when one of them is chosen. */
  readonly visteAParte: readonly string[];
}

/** The pages of an ambito. */
export function listPagineAmbito({ id, comuni }: Ambito): PaginaDaPreparare[] {
  const nomi = { ambito: [id], codiceIstat: comuni.map(({ codiceIstat }) => codiceIstat) };
  return listPagine(nomi)
    .filter((percorso) => percorso.startsWith(`/${id}`))
    .map((percorso) => {
      if (percorso !== `/${id}/confronto`) return { percorso, viste: [], visteAParte: [] };
      return { percorso, viste: listConfronti(percorso), visteAParte: [`${percorso}?grafico=calore`] };
    });
}

/** The pages that belong to no ambito. */
export function listPagineComuni(ambiti: readonly Ambito[]): PaginaDaPreparare[] {
  return listPagine({ indicatore: INDICATORI.map(({ id }) => id) }).map((percorso) => ({
    percorso,
    viste: percorso === '/dati' ? ambiti.map(({ id }) => `${percorso}?ambito=${id}`) : [],
    visteAParte: [],
  }));
}

export function listPagineDi(insieme: string, ambiti: readonly Ambito[]): PaginaDaPreparare[] {
  if (insieme === INSIEME_COMUNE) return listPagineComuni(ambiti);
  return ambiti.filter(({ id }) => id === insieme).flatMap(listPagineAmbito);
}

/** As the address of a comparison says them: the values as they are, and divided. */
const FORME = [
  '',
  '&misura=abitante',
  '&misura=km2',
  '&grafico=andamento&misura=abitante',
  '&grafico=andamento&misura=km2',
];

function listConfronti(percorso: string): string[] {
  return INDICATORI.flatMap(({ id }) => FORME.map((altro) => `${percorso}?indicatore=${id}${altro}`));
}
