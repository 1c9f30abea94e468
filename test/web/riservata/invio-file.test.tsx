/** A file on its way from the desk: tried again without being chosen again, given up, and never sent twice where it has arrived. */
import { act } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CaricamentoDto, FirmaDto } from '../../../functions/core/http/schemi.ts';
import type { Api } from '../../../web/src/api/letture.ts';
import type { ApiRiservata } from '../../../web/src/riservata/api.ts';
import { toErroreDiRete } from '../../../web/src/riservata/errore.ts';
import { ErroreDiRichiesta, EsitoAzione } from '../../../web/src/riservata/esito.tsx';
import { MASSIMO_DIRETTO_BYTE, readSospeso } from '../../../web/src/riservata/file-grande.ts';
import * as invio from '../../../web/src/riservata/invio.ts';
import { useInvioFile } from '../../../web/src/riservata/invio-file.ts';
import { ConScrivania } from '../../../web/src/riservata/scrivania.tsx';
import { buildBozza } from './bozze.ts';
import { type Montato, mount, waitFor } from './monta.ts';

const PICCOLO = new File(['a;b'], 'piccolo.csv');
const GRANDE = new File([new Uint8Array(MASSIMO_DIRETTO_BYTE + 1)], 'grande.csv');
const FIRMA: FirmaDto = {
  arrivo: 'arrivo',
  caricamento: 'una',
  metodo: 'PUT',
  url: '/arrivi/x',
  intestazioni: {},
  scadeIl: '2026-06-22T09:00:00.000Z',
};
const caduta = () => Promise.reject(toErroreDiRete('caduta'));

let montato: Montato;
const aperte: CaricamentoDto[] = [];
afterEach(async () => {
  await montato.remove();
  aperte.length = 0;
  window.sessionStorage.clear();
  vi.restoreAllMocks();
});

function Prova({ file }: { file: File }) {
  const { azione, passo, send, giveUp } = useInvioFile('casarano', async (bozza) => void aperte.push(bozza));
  const modulo = { tipo: 'fondi', parte: 'intera', valori: {} };
  return (
    <>
      <button type="button" onClick={() => send({ file, parametri: { tipo: 'fondi' }, modulo })}>
        Carica
      </button>
      <button type="button" onClick={giveUp}>
        Annulla l’invio
      </button>
      <p>{passo?.fase}</p>
      <EsitoAzione azione={azione} />
      {azione.stato === 'fallita' && <ErroreDiRichiesta errore={azione.errore} onRiprova={azione.riprova} daSolo />}
    </>
  );
}

async function start(file: File, api: Partial<ApiRiservata>): Promise<void> {
  const riservata = { readBozza: async () => buildBozza(), ...api } as ApiRiservata;
  montato = await mount(
    <ConScrivania value={{ riservata, pubblica: {} as Api, reenter: () => undefined }}>
      <Prova file={file} />
    </ConScrivania>,
  );
  await montato.press('Carica');
}

const arrivo = { stato: 'letto', caricamento: 'una' } as Awaited<ReturnType<ApiRiservata['readArrivo']>>;

describe('a file that goes with a request', () => {
  test('whose line fails goes again as it is', async () => {
    const sendFile = vi.fn<ApiRiservata['sendFile']>().mockImplementationOnce(caduta).mockResolvedValue(buildBozza());
    await start(PICCOLO, { sendFile });
    expect(montato.nodo.textContent).toContain('Non riusciamo a raggiungere il servizio');
    await montato.press('Riprova');
    expect(sendFile.mock.calls.map(([, { byte }]) => byte)).toEqual([PICCOLO, PICCOLO]);
    expect(aperte.map(({ id }) => id)).toEqual(['una']);
  });

  test('waits for the line by itself where the browser says that there is none', async () => {
    vi.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false);
    const sendFile = vi.fn<ApiRiservata['sendFile']>().mockImplementationOnce(caduta).mockResolvedValue(buildBozza());
    await start(PICCOLO, { sendFile });
    expect(montato.nodo.textContent).toContain('Appena torna la connessione si riprende da sé');
    await act(async () => window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(aperte.length).toBe(1));
    window.dispatchEvent(new Event('online'));
    expect(sendFile).toHaveBeenCalledTimes(2);
  });

  test('is given up while it leaves', async () => {
    const sendFile: ApiRiservata['sendFile'] = (_ambito, _file, { segnale }) =>
      new Promise((_, fail) => segnale.addEventListener('abort', () => fail(new invio.InvioAnnullatoError())));
    await start(PICCOLO, { sendFile });
    await montato.press('Annulla l’invio');
    expect(montato.nodo.textContent).toContain('Invio annullato');
    expect(aperte).toEqual([]);
  });
});

describe('a file that goes by signature', () => {
  test('that has arrived is asked about again, not sent again', async () => {
    const put = vi.spyOn(invio, 'sendFirmato').mockResolvedValue(undefined);
    const readArrivo = vi.fn<ApiRiservata['readArrivo']>().mockImplementationOnce(() => Promise.reject(new Error('x')));
    await start(GRANDE, { sign: async () => FIRMA, readArrivo: readArrivo.mockResolvedValue(arrivo) });
    await waitFor(() => expect(montato.nodo.textContent).toContain('si è fermata per un errore'));
    expect(readSospeso(window.sessionStorage, 'casarano')).toMatchObject({ arrivo: 'arrivo', inviato: true });
    await montato.press('Riprova');
    await waitFor(() => expect(aperte.length).toBe(1));
    expect([put.mock.calls.length, readSospeso(window.sessionStorage, 'casarano')]).toEqual([1, null]);
  });

  test('that has not arrived is signed and sent anew', async () => {
    const put = vi.spyOn(invio, 'sendFirmato').mockImplementationOnce(caduta).mockResolvedValue(undefined);
    await start(GRANDE, { sign: async () => FIRMA, readArrivo: async () => arrivo });
    await waitFor(() => expect(montato.nodo.textContent).toContain('Non riusciamo a raggiungere'));
    await montato.press('Riprova');
    await waitFor(() => expect(aperte.length).toBe(1));
    expect(put.mock.calls.map(([{ byte }]) => byte)).toEqual([GRANDE, GRANDE]);
  });
});
