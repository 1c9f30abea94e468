/** Which files beside the tests hold something that a mutant may change while they are read: those that read mutated code, directly or not. */
import { listFile, readImportazioni } from '../sorgenti.ts';

/**
 * The others (the plan as published, the builders of small tables) are read once per process.
 * @param sorgenti those that are mutated, as paths from the root
 * @returns files of `test`, as paths from the root
 */
export function listRilette(sorgenti: readonly string[]): string[] {
  const raggiunti = new Map(sorgenti.map((file) => [file, true]));
  const reaches = (file: string): boolean => {
    const noto = raggiunti.get(file);
    if (noto !== undefined) return noto;
    raggiunti.set(file, false);
    const esito = readImportazioni(file).some(({ a, soloTipi }) => !soloTipi && a.endsWith('.ts') && reaches(a));
    raggiunti.set(file, esito);
    return esito;
  };
  return listFile('test').filter((file) => file.endsWith('.ts') && reaches(file));
}
