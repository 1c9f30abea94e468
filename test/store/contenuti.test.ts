import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toCanonico } from '../../functions/store/canonico.ts';
import { FORMATO, FORMATO_RISULTATI, keyBlocco } from '../../functions/store/chiavi.ts';
import {
  type ContenutoTabella,
  putContenuto,
  putTabella,
  readContenuto,
  readRighe,
} from '../../functions/store/contenuti.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { ArchivioOccupatoError, ContenutoGuastoError } from '../../functions/store/errori.ts';
import { type Banco, MOTORI, reopen, scanItems, startBanco } from './banco.ts';
import { startPassaggio } from './passaggio.ts';

const POSIZIONE = { riga: 2, colonna: 3, intestazione: 'Famiglie', scritto: '1.234' };
const TABELLA: ContenutoTabella = {
  righe: [
    {
      parte: 'intera',
      riga: 2,
      valori: { comune: '074008', famiglie: 1234, note: null },
      posizioni: { famiglie: POSIZIONE },
    },
  ],
  dichiarati: [
    {
      parte: 'intera',
      ruolo: 'somma-colonna',
      misura: 'famiglie',
      valori: { comune: 'ambito' },
      valore: 1234,
      posizione: POSIZIONE,
    },
  ],
};

/** Does not compress: what a block weighs at worst. */
function createPesante(byte: number): { testo: string } {
  return { testo: randomBytes(byte / 2).toString('hex') };
}

