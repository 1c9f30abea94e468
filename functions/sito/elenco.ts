/** Which pages a publication prepares. */
import type { Ambito } from '../core/ambito.ts';
import { INSIEME_COMUNE } from '../core/http/istantanee.ts';
import { listPagine } from '../core/http/pagine.ts';
import { INDICATORI } from '../core/indicatori/index.ts';
import { type Eta, listVisteEta, type Vista } from './eta.ts';

export interface PaginaDaPreparare {
  readonly percorso: string;
  /** Addresses of views of the same page whose data come with it: choosing one of them asks nothing of the API. */
  readonly viste: readonly string[];
  /** Views whose data are much more than the page's, each in a file of its own: it comes when one of them is chosen. */
  readonly visteAParte: readonly Vista[];
}

/** The pages of an ambito. */
export function listPagineAmbito({ id, comuni }: Ambito, eta: Eta): PaginaDaPreparare[] {
  const nomi = { ambito: [id], codiceIstat: comuni.map(({ codiceIstat }) => codiceIstat) };
  return listPagine(nomi)
    .filter((percorso) => percorso.startsWith(`/${id}`))
    .map((percorso) => {
      if (percorso !== `/${id}/confronto`) return { percorso, viste: [], visteAParte: [] };
      const altre = { nome: `${percorso}-altre`, indirizzi: [`${percorso}?grafico=calore`] };
      return { percorso, viste: listConfronti(percorso), visteAParte: [altre, ...listVisteEta(percorso, eta)] };
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

/** @param eta of the ambito whose pages they are */
export function listPagineDi(insieme: string, ambiti: readonly Ambito[], eta: Eta): PaginaDaPreparare[] {
  if (insieme === INSIEME_COMUNE) return listPagineComuni(ambiti);
  return ambiti.filter(({ id }) => id === insieme).flatMap((ambito) => listPagineAmbito(ambito, eta));
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
