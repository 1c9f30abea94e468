import { renderPaginaApi, STILE_PAGINA_API } from '../core/http/pagina-api.ts';
import { PAGINA_API } from '../core/http/rotte.ts';
import type { Risposta } from '../http/risposta.ts';

/** The readable page of the API, or its style sheet. */
export function readPagina(percorso: string, versione: string): Risposta {
  return percorso === PAGINA_API
    ? { tipo: 'text/html; charset=utf-8', corpo: renderPaginaApi(versione) }
    : { tipo: 'text/css; charset=utf-8', corpo: STILE_PAGINA_API };
}
