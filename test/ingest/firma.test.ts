/** A file by signature, from the promise to the draft: what is let in, what its events leave, how one knows what became of it. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MASSIMO_FILE_BYTE } from '../../functions/core/http/rotte.ts';
import type { ArrivoDto, CaricamentoDto, FirmaDto } from '../../functions/core/http/schemi.ts';
import { createIngest } from '../../functions/ingest/handler.ts';
import { createRicezione } from '../../functions/ingest/ricevi.ts';
import { buildEventoS3 } from '../../functions/locale/notifica.ts';
import { putArrivo, readArrivo } from '../../functions/store/arrivi.ts';
import { ContenutoGuastoError } from '../../functions/store/errori.ts';
import { expectForma } from '../api/forma.ts';
import { COMUNI_CASARANO, type Prova, registerCasarano, startProva, toEvento } from '../api/prova.ts';

const OPERATORE = { gruppi: ['casarano/operatore'] };
const RESPONSABILE = { gruppi: ['casarano/responsabile'] };
const QUERY = 'tipo=spesa-storica&documento=Piano%20Sociale%20di%20Zona%202022-2024&parte=2018-2020&periodo=2018-2020';
const FIRMA = `POST /ambiti/casarano/caricamenti/firma?${QUERY}`;

let prova: Prova;
/** Piano Sociale di Zona 2022-2024 di Casarano, par. 1.4, tabella della spesa storica. */
let spesa: string;
beforeAll(async () => {
  prova = await startProva();
  spesa = await readFile(join(import.meta.dirname, '../../data/casarano/2018-2020/spesa-storica.csv'), 'utf8');
  await registerCasarano(prova);
});
afterAll(() => prova.stop());

let volta = 0;
let byte: Buffer;
beforeEach(() => {
  // Another file each time: with the same bytes it would be the same draft.
  volta += 1;
  byte = Buffer.from(spesa.replace('€ 1.435.449,13', `€ 1.435.${String(400 + volta)},13`));
});

const sha256Of = (dati: Uint8Array): string => createHash('sha256').update(dati).digest('hex');

async function sign(dati: Uint8Array = byte): Promise<FirmaDto> {
  const corpo = { byte: dati.length, sha256: sha256Of(dati) };
  const esito = await prova.call(FIRMA, { ...OPERATORE, corpo });
  expect(esito.stato).toBe(201);
  expectForma('firma', esito);
  return esito.json as FirmaDto;
}

async function* inPezzi(dati: Uint8Array, lunghezza = 7): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < dati.length; i += lunghezza) yield dati.subarray(i, i + lunghezza);
}

function put(url: string, dati: Uint8Array, lunghezza: number | undefined = dati.length): Promise<string> {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  return prova.arrivi.receive({ percorso: pathname, query: searchParams, lunghezza, corpo: inPezzi(dati) });
}

const tell = (chiave: string, id = 'richiesta-1'): Promise<void> =>
  createRicezione(prova.dipendenze)(buildEventoS3(chiave, byte.length), id);

async function askArrivo({ arrivo }: FirmaDto): Promise<ArrivoDto> {
  const esito = await prova.call(`GET /ambiti/casarano/arrivi/${arrivo}`, OPERATORE);
  expectForma('arrivo', esito);
  return esito.json as ArrivoDto;
}

async function publish(id: string): Promise<void> {
  const { base } = (await askBozza(id)).json as CaricamentoDto;
  const pubblica = `POST /ambiti/casarano/caricamenti/${id}/pubblicazione`;
  expect((await prova.call(pubblica, { ...RESPONSABILE, corpo: { base } })).stato).toBe(200);
}

const askBozza = (id: string) => prova.call(`GET /ambiti/casarano/caricamenti/${id}`, OPERATORE);
const keyOf = ({ arrivo }: FirmaDto): string => `arrivi/casarano/${arrivo}`;

