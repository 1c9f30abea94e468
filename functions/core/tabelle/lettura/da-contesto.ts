/** What an upload says of the whole file, by canonical column. */
import type { Valore } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';
import type { Contesto, Impliciti } from './layout.ts';

/** @param contesto what the upload gives for each canonical column, as the type allows */
export function getDaContesto(tipo: Tipo, contesto: Contesto): Impliciti {
  const dati: Record<string, Valore | undefined> = {
    anno: contesto.anno,
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
