/** The body of a request, read against what its route declares. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { BASE, type Corpo, MASSIMO_FIRMATO_BYTE, MASSIMO_JSON_BYTE } from '../core/http/rotte.ts';
import { RifiutoError } from './rifiuto.ts';

const MEGABYTE = 1024 * 1024;

/**
 * @returns the bytes, or the parsed JSON; undefined where the route takes no body
 * @throws RifiutoError 413, 415 or 400
 */
export function readCorpo(corpo: Corpo | undefined, event: APIGatewayProxyEventV2): unknown {
  if (!corpo) return undefined;
  const tipo = (event.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (tipo !== corpo.tipo) {
    throw new RifiutoError(415, `${describeTipo(tipo)} Qui serve «content-type: ${corpo.tipo}»${perche(corpo)}.`);
  }
  const byte = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  const massimo = corpo.tipo === 'application/json' ? MASSIMO_JSON_BYTE : corpo.massimoByte;
  if (byte.length > massimo) throw new RifiutoError(413, describeLimite(massimo, corpo));
  return corpo.tipo === 'application/json' ? readJson(corpo, byte) : byte;
}

/** @param corpo what the route takes, where it is known: a file has another way in */
export function describeLimite(massimoByte: number, corpo?: Corpo): string {
  const limite = `Il contenuto supera ${massimoByte / MEGABYTE} MB, il massimo per una richiesta.`;
  return corpo?.tipo === 'application/octet-stream'
    ? `${limite} Un file più grande, fino a ${MASSIMO_FIRMATO_BYTE / MEGABYTE} MB, si porta con un caricamento firmato: POST ${BASE}/ambiti/{ambito}/caricamenti/firma, con gli stessi parametri. La pagina «Carica un file» lo fa da sé.`
    : limite;
}

function describeTipo(tipo: string | undefined): string {
  return tipo ? `Il contenuto è dichiarato «${tipo}».` : 'Il contenuto non dichiara il suo tipo.';
}

function perche(corpo: Corpo): string {
  return corpo.tipo === 'application/json' ? '' : ', perché il file arrivi byte per byte com’è';
}

function readJson(corpo: Extract<Corpo, { tipo: 'application/json' }>, byte: Buffer): unknown {
  const dati = parseJson(byte);
  if (!dati) throw new RifiutoError(400, `Il corpo della richiesta non è JSON leggibile. Serve ${corpo.atteso}.`);
  const letto = corpo.schema.safeParse(dati.valore);
  if (letto.success) return letto.data;
  const campi = new Set(letto.error.issues.map((errore) => errore.path.join('.')).filter((campo) => campo !== ''));
  const dove = campi.size > 0 ? ` (da rivedere: ${[...campi].slice(0, 10).join(', ')})` : '';
  throw new RifiutoError(400, `Il corpo della richiesta non è come serve${dove}. Serve ${corpo.atteso}.`);
}

function parseJson(byte: Buffer): { readonly valore: unknown } | null {
  try {
    return { valore: JSON.parse(byte.toString('utf8')) };
  } catch {
    return null;
  }
}
