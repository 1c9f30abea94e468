import { listAmbiti } from '../store/ambiti.ts';
import type { Deposito } from '../store/deposito.ts';
import { rebuildEdizione } from './ricostruisci.ts';

const RUOLO = 'amministratore';

/**
 * Brings what an earlier version of the software published up to this one: the files are read again, the figures computed
 * again. Where nothing differs, nothing is published.
 * @returns what stays as it was and why: Italian sentences, [] as a rule
 */
export async function rebuildAmbiti(deposito: Deposito, now: () => Date): Promise<string[]> {
  const avvisi: string[] = [];
  for (const { id } of await listAmbiti(deposito)) {
    await rebuildEdizione(deposito, { ambito: id, ruolo: RUOLO, adesso: now() }).catch((errore: unknown) =>
      avvisi.push(`${id}: ${errore instanceof Error ? errore.message : String(errore)}`),
    );
  }
  return avvisi;
}
