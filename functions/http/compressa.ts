/** What a Lambda function may answer: 6 MB, as text inside a text. Past a megabyte an answer goes compressed, ten times shorter. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { formatNumero } from '../core/formato.ts';
import type { Handler } from './crea.ts';
import { RifiutoError } from './rifiuto.ts';
import { toRisultatoProblema } from './risposta.ts';

type Risultato = APIGatewayProxyStructuredResultV2;

const compress = promisify(gzip);

const MEGABYTE = 1_000_000;
/** Whatever is shorter is compressed nearer to who reads, where it is also remembered. */
const GRANDE_BYTE = MEGABYTE;
/** @source AWS Lambda, quotas: 6 MB for a synchronous answer, in which quotes are escaped and bytes are base64 */
const MASSIMO_BYTE = 4 * MEGABYTE;

/** The codings that a client takes, of those it names. */
export function listAccettate(accetta: string | undefined): string[] {
  return (accetta ?? '')
    .split(',')
    .map((voce) => voce.trim().toLowerCase())
    .filter((voce) => !/;\s*q=0(\.0*)?$/.test(voce))
    .map((voce) => voce.split(';')[0] ?? '');
}

/** The same answers, as a function may give them: compressed where they are long, refused where they are too long even so. */
export function fitHandler(answer: Handler): Handler {
  return async (event) => {
    const { headers, requestContext } = event;
    const risultato = await answer(event);
    const corto = await fitRisultato(risultato, listAccettate(headers['accept-encoding']).includes('gzip'));
    if (corto) return corto;
    const dettaglio = describeEccesso(Buffer.byteLength(risultato.body ?? ''), requestContext.http.method);
    return toRisultatoProblema(new RifiutoError(400, dettaglio), requestContext.requestId);
  };
}

/** @returns null where the answer is too long */
async function fitRisultato(risultato: Risultato, accettaGzip: boolean): Promise<Risultato | null> {
  const { body = '', isBase64Encoded, headers } = risultato;
  // Bytes as received have a limit of their own, and another way out.
  if (isBase64Encoded || body.length <= GRANDE_BYTE) return risultato;
  const byte = Buffer.from(body, 'utf8');
  if (!accettaGzip) return byte.length <= MASSIMO_BYTE ? risultato : null;
  const corpo = await compress(byte);
  if (corpo.length > MASSIMO_BYTE) return null;
  return {
    ...risultato,
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: corpo.toString('base64'),
    isBase64Encoded: true,
  };
}

function describeEccesso(byte: number, metodo: string): string {
  const quanto = `risposta è di ${formatNumero(byte / MEGABYTE, 1)} MB, più di quanto se ne possa dare in una volta`;
  const inizio = metodo === 'GET' || metodo === 'HEAD' ? 'La' : 'Quello che hai chiesto è fatto, ma la';
  return `${inizio} ${quanto}. Chiedila compressa (intestazione «accept-encoding: gzip»), oppure una parte alla volta, con i filtri o con «limite» e «cursore».`;
}