describe('a file by signature', () => {
  test('becomes the very draft that the direct way makes of it, and what became of it can be asked at each step', async () => {
    const firma = await sign();
    expect((await askArrivo(firma)).stato).toBe('atteso');
    expect((await askBozza(firma.caricamento)).stato).toBe(404);
    const chiave = await put(firma.url, byte);
    expect((await askArrivo(firma)).stato).toBe('atteso');
    await tell(chiave);
    expect(await askArrivo(firma)).toMatchObject({ stato: 'letto', caricamento: firma.caricamento });
    const bozza = await askBozza(firma.caricamento);
    expect(bozza.json).toMatchObject({ stato: 'letto', righe: 7, problemiTotali: 0, pubblicabile: true });
    const diretta = await prova.call(`POST /ambiti/casarano/caricamenti?${QUERY}`, { ...OPERATORE, corpo: byte });
    expect(diretta.stato).toBe(200);
    expect(diretta.json).toEqual(bozza.json);
    const originale = await prova.call(`GET /ambiti/casarano/caricamenti/${firma.caricamento}/originale`, OPERATORE);
    expect(originale.byte.equals(byte)).toBe(true);
    expect(await prova.arrivi.list()).toEqual([]);
  });

  test('that cannot be read is a refused draft, as it is by the direct way', async () => {
    const guasto = Buffer.from(byte.toString('utf8').replace('€ 295.109,83', '295.l09,83'));
    const firma = await sign(guasto);
    await tell(await put(firma.url, guasto));
    expect((await askArrivo(firma)).stato).toBe('letto');
    expect((await askBozza(firma.caricamento)).json).toMatchObject({ stato: 'rifiutato', problemiTotali: 1 });
  });

  test('has a copy to be corrected even where the file itself is too large for an answer: of the ambito’s rows alone', async () => {
    const righe = COMUNI_CASARANO.map(([codice, nome], i) => `${codice};${nome};0;1;1;${i === 1 ? 'l2' : '2'}\n`);
    const altrove = '001001;Agliè;0;1;1;2\n'.repeat(220_000);
    const posas = Buffer.from(
      `Popolazione residente al 1° gennaio 2025\nCodice comune;Comune;Età;Totale maschi;Totale femmine;Totale\n${righe.join('')}${altrove}`,
    );
    expect(posas.length).toBeGreaterThan(MASSIMO_FILE_BYTE);
    const query = 'tipo=popolazione&documento=ISTAT&parte=istat-2024';
    const corpo = { byte: posas.length, sha256: sha256Of(posas) };
    const esito = await prova.call(`POST /ambiti/casarano/caricamenti/firma?${query}`, { ...OPERATORE, corpo });
    const { url, caricamento } = esito.json as FirmaDto;
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const arrivo = { percorso: pathname, query: searchParams, lunghezza: posas.length };
    await tell(await prova.arrivi.receive({ ...arrivo, corpo: inPezzi(posas, 1 << 18) }));
    expect((await askBozza(caricamento)).json).toMatchObject({ stato: 'rifiutato' });

    const copia = await prova.call(`GET /ambiti/casarano/caricamenti/${caricamento}/copia-corretta`, OPERATORE);
    expectForma('caricamento-copia', copia);
    expect(copia.stato).toBe(200);
    expect(copia.testo).toMatch(/«l2»: non è un numero/);
    expect(copia.testo).not.toMatch(/Agliè/);
  });

  test('leaves a line in the log that says how it went, and nothing of what it holds or of who brings it', async () => {
    const firma = await sign();
    await tell(await put(firma.url, byte), 'richiesta-7');
    const nota = prova.note.at(-1);
    expect(nota).toMatchObject({ id: 'richiesta-7', evento: 'arrivo' });
    expect(nota?.dati).toMatchObject({ esito: 'letto', ambito: 'casarano', byte: byte.length, righe: 7, problemi: 0 });
    expect(Object.keys(nota?.dati ?? {})).toEqual([
      'esito',
      'ambito',
      'arrivo',
      'byte',
      'righe',
      'problemi',
      'durataMs',
    ]);
  });
});

