/** What the packed functions find around them in the cloud: their environment as the stack gives it, storage that answers on the wire. */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { Template } from 'aws-cdk-lib/assertions';
import { startBanco } from '../store/banco.ts';
import { createPila, listRisorse } from './pila.ts';
import { resolveValore } from './risolvi.ts';

/** The map of the edge, whose name is an ARN with the number of the account in it. */
const MAPPA = 'arn:aws:cloudfront::123456789012:key-value-store/0a1b2c3d-1111-2222-3333-444455556666';

export interface Risposta {
  readonly esito?: unknown;
  readonly errore?: string;
}

export interface Nuvola {
  call(funzione: Funzione, evento: unknown): Promise<Risposta>;
  /** Path of an object, after its bucket, and its bytes. */
  readonly oggetti: ReadonlyMap<string, Buffer>;
  /** The requests that the map of the edge had: how they were signed, and what was put. */
  readonly mappa: readonly { readonly firma: string; readonly chiave: string; readonly valore: string | null }[];
  stop(): Promise<void>;
}

/** The package of each function, and where the function is in the stack. */
const COSTRUTTI = {
  api: ['api', 'Api'],
  ingest: ['ingest', 'Ingest'],
  arrivi: ['ingest', 'Arrivi'],
  gestione: ['gestione', 'Gestione'],
  pulizia: ['pulizia', 'Pulizia'],
  sito: ['sito', 'Pagine'],
} as const;
export type Funzione = keyof typeof COSTRUTTI;

/** @param cartella holds a folder for each packed function */
export async function startNuvola(cartella: string): Promise<Nuvola> {
  const banco = await startBanco();
  const deposito = await banco.createDeposito();
  const oggetti = new Map<string, Buffer>();
  const mappa: { firma: string; chiave: string; valore: string | null }[] = [];
  const s3 = await listen((richiesta, risposta) => answerS3(oggetti, richiesta, risposta));
  const bordo = await listen((richiesta, risposta) => answerMappa(mappa, richiesta, risposta));
  const template = Template.fromStack(createPila());
  const avviate = new Map<Funzione, ReturnType<typeof startFunzione>>();
  const start = (funzione: Funzione) => {
    const { gestore, ambiente } = readFunzione(template, funzione, deposito.tabella);
    const avviata = startFunzione(join(cartella, COSTRUTTI[funzione][0]), gestore, {
      PATH: process.env.PATH ?? '',
      NODE_NO_WARNINGS: '1',
      AWS_REGION: 'eu-south-1',
      AWS_ACCESS_KEY_ID: 'prova',
      AWS_SECRET_ACCESS_KEY: 'prova',
      AWS_SESSION_TOKEN: 'prova',
      AWS_ENDPOINT_URL_DYNAMODB: banco.endpoint,
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${s3.porta}`,
      AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: `http://localhost:${bordo.porta}`,
      ...ambiente,
    });
    avviate.set(funzione, avviata);
    return avviata;
  };
  return {
    oggetti,
    mappa,
    call: (funzione, evento) => (avviate.get(funzione) ?? start(funzione)).call(evento),
    stop: async () => {
      await Promise.all([...avviate.values()].map((avviata) => avviata.stop()));
      await Promise.all([s3.stop(), bordo.stop(), banco.stop()]);
    },
  };
}

interface ConFunzione {
  readonly Handler: string;
  readonly Environment: { readonly Variables: Readonly<Record<string, unknown>> };
}

/** No more than the stack gives to that function: what it looks for and does not find fails here too. */
function readFunzione(
  template: Template,
  funzione: Funzione,
  tabella: string,
): { gestore: string; ambiente: Record<string, string> } {
  const [risorsa] = listRisorse<ConFunzione>(template, 'AWS::Lambda::Function').filter(({ id }) =>
    id.startsWith(`${COSTRUTTI[funzione][1]}Funzione`),
  );
  const [una = ''] = Object.keys(template.findResources('AWS::DynamoDB::GlobalTable'));
  const [store = ''] = Object.keys(template.findResources('AWS::CloudFront::KeyValueStore'));
  const valori = { [una]: tabella, [`${store}.Arn`]: MAPPA };
  const { Handler = '', Environment } = risorsa?.Properties ?? {};
  const variabili = Object.entries(Environment?.Variables ?? {});
  return {
    gestore: Handler.replace(/^index\./, ''),
    ambiente: Object.fromEntries(variabili.map(([nome, valore]) => [nome, resolveValore(valore, valori)])),
  };
}

