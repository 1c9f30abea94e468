/** Two indicators: what few points bear to be said, and no more. */
import { describe, expect, test } from 'vitest';
import {
  buildDueIndicatori,
  countCoppie,
  findLegame,
  type Legame,
  tellDueIndicatori,
} from '../../../web/src/serie/due-indicatori.ts';
import { buildColonna } from '../../../web/src/serie/insieme.ts';
import { buildOsservazioni, CASARANO, describeIndicatore, type PerComune } from '../osservazioni.ts';

const NOMI = ['Casarano', 'Collepasso', 'Matino', 'Parabita', 'Ruffano', 'Supersano', 'Taurisano'];

function columnOf(id: string, valori: PerComune) {
  return buildColonna({
    ambito: CASARANO,
    indicatore: describeIndicatore(id),
    osservazioni: buildOsservazioni({ indicatore: id, periodo: '2021', valori }),
    richiesta: { dimensioni: {} },
  });
}

const byName = (numeri: readonly number[]): PerComune =>
  Object.fromEntries(numeri.map((numero, i) => [NOMI[i] ?? '', numero]));

const pair = (x: readonly number[], y: readonly number[]) =>
  buildDueIndicatori(columnOf('densita', byName(x)), columnOf('indice-vecchiaia', byName(y)));

interface Caso {
  titolo: string;
  x: number[];
  y: number[];
  coppie: [concordi: number, discordi: number];
  legame: Legame;
}

const CASI: Caso[] = [
  {
    titolo: 'always together',
    x: [1, 2, 3, 4, 5, 6, 7],
    y: [10, 20, 30, 40, 50, 60, 70],
    coppie: [21, 0],
    legame: 'insieme',
  },
  { titolo: 'always apart', x: [1, 2, 3, 4, 5, 6, 7], y: [7, 6, 5, 4, 3, 2, 1], coppie: [0, 21], legame: 'contrario' },
  { titolo: 'now so, now not', x: [1, 2, 3, 4, 5, 6, 7], y: [4, 1, 6, 3, 7, 2, 5], coppie: [12, 9], legame: 'nessuno' },
  { titolo: 'three comuni prove nothing', x: [1, 2, 3], y: [1, 2, 3], coppie: [3, 0], legame: 'pochi' },
  { titolo: 'ties make no pair', x: [1, 1, 1, 1], y: [1, 2, 3, 4], coppie: [0, 0], legame: 'nessuno' },
  {
    titolo: 'what reads the same is the same',
    x: [1.001, 1.002, 3, 4],
    y: [1, 2, 3, 4],
    coppie: [5, 0],
    legame: 'insieme',
  },
];

describe('whether two things go together', () => {
  test.each(CASI)('$titolo', ({ x, y, coppie: [concordi, discordi], legame }) => {
    const { punti } = pair(x, y);
    expect(countCoppie(punti)).toEqual({ concordi, discordi });
    expect(findLegame(punti)).toBe(legame);
  });

  test('the sentence counts the pairs and says how little they prove', () => {
    expect(tellDueIndicatori(pair([1, 2, 3, 4, 5, 6, 7], [7, 6, 5, 4, 3, 2, 1]))).toBe(
      'I due valori vanno quasi sempre in senso contrario: in 21 coppie di comuni su 21 chi è più alto in uno è più basso nell’altro. Sono sette comuni: abbastanza per guardare, troppo pochi per dire che una cosa dipenda dall’altra.',
    );
  });

  test('who lacks one of the two is no point, and is named with the reason', () => {
    const due = buildDueIndicatori(
      columnOf('densita', { Casarano: 500, Matino: 400, Parabita: 'non-trasmesso' }),
      columnOf('indice-vecchiaia', { Casarano: 186, Matino: 'in-verifica', Parabita: 236 }),
    );
    expect(due.punti.map(({ nome }) => nome)).toEqual(['Casarano']);
    const motivi = new Map(due.mancanti.map(({ nome, motivo }) => [nome, motivo]));
    expect(motivi.get('Parabita')).toBe('La fonte non riporta questo dato.');
    expect(motivi.get('Matino')).toBe('Il dato è in verifica presso l’Ufficio di Piano.');
    expect(tellDueIndicatori(due)).toContain('Soltanto un comune ha tutti e due i dati: troppo pochi');
  });
});
