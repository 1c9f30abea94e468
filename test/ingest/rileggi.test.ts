/** Corrections of a file too large to be read while somebody waits: promised, read on their own, asked about like what comes by signature. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MASSIMO_FILE_BYTE } from '../../functions/core/http/rotte.ts';
import type { ArrivoDto, CaricamentoDto, FirmaDto } from '../../functions/core/http/schemi.ts';
import { createIngest } from '../../functions/ingest/handler.ts';
import { createRicezione, type DipendenzeIngest } from '../../functions/ingest/ricevi.ts';
import { buildEventoS3 } from '../../functions/locale/notifica.ts';
import { readArrivo as findArrivo, putArrivo } from '../../functions/store/arrivi.ts';
import { ContenutoGuastoError } from '../../functions/store/errori.ts';
import { expectForma } from '../api/forma.ts';
import { type Prova, registerCasarano, startProva, toEvento } from '../api/prova.ts';

const OPERATORE = { gruppi: ['casarano/operatore'] };
const RESPONSABILE = { gruppi: ['casarano/responsabile'] };
const QUERY = 'tipo=spesa-storica&documento=Piano&parte=2018-2020&periodo=2018-2020';
const AMBITO = '/ambiti/casarano';
/** Blank lines: the file is long, its table is not. */
const VUOTO = `${' '.repeat(1023)}\n`;

let prova: Prova;
/** Piano Sociale di Zona 2022-2024 di Casarano, par. 1.4, with a heading that nobody knows. */
let strana: string;
beforeAll(async () => {
  prova = await startProva();
  const spesa = await readFile(join(import.meta.dirname, '../../data/casarano/2018-2020/spesa-storica.csv'), 'utf8');
  strana = spesa.replace('COMUNE DI', 'Chi spende');
  await registerCasarano(prova);
});
afterAll(() => prova.stop());

let volta = 0;
let prima: CaricamentoDto;
beforeEach(async () => {
  // Another file each time: with the same bytes it would be the same draft.
  volta += 1;
  const testa = Buffer.from(strana.replace('€ 1.435.449,13', `€ 1.435.${String(400 + volta)},13`));
  prima = await bringGrande(Buffer.concat([testa, Buffer.alloc(MASSIMO_FILE_BYTE, VUOTO)]));
});

const keyOf = (arrivo: string): string => `arrivi/casarano/${arrivo}`;
const tell = (arrivo: string, richiesta = 'una', dipendenze: DipendenzeIngest = prova.dipendenze): Promise<void> =>
  createRicezione(dipendenze)(buildEventoS3(keyOf(arrivo), 0), richiesta);
const readBozza = async (id: string) =>
  (await prova.call(`GET ${AMBITO}/caricamenti/${id}`, RESPONSABILE)).json as CaricamentoDto;
const readArrivo = async (id: string) => (await prova.call(`GET ${AMBITO}/arrivi/${id}`, OPERATORE)).json as ArrivoDto;
const correct = (id: string, correzioni = 'colonna 2=comune', chi: object = OPERATORE) =>
  prova.call(`POST ${AMBITO}/caricamenti/${id}/correzioni`, { ...chi, corpo: { correzioni } });

async function bringGrande(byte: Buffer): Promise<CaricamentoDto> {
  const corpo = { byte: byte.length, sha256: createHash('sha256').update(byte).digest('hex') };
  const firmata = await prova.call(`POST ${AMBITO}/caricamenti/firma?${QUERY}`, { ...OPERATORE, corpo });
  const { url, arrivo, caricamento } = firmata.json as FirmaDto;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  async function* send(): AsyncGenerator<Uint8Array> {
    yield byte;
  }
  await prova.arrivi.receive({ percorso: pathname, query: searchParams, lunghezza: byte.length, corpo: send() });
  await tell(arrivo);
  return readBozza(caricamento);
}

async function promise(): Promise<ArrivoDto> {
  const esito = await correct(prima.id);
  expect(esito.stato).toBe(202);
  expectForma('caricamento-correggi', esito);
  return esito.json as ArrivoDto;
}

