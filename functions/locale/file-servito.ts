/** A file as it is sent: its headers and its bytes made once, so that sending it again costs next to nothing. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CON_CALMA, type Codifica, chooseCodifica, compress, isComprimibile } from './compressione.ts';

export interface FileServito {
  readonly byte: Buffer;
  readonly etag: string;
  readonly comprimibile: boolean;
  /** Names and values in turn, as Node writes them without looking at them again. */
  readonly testata: readonly string[];
  readonly corpi: Map<Codifica, Buffer>;
}

/** @param versione what changes when the bytes do; their hash unless something tells it already */
export function createFile(
  byte: Buffer,
  headers: Readonly<Record<string, string>>,
  versione = createHash('sha256').update(byte).digest('base64url').slice(0, 27),
): FileServito {
  const etag = `W/"${versione}"`;
  const comprimibile = isComprimibile(headers['content-type'] ?? '', byte.length);
  const tutte = { ...headers, etag, ...(comprimibile ? { vary: 'accept-encoding' } : {}) };
  return { byte, etag, comprimibile, testata: Object.entries(tutte).flat(), corpi: new Map([['identity', byte]]) };
}

export interface Invio {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** Of the request. */
  readonly id: string;
  readonly stato?: number;
}

export function sendFile(file: FileServito, invio: Invio): void {
  const codifica = file.comprimibile ? chooseCodifica(invio.req.headers['accept-encoding']) : 'identity';
  const corpo = file.corpi.get(codifica);
  if (corpo) {
    write(file, { codifica, corpo }, invio);
    return;
  }
  compress(file.byte, codifica, CON_CALMA).then(
    (compresso) => {
      file.corpi.set(codifica, compresso);
      write(file, { codifica, corpo: compresso }, invio);
    },
    () => invio.res.destroy(),
  );
}

function write(
  { testata, etag }: FileServito,
  { codifica, corpo }: { readonly codifica: Codifica; readonly corpo: Buffer },
  { req, res, id, stato = 200 }: Invio,
): void {
  const intestazioni = [...testata, 'x-request-id', id];
  if (codifica !== 'identity') intestazioni.push('content-encoding', codifica);
  if (stato === 200 && req.headers['if-none-match']?.includes(etag)) {
    res.writeHead(304, intestazioni).end();
    return;
  }
  intestazioni.push('content-length', String(corpo.length));
  res.writeHead(stato, intestazioni);
  res.end(req.method === 'HEAD' ? undefined : corpo);
}
