/** The pages of the site without a window: what a publication prepares, once, for all who will read. */
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { type Api, createApi } from './api/letture.ts';
import { CODICE_ROTTE } from './codice-rotte.ts';
import { createOsservatorio } from './rotte.tsx';

const BASE = '/api/v1';

export interface PaginaResa {
  /** 200 for a page that has all that it needs; 404 and 500 for one that tells what it lacks. */
  readonly stato: number;
  /** `<title>` and `<meta>`, for the head. */
  readonly testa: string;
  readonly corpo: string;
  /** The modules that it waits for in a browser, by their path under `web/src`. */
  readonly codice: readonly string[];
}

export interface Impaginatore {
  /** @param indirizzo of a page, with its query; one that leads to another page is followed */
  renderPagina(indirizzo: string): Promise<PaginaResa>;
  /** Reads what a view needs, and nothing else: so that who prepares the page knows what it would ask for. */
  readPagina(indirizzo: string): Promise<void>;
}

interface Opzioni {
  /** Answers addresses that begin with `/api/v1`; each is asked for once. */
  readonly fetch: typeof globalThis.fetch;
  /** Told of every reading of every page, by its path under the base of the API. */
  readonly onLettura: (percorso: string) => void;
}

const RINVII_MASSIMI = 3;

export function createImpaginatore({ fetch, onLettura }: Opzioni): Impaginatore {
  const api = withoutRinunce(createApi({ base: BASE, fetch, onLettura, memoriaMs: Number.POSITIVE_INFINITY }));
  const loadPagina = async (indirizzo: string, rinvii = 0): Promise<ReturnType<typeof createOsservatorio>> => {
    const router = createOsservatorio({ api, storia: createMemoryHistory({ initialEntries: [indirizzo] }) });
    await router.load();
    const esito = router._serverResult;
    const altrove = esito?.type === 'redirect' ? esito.redirect.headers.get('location') : null;
    return altrove && rinvii < RINVII_MASSIMI ? loadPagina(altrove, rinvii + 1) : router;
  };
  return {
    renderPagina: async (indirizzo) => {
      const router = await loadPagina(indirizzo);
      const html = renderToString(
        <StrictMode>
          <RouterProvider router={router} />
        </StrictMode>,
      );
      const esito = router._serverResult;
      return {
        stato: esito?.type === 'render' ? esito.status : 500,
        ...splitTesta(html),
        codice: router.state.matches.flatMap(({ routeId }) => CODICE_ROTTE[routeId] ?? []),
      };
    },
    readPagina: async (indirizzo) => {
      await loadPagina(indirizzo);
    },
  };
}

/** Nobody gives up a page that is being prepared: a dozen readings under one signal would only make Node warn of leaks. */
function withoutRinunce(api: Api): Api {
  const senza = Object.entries(api).map(([nome, read]) => [
    nome,
    (...argomenti: unknown[]) => read(...argomenti.filter((uno) => !(uno instanceof AbortSignal))),
  ]);
  return Object.fromEntries(senza) as Api;
}

/** React puts what belongs to the head before all the rest. */
function splitTesta(html: string): { testa: string; corpo: string } {
  const testa = /^(?:<title>[^<]*<\/title>|<meta [^>]*>|<link [^>]*>)*/.exec(html)?.[0] ?? '';
  return { testa, corpo: html.slice(testa.length) };
}
