/** Merged cells show one value, that of their first cell: what the others may still hold is not on the sheet that people see. */
import { createDanneggiato } from './xlsx-errore.ts';
import { MASSIME_COLONNE, type RigaFoglio } from './xlsx-foglio.ts';
import { type Area, Luoghi } from './xlsx-riferimento.ts';

/**
 * Empties the cells that a merged area covers, in place. Rows are in order; areas are taken in order too, so that each row meets only
 * those that cross it, however many there are.
 * @returns the covered cells that held a value
 */
export function clearCoperte(righe: readonly RigaFoglio[], unite: readonly Area[]): Luoghi {
  const coperte = new Luoghi();
  const inAttesa = unite.filter(({ daColonna }) => daColonna <= MASSIME_COLONNE).sort((a, b) => b.daRiga - a.daRiga);
  let attive: Area[] = [];
  for (const { riga, celle } of righe) {
    for (let prossima = inAttesa.at(-1); prossima && prossima.daRiga <= riga; prossima = inAttesa.at(-1)) {
      inAttesa.pop();
      if (prossima.aRiga >= riga) attive.push(prossima);
    }
    attive = attive.filter(({ aRiga }) => aRiga >= riga);
    if (attive.length > MASSIME_COLONNE) throw createDanneggiato('le sue celle unite si sovrappongono');
    for (const area of attive) clearRiga({ riga, celle }, area, coperte);
    while (celle.length > 0 && celle.at(-1) === '') celle.pop();
  }
  return coperte;
}

function clearRiga({ riga, celle }: RigaFoglio, area: Area, coperte: Luoghi): void {
  const prima = riga === area.daRiga ? area.daColonna + 1 : area.daColonna;
  for (let colonna = prima; colonna <= Math.min(area.aColonna, celle.length); colonna++) {
    if (celle[colonna - 1] === '') continue;
    celle[colonna - 1] = '';
    coperte.add(riga, colonna);
  }
}
