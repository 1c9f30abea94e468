import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acquireBlocco, type Blocco, describeUso, isCodice, releaseBlocco } from './blocco.ts';
import { ArchivioError, ArchivioInUsoError, ArchivioNonScrivibileError } from './errori.ts';

export interface OpzioniArchivio {
  /** Data folder; made if it is not there. */
  readonly cartella: string;
  /** 0, the default: any free one. */
  readonly porta?: number;
}

export interface Archivio {
  /** Of DynamoDB's protocol: `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  /** Of the storage process. */
  readonly pid: number;
  /** Resolves when the storage process has ended, whether asked to or not. */
  readonly terminato: Promise<void>;
  /** Ends it after its last write. */
  stop(): Promise<void>;
}

const PROCESSO = fileURLToPath(new URL('./processo.mjs', import.meta.url));
/** How long the storage of a process just killed may take to let go of the data: the five seconds it gives itself, on a busy machine. */
const ATTESA_RILASCIO_MS = 12_000;
const ATTESA_CHIUSURA_MS = 8_000;

/**
 * Starts the embedded storage on a data folder, in a process of its own that ends with this one, however this one ends.
 * @throws ArchivioInUsoError if another process has the folder
 * @throws ArchivioNonScrivibileError if the folder cannot be written
 * @throws ArchivioError if it cannot start for another reason
 */
export async function startArchivio({ cartella, porta = 0 }: OpzioniArchivio): Promise<Archivio> {
  const radice = resolve(cartella);
  const blocco = openCartella(radice);
  try {
    return await startProcesso({ radice, porta, blocco });
  } catch (cause) {
    releaseBlocco(blocco);
    throw cause;
  }
}

function openCartella(radice: string): Blocco {
  try {
    mkdirSync(radice, { recursive: true });
    return acquireBlocco(join(radice, 'archivio.lock'));
  } catch (cause) {
    if (cause instanceof ArchivioError) throw cause;
    throw new ArchivioNonScrivibileError(describeCartella(radice, cause), { cause });
  }
}

function describeCartella(radice: string, cause: unknown): string {
  const altra = 'oppure indica un’altra cartella: DATI_DIR=/altra/cartella npm start';
  if (isCodice(cause, 'ENOSPC')) return `Il disco è pieno: non posso scrivere in «${radice}». Libera spazio, ${altra}`;
  if (isCodice(cause, 'ENOTDIR', 'EEXIST')) return `«${radice}» non è una cartella. Sposta quel file, ${altra}`;
  return `Non posso scrivere nella cartella dei dati «${radice}». Dai il permesso di scrittura, ${altra}`;
}

interface Avvio {
  readonly radice: string;
  readonly porta: number;
  readonly blocco: Blocco;
}

async function startProcesso(avvio: Avvio): Promise<Archivio> {
  const scadenza = Date.now() + ATTESA_RILASCIO_MS;
  for (;;) {
    const processo = forkProcesso(avvio);
    const esito = await waitForEsito(processo);
    if (esito.pronto) return toArchivio(processo, esito.porta, avvio.blocco);
    await waitForExit(processo);
    if (esito.codice === 'EADDRINUSE') {
      throw new ArchivioError(`La porta ${avvio.porta} dell’archivio è già occupata: scegline un’altra.`);
    }
    if (Date.now() > scadenza) throw new ArchivioInUsoError(describeUso(null), { cause: esito.codice });
    await new Promise((then) => setTimeout(then, 100));
  }
}

function forkProcesso({ radice, porta, blocco }: Avvio): ChildProcess {
  // No execArgv: what loads TypeScript in the parent is of no use to a child in plain JavaScript.
  return fork(PROCESSO, [join(radice, 'archivio'), String(porta), blocco.file, blocco.segno], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

type Esito = { readonly pronto: true; readonly porta: number } | { readonly pronto: false; readonly codice: string };

function waitForEsito(processo: ChildProcess): Promise<Esito> {
  return new Promise((then) => {
    processo.once('message', (esito) => then(esito as Esito));
    processo.once('exit', (codice, segnale) => then({ pronto: false, codice: `uscita ${codice ?? segnale}` }));
    processo.once('error', ({ message }) => then({ pronto: false, codice: message }));
  });
}

function toArchivio(processo: ChildProcess, porta: number, blocco: Blocco): Archivio {
  const terminato = waitForExit(processo);
  return {
    endpoint: `http://127.0.0.1:${porta}`,
    pid: processo.pid ?? 0,
    terminato,
    async stop() {
      if (processo.connected) processo.disconnect();
      const scadenza = setTimeout(() => processo.kill('SIGKILL'), ATTESA_CHIUSURA_MS);
      await terminato;
      clearTimeout(scadenza);
      releaseBlocco(blocco);
    },
  };
}

function waitForExit(processo: ChildProcess): Promise<void> {
  if (processo.exitCode !== null || processo.signalCode !== null) return Promise.resolve();
  return new Promise((then) => {
    processo.once('exit', () => then());
  });
}
