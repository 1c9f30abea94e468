/** How the preview tells what a column means. */
import type { Tipo } from '../tipo.ts';
import { DA_CORREGGERE } from './layout-canonico.ts';
import type { ColonnaTrovata } from './riconoscimento.ts';
import { joinElenco } from './testo.ts';

/** How the preview tells a column: `Residenti, età 0-3`. What it says of no one in particular (both sexes together) is not said. */
export function describeSignificato(tipo: Tipo, { colonna, impliciti }: ColonnaTrovata): string | null {
  if (!colonna) return null;
  if (colonna === DA_CORREGGERE) return 'messaggi della copia da correggere: non sono dati';
  if (colonna.colonna === null) return 'non usata';
  const titoli = (colonna.parti ?? [{ colonna: colonna.colonna }]).map(
    (parte) => tipo.colonne.find((candidata) => candidata.id === parte.colonna)?.titolo ?? parte.colonna,
  );
  const titolo = joinElenco(titoli);
  const nameOf = (id: string) => tipo.colonne.find((candidata) => candidata.id === id)?.titolo.toLowerCase() ?? id;
  const dettagli = Object.entries(impliciti).flatMap(([id, valore]) =>
    valore === null ? [] : [`${nameOf(id)} ${valore}`],
  );
  const ruolo = colonna.ruolo ? 'dichiarato dalla fonte' : colonna.addendo ? 'sommata alle altre' : null;
  return [titolo, ...dettagli, ruolo].filter(Boolean).join(', ');
}
