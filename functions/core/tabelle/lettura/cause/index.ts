/** The causes that stand behind many problems at once, in the order in which a person should mend them. */
import type { Interprete } from '../interprete.ts';
import type { ElencoProblemi } from '../problemi.ts';
import type { CercaCausa, Indizi } from './causa.ts';
import { CELLE_IN_MENO, CELLE_IN_PIU, findCelleSpostate } from './celle-spostate.ts';
import { CODIFICA_SOSPETTA, findCodifica } from './codifica.ts';
import { CODICI_SENZA_ZERO, COMUNI_ALTRUI, findCodiciSenzaZero, findComuniAltrui } from './comuni-altrui.ts';
import { CONTESTO_CONTRADDETTO, findContestoContraddetto } from './contesto-contraddetto.ts';
import { DATE_AMERICANE, findDateAmericane } from './date-americane.ts';
import { findNumeriInglesi, NUMERI_INGLESI } from './numeri-inglesi.ts';
import type { SegniGuasti } from './segni-guasti.ts';

const CAUSE: readonly CercaCausa[] = [
  findCodifica,
  findCelleSpostate,
  findComuniAltrui,
  findCodiciSenzaZero,
  findNumeriInglesi,
  findDateAmericane,
  findContestoContraddetto,
];

interface DaSpiegare extends Pick<Indizi, 'righe' | 'correzioni'> {
  readonly segni: SegniGuasti;
}

/** The rules by which a cause is told: each of its problems stays, and says the rest. */
export const REGOLE_CAUSE: ReadonlySet<string> = new Set([
  CODIFICA_SOSPETTA,
  CELLE_IN_PIU,
  CELLE_IN_MENO,
  COMUNI_ALTRUI,
  CODICI_SENZA_ZERO,
  NUMERI_INGLESI,
  DATE_AMERICANE,
  CONTESTO_CONTRADDETTO,
]);

/** Puts before the problems of a file what they have in common; letters that were broken are a problem by themselves where they are data. */
export function tellCause({ segni, ...noti }: DaSpiegare, problemi: ElencoProblemi, interprete: Interprete): void {
  const neiDati = segni.neiDati.filter(({ riga }) => !interprete.isEsclusa(riga));
  const { codifica, separatore } = interprete;
  const indizi: Indizi = {
    ...noti,
    guaste: problemi.totale > 0 ? [...segni.inTesta, ...neiDati] : neiDati,
    problemi: problemi.problemi,
    altri: problemi.totale > problemi.problemi.length,
    codifica,
    separatore,
  };
  problemi.addPrima(CAUSE.flatMap((find) => find(indizi) ?? []));
}
