/** Where a comune stands among the others, in neutral words: a place is not a mark. */
import type { Voce } from './confronto.ts';
import type { VocePresente } from './insieme.ts';
import { joinNomi, nameNumero } from './parole.ts';

const ORDINALI = [
  'primo',
  'secondo',
  'terzo',
  'quarto',
  'quinto',
  'sesto',
  'settimo',
  'ottavo',
  'nono',
  'decimo',
  'undicesimo',
  'dodicesimo',
];

export type Estremo = 'alto' | 'basso';

export interface Posto {
  /** `terzo valore su sette`, `valore più alto su sette, a pari con Matino`. */
  readonly testo: string;
  readonly estremo: Estremo | null;
}

/**
 * @param presenti the comuni that have a value, the highest first
 * @returns null where there is no other to stand among
 */
export function findPosto(presenti: readonly VocePresente[], voce: Voce): Posto | null {
  const sua = presenti.find(({ codice }) => codice === voce.codice);
  if (!sua) return null;
  const quanti = nameNumero(presenti.length);
  if (presenti.length === 1) return { testo: 'unico comune con il dato', estremo: null };
  // Equal as written, equal in place, whatever the further digits.
  const pari = presenti.filter(({ testo, codice }) => testo === sua.testo && codice !== sua.codice);
  if (pari.length === presenti.length - 1) return { testo: `lo stesso valore in tutti e ${quanti}`, estremo: null };
  const sopra = presenti.filter(({ valore, testo }) => valore > sua.valore && testo !== sua.testo).length;
  const sotto = presenti.length - 1 - sopra - pari.length;
  const insieme = pari.length > 0 ? `, a pari con ${joinNomi(pari.map(({ nome }) => nome))}` : '';
  if (sopra === 0) return { testo: `valore più alto su ${quanti}${insieme}`, estremo: 'alto' };
  if (sotto === 0) return { testo: `valore più basso su ${quanti}${insieme}`, estremo: 'basso' };
  const ordinale = ORDINALI[sopra] ?? `${sopra + 1}º`;
  return { testo: `${ordinale} valore su ${quanti}${insieme}`, estremo: null };
}