describe('the promise', () => {
  test.each<[string, object, readonly [stato: number, detto: RegExp]]>([
    [
      'a file over 256 MB',
      { byte: 268_435_457, sha256: 'a'.repeat(64) },
      [413, /^Il file è di 256,0 MB e il massimo è 256 MB: va diviso in più parti\.$/],
    ],
    ['a length that is none', { byte: 0, sha256: 'a'.repeat(64) }, [400, /da rivedere: byte/]],
    ['a hash that is none', { byte: 10, sha256: 'abc' }, [400, /da rivedere: sha256/]],
    ['no length', { sha256: 'a'.repeat(64) }, [400, /da rivedere: byte/]],
  ])('is refused for %s', async (_, corpo, [stato, detto]) => {
    const esito = await prova.call(FIRMA, { ...OPERATORE, corpo });
    expect([esito.stato, (esito.json as { detail: string }).detail]).toEqual([stato, expect.stringMatching(detto)]);
  });

  test('is made to the amministratore for a table that is published for all of Italy, and for no other', async () => {
    const corpo = { byte: 10, sha256: 'a'.repeat(64) };
    const amministratore = { gruppi: ['amministratore'], corpo };
    const rifiutata = await prova.call(FIRMA, amministratore);
    expect([rifiutata.stato, (rifiutata.json as { detail: string }).detail]).toEqual([
      403,
      expect.stringMatching(/soltanto i file nazionali; la tabella «Spesa storica.*» la porta l’Ufficio di Piano\.$/),
    ]);
    const nazionale = 'POST /ambiti/casarano/caricamenti/firma?tipo=popolazione&documento=ISTAT';
    expect((await prova.call(nazionale, amministratore)).stato).toBe(201);
  });

  test('is made for a file of exactly 256 MB, with what has to be sent with it', async () => {
    const intestazioni = { 'x-prova': 'da mandare' };
    const arrivi = { ...prova.arrivi, sign: async () => ({ metodo: 'PUT', url: '/x', intestazioni }) as const };
    const corpo = { byte: 268_435_456, sha256: 'a'.repeat(64) };
    const { statusCode, body = '' } = await createIngest({ ...prova.dipendenze, arrivi })(
      toEvento(FIRMA, { ...OPERATORE, corpo }),
    );
    expect([statusCode, JSON.parse(body).intestazioni]).toEqual([201, intestazioni]);
  });

  test('that nobody keeps is over after an hour, and says so', async () => {
    const firma = await sign();
    const dopo = { ...prova.dipendenze, now: () => new Date(Date.parse(firma.scadeIl) + 1) };
    const { body = '' } = await createIngest(dopo)(toEvento(`GET /ambiti/casarano/arrivi/${firma.arrivo}`, OPERATORE));
    expect(JSON.parse(body)).toMatchObject({ stato: 'scaduto', messaggio: expect.stringMatching(/di nuovo/) });
  });
});

