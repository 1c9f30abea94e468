/** All that is computed from the tables of one edizione. */

import { CODICI_CONTROLLO, type Segnalazione } from './controlli/controllo.ts';
import { CONTROLLI } from './controlli/index.ts';
import { INDICATORI } from './indicatori/index.ts';
import { DIMENSIONI, type Osservazione } from './indicatori/indicatore.ts';
import type { Quadro } from './quadro.ts';

/**
 * @returns observations in the order of the catalogue, then by periodo, dimensions and comune (the ambito first);
 *   findings in the order of the contract's codes, then by table and place. The same Quadro always gives the same results.
 */
export function computeRisultati(quadro: Quadro): { osservazioni: Osservazione[]; segnalazioni: Segnalazione[] } {
  return {
    osservazioni: INDICATORI.flatMap((indicatore) => indicatore.compute(quadro).toSorted(compareOsservazioni)),
    segnalazioni: CONTROLLI.flatMap((controllo) => controllo.run(quadro)).toSorted(compareSegnalazioni),
  };
}

function compareOsservazioni(a: Osservazione, b: Osservazione): number {
  return (
    compareTesti(a.periodo, b.periodo) ||
    compareTesti(describeDimensioni(a), describeDimensioni(b)) ||
    compareTesti(a.comune ?? '', b.comune ?? '')
  );
}

function describeDimensioni({ dimensioni }: Osservazione): string {
  return DIMENSIONI.map((dimensione) => dimensioni[dimensione] ?? '').join('\t');
}

function compareSegnalazioni(a: Segnalazione, b: Segnalazione): number {
  return (
    CODICI_CONTROLLO.indexOf(a.codice) - CODICI_CONTROLLO.indexOf(b.codice) ||
    compareTesti(a.tipo, b.tipo) ||
    compareTesti(a.parte, b.parte) ||
    (a.riga ?? 0) - (b.riga ?? 0) ||
    (a.colonna ?? 0) - (b.colonna ?? 0) ||
    compareTesti(a.comune ?? '', b.comune ?? '') ||
    compareTesti(a.periodo ?? '', b.periodo ?? '') ||
    compareTesti(a.messaggio, b.messaggio)
  );
}

function compareTesti(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
