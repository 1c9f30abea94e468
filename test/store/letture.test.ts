import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAmbiti, putAmbito, readAmbito } from '../../functions/store/ambiti.ts';
import { putArrivo, readArrivo } from '../../functions/store/arrivi.ts';
import { listCaricamenti, readCaricamento } from '../../functions/store/caricamenti.ts';
import { putContenuto, readContenuto } from '../../functions/store/contenuti.ts';
import { commitEdizione, listEdizioni, readEdizione } from '../../functions/store/edizioni.ts';
import { NonTrovatoError } from '../../functions/store/errori.ts';
import { clearOrfani } from '../../functions/store/orfani.ts';
import { readTabella } from '../../functions/store/quadro.ts';
import { createAmbito } from '../ingest/scena.ts';
import { type Banco, reopen, startBanco } from './banco.ts';
import { createArrivo, createCaricamento, createEdizione, putCaricamento } from './esempi.ts';

let banco: Banco;
beforeAll(async () => {
  banco = await startBanco();
});
afterAll(() => banco.stop());

/** An embedded storage always answers with what was written last. Whether the cloud is asked to do the same shows in the request alone. */
test('whatever is read to decide is read as it was written last', async () => {
  const deposito = await banco.createDeposito();
  const lettore = reopen(deposito, banco);
  const letture: { readonly comando: string; readonly forte: unknown }[] = [];
  lettore.db.middlewareStack.add(
    (next, { commandName = '' }) =>
      (argomenti) => {
        const comando = commandName.replace(/Command$/, '');
        const forte = 'ConsistentRead' in argomenti.input && argomenti.input.ConsistentRead;
        if (/Get|Query|Scan/.test(comando)) letture.push({ comando, forte });
        return next(argomenti);
      },
    { step: 'initialize', name: 'letture' },
  );

  await putAmbito(deposito, createAmbito());
  await commitEdizione(deposito, createEdizione(1));
  await putCaricamento(deposito, createCaricamento('x'));
  await putArrivo(deposito, createArrivo());
  const chiave = await putContenuto(deposito, { righe: [] });

  expect(await readAmbito(lettore, 'fasano')).not.toBeNull();
  expect(await listAmbiti(lettore)).toHaveLength(1);
  expect(await commitEdizione(lettore, createEdizione(1))).toBe(true);
  expect(await readEdizione(lettore, 'fasano')).not.toBeNull();
  expect(await readEdizione(lettore, 'fasano', 1)).not.toBeNull();
  expect(await listEdizioni(lettore, 'fasano')).toHaveLength(1);
  expect(await readCaricamento(lettore, 'fasano', 'x')).not.toBeNull();
  expect(await listCaricamenti(lettore, 'fasano')).toHaveLength(1);
  expect(await readArrivo(lettore, 'fasano', createArrivo().id)).not.toBeNull();
  expect(await readContenuto(lettore, chiave)).toEqual({ righe: [] });
  await clearOrfani(lettore);

  expect(letture.filter(({ forte }) => forte !== true)).toEqual([]);
  for (const comando of ['GetItem', 'Query', 'Scan']) expect(letture.map((una) => una.comando)).toContain(comando);
});

test('a table that an edizione does not have is not found', async () => {
  const deposito = await banco.createDeposito();
  await expect(readTabella(deposito, createEdizione(1), 'famiglie')).rejects.toThrow(
    new NonTrovatoError('La tabella «famiglie» non è stata ancora pubblicata.'),
  );
});
