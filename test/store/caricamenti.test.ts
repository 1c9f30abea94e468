import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Caricamento,
  changeCaricamento,
  listCaricamenti,
  readCaricamento,
} from '../../functions/store/caricamenti.ts';
import { FORMATO, keyCaricamento } from '../../functions/store/chiavi.ts';
import { TENTATIVI } from '../../functions/store/crea.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { commitEdizione } from '../../functions/store/edizioni.ts';
import { ContenutoGuastoError } from '../../functions/store/errori.ts';
import { type Banco, MOTORI, pauseCalls, reopen, scanItems, startBanco } from './banco.ts';
import { createCaricamento, createEdizione, putCaricamento } from './esempi.ts';
import { createRitentiva, startPassaggio } from './passaggio.ts';

function noteAtto(prima: Caricamento | null, ruolo: string): Caricamento {
  if (!prima) throw new Error('nothing there');
  const quando = '2026-06-22T09:00:00.000Z';
  return { ...prima, atti: [...(prima.atti ?? []), { quando, ruolo, azione: 'consultazione' }] };
}

/** Seven days after the one before, round and round: twenty days for twenty drafts. */
function dayOf(id: string): string {
  return String(1 + ((Number(id.slice(1)) * 7) % 20)).padStart(2, '0');
}

describe.each(MOTORI)('caricamenti over $nome', (motore) => {
  let banco: Banco;
  let deposito: Deposito;
  beforeAll(async () => {
    banco = await startBanco(motore);
    deposito = await banco.createDeposito();
  });
  afterAll(() => banco.stop());

  test('one is read back as it was kept, and nothing that was not', async () => {
    const caricamento = createCaricamento('letto');
    await putCaricamento(deposito, caricamento);
    expect(await readCaricamento(reopen(deposito, banco), 'fasano', 'letto')).toEqual(caricamento);
    expect(await readCaricamento(deposito, 'fasano', 'altro')).toBeNull();
    expect(await readCaricamento(deposito, 'lecce', 'letto')).toBeNull();
  });

  test('keeping it again replaces it', async () => {
    await putCaricamento(deposito, createCaricamento('ritirato'));
    await putCaricamento(deposito, createCaricamento('ritirato', { stato: 'ritirato' }));
    expect((await readCaricamento(deposito, 'fasano', 'ritirato'))?.stato).toBe('ritirato');
  });

  test('of many acts at once on one draft none is lost, and none is done twice', async () => {
    await putCaricamento(deposito, createCaricamento('conteso'));
    const persone = ['organi', 'operatore', 'responsabile', 'amministratore'];
    await Promise.all(
      persone.map((ruolo) =>
        changeCaricamento(reopen(deposito, banco), { ambito: 'fasano', id: 'conteso' }, (prima) =>
          noteAtto(prima, ruolo),
        ),
      ),
    );
    const { atti } = (await readCaricamento(deposito, 'fasano', 'conteso')) ?? {};
    expect(atti?.map(({ ruolo }) => ruolo).toSorted()).toEqual(persone.toSorted());
  });

  test('an act whose reply was lost is done once', async () => {
    await putCaricamento(deposito, createCaricamento('sordo'));
    let perse = 0;
    const passaggio = await startPassaggio(banco.endpoint, ({ operazione }) =>
      operazione === 'PutItem' && perse++ === 0 ? 'perdi-risposta' : 'passa',
    );
    const lontano = reopen(deposito, {
      endpoint: passaggio.endpoint,
      client: { retryStrategy: createRitentiva(TENTATIVI) },
    });
    await changeCaricamento(lontano, { ambito: 'fasano', id: 'sordo' }, (prima) => noteAtto(prima, 'operatore'));
    await passaggio.stop();
    expect(perse).toBe(2);
    expect((await readCaricamento(deposito, 'fasano', 'sordo'))?.atti).toHaveLength(1);
  });

  test('what the log tells of it is repeated, and not kept twice', async () => {
    const ambito = 'ripetuto';
    const chiave = { ambito, id: 'x' };
    await putCaricamento(deposito, createCaricamento('x', { ambito }));
    await commitEdizione(deposito, createEdizione(1, { ambito, caricamenti: ['x'] }));
    for (const ruolo of ['operatore', 'responsabile']) {
      await changeCaricamento(deposito, chiave, (prima) => noteAtto(prima, ruolo));
    }
    expect((await readCaricamento(deposito, ambito, 'x'))?.atti?.map(({ azione }) => azione)).toEqual([
      'consultazione',
      'consultazione',
      'pubblicazione',
    ]);
  });

  test('nothing is written where nothing changes', async () => {
    await putCaricamento(deposito, createCaricamento('fermo'));
    const lettore = reopen(deposito, banco);
    pauseCalls(lettore, {
      prima: (operazione) => {
        if (/Put|Write/.test(operazione)) throw new Error(operazione);
      },
    });
    const chiave = { ambito: 'fasano', id: 'fermo' };
    const fermo = await changeCaricamento(lettore, chiave, (prima) => prima ?? createCaricamento('mai'));
    expect(fermo.id).toBe('fermo');
  });

  test.each([
    { caso: 'before any publication', base: 0, stato: 'letto' },
    { caso: 'compared before it was published', base: 1, stato: 'pubblicato' },
    { caso: 'brought again after it was published, and replaced since', base: 2, stato: 'letto' },
  ])('whether it is published is read from the log: $caso', async ({ base, stato }) => {
    const ambito = `log-${base}`;
    await putCaricamento(deposito, createCaricamento('x', { ambito, base }));
    if (base > 0) {
      await commitEdizione(deposito, createEdizione(1, { ambito }));
      await commitEdizione(deposito, createEdizione(2, { ambito, caricamenti: ['x'] }));
    }
    expect((await readCaricamento(deposito, ambito, 'x'))?.stato).toBe(stato);
    expect((await listCaricamenti(deposito, ambito)).map((uno) => uno.stato)).toEqual([stato]);
  });

  test('the list is of one ambito, newest first, however long', async () => {
    const ambito = 'elenco';
    const attesi = Array.from({ length: 20 }, (_, i) => `c${String(i).padStart(2, '0')}`);
    for (const id of attesi.toReversed()) {
      await putCaricamento(deposito, createCaricamento(id, { ambito, creatoIl: `2026-01-${dayOf(id)}T00:00:00.000Z` }));
    }
    // In another order than that of their ids, in which they are stored.
    const perGiorno = attesi.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
    expect((await listCaricamenti(deposito, ambito)).map(({ id }) => id)).toEqual(perGiorno);
  });

  test('every item carries its formato', async () => {
    for (const item of await scanItems(deposito)) expect(item.formato).toBe(FORMATO);
  });
});

