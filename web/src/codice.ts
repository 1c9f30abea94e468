/** The code of a page, brought when it is asked for. */
import { LetturaError } from './api/errore.ts';

/**
 * Code that does not come for lack of a line is told like every reading that fails; where the line is there, a new version of
 * the site has taken the place of the one in use, and the router loads the page afresh.
 */
export async function bringCodice<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const raggiunto = await fetch('/icona.svg', { method: 'HEAD', cache: 'no-store' }).then(
      () => true,
      () => false,
    );
    if (raggiunto) throw cause;
    throw new LetturaError('rete', { cause });
  }
}
