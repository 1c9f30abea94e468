/** A large file that is read again while one waits: what was promised is asked about, never asked for twice. */
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ArrivoDto } from '../../../functions/core/http/schemi.ts';
import type { Api } from '../../../web/src/api/letture.ts';
import type { ApiRiservata } from '../../../web/src/riservata/api.ts';
import { RichiestaError } from '../../../web/src/riservata/errore.ts';
import { ErroreDiRichiesta } from '../../../web/src/riservata/esito.tsx';
import { useRileggi } from '../../../web/src/riservata/rileggi.ts';
import { ConScrivania } from '../../../web/src/riservata/scrivania.tsx';
import { type Montato, mount, waitFor } from './monta.ts';

const ARRIVO: ArrivoDto = {
  id: 'arrivo',
  stato: 'letto',
  messaggio: '',
  caricamento: 'nuova',
  tipo: 'popolazione',
  parte: 'intera',
  byte: 5_000_000,
  scadeIl: '2026-06-22T08:15:00.000Z',
};

let montato: Montato;
afterEach(async () => {
  await montato.remove();
  window.sessionStorage.clear();
});

function Prova() {
  const { azione, reread } = useRileggi('casarano', 'prima');
  return (
    <>
      <button type="button" onClick={() => reread({ correzioni: 'riga 2=nota' })}>
        Rileggi
      </button>
      {azione.stato === 'fallita' && <ErroreDiRichiesta errore={azione.errore} onRiprova={azione.riprova} />}
    </>
  );
}

test.each<[string, number | null, number]>([
  ['that could not be asked about is asked about', null, 1],
  ['that came to nothing is asked for anew', 503, 2],
])('a reading %s', async (_titolo, stato, volte) => {
  const reread = vi.fn<ApiRiservata['reread']>().mockResolvedValue({ ...ARRIVO, stato: 'atteso' });
  const guasto = new RichiestaError('Guasto', { dettaglio: '', stato });
  const readArrivo = vi.fn<ApiRiservata['readArrivo']>().mockResolvedValue(ARRIVO);
  // As many silences in a row as one waits through, and one more.
  for (let volta = 0; volta < (stato === null ? 6 : 1); volta++) readArrivo.mockRejectedValueOnce(guasto);
  vi.useFakeTimers();
  const riservata = { reread, readArrivo } as Partial<ApiRiservata> as ApiRiservata;
  const history = createMemoryHistory({ initialEntries: ['/'] });
  const routeTree = createRootRoute({
    component: () => (
      <ConScrivania value={{ riservata, pubblica: {} as Api, reenter: () => undefined }}>
        <Prova />
      </ConScrivania>
    ),
  });
  const router = createRouter({ routeTree, history });
  await router.load();
  montato = await mount(<RouterProvider router={router} />);
  await montato.press('Rileggi');
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  vi.useRealTimers();
  await waitFor(() => expect(montato.nodo.textContent).toContain('Guasto'));
  await montato.press('Riprova');
  await waitFor(() => expect(history.location.pathname).toBe('/area-riservata/casarano/bozze/nuova'));
  expect(reread).toHaveBeenCalledTimes(volte);
});