describe('a large draft corrected', () => {
  test('is promised at once, read on its own, and takes the place of the first, which says where it came from', async () => {
    expect(prima).toMatchObject({ stato: 'rifiutato', byte: expect.any(Number) });
    const arrivo = await promise();
    expect(arrivo).toMatchObject({ stato: 'atteso', byte: prima.byte, messaggio: expect.stringMatching(/rilettura/) });
    expect((await readBozza(prima.id)).stato).toBe('rifiutato');
    expect(await prova.arrivi.list()).toEqual([keyOf(arrivo.id)]);

    await tell(arrivo.id);
    expect(await readArrivo(arrivo.id)).toMatchObject({ stato: 'letto', caricamento: arrivo.caricamento });
    expect(await readBozza(arrivo.caricamento)).toMatchObject({
      stato: 'letto',
      righe: 7,
      sha256: prima.sha256,
      byte: prima.byte,
      contesto: { correzioni: 'colonna 2=comune' },
    });
    expect((await readBozza(prima.id)).stato).toBe('ritirato');
    expect(await prova.arrivi.list()).toEqual([]);
  });

  test('is the very draft that the direct answer makes of it', async () => {
    const arrivo = await promise();
    await tell(arrivo.id);
    const promessa = await readBozza(arrivo.caricamento);
    const { deposito } = prova.dipendenze;
    const corta = {
      ...deposito,
      originali: {
        ...deposito.originali,
        open: async (sha256: string) => {
          const sorgente = await deposito.originali.open(sha256);
          return sorgente && { ...sorgente, byte: MASSIMO_FILE_BYTE };
        },
      },
    };
    const evento = toEvento(`POST ${AMBITO}/caricamenti/${prima.id}/correzioni`, {
      ...OPERATORE,
      corpo: { correzioni: 'colonna 2=comune' },
    });
    const { statusCode, body = '' } = await createIngest({ ...prova.dipendenze, deposito: corta })(evento);
    expect(statusCode).toBe(200);
    expect({ ...JSON.parse(body), byte: promessa.byte }).toEqual(promessa);
  });

  test.each([2, 5])('whose event comes %i times, at once and afterwards, is one draft and one act', async (volte) => {
    const arrivo = await promise();
    await Promise.all(Array.from({ length: volte }, (_, i) => tell(arrivo.id, `insieme-${i}`)));
    for (let i = 0; i < volte; i++) await tell(arrivo.id, `dopo-${i}`);
    expect((await readArrivo(arrivo.id)).stato).toBe('letto');
    expect((await readBozza(arrivo.caricamento)).atti).toHaveLength(1);
    expect(prova.note.filter(({ dati }) => dati.arrivo === arrivo.id && dati.esito === 'letto')).toHaveLength(1);
  });

  test('is not brought back by a late event once it was withdrawn', async () => {
    const arrivo = await promise();
    await tell(arrivo.id);
    await prova.call(`DELETE ${AMBITO}/caricamenti/${arrivo.caricamento}`, RESPONSABILE);
    for (const richiesta of ['una', 'altra']) await tell(arrivo.id, richiesta);
    expect((await readBozza(arrivo.caricamento)).stato).toBe('ritirato');
  });

  test('leaves the first where it is while the organi look at it, and where it is a colleague’s', async () => {
    const letta = await promise();
    await tell(letta.id);
    await prova.call(`POST ${AMBITO}/caricamenti/${letta.caricamento}/consultazione`, RESPONSABILE);
    const altra = (await correct(letta.caricamento, 'colonna 2=comune; riga 2=nota')).json as ArrivoDto;
    await tell(altra.id);
    expect((await readBozza(letta.caricamento)).stato).toBe('in-consultazione');
    const collega = (await correct(altra.caricamento, '', { ...OPERATORE, persona: 'bruno' })).json as ArrivoDto;
    await tell(collega.id);
    expect((await readBozza(altra.caricamento)).stato).not.toBe('ritirato');
  });
});

