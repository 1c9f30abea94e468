/** The code of a page, brought when it is asked for. */
import { LetturaError } from './api/errore.ts';

/**
 * Code that does not come for lack of a line is told like every reading that fails. Where the line is there, either a new version
 * of the site has taken the place of the one in use, or the browser remembers the failure of before: the page is loaded afresh.
 */
export async function bringCodice<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const raggiunto = await fetch('/icona.svg', { method: 'HEAD', cache: 'no-store' }).then(
      () => true,
      () => false,
    );
    if (!raggiunto) throw new LetturaError('rete', { cause });
    if (!reloadOnce(String(cause))) throw cause;
    // The page is going away: nothing more is to be shown of it.
    return new Promise(() => {});
  }
}

/** Between one loading afresh and the next for the same reason. */
const RICARICA_MS = 30_000;

/** @returns false where the page was loaded afresh for this a moment ago: it would be again and again */
function reloadOnce(motivo: string): boolean {
  try {
    const chiave = `ricaricata: ${motivo}`;
    if (Date.now() - Number(sessionStorage.getItem(chiave)) < RICARICA_MS) return false;
    sessionStorage.setItem(chiave, String(Date.now()));
  } catch {
    // Where the browser keeps nothing, nobody would know that it was done already.
    return false;
  }
  window.location.reload();
  return true;
}