function startFunzione(cartella: string, gestore: string, env: NodeJS.ProcessEnv) {
  const processo = spawn(process.execPath, [join(import.meta.dirname, 'lambda.mjs'), cartella], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const attese: ((risposta: Risposta) => void)[] = [];
  createInterface({ input: processo.stdout }).on('line', (riga) => {
    // What does not begin so is the function's own log.
    if (riga.startsWith('\u0000')) attese.shift()?.(JSON.parse(riga.slice(1)) as Risposta);
  });
  const finito = new Promise<void>((then) => processo.once('close', () => then()));
  void finito.then(() => {
    for (const attesa of attese) attesa({ errore: 'the process ended' });
  });
  return {
    call: (evento: unknown) =>
      new Promise<Risposta>((then) => {
        attese.push(then);
        processo.stdin.write(`${JSON.stringify({ gestore, evento })}\n`);
      }),
    stop: () => {
      processo.stdin.end();
      return finito;
    },
  };
}

type Answer = (richiesta: IncomingMessage, risposta: ServerResponse) => Promise<void>;

async function listen(answer: Answer): Promise<{ porta: number; stop(): Promise<void> }> {
  const server = createServer((richiesta, risposta) => void answer(richiesta, risposta));
  await new Promise<void>((then) => server.listen(0, '127.0.0.1', then));
  return {
    porta: (server.address() as AddressInfo).port,
    stop: () => new Promise<void>((then) => server.close(() => then()).closeAllConnections()),
  };
}

/** The few answers of S3 that matter here; of what is not there it says so in its own words. */
async function answerS3(
  oggetti: Map<string, Buffer>,
  richiesta: IncomingMessage,
  risposta: ServerResponse,
): Promise<void> {
  const corpo = await buffer(richiesta);
  const chiave = new URL(richiesta.url ?? '/', 'http://s3').pathname;
  const copia = richiesta.headers['x-amz-copy-source'];
  if (richiesta.method === 'PUT') {
    oggetti.set(chiave, copia ? (oggetti.get(`/${String(copia)}`) ?? Buffer.alloc(0)) : corpo);
    risposta.end(copia ? '<CopyObjectResult><ETag>"x"</ETag></CopyObjectResult>' : undefined);
    return;
  }
  if (richiesta.method === 'DELETE') oggetti.delete(chiave);
  const byte = oggetti.get(chiave);
  if (richiesta.method !== 'DELETE' && !byte) {
    risposta.writeHead(404, { 'content-type': 'application/xml' });
    risposta.end(richiesta.method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code></Error>');
    return;
  }
  risposta.setHeader('content-length', byte?.length ?? 0);
  risposta.end(richiesta.method === 'HEAD' ? undefined : byte);
}

/** @source Amazon CloudFront KeyValueStore API: DescribeKeyValueStore, GetKey, PutKey */
async function answerMappa(
  richieste: { firma: string; chiave: string; valore: string | null }[],
  richiesta: IncomingMessage,
  risposta: ServerResponse,
): Promise<void> {
  const corpo = (await buffer(richiesta)).toString('utf8');
  const chiave = /\/keys\/([^/?]+)/.exec(richiesta.url ?? '')?.[1] ?? '';
  const valore = richiesta.method === 'PUT' ? (JSON.parse(corpo) as { Value: string }).Value : null;
  richieste.push({ firma: richiesta.headers.authorization?.split(' ')[0] ?? '', chiave, valore });
  risposta.setHeader('content-type', 'application/json');
  risposta.setHeader('etag', 'UNO');
  const manca = richiesta.method === 'GET' && chiave !== '';
  if (manca) risposta.writeHead(404, { 'x-amzn-errortype': 'ResourceNotFoundException' });
  risposta.end(JSON.stringify(manca ? {} : { ItemCount: 0, TotalSizeInBytes: 0 }));
}
