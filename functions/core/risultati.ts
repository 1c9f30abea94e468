/** All that is computed from the tables of one edizione. */

import {
  type CellaCoinvolta,
  CODICI_CONTROLLO,
  type CodiceControllo,
  type Segnalazione,
} from './controlli/controllo.ts';
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

/**
 * The codes of the findings that a figure carries: those on the same comune (or on the ambito, both) about a cell that the
 * figure was computed from.
 * @returns sorted, without repetition
 */
export function codiciSegnalati(osservazione: Osservazione, segnalazioni: readonly Segnalazione[]): CodiceControllo[] {
  return indexSegnalazioni(segnalazioni)(osservazione);
}

/** `codiciSegnalati` for many observations: the findings are looked up by cell. */
export function indexSegnalazioni(
  segnalazioni: readonly Segnalazione[],
): (osservazione: Pick<Osservazione, 'comune' | 'ingressi'>) => CodiceControllo[] {
  const perCella = new Map<string, Set<CodiceControllo>>();
  for (const { codice, comune, celle } of segnalazioni) {
    for (const cella of celle) {
      const chiave = createChiave(comune, cella);
      perCella.set(chiave, (perCella.get(chiave) ?? new Set()).add(codice));
    }
  }
  return ({ comune, ingressi }) => {
    const trovati = ingressi.flatMap(({ tipo, parte, riga, colonna }) =>
      // A finding about a whole line names no column.
      [colonna, null].flatMap((una) => [
        ...(perCella.get(createChiave(comune, { tipo, parte, riga, colonna: una })) ?? []),
      ]),
    );
    return [...new Set(trovati)].sort();
  };
}

function createChiave(comune: string | null, { tipo, parte, riga, colonna }: CellaCoinvolta): string {
  return [comune, tipo, parte, riga, colonna].join('\t');
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
