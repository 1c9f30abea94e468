/** What comes in with a request and goes out with an answer, byte by byte: within the limits of API Gateway, compressed as CloudFront does. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Corpo } from '../core/http/rotte.ts';
import { describeLimite } from '../http/corpo.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import type { Sorgente } from '../store/deposito.ts';
import { chooseCodifica, compress, isComprimibile } from './compressione.ts';

/** As API Gateway: more than this never reaches a function. */
const MASSIMO_CORPO_BYTE = 10 * 1024 * 1024;
/** Past this nobody is sending by mistake: the connection is cut. */
const MASSIMO_SCARTATO_BYTE = 300 * 1024 * 1024;

/** A file of any size is sent as it is read. */
export type Risultato = APIGatewayProxyStructuredResultV2 & { readonly flusso?: Sorgente };

/** Who is still sending would not read the answer: the rest of the body is let in, and thrown away. */
export async function discard(req: IncomingMessage): Promise<void> {
  let byte = 0;
  try {
    for await (const pezzo of req as AsyncIterable<Buffer>) {
      byte += pezzo.length;
      if (byte > MASSIMO_SCARTATO_BYTE) break;
    }
  } catch {
    // Who was sending has gone.
  }
}

/** The whole body is let in before it is refused: who is still sending would not read the answer. */
export async function readCorpo(req: IncomingMessage, atteso?: Corpo): Promise<Buffer> {
  const pezzi: Buffer[] = [];
  let byte = 0;
  for await (const pezzo of req as AsyncIterable<Buffer>) {
    byte += pezzo.length;
    if (byte <= MASSIMO_CORPO_BYTE) pezzi.push(pezzo);
    else if (byte > MASSIMO_SCARTATO_BYTE) break;
  }
  if (byte > MASSIMO_CORPO_BYTE) throw new RifiutoError(413, describeLimite(MASSIMO_CORPO_BYTE, atteso));
  return Buffer.concat(pezzi);
}

export async function send(
  res: ServerResponse,
  { statusCode = 200, headers = {}, body = '', isBase64Encoded, flusso }: Risultato,
  { id, metodo, accetta }: { id: string; metodo: string; accetta: string | undefined },
): Promise<void> {
  let corpo: Buffer = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  res.statusCode = statusCode;
  for (const [nome, valore] of Object.entries(headers)) res.setHeader(nome, String(valore));
  res.setHeader('x-request-id', id);
  if (flusso) {
    res.setHeader('content-length', flusso.byte);
    if (metodo === 'HEAD') res.end();
    else await pipeline(Readable.from(flusso.open()), res);
    return;
  }
  if (!res.hasHeader('content-encoding') && isComprimibile(String(headers['content-type'] ?? ''), corpo.length)) {
    const codifica = chooseCodifica(accetta);
    res.setHeader('vary', 'accept-encoding');
    if (codifica !== 'identity') res.setHeader('content-encoding', codifica);
    corpo = await compress(corpo, codifica);
  }
  const senzaCorpo = statusCode === 204 || statusCode === 304;
  if (!senzaCorpo) res.setHeader('content-length', corpo.length);
  res.end(metodo === 'HEAD' || senzaCorpo ? undefined : corpo);
}
