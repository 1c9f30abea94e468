import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publishCaricamenti } from '../../../functions/ingest/pubblica.ts';
import { type Archivio, startArchivio } from '../../../functions/locale/archivio/avvia.ts';
import {
  ArchivioError,
  ArchivioInUsoError,
  ArchivioNonScrivibileError,
} from '../../../functions/locale/archivio/errori.ts';
import { createOriginaliDisco } from '../../../functions/locale/archivio/originali-disco.ts';
import { createDeposito } from '../../../functions/store/crea.ts';
import type { Deposito } from '../../../functions/store/deposito.ts';
import { createTabella } from '../../../functions/store/tabella.ts';
import { ADESSO, assertIntegro, famiglie, receive, registerAmbito } from '../../ingest/scena.ts';

const PROCESSO = fileURLToPath(new URL('../../../functions/locale/archivio/processo.mjs', import.meta.url));
const GENITORE = fileURLToPath(new URL('./genitore.ts', import.meta.url));

let cartella: string;
let aperti: Archivio[];
let figli: ChildProcess[];
beforeEach(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'osservatorio-archivio-'));
  aperti = [];
  figli = [];
});
afterEach(async () => {
  await Promise.all(aperti.map((archivio) => archivio.stop()));
  for (const figlio of figli) figlio.kill('SIGKILL');
  await rm(cartella, { recursive: true, force: true });
});

async function start(): Promise<Archivio> {
  const archivio = await startArchivio({ cartella });
  aperti.push(archivio);
  return archivio;
}

function openDeposito({ endpoint }: Archivio, client?: { maxAttempts: number }): Deposito {
  const originali = createOriginaliDisco(cartella);
  return createDeposito({ endpoint, tabella: 'prova', originali, ...(client && { client }) });
}

