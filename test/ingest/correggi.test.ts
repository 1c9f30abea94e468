/** A reading corrected without touching the file: from the refused draft to the published figure that says so. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaricamentoDto, SpiegazioneDto } from '../../functions/core/http/schemi.ts';
import {
  type Correzione,
  correctContesto,
  rereadCaricamento,
  toParametriRilettura,
} from '../../functions/ingest/correggi.ts';
import { rebuildEdizione } from '../../functions/ingest/ricostruisci.ts';
import type { Caricamento } from '../../functions/store/caricamenti.ts';
import { ContenutoGuastoError } from '../../functions/store/errori.ts';
import { expectForma } from '../api/forma.ts';
import { type Prova, registerCasarano, startProva } from '../api/prova.ts';
import { createCaricamento } from '../store/esempi.ts';

const RESPONSABILE = { gruppi: ['casarano/responsabile'] };
const OPERATORE = { gruppi: ['casarano/operatore'] };
const QUERY = 'tipo=spesa-storica&documento=Piano&parte=2018-2020&periodo=2018-2020';
const BOZZE = '/ambiti/casarano/caricamenti';

let prova: Prova;
/** Piano Sociale di Zona 2022-2024 di Casarano, par. 1.4, with a heading that nobody knows and a line that is no row. */
let strana: string;
beforeAll(async () => {
  prova = await startProva();
  const spesa = await readFile(join(import.meta.dirname, '../../data/casarano/2018-2020/spesa-storica.csv'), 'utf8');
  strana = `${spesa.replace('COMUNE DI', 'Chi spende').trimEnd()}\n;dati trasmessi;in ritardo;\n`;
  await registerCasarano(prova);
});
afterAll(() => prova.stop());

const bring = async (corpo: string, chi: object = OPERATORE) =>
  (await prova.call(`POST ${BOZZE}?${QUERY}`, { ...chi, corpo })).json as CaricamentoDto;
const correct = (id: string, correzioni: string, chi: object = OPERATORE) =>
  prova.call(`POST ${BOZZE}/${id}/correzioni`, { ...chi, corpo: { correzioni } });
const readStato = async (id: string) =>
  ((await prova.call(`GET ${BOZZE}/${id}`, RESPONSABILE)).json as CaricamentoDto).stato;

test('the file is read again from the original, published, explained, and read so again ever after', async () => {
  const prima = await bring(strana);
  expect(prima.stato).toBe('rifiutato');
  const riga = strana.trimEnd().split('\n').length;

  const esito = await correct(prima.id, `riga ${riga}=nota;  colonna 2=comune`);
  expect(esito.stato).toBe(201);
  expectForma('caricamento-correggi', esito);
  const bozza = esito.json as CaricamentoDto;
  expect(bozza).toMatchObject({
    stato: 'letto',
    righe: 7,
    problemiTotali: 0,
    sha256: prima.sha256,
    contesto: { correzioni: `colonna 2=comune; riga ${riga}=nota` },
    interpretazione: {
      correzioni: [`La colonna 2 si legge come «Comune».`, `La riga ${riga} è una nota, fuori dai dati.`],
    },
  });
  expect(await readStato(prima.id)).toBe('ritirato');

  await prova.call(`POST ${BOZZE}/${bozza.id}/pubblicazione`, { ...RESPONSABILE, corpo: { base: bozza.base } });
  const spiegata = await prova.call('GET /ambiti/casarano/indicatori/spesa-storica-media/spiegazione?comune=075016');
  expectForma('spiegazione', spiegata);
  expect((spiegata.json as SpiegazioneDto).fonti[0]?.correzioni).toEqual(bozza.interpretazione.correzioni);
  expect((spiegata.json as SpiegazioneDto).ingressi[0]?.scritto).toMatch(/1\.435\.449,13|478\.483/);

  const adesso = new Date('2026-07-01T00:00:00Z');
  const rifatta = await rebuildEdizione(prova.deposito, { ambito: 'casarano', ruolo: 'amministratore', adesso });
  expect(rifatta?.numero).toBe(1);
});

test('without corrections it is the reading of before again, the same draft', async () => {
  const prima = await bring(`${strana};altre note;;\n`);
  const corretta = (await correct(prima.id, 'riga 2=nota')).json as CaricamentoDto;
  expect(corretta.id).not.toBe(prima.id);
  const tornata = await correct(corretta.id, '');
  expect([tornata.stato, (tornata.json as CaricamentoDto).id]).toEqual([200, prima.id]);
  expect([await readStato(prima.id), await readStato(corretta.id)]).toEqual(['rifiutato', 'ritirato']);
});

test('the same corrections said otherwise, or brought with the file, are one draft', async () => {
  const prima = await bring(`${strana};ancora note;;\n`);
  const una = (await correct(prima.id, 'riga 2=nota; righe 3-4=dato')).json as CaricamentoDto;
  const altra = await prova.call(`POST ${BOZZE}?${QUERY}&correzioni=righe%203-4=dato;riga%202%20=%20nota`, {
    ...OPERATORE,
    corpo: `${strana};ancora note;;\n`,
  });
  expect([altra.stato, (altra.json as CaricamentoDto).id]).toEqual([200, una.id]);
});

