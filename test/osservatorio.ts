import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RADICE } from './sorgenti.ts';

export interface Osservatorio {
  /** `http://localhost:40123` */
  readonly origine: string;
  /** Asks it to stop and waits for the end. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/**
 * The whole Osservatorio as `npm start` runs it, in a process of its own, on a free port.
 * @throws Error with what it said, where it ends before it is ready
 */
export async function startOsservatorio(cartellaDati: string): Promise<Osservatorio> {
  const figlio = spawn(process.execPath, ['--import', 'tsx', 'functions/locale/main.ts'], {
    cwd: RADICE,
    env: { ...process.env, PORT: '0', DATI_DIR: cartellaDati },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let parole = '';
  let richiesto = false;
  const finito = new Promise<void>((then) =>
    figlio.once('close', (codice, segnale) => {
      if (!richiesto) console.error(`the Osservatorio ended by itself (${segnale ?? codice}): ${parole}`);
      then();
    }),
  );
  const origine = await new Promise<string>((then, fail) => {
    const read = (pezzo: Buffer): void => {
      parole += pezzo.toString('utf8');
      const detta = /http:\/\/localhost:\d+/.exec(parole)?.[0];
      if (detta) then(detta);
    };
    figlio.stdout.on('data', read);
    figlio.stderr.on('data', read);
    figlio.once('close', () => fail(new Error(`ended before it was ready: ${parole}`)));
  });
  const end = async (segnale: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    richiesto = true;
    figlio.kill(segnale);
    await finito;
  };
  return { origine, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** Runs with a data folder of its own, which is gone afterwards. */
export async function withCartella<T>(run: (cartella: string) => Promise<T>): Promise<T> {
  const cartella = await mkdtemp(join(tmpdir(), 'osservatorio-'));
  try {
    return await run(cartella);
  } finally {
    await rm(cartella, { recursive: true, force: true, maxRetries: 20 });
  }
}
