/** A file brought in the place of a draft: which drafts make way, what they say of it, and that nothing is lost. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaricamentoDto, FirmaDto } from '../../functions/core/http/schemi.ts';
import { createRicezione } from '../../functions/ingest/ricevi.ts';
import { buildEventoS3 } from '../../functions/locale/notifica.ts';
import { expectForma } from '../api/forma.ts';
import { COMUNI_CASARANO, type Prova, registerCasarano, startProva } from '../api/prova.ts';

const ANNA = { gruppi: ['casarano/operatore'], persona: 'anna' };
const BRUNO = { gruppi: ['casarano/operatore'], persona: 'bruno' };
const RESPONSABILE = { gruppi: ['casarano/responsabile'], persona: 'carla' };
const QUERY = 'tipo=spesa-storica&documento=Piano&parte=2018-2020&periodo=2018-2020';
const BOZZE = '/ambiti/casarano/caricamenti';

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
beforeEach(() => {
  volta += 1;
});

/** Another file each time: with the same bytes it would be the same draft. */
const FILE = {
  buono: () => spesa.replace('€ 1.435.449,13', `€ 1.435.${100 + volta},13`),
  altro: () => spesa.replace('€ 1.435.449,13', `€ 1.436.${100 + volta},13`),
  guasto: () => spesa.replace('€ 295.109,83', `295.l${volta},83`),
  peggiore: () => spesa.replace('€ 295.109,83', `295.l${volta},83`).replace('C4;PARABITA', 'C4;PARABITTA'),
} as const;
type Quale = keyof typeof FILE;

const post = (corpo: string, chi: object, sostituisce?: string) =>
  prova.call(`POST ${BOZZE}?${QUERY}${sostituisce === undefined ? '' : `&sostituisce=${sostituisce}`}`, {
    ...chi,
    corpo,
  });
const bring = async (quale: Quale, chi: object = ANNA, sostituisce?: string) =>
  (await post(FILE[quale](), chi, sostituisce)).json as CaricamentoDto;
const readBozza = async (id: string) => (await prova.call(`GET ${BOZZE}/${id}`, RESPONSABILE)).json as CaricamentoDto;