test('the copy to be corrected, mended and brought back, is the table', async () => {
  const rotto = strana
    .replace('Chi spende', 'COMUNE DI')
    .replace('€ 295.109,83', '295.l09,83')
    .replace(/;dati trasmessi.*\n/, '');
  const { id } = await bring(rotto);
  const esito = await prova.call(`GET ${BOZZE}/${id}/copia-corretta`, OPERATORE);
  expectForma('caricamento-copia', esito);
  expect(esito.headers['content-disposition']).toContain('casarano-spesa-storica-2018-2020-da-correggere.csv');
  expect(esito.testo).toMatch(/^Collepasso;2018-2020;"295\.l09,83";"98369,94";"«295\.l09,83»: non è un numero/m);
  expect((await bring(esito.testo)).problemi.map(({ riga, colonna, valore }) => [riga, colonna, valore])).toEqual([
    [3, 3, '295.l09,83'],
  ]);
  expect(await bring(esito.testo.replace('295.l09,83', '295.109,83'))).toMatchObject({ stato: 'letto', righe: 7 });
});

test('what the organi are looking at stays before their eyes', async () => {
  const { id } = await bring(strana.replace('Chi spende', 'COMUNE DI').replace(/;dati trasmessi.*\n/, ''));
  await prova.call(`POST ${BOZZE}/${id}/consultazione`, OPERATORE);
  const riletta = await correct(id, 'riga 1=nota');
  expect([riletta.stato, await readStato(id)]).toEqual([201, 'in-consultazione']);
});

test('where no copy can be made, what must be done first is told', async () => {
  const { id } = await bring('buongiorno\na tutti\n');
  const esito = await prova.call(`GET ${BOZZE}/${id}/copia-corretta`, OPERATORE);
  expectForma('caricamento-copia', esito);
  expect([esito.stato, (esito.json as { detail: string }).detail]).toEqual([
    422,
    expect.stringContaining('correggendo la lettura'),
  ]);
});

test('an operatore who corrects a colleague’s draft leaves it there', async () => {
  const prima = await bring(`${strana};d’altri;;\n`, { ...OPERATORE, persona: 'anna' });
  await correct(prima.id, 'riga 2=nota', { ...OPERATORE, persona: 'bruno' });
  expect(await readStato(prima.id)).toBe('rifiutato');
});

test.each([
  ['riga due=nota', /non si capisce/],
  ['colonna 2=anno; colonna 3=anno', /non possono essere tutte e due/],
])('corrections that cannot hold are a 400 that says why: %s', async (correzioni, detto) => {
  const { id } = await bring(strana);
  const esito = await correct(id, correzioni);
  expect([esito.stato, (esito.json as { detail: string }).detail]).toEqual([400, expect.stringMatching(detto)]);
});

describe('what the new draft is made of', () => {
  const fonte = { documento: 'Piano' };
  const di = (contesto: Caricamento['contesto'], altro: Partial<Caricamento> = {}) =>
    createCaricamento('x', { contesto, fonte, ...altro });

  test.each<[string, Caricamento['contesto'], Correzione, Caricamento['contesto']]>([
    [
      'the corrections of before are no longer',
      { parte: 'a', correzioni: 'riga 2=nota' },
      { correzioni: 'riga 3=nota' },
      { parte: 'a', correzioni: 'riga 3=nota' },
    ],
    ['none is none', { parte: 'a', correzioni: 'riga 2=nota' }, { correzioni: '' }, { parte: 'a' }],
    [
      'the sheet stays',
      { parte: 'a', foglio: 'Uno' },
      { correzioni: 'riga 3=nota' },
      { parte: 'a', foglio: 'Uno', correzioni: 'riga 3=nota' },
    ],
    ['or is another', { parte: 'a', foglio: 'Uno' }, { correzioni: '', foglio: 'Due' }, { parte: 'a', foglio: 'Due' }],
  ])('%s', (...[, prima, correzione, dopo]) => {
    expect(correctContesto(di(prima), correzione)).toEqual(dopo);
  });

  test('of the same tipo, from the same source, under the same name', () => {
    const contesto = { parte: 'b' };
    expect(toParametriRilettura(di({ parte: 'a' }), contesto)).toEqual({ tipo: 'famiglie', contesto, fonte });
    const nomeFile = 'famiglie.csv';
    expect(toParametriRilettura(di({ parte: 'a' }, { nomeFile }), contesto)).toEqual({
      ...{ tipo: 'famiglie', contesto, fonte, nomeFile },
    });
  });

  test('an original that is gone makes none', async () => {
    const senza = { ...prova.deposito, originali: { ...prova.originali, open: async () => null } };
    const richiesta = { caricamento: di({ parte: 'a' }), contesto: { parte: 'a' }, ruolo: 'operatore', autore: 'anna' };
    await expect(rereadCaricamento(senza, { ...richiesta, adesso: new Date() })).rejects.toThrow(
      new ContenutoGuastoError(`originale ${'a'.repeat(64)} non trovato`),
    );
  });
});
