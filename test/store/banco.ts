/** Real storage for tests: the embedded one over the wire and, where it is installed, a second engine of the same protocol. */

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { startArchivio } from '../../functions/locale/archivio/avvia.ts';
import { createOriginaliDisco } from '../../functions/locale/archivio/originali-disco.ts';
import { createDeposito } from '../../functions/store/crea.ts';
import type { Deposito, Originali } from '../../functions/store/deposito.ts';
import { createTabella } from '../../functions/store/tabella.ts';

export interface Banco {
  readonly endpoint: string;
  /** A store of its own: a new table, and nothing remembered. */
  createDeposito(): Promise<Deposito>;
  stop(): Promise<void>;
}

export interface Motore {
  readonly nome: string;
  readonly start: (cartella: string) => Promise<{ endpoint: string; stop(): Promise<void> }>;
}

const DYNALITE: Motore = { nome: 'dynalite', start: (cartella) => startArchivio({ cartella }) };

const ALTROVE = process.env.DYNAMODB_ENDPOINT;

/** The engines that this machine has or, where an address is given, the one that answers there. */
export const MOTORI: readonly Motore[] = ALTROVE ? [openAltrove(ALTROVE)] : [DYNALITE, ...findDynoxide()];

/** The one of the tests that ask for none. */
export const [MOTORE = DYNALITE] = MOTORI;

export async function startBanco({ start } = MOTORE): Promise<Banco> {
  const cartella = await mkdtemp(join(tmpdir(), 'osservatorio-banco-'));
  const { endpoint, stop } = await start(cartella);
  const originali = createOriginaliDisco(cartella);
  let primo: Deposito | undefined;
  return {
    endpoint,
    async createDeposito() {
      const client = primo && toStesseConnessioni(primo);
      const deposito = createDeposito({
        endpoint,
        tabella: `prova-${randomUUID()}`,
        originali,
        ...(client && { client }),
      });
      primo ??= deposito;
      await createTabella(deposito);
      return deposito;
    },
    async stop() {
      await stop();
      await rm(cartella, { recursive: true, force: true });
    },
  };
}

/** The same table and originals seen by another process: its own client, nothing remembered. */
export function reopen(
  deposito: Deposito,
  {
    endpoint,
    client,
    originali,
    now = deposito.now,
  }: { endpoint: string; client?: DynamoDBClientConfig; originali?: Originali; now?: () => Date },
): Deposito {
  return createDeposito({
    endpoint,
    tabella: deposito.tabella,
    originali: originali ?? deposito.originali,
    now,
    client: { ...toStesseConnessioni(deposito), ...client },
  });
}

/** Thousands of clients, each with connections of its own, take more time than what they ask. */
function toStesseConnessioni({ db }: Deposito): DynamoDBClientConfig {
  return { requestHandler: db.config.requestHandler };
}

/** What a test does at each call to the storage: `PutItem`, `Query`, `DeleteItem`…, the first, the second, the third… */
export interface Soste {
  readonly prima?: (operazione: string, n: number) => void | Promise<void>;
  readonly dopo?: (operazione: string, n: number) => void | Promise<void>;
}

/** Lets a test stand before and after each call that goes through this client. */
export function pauseCalls(deposito: Deposito, { prima, dopo }: Soste): void {
  let chiamate = 0;
  deposito.db.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (argomenti) => {
        const operazione = commandName.replace(/Command$/, '');
        const n = ++chiamate;
        await prima?.(operazione, n);
        const risposta = await next(argomenti);
        await dopo?.(operazione, n);
        return risposta;
      },
    { step: 'initialize', name: 'soste' },
  );
}

/** Every item of the table, as stored. */
export async function scanItems(deposito: Deposito): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let inizio: Record<string, unknown> | undefined;
  do {
    const pagina = await deposito.db.send(
      new ScanCommand({ TableName: deposito.tabella, ExclusiveStartKey: inizio, ConsistentRead: true }),
    );
    items.push(...(pagina.Items ?? []));
    inizio = pagina.LastEvaluatedKey;
  } while (inizio);
  return items;
}

/** Writes items as they are stored: a copy of another table. */
export async function putItems(deposito: Deposito, items: readonly Record<string, unknown>[]): Promise<void> {
  for (let i = 0; i < items.length; i += 25) {
    const richieste = items.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } }));
    await deposito.db.send(new BatchWriteCommand({ RequestItems: { [deposito.tabella]: richieste } }));
  }
}

/** It was there before, and stays. */
function openAltrove(endpoint: string): Motore {
  return { nome: endpoint, start: async () => ({ endpoint, stop: async () => undefined }) };
}

function findDynoxide(): Motore[] {
  try {
    const pacchetto = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    return [{ nome: 'dynoxide', start: () => startDynoxide(join(dirname(pacchetto), 'dynoxide')) }];
  } catch {
    return [];
  }
}

async function startDynoxide(programma: string): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const porta = await findPortaLibera();
  const processo = spawn(programma, ['--port', String(porta)], { stdio: 'ignore' });
  const uscita = new Promise<void>((then) => processo.once('exit', () => then()));
  await waitForPorta(porta);
  return {
    endpoint: `http://127.0.0.1:${porta}`,
    async stop() {
      processo.kill();
      await uscita;
    },
  };
}

function findPortaLibera(): Promise<number> {
  return new Promise((then, fail) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const indirizzo = server.address();
      server.close(() =>
        indirizzo && typeof indirizzo === 'object' ? then(indirizzo.port) : fail(new Error('nessuna porta libera')),
      );
    });
  });
}

async function waitForPorta(porta: number): Promise<void> {
  for (let tentativo = 0; tentativo < 200; tentativo++) {
    const aperta = await new Promise<boolean>((then) => {
      const presa = connect(porta, '127.0.0.1', () => then(true));
      presa.on('error', () => then(false));
      presa.unref();
    });
    if (aperta) return;
    await new Promise((then) => setTimeout(then, 25));
  }
  throw new Error(`nessuno risponde sulla porta ${porta}`);
}
