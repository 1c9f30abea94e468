/** What may be done to a draft, and the line that each act leaves: from the store alone, whoever asks. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hideBozza, showBozza, supersedeBozza, withdrawBozza } from '../../functions/ingest/bozze.ts';
import { toCaricamentoDto, toPseudonimo } from '../../functions/ingest/caricamenti.ts';
import { type Caricamento, readCaricamento, type StatoCaricamento } from '../../functions/store/caricamenti.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { type Banco, startBanco } from '../store/banco.ts';
import { createCaricamento, putCaricamento } from '../store/esempi.ts';
import { createAmbito } from './scena.ts';

const CHI = { quando: '2026-06-22T09:00:00.000Z', ruolo: 'responsabile' } as const;

let banco: Banco;
let deposito: Deposito;
beforeAll(async () => {
  banco = await startBanco();
  deposito = await banco.createDeposito();
});
afterAll(() => banco.stop());

let volta = 0;
let chiave: Pick<Caricamento, 'ambito' | 'id'>;
beforeEach(() => {
  volta += 1;
  chiave = { ambito: 'fasano', id: `bozza-${volta}` };
});

async function put(stato: StatoCaricamento, altro: Partial<Caricamento> = {}): Promise<void> {
  await putCaricamento(deposito, createCaricamento(chiave.id, { stato, autore: 'anna', ...altro }));
}
const read = () => readCaricamento(deposito, chiave.ambito, chiave.id);

const ATTI = {
  shown: (bozza = chiave) => showBozza(deposito, bozza, CHI),
  'taken back': (bozza = chiave) => hideBozza(deposito, bozza, CHI),
  withdrawn: (bozza = chiave) => withdrawBozza(deposito, bozza, CHI),
  superseded: (bozza = chiave) => supersedeBozza(deposito, bozza, { ...CHI, autore: 'anna', dopo: 'nuova' }),
} as const;
type Atto = keyof typeof ATTI;

describe('an act', () => {
  test.each<[Atto, StatoCaricamento, StatoCaricamento, string]>([
    ['shown', 'letto', 'in-consultazione', 'consultazione'],
    ['taken back', 'in-consultazione', 'letto', 'fine-consultazione'],
    ['withdrawn', 'letto', 'ritirato', 'ritiro'],
    ['withdrawn', 'rifiutato', 'ritirato', 'ritiro'],
    ['withdrawn', 'in-consultazione', 'ritirato', 'ritiro'],
    ['superseded', 'letto', 'ritirato', 'sostituzione'],
    ['superseded', 'rifiutato', 'ritirato', 'sostituzione'],
  ])('%s, one that is %s becomes %s and says so once, however often it is asked', async (...[atto, da, a, azione]) => {
    const prima = { quando: '2026-06-22T08:00:00.000Z', ruolo: 'operatore', azione: 'caricamento' } as const;
    await put(da, { atti: [prima] });
    for (let i = 0; i < 2; i++) await ATTI[atto]();
    expect(await read()).toMatchObject({
      stato: a,
      pubblicabile: a !== 'ritirato',
      atti: [prima, { ...CHI, azione }],
    });
    expect((await read())?.sostituitaDa).toBe(atto === 'superseded' ? 'nuova' : undefined);
  });

  test.each<[Atto, StatoCaricamento, RegExp]>([
    ['shown', 'rifiutato', /correggilo e ricaricalo/],
    ['shown', 'pubblicato', /già pubblicato: lo vedono tutti/],
    ['shown', 'ritirato', /è stato ritirato/],
    ['taken back', 'pubblicato', /già pubblicato/],
    ['withdrawn', 'pubblicato', /per tornare indietro si ripristina una versione precedente/],
  ])('%s, one that is %s stays as it is: 409', async (...[atto, stato, detto]) => {
    await put(stato);
    await expect(ATTI[atto]()).rejects.toMatchObject({ stato: 409, message: expect.stringMatching(detto) });
    expect(await read()).toMatchObject({ stato });
    expect((await read())?.atti).toBeUndefined();
  });

  test.each(Object.keys(ATTI) as Atto[])('%s, one that is not there is 404', async (atto) => {
    await expect(ATTI[atto]()).rejects.toMatchObject({
      stato: 404,
      message: 'In questo ambito non c’è questo caricamento.',
    });
    expect(await read()).toBeNull();
  });
});

test.each<[string, StatoCaricamento, { ruolo?: string; autore?: string | undefined }]>([
  ['the organi look at it', 'in-consultazione', {}],
  ['it is published', 'pubblicato', {}],
  ['it was withdrawn already', 'ritirato', {}],
  ['it is a colleague’s', 'letto', { ruolo: 'operatore', autore: 'bruno' }],
  ['nobody knows who asks', 'letto', { ruolo: 'operatore', autore: undefined }],
])('a draft makes no way for another where %s', async (...[, stato, chi]) => {
  await put(stato);
  await supersedeBozza(deposito, chiave, { ...CHI, autore: 'anna', ...chi, dopo: 'nuova' });
  expect(await read()).toEqual(createCaricamento(chiave.id, { stato, autore: 'anna' }));
});

test('nor for itself', async () => {
  await put('letto');
  await supersedeBozza(deposito, chiave, { ...CHI, autore: 'anna', dopo: chiave.id });
  expect((await read())?.stato).toBe('letto');
});

test('a draft says nothing of who brought it; it says how long it is, where that is known', () => {
  const dto = toCaricamentoDto(createCaricamento('x', { autore: 'anna', byte: 12 }));
  expect(dto).toMatchObject({ id: 'x', byte: 12, atti: [] });
  expect(JSON.stringify(dto)).not.toMatch(/anna/);
  for (const assente of ['byte', 'sostituitaDa']) {
    expect(Object.keys(toCaricamentoDto(createCaricamento('x')))).not.toContain(assente);
  }
});

test('a person has another name in each ambito, and none where nobody is there', () => {
  const [fasano, lecce] = [createAmbito('fasano'), createAmbito('lecce')];
  expect(toPseudonimo('anna', fasano)).toMatch(/^[0-9a-f]{16}$/);
  expect(toPseudonimo('anna', fasano)).toBe(toPseudonimo('anna', fasano));
  expect(new Set([toPseudonimo('anna', fasano), toPseudonimo('anna', lecce), toPseudonimo('bruno', fasano)]).size).toBe(
    3,
  );
  expect(toPseudonimo(undefined, fasano)).toBeUndefined();
});
