import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaricamentoDto } from '../../functions/core/http/schemi.ts';
import { createIngest } from '../../functions/ingest/handler.ts';
import { readCaricamento } from '../../functions/store/caricamenti.ts';
import { expectForma } from '../api/forma.ts';
import { AMBITO_CASARANO, type Prova, publish, registerCasarano, startProva, toEvento } from '../api/prova.ts';
import { zipParti } from '../core/tabelle/lettura/xlsx-cartelle.ts';
import { writeXlsxDaCsv } from '../core/tabelle/lettura/xlsx-da-csv.ts';
import { putCaricamento } from '../store/esempi.ts';

const RESPONSABILE = { gruppi: ['casarano/responsabile'] };
const OPERATORE = { gruppi: ['casarano/operatore'] };
const QUERY = 'tipo=spesa-storica&documento=Piano%20Sociale%20di%20Zona%202022-2024&parte=2018-2020&periodo=2018-2020';
const CARICA = `POST /ambiti/casarano/caricamenti?${QUERY}`;

let prova: Prova;
/** Piano Sociale di Zona 2022-2024 di Casarano, par. 1.4, tabella della spesa storica. */
let spesa: string;
beforeAll(async () => {
  prova = await startProva();
  spesa = await readFile(join(import.meta.dirname, '../../data/casarano/2018-2020/spesa-storica.csv'), 'utf8');
  await registerCasarano(prova);
});
afterAll(() => prova.stop());

/** The same file with one comune's figures in other words: another caricamento. */
let volta = 0;
function anotherFile(): string {
  volta += 1;
  return lastFile();
}
function lastFile(): string {
  return spesa.replace('€ 1.435.449,13', `€ 1.435.${String(400 + volta)},13`);
}

