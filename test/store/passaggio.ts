/** A network that misbehaves: stands on the wire between the client and the storage, and does to each request what it is told. */
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * - `passa`: as if it were not there
 * - `limita`: refused unseen, as the cloud does over its capacity
 * - `perdi-risposta`: done by the storage, but the reply never comes back
 * - `meta`: of a batch, only the first half is taken
 */
export type Sorte = 'passa' | 'limita' | 'perdi-risposta' | 'meta';

export interface Richiesta {
  /** `PutItem`, `BatchWriteItem`… */
  readonly operazione: string;
  readonly corpo: string;
}

export interface Passaggio {
  readonly endpoint: string;
  /** What was asked so far, with what became of it. */
  readonly viste: (Richiesta & { readonly sorte: Sorte })[];
  stop(): Promise<void>;
}

export async function startPassaggio(
  destinazione: string,
  decide: (richiesta: Richiesta) => Sorte,
): Promise<Passaggio> {
  const viste: Passaggio['viste'] = [];
  const server = createServer((richiesta, risposta) => {
    void serve(richiesta, risposta);
  });
  async function serve(richiesta: IncomingMessage, risposta: ServerResponse): Promise<void> {
    const corpo = await readCorpo(richiesta);
    const operazione = String(richiesta.headers['x-amz-target']).split('.')[1] ?? '';
    const sorte = decide({ operazione, corpo });
    viste.push({ operazione, corpo, sorte });
    if (sorte === 'limita') return limita(risposta);
    const { preso, reso } = sorte === 'meta' ? splitLotto(corpo) : { preso: corpo, reso: null };
    const esito = await forward(destinazione, { intestazioni: richiesta.headers, corpo: preso });
    if (sorte === 'perdi-risposta') {
      richiesta.socket.destroy();
      return;
    }
    risposta.writeHead(esito.stato, { 'content-type': 'application/x-amz-json-1.0' });
    risposta.end(reso ? JSON.stringify({ ...JSON.parse(esito.corpo), UnprocessedItems: reso }) : esito.corpo);
  }
  await new Promise<void>((then) => server.listen(0, '127.0.0.1', then));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    viste,
    stop: () =>
      new Promise((then) => {
        server.close(() => then());
        server.closeAllConnections();
      }),
  };
}

/** Retries as often as the store does, without its waits. */
export function createRitentiva(tentativi: number) {
  return {
    mode: 'prova',
    async acquireInitialRetryToken() {
      return createGettone(0);
    },
    async refreshRetryTokenForRetry(gettone: { getRetryCount(): number }, errore: { errorType: string }) {
      const fatti = gettone.getRetryCount() + 1;
      if (fatti >= tentativi || !['THROTTLING', 'TRANSIENT'].includes(errore.errorType)) throw new Error('basta');
      return createGettone(fatti);
    },
    recordSuccess() {},
  };
}

function createGettone(fatti: number) {
  return { getRetryCount: () => fatti, getRetryDelay: () => 0 };
}

async function readCorpo(flusso: IncomingMessage): Promise<string> {
  const pezzi: Buffer[] = [];
  for await (const pezzo of flusso) pezzi.push(pezzo as Buffer);
  return Buffer.concat(pezzi).toString('utf8');
}

function limita(risposta: ServerResponse): void {
  risposta.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  risposta.end(
    JSON.stringify({
      __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
      message: 'The level of configured provisioned throughput for the table was exceeded.',
    }),
  );
}

function splitLotto(corpo: string): { preso: string; reso: Record<string, unknown[]> | null } {
  const { RequestItems, ...resto } = JSON.parse(corpo) as { RequestItems: Record<string, unknown[]> };
  const [tabella, richieste] = Object.entries(RequestItems)[0] ?? ['', []];
  if (richieste.length < 2) return { preso: corpo, reso: null };
  const meta = Math.floor(richieste.length / 2);
  const preso = JSON.stringify({ ...resto, RequestItems: { [tabella]: richieste.slice(0, meta) } });
  return { preso, reso: { [tabella]: richieste.slice(meta) } };
}

function forward(
  destinazione: string,
  { intestazioni, corpo }: { intestazioni: IncomingMessage['headers']; corpo: string },
): Promise<{ stato: number; corpo: string }> {
  const headers = { ...intestazioni, host: new URL(destinazione).host, 'content-length': Buffer.byteLength(corpo) };
  return new Promise((then, fail) => {
    const inoltro = httpRequest(destinazione, { method: 'POST', headers }, (risposta) => {
      readCorpo(risposta).then((testo) => then({ stato: risposta.statusCode ?? 500, corpo: testo }), fail);
    });
    inoltro.on('error', fail);
    inoltro.end(corpo);
  });
}
