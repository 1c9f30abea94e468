import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { putAmbito } from '../../functions/store/ambiti.ts';
import { type Caricamento, readCaricamento } from '../../functions/store/caricamenti.ts';
import { keyBlocco, keyCaricamento } from '../../functions/store/chiavi.ts';
import { assertInTempo, putContenuto, readContenuto, VALIDITA_MS } from '../../functions/store/contenuti.ts';
import type { Deposito, ParteRegistrata } from '../../functions/store/deposito.ts';
import { commitEdizione } from '../../functions/store/edizioni.ts';
import { ArchivioOccupatoError, ContenutoGuastoError } from '../../functions/store/errori.ts';
import { clearOrfani, ETA_MINIMA_MS } from '../../functions/store/orfani.ts';
import { type Banco, MOTORI, pauseCalls, reopen, scanItems, startBanco } from './banco.ts';
import { createCaricamento, createEdizione, createVersione, putCaricamento } from './esempi.ts';

const INIZIO = Date.parse('2026-06-22T08:00:00Z');
const NIENTE = { contenuti: 0, blocchi: 0 };

describe.each(MOTORI)('clean-up over $nome', (motore) => {
  let banco: Banco;
  let deposito: Deposito;
  let ora: number;
  beforeAll(async () => {
    banco = await startBanco(motore);
  });
  afterAll(() => banco.stop());
  beforeEach(async () => {
    ora = INIZIO;
    deposito = reopen(await banco.createDeposito(), { endpoint: banco.endpoint, now: () => new Date(ora) });
    for (const id of ['fasano', 'lecce']) {
      const nome = id;
      await putAmbito(deposito, { id, nome, capofila: '074007', formaGiuridica: 'convenzione', comuni: [], cicli: [] });
    }
  });

  /** As another process finds it: nothing remembered. */
  function read(chiave: string): Promise<unknown> {
    return readContenuto(reopen(deposito, banco), chiave);
  }

  async function withdraw(id: string, contenuto: string): Promise<Caricamento> {
    const caricamento = createCaricamento(id, { contenuto, stato: 'ritirato' });
    await putCaricamento(deposito, caricamento);
    return caricamento;
  }

  test('a content that nobody names goes when it is a day old, all its blocks with it', async () => {
    const righe = { testo: Array.from({ length: 80_000 }, (_, i) => `riga ${i}`).join() };
    const chiave = await putContenuto(deposito, righe);
    ora = INIZIO + ETA_MINIMA_MS;
    expect(await clearOrfani(deposito)).toEqual(NIENTE);
    expect(await read(chiave)).toEqual(righe);
    ora += 1;
    expect(await clearOrfani(deposito)).toEqual({ contenuti: 1, blocchi: 3 });
    await expect(read(chiave)).rejects.toBeInstanceOf(ContenutoGuastoError);
    expect(await clearOrfani(deposito)).toEqual(NIENTE);
  });

  test.each<[string, (chiave: string) => Promise<unknown>]>([
    ['results of the latest edizione', (risultati) => commitEdizione(deposito, createEdizione(1, { risultati }))],
    [
      'results of an earlier edizione of another ambito',
      async (risultati) => {
        await commitEdizione(deposito, createEdizione(1, { ambito: 'lecce', risultati }));
        await commitEdizione(deposito, createEdizione(2, { ambito: 'lecce' }));
      },
    ],
    [
      'rows of a versione that was replaced',
      async (contenuto) => {
        const parte = { ...PARTE, contenuto };
        const famiglie = { ...createVersione(1, 1), parti: [{ ...PARTE, parte: '2020' }, parte] };
        await commitEdizione(deposito, createEdizione(1, { versioni: { famiglie } }));
        await commitEdizione(deposito, createEdizione(2));
      },
    ],
    ['rows of a draft', (contenuto) => putCaricamento(deposito, createCaricamento('x', { contenuto }))],
    [
      'rows of a draft shown to the organi',
      (contenuto) => putCaricamento(deposito, createCaricamento('x', { contenuto, stato: 'in-consultazione' })),
    ],
    [
      'rows of a draft that was withdrawn, and brought by another one too',
      async (contenuto) => {
        await withdraw('x', contenuto);
        await putCaricamento(deposito, createCaricamento('y', { contenuto, ambito: 'lecce' }));
      },
    ],
    [
      'rows of a draft kept by a software that did not name them beside its scheda',
      async (contenuto) => {
        await putCaricamento(deposito, createCaricamento('x', { contenuto }));
        const Key = keyCaricamento('fasano', 'x');
        const { Item } = await deposito.db.send(new GetCommand({ TableName: deposito.tabella, Key }));
        const { contenuto: _contenuto, scrittoIl: _scrittoIl, ...vecchio } = Item ?? {};
        await deposito.db.send(new PutCommand({ TableName: deposito.tabella, Item: vecchio }));
      },
    ],
  ])('%s stay', async (_caso, name) => {
    const chiave = await putContenuto(deposito, { righe: [1, 2, 3] });
    await name(chiave);
    ora += 400 * ETA_MINIMA_MS;
    await clearOrfani(deposito);
    expect(await read(chiave)).toEqual({ righe: [1, 2, 3] });
  });

  test('the rows of a draft go a day after it was withdrawn; what it was stays', async () => {
    const contenuto = await putContenuto(deposito, { righe: [1] });
    ora += 30 * ETA_MINIMA_MS;
    const ritirato = await withdraw('x', contenuto);
    ora += ETA_MINIMA_MS;
    expect(await clearOrfani(deposito)).toEqual(NIENTE);
    ora += 1;
    expect(await clearOrfani(deposito)).toEqual({ contenuti: 1, blocchi: 1 });
    expect(await readCaricamento(reopen(deposito, banco), 'fasano', 'x')).toEqual(ritirato);
  });

  test('and so do those of one that was withdrawn by a software that did not say when', async () => {
    const contenuto = await putContenuto(deposito, { righe: [1] });
    await withdraw('x', contenuto);
    const Key = keyCaricamento('fasano', 'x');
    const { Item } = await deposito.db.send(new GetCommand({ TableName: deposito.tabella, Key }));
    const { scrittoIl: _scrittoIl, ...vecchio } = Item ?? {};
    await deposito.db.send(new PutCommand({ TableName: deposito.tabella, Item: vecchio }));
    ora += 2 * ETA_MINIMA_MS;
    expect(await clearOrfani(deposito)).toEqual({ contenuti: 1, blocchi: 1 });
  });

  test('what a draft said before it changed goes; a reader that was about to read it gets what it says now', async () => {
    await putCaricamento(deposito, createCaricamento('x'));
    const lettore = reopen(deposito, banco);
    pauseCalls(lettore, {
      dopo: async (operazione) => {
        if (operazione !== 'GetItem' || ora > INIZIO) return;
        ora += 2 * ETA_MINIMA_MS;
        await putCaricamento(deposito, createCaricamento('x', { stato: 'in-consultazione' }));
        expect(await clearOrfani(deposito)).toEqual({ contenuti: 1, blocchi: 1 });
      },
    });
    expect((await readCaricamento(lettore, 'fasano', 'x'))?.stato).toBe('in-consultazione');
  });

  test('a content that is written again while it is being cleared is whole', async () => {
    const righe = { testo: Array.from({ length: 80_000 }, (_, i) => `riga ${i}`).join() };
    const chiave = await putContenuto(deposito, righe);
    ora += 2 * ETA_MINIMA_MS;
    for (const volta of [1, 2, 3]) {
      const pulizia = reopen(deposito, banco);
      let cancellati = 0;
      pauseCalls(pulizia, {
        prima: async (operazione) => {
          if (operazione !== 'DeleteItem' || ++cancellati !== volta) return;
          ora += 1;
          await putContenuto(deposito, righe);
        },
      });
      expect((await clearOrfani(pulizia)).blocchi).toBe(volta - 1);
      expect(await read(chiave)).toEqual(righe);
      ora += 2 * ETA_MINIMA_MS;
    }
  });

  test('a clean-up that dies half-way leaves no content that could be taken for whole, and the next one ends it', async () => {
    const chiave = await putContenuto(deposito, { testo: 'x'.repeat(1_000_000) });
    ora += 2 * ETA_MINIMA_MS;
    const morente = reopen(deposito, banco);
    let cancellati = 0;
    pauseCalls(morente, {
      prima: (operazione) => {
        if (operazione === 'DeleteItem' && ++cancellati > 1) throw new Error('morto');
      },
    });
    await expect(clearOrfani(morente)).rejects.toThrow('morto');
    await expect(read(chiave)).rejects.toBeInstanceOf(ContenutoGuastoError);
    expect(await clearOrfani(deposito)).toEqual({ contenuti: 1, blocchi: 2 });
  });

  test('a block that says nothing of its age stays', async () => {
    const chiave = await putContenuto(deposito, { righe: [] });
    const { scrittoIl: _scrittoIl, ...vecchio } = (await scanItems(deposito)).find(({ SK }) => SK === 'B#0000') ?? {};
    await deposito.db.send(new DeleteCommand({ TableName: deposito.tabella, Key: keyBlocco(chiave, 0) }));
    await deposito.db.send(new PutCommand({ TableName: deposito.tabella, Item: vecchio }));
    ora += 400 * ETA_MINIMA_MS;
    expect(await clearOrfani(deposito)).toEqual(NIENTE);
  });

  test('who wrote contents names them within the hour, or not at all', () => {
    assertInTempo(deposito, new Date(ora - VALIDITA_MS));
    const tardi = new Date(ora - VALIDITA_MS - 1);
    expect(() => assertInTempo(deposito, tardi)).toThrow(
      new ArchivioOccupatoError('L’operazione è rimasta in sospeso troppo a lungo. Riprova.'),
    );
    expect(VALIDITA_MS).toBeLessThanOrEqual(ETA_MINIMA_MS / 24);
  });
});

const PARTE: ParteRegistrata = {
  parte: 'intera',
  sha256: 'a'.repeat(64),
  fonte: { documento: 'Documento di prova' },
  righe: 3,
  contenuto: 'c'.repeat(64),
  contesto: { parte: 'intera' },
  caricamento: 'x',
};
