/** The public API as a `fetch`, without a network: each resource is asked for once, of one edizione, for all the pages of a set. */
import { randomUUID } from 'node:crypto';
import { BASE, findRotta } from '../core/http/rotte.ts';
import type { Handler } from '../http/crea.ts';
import { buildEvento } from '../http/evento.ts';

export interface Lettore {
  readonly fetch: typeof globalThis.fetch;
  /** @returns the reply as it was read, or undefined where it was not a success */
  get(percorso: string): string | undefined;
}

/** @param edizione of the ambiti: what has no edizione of its own (0) is asked for as it stands */
export function createLettore(api: Handler, edizione: number): Lettore {
  const lette = new Map<string, string>();
  return {
    get: (percorso) => lette.get(percorso),
    fetch: async (richiesta) => {
      const indirizzo = String(richiesta);
      const { statusCode = 500, body = '' } = await ask(api, new URL(pin(indirizzo, edizione), 'http://localhost'));
      if (statusCode === 200) lette.set(indirizzo.slice(BASE.length), body);
      return new Response(body, { status: statusCode, headers: { 'content-type': 'application/json' } });
    },
  };
}

function pin(indirizzo: string, edizione: number): string {
  const trovata = findRotta('GET', indirizzo.split('?')[0] ?? '');
  if (edizione === 0 || !('rotta' in trovata) || !('edizione' in trovata.rotta.query)) return indirizzo;
  return `${indirizzo}${indirizzo.includes('?') ? '&' : '?'}edizione=${edizione}`;
}

function ask(api: Handler, indirizzo: URL) {
  return api(buildEvento({ id: randomUUID(), metodo: 'GET', indirizzo, headers: {} }));
}