describe('what is let in', () => {
  const altri = (url: string, nome: string, valore: string): string => {
    const indirizzo = new URL(url, 'http://localhost');
    indirizzo.searchParams.set(nome, valore);
    return `${indirizzo.pathname}${indirizzo.search}`;
  };

  test.each<[string, (url: string) => string]>([
    ['another length', (url) => altri(url, 'byte', '999999999')],
    ['another hash', (url) => altri(url, 'sha256', 'b'.repeat(64))],
    ['another time', (url) => altri(url, 'scade', '99999999999999')],
    ['another signature', (url) => altri(url, 'firma', '00'.repeat(32))],
    ['no signature', (url) => url.replace(/\?.*/, '')],
    ['another place', (url) => url.replace(/arrivi\/casarano\/./, 'arrivi/casarano/g')],
    ['a way out of the folder', (url) => url.replace('/arrivi/casarano/', '/arrivi/../')],
  ])('an address with %s is refused', async (_, change) => {
    const { url } = await sign();
    await expect(put(change(url), byte)).rejects.toMatchObject({ name: 'RifiutoError', stato: 403 });
    expect(await prova.arrivi.list()).toEqual([]);
  });

  test.each<[string, (dati: Buffer) => Buffer, number]>([
    ['more bytes', (dati) => Buffer.concat([dati, Buffer.from('\n')]), 413],
    ['fewer bytes', (dati) => dati.subarray(1), 400],
    ['other bytes', (dati) => Buffer.from(dati).fill(0x20, 0, 1), 400],
  ])(
    '%s than were signed are refused, whatever length is told, and nothing of them stays',
    async (_, change, stato) => {
      const { url } = await sign();
      const dati = change(byte);
      for (const lunghezza of [dati.length, undefined, byte.length]) {
        await expect(put(url, dati, lunghezza)).rejects.toMatchObject({ stato });
      }
      expect(await prova.arrivi.list()).toEqual([]);
    },
  );

  test('an upload that breaks off leaves nothing, and the same signature takes the whole of it afterwards', async () => {
    const firma = await sign();
    const { pathname, searchParams } = new URL(firma.url, 'http://localhost');
    async function* breakOff(): AsyncGenerator<Uint8Array> {
      yield byte.subarray(0, 10);
      throw new Error('connessione caduta');
    }
    const invio = { percorso: pathname, query: searchParams, lunghezza: byte.length, corpo: breakOff() };
    await expect(prova.arrivi.receive(invio)).rejects.toThrow('connessione caduta');
    expect(await prova.arrivi.list()).toEqual([]);
    await tell(await put(firma.url, byte));
    expect((await askArrivo(firma)).stato).toBe('letto');
  });

  test('a signature is good once', async () => {
    const { url } = await sign();
    await put(url, byte);
    await expect(put(url, byte)).rejects.toMatchObject({ stato: 409 });
  });
});

