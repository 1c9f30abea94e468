/** The table of which a file has the headings, where it was taken for another: whoever chose the wrong one is told which it may be. */
import type { CaricamentoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { normalizeTesto } from '../../../functions/core/testo.ts';
import type { Linea } from './linee.ts';

/** A header stands among the first lines. */
const LINEE_DI_TESTA = 10;
/** One word may be in any table. */
const MINIME = 2;

const DI_INTESTAZIONE: ReadonlySet<string> = new Set(['intestazione-non-trovata', 'colonna-mancante']);

/** @returns undefined where the header was understood, or is of no other table */
export function findAltraTabella(
  { tipo, problemi }: Pick<CaricamentoDto, 'tipo' | 'problemi'>,
  linee: readonly Linea[],
  tipi: readonly TipoDto[],
): TipoDto | undefined {
  if (!problemi.some(({ regola }) => DI_INTESTAZIONE.has(regola))) return undefined;
  const testate = linee.slice(0, LINEE_DI_TESTA).map(({ celle }) => new Set(celle.map(normalizeTesto)));
  const inComune = countTitoli(tipi);
  const contati = tipi.map((uno) => ({ uno, quante: countColonne(uno, testate, inComune) }));
  const sua = contati.find(({ uno }) => uno.id === tipo)?.quante ?? 0;
  const [prima, seconda] = contati.toSorted((a, b) => b.quante - a.quante);
  if (!prima || prima.quante < MINIME || prima.quante === sua || prima.quante === seconda?.quante) return undefined;
  return prima.uno;
}

/** In how many of the tables a heading may stand. */
function countTitoli(tipi: readonly TipoDto[]): ReadonlyMap<string, number> {
  const quanti = new Map<string, number>();
  for (const titolo of tipi.flatMap(({ colonne }) => [...new Set(colonne.flatMap(listTitoli))])) {
    quanti.set(titolo, (quanti.get(titolo) ?? 0) + 1);
  }
  return quanti;
}

/** Columns that are of this table alone, in the line that has most of them. */
function countColonne(
  { colonne }: TipoDto,
  testate: readonly ReadonlySet<string>[],
  inComune: ReadonlyMap<string, number>,
): number {
  const proprie = colonne.map((colonna) => listTitoli(colonna).filter((titolo) => inComune.get(titolo) === 1));
  return Math.max(0, ...testate.map((celle) => proprie.filter((titoli) => titoli.some((t) => celle.has(t))).length));
}

function listTitoli({ id, titolo, sinonimi }: TipoDto['colonne'][number]): string[] {
  return [id, titolo, ...sinonimi].map(normalizeTesto);
}
