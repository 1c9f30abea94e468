/** Names of points keep off one another, and off the lines of the ambito, at any width. */
import { expect, test } from 'vitest';
import { boxOf, placeNomi } from '../../../web/src/grafici/etichette-punti.ts';
import { estimateLarghezza } from '../../../web/src/grafici/testo.ts';

/** Spesa storica per head against indice di vecchiaia, Piano Sociale di Zona 2022-2024 di Casarano, par. 1 and 1.4. */
const PUNTI = [
  ['Casarano', 24.44, 186.35],
  ['Collepasso', 17.16, 318.92],
  ['Matino', 32.33, 192.7],
  ['Parabita', 24.6, 236.0],
  ['Ruffano', 24.08, 191.5],
  ['Supersano', 41.35, 181.82],
  ['Taurisano', 22.26, 169.94],
] as const;

const ALTEZZA = 380;
const toX = (euro: number) => ((euro - 10) / 40) * 100;
const toY = (indice: number) => (1 - (indice - 150) / 200) * ALTEZZA;

test.each([250, 560, 980])('at %d px no name covers another, nor stands on a line', (larga) => {
  const punti = PUNTI.map(([nome, x, y]) => ({ x: toX(x), y: toY(y), larghezza: estimateLarghezza(nome, 14) }));
  const linee = { x: toX(25.73), y: toY(199.28) };
  const pose = placeNomi(punti, { larghezze: [250, 560, 980], altezza: ALTEZZA, linee });
  const scatole = punti.map((punto, i) => ({
    nome: PUNTI[i]?.[0],
    ...boxOf(punto, pose[i] ?? { dx: 0, dy: 0, ancora: 'start' }, larga),
  }));
  const retta = (linee.x / 100) * larga;
  expect(scatole.filter(({ x1, x2 }) => x1 < retta && retta < x2)).toEqual([]);
  expect(scatole.filter(({ y1, y2 }) => y1 < linee.y && linee.y < y2)).toEqual([]);
  const sopra = scatole.flatMap((a, i) =>
    scatole
      .slice(i + 1)
      .filter((b) => Math.min(a.x2, b.x2) > Math.max(a.x1, b.x1) && Math.min(a.y2, b.y2) > Math.max(a.y1, b.y1))
      .map((b) => `${a.nome} and ${b.nome}`),
  );
  expect(sopra).toEqual([]);
});