describe('the events', () => {
  test.each([1, 2, 3, 4, 5])(
    'delivered %i times, one after the other or all at once, make one draft',
    async (volte) => {
      const firma = await sign();
      const chiave = await put(firma.url, byte);
      await Promise.all(Array.from({ length: volte }, (_, i) => tell(chiave, `insieme-${i}`)));
      for (let i = 0; i < volte; i++) await tell(chiave, `dopo-${i}`);
      expect((await askArrivo(firma)).stato).toBe('letto');
      const { json } = await prova.call('GET /ambiti/casarano/caricamenti', OPERATORE);
      const { caricamenti } = json as { caricamenti: CaricamentoDto[] };
      expect(caricamenti.filter(({ id }) => id === firma.caricamento)).toHaveLength(1);
      expect(prova.note.filter(({ dati }) => dati.arrivo === firma.arrivo && dati.esito === 'letto')).toHaveLength(1);
    },
  );

  test('that come late bring nothing back: neither what was withdrawn, nor what was published', async () => {
    for (const [fai, stato] of [
      [(id: string) => prova.call(`DELETE /ambiti/casarano/caricamenti/${id}`, RESPONSABILE), 'ritirato'],
      [publish, 'pubblicato'],
    ] as const) {
      byte = Buffer.concat([byte, Buffer.from('\n')]);
      const firma = await sign();
      const chiave = await put(firma.url, byte);
      await tell(chiave);
      await fai(firma.caricamento);
      for (const id of ['richiesta-1', 'richiesta-2']) await tell(chiave, id);
      expect((await askBozza(firma.caricamento)).json).toMatchObject({ stato });
    }
  });

  test('of two signatures for the same file, in either order, make one draft', async () => {
    const prima = await sign();
    const seconda = await sign();
    expect(seconda.caricamento).toBe(prima.caricamento);
    const chiavi = [await put(prima.url, byte), await put(seconda.url, byte)];
    await Promise.all(chiavi.toReversed().map((chiave, i) => tell(chiave, `richiesta-${i}`)));
    expect([(await askArrivo(prima)).stato, (await askArrivo(seconda)).stato]).toEqual(['letto', 'letto']);
  });

  test('of several files at once are all read, though one of them is a fault, and the next call reads that one too', async () => {
    const firme = [await sign(), await sign(Buffer.concat([byte, Buffer.from('\n')]))] as const;
    const chiavi = [await put(firme[0].url, byte), await put(firme[1].url, Buffer.concat([byte, Buffer.from('\n')]))];
    const evento = { Records: chiavi.flatMap((chiave) => buildEventoS3(chiave, 1).Records) };
    let guasto = true;
    const arrivi = {
      ...prova.arrivi,
      keep: (chiave: string, sha256: string) =>
        chiave === chiavi[0] && guasto ? Promise.reject(new Error('disco pieno')) : prova.arrivi.keep(chiave, sha256),
    };
    const ricezione = createRicezione({ ...prova.dipendenze, arrivi });
    await expect(ricezione(evento, 'richiesta-1')).rejects.toThrow(
      new AggregateError([new Error('disco pieno')], '1 arrivi non letti'),
    );
    expect(prova.guasti.at(-1)).toEqual({ id: 'richiesta-1', rotta: 'arrivo', errore: new Error('disco pieno') });
    expect((await askArrivo(firme[0])).stato).toBe('interrotto');
    expect((await askArrivo(firme[1])).stato).toBe('letto');
    guasto = false;
    await ricezione(evento, 'richiesta-1');
    expect((await askArrivo(firme[0])).stato).toBe('letto');
  });

  test('of a file that is not there tell that it never came; sent again, it is read', async () => {
    const firma = await sign();
    await tell(keyOf(firma));
    const dove = { ambito: 'casarano', arrivo: firma.arrivo };
    expect(prova.note.at(-1)?.dati).toEqual({ esito: 'non-arrivato', ...dove, durataMs: expect.any(Number) });
    expect((await askArrivo(firma)).stato).toBe('interrotto');
    await tell(await put(firma.url, byte), 'un’altra');
    expect((await askArrivo(firma)).stato).toBe('letto');
  });

  test('that come while another reads take nothing away; that come when it was read take away what is left', async () => {
    const firma = await sign();
    const chiave = await put(firma.url, byte);
    const dove = { ambito: 'casarano', arrivo: firma.arrivo, durataMs: expect.any(Number) };
    const arrivo = await readArrivo(prova.deposito, 'casarano', firma.arrivo);
    const lettoDal = prova.dipendenze.now().toISOString();
    if (arrivo) await putArrivo(prova.deposito, { ...arrivo, stato: 'in-lettura', richiesta: 'di un altro', lettoDal });
    await tell(chiave);
    expect(prova.note.at(-1)?.dati).toEqual({ esito: 'di-altri', ...dove });
    expect(await prova.arrivi.list()).toContain(chiave);
    if (arrivo) await putArrivo(prova.deposito, { ...arrivo, stato: 'letto', richiesta: 'di un altro' });
    await tell(chiave);
    const nota = prova.note.at(-1)?.dati;
    expect(nota).toEqual({ esito: 'gia-letto', ...dove });
    expect(nota?.durataMs).toBeLessThan(60_000);
    expect(await prova.arrivi.list()).not.toContain(chiave);
  });

  test.each([
    'altro/file',
    'arrivi/casarano/corto',
    `arrivi/casarano/${'0'.repeat(32)}`,
    `arrivi/lecce/${'0'.repeat(32)}`,
  ])('of %s, which nobody promised, leave nothing', async (chiave) => {
    await tell(chiave);
    expect(prova.note.at(-1)?.dati).toMatchObject({ esito: 'estraneo' });
  });

  test('of bytes that are not those of the signature keep nothing of them', async () => {
    const firma = await sign();
    await put(firma.url, byte);
    const altri = Buffer.from(byte).fill(0x20, 0, 1);
    const sorgente = { byte: altri.length, open: () => inPezzi(altri) };
    const arrivi = { ...prova.arrivi, open: async () => sorgente };
    const ricezione = createRicezione({ ...prova.dipendenze, arrivi });
    await expect(ricezione(buildEventoS3(keyOf(firma), 1), 'richiesta-1')).rejects.toBeInstanceOf(AggregateError);
    expect(prova.guasti.at(-1)?.errore).toEqual(
      new ContenutoGuastoError(`arrivo ${firma.arrivo}: i byte non sono quelli firmati`),
    );
    expect(await prova.deposito.originali.get(sha256Of(altri))).toBeNull();
    expect((await askArrivo(firma)).stato).toBe('interrotto');
  });
});