describe('what goes wrong', () => {
  test('corrections that cannot hold are refused at once, and nothing is promised', async () => {
    expect((await correct(prima.id, 'riga due=nota')).stato).toBe(400);
    expect(await prova.arrivi.list()).toEqual([]);
  });

  test('a fault is told, with the first draft as it was, and the next call ends the reading', async () => {
    const arrivo = await promise();
    const { deposito } = prova.dipendenze;
    const senza = { ...deposito, originali: { ...deposito.originali, open: async () => null } };
    const rotta = { ...prova.dipendenze, deposito: senza };
    await expect(tell(arrivo.id, 'una', rotta)).rejects.toBeInstanceOf(AggregateError);
    expect(await readArrivo(arrivo.id)).toMatchObject({
      stato: 'interrotto',
      messaggio: expect.stringMatching(/La bozza di prima c’è ancora/),
    });
    expect((await readBozza(prima.id)).stato).toBe('rifiutato');
    await tell(arrivo.id);
    expect((await readArrivo(arrivo.id)).stato).toBe('letto');
  });

  test('an original that is gone, or a draft that is, is a fault that says which', async () => {
    const { deposito } = prova;
    const sha256 = prima.sha256;
    const senza = { ...deposito, originali: { ...deposito.originali, open: async () => null } };
    const evento = toEvento(`POST ${AMBITO}/caricamenti/${prima.id}/correzioni`, {
      ...OPERATORE,
      corpo: { correzioni: 'colonna 2=comune' },
    });
    expect((await createIngest({ ...prova.dipendenze, deposito: senza })(evento)).statusCode).toBe(500);
    expect(prova.guasti.at(-1)?.errore).toEqual(new ContenutoGuastoError(`originale ${sha256} non trovato`));
    const copia = toEvento(`GET ${AMBITO}/caricamenti/${prima.id}/copia-corretta`, OPERATORE);
    expect((await createIngest({ ...prova.dipendenze, deposito: senza })(copia)).statusCode).toBe(500);
    expect(prova.guasti.at(-1)?.errore).toEqual(new ContenutoGuastoError(`originale ${sha256} non trovato`));

    const promesso = await promise();
    const arrivo = await findArrivo(deposito, 'casarano', promesso.id);
    if (arrivo) await putArrivo(deposito, { ...arrivo, rilegge: 'sparita' });
    await expect(tell(promesso.id)).rejects.toBeInstanceOf(AggregateError);
    expect(prova.guasti.at(-1)?.errore).toEqual(
      new ContenutoGuastoError(`arrivo ${promesso.id}: la bozza sparita da rileggere non c’è`),
    );
  });

  test('bytes that are not those of the draft make no draft', async () => {
    const arrivo = await promise();
    const { deposito } = prova.dipendenze;
    const altri = Buffer.from(strana);
    const sorgente = {
      byte: altri.length,
      async *open() {
        yield altri;
      },
    };
    const rotta = { ...deposito, originali: { ...deposito.originali, open: async () => sorgente } };
    await expect(tell(arrivo.id, 'una', { ...prova.dipendenze, deposito: rotta })).rejects.toThrow();
    expect(prova.guasti.at(-1)?.errore).toEqual(
      new ContenutoGuastoError(`originale ${prima.sha256}: i byte sono altri`),
    );
    expect((await prova.call(`GET ${AMBITO}/caricamenti/${arrivo.caricamento}`, RESPONSABILE)).stato).toBe(404);
  });

  test('a promise that could not be announced is a fault for who asks', async () => {
    const arrivi = { ...prova.arrivi, announce: () => Promise.reject(new Error('deposito pieno')) };
    const evento = toEvento(`POST ${AMBITO}/caricamenti/${prima.id}/correzioni`, {
      ...OPERATORE,
      corpo: { correzioni: 'colonna 2=comune' },
    });
    expect((await createIngest({ ...prova.dipendenze, arrivi })(evento)).statusCode).toBe(500);
    expect((await readBozza(prima.id)).stato).toBe('rifiutato');
  });

  test('one that nobody was called for is over after a while, and says that nothing was lost', async () => {
    const arrivo = await promise();
    const now = () => new Date(Date.parse(arrivo.scadeIl) + 1);
    const { body = '' } = await createIngest({ ...prova.dipendenze, now })(
      toEvento(`GET ${AMBITO}/arrivi/${arrivo.id}`, OPERATORE),
    );
    expect(JSON.parse(body)).toMatchObject({ stato: 'scaduto', messaggio: expect.stringMatching(/non è cominciata/) });
  });
});
