import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CalendarioDto } from '../../functions/core/http/schemi.ts';
import { publishCampioni } from '../../functions/locale/campioni.ts';
import { getProprieta, listEventiIcs, parseIcs, readTesto } from '../ics.ts';
import { expectForma } from './forma.ts';
import { type Prova, registerCasarano, startProva } from './prova.ts';

let prova: Prova;
beforeAll(async () => {
  prova = await startProva();
  await publishCampioni(prova.deposito, join(import.meta.dirname, '../../data'), prova.dipendenze.now);
});
afterAll(() => prova.stop());

async function readCalendario(richiesta: string): Promise<CalendarioDto> {
  const esito = await prova.call(`GET ${richiesta}`);
  expectForma('calendario', esito);
  return esito.json as CalendarioDto;
}

// Rows of the three documents: how many, and how many of them leave the date blank.
describe.each([
  ['/ambiti/casarano/calendario', 47, 5],
  ['/ambiti/casarano/calendario?ciclo=2026-2028', 13, 0],
  ['/ambiti/casarano/calendario?ciclo=2022-2024', 34, 5],
  ['/ambiti/casarano/calendario?ciclo=1990-1992', 0, 0],
  ['/ambiti/lecce/calendario', 23, 1],
  ['/ambiti/fasano/calendario', 2, 0],
])('%s', (richiesta, tutti, senzaData) => {
  test('has every event of the documents, and counts those without a date', async () => {
    const calendario = await readCalendario(richiesta);
    expect([calendario.eventi.length, calendario.senzaData]).toEqual([tutti, senzaData]);
    expect(calendario.eventi.filter(({ data }) => data === null)).toHaveLength(senzaData);
  });

  test('and the same, but those without a date, for diaries', async () => {
    const { eventi } = await readCalendario(richiesta);
    const esito = await prova.call(`GET ${richiesta.replace('calendario', 'calendario.ics')}`);
    expectForma('calendario-ics', esito);
    const calendario = parseIcs(esito.testo);
    const uid = listEventiIcs(calendario).map((evento) => getProprieta(evento, 'UID')?.valore);
    expect(uid).toEqual(eventi.filter(({ data }) => data !== null).map((evento) => evento.uid));
    expect(new Set(uid).size).toBe(uid.length);
    const detto = readTesto(calendario, 'DESCRIPTION') ?? '';
    expect(/(\d+|Uno) non h/.exec(detto)?.[1] ?? '0').toBe(senzaData === 1 ? 'Uno' : `${senzaData}`);
  });
});

test('a tavolo as the avviso prints it, in a diary', async () => {
  const { testo, headers } = await prova.call('GET /ambiti/casarano/calendario.ics?ciclo=2026-2028');
  expect(headers['content-disposition']).toBe('attachment; filename="casarano-calendario-2026-2028.ics"');
  const tavolo = listEventiIcs(parseIcs(testo)).find((evento) => readTesto(evento, 'SUMMARY')?.startsWith('Tavolo 3:'));
  if (!tavolo) throw new Error('no tavolo 3');
  expect(readTesto(tavolo, 'SUMMARY')).toBe('Tavolo 3: Le politiche familiari e povertà educativa');
  expect(getProprieta(tavolo, 'DTSTART')).toMatchObject({
    parametri: { TZID: 'Europe/Rome' },
    valore: '20260623T090000',
  });
  expect(getProprieta(tavolo, 'DTEND')?.valore).toBe('20260623T110000');
  expect(readTesto(tavolo, 'LOCATION')).toMatch(/^Sala "Falcone Borsellino" presso la sede dell'ATS/);
  const { pubblicataIl } = (await prova.call('GET /ambiti/casarano')).json as { pubblicataIl: string };
  expect(getProprieta(tavolo, 'DTSTAMP')?.valore).toBe(`${pubblicataIl.slice(0, 19).replace(/[-:]/g, '')}Z`);
});

test('pages of a calendar repeat the count of the whole', async () => {
  const prima = await readCalendario('/ambiti/casarano/calendario?limite=40');
  const seconda = await readCalendario(`/ambiti/casarano/calendario?limite=40&cursore=${prima.cursore}`);
  expect([prima.eventi.length, seconda.eventi.length, seconda.cursore]).toEqual([40, 7, null]);
  expect([prima.senzaData, seconda.senzaData]).toEqual([5, 5]);
});

test.each(['2026', '2026-28', '=1+1'])('a ciclo written as «%s» is refused', async (ciclo) => {
  const esito = await prova.call(`GET /ambiti/casarano/calendario?ciclo=${encodeURIComponent(ciclo)}`);
  expect([esito.stato, esito.testo.includes('serve un ciclo come 2026-2028')]).toEqual([400, true]);
});

describe('an ambito that has published nothing', () => {
  let nuova: Prova;
  beforeAll(async () => {
    nuova = await startProva();
    await registerCasarano(nuova);
  });
  afterAll(() => nuova.stop());

  test('has an empty calendar, that a diary still takes', async () => {
    const { json } = await nuova.call('GET /ambiti/casarano/calendario');
    expect(json).toEqual({ edizione: 0, versione: 0, eventi: [], senzaData: 0, cursore: null });
    const { stato, testo } = await nuova.call('GET /ambiti/casarano/calendario.ics');
    expect([stato, listEventiIcs(parseIcs(testo))]).toEqual([200, []]);
  });
});
