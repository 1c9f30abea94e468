import { afterEach, beforeEach, expect, test } from 'vitest';
import { rebuildAmbiti } from '../../functions/ingest/aggiorna.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { commitEdizione, readEdizione } from '../../functions/store/edizioni.ts';
import { putRisultati } from '../../functions/store/risultati.ts';
import { assertCoerente, famiglie, publishInFila, registerAmbito } from '../ingest/scena.ts';
import { type Banco, reopen, startBanco } from '../store/banco.ts';

let banco: Banco;
let deposito: Deposito;
beforeEach(async () => {
  banco = await startBanco();
  deposito = await banco.createDeposito();
  for (const id of ['fasano', 'lecce', 'vuoto']) await registerAmbito(deposito, id);
  for (const id of ['fasano', 'lecce']) await publishInFila(deposito, [famiglie([1, 2, 3])], id);
});
afterEach(() => banco.stop());

const now = () => new Date('2026-07-01T00:00:00Z');

async function readNumeri(): Promise<(number | undefined)[]> {
  const ambiti = ['fasano', 'lecce', 'vuoto'].map((id) => readEdizione(deposito, id));
  return (await Promise.all(ambiti)).map((edizione) => edizione?.numero);
}

test('what this version of the software published stays as it is', async () => {
  expect(await rebuildAmbiti(deposito, now)).toEqual([]);
  expect(await readNumeri()).toEqual([1, 1, undefined]);
});

test('figures that an earlier one computed otherwise are computed again, in that ambito alone', async () => {
  const prima = await readEdizione(deposito, 'lecce');
  const risultati = await putRisultati(deposito, { osservazioni: [], segnalazioni: [] });
  if (prima) await commitEdizione(deposito, { ...prima, numero: 2, risultati });
  expect(await rebuildAmbiti(deposito, now)).toEqual([]);
  expect(await readNumeri()).toEqual([1, 3, undefined]);
  const ultima = await readEdizione(deposito, 'lecce');
  if (ultima) await assertCoerente(deposito, ultima);
});

test('what cannot be brought up to date is told, and does not keep the others from it', async () => {
  const originali = { put: async () => {}, get: async () => null, open: async () => null, sign: async () => '' };
  const senza = reopen(deposito, { endpoint: banco.endpoint, originali });
  const avvisi = await rebuildAmbiti(senza, now);
  expect(avvisi.map((avviso) => avviso.replace(/[0-9a-f]{64}/, '…'))).toEqual([
    'fasano: originale … di «famiglie», parte «intera»: non c’è',
    'lecce: originale … di «famiglie», parte «intera»: non c’è',
  ]);
  expect(await readNumeri()).toEqual([1, 1, undefined]);
});
