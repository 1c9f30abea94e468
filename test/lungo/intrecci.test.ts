import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  countChiamate,
  createConto,
  drawIntreccio,
  listIntrecci,
  playGuasti,
  playIntreccio,
  setTavolo,
  type Tavolo,
} from '../ingest/intrecci.ts';
import { type Banco, MOTORI, startBanco } from '../store/banco.ts';

const A_CASO = 2_000;
const GUASTI = 300;

describe.each(MOTORI)('over $nome', (motore) => {
  let banco: Banco;
  let tavolo: Tavolo;
  beforeAll(async () => {
    banco = await startBanco(motore);
    tavolo = await setTavolo(banco);
  });
  afterAll(() => banco.stop());

  test('each stopped at each of its calls, by each of the others, awake and asleep', async () => {
    const conto = createConto();
    for (const intreccio of listIntrecci(await countChiamate(tavolo))) await playIntreccio(tavolo, intreccio, conto);
    for (const quanti of Object.values(conto)) expect(quanti).toBeGreaterThan(0);
  });

  test(`${A_CASO} orders at random`, async () => {
    const conto = createConto();
    for (let seme = 0; seme < A_CASO; seme++) await playIntreccio(tavolo, drawIntreccio(seme), conto);
    for (const quanti of Object.values(conto)) expect(quanti).toBeGreaterThan(0);
  });

  test(`${GUASTI} times over a network that refuses, loses and halves`, async () => {
    const conto = { ...createConto(), limita: 0, 'perdi-risposta': 0, meta: 0 };
    for (let seme = 0; seme < GUASTI; seme++) await playGuasti(tavolo, seme, conto);
    expect(conto.atti).toBeGreaterThan(2 * GUASTI);
  });
});
