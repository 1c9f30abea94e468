/** A table turned on its side: the comuni one per column, where a line of ours speaks of one. */
import { AMBITO_INTERO } from '../../ambito.ts';
import type { Tipo } from '../tipo.ts';
import type { LettoreComuni } from './comuni.ts';
import type { Intestazione } from './intestazione.ts';
import type { Linea } from './layout.ts';
import type { Problema } from './problema.ts';

/** Fewer on one line may be a title that names them. */
const MINIMI = 3;
const MASSIMI_DETTI = 3;

/** @returns what to do, where the table is one; null where it is none */
export function findGirata(
  linee: readonly Linea[],
  intestazione: Intestazione | null,
  { tipo, readComune }: { readonly tipo: Tipo; readonly readComune: LettoreComuni },
): Problema | null {
  const conComune = intestazione?.colonne.some(({ colonna }) =>
    ['comune', 'codice_istat'].includes(colonna?.colonna ?? ''),
  );
  if (conComune || !tipo.chiave.includes('comune')) return null;
  for (const { riga, celle } of linee) {
    const comuni = new Map<string, string>();
    for (const cella of celle) {
      const letto = readComune(cella);
      if (typeof letto === 'string' && letto !== AMBITO_INTERO) comuni.set(letto, cella.trim());
    }
    if (comuni.size >= MINIMI) return describeGirata(riga, [...comuni.values()]);
  }
  return null;
}

function describeGirata(riga: number, nomi: readonly string[]): Problema {
  const detti = nomi.slice(0, MASSIMI_DETTI).map((nome) => `«${nome}»`);
  return {
    riga,
    colonna: null,
    valore: null,
    regola: 'tabella-girata',
    messaggio: `I comuni stanno uno per colonna (${detti.join(', ')}${nomi.length > MASSIMI_DETTI ? '…' : ''}), mentre ogni comune vuole le sue righe: la tabella va girata. In un foglio di calcolo si copia, poi «Incolla speciale» con «Trasponi», e si salva di nuovo.`,
  };
}
