import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Banco, startBanco } from '../store/banco.ts';
import {
  ATTORI,
  countChiamate,
  createConto,
  drawIntreccio,
  listIntrecci,
  playGuasti,
  playIntreccio,
  setTavolo,
  type Tavolo,
} from './intrecci.ts';

/** Of all the orders, one in so many at every commit; all of them in `npm run lungo`. */
const UNO_OGNI = 97;
const A_CASO = 12;

let banco: Banco;
let tavolo: Tavolo;
beforeAll(async () => {
  banco = await startBanco();
  tavolo = await setTavolo(banco);
});
afterAll(() => banco.stop());

test('three publishers, a restore, clean-up and a slow reader, in any order: nothing torn, nothing lost, nothing stale', async () => {
  const chiamate = await countChiamate(tavolo);
  expect(chiamate).toHaveLength(ATTORI.length);
  const conto = createConto();
  const scelti = listIntrecci(chiamate).filter((_, i) => i % UNO_OGNI === 0);
  for (const intreccio of scelti) await playIntreccio(tavolo, intreccio, conto);
  for (let seme = 0; seme < A_CASO; seme++) await playIntreccio(tavolo, drawIntreccio(seme), conto);
  // Each outcome was met, or the orders tried nothing.
  for (const quanti of Object.values(conto)) expect(quanti).toBeGreaterThan(0);
});

test('all of them at once over a network that refuses, loses and halves: the same', async () => {
  const conto = { ...createConto(), limita: 0, 'perdi-risposta': 0, meta: 0 };
  for (let seme = 0; seme < 4; seme++) await playGuasti(tavolo, seme, conto);
  expect(conto.atti).toBeGreaterThan(8);
  for (const quanti of [conto.limita, conto['perdi-risposta'], conto.meta]) expect(quanti).toBeGreaterThan(0);
});
