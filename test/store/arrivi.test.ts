import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type Arrivo,
  claimArrivo,
  concludeArrivo,
  keyOggetto,
  LETTURA_MASSIMA_MS,
  parseOggetto,
  putArrivo,
  readArrivo,
} from '../../functions/store/arrivi.ts';
import { SCADENZA } from '../../functions/store/chiavi.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { type Banco, scanItems, startBanco } from './banco.ts';
import { createArrivo } from './esempi.ts';

const ADESSO = new Date('2026-06-22T08:10:00Z');

let banco: Banco;
let deposito: Deposito;
beforeAll(async () => {
  banco = await startBanco();
});
afterAll(() => banco.stop());
beforeEach(async () => {
  deposito = await banco.createDeposito();
});

async function promise(altro: Partial<Arrivo> = {}): Promise<Arrivo> {
  const arrivo = createArrivo(altro);
  await putArrivo(deposito, arrivo);
  return arrivo;
}

const read = () => readArrivo(deposito, 'fasano', createArrivo().id);
const later = (ms: number) => new Date(ADESSO.getTime() + ms);

test('what was promised is there for who asks, of that ambito alone; it is forgotten a week after its signature ends', async () => {
  const arrivo = await promise();
  expect(await read()).toEqual(arrivo);
  expect(await readArrivo(deposito, 'lecce', arrivo.id)).toBeNull();
  const [item] = await scanItems(deposito);
  expect(item?.[SCADENZA]).toBe(Date.parse('2026-06-29T09:00:00Z') / 1000);
});

test.each<[string, Partial<Arrivo>, { richiesta: string; dopoMs?: number }, boolean]>([
  ['one that waits is taken', {}, { richiesta: 'una' }, true],
  ['after a fault, by any call', { stato: 'fallito', richiesta: 'una' }, { richiesta: 'altra' }, true],
  ['one that is being read, by the same call made again', inLettura(), { richiesta: 'una' }, true],
  ['not by another', inLettura(), { richiesta: 'altra' }, false],
  ['not by another until its time is over', inLettura(), { richiesta: 'altra', dopoMs: LETTURA_MASSIMA_MS }, false],
  ['then by another', inLettura(), { richiesta: 'altra', dopoMs: LETTURA_MASSIMA_MS + 1 }, true],
  ['one that was read, by nobody', { stato: 'letto', richiesta: 'una' }, { richiesta: 'una' }, false],
])('%s', async (...[, prima, { richiesta, dopoMs = 0 }, preso]) => {
  const arrivo = await promise(prima);
  const adesso = later(dopoMs);
  const atteso = { ...arrivo, stato: 'in-lettura', richiesta, lettoDal: adesso.toISOString() };
  expect(await claimArrivo(deposito, arrivo, { richiesta, adesso })).toEqual(preso ? atteso : null);
  expect(await read()).toEqual(preso ? atteso : arrivo);
});

test('a function has its fifteen minutes before another takes its arrival', () => {
  expect(LETTURA_MASSIMA_MS).toBeGreaterThan(15 * 60_000);
});

test('who was late does not write over who took it meanwhile', async () => {
  const arrivo = await promise();
  const lento = await claimArrivo(deposito, arrivo, { richiesta: 'lento', adesso: ADESSO });
  const adesso = later(LETTURA_MASSIMA_MS + 1);
  const svelto = await claimArrivo(deposito, arrivo, { richiesta: 'svelto', adesso });
  if (!lento || !svelto) throw new Error('not taken');
  await concludeArrivo(deposito, lento, 'fallito');
  expect(await read()).toEqual(svelto);
  await concludeArrivo(deposito, svelto, 'letto');
  expect(await read()).toEqual({ ...svelto, stato: 'letto' });
});

test('the storage that refuses is a fault, not somebody else', async () => {
  const arrivo = await promise();
  const altrove = { ...deposito, tabella: 'che non c’è' };
  await expect(claimArrivo(altrove, arrivo, { richiesta: 'una', adesso: ADESSO })).rejects.toThrow();
});

test.each([
  `arrivi/fasano/${'0'.repeat(31)}`,
  `arrivi/fasano/${'0'.repeat(33)}`,
  `arrivi/fasano/${'0'.repeat(32)}/altro`,
  `altrove/arrivi/fasano/${'0'.repeat(32)}`,
  `arrivi/Fasano/${'0'.repeat(32)}`,
  `arrivi/${'0'.repeat(32)}`,
])('the key %s is of no arrival', (chiave) => {
  expect(parseOggetto(chiave)).toBeNull();
});

test('the key of an arrival says which it is', () => {
  const { ambito, id } = createArrivo({ ambito: 'ats-2', id: 'a1'.repeat(16) });
  expect(keyOggetto({ ambito, id })).toBe(`arrivi/ats-2/${id}`);
  expect(parseOggetto(keyOggetto({ ambito, id }))).toEqual({ ambito, id });
});

function inLettura(): Partial<Arrivo> {
  return { stato: 'in-lettura', richiesta: 'una', lettoDal: ADESSO.toISOString() };
}
