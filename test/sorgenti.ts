import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

export const RADICE = dirname(import.meta.dirname);

/** What a checkout holds beside the project's own files, as `.gitignore` says it: never looked at. */
const ESTRANEI = readFileSync(join(RADICE, '.gitignore'), 'utf8')
  .split('\n')
  .filter((modello) => modello !== '')
  .concat('.git')
  .map((modello) => new RegExp(`^${modello.replace(/\/$/, '').replaceAll('.', '\\.').replaceAll('*', '.*')}$`));

/** Names at the top of the repository, folders without a final slash. */
export function listRadice(): string[] {
  return readdirSync(RADICE).filter((nome) => !isEstraneo(nome));
}

/** Every file of the project below a folder, as paths from the root with `/`. */
export function listFile(cartella = '.'): string[] {
  const trovati: string[] = [];
  const visit = (dove: string): void => {
    for (const voce of readdirSync(dove, { withFileTypes: true })) {
      if (isEstraneo(voce.name)) continue;
      const percorso = join(dove, voce.name);
      if (voce.isDirectory()) visit(percorso);
      else trovati.push(relative(RADICE, percorso).split(sep).join('/'));
    }
  };
  visit(join(RADICE, cartella));
  return trovati.sort();
}

function isEstraneo(nome: string): boolean {
  return ESTRANEI.some((modello) => modello.test(nome));
}

export function readTesto(file: string): string {
  return readFileSync(join(RADICE, file), 'utf8');
}

export interface Importazione {
  readonly da: string;
  /** Path from the root for a relative import, the package's specifier otherwise. */
  readonly a: string;
  /** Erased by the compiler: no code is loaded through it. */
  readonly soloTipi: boolean;
}

const IMPORTAZIONE =
  /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** The imports and re-exports that stand in a source file, relative ones resolved. */
export function readImportazioni(file: string): Importazione[] {
  return [...readTesto(file).matchAll(IMPORTAZIONE)].map((trovata) => {
    const indicato = trovata[2] ?? trovata[3] ?? '';
    const a = indicato.startsWith('.') ? posix.join(posix.dirname(file), indicato) : indicato;
    return { da: file, a, soloTipi: trovata[1] !== undefined };
  });
}
