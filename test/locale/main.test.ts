import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';

const RADICE = join(import.meta.dirname, '../..');

interface Avviato {
  readonly processo: ChildProcess;
  /** All that it has said so far. */
  readonly parole: () => string;
  readonly finito: Promise<number | null>;
}

let cartella: string;
/** The data as the first start, of the first test, leaves them: who needs an Osservatorio that runs, and not how it begins, starts from a copy. */
let pubblicata: string | undefined;
const avviati: Avviato[] = [];
beforeEach(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'dati-'));
});
afterEach(async () => {
  for (const { processo } of avviati.splice(0)) processo.kill('SIGKILL');
  await chmod(cartella, 0o700);
  await rm(cartella, { recursive: true, force: true, maxRetries: 20 });
});
afterAll(async () => {
  if (pubblicata) await rm(pubblicata, { recursive: true, force: true });
});

/** As `npm start` does, on a free port unless told otherwise. */
function start(env: Readonly<Record<string, string>> = {}, comando: 'node' | 'npm' = 'node'): Avviato {
  const argomenti = comando === 'npm' ? ['start'] : ['--import', 'tsx', 'functions/locale/main.ts'];
  const processo = spawn(comando === 'npm' ? 'npm' : process.execPath, argomenti, {
    cwd: RADICE,
    env: { PATH: process.env.PATH, HOME: cartella, PORT: '0', DATI_DIR: cartella, ...env },
  });
  let parole = '';
  for (const flusso of [processo.stdout, processo.stderr])
    flusso.on('data', (pezzo: Buffer) => (parole += pezzo.toString()));
  const finito = new Promise<number | null>((then) => processo.once('close', (codice) => then(codice)));
  const avviato = { processo, parole: () => parole, finito };
  avviati.push(avviato);
  return avviato;
}

/** @returns the origin that the one line tells */
async function waitForOrigine({ parole, finito }: Avviato): Promise<string> {
  let vivo = true;
  void finito.then(() => {
    vivo = false;
  });
  while (vivo) {
    const origine = /http:\/\/localhost:\d+/.exec(parole())?.[0];
    if (origine) return origine;
    await new Promise((then) => setTimeout(then, 50));
  }
  throw new Error(`ended before it was ready: ${parole()}`);
}

/** Without, as where one test is run alone, all is published anew. */
async function copyPubblicata(): Promise<void> {
  if (pubblicata) await cp(pubblicata, cartella, { recursive: true });
}

describe('npm start', () => {
  test('publishes the samples, says in one line where to look, and stops clean', async () => {
    const primo = start();
    const origine = await waitForOrigine(primo);
    expect((await fetch(`${origine}/api/v1/salute`)).status).toBe(200);
    const { ambiti } = (await (await fetch(`${origine}/api/v1/ambiti`)).json()) as {
      ambiti: { id: string; edizione: number }[];
    };
    expect(ambiti.map(({ id, edizione }) => `${id} ${edizione}`).sort()).toEqual(['casarano 1', 'fasano 1', 'lecce 1']);
    expect((await fetch(`${origine}/casarano`)).status).toBe(200);
    expect(primo.parole().trim().split('\n')).toHaveLength(1);
    primo.processo.kill('SIGTERM');
    expect(await primo.finito).toBe(0);
    expect(await readdir(cartella)).not.toContain('archivio.lock');
    pubblicata = await mkdtemp(join(tmpdir(), 'dati-pubblicati-'));
    await cp(cartella, pubblicata, { recursive: true });
  });

  test('finds its data again', async () => {
    await copyPubblicata();
    const nuova = await waitForOrigine(start());
    const { edizione } = (await (await fetch(`${nuova}/api/v1/ambiti/casarano`)).json()) as { edizione: number };
    expect(edizione).toBe(1);
  });

  test('a second one on the same data says what to do and ends with 1', async () => {
    await copyPubblicata();
    await waitForOrigine(start());
    const secondo = start();
    expect(await secondo.finito).toBe(1);
    expect(secondo.parole()).toMatch(
      /^Un altro Osservatorio .* sta già usando questa cartella dei dati\. Fermalo, oppure .*DATI_DIR=.*\n$/,
    );
  });

  test('killed outright leaves no child and no lock behind', async () => {
    await copyPubblicata();
    const primo = start();
    await waitForOrigine(primo);
    primo.processo.kill('SIGKILL');
    await primo.finito;
    await waitForOrigine(start());
  });

  test('ends when the npm that started it is killed outright', async () => {
    await copyPubblicata();
    const npm = start({}, 'npm');
    const origine = await waitForOrigine(npm);
    npm.processo.kill('SIGKILL');
    await expect
      .poll(() => fetch(origine).then(String, () => 'nobody answers'), { timeout: 20_000 })
      .toBe('nobody answers');
    await expect.poll(() => readdir(cartella), { timeout: 20_000 }).not.toContain('archivio.lock');
  });

  test('a busy port says what to do and ends with 1', async () => {
    const altro = createServer().listen(0, '127.0.0.1');
    await new Promise((then) => altro.once('listening', then));
    const porta = (altro.address() as { port: number }).port;
    const avviato = start({ PORT: String(porta) });
    expect(await avviato.finito).toBe(1);
    expect(avviato.parole()).toBe(
      `La porta ${porta} è già occupata da un altro programma. Fermalo, oppure avvia l’Osservatorio su un’altra, per esempio: PORT=${porta + 1} npm start\n`,
    );
    altro.close();
  });

  test('a port that is none says what to do and ends with 1', async () => {
    const avviato = start({ PORT: 'tremila' });
    expect(await avviato.finito).toBe(1);
    expect(avviato.parole()).toMatch(/^PORT=tremila non è una porta: serve un numero da 1 a 65535/);
  });

  test('a folder that cannot be written says what to do and ends with 1', async () => {
    // Whoever is root may write everywhere but where the system itself keeps the files.
    const root = process.getuid?.() === 0;
    await chmod(cartella, 0o500);
    const avviato = start(root ? { DATI_DIR: '/sys/osservatorio' } : {});
    expect(await avviato.finito).toBe(1);
    expect(avviato.parole()).toMatch(/^Non posso scrivere nella cartella dei dati .*DATI_DIR=.*\n$/);
  });

  test('a data folder that is a file says what to do and ends with 1', async () => {
    const avviato = start({ DATI_DIR: join(RADICE, 'package.json') });
    expect(await avviato.finito).toBe(1);
    expect(avviato.parole()).toMatch(/^«.*package\.json» non è una cartella\. .*DATI_DIR=.*\n$/);
  });
});
