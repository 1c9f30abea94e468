/** A value that is not stated, a line, a column, a table that is not there: no figure takes it for zero, and each says why it is missing. */
import { expect, test } from 'vitest';
import { getIndicatore } from '../../../functions/core/indicatori/index.ts';
import type { Osservazione } from '../../../functions/core/indicatori/indicatore.ts';
import { createQuadro, type FoglioDiProva } from '../quadri.ts';
import {
  listSenzaUnaCella,
  listSenzaUnaColonna,
  listSenzaUnaRiga,
  listSenzaUnFoglio,
  type Variante,
} from '../varianti.ts';
import { CASI } from './casi.ts';

const listMancanti = (fogli: readonly FoglioDiProva[]): Variante[] =>
  [listSenzaUnaCella, listSenzaUnaRiga, listSenzaUnaColonna, listSenzaUnFoglio].flatMap((list) => list(fogli));

const compute = (id: string, fogli: readonly FoglioDiProva[]): Osservazione[] =>
  getIndicatore(id)?.compute(createQuadro({ fogli })) ?? [];

/** A blank does not stop them: days of a calendar, sums and counts of what is there, whose notes tell what is not. */
const FANNO_SENZA: ReadonlySet<string> = new Set([
  'passo-lineare',
  'programmato',
  'programmato-procapite',
  'interventi-previsti',
  'interventi-finanziati',
  'interventi-attivi',
]);

test.each(CASI)('$id: $titolo: a figure either is a number or says why it is missing', ({ id, fogli }) => {
  for (const [nome, senza] of listMancanti(fogli)) {
    for (const { valore, assenza, note } of compute(id, senza)) {
      expect([nome, valore === null ? typeof assenza : Number.isFinite(valore)]).toEqual([
        nome,
        valore === null ? 'string' : true,
      ]);
      expect(`${nome}: ${note.join(' ')}`).not.toMatch(/\b(?:NaN|undefined|null)\b/);
    }
  }
});

test.each(CASI.filter(({ id }) => !FANNO_SENZA.has(id)))(
  '$id: $titolo: a figure computed from a cell that states nothing has no value',
  ({ id, fogli }) => {
    for (const [nome, conVuoto] of listSenzaUnaCella(fogli)) {
      const conValore = compute(id, conVuoto).filter(({ valore }) => valore !== null);
      const daVuote = conValore.filter(({ ingressi }) => ingressi.some(({ valore }) => valore === null));
      expect([
        nome,
        daVuote.map(({ periodo, comune, dimensioni, valore }) => [periodo, comune, dimensioni, valore]),
      ]).toEqual([nome, []]);
    }
  },
);