describe('a draft', () => {
  test.each<[string, Quale, Quale, typeof ANNA]>([
    ['with problems makes way for one without', 'guasto', 'buono', ANNA],
    ['with problems makes way for one that still has some', 'guasto', 'peggiore', ANNA],
    ['without problems makes way for another without', 'altro', 'buono', ANNA],
    ['of an operatore makes way for what the responsabile brings', 'guasto', 'buono', RESPONSABILE],
  ])('%s, and says which', async (...[, prima, dopo, chi]) => {
    const { id } = await bring(prima);
    const nuova = await bring(dopo, chi, id);
    const chiusa = await prova.call(`GET ${BOZZE}/${id}`, RESPONSABILE);
    expectForma('caricamento', chiusa);
    expect(chiusa.json).toMatchObject({ stato: 'ritirato', pubblicabile: false, sostituitaDa: nuova.id });
    expect((chiusa.json as CaricamentoDto).atti.map(({ azione }) => azione)).toEqual(['caricamento', 'sostituzione']);
    const originale = await prova.call(`GET ${BOZZE}/${id}/originale`, ANNA);
    expect(originale.testo).toBe(FILE[prima]());
  });

  test.each<[string, Quale, Quale, typeof ANNA]>([
    ['without problems stays where the new one has some', 'buono', 'guasto', ANNA],
    ['of a colleague stays', 'guasto', 'buono', BRUNO],
    ['stays where the very same file comes again', 'guasto', 'guasto', ANNA],
  ])('%s', async (...[, prima, dopo, chi]) => {
    const { id, stato } = await bring(prima);
    await bring(dopo, chi, id);
    const ferma = await readBozza(id);
    expect([ferma.stato, ferma.sostituitaDa]).toEqual([stato, undefined]);
  });

  test('that the organi are looking at stays before their eyes', async () => {
    const { id } = await bring('buono');
    await prova.call(`POST ${BOZZE}/${id}/consultazione`, ANNA);
    await bring('altro', ANNA, id);
    expect((await readBozza(id)).stato).toBe('in-consultazione');
  });

  test('that made way comes back with its file, and stands for itself', async () => {
    const { id } = await bring('guasto');
    await bring('buono', ANNA, id);
    const tornata = await bring('guasto');
    expect([tornata.id, tornata.stato, tornata.sostituitaDa]).toEqual([id, 'rifiutato', undefined]);
  });

  test('makes way for a file that comes by signature, once it is read', async () => {
    const { id } = await bring('guasto');
    const { caricamento, evento } = await send(Buffer.from(FILE.buono()), QUERY, { ...ANNA, id });
    expect((await readBozza(id)).stato).toBe('rifiutato');
    await createRicezione(prova.dipendenze)(evento, 'una');
    await createRicezione(prova.dipendenze)(evento, 'altra');
    const chiusa = await readBozza(id);
    expect([chiusa.stato, chiusa.sostituitaDa, chiusa.atti.length]).toEqual(['ritirato', caricamento, 2]);
  });

  test('of the ambito stays where who looks after the service brings a national file', async () => {
    const query = 'tipo=popolazione&documento=ISTAT&parte=istat-2024';
    const righe = (maschi: string) =>
      `Popolazione residente al 1° gennaio 2025\nCodice comune;Comune;Età;Totale maschi;Totale femmine;Totale\n${COMUNI_CASARANO.map(([codice, nome]) => `${codice};${nome};0;${maschi};1;2\n`).join('')}`;
    const prima = await prova.call(`POST ${BOZZE}?${query}`, { ...ANNA, corpo: righe('l') });
    const { id, stato } = prima.json as CaricamentoDto;
    const amministratore = { gruppi: ['amministratore'], persona: 'dario' };
    const { caricamento, evento } = await send(Buffer.from(righe('1')), query, { ...amministratore, id });
    await createRicezione(prova.dipendenze)(evento, 'una');
    expect([(await readBozza(id)).stato, stato, (await readBozza(caricamento)).stato]).toEqual([
      'rifiutato',
      'rifiutato',
      'letto',
    ]);
  });
});

/** By signature, up to the event that tells of it. */
async function send(byte: Buffer, query: string, { id, ...chi }: { readonly id: string; readonly gruppi: string[] }) {
  const corpo = { byte: byte.length, sha256: createHash('sha256').update(byte).digest('hex') };
  const esito = await prova.call(`POST ${BOZZE}/firma?${query}&sostituisce=${id}`, { ...chi, corpo });
  const { url, caricamento } = esito.json as FirmaDto;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  async function* inUno(): AsyncGenerator<Uint8Array> {
    yield byte;
  }
  const arrivo = { percorso: pathname, query: searchParams, lunghezza: byte.length, corpo: inUno() };
  return { caricamento, evento: buildEventoS3(await prova.arrivi.receive(arrivo), byte.length) };
}

test.each(['', '/firma'])(
  'who names a draft that is not there is told so, and nothing is taken in (%s)',
  async (via) => {
    const byte = Buffer.from(FILE.buono());
    const corpo = via === '' ? byte : { byte: byte.length, sha256: createHash('sha256').update(byte).digest('hex') };
    const prima = await prova.call(`GET ${BOZZE}`, RESPONSABILE);
    const esito = await prova.call(`POST ${BOZZE}${via}?${QUERY}&sostituisce=${'0'.repeat(32)}`, { ...ANNA, corpo });
    expect([esito.stato, (esito.json as { detail: string }).detail]).toEqual([400, expect.stringContaining('non c’è')]);
    expect((await prova.call(`GET ${BOZZE}`, RESPONSABILE)).json).toEqual(prima.json);
  },
);