describe('whatever others do meanwhile', () => {
  const CHIAVE = { ambito: 'fasano', id: 'x' } as const;
  let banco: Banco;
  let deposito: Deposito;
  beforeAll(async () => {
    banco = await startBanco();
  });
  afterAll(() => banco.stop());
  beforeEach(async () => {
    deposito = await banco.createDeposito();
  });

  /** One that does something right before each of its conditional puts. */
  function openDistratto(beforePut: (volta: number) => unknown): Deposito {
    const distratto = reopen(deposito, banco);
    let volta = 0;
    pauseCalls(distratto, {
      prima: async (operazione) => {
        if (operazione === 'PutItem') await beforePut(++volta);
      },
    });
    return distratto;
  }

  test('of two who make the same draft at once, the second adds to the first', async () => {
    const secondo = openDistratto(async (volta) => {
      if (volta === 1) await putCaricamento(deposito, createCaricamento('x', { autore: 'il primo' }));
    });
    await changeCaricamento(secondo, CHIAVE, (prima) => (prima ? noteAtto(prima, 'organi') : createCaricamento('x')));
    expect(await readCaricamento(deposito, 'fasano', 'x')).toMatchObject({
      autore: 'il primo',
      atti: [{ ruolo: 'organi' }],
    });
  });

  test('who loses every race is told to try again, and has written nothing', async () => {
    await putCaricamento(deposito, createCaricamento('x'));
    let volte = 0;
    const lento = openDistratto((volta) => {
      volte = volta;
      return putCaricamento(deposito, createCaricamento('x', { righe: volta }));
    });
    const esito = changeCaricamento(lento, CHIAVE, (prima) => noteAtto(prima, 'organi'));
    await expect(esito).rejects.toThrow(/^Troppe persone lavorano sulla stessa bozza/);
    expect(volte).toBe(16);
    expect(await readCaricamento(deposito, 'fasano', 'x')).toEqual(createCaricamento('x', { righe: 16 }));
  });

  test('a storage that does not write is a fault, not somebody else', async () => {
    const guasto = openDistratto(() => Promise.reject(new Error('guasto')));
    await expect(changeCaricamento(guasto, CHIAVE, () => createCaricamento('x'))).rejects.toThrow('guasto');
  });

  async function takeScheda(): Promise<void> {
    const schede = (await scanItems(deposito)).filter(({ PK }) => /^contenuto#/.test(String(PK)));
    for (const { PK, SK } of schede) {
      await deposito.db.send(new DeleteCommand({ TableName: deposito.tabella, Key: { PK, SK } }));
    }
  }

  test('a draft whose own words are lost is a fault, whether it is opened or listed', async () => {
    await putCaricamento(deposito, createCaricamento('x'));
    await takeScheda();
    const lettore = reopen(deposito, banco);
    await expect(readCaricamento(lettore, 'fasano', 'x')).rejects.toBeInstanceOf(ContenutoGuastoError);
    await expect(listCaricamenti(lettore, 'fasano')).rejects.toBeInstanceOf(ContenutoGuastoError);
  });

  test('and so is one that is gone altogether by the time it is read', async () => {
    await putCaricamento(deposito, createCaricamento('x'));
    const lettore = reopen(deposito, banco);
    pauseCalls(lettore, {
      prima: async (operazione) => {
        if (operazione !== 'Query') return;
        await takeScheda();
        const Key = keyCaricamento('fasano', 'x');
        await deposito.db.send(new DeleteCommand({ TableName: deposito.tabella, Key }));
      },
    });
    await expect(readCaricamento(lettore, 'fasano', 'x')).rejects.toBeInstanceOf(ContenutoGuastoError);
  });

  test('a reading that fails is told as it failed, also where the draft has changed since', async () => {
    await putCaricamento(deposito, createCaricamento('x'));
    const lettore = reopen(deposito, banco);
    pauseCalls(lettore, {
      prima: async (operazione) => {
        if (operazione !== 'Query') return;
        await putCaricamento(deposito, createCaricamento('x', { stato: 'in-consultazione' }));
        throw new Error('guasto');
      },
    });
    await expect(readCaricamento(lettore, 'fasano', 'x')).rejects.toThrow('guasto');
  });
});
