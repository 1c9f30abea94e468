/** `POST /locale/token`: who works on this machine says who they are and gets a token. It exists in the local server alone. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Configurazione } from '../core/http/accesso.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import { json, toRisultato } from '../http/risposta.ts';
import type { Emittente } from './gettoni.ts';

export const PERCORSO_GETTONE = '/locale/token';

const parola = z.string().check(z.regex(/^[^\s,[\]]{1,100}$/));
const richiesta = z.strictObject({ gruppi: z.array(parola).check(z.maxLength(50)), persona: z.optional(parola) });

interface Domanda {
  readonly id: string;
  readonly metodo: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly corpo: Buffer;
  /** Whether it comes from this very machine. */
  readonly daVicino: boolean;
}

/** @throws RifiutoError for whoever is not a page or a program of this machine: another site's page, another name for this address */
export async function issueGettone(
  { id, metodo, headers, corpo, daVicino }: Domanda,
  emittente: Emittente,
): Promise<APIGatewayProxyStructuredResultV2> {
  const proprio =
    isLocale(headers.host) && (headers.origin === undefined || headers.origin === `http://${headers.host}`);
  if (!daVicino || !proprio)
    throw new RifiutoError(403, 'I gettoni di prova si danno soltanto a chi lavora su questo computer.');
  if (metodo !== 'POST') throw new RifiutoError(405, 'Serve il metodo POST.', { intestazioni: { allow: 'POST' } });
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
    throw new RifiutoError(415, 'Serve «content-type: application/json».');
  }
  const letta = richiesta.safeParse(parse(corpo));
  if (!letta.success) throw new RifiutoError(400, 'Serve un corpo come {"gruppi": ["casarano/responsabile"]}.');
  const accessToken = await emittente.issue(letta.data.gruppi, letta.data.persona);
  return toRisultato(json({ accessToken }), { id, durata: 'riservata' });
}

/** What the desk reads to know how one enters: here, by asking this very server. */
export function describeAccesso(id: string): APIGatewayProxyStructuredResultV2 {
  const configurazione: Configurazione = { accesso: { modo: 'locale', gettone: PERCORSO_GETTONE } };
  return toRisultato(json(configurazione), { id, durata: 'riservata' });
}

function isLocale(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');
}

function parse(corpo: Buffer): unknown {
  try {
    return JSON.parse(corpo.toString('utf8'));
  } catch {
    return undefined;
  }
}
