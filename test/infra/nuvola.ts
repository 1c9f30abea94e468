/** What the packed functions find around them in the cloud: their environment and their permissions as the stack gives them, services that answer on the wire. */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Template } from 'aws-cdk-lib/assertions';
import { startBanco } from '../store/banco.ts';
import { createGiudice, type Giudice } from './permessi.ts';
import { createPila, listRisorse } from './pila.ts';
import { resolveValore } from './risolvi.ts';
import { answerMappa, answerS3, answerTabella, type RichiestaMappa, type Scambio } from './servizi.ts';

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
  readonly mappa: readonly RichiestaMappa[];
  /** What was asked for without permission: `api s3:PutObject arn:…`. */
  readonly negate: readonly string[];
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
  const mappa: RichiestaMappa[] = [];
  const negate: string[] = [];
  const template = Template.fromStack(createPila());
  const valori = listValori(template, deposito.tabella);
  const giudici = new Map<string, Giudice>(
    Object.entries(COSTRUTTI).map(([nome, [, costrutto]]) => [
      nome,
      createGiudice(template, `${costrutto}Funzione`, valori),
    ]),
  );
  const open = (answer: (scambio: Scambio) => Promise<void>) =>
    listen((richiesta, risposta) => answer({ richiesta, risposta, may: identify(giudici, negate, richiesta) }));
  const s3 = await open((scambio) => answerS3(oggetti, scambio));
  const bordo = await open((scambio) => answerMappa({ richieste: mappa, arn: MAPPA }, scambio));
  const tabella = await open((scambio) => answerTabella(banco.endpoint, scambio));
  const avviate = new Map<Funzione, ReturnType<typeof startFunzione>>();
  const start = (funzione: Funzione) => {
    const { gestore, ambiente } = readFunzione(template, funzione, valori);
    const avviata = startFunzione(join(cartella, COSTRUTTI[funzione][0]), gestore, {
      PATH: process.env.PATH ?? '',
      NODE_NO_WARNINGS: '1',
      AWS_REGION: 'eu-south-1',
      AWS_ACCESS_KEY_ID: funzione,
      AWS_SECRET_ACCESS_KEY: 'prova',
      AWS_SESSION_TOKEN: 'prova',
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${tabella.porta}`,
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
    negate,
    call: (funzione, evento) => (avviate.get(funzione) ?? start(funzione)).call(evento),
    stop: async () => {
      await Promise.all([...avviate.values()].map((avviata) => avviata.stop()));
      await Promise.all([s3.stop(), bordo.stop(), tabella.stop()]);
      await banco.stop();
    },
  };
}

/** What the table, the buckets and the map are called. */
function listValori(template: Template, tabella: string): Record<string, string> {
  const [una = ''] = Object.keys(template.findResources('AWS::DynamoDB::GlobalTable'));
  const [store = ''] = Object.keys(template.findResources('AWS::CloudFront::KeyValueStore'));
  const secchi = listRisorse<{ readonly BucketName?: unknown }>(template, 'AWS::S3::Bucket').flatMap(
    ({ id, Properties: { BucketName } }) => {
      const nome = BucketName === undefined ? id : resolveValore(BucketName);
      return [
        [id, nome],
        [`${id}.Arn`, `arn:aws:s3:::${nome}`],
      ];
    },
  );
  return {
    ...Object.fromEntries(secchi),
    [una]: tabella,
    [`${una}.Arn`]: `arn:aws:dynamodb:eu-south-1:123456789012:table/${tabella}`,
    [`${store}.Arn`]: MAPPA,
  };
}

/** Who has signed: a signature that somebody else uses lets do what its signer may. */
function identify(
  giudici: ReadonlyMap<string, Giudice>,
  negate: string[],
  { headers, url = '/' }: IncomingMessage,
): Giudice {
  const firma = /Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1];
  const nome = firma ?? new URL(url, 'http://s3').searchParams.get('X-Amz-Credential')?.split('/')[0] ?? 'nessuno';
  return (azione) => {
    if (giudici.get(nome)?.(azione)) return true;
    negate.push(`${nome} ${azione.azione} ${azione.risorsa}`);
    return false;
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
  valori: Readonly<Record<string, string>>,
): { gestore: string; ambiente: Record<string, string> } {
  const [risorsa] = listRisorse<ConFunzione>(template, 'AWS::Lambda::Function').filter(({ id }) =>
    id.startsWith(`${COSTRUTTI[funzione][1]}Funzione`),
  );
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

async function listen(
  answer: (richiesta: IncomingMessage, risposta: ServerResponse) => Promise<void>,
): Promise<{ porta: number; stop(): Promise<void> }> {
  const server = createServer((richiesta, risposta) => void answer(richiesta, risposta));
  await new Promise<void>((then) => server.listen(0, '127.0.0.1', then));
  return {
    porta: (server.address() as AddressInfo).port,
    stop: () => new Promise<void>((then) => server.close(() => then()).closeAllConnections()),
  };
}
