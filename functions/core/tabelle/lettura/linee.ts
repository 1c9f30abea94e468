/** Which lines below a header are not facts: blank ones, notes, totals, the header again. */
import { normalizeTesto } from './testo.ts';

export type Specie = 'vuota' | 'nota' | 'totale' | 'percentuali' | 'altra';

const NOTA =
  /^\s*(?:fonte|fonti|nota|note|avvertenz[ae]|n\.?\s?b\.?)\s*[:.)]|^\s*(?:elaborazion[ei]\b|\*|\(\*|\(\d\)|[¹²³])/i;
/** How a form ends, in a cell of its own: `Data: 12/03/2022`, `Il Responsabile del Servizio`. */
const CHIUSURA = /^\s*(?:(?:luogo e )?data|firma)\s*:|^\s*(?:il|la) (?:responsabile|dirigente)\b/i;
const TOTALE = /^(?:valore |importo |somma )?total[ei]\b/;
const PERCENTUALI =
  /^(?:(?:total[ei]|valori|quote|incidenza) )?(?:in |percentual[ei]\b)?(?:%|percentual[ei]\b|percento\b|valore percentuale)/;
/** A line of this many words in its only cell is prose, not a row. */
const PAROLE_DI_UNA_FRASE = 6;

/** @param etichetta the cell that names the line, as written */
export function classifyEtichetta(etichetta: string): 'totale' | 'percentuali' | null {
  const normale = normalizeTesto(etichetta);
  if (PERCENTUALI.test(normale)) return 'percentuali';
  return TOTALE.test(normale) ? 'totale' : null;
}

/** @param inTesto true where the first filled cell may hold a long text and be a row all the same */
export function classifyLinea(celle: readonly string[], inTesto = false): Specie {
  const piene = celle.filter((cella) => cella.trim() !== '');
  const prima = piene[0];
  if (prima === undefined) return 'vuota';
  if (NOTA.test(prima)) return 'nota';
  const etichetta = classifyEtichetta(prima);
  if (etichetta) return piene.length > 1 ? etichetta : 'altra';
  if (inTesto || piene.length > 1) return 'altra';
  return CHIUSURA.test(prima) || normalizeTesto(prima).split(' ').length >= PAROLE_DI_UNA_FRASE ? 'nota' : 'altra';
}

const FILETTO = /^:?-{2,}:?$/;

/** Nothing in any cell, or only the dashes that rule a line across a table in a text (`---|:--:`): they name no row and no figure. */
export function isVuota(celle: readonly string[]): boolean {
  for (const cella of celle) {
    if (cella === '') continue;
    const scritto = cella.trim();
    if (scritto !== '' && !FILETTO.test(scritto)) return false;
  }
  return true;
}

/**
 * Whether a line has a cell for each named column of its header and nothing past them: a lost or a doubled separator would shift the
 * figures unseen.
 */
export function isAllineata(celle: readonly string[], intestazione: readonly string[]): boolean {
  const larghezza = intestazione.findLastIndex((testo) => testo.trim() !== '') + 1;
  return celle.length >= larghezza && celle.length <= intestazione.length && isVuota(celle.slice(larghezza));
}

/** What is told of a line that is not. */
export const ATTESA_ALLINEATA =
  'una cella per ogni colonna dell’intestazione, vuota dove il dato non c’è, e niente oltre (un testo con il carattere che separa le colonne va tra virgolette)';
