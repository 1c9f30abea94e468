/** Every order of the list, thousands at random, hundreds of bad networks, on one engine. Each engine is a file of its own: they go on together. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Conto,
  countChiamate,
  createConto,
  drawIntreccio,
  listIntrecci,
  playGuasti,
  playIntreccio,
  setTavolo,
  type Tavolo,
} from '../ingest/intrecci.ts';
import { createAvanzamento } from '../mutazioni/avanzamento.ts';
import { type Banco, MOTORI, startBanco } from '../store/banco.ts';

const A_CASO = 2_000;
const GUASTI = 300;

export function testIntrecci(nome: string): void {
  const motore = MOTORI.find((uno) => uno.nome === nome);

  describe.runIf(motore)(`over ${nome}`, () => {
    let banco: Banco;
    let tavolo: Tavolo;
    beforeAll(async () => {
      banco = await startBanco(motore);
      tavolo = await setTavolo(banco);
    });
    afterAll(() => banco.stop());

    /** Tells how far it is and, at the end, what was met. */
    async function playAll<C extends Conto>(prove: readonly ((conto: C) => Promise<void>)[], conto: C): Promise<void> {
      const titolo = `${nome}, ${expect.getState().currentTestName?.split(' > ').at(-1)}`;
      const tell = createAvanzamento(titolo, 'prove');
      const inizioMs = performance.now();
      for (const [fatte, play] of prove.entries()) {
        tell(fatte, prove.length);
        await play(conto);
      }
      const minuti = Math.round((performance.now() - inizioMs) / 60_000);
      console.info(`${titolo}: ${prove.length} prove in ${minuti} min, ${JSON.stringify(conto)}`);
    }

    test('each stopped at each of its calls, by each of the others, awake and asleep', async () => {
      const conto = createConto();
      const intrecci = listIntrecci(await countChiamate(tavolo));
      await playAll(
        intrecci.map((intreccio) => (c: Conto) => playIntreccio(tavolo, intreccio, c)),
        conto,
      );
      for (const quanti of Object.values(conto)) expect(quanti).toBeGreaterThan(0);
    });

    test(`${A_CASO} orders at random`, async () => {
      const conto = createConto();
      await playAll(
        Array.from({ length: A_CASO }, (_, seme) => (c: Conto) => playIntreccio(tavolo, drawIntreccio(seme), c)),
        conto,
      );
      for (const quanti of Object.values(conto)) expect(quanti).toBeGreaterThan(0);
    });

    test(`${GUASTI} times over a network that refuses, loses and halves`, async () => {
      const conto = { ...createConto(), limita: 0, 'perdi-risposta': 0, meta: 0 };
      await playAll(
        Array.from({ length: GUASTI }, (_, seme) => (c: typeof conto) => playGuasti(tavolo, seme, c)),
        conto,
      );
      expect(conto.atti).toBeGreaterThan(2 * GUASTI);
    });
  });
}
