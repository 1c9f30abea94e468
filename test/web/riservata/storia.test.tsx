/** The versions of a table: who may bring one back, and the list that follows, however late the answers are. */
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { VersioniDto } from '../../../functions/core/http/schemi.ts';
import { getTipo } from '../../../functions/core/tabelle/index.ts';
import type { Api } from '../../../web/src/api/letture.ts';
import type { ApiRiservata } from '../../../web/src/riservata/api.ts';
import { ConScrivania } from '../../../web/src/riservata/scrivania.tsx';
import { StoriaVista } from '../../../web/src/riservata/storia.tsx';
import { CASARANO } from '../osservazioni.ts';
import { type Montato, mount } from './monta.ts';
import { toTipoDto } from './tipi.ts';

const buildVersione = (versione: number): VersioniDto['versioni'][number] => ({
  versione,
  edizione: versione,
  pubblicataIl: '2026-06-22T08:00:00.000Z',
  ruolo: 'responsabile',
  sha256: 'a'.repeat(64),
  fonte: { documento: 'Piano Sociale di Zona 2022-2024' },
  righe: 7,
  cambiamenti: { aggiunte: 7, modificate: 0, tolte: 0 },
  parti: [],
});

function buildPubblica(readVersioni: Api['readVersioni']): Api {
  const pubblica: Partial<Api> = {
    readAmbito: async () => ({ ...CASARANO, edizione: 3, pubblicataIl: null, versioni: { fondi: 2 } }),
    readTipi: async () => [toTipoDto(getTipo('fondi'))],
    readVersioni,
  };
  return pubblica as Api;
}

let montato: Montato;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await montato.remove();
  vi.useRealTimers();
});

test('what was there stays, with a word on it, until the answer has what was done', async () => {
  let viste = [2, 1];
  const readVersioni = vi.fn(async () => ({ versioni: viste.map(buildVersione), cursore: null }));
  const restore = vi.fn(async () => ({ edizione: 4, tipo: 'fondi' as const, versione: 3 }));
  const scrivania = {
    pubblica: buildPubblica(readVersioni),
    riservata: { restore } as Partial<ApiRiservata> as ApiRiservata,
    reenter: () => undefined,
  };
  montato = await mount(
    <ConScrivania value={scrivania}>
      <StoriaVista ambito="casarano" ruolo="responsabile" tipo="fondi" />
    </ConScrivania>,
  );
  await montato.press('Rimetti in vigore la versione 1');
  const si = [...montato.nodo.querySelectorAll('dialog button')].at(-1);
  await act(async () => si instanceof HTMLElement && si.click());
  expect(restore).toHaveBeenCalledWith('casarano', 'fondi', 1);
  expect(montato.nodo.textContent).toContain('la versione 1 è di nuovo in vigore, come versione 3');
  expect(montato.nodo.textContent).toContain('si aggiorna da sé');

  viste = [3, 2, 1];
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(montato.nodo.querySelector('.versioni strong')?.textContent).toBe('Versione 3');
  expect(montato.nodo.textContent).not.toContain('si aggiorna da sé');
  const chieste = readVersioni.mock.calls.length;
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(readVersioni.mock.calls.length).toBe(chieste);
});

test.each([
  ['responsabile', 1, false],
  ['operatore', 0, true],
  ['organi', 0, false],
] as const)('%s: ways back %i; who writes and may not is told who may: %s', async (ruolo, bottoni, detto) => {
  const scrivania = {
    pubblica: buildPubblica(async () => ({ versioni: [2, 1].map(buildVersione), cursore: null })),
    riservata: {} as ApiRiservata,
    reenter: () => undefined,
  };
  montato = await mount(
    <ConScrivania value={scrivania}>
      <StoriaVista ambito="casarano" ruolo={ruolo} tipo="fondi" />
    </ConScrivania>,
  );
  expect(montato.nodo.querySelectorAll('.versioni button').length).toBe(bottoni);
  expect(montato.nodo.textContent?.includes('la rimette in vigore il responsabile')).toBe(detto);
});
