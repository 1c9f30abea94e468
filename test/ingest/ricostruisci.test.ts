import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { rebuildEdizione } from '../../functions/ingest/ricostruisci.ts';
import { putAmbito } from '../../functions/store/ambiti.ts';
import { toCanonico } from '../../functions/store/canonico.ts';
import { FORMATO, keyBlocco } from '../../functions/store/chiavi.ts';
import { readRighe } from '../../functions/store/contenuti.ts';
import type { Deposito, Edizione } from '../../functions/store/deposito.ts';
import { commitEdizione, readEdizione } from '../../functions/store/edizioni.ts';
import { ContenutoGuastoError, NonPubblicabileError, NonTrovatoError } from '../../functions/store/errori.ts';
import { putRisultati } from '../../functions/store/risultati.ts';
import { type Banco, reopen, startBanco } from '../store/banco.ts';
import {
  ADESSO,
  assertCoerente,
  assertIntegro,
  COMUNI,
  createAmbito,
  famiglie,
  migrazioni,
  publishInFila,
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

function rebuild(dove = deposito): Promise<Edizione | null> {
  return rebuildEdizione(dove, { ambito: 'fasano', ruolo: 'amministratore', adesso: ADESSO });
}

async function readUltima(): Promise<Edizione> {
  const ultima = await readEdizione(deposito, 'fasano');
  if (!ultima) throw new Error('nessuna edizione');
  return ultima;
}

/** The rows of `famiglie` as a software before this one would have kept them: an older formato, without the places in the file. */
async function publishInFormatoVecchio(): Promise<void> {
  const ultima = await readUltima();
  const versione = ultima.versioni.famiglie;
  const [parte] = versione?.parti ?? [];
  if (!versione || !parte) throw new Error('famiglie non pubblicate');
  const { righe, dichiarati } = await readRighe(deposito, parte.contenuto);
  const valore = { righe: righe.map((riga) => ({ ...riga, posizioni: {} })), dichiarati };
  const testo = toCanonico({ formato: FORMATO - 1, valore });
  const contenuto = createHash('sha256').update(testo).digest('hex');
  const Item = { ...keyBlocco(contenuto, 0), formato: FORMATO - 1, blocchi: 1, dati: gzipSync(testo) };
  await deposito.db.send(new PutCommand({ TableName: deposito.tabella, Item }));
  const numero = ultima.numero + 1;
  const vecchia = { ...versione, versione: 2, edizione: numero, parti: [{ ...parte, contenuto }] };
  await commitEdizione(deposito, { ...ultima, numero, versioni: { ...ultima.versioni, famiglie: vecchia } });
}

test('rows in an older formato are read again from the original and published in the current one', async () => {
  await publishInFila(deposito, [migrazioni([10, 20, 30]), famiglie([1, 2, 3])]);
  const buona = await readUltima();
  await publishInFormatoVecchio();
  const nuova = await rebuild(reopen(deposito, banco));
  expect(nuova).toMatchObject({
    numero: 4,
    azione: 'ricalcolo',
    ruolo: 'amministratore',
    cosa: 'Riletti i file originali con la versione aggiornata del software: «Famiglie»',
    versioni: {
      famiglie: { versione: 3, edizione: 4, cambiamenti: { aggiunte: 0, modificate: 0, tolte: 0 } },
      migrazioni: { versione: 1, edizione: 1 },
    },
  });
  expect(nuova?.versioni.famiglie?.parti).toEqual(buona.versioni.famiglie?.parti);
  expect(await readUltima()).toEqual(nuova);
  if (nuova) await assertCoerente(reopen(deposito, banco), nuova);
});

test('results that this software computes otherwise are published, the tables as they are', async () => {
  await publishInFila(deposito, [famiglie([1, 2, 3])]);
  const ultima = await readUltima();
  const risultati = await putRisultati(deposito, { osservazioni: [], segnalazioni: [] });
  await commitEdizione(deposito, { ...ultima, numero: 2, risultati });
  const nuova = await rebuild();
  expect(nuova).toMatchObject({
    numero: 3,
    risultati: ultima.risultati,
    cosa: 'Ricalcolati gli indicatori con la versione aggiornata del software',
    caricamenti: [],
  });
  expect(nuova?.versioni).toEqual(ultima.versioni);
});

test('where nothing differs, nothing is published', async () => {
  await publishInFila(deposito, [famiglie([1, 2, 3]), migrazioni([10, 20, 30])]);
  expect((await rebuild(reopen(deposito, banco)))?.numero).toBe(2);
  expect(await assertIntegro(deposito)).toHaveLength(2);
});

test('where nothing was published, there is nothing to do', async () => {
  expect(await rebuild()).toBeNull();
});

test('an original that is gone is a fault, and what stands is left alone', async () => {
  await publishInFila(deposito, [famiglie([1, 2, 3])]);
  const originali = { put: async () => {}, get: async () => null, open: async () => null, sign: async () => '' };
  const esito = rebuild(reopen(deposito, { endpoint: banco.endpoint, originali }));
  await expect(esito).rejects.toBeInstanceOf(ContenutoGuastoError);
  await expect(esito).rejects.toThrow(/^originale [0-9a-f]{64} di «famiglie», parte «intera»: non c’è$/);
  expect(await assertIntegro(deposito)).toHaveLength(1);
});

test('a file that is no longer taken leaves what stands alone', async () => {
  await publishInFila(deposito, [famiglie([1, 2, 3])]);
  await putAmbito(deposito, { ...createAmbito(), comuni: COMUNI.slice(0, 2) });
  const esito = rebuild();
  await expect(esito).rejects.toBeInstanceOf(NonPubblicabileError);
  await expect(esito).rejects.toMatchObject({
    message:
      'La versione aggiornata del software non legge più la tabella «famiglie», parte «intera»: resta pubblicata com’è.',
    problemi: [{ riga: 4, regola: 'comune-estraneo' }],
  });
  expect((await readUltima()).numero).toBe(1);
});

test('an ambito that is not registered is not found', async () => {
  const altrove = { ambito: 'altrove', ruolo: 'amministratore', adesso: ADESSO };
  await expect(rebuildEdizione(deposito, altrove)).rejects.toThrow(
    new NonTrovatoError('L’ambito «altrove» non è registrato.'),
  );
});
