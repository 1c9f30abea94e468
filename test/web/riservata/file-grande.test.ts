/** A reading corrected: at once where the answer is the draft, followed where it is a promise. */
import { expect, test } from 'vitest';
import type { ArrivoDto } from '../../../functions/core/http/schemi.ts';
import type { Rilettura } from '../../../web/src/riservata/api.ts';
import { rereadFile } from '../../../web/src/riservata/file-grande.ts';
import { buildBozza } from './bozze.ts';

const BOZZA = buildBozza();
const COME: Rilettura = { correzioni: 'riga 2=nota' };
const ARRIVO: ArrivoDto = {
  id: 'a'.repeat(32),
  stato: 'letto',
  messaggio: 'Il file è stato riletto: la bozza è pronta.',
  caricamento: 'nuova',
  tipo: 'popolazione',
  parte: 'intera',
  byte: 5_000_000,
  scadeIl: '2026-06-22T08:15:00.000Z',
};
const follow = (risposta: typeof BOZZA | ArrivoDto, poi: ArrivoDto) =>
  rereadFile(
    { reread: async () => risposta, readArrivo: async () => poi },
    { ambito: 'casarano', id: 'prima', come: COME },
  );

test('a small file answers with its draft', async () => {
  expect(await follow(BOZZA, { ...ARRIVO, stato: 'scaduto' })).toBe(BOZZA.id);
});

test('a large one is followed to the draft that comes of it', async () => {
  expect(await follow({ ...ARRIVO, stato: 'atteso' }, ARRIVO)).toBe('nuova');
});

test('one that will never be read says why', async () => {
  const interrotto = { ...ARRIVO, stato: 'interrotto', messaggio: 'La rilettura si è interrotta.' } as const;
  await expect(follow({ ...ARRIVO, stato: 'atteso' }, interrotto)).rejects.toMatchObject({
    dettaglio: 'La rilettura si è interrotta.',
  });
});
