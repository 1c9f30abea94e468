/** The walks back that are prepared with the pages. */
import { toSpiegazioneDto } from '../api/cammino.ts';
import { presentDi } from '../api/presenta-osservazioni.ts';
import { groupBy } from '../core/fatti.ts';
import type { SpiegazioneDto } from '../core/http/schemi.ts';
import { getIndicatore } from '../core/indicatori/index.ts';
import type { Osservazione } from '../core/indicatori/indicatore.ts';
import type { Edizione, Risultati } from '../store/deposito.ts';

/**
 * Cells that the figures of one indicator may come from, all together, for their walks back to be prepared: they are one file, which
 * who asks for one of them downloads whole. 20.000 are some 5 MB; past them each is asked of the API, which answers with that one.
 */
export const INGRESSI_MASSIMI = 20_000;

/** The walks back of an edizione, indicator by indicator. */
export function listSpiegazioni(edizione: Edizione, risultati: Risultati): SpiegazioneDto[] {
  const present = presentDi(risultati);
  return [...groupBy(risultati.osservazioni, ({ indicatore }) => indicatore)].flatMap(([id, osservazioni]) => {
    const indicatore = getIndicatore(id);
    if (!indicatore || hasTroppiIngressi(osservazioni)) return [];
    return osservazioni.map((osservazione) =>
      toSpiegazioneDto({ osservazione, dto: present(osservazione) }, indicatore, edizione),
    );
  });
}

function hasTroppiIngressi(osservazioni: readonly Osservazione[]): boolean {
  let quanti = 0;
  for (const { ingressi } of osservazioni) {
    quanti += ingressi.length;
    if (quanti > INGRESSI_MASSIMI) return true;
  }
  return false;
}
