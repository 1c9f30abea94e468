/** An ambito in one paragraph: who lives there, how it changed, how old, what is spent. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { Figura } from './figura.ts';
import { createLettore, type Dato, type Lettore, type Materia, traceLettore } from './lettore.ts';
import { capitalize, countOf, describePeriodo } from './parole.ts';

/** Absolute value as it is told after `in più` / `in meno`. */
export function tellDifferenza(valore: number): string {
  return `${formatNumero(Math.abs(valore))} in ${valore < 0 ? 'meno' : 'più'}`;
}

export interface Variazione {
  readonly persone: number;
  readonly daAnno: string;
  readonly quota: string | null;
}

/** Change of the residents, only within one rilevazione: two counts of one day honestly differ. */
export function findVariazione(lettore: Lettore, popolazione: Dato): Variazione | null {
  const rilevazione = popolazione.osservazione.dimensioni.rilevazione;
  const stessa = rilevazione === undefined ? {} : { rilevazione };
  const differenza = lettore.find('variazione-popolazione', stessa);
  if (!differenza) return null;
  const quota = lettore.find('variazione-popolazione-pct', stessa, differenza.periodo);
  return { persone: differenza.valore, daAnno: differenza.periodo.slice(0, 4), quota: quota?.esatto ?? null };
}

/** The first sentences of the page: who lives here, how it changed, how old, what is spent. Only what the data say. */
export function buildRispostaPanoramica(materia: Materia): string {
  return tellPanoramica(materia, createLettore(materia));
}

/** What the numbers of the answer are. */
export function listFigurePanoramica(materia: Materia): Figura[] {
  const { lettore, listFigure } = traceLettore(createLettore(materia));
  tellPanoramica(materia, lettore);
  return listFigure();
}

function tellPanoramica(materia: Materia, lettore: Lettore): string {
  const popolazione = lettore.find('popolazione');
  const comuni = countOf(materia.ambito.comuni.length, 'comune', 'comuni');
  if (!popolazione) {
    const nessuna = Object.keys(materia.ambito.versioni).length === 0;
    return `L’ambito riunisce ${comuni}. ${nessuna ? 'Non è ancora stata pubblicata nessuna tabella di dati.' : 'Quante persone ci vivono non è ancora stato pubblicato.'}`;
  }
  const variazione = findVariazione(lettore, popolazione);
  const differenza =
    variazione && variazione.persone !== 0
      ? `, ${tellDifferenza(variazione.persone)} rispetto al ${variazione.daAnno}`
      : '';
  const anziani = lettore.find('quota-fascia', { fascia: '65+' });
  const spesa = lettore.find('spesa-storica-procapite');
  const rilevazione = popolazione.osservazione.dimensioni.rilevazione === 'istat' ? ' secondo l’ISTAT' : '';
  const frasi = [
    `${capitalize(describePeriodo(popolazione.periodo, 'popolazione'))} nei ${comuni} vivono ${popolazione.esatto} persone${rilevazione}${differenza}.`,
    anziani ? `${formatNumero(Math.round(anziani.valore))} su cento hanno 65 anni o più.` : null,
    spesa
      ? `Per il sociale i comuni hanno speso ${spesa.esatto} per abitante l’anno, ${describePeriodo(spesa.periodo, 'spesa')}.`
      : null,
  ];
  return frasi.filter((f) => f !== null).join(' ');
}
