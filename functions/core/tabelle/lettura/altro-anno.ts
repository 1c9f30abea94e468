/** A file that names one year, and was brought for another. */
import type { Valore } from '../tabella.ts';
import { citeCella } from './cause/segni-guasti.ts';

/** A year by itself or at the end of a 31 December: that of an act («n. 12/2023») or of another day says nothing of the figures. */
const ANNO = /(?<![\d/.-])(?:31[/.-]12[/.-])?(?<anno>20\d\d)(?!\d|[/-]\d)/g;
/** What is counted on that day belongs to the year that has just closed. */
const CAPODANNO = /(?<!\d)1°? gennaio/i;

/**
 * @param scritti name of the sheet, titles above the header
 * @param anno that the upload gives to all the rows
 * @returns what to look at, where all that names a year names the same and it is another; null elsewhere
 */
export function describeAltroAnno(scritti: readonly string[], anno: Valore | undefined): string | null {
  const nominati = scritti.flatMap((scritto) =>
    CAPODANNO.test(scritto) ? [] : [...scritto.matchAll(ANNO)].map(({ groups }) => ({ scritto, anno: groups?.anno })),
  );
  const [primo] = nominati;
  if (!primo || anno === undefined || nominati.some((uno) => uno.anno !== primo.anno)) return null;
  if (Number(primo.anno) === anno) return null;
  return `Il file parla del ${primo.anno} (${citeCella(primo.scritto)}), ma al caricamento è indicato l’anno ${anno}: controlla di quale anno sono le cifre.`;
}
