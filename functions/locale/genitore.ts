/** Whether the npm that started this process is still there. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const GUARDIA_MS = 1_000;
/** npm may run a script through a shell, or in its place. */
const ANTENATI = 2;

interface Processo {
  readonly nome: string;
  readonly genitore: number;
  /** Ended, but its own parent has not taken note. */
  readonly defunto: boolean;
}

/**
 * An npm that is killed outright cannot say so to what it started: without this the server would go on, unseen, on its port.
 * Where this was not started by npm, or the system does not tell, nothing is watched.
 */
export function watchGenitore(onPerso: () => void): void {
  const npm = findNpm();
  if (npm === null) return;
  setInterval(() => {
    if (!isVivo(npm)) onPerso();
  }, GUARDIA_MS).unref();
}

function findNpm(): number | null {
  let pid = process.ppid;
  for (let i = 0; i < ANTENATI; i++) {
    const processo = readProcesso(pid);
    if (!processo) return null;
    if (/\bnpm\b/.test(processo.nome)) return pid;
    pid = processo.genitore;
  }
  return null;
}

function readProcesso(pid: number): Processo | null {
  try {
    if (process.platform === 'linux') {
      const stato = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name, in brackets, may hold spaces and brackets: fields are counted from its end.
      const fine = stato.lastIndexOf(')');
      const nome = stato.slice(stato.indexOf('(') + 1, fine);
      const [attivita, genitore] = stato.slice(fine + 2).split(' ');
      return { nome, genitore: Number(genitore), defunto: attivita === 'Z' };
    }
    const [genitore = '', ...nome] = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/);
    return { nome: nome.join(' '), genitore: Number(genitore), defunto: false };
  } catch {
    return null;
  }
}

function isVivo(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readProcesso(pid)?.defunto === false;
  } catch {
    return false;
  }
}
