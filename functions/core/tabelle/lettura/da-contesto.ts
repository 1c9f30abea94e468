/** What an upload says of the whole file, by canonical column. */
import { formatData } from '../../formato.ts';
import type { Valore } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';
import type { Contesto, Impliciti } from './layout.ts';

/** @param contesto what the upload gives for each canonical column, as the type allows */
export function getDaContesto(tipo: Tipo, contesto: Contesto): Impliciti {
  const dati: Record<string, Valore | undefined> = {
    anno: contesto.anno ?? getAnnoDelConteggio(tipo, contesto) ?? undefined,
    periodo: contesto.periodo ?? contesto.anno?.toString(),
    triennio: contesto.periodo,
    rilevazione: contesto.rilevazione,
    al: contesto.giorno,
    ciclo: contesto.ciclo,
    intervento: contesto.intervento,
  };
  const valori: Record<string, Valore> = {};
  for (const id of tipo.daContesto) {
    const dato = dati[id];
    if (dato !== undefined) valori[id] = dato;
  }
  return valori;
}

/**
 * The year of a count that is known by its day: the one that closes on 31 December, or that closed the day before.
 * @returns null where the day is another, or the type counts nothing
 */
function getAnnoDelConteggio({ colonne }: Tipo, { giorno }: Contesto): number | null {
  const trovato = /^(\d{4})-(01-01|12-31)$/.exec(giorno ?? '');
  if (!trovato || !colonne.some(({ formato }) => formato === 'conteggio')) return null;
  return Number(trovato[1]) - (trovato[2] === '01-01' ? 1 : 0);
}

/** @returns the sentence for whoever names a year and a day of two different years; null where they agree */
export function describeGiornoContraddetto(tipo: Tipo, contesto: Contesto): string | null {
  const annoDelGiorno = tipo.daContesto.includes('anno') ? getAnnoDelConteggio(tipo, contesto) : null;
  if (contesto.anno === undefined || annoDelGiorno === null || annoDelGiorno === contesto.anno) return null;
  return `Al caricamento sono indicati l’anno ${contesto.anno} e il giorno ${formatData(contesto.giorno ?? '')}, che è dell’anno ${annoDelGiorno} (un conteggio al 1° gennaio appartiene all’anno che si è appena chiuso).`;
}