describe('an upload', () => {
  test('is read and compared, and nothing becomes public', async () => {
    const esito = await prova.call(CARICA, { ...OPERATORE, corpo: spesa });
    expect(esito.stato).toBe(201);
    expectForma('carica', esito);
    expect(esito.headers['cache-control']).toBe('private, no-store');
    expect(esito.json).toMatchObject({ stato: 'letto', base: 0, righe: 7, problemiTotali: 0, pubblicabile: true });
    expect((await prova.call('GET /ambiti/casarano')).json).toMatchObject({ edizione: 0 });
  });

  test('of the same bytes with the same parameters answers 200 with the same id', async () => {
    const prima = await prova.call(CARICA, { ...OPERATORE, corpo: spesa });
    const seconda = await prova.call(CARICA, { ...OPERATORE, corpo: spesa });
    expect([seconda.stato, (seconda.json as CaricamentoDto).id]).toEqual([200, (prima.json as CaricamentoDto).id]);
    const altra = await prova.call(`${CARICA}&atto=Delibera`, { ...OPERATORE, corpo: spesa });
    expect(altra.stato).toBe(201);
  });

  test('of a spreadsheet is read as its CSV is, says which sheet, and comes back byte for byte', async () => {
    const byte = Buffer.from(writeXlsxDaCsv(anotherFile(), { foglio: 'Spesa storica' }));
    const esito = await prova.call(CARICA, { ...OPERATORE, corpo: byte });
    expect(esito.stato).toBe(201);
    expectForma('carica', esito);
    expect(esito.json).toMatchObject({
      stato: 'letto',
      righe: 7,
      problemiTotali: 0,
      pubblicabile: true,
      interpretazione: { codifica: 'XLSX', foglio: 'Spesa storica', fogli: ['Spesa storica'] },
    });
    const { id } = esito.json as CaricamentoDto;
    const originale = await prova.call(`GET /ambiti/casarano/caricamenti/${id}/originale`, OPERATORE);
    expect(originale.byte.equals(byte)).toBe(true);
    expect(originale.headers['content-disposition']).toContain('casarano-spesa-storica-2018-2020.xlsx');
  });

  test('of a spreadsheet without the sheet that is asked for names those that there are', async () => {
    const byte = Buffer.from(writeXlsxDaCsv(anotherFile()));
    const esito = await prova.call(`${CARICA}&foglio=Altro`, { ...OPERATORE, corpo: byte });
    expect(esito.json).toMatchObject({ stato: 'rifiutato', problemi: [{ regola: 'foglio-sconosciuto' }] });
  });

  test.each<[string, string | Uint8Array]>([
    ['an empty file', new Uint8Array()],
    ['bytes that are no table', Buffer.from([0, 255, 1, 254, 0, 13, 10])],
    ['a page of the web', '<!doctype html><html><body>Errore 404</body></html>'],
    ['a table with a problem', '\uFEFFcomune;triennio;spesa_complessiva\nCasarano;2018-2020;########\n'],
    ['a document that is no spreadsheet', zipParti({ 'content.xml': '<document/>' })],
    ['an archive cut short', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0)],
  ])('of %s is 201 with its problems, and cannot be published', async (_titolo, corpo) => {
    const esito = await prova.call(CARICA, { ...OPERATORE, corpo });
    expect(esito.stato).toBe(201);
    expectForma('carica', esito);
    const { id, stato, problemi, problemiTotali, pubblicabile } = esito.json as CaricamentoDto;
    expect([stato, pubblicabile, problemi.length]).toEqual(['rifiutato', false, problemiTotali]);
    expect(problemiTotali).toBeGreaterThan(0);
    const pubblica = await prova.call(`POST /ambiti/casarano/caricamenti/${id}/pubblicazione`, {
      ...RESPONSABILE,
      corpo: { base: 0 },
    });
    expect(pubblica.stato).toBe(422);
    expectForma('pubblica', pubblica);
  });

  test.each<[string, { query?: string; corpo: string | Uint8Array; tipo?: string }, number, RegExp]>([
    [
      'text, which loses Windows-1252 on the way',
      { corpo: 'comune;anno', tipo: 'text/csv' },
      415,
      /«text\/csv».*«content-type: application\/octet-stream»/,
    ],
    ['more than 4 MB', { corpo: Buffer.alloc(4 * 1024 * 1024 + 1, 65) }, 413, /supera 4 MB/],
    ['no tipo and no documento', { query: '', corpo: 'comune;anno' }, 400, /Manca «tipo».*Manca «documento»/],
    ['an unknown tipo', { query: 'tipo=bilancio&documento=x', corpo: 'comune;anno' }, 400, /«tipo» non va bene/],
    ['an unknown parameter', { query: `${QUERY}&titolo=x`, corpo: 'comune;anno' }, 400, /«titolo» non è un parametro/],
    [
      'a comune of another ambito',
      { query: `${QUERY}&comune=075035`, corpo: 'comune;anno' },
      400,
      /«075035» non è il codice ISTAT/,
    ],
  ])('of %s is refused', async (...[, { query = QUERY, corpo, tipo }, stato, dettaglio]) => {
    const esito = await prova.call(`POST /ambiti/casarano/caricamenti?${query}`, {
      ...OPERATORE,
      corpo,
      ...(tipo && { headers: { 'content-type': tipo } }),
    });
    expect([esito.stato, (esito.json as { detail: string }).detail]).toEqual([stato, expect.stringMatching(dettaglio)]);
    expectForma('carica', esito);
  });

  test('of exactly 4 MB is taken in', async () => {
    const esito = await prova.call(CARICA, { ...OPERATORE, corpo: Buffer.alloc(4 * 1024 * 1024, 65) });
    expect(esito.stato).toBe(201);
  });
});

describe('verdicts come in order', () => {
  test.each<[string, string, string[] | undefined, number]>([
    ['no token, whatever else is wrong', 'POST /ambiti/napoli/caricamenti/x/pubblicazione?a=1', undefined, 401],
    [
      'no role, though the ambito is not there',
      'POST /ambiti/napoli/caricamenti/x/pubblicazione?a=1',
      ['casarano/responsabile'],
      403,
    ],
    [
      'the ambito is not there, though the query is wrong',
      'POST /ambiti/napoli/caricamenti/x/pubblicazione?a=1',
      ['napoli/responsabile'],
      404,
    ],
    [
      'the draft is not there, though query and body are wrong',
      'POST /ambiti/casarano/caricamenti/x/pubblicazione?a=1',
      ['casarano/responsabile'],
      404,
    ],
    [
      'the tipo is not there, though the body is wrong',
      'POST /ambiti/casarano/tabelle/bilancio/ripristino',
      ['casarano/responsabile'],
      404,
    ],
    [
      'the query is wrong, and so is the body',
      'POST /ambiti/casarano/tabelle/fondi/ripristino?a=1',
      ['casarano/responsabile'],
      400,
    ],
    ['the body is of the wrong type', 'POST /ambiti/casarano/tabelle/fondi/ripristino', ['casarano/responsabile'], 415],
  ])('%s: %s', async (...[, richiesta, gruppi, stato]) => {
    const esito = await prova.call(richiesta, { ...(gruppi && { gruppi }), corpo: 'non è JSON' });
    expect(esito.stato).toBe(stato);
    expect(esito.headers['cache-control']).toBe('private, no-store');
  });
});

