/** The causes that stand behind many problems at once, in the order in which a person should mend them. */
import type { Interprete } from '../interprete.ts';
import type { ElencoProblemi } from '../problemi.ts';
import type { CercaCausa, Indizi } from './causa.ts';
import { CELLE_IN_MENO, CELLE_IN_PIU, findCelleSpostate } from './celle-spostate.ts';
import { CODIFICA_SOSPETTA, findCodifica } from './codifica.ts';
import { CODICI_SENZA_ZERO, COMUNI_ALTRUI, findCodiciSenzaZero, findComuniAltrui } from './comuni-altrui.ts';
import { DATE_AMERICANE, findDateAmericane } from './date-americane.ts';
import { findNumeriInglesi, NUMERI_INGLESI } from './numeri-inglesi.ts';
import { describeGuaste } from './segni-guasti.ts';

const CAUSE: readonly CercaCausa[] = [
  findCodifica,
  findCelleSpostate,
  findComuniAltrui,
  findCodiciSenzaZero,
  findNumeriInglesi,
  findDateAmericane,
];

/** The rules by which a cause is told: each of its problems stays, and says the rest. */
export const REGOLE_CAUSE: ReadonlySet<string> = new Set([
  CODIFICA_SOSPETTA,
  CELLE_IN_PIU,
  CELLE_IN_MENO,
  COMUNI_ALTRUI,
  CODICI_SENZA_ZERO,
  NUMERI_INGLESI,
  DATE_AMERICANE,
]);

/**
 * Puts before the problems of a file what they have in common. Letters broken in a title or a note alone are no problem of the data: the
 * preview tells them.
 */
export function tellCause(
  indizi: Omit<Indizi, 'problemi' | 'altri' | 'codifica' | 'separatore'>,
  problemi: ElencoProblemi,
  interprete: Interprete,
): void {
  const { guaste } = indizi;
  const inDati = guaste.filter(({ riga }) => !interprete.isEsclusa(riga));
  if (guaste.length > 0 && inDati.length === 0 && problemi.totale === 0) {
    interprete.warn(`Titoli o note hanno lettere guaste ${describeGuaste(guaste)}: i dati sono stati letti lo stesso.`);
    return;
  }
  const { codifica, separatore } = interprete;
  const altri = problemi.totale > problemi.problemi.length;
  const noti = { ...indizi, problemi: problemi.problemi, altri, codifica, separatore };
  problemi.addPrima(CAUSE.flatMap((find) => find({ ...noti, guaste: inDati.length > 0 ? inDati : guaste }) ?? []));
}
