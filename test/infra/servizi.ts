/** The few answers of the cloud's services that matter here, given to whom its role allows. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Giudice } from './permessi.ts';

/** A request, its answer, and what who has signed it may do. */
export interface Scambio {
  readonly richiesta: IncomingMessage;
  readonly risposta: ServerResponse;
  readonly may: Giudice;
}

export interface RichiestaMappa {
  readonly firma: string;
  readonly chiave: string;
  readonly valore: string | null;
}

/**
 * Of what is not there it says so in its own words, and only to who may list the bucket.
 * @source Amazon S3 User Guide, "Required permissions for Amazon S3 API operations"; API reference, GetObject, "Permissions"
 */
export async function answerS3(oggetti: Map<string, Buffer>, { richiesta, risposta, may }: Scambio): Promise<void> {
  const corpo = await buffer(richiesta);
  const { pathname: chiave, searchParams } = new URL(richiesta.url ?? '/', 'http://s3');
  const arn = `arn:aws:s3:::${chiave.slice(1)}`;
  const secchio = arn.split('/')[0] ?? '';
  const copia = richiesta.headers['x-amz-copy-source'];
  const refuse = (stato: number, codice: string): void => {
    risposta.writeHead(stato, { 'content-type': 'application/xml' });
    risposta.end(richiesta.method === 'HEAD' ? undefined : `<Error><Code>${codice}</Code></Error>`);
  };
  if (richiesta.method === 'GET' && searchParams.has('list-type')) {
    if (!may({ azione: 's3:ListBucket', risorsa: secchio })) return refuse(403, 'AccessDenied');
    risposta.end('<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>');
    return;
  }
  if (richiesta.method === 'PUT') {
    const sorgente = typeof copia === 'string' ? copia : null;
    const legge = sorgente === null || may({ azione: 's3:GetObject', risorsa: `arn:aws:s3:::${sorgente}` });
    if (!legge || !may({ azione: 's3:PutObject', risorsa: arn })) return refuse(403, 'AccessDenied');
    oggetti.set(chiave, sorgente === null ? corpo : (oggetti.get(`/${sorgente}`) ?? Buffer.alloc(0)));
    risposta.end(sorgente === null ? undefined : '<CopyObjectResult><ETag>"x"</ETag></CopyObjectResult>');
    return;
  }
  const azione = richiesta.method === 'DELETE' ? 's3:DeleteObject' : 's3:GetObject';
  if (!may({ azione, risorsa: arn })) return refuse(403, 'AccessDenied');
  const byte = oggetti.get(chiave);
  if (richiesta.method === 'DELETE') oggetti.delete(chiave);
  else if (!byte) {
    return may({ azione: 's3:ListBucket', risorsa: secchio }) ? refuse(404, 'NoSuchKey') : refuse(403, 'AccessDenied');
  }
  risposta.setHeader('content-length', richiesta.method === 'DELETE' ? 0 : (byte?.length ?? 0));
  risposta.end(richiesta.method === 'GET' ? byte : undefined);
}

/** @source Amazon CloudFront KeyValueStore API: DescribeKeyValueStore, GetKey, PutKey */
export async function answerMappa(
  { richieste, arn }: { readonly richieste: RichiestaMappa[]; readonly arn: string },
  { richiesta, risposta, may }: Scambio,
): Promise<void> {
  const corpo = (await buffer(richiesta)).toString('utf8');
  const chiave = /\/keys\/([^/?]+)/.exec(richiesta.url ?? '')?.[1] ?? '';
  const valore = richiesta.method === 'PUT' ? (JSON.parse(corpo) as { Value: string }).Value : null;
  const operazione = valore !== null ? 'PutKey' : chiave === '' ? 'DescribeKeyValueStore' : 'GetKey';
  risposta.setHeader('content-type', 'application/json');
  if (!may({ azione: `cloudfront-keyvaluestore:${operazione}`, risorsa: arn })) {
    risposta.writeHead(403, { 'x-amzn-errortype': 'AccessDeniedException' }).end('{}');
    return;
  }
  richieste.push({ firma: richiesta.headers.authorization?.split(' ')[0] ?? '', chiave, valore });
  risposta.setHeader('etag', 'UNO');
  if (operazione === 'GetKey') risposta.writeHead(404, { 'x-amzn-errortype': 'ResourceNotFoundException' });
  risposta.end(JSON.stringify(operazione === 'GetKey' ? {} : { ItemCount: 0, TotalSizeInBytes: 0 }));
}

/** A real table, behind a door that looks at who comes in. */
export async function answerTabella(endpoint: string, { richiesta, risposta, may }: Scambio): Promise<void> {
  const corpo = await buffer(richiesta);
  const operazione = String(richiesta.headers['x-amz-target']).split('.')[1] ?? '';
  const {
    TableName,
    Key,
    RequestItems = {},
  } = JSON.parse(corpo.toString('utf8')) as {
    readonly TableName?: string;
    readonly Key?: { readonly PK?: { readonly S: string } };
    readonly RequestItems?: Readonly<Record<string, unknown>>;
  };
  const chiavi = Key?.PK ? [Key.PK.S] : [];
  const vietata = [...(TableName ? [TableName] : []), ...Object.keys(RequestItems)].some(
    (tabella) =>
      !may({
        azione: `dynamodb:${operazione}`,
        risorsa: `arn:aws:dynamodb:eu-south-1:123456789012:table/${tabella}`,
        chiavi,
      }),
  );
  if (vietata) {
    risposta.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    risposta.end('{"__type":"com.amazonaws.dynamodb.v20120810#AccessDeniedException"}');
    return;
  }
  const { 'content-type': tipo, 'x-amz-target': meta, authorization } = richiesta.headers;
  const headers = {
    'content-type': String(tipo),
    'x-amz-target': String(meta),
    authorization: String(authorization),
    'x-amz-date': String(richiesta.headers['x-amz-date']),
  };
  const data = await fetch(endpoint, { method: 'POST', headers, body: corpo });
  risposta.writeHead(data.status, {
    'content-type': String(data.headers.get('content-type')),
    'x-amz-crc32': data.headers.get('x-amz-crc32') ?? '',
  });
  risposta.end(Buffer.from(await data.arrayBuffer()));
}