describe.each(MOTORI)('contents over $nome', (motore) => {
  let banco: Banco;
  let deposito: Deposito;
  beforeAll(async () => {
    banco = await startBanco(motore);
    deposito = await banco.createDeposito();
  });
  afterAll(() => banco.stop());

  test('what is written is read back, by another process too', async () => {
    const chiave = await putTabella(deposito, TABELLA);
    expect(await readRighe(deposito, chiave)).toEqual(TABELLA);
    expect(await readRighe(reopen(deposito, banco), chiave)).toEqual(TABELLA);
  });

  test('the same content has the same key and the same blocks, in whatever order its keys were set; and it is young again', async () => {
    let ora = new Date('2026-06-22T08:00:00Z');
    const altro = reopen(await banco.createDeposito(), { endpoint: banco.endpoint, now: () => ora });
    const chiave = await putTabella(altro, TABELLA);
    const prima = await scanItems(altro);
    ora = new Date('2026-06-23T09:00:00Z');
    const { righe, dichiarati } = TABELLA;
    const rovesciate = righe.map((riga) => Object.fromEntries(Object.entries(riga).reverse()));
    expect(await putContenuto(altro, { dichiarati, righe: rovesciate })).toBe(chiave);
    expect(prima).toMatchObject([{ scrittoIl: '2026-06-22T08:00:00.000Z' }]);
    expect(await scanItems(altro)).toEqual(prima.map((item) => ({ ...item, scrittoIl: '2026-06-23T09:00:00.000Z' })));
  });

  test('a large content is split: every item under 350 KB, with its formato', async () => {
    const altro = await banco.createDeposito();
    const pesante = createPesante(3_000_000);
    const chiave = await putContenuto(altro, pesante);
    const items = await scanItems(altro);
    expect(items.length).toBe(9);
    for (const item of items) {
      expect((item.dati as Uint8Array).byteLength).toBeLessThan(350_000);
      expect(item).toMatchObject({ formato: FORMATO, blocchi: 9 });
    }
    expect(await readContenuto(reopen(altro, banco), chiave)).toEqual(pesante);
  });

  test.each([
    { caso: 'never written', guasta: async () => 'f'.repeat(64), motivo: 'i 0 blocchi di 1 non sono quelli scritti' },
    {
      caso: 'with a block missing',
      guasta: async () => {
        const chiave = await putContenuto(deposito, createPesante(1_000_000));
        await deposito.db.send(new DeleteCommand({ TableName: deposito.tabella, Key: keyBlocco(chiave, 1) }));
        return chiave;
      },
      motivo: 'i 2 blocchi di 3 non sono quelli scritti',
    },
    {
      caso: 'with other bytes under its key',
      guasta: () => overwrite('altro', { formato: FORMATO, valore: 'diverso' }),
      motivo: 'i 1 blocchi di 1 non sono quelli scritti',
    },
    {
      caso: 'of a formato that is yet to come',
      guasta: () => writeFormato(FORMATO_RISULTATI + 1),
      motivo: 'formato 3, questo software arriva al 2',
    },
  ])('a content $caso is a fault, not data', async ({ guasta, motivo }) => {
    const chiave = await guasta();
    const lettura = readContenuto(reopen(deposito, banco), chiave);
    await expect(lettura).rejects.toBeInstanceOf(ContenutoGuastoError);
    await expect(lettura).rejects.toThrow(`contenuto ${chiave}: ${motivo}`);
  });

  test('a content of an older formato is read', async () => {
    const chiave = await writeFormato(0);
    expect(await readContenuto(deposito, chiave)).toBe('di un altro formato');
  });

  test('a failed read is not remembered', async () => {
    const chiave = await putContenuto(deposito, { prova: 'tolto e rimesso' });
    const lettore = reopen(deposito, banco);
    await deposito.db.send(new DeleteCommand({ TableName: deposito.tabella, Key: keyBlocco(chiave, 0) }));
    await expect(readContenuto(lettore, chiave)).rejects.toBeInstanceOf(ContenutoGuastoError);
    await putContenuto(deposito, { prova: 'tolto e rimesso' });
    expect(await readContenuto(lettore, chiave)).toEqual({ prova: 'tolto e rimesso' });
  });

  test.each([25, 26])('a content of %i blocks is written in batches of 25', async (blocchi) => {
    const altro = await banco.createDeposito();
    const lungo = { testo: 'x'.repeat(340_000 * (blocchi - 1)) };
    const chiave = await putContenuto(altro, lungo);
    expect(await scanItems(altro)).toHaveLength(blocchi);
    expect(await readContenuto(reopen(altro, banco), chiave)).toEqual(lungo);
  });

  test('a batch that is taken in part is written to the end', async () => {
    const passaggio = await startPassaggio(banco.endpoint, ({ operazione }) =>
      operazione === 'BatchWriteItem' ? 'meta' : 'passa',
    );
    const pesante = createPesante(4_000_000);
    const chiave = await putContenuto(reopen(deposito, passaggio), pesante);
    const lotti = passaggio.viste.filter(({ operazione }) => operazione === 'BatchWriteItem');
    await passaggio.stop();
    expect(lotti.length).toBeGreaterThan(3);
    expect(await readContenuto(reopen(deposito, banco), chiave)).toEqual(pesante);
  });

  test('a batch that is never taken is asked for ten times, after a wait each time, and then it is told to try again', async () => {
    const { random } = Math;
    let [lotti, attese] = [0, 0];
    const pieno = reopen(deposito, banco);
    pieno.db.middlewareStack.add(
      () => async (argomenti) => {
        lotti += 1;
        const RequestItems = 'RequestItems' in argomenti.input ? argomenti.input.RequestItems : {};
        return { response: {}, output: { $metadata: {}, UnprocessedItems: RequestItems } };
      },
      { step: 'initialize', name: 'pieno' },
    );
    // Each wait is drawn: here, the shortest.
    Math.random = () => {
      attese += 1;
      return 0;
    };
    try {
      await expect(putContenuto(pieno, { prova: 'pieno' })).rejects.toThrow(
        new ArchivioOccupatoError('L’archivio è troppo occupato per finire di scrivere. Riprova tra qualche minuto.'),
      );
    } finally {
      Math.random = random;
    }
    expect([lotti, attese]).toEqual([10, 9]);
  });

  async function writeFormato(formato: number): Promise<string> {
    const testo = toCanonico({ formato, valore: 'di un altro formato' });
    const chiave = createHash('sha256').update(testo).digest('hex');
    return overwrite(chiave, JSON.parse(testo));
  }

  async function overwrite(chiave: string, valore: unknown): Promise<string> {
    const dati = gzipSync(toCanonico(valore));
    const Item = { ...keyBlocco(chiave, 0), formato: FORMATO, blocchi: 1, dati };
    await deposito.db.send(new PutCommand({ TableName: deposito.tabella, Item }));
    return chiave;
  }
});
