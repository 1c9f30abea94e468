import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiveFile } from '../../functions/ingest/carica.ts';
import { publishCaricamenti } from '../../functions/ingest/pubblica.ts';
import { putAmbito } from '../../functions/store/ambiti.ts';
import { listCaricamenti, readCaricamento } from '../../functions/store/caricamenti.ts';
import { readRighe, VALIDITA_MS } from '../../functions/store/contenuti.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { ArchivioOccupatoError, NonTrovatoError } from '../../functions/store/errori.ts';
import { type Banco, pauseCalls, reopen, scanItems, startBanco } from '../store/banco.ts';
import { putCaricamento } from '../store/esempi.ts';
import {
  ADESSO,
  COMUNI,
  createAmbito,
  type Documento,
  famiglie,
  migrazioni,
  popolazione,
  publishInFila,
  receive,
  registerAmbito,
  toDocumento,
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

const FAMIGLIE = famiglie([100, 200, 300]);

function sha256(testo: string): string {
  return createHash('sha256').update(testo).digest('hex');
}

describe('a good file', () => {
  test('is read, kept, compared and can be published', async () => {
    const caricamento = await receive(deposito, FAMIGLIE);
    expect(caricamento).toMatchObject({
      stato: 'letto',
      base: 0,
      righe: 3,
      problemi: [],
      problemiTotali: 0,
      pubblicabile: true,
      sha256: sha256(FAMIGLIE.testo),
      creatoIl: ADESSO.toISOString(),
      differenze: { aggiunte: 3, modificate: 0, tolte: 0 },
    });
    expect(caricamento.differenze.esempi).toContain('Aggiunto Ostuni, 2021: Famiglie 300; Popolazione 600.');
    expect(caricamento.indicatori).toContainEqual({
      indicatore: 'famiglie',
      comune: '074012',
      periodo: '2021',
      dimensioni: {},
      prima: null,
      dopo: 300,
    });
    expect(await readCaricamento(reopen(deposito, banco), 'fasano', caricamento.id)).toEqual(caricamento);
    expect(Buffer.from((await deposito.originali.get(caricamento.sha256)) ?? []).toString()).toBe(FAMIGLIE.testo);
    expect((await readRighe(deposito, caricamento.contenuto ?? '')).righe).toHaveLength(3);
  });

  test('is shown against what is published: only what changes', async () => {
    await publishInFila(deposito, [FAMIGLIE, migrazioni([10, 20, 30])]);
    const { differenze, indicatori, base, segnalazioni } = await receive(deposito, famiglie([100, 200, 350]));
    expect({ base, segnalazioni }).toEqual({ base: 2, segnalazioni: [] });
    expect(differenze).toEqual({
      aggiunte: 0,
      modificate: 1,
      tolte: 0,
      esempi: ['Modificato Ostuni, 2021: Famiglie da 300 a 350; Popolazione da 600 a 700.'],
    });
    const famiglieCambiate = indicatori.filter(({ indicatore }) => indicatore === 'famiglie');
    expect(famiglieCambiate.map(({ comune, prima, dopo }) => ({ comune, prima, dopo }))).toEqual(
      expect.arrayContaining([
        { comune: '074012', prima: 300, dopo: 350 },
        { comune: null, prima: 600, dopo: 650 },
      ]),
    );
    expect(famiglieCambiate).toHaveLength(2);
  });

  test('changes the figures of other tables that are computed with it', async () => {
    await publishInFila(deposito, [popolazione([1000, 2000, 3000]), migrazioni([10, 20, 30])]);
    const { indicatori } = await receive(deposito, popolazione([1000, 2000, 6000]));
    expect(indicatori).toContainEqual({
      indicatore: 'tasso-migratorio',
      comune: '074012',
      periodo: '2021',
      dimensioni: expect.objectContaining({}),
      prima: 5,
      dopo: 2.5,
    });
  });
});

describe('the same bytes and parameters', () => {
  test('are one caricamento, compared afresh', async () => {
    const prima = await receive(deposito, FAMIGLIE);
    await publishInFila(deposito, [migrazioni([10, 20, 30])]);
    const { caricamento, nuovo } = await receiveFile(deposito, {
      ambito: 'fasano',
      byte: new TextEncoder().encode(FAMIGLIE.testo),
      parametri: { ...FAMIGLIE.parametri, nomeFile: 'un altro nome.csv' },
      ruolo: 'responsabile',
      adesso: new Date('2026-07-01T00:00:00Z'),
    });
    expect({ nuovo, id: caricamento.id, base: caricamento.base }).toEqual({ nuovo: false, id: prima.id, base: 1 });
    expect(caricamento.creatoIl).toBe(prima.creatoIl);
    expect(await listCaricamenti(deposito, 'fasano')).toHaveLength(2);
  });

  const ALTRI: readonly (readonly [string, Partial<Documento['parametri']>])[] = [
    ['another parte', { contesto: { parte: '2021' } }],
    ['another year', { contesto: { parte: 'intera', anno: 2021 } }],
    ['another act', { fonte: { documento: 'Documento di prova', atto: 'DGC 2/2022' } }],
  ];
  test.each(ALTRI)('with %s are another one', async (_caso, parametri) => {
    const prima = await receive(deposito, FAMIGLIE);
    const altra = await receive(deposito, { ...FAMIGLIE, parametri: { ...FAMIGLIE.parametri, ...parametri } });
    expect(altra.id).not.toBe(prima.id);
  });

  test.each([
    ['shown to the organi stays shown', 'in-consultazione', 'in-consultazione'],
    ['withdrawn comes back as read', 'ritirato', 'letto'],
  ] as const)('%s', async (_caso, stato, atteso) => {
    await putCaricamento(deposito, { ...(await receive(deposito, FAMIGLIE)), stato });
    expect((await receive(deposito, FAMIGLIE)).stato).toBe(atteso);
  });

  test('as one of the parti in force are told to be published, the others too', async () => {
    const parti = [famiglie([1, 2, 3], { anno: 2020, parte: '2020' }), famiglie([4, 5, 6], { parte: '2021' })];
    await publishInFila(deposito, parti);
    for (const parte of parti) expect((await receive(deposito, parte)).stato).toBe('pubblicato');
  });

  test('are known under the name that they came with last', async () => {
    const named = (nomeFile: string) => ({ ...FAMIGLIE, parametri: { ...FAMIGLIE.parametri, nomeFile } });
    expect((await receive(deposito, named('prima.csv'))).nomeFile).toBe('prima.csv');
    const { id, nomeFile } = await receive(deposito, named('dopo.csv'));
    expect(nomeFile).toBe('dopo.csv');
    expect((await readCaricamento(deposito, 'fasano', id))?.nomeFile).toBe('dopo.csv');
  });

  test('as those in force are told to be published, and nothing would change', async () => {
    await publishInFila(deposito, [FAMIGLIE]);
    const { stato, differenze, indicatori } = await receive(deposito, FAMIGLIE);
    expect({ stato, indicatori }).toEqual({ stato: 'pubblicato', indicatori: [] });
    expect(differenze).toEqual({ aggiunte: 0, modificate: 0, tolte: 0, esempi: [] });
  });
});

describe('a file that cannot be taken', () => {
  const RIFIUTATI: readonly (readonly [string, Documento])[] = [
    ['letters for a number', famiglie([100, 'molte', 300])],
    ['a stranger among the comuni', toDocumento('famiglie', ['comune;anno;famiglie', 'Parigi;2021;5'], 'intera')],
    ['nothing in it', toDocumento('famiglie', [], 'intera')],
  ];
  test.each(RIFIUTATI)('%s: its bytes are kept, nothing of it is stored as data', async (_caso, documento) => {
    const prima = (await scanItems(deposito)).length;
    const caricamento = await receive(deposito, documento);
    expect(caricamento).toMatchObject({ stato: 'rifiutato', contenuto: null, pubblicabile: false, indicatori: [] });
    expect(caricamento.problemiTotali).toBeGreaterThan(0);
    expect(Buffer.from((await deposito.originali.get(sha256(documento.testo))) ?? []).toString()).toBe(documento.testo);
    // The record and its preview.
    expect((await scanItems(deposito)).length).toBe(prima + 2);
  });

  test('a file that another parte states whole: told once, with what to do', async () => {
    await publishInFila(deposito, [famiglie([100, 200, 300], { parte: 'a' })]);
    const caricamento = await receive(deposito, famiglie([100, 200, 310], { parte: 'b' }));
    expect(caricamento).toMatchObject({ stato: 'rifiutato', contenuto: null, problemiTotali: 1 });
    expect(caricamento.problemi).toEqual([
      {
        riga: null,
        colonna: null,
        valore: 'a',
        regola: 'chiave-in-due-parti',
        messaggio:
          'Tutti i 3 dati di questo file sono già nella parte «a»: il primo è Fasano, 2021, qui alla riga 2, là alla riga 2. ' +
          'Se il file ne prende il posto, caricalo come parte «a»; se dice le stesse cose, non c’è nulla da caricare.',
      },
    ]);
  });

  test('one fact in two parti: told with line, value and what to do', async () => {
    await publishInFila(deposito, [famiglie([100, 200, 300], { parte: 'a' })]);
    const due = `${famiglie([100, 200, 300]).testo}${famiglie([1, 2, 3], { anno: 2020 }).testo.split('\n').slice(1).join('\n')}`;
    const documento = toDocumento('famiglie', due.trim().split('\n'), 'b');
    const caricamento = await receive(deposito, documento);
    expect(caricamento).toMatchObject({ stato: 'rifiutato', contenuto: null, problemiTotali: 3 });
    expect(caricamento.problemi[2]).toEqual({
      riga: 4,
      colonna: null,
      valore: 'Ostuni, 2021',
      regola: 'chiave-in-due-parti',
      messaggio:
        'Ostuni, 2021: questo dato è già nella parte «a», alla riga 4. ' +
        'Toglilo da uno dei due file, oppure carica il file come parte «a» per sostituirla.',
    });
  });

  test('a finding that blocks: it is read, but may not be published', async () => {
    await publishInFila(deposito, [famiglie([1, 2, 3], { anno: 2020, parte: '2020' })]);
    await putAmbito(deposito, { ...createAmbito(), comuni: [...COMUNI, { codiceIstat: '074999', nome: 'Altrove' }] });
    const documento = toDocumento('famiglie', [FAMIGLIE.testo.trim(), 'Altrove;2021;5;10'], '2021');
    const caricamento = await receive(deposito, documento);
    expect(caricamento).toMatchObject({ stato: 'letto', righe: 4, problemi: [], pubblicabile: false });
    expect(caricamento.segnalazioni).toContainEqual(
      expect.objectContaining({ codice: 'copertura', gravita: 'errore' }),
    );
  });
});

test('a file for an ambito that is not registered is not found', async () => {
  await expect(receive(deposito, FAMIGLIE, 'altrove')).rejects.toThrow(
    new NonTrovatoError('L’ambito «altrove» non è registrato.'),
  );
});

test('a file whose reading takes more than an hour becomes no draft: its rows may have been cleared', async () => {
  let ora = ADESSO.getTime();
  const lento = reopen(deposito, { ...banco, now: () => new Date(ora) });
  pauseCalls(lento, {
    dopo: (operazione) => {
      if (operazione === 'BatchWriteItem') ora += VALIDITA_MS + 1;
    },
  });
  await expect(receive(lento, FAMIGLIE)).rejects.toBeInstanceOf(ArchivioOccupatoError);
  expect(await listCaricamenti(deposito, 'fasano')).toEqual([]);
});

test('another parte stays beside the one brought in', async () => {
  await publishInFila(deposito, [famiglie([1, 2, 3], { anno: 2020, parte: '2020' })]);
  const seconda = await receive(deposito, famiglie([4, 5, 6], { anno: 2021, parte: '2021' }));
  expect(seconda.differenze).toMatchObject({ aggiunte: 3, modificate: 0, tolte: 0 });
  const [esito] = await publishCaricamenti(deposito, {
    ambito: 'fasano',
    ids: [seconda.id],
    base: seconda.base,
    ruolo: 'responsabile',
    adesso: ADESSO,
  });
  expect(esito).toEqual({ edizione: 2, tipo: 'famiglie', versione: 2 });
  const vuota = await receive(deposito, famiglie([1, 2, 4], { anno: 2020, parte: '2020' }));
  expect(vuota.differenze).toMatchObject({ aggiunte: 0, modificate: 1, tolte: 0 });
});
