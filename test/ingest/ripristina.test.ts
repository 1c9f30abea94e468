import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishCaricamenti } from '../../functions/ingest/pubblica.ts';
import { restoreVersione } from '../../functions/ingest/ripristina.ts';
import { putAmbito } from '../../functions/store/ambiti.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { NonPubblicabileError, NonTrovatoError } from '../../functions/store/errori.ts';
import { readRisultati } from '../../functions/store/risultati.ts';
import { type Banco, pauseCalls, reopen, startBanco } from '../store/banco.ts';
import {
  ADESSO,
  assertIntegro,
  COMUNI,
  createAmbito,
  type Documento,
  famiglie,
  migrazioni,
  popolazione,
  publishInFila,
  receive,
  registerAmbito,
} from './scena.ts';

let banco: Banco;
let deposito: Deposito;
beforeAll(async () => {
  banco = await startBanco();
});
afterAll(() => banco.stop());
beforeEach(async () => {
  deposito = await banco.createDeposito();
  await registerAmbito(deposito);
});

function restore(versione: number, tipo: 'famiglie' | 'popolazione' = 'famiglie') {
  return restoreVersione(deposito, { ambito: 'fasano', tipo, versione, ruolo: 'responsabile', adesso: ADESSO });
}

test('an earlier versione becomes current as a new one', async () => {
  await publishInFila(deposito, [famiglie([1, 2, 3]), famiglie([4, 5, 6]), migrazioni([10, 20, 30])]);
  expect(await restore(1)).toEqual({ edizione: 4, tipo: 'famiglie', versione: 3 });
  const edizioni = await assertIntegro(reopen(deposito, banco));
  expect(edizioni[3]).toMatchObject({
    azione: 'ripristino',
    ruolo: 'responsabile',
    caricamenti: [],
    cosa: 'Ripristinata la versione 1 della tabella «Famiglie», come versione 3',
    versioni: {
      famiglie: { versione: 3, parteNuova: 'intera', cambiamenti: { aggiunte: 0, modificate: 3, tolte: 0 } },
    },
  });
  expect(edizioni[3]?.versioni.famiglie?.parti).toEqual(edizioni[0]?.versioni.famiglie?.parti);
});

test('what other tables yield with it is computed anew', async () => {
  await publishInFila(deposito, [popolazione([1000, 2000, 3000]), popolazione([1, 2, 3]), migrazioni([10, 20, 30])]);
  await restore(1, 'popolazione');
  const edizioni = await assertIntegro(deposito);
  const tassi = await Promise.all(
    edizioni.slice(2).map(async ({ risultati }) => {
      const { osservazioni } = await readRisultati(deposito, risultati);
      return osservazioni.find((una) => una.indicatore === 'tasso-migratorio' && una.comune === '074012')?.valore;
    }),
  );
  expect(tassi).toEqual([5000, 5]);
});

test('asked again, it makes nothing new and answers the same', async () => {
  await publishInFila(deposito, [famiglie([1, 2, 3]), famiglie([4, 5, 6])]);
  const prima = await restore(1);
  expect(await restore(1)).toEqual(prima);
  expect(await assertIntegro(deposito)).toHaveLength(3);
});

test('parti that came later go, those that went come back', async () => {
  await publishInFila(deposito, [
    famiglie([1, 2, 3], { anno: 2020, parte: '2020' }),
    famiglie([4, 5, 6], { anno: 2021, parte: '2021' }),
  ]);
  expect(await restore(1)).toEqual({ edizione: 3, tipo: 'famiglie', versione: 3 });
  expect(await restore(2)).toEqual({ edizione: 4, tipo: 'famiglie', versione: 4 });
  const edizioni = await assertIntegro(deposito);
  expect(edizioni.map(({ versioni }) => versioni.famiglie?.parti.map(({ parte }) => parte))).toEqual([
    ['2020'],
    ['2020', '2021'],
    ['2020'],
    ['2020', '2021'],
  ]);
  expect(edizioni[2]?.versioni.famiglie?.cambiamenti).toEqual({ aggiunte: 0, modificate: 0, tolte: 3 });
});

test('a versione that never was is not found', async () => {
  await publishInFila(deposito, [famiglie([1, 2, 3])]);
  await expect(restore(2)).rejects.toThrow(
    new NonTrovatoError(
      'La versione 2 della tabella «famiglie» non esiste. Quelle che ci sono, in /api/v1/ambiti/fasano/tabelle/famiglie/versioni.',
    ),
  );
  await expect(restore(1, 'popolazione')).rejects.toBeInstanceOf(NonTrovatoError);
});

describe('while somebody publishes', () => {
  /** Restores, and right before it writes its first content somebody else has published. */
  async function restoreDopo(documento: Documento) {
    const lento = reopen(deposito, banco);
    let fatto = false;
    pauseCalls(lento, {
      prima: async (operazione) => {
        if (operazione !== 'BatchWriteItem' || fatto) return;
        fatto = true;
        await publishInFila(deposito, [documento]);
      },
    });
    const richiesta = {
      ambito: 'fasano',
      tipo: 'famiglie',
      versione: 1,
      ruolo: 'responsabile',
      adesso: ADESSO,
    } as const;
    return restoreVersione(lento, richiesta);
  }
  beforeEach(() => publishInFila(deposito, [famiglie([1, 2, 3]), famiglie([4, 5, 6])]));

  test('the same tipo, it is in conflict: what was published stays', async () => {
    await expect(restoreDopo(famiglie([7, 8, 9]))).rejects.toMatchObject({
      name: 'ConflittoError',
      cambiamenti: [{ tipo: 'famiglie', versione: 3 }],
    });
    expect(await assertIntegro(deposito)).toHaveLength(3);
  });

  test('another tipo, it comes after', async () => {
    expect(await restoreDopo(migrazioni([10, 20, 30]))).toEqual({ edizione: 4, tipo: 'famiglie', versione: 3 });
    expect((await assertIntegro(deposito)).map(({ azione }) => azione).slice(2)).toEqual([
      'pubblicazione',
      'ripristino',
    ]);
  });
});

test('together with a publication of the same tipo, the log stays whole', async () => {
  await publishInFila(deposito, [famiglie([1, 2, 3]), famiglie([4, 5, 6])]);
  const { id, base } = await receive(deposito, famiglie([7, 8, 9]));
  const richiesta = { ambito: 'fasano', ids: [id], base, ruolo: 'responsabile', adesso: ADESSO };
  await Promise.allSettled([restore(1), publishCaricamenti(reopen(deposito, banco), richiesta), restore(1)]);
  expect((await assertIntegro(reopen(deposito, banco))).length).toBeGreaterThan(2);
});

test('a versione that would not stand beside the comuni of today is refused', async () => {
  await publishInFila(deposito, [famiglie([1, 2, 3]), famiglie([4, 5, 6])]);
  const comuni = [...COMUNI, { codiceIstat: '074999', nome: 'Nuovo Comune' }];
  await putAmbito(deposito, { ...createAmbito(), comuni });
  await expect(restore(1)).rejects.toBeInstanceOf(NonPubblicabileError);
});