/** Another server on the same folder, run as `npm start` runs it. */
async function startGenitore(): Promise<{ processo: ChildProcess; detto: string }> {
  const processo = spawn(process.execPath, ['--import', 'tsx', GENITORE, cartella], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  figli.push(processo);
  const detto = await new Promise<string>((then) => processo.stdout?.once('data', (byte) => then(String(byte).trim())));
  return { processo, detto };
}

function isVivo(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function waitUntil(vero: () => boolean): Promise<void> {
  while (!vero()) await new Promise((then) => setTimeout(then, 20));
}

test('what was written is there at the next start, and nothing is left behind in between', async () => {
  const primo = await start();
  const deposito = openDeposito(primo);
  await createTabella(deposito);
  await registerAmbito(deposito);
  const { id } = await receive(deposito, famiglie([1, 2, 3]));
  await publishCaricamenti(deposito, { ambito: 'fasano', ids: [id], base: 0, ruolo: 'responsabile', adesso: ADESSO });
  await primo.stop();
  expect(isVivo(primo.pid)).toBe(false);
  expect(existsSync(join(cartella, 'archivio.lock'))).toBe(false);
  expect(await assertIntegro(openDeposito(await start()))).toHaveLength(1);
});

test('a second start on one folder is told who has it and what to do', async () => {
  await start();
  await expect(startArchivio({ cartella })).rejects.toMatchObject({
    name: 'ArchivioInUsoError',
    message:
      `Un altro Osservatorio (processo ${process.pid}) sta già usando questa cartella dei dati. ` +
      'Fermalo, oppure avvia questo su un’altra cartella: DATI_DIR=/altra/cartella npm start',
  });
  const { detto } = await startGenitore();
  expect(detto).toMatch(new RegExp(`^ArchivioInUsoError: Un altro Osservatorio \\(processo ${process.pid}\\)`));
});

test('a storage process that finds its data still held says so, and throws no trace at whoever starts it', async () => {
  await start();
  const argomenti = [join(cartella, 'archivio'), '0', join(cartella, 'altro.lock'), 'segno'];
  const secondo = fork(PROCESSO, argomenti, { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  figli.push(secondo);
  let tracce = '';
  secondo.stderr?.on('data', (byte) => {
    tracce += String(byte);
  });
  let esito: unknown = null;
  secondo.once('message', (detto) => {
    esito = detto;
  });
  await new Promise((then) => secondo.once('close', then));
  expect([esito, tracce]).toEqual([{ pronto: false, codice: 'DATI_NON_APERTI' }, '']);
});

describe('a server that ends', () => {
  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'by %s leaves no storage process and no lock, and one can start again',
    async (segnale) => {
      const { processo, detto } = await startGenitore();
      const pid = Number(detto.split(' ')[1]);
      expect(isVivo(pid)).toBe(true);
      processo.kill(segnale);
      await waitUntil(() => !isVivo(pid));
      await waitUntil(() => !existsSync(join(cartella, 'archivio.lock')));
      expect((await start()).endpoint).toMatch(/^http:/);
    },
  );

  test('by SIGKILL gives its folder to a start at that very moment', async () => {
    const { processo } = await startGenitore();
    processo.kill('SIGKILL');
    await waitUntil(() => processo.signalCode !== null);
    expect((await start()).endpoint).toMatch(/^http:/);
  });
});

describe('a lock left behind', () => {
  test.each([
    ['by a process that is gone', { pid: 2 ** 22 + 1, avvio: '1', segno: 'x' }],
    ['by an earlier process whose pid another has now', { pid: process.pid, avvio: 'un altro istante', segno: 'x' }],
    ['cut short by a crash', null],
  ])('%s is taken over', async (_caso, titolare) => {
    await writeFile(join(cartella, 'archivio.lock'), titolare ? JSON.stringify(titolare) : '{"pid":');
    expect((await start()).endpoint).toMatch(/^http:/);
  });
});

describe('a folder that cannot be used', () => {
  test('because it is read-only: says so', async () => {
    // Root may write anywhere but where the system itself forbids it.
    const proibita = process.getuid?.() === 0 ? '/sys' : join(cartella, 'proibita');
    if (proibita !== '/sys') await mkdir(proibita).then(() => chmod(proibita, 0o555));
    const errore = await startArchivio({ cartella: join(proibita, 'dati') }).catch((e: unknown) => e);
    expect(errore).toBeInstanceOf(ArchivioNonScrivibileError);
    expect((errore as Error).message).toBe(
      `Non posso scrivere nella cartella dei dati «${join(proibita, 'dati')}». Dai il permesso di scrittura, ` +
        'oppure indica un’altra cartella: DATI_DIR=/altra/cartella npm start',
    );
  });

  test('because it is a file: says so', async () => {
    const file = join(cartella, 'file');
    await writeFile(file, '');
    for (const dove of [file, join(file, 'sotto')]) {
      await expect(startArchivio({ cartella: dove })).rejects.toThrow(`«${dove}» non è una cartella.`);
    }
  });
});

test('a port that is taken is told, and the folder is free again', async () => {
  const altro = createServer();
  const porta = await new Promise<number>((then) => {
    altro.listen(0, '127.0.0.1', () => {
      const indirizzo = altro.address();
      then(indirizzo && typeof indirizzo === 'object' ? indirizzo.port : 0);
    });
  });
  const errore = await startArchivio({ cartella, porta }).catch((e: unknown) => e);
  altro.close();
  expect(errore).toBeInstanceOf(ArchivioError);
  expect(errore).not.toBeInstanceOf(ArchivioInUsoError);
  expect((errore as Error).message).toContain(`La porta ${porta} dell’archivio è già occupata`);
  expect((await start()).endpoint).toMatch(/^http:/);
});

test('storage killed in the middle of a publication: what was acknowledged is there, and the next run ends the rest', async () => {
  let archivio = await start();
  await createTabella(openDeposito(archivio));
  await registerAmbito(openDeposito(archivio));
  let edizioni = 0;
  // Killed at another call each time, from the first reads to past the commit.
  for (let chiamata = 1; chiamata <= 12; chiamata++) {
    const sano = openDeposito(archivio);
    const { id, base } = await receive(sano, famiglie([chiamata, 2, 3]));
    const richiesta = { ambito: 'fasano', ids: [id], base, ruolo: 'responsabile', adesso: ADESSO };
    const colpito = openDeposito(archivio, { maxAttempts: 1 });
    killAt(colpito, { chiamata, pid: archivio.pid });
    const riuscita = await publishCaricamenti(colpito, richiesta).then(
      () => true,
      () => false,
    );
    if (isVivo(archivio.pid)) process.kill(archivio.pid, 'SIGKILL');
    await archivio.terminato;
    await archivio.stop();
    archivio = await start();
    const log = await assertIntegro(openDeposito(archivio));
    expect(log.length).toBeGreaterThanOrEqual(edizioni + (riuscita ? 1 : 0));
    await publishCaricamenti(openDeposito(archivio), richiesta);
    edizioni = (await assertIntegro(openDeposito(archivio))).length;
    expect(edizioni).toBe(chiamata);
  }
});

/** Kills the storage while it has a call in its hands. */
function killAt({ db }: Deposito, { chiamata, pid }: { chiamata: number; pid: number }): void {
  let n = 0;
  db.middlewareStack.add(
    (next) => (argomenti) => {
      const risposta = next(argomenti);
      if (++n === chiamata) setImmediate(() => isVivo(pid) && process.kill(pid, 'SIGKILL'));
      return risposta;
    },
    { step: 'initialize' },
  );
}
