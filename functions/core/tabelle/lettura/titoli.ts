/** Lines above a header: titles stand in one cell. A line with more may be a row that was moved, and would be lost in silence. */
import type { Linea, Tavola } from './layout.ts';

export const MOTIVO_TITOLO = 'titolo, prima dell’intestazione';
export const MOTIVO_TOTALE_SOPRA = 'totale sopra l’intestazione: non è confrontato con la somma';
const ATTESO = 'un titolo, in una cella sola: le righe della tabella stanno sotto l’intestazione';

export function excludeTitolo(tavola: Tavola, linea: Linea): void {
  if (linea.celle.filter((cella) => cella.trim() !== '').length > 1) tavola.refuse(linea, ATTESO);
  else tavola.exclude(linea, MOTIVO_TITOLO);
}

/** A total states what the table adds up to: where it is not used as a control, who brought it must know. */
export function warnTotaleSopra(riga: number): string {
  return `La riga ${riga} sembra un totale, ma sta sopra l’intestazione: non è stata confrontata con la somma delle righe. Messa sotto la tabella, lo sarebbe.`;
}