describe('drafts', () => {
  let id: string;
  beforeEach(async () => {
    const esito = await prova.call(CARICA, { ...OPERATORE, persona: 'anna', corpo: anotherFile() });
    id = (esito.json as CaricamentoDto).id;
  });

  test('are listed, newest first, and opened one by one', async () => {
    const seguente = await prova.call(CARICA, { ...OPERATORE, corpo: anotherFile() });
    const primi = await prova.call('GET /ambiti/casarano/caricamenti?limite=2', OPERATORE);
    expect(primi.json).toMatchObject({ caricamenti: [{ id: (seguente.json as CaricamentoDto).id }, { id }] });
    const elenco = await prova.call('GET /ambiti/casarano/caricamenti?limite=1', OPERATORE);
    expectForma('caricamenti', elenco);
    expect(elenco.json).toMatchObject({ caricamenti: [{}], cursore: expect.any(String) });
    const uno = await prova.call(`GET /ambiti/casarano/caricamenti/${id}`, OPERATORE);
    expectForma('caricamento', uno);
    const originale = await prova.call(`GET /ambiti/casarano/caricamenti/${id}/originale`, OPERATORE);
    expectForma('caricamento-originale', originale);
    expect(originale.testo).toContain('SPESA COMPLESSIVA');
  });

  test('are shown to the organi only while in consultazione', async () => {
    const organi = { gruppi: ['casarano/organi'] };
    const chiuse = await prova.call('GET /ambiti/casarano/caricamenti', organi);
    expect(chiuse.json).toEqual({ caricamenti: [], cursore: null });
    for (const coda of ['', '/originale']) {
      expect((await prova.call(`GET /ambiti/casarano/caricamenti/${id}${coda}`, organi)).stato).toBe(403);
    }
    const apri = await prova.call(`POST /ambiti/casarano/caricamenti/${id}/consultazione`, OPERATORE);
    expectForma('apri-consultazione', apri);
    expect(apri.json).toMatchObject({ id, stato: 'in-consultazione' });
    const aperte = await prova.call('GET /ambiti/casarano/caricamenti', organi);
    expect(aperte.json).toMatchObject({ caricamenti: [{ id, stato: 'in-consultazione' }] });
    for (const coda of ['', '/originale']) {
      expect((await prova.call(`GET /ambiti/casarano/caricamenti/${id}${coda}`, organi)).stato).toBe(200);
    }
    const chiudi = await prova.call(`DELETE /ambiti/casarano/caricamenti/${id}/consultazione`, OPERATORE);
    expectForma('chiudi-consultazione', chiudi);
    expect(chiudi.json).toMatchObject({ id, stato: 'letto' });
    expect((await prova.call(`GET /ambiti/casarano/caricamenti/${id}`, organi)).stato).toBe(403);
  });

  test('of a spreadsheet show its rows as texts, with their number in the sheet; of a text there are none', async () => {
    const foglio = writeXlsxDaCsv(lastFile(), { foglio: 'Spesa' });
    const { id: suo } = (await prova.call(CARICA, { ...OPERATORE, corpo: foglio })).json as CaricamentoDto;
    const righe = await prova.call(`GET /ambiti/casarano/caricamenti/${suo}/foglio?limite=3`, OPERATORE);
    expectForma('caricamento-foglio', righe);
    expect(righe.json).toMatchObject({ foglio: 'Spesa', cursore: expect.any(String) });
    expect((righe.json as { righe: unknown[] }).righe[2]).toEqual({
      riga: 3,
      celle: ['C1', 'CASARANO', `1435${400 + volta}.13`, '478483.04'],
    });
    const organi = { gruppi: ['casarano/organi'] };
    const negate = [
      await prova.call(`GET /ambiti/casarano/caricamenti/${suo}/foglio`, organi),
      await prova.call(`GET /ambiti/casarano/caricamenti/${id}/foglio`, OPERATORE),
    ];
    expect(negate.map(({ stato, json }) => [stato, (json as { detail: string }).detail])).toEqual([
      [403, 'Questa bozza non è in consultazione.'],
      [404, 'Questo file non è un foglio di calcolo: le sue righe sono quelle dell’originale.'],
    ]);
    const byte = [null, Buffer.from('non è più un foglio')];
    for (const get of byte.map((questi) => async () => questi)) {
      const deposito = { ...prova.deposito, originali: { ...prova.originali, get } };
      const evento = toEvento(`GET /ambiti/casarano/caricamenti/${suo}/foglio`, OPERATORE);
      expect((await createIngest({ ...prova.dipendenze, deposito })(evento)).statusCode).toBe(500);
    }
    expect(prova.guasti.slice(-2).map(({ errore }) => String(errore))).toEqual([
      expect.stringMatching(/^ContenutoGuastoError: originale [0-9a-f]{64} non trovato$/),
      expect.stringMatching(/^ContenutoGuastoError: originale [0-9a-f]{64}: ./),
    ]);
  });

  test('go in and out of consultazione as often as asked, and stay there when the same file comes again', async () => {
    const consultazione = `/ambiti/casarano/caricamenti/${id}/consultazione`;
    for (const [metodo, stato] of [
      ['DELETE', 'letto'],
      ['POST', 'in-consultazione'],
      ['POST', 'in-consultazione'],
    ] as const) {
      const esito = await prova.call(`${metodo} ${consultazione}`, OPERATORE);
      expect([esito.stato, (esito.json as CaricamentoDto).stato]).toEqual([200, stato]);
    }
    const ancora = await prova.call(CARICA, { ...OPERATORE, corpo: lastFile() });
    expect(ancora.json).toMatchObject({ id, stato: 'in-consultazione', contesto: { periodo: '2018-2020' } });
  });

  test.each<[CaricamentoDto['stato'], RegExp]>([
    ['rifiutato', /ha problemi da correggere/],
    ['pubblicato', /già pubblicato/],
    ['ritirato', /è stato ritirato/],
  ])('that are %s cannot be moved', async (stato, dettaglio) => {
    const bozza = await readCaricamento(prova.deposito, 'casarano', id);
    if (bozza) await putCaricamento(prova.deposito, { ...bozza, stato });
    for (const metodo of ['POST', 'DELETE']) {
      const esito = await prova.call(`${metodo} /ambiti/casarano/caricamenti/${id}/consultazione`, RESPONSABILE);
      expect([esito.stato, (esito.json as { detail: string }).detail]).toEqual([409, expect.stringMatching(dettaglio)]);
    }
  });

  test('are filtered by their state', async () => {
    const ids = async (stato: string): Promise<string[]> => {
      const esito = await prova.call(`GET /ambiti/casarano/caricamenti?stato=${stato}`, OPERATORE);
      return (esito.json as { caricamenti: CaricamentoDto[] }).caricamenti.map((una) => una.id);
    };
    expect(await ids('letto,rifiutato')).toContain(id);
    expect(await ids('in-consultazione')).not.toContain(id);
    expect((await prova.call('GET /ambiti/casarano/caricamenti?stato=chiuso', OPERATORE)).stato).toBe(400);
  });

  test('of another ambito are not there', async () => {
    await prova.call('PUT /ambiti/lecce', { gruppi: ['amministratore'], corpo: AMBITO_CASARANO });
    expect((await prova.call(`GET /ambiti/lecce/caricamenti/${id}`, { gruppi: ['lecce/responsabile'] })).stato).toBe(
      404,
    );
  });

  test('are withdrawn by whoever brought them, or by the responsabile', async () => {
    const ritira = `DELETE /ambiti/casarano/caricamenti/${id}`;
    const altrui = await prova.call(ritira, { ...OPERATORE, persona: 'bruno' });
    expect([altrui.stato, altrui.testo]).toEqual([403, expect.stringContaining('soltanto le bozze che ha caricato')]);
    const propria = await prova.call(ritira, { ...OPERATORE, persona: 'anna' });
    expect([propria.stato, propria.testo]).toEqual([204, '']);
    expectForma('ritira', propria);
    expect((await prova.call(`GET /ambiti/casarano/caricamenti/${id}`, OPERATORE)).json).toMatchObject({
      stato: 'ritirato',
      pubblicabile: false,
    });
    expect((await prova.call(ritira, RESPONSABILE)).stato).toBe(204);
    const pubblica = await prova.call(`POST /ambiti/casarano/caricamenti/${id}/pubblicazione`, {
      ...RESPONSABILE,
      corpo: { base: 0 },
    });
    expect(pubblica.stato).toBe(422);
  });

  test('tell what was done with them, by which role, on which bytes; nothing of it is in the public register', async () => {
    const consultazione = `/ambiti/casarano/caricamenti/${id}/consultazione`;
    for (const metodo of ['POST', 'POST', 'DELETE']) await prova.call(`${metodo} ${consultazione}`, OPERATORE);
    await prova.call(CARICA, { ...OPERATORE, corpo: lastFile() });
    await prova.call(`DELETE /ambiti/casarano/caricamenti/${id}`, RESPONSABILE);
    await prova.call(CARICA, { ...RESPONSABILE, corpo: lastFile() });
    const { atti, sha256 } = (await prova.call(`GET /ambiti/casarano/caricamenti/${id}`, OPERATORE))
      .json as CaricamentoDto;
    expect(atti.map(({ azione, ruolo }) => `${azione}, ${ruolo}`)).toEqual([
      'caricamento, operatore',
      'consultazione, operatore',
      'fine-consultazione, operatore',
      'ritiro, responsabile',
      'caricamento, responsabile',
    ]);
    expect(atti.map(({ quando }) => quando)).toEqual(atti.map(({ quando }) => quando).toSorted());
    expect(new Set(atti.map((atto) => atto.sha256))).toEqual(new Set([sha256]));
    expect((await prova.call('GET /ambiti/casarano/registro')).testo).not.toMatch(/consultazione|ritiro|caricamento/);
  });

  test('never say who brought them', async () => {
    const { testo } = await prova.call(`GET /ambiti/casarano/caricamenti/${id}`, RESPONSABILE);
    expect(testo).not.toMatch(/anna|autore/);
  });
});

