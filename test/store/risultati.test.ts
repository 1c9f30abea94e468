import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Quadro } from '../../functions/core/quadro.ts';
import { computeRisultati } from '../../functions/core/risultati.ts';
import type { Riga } from '../../functions/core/tabelle/tabella.ts';
import { toCanonico } from '../../functions/store/canonico.ts';
import { putContenuto } from '../../functions/store/contenuti.ts';
import type { Deposito, Risultati } from '../../functions/store/deposito.ts';
import { putRisultati, readRisultati } from '../../functions/store/risultati.ts';
import { createAmbito } from '../ingest/scena.ts';
import { type Banco, reopen, scanItems, startBanco } from './banco.ts';

let banco: Banco;
let deposito: Deposito;
beforeAll(async () => {
  banco = await startBanco();
  deposito = await banco.createDeposito();
});
afterAll(() => banco.stop());

test('the results are read back as they were computed, every figure with its own cells', async () => {
  const risultati = computeRisultati(createConteggio(20));
  const chiave = await putRisultati(deposito, risultati);
  const riletti = await readRisultati(reopen(deposito, banco), chiave);
  expect(toCanonico(riletti)).toBe(toCanonico(risultati));
  expect(riletti.osservazioni.some(({ ingressi }) => ingressi.length > 20)).toBe(true);
});

test('the cells of a figure keep its order, also where it takes them from here and there', async () => {
  const { osservazioni } = computeRisultati(createConteggio(5));
  const [prima] = osservazioni;
  if (!prima) throw new Error('no figure at all');
  const [a, b, c, d, e] = prima.ingressi;
  if (!a || !b || !c || !d || !e) throw new Error('too few cells');
  const liste = [[c, a, b], [], [e, d, c, b, a], [a], [d, e, a, b]];
  const risultati = { osservazioni: liste.map((ingressi) => ({ ...prima, ingressi })), segnalazioni: [] };
  const riletti = await readRisultati(reopen(deposito, banco), await putRisultati(deposito, risultati));
  expect(riletti.osservazioni.map(({ ingressi }) => ingressi)).toEqual(liste);
});

test('a count by twice as many ages takes about twice the room, though each of its shares comes from all of them', async () => {
  const [pochi, molti] = [await weigh(createConteggio(50)), await weigh(createConteggio(100))];
  expect(molti / pochi).toBeLessThan(2.5);
});

test('results of an earlier software, each figure with a copy of its cells, are read as ever', async () => {
  const risultati = computeRisultati(createConteggio(3));
  const chiave = await putContenuto(deposito, risultati);
  expect(toCanonico(await readRisultati(reopen(deposito, banco), chiave))).toBe(toCanonico(risultati));
});

/** The residents of the sample ambito by single years of age. */
function createConteggio(eta: number): Quadro {
  const ambito = createAmbito('fasano');
  const righe = ambito.comuni.flatMap(({ codiceIstat }, i) =>
    Array.from({ length: eta }, (_, anni): Riga => {
      const riga = 2 + i * eta + anni;
      const ultima = anni === eta - 1 ? `${anni}+` : String(anni);
      return {
        parte: 'intera',
        riga,
        valori: { comune: codiceIstat, anno: 2021, rilevazione: 'istat', eta: ultima, residenti: 100 + anni },
        posizioni: { residenti: { riga, colonna: 5, intestazione: 'residenti', scritto: String(100 + anni) } },
      };
    }),
  );
  const parti = [{ parte: 'intera', sha256: 'a'.repeat(64), fonte: { documento: 'Prova' }, righe: righe.length }];
  return {
    ambito,
    tabelle: new Map([['popolazione', { tipo: 'popolazione', versione: 1, parti, righe, dichiarati: [] }]]),
  };
}

/** @returns bytes of the blocks, before they are compressed */
async function weigh(quadro: Quadro): Promise<number> {
  const altro = await banco.createDeposito();
  const risultati: Risultati = computeRisultati(quadro);
  await putRisultati(altro, risultati);
  const items = await scanItems(altro);
  return items.reduce((somma, { dati }) => somma + gunzipSync(dati as Uint8Array).byteLength, 0);
}
