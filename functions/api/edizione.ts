import type { Ambito } from '../core/ambito.ts';
import { readCursore } from '../http/pagina.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import type { Deposito, Edizione, Risultati } from '../store/deposito.ts';
import { readEdizione } from '../store/edizioni.ts';
import { readRisultati } from '../store/risultati.ts';

/**
 * The edizione that a reader asks for: the one named, the one that a cursor began with, or the latest.
 * @returns null where nothing has been published yet
 * @throws RifiutoError 404 for an edizione that does not exist, 400 for a cursor of another one
 */
export async function openEdizione(
  deposito: Deposito,
  ambito: Ambito,
  query: { readonly edizione?: number | undefined; readonly cursore?: string | undefined },
): Promise<Edizione | null> {
  const segno = readCursore(query.cursore);
  if (segno && query.edizione !== undefined && query.edizione !== segno.edizione) {
    throw new RifiutoError(400, `«cursore» viene dall’edizione ${segno.edizione}, non dalla ${query.edizione}.`);
  }
  const numero = query.edizione ?? (segno?.edizione || undefined);
  const edizione = await readEdizione(deposito, ambito.id, numero);
  if (!edizione && numero !== undefined) {
    throw new RifiutoError(
      404,
      `L’ambito «${ambito.id}» non ha un’edizione ${numero}. Quelle che ha sono in /api/v1/ambiti/${ambito.id}/registro.`,
    );
  }
  return edizione;
}

const NESSUN_RISULTATO: Risultati = { osservazioni: [], segnalazioni: [] };

/** What was computed for that edizione: immutable, and kept in memory by the store. */
export function openRisultati(deposito: Deposito, edizione: Edizione | null): Promise<Risultati> {
  return edizione ? readRisultati(deposito, edizione.risultati) : Promise.resolve(NESSUN_RISULTATO);
}
