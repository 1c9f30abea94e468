/** What a route answers, and how it becomes an answer of API Gateway. */
import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { INTESTAZIONI_API } from '../core/http/intestazioni.ts';
import { toProblema } from './errori.ts';
import type { RifiutoError } from './rifiuto.ts';

/** How long an answer holds: the latest edizione, something that never changes, drafts and writings. */
export type Durata = 'corrente' | 'immutabile' | 'riservata';

export interface Risposta {
  readonly stato?: number;
  readonly tipo: string;
  readonly corpo: string | Uint8Array;
  /** Name under which a browser saves it. */
  readonly nomeFile?: string;
  /** Where it differs from what the route implies. */
  readonly durata?: Durata;
  /** Where the answer is, when it is not here: on the storage's own origin, or from the root of the site. */
  readonly altrove?: string;
}

export const CACHE: Readonly<Record<Durata, string>> = {
  corrente: 'public, max-age=0, s-maxage=30',
  immutabile: 'public, max-age=31536000, immutable',
  riservata: 'private, no-store',
};

export function json(dati: unknown, altro: { stato?: number; durata?: Durata } = {}): Risposta {
  return { tipo: 'application/json', corpo: JSON.stringify(dati), ...altro };
}

export function csv(testo: string, nomeFile: string): Risposta {
  return { tipo: 'text/csv; charset=utf-8', corpo: testo, nomeFile };
}

/** A received file is handed back as bytes to save: a browser never opens it as a page. */
export function file(byte: Uint8Array, nomeFile: string, durata?: Durata): Risposta {
  return { tipo: 'application/octet-stream', corpo: byte, nomeFile, durata };
}

/** The same request, made there, has the answer. The address may be good for a short while alone: nobody keeps it. */
export function altrove(indirizzo: string): Risposta {
  return { stato: 307, tipo: '', corpo: '', altrove: indirizzo, durata: 'riservata' };
}

export const VUOTA: Risposta = { stato: 204, tipo: '', corpo: '' };

/**
 * @param durata what the route implies
 * @param seNonCambiato the request's If-None-Match
 */
export function toRisultato(
  risposta: Risposta,
  { id, durata, seNonCambiato }: { id: string; durata: Durata; seNonCambiato?: string },
): APIGatewayProxyStructuredResultV2 {
  const effettiva = risposta.durata ?? durata;
  const headers: Record<string, string> = {
    ...INTESTAZIONI_API,
    'x-request-id': id,
    'cache-control': CACHE[effettiva],
  };
  if (risposta.stato === 204) return { statusCode: 204, headers };
  if (risposta.altrove) return { statusCode: 307, headers: { ...headers, location: risposta.altrove } };
  if (effettiva !== 'riservata') {
    headers.etag = etagOf(risposta.corpo);
    if (seNonCambiato !== undefined && matchEtag(seNonCambiato, headers.etag)) return { statusCode: 304, headers };
  }
  headers['content-type'] = risposta.tipo;
  if (risposta.nomeFile) headers['content-disposition'] = `attachment; filename="${toNomeSicuro(risposta.nomeFile)}"`;
  const testo = typeof risposta.corpo === 'string';
  return {
    statusCode: risposta.stato ?? 200,
    headers,
    body: testo ? risposta.corpo : Buffer.from(risposta.corpo).toString('base64'),
    isBase64Encoded: !testo,
  };
}

/** @param rifiuto null for a fault of the service */
export function toRisultatoProblema(rifiuto: RifiutoError | null, id: string): APIGatewayProxyStructuredResultV2 {
  const problema = toProblema(rifiuto, id);
  return {
    statusCode: problema.status,
    headers: {
      ...INTESTAZIONI_API,
      'x-request-id': id,
      'cache-control': CACHE.riservata,
      'content-type': 'application/problem+json',
      ...rifiuto?.intestazioni,
    },
    body: JSON.stringify(problema),
    isBase64Encoded: false,
  };
}

/** Weak: what travels compressed is the same answer in other bytes. */
function etagOf(corpo: string | Uint8Array): string {
  return `W/"${createHash('sha256').update(corpo).digest('base64url').slice(0, 27)}"`;
}

/** @source RFC 9110, 13.1.2: If-None-Match compares weakly */
function matchEtag(seNonCambiato: string, etag: string): boolean {
  const forte = etag.replace(/^W\//, '');
  return seNonCambiato.split(',').some((voce) => ['*', forte].includes(voce.trim().replace(/^W\//, '')));
}

/** A name that no header and no file system reads as anything else. */
export function toNomeSicuro(nome: string): string {
  return nome.replace(/[^A-Za-z0-9._-]+/g, '-');
}
