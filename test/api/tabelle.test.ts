import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QualitaDto, TabellaDto, VersioniDto } from '../../functions/core/http/schemi.ts';
import { publishCampioni } from '../../functions/locale/campioni.ts';
import { expectForma } from './forma.ts';
import { type Prova, publish, registerCasarano, startProva } from './prova.ts';

const DATI = join(import.meta.dirname, '../../data');
let prova: Prova;
beforeAll(async () => {
  prova = await startProva();
  await publishCampioni(prova.deposito, DATI, prova.dipendenze.now);
});
afterAll(() => prova.stop());

test('a table: rows with their line in the file, declared figures beside them', async () => {
  const esito = await prova.call('GET /ambiti/casarano/tabelle/spesa-storica');
  const { versione, righe, dichiarati } = esito.json as TabellaDto;
  expect([versione, righe.length]).toEqual([1, 7]);
  expect(righe[0]).toEqual({
    parte: '2018-2020',
    riga: 3,
    valori: {
      comune: '075016',
      triennio: '2018-2020',
      spesa_complessiva: '1435449.13',
      spesa_media_annua: '478483.04',
    },
  });
  // Total of the ambito as the plan states it (par. 1.4).
  expect(dichiarati).toContainEqual(expect.objectContaining({ ruolo: 'somma-colonna', valore: '5429891.71' }));
});

test('pages of a table carry the declared figures once', async () => {
  const prima = (await prova.call('GET /ambiti/casarano/tabelle/spesa-storica?limite=4')).json as TabellaDto;
  const seconda = (await prova.call(`GET /ambiti/casarano/tabelle/spesa-storica?limite=4&cursore=${prima.cursore}`))
    .json as TabellaDto;
  expect([prima.righe.length, seconda.righe.length, seconda.cursore]).toEqual([4, 3, null]);
  expect([prima.dichiarati.length > 0, seconda.dichiarati]).toEqual([true, []]);
});

test('the CSV says the same, money with the decimal comma', async () => {
  const { testo } = await prova.call('GET /ambiti/casarano/tabelle/spesa-storica.csv');
  const righe = Papa.parse<string[]>(testo.replace(/^\uFEFF/, '').trim(), { delimiter: ';', newline: '\r\n' }).data;
  expect(righe.slice(0, 2)).toEqual([
    ['parte', 'riga', 'comune', 'triennio', 'spesa_complessiva', 'spesa_media_annua'],
    ['2018-2020', '3', '075016', '2018-2020', '1435449,13', '478483,04'],
  ]);
  expect(righe).toHaveLength(8);
});

test('an original comes back byte for byte, under the hash that the versions tell', async () => {
  const { versioni } = (await prova.call('GET /ambiti/casarano/tabelle/spesa-storica/versioni')).json as VersioniDto;
  const byte = await readFile(join(DATI, 'casarano/2018-2020/spesa-storica.csv'));
  const originale = await prova.call('GET /ambiti/casarano/tabelle/spesa-storica/versioni/1/parti/2018-2020/originale');
  expect(originale.byte.equals(byte)).toBe(true);
  expect(originale.headers['content-type']).toBe('application/octet-stream');
  expect(originale.headers['content-disposition']).toBe('attachment; filename="spesa-storica.csv"');
  expect(versioni[0]).toMatchObject({
    versione: 1,
    ruolo: 'responsabile',
    righe: 7,
    sha256: createHash('sha256').update(byte).digest('hex'),
  });
});

test('a versione of several parti has the hash of their hashes', async () => {
  const { versioni } = (await prova.call('GET /ambiti/casarano/tabelle/fondi/versioni')).json as VersioniDto;
  const [unica] = versioni;
  expect(unica?.parti.length).toBeGreaterThan(1);
  const insieme = createHash('sha256')
    .update(unica?.parti.map(({ sha256 }) => sha256).join('') ?? '')
    .digest('hex');
  expect(unica?.sha256).toBe(insieme);
});

test('findings are told with Italian numbers, the rule and why it matters', async () => {
  const esito = await prova.call('GET /ambiti/casarano/qualita');
  expectForma('qualita', esito);
  const { segnalazioni } = esito.json as QualitaDto;
  expect(segnalazioni.length).toBeGreaterThan(0);
  for (const { messaggio, titolo, perche, versione } of segnalazioni) {
    expect(messaggio).not.toMatch(/\d\.\d\d\b(?!\d)/);
    expect([titolo === '', perche === '', versione]).toEqual([false, false, 1]);
  }
  // A figure is told with what it is of.
  const confronti = segnalazioni.filter(({ dichiarato, ricalcolato }) => dichiarato !== null && ricalcolato !== null);
  expect(confronti.length).toBeGreaterThan(0);
  expect(confronti.filter(({ misura }) => misura === null)).toEqual([]);
});

describe('what a file says and an export repeats', () => {
  const PERICOLOSE = [
    '=1+1',
    '+39',
    '-2',
    '@SUM(A1)',
    '=HYPERLINK("http://altrove.example";"qui")',
    "=cmd|' /C calc'!A0",
  ];

  test('never becomes a formula in the spreadsheet of who opens it', async () => {
    const voci = PERICOLOSE.map((fonte, i) => `"${fonte.replaceAll('"', '""')}";${2000 + i};10,00`);
    const query = 'tipo=fondi&documento=Prova&parte=pericolosa';
    await publish(prova, query, `fonte;periodo;importo\n${voci.join('\n')}\n`);
    const { testo } = await prova.call('GET /ambiti/casarano/tabelle/fondi.csv');
    const righe = Papa.parse<Record<string, string>>(testo.replace(/^\uFEFF/, '').trim(), {
      header: true,
      delimiter: ';',
      newline: '\r\n',
    }).data.filter(({ parte }) => parte === 'pericolosa');
    expect(righe.map(({ fonte }) => fonte)).toEqual(PERICOLOSE.map((fonte) => `'${fonte}`));
    expect(righe.every(({ importo }) => importo === '10,00')).toBe(true);
  });
});

describe('an ambito that has published nothing', () => {
  let nuova: Prova;
  beforeAll(async () => {
    nuova = await startProva();
    await registerCasarano(nuova);
  });
  afterAll(() => nuova.stop());

  test.each<[string, object]>([
    ['GET /ambiti/casarano/indicatori', { edizione: 0, osservazioni: [], cursore: null }],
    ['GET /ambiti/casarano/tabelle/fondi', { edizione: 0, versione: 0, righe: [], dichiarati: [], cursore: null }],
    ['GET /ambiti/casarano/tabelle/fondi/versioni', { versioni: [], cursore: null }],
    ['GET /ambiti/casarano/qualita', { edizione: 0, segnalazioni: [], cursore: null }],
    ['GET /ambiti/casarano/registro', { atti: [], cursore: null }],
  ])('%s is 200 and empty', async (richiesta, atteso) => {
    const esito = await nuova.call(richiesta);
    expect([esito.stato, esito.json]).toEqual([200, atteso]);
  });

  test('has edizione 0 in the list of the ambiti', async () => {
    expect((await nuova.call('GET /ambiti')).json).toMatchObject({
      ambiti: [{ id: 'casarano', edizione: 0, pubblicataIl: null, versioni: {} }],
    });
  });
});