describe('publication', () => {
  test('makes a new edizione; asked again it answers the same; a draft compared before it is in conflict', async () => {
    const corpo = anotherFile();
    const attuale = ((await prova.call('GET /ambiti/casarano')).json as { edizione: number }).edizione;
    const superata = (await prova.call(CARICA, { ...RESPONSABILE, corpo: anotherFile() })).json as CaricamentoDto;
    const { id, edizione } = await publish(prova, QUERY, corpo);
    expect(edizione).toBe(attuale + 1);
    const ancora = await prova.call(`POST /ambiti/casarano/caricamenti/${id}/pubblicazione`, {
      ...RESPONSABILE,
      corpo: { base: attuale },
    });
    expect([ancora.stato, (ancora.json as { edizione: number }).edizione]).toEqual([200, edizione]);
    expectForma('pubblica', ancora);
    const conflitto = await prova.call(`POST /ambiti/casarano/caricamenti/${superata.id}/pubblicazione`, {
      ...RESPONSABILE,
      corpo: { base: superata.base },
    });
    expect([conflitto.stato, conflitto.testo]).toEqual([409, expect.stringContaining('qualcuno ha pubblicato')]);
    expectForma('pubblica', conflitto);
    const pubblicato = await prova.call(`DELETE /ambiti/casarano/caricamenti/${id}`, RESPONSABILE);
    expect(pubblicato.stato).toBe(409);
  });

  test('of an earlier version is a restore: a new versione with the old figures', async () => {
    await publish(prova, QUERY, spesa);
    const leggi = async (): Promise<string> =>
      (await prova.call('GET /ambiti/casarano/tabelle/spesa-storica.csv')).testo;
    const { versioni } = (await prova.call('GET /ambiti/casarano/tabelle/spesa-storica/versioni')).json as {
      versioni: { versione: number }[];
    };
    const buona = versioni[0]?.versione ?? 0;
    const prima = await leggi();
    await publish(prova, QUERY, anotherFile());
    expect(await leggi()).not.toBe(prima);
    const ripristina = await prova.call('POST /ambiti/casarano/tabelle/spesa-storica/ripristino', {
      ...RESPONSABILE,
      corpo: { versione: buona },
    });
    expect(ripristina.stato).toBe(200);
    expectForma('ripristina', ripristina);
    expect((ripristina.json as { versione: number }).versione).toBe(buona + 2);
    expect(await leggi()).toBe(prima);
    const { atti } = (await prova.call('GET /ambiti/casarano/registro')).json as { atti: { azione: string }[] };
    expect(atti.slice(0, 2).map(({ azione }) => azione)).toEqual(['ripristino', 'pubblicazione']);
    const nessuna = await prova.call('POST /ambiti/casarano/tabelle/spesa-storica/ripristino', {
      ...RESPONSABILE,
      corpo: { versione: 999 },
    });
    expect(nessuna.stato).toBe(404);
  });

  test('leaves every earlier edizione readable', async () => {
    const { edizione } = await publish(prova, QUERY, anotherFile());
    const prima = await prova.call(`GET /ambiti/casarano/tabelle/spesa-storica?edizione=${edizione}`);
    await publish(prova, QUERY, anotherFile());
    expect((await prova.call(`GET /ambiti/casarano/tabelle/spesa-storica?edizione=${edizione}`)).testo).toBe(
      prima.testo,
    );
  });
});

