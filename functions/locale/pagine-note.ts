/** Whether there is something to show at an address that has the form of a page. */
import { INDICATORI } from '../core/indicatori/index.ts';
import { readAmbito } from '../store/ambiti.ts';
import type { Deposito } from '../store/deposito.ts';

/** @param nomi in the path of a page, as `findPagina` gives them */
export async function hasPagina(deposito: Deposito, nomi: Readonly<Record<string, string>>): Promise<boolean> {
  const { ambito: id, codiceIstat, indicatore } = nomi;
  if (indicatore !== undefined) return INDICATORI.some((uno) => uno.id === indicatore);
  if (id === undefined) return true;
  const ambito = await readAmbito(deposito, id);
  if (ambito === null) return false;
  return codiceIstat === undefined || ambito.comuni.some((comune) => comune.codiceIstat === codiceIstat);
}
