/** Rows of published tables, for what no indicator tells: titles, services, users foreseen, lines of a fund. */
import type { TabellaDto } from '../../../functions/core/http/schemi.ts';
import { toNumero } from './valore.ts';

export type RigaTavola = TabellaDto['righe'][number];

/** The text of a cell; null where it is not stated. */
export function testoOf({ valori }: RigaTavola, colonna: string): string | null {
  const valore = valori[colonna] ?? null;
  return valore === null ? null : `${valore}`;
}

/** The money of a cell in cents; null where it is not stated. */
export function importoOf({ valori }: RigaTavola, colonna = 'importo'): number | null {
  return toNumero(valori[colonna] ?? null);
}

/** Titles of interventi as the tables give them, without what is written all in capitals: `B.3` -> `Sostegno socio-educativo scolastico`. */
export function listTitoli(...tavole: readonly (readonly RigaTavola[])[]): ReadonlyMap<string, string> {
  const titoli = new Map<string, string>();
  for (const riga of tavole.flat()) {
    const intervento = testoOf(riga, 'intervento');
    const titolo = testoOf(riga, 'titolo_intervento');
    if (intervento !== null && titolo !== null && !titoli.has(intervento)) titoli.set(intervento, tidyTitolo(titolo));
  }
  return titoli;
}

function tidyTitolo(titolo: string): string {
  const pulito = titolo
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(\S)[-–] /g, '$1 – ')
    .replaceAll("'", '’');
  return /[a-zàèéìòù]/.test(pulito) ? pulito : pulito.charAt(0) + pulito.slice(1).toLocaleLowerCase('it');
}

/** Cut at a word, where a drawing has no room for more; a table has it in full. */
export function shorten(testo: string, lettere: number): string {
  if (testo.length <= lettere) return testo;
  const intere = testo.slice(0, lettere + 1).replace(/\s\S*$/, '');
  return `${intere.replace(/[\s,;–-]+(e|o|a|per|di|del|della|con|la|il|le|i|all’)?$/, '')}…`;
}