describe('registering an ambito', () => {
  const registra = (id: string, corpo: object) =>
    prova.call(`PUT /ambiti/${id}`, { gruppi: ['amministratore'], corpo });

  test('is 201, then 200', async () => {
    const prima = await registra('fasano', AMBITO_CASARANO);
    const seconda = await registra('fasano', { ...AMBITO_CASARANO, nome: 'Ambito di Fasano' });
    expect([prima.stato, seconda.stato, (seconda.json as { nome: string }).nome]).toEqual([
      201,
      200,
      'Ambito di Fasano',
    ]);
    expectForma('registra-ambito', seconda);
  });

  test('a comune may be part of the ambito from a year on', async () => {
    const comuni = [...AMBITO_CASARANO.comuni, { codiceIstat: '075035', nome: 'Lecce', dal: 2026 }];
    const esito = await registra('allargato', { ...AMBITO_CASARANO, comuni });
    expect((esito.json as { comuni: object[] }).comuni.at(-1)).toEqual({
      codiceIstat: '075035',
      nome: 'Lecce',
      dal: 2026,
    });
    expectForma('registra-ambito', esito);
  });

  test.each<[string, string, object, RegExp]>([
    ['the name of a page', 'metodo', AMBITO_CASARANO, /non può essere l’id di un ambito/],
    ['capitals', 'Lecce', AMBITO_CASARANO, /non può essere l’id di un ambito/],
    [
      'a capofila from elsewhere',
      'nuovo',
      { ...AMBITO_CASARANO, capofila: '075035' },
      /Il comune capofila 075035 non è/,
    ],
    ['a code that lost its zero', 'nuovo', { ...AMBITO_CASARANO, capofila: '75016' }, /da rivedere: capofila/],
    [
      'a comune twice',
      'nuovo',
      { ...AMBITO_CASARANO, comuni: [...AMBITO_CASARANO.comuni, AMBITO_CASARANO.comuni[0]] },
      /indicato due volte/,
    ],
    [
      'a comune that leaves before it comes',
      'nuovo',
      { ...AMBITO_CASARANO, comuni: AMBITO_CASARANO.comuni.map((uno) => ({ ...uno, dal: 2026, al: 2025 })) },
      /Per Casarano «dal» viene dopo «al»\./,
    ],
    ['no comuni', 'nuovo', { ...AMBITO_CASARANO, comuni: [] }, /da rivedere: comuni/],
  ])('refuses %s', async (...[, id, corpo, dettaglio]) => {
    const esito = await registra(id, corpo);
    expect([esito.stato, (esito.json as { detail: string }).detail]).toEqual([400, expect.stringMatching(dettaglio)]);
    expectForma('registra-ambito', esito);
  });
});
