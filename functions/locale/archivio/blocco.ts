import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { ArchivioInUsoError } from './errori.ts';

/** Who has the data folder: the process a person would have to stop. */
interface Titolare {
  readonly pid: number;
  /** As the system tells it, to know the process from a later one with the same pid; null where it does not tell. */
  readonly avvio: string | null;
  /** Tells one's own lock from another's. */
  readonly segno: string;
}

export interface Blocco {
  readonly file: string;
  readonly segno: string;
}

const TENTATIVI = 5;

/**
 * Takes the lock of a data folder, also from a process that is no longer there. Two that take over the same stale lock at the
 * same instant are told apart by the database's own lock, which only one of them gets.
 * @throws ArchivioInUsoError if a living process has it
 */
export function acquireBlocco(file: string): Blocco {
  const titolare: Titolare = { pid: process.pid, avvio: readAvvio(process.pid), segno: randomUUID() };
  for (let i = 0; i < TENTATIVI; i++) {
    try {
      writeFileSync(file, JSON.stringify(titolare), { flag: 'wx' });
      return { file, segno: titolare.segno };
    } catch (cause) {
      if (!isCodice(cause, 'EEXIST')) throw cause;
      const altro = readTitolare(file);
      if (altro && isVivo(altro)) throw new ArchivioInUsoError(describeUso(altro.pid), { cause });
      discard(file);
    }
  }
  throw new ArchivioInUsoError(describeUso(null));
}

/** Leaves alone the lock of whoever took over meanwhile. */
export function releaseBlocco({ file, segno }: Blocco): void {
  if (readTitolare(file)?.segno === segno) rmSync(file, { force: true });
}

export function describeUso(pid: number | null): string {
  return (
    `Un altro Osservatorio${pid === null ? '' : ` (processo ${pid})`} sta già usando questa cartella dei dati. ` +
    'Fermalo, oppure avvia questo su un’altra cartella: DATI_DIR=/altra/cartella npm start'
  );
}

/** Moved away before it is removed, so that of two who find it stale only one removes it. */
function discard(file: string): void {
  const scartato = `${file}.${randomUUID()}`;
  try {
    renameSync(file, scartato);
    rmSync(scartato);
  } catch (cause) {
    if (!isCodice(cause, 'ENOENT')) throw cause;
  }
}

/** @returns null where there is none, or it was cut short by a crash */
function readTitolare(file: string): Titolare | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Titolare;
  } catch {
    return null;
  }
}

function isVivo({ pid, avvio }: Titolare): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if (isCodice(cause, 'ESRCH')) return false;
  }
  const ora = readAvvio(pid);
  return avvio === null || ora === null || ora === avvio;
}

/** Start of a process: clock ticks since boot on Linux, a date elsewhere. */
function readAvvio(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const stato = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name of the program, in brackets, may hold spaces: fields are counted from its end; the start is the 22nd of all.
      return stato.slice(stato.lastIndexOf(')') + 2).split(' ')[19] ?? null;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

export function isCodice(cause: unknown, ...codici: readonly string[]): boolean {
  return cause instanceof Error && 'code' in cause && codici.includes(String(cause.code));
}
