/** Bytes on their way: how many have left, given up, broken off, cut where nothing moves. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FERMO_MS, type Inviato, InvioAnnullatoError, sendByte } from '../../../web/src/riservata/invio.ts';

/** What a browser does with a request, done here by hand. */
class Richiesta extends EventTarget {
  static ultima: Richiesta;
  readonly upload = new EventTarget();
  readonly getResponseHeader = (): string | null => null;
  readonly setRequestHeader = (): void => undefined;
  readonly open = (): void => undefined;
  readonly send = (): void => undefined;
  status = 0;
  responseText = '';
  interrotta = false;
  constructor() {
    super();
    Richiesta.ultima = this;
  }
  abort(): void {
    this.interrotta = true;
    this.dispatchEvent(new Event('abort'));
  }
  leave(loaded: number, total = 100): void {
    this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded, total }));
    if (loaded === total) this.upload.dispatchEvent(new Event('loadend'));
  }
  answer(stato: number, testo: string): void {
    this.status = stato;
    this.responseText = testo;
    this.dispatchEvent(new Event('load'));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('XMLHttpRequest', Richiesta);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function send() {
  const inviati: Inviato[] = [];
  const controllo = new AbortController();
  const esito = sendByte({
    metodo: 'PUT',
    indirizzo: '/arrivi/uno',
    byte: new Blob(['x'.repeat(100)]),
    intestazioni: { 'content-type': 'text/csv' },
    onAvanzamento: (inviato) => inviati.push(inviato),
    segnale: controllo.signal,
  }).then(
    (testo) => testo,
    (errore: unknown) => errore,
  );
  return { esito, inviati, richiesta: Richiesta.ultima, controllo };
}

test('what has left is told in bytes, and the answer is what was answered', async () => {
  const { esito, inviati, richiesta } = send();
  richiesta.leave(40);
  richiesta.leave(100);
  richiesta.answer(201, 'fatto');
  expect(await esito).toBe('fatto');
  expect(inviati.map(({ inviatiByte, totaleByte }) => [inviatiByte, totaleByte])).toEqual([
    [40, 100],
    [100, 100],
  ]);
});

test('given up, it is broken off, and that is no fault', async () => {
  const { esito, richiesta, controllo } = send();
  controllo.abort();
  expect(await esito).toBeInstanceOf(InvioAnnullatoError);
  expect(richiesta.interrotta).toBe(true);
});

test('a line that carries nothing for long is cut, and told as one that does not answer', async () => {
  const { esito, richiesta } = send();
  await vi.advanceTimersByTimeAsync(FERMO_MS - 1);
  richiesta.leave(40);
  await vi.advanceTimersByTimeAsync(FERMO_MS - 1);
  expect(richiesta.interrotta).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await esito).toMatchObject({ stato: null, riprovabile: true });
  expect(richiesta.interrotta).toBe(true);
});

test('once all of it has left, who reads it may take their time', async () => {
  const { esito, richiesta } = send();
  richiesta.leave(100);
  await vi.advanceTimersByTimeAsync(10 * FERMO_MS);
  expect(richiesta.interrotta).toBe(false);
  richiesta.answer(201, 'fatto');
  expect(await esito).toBe('fatto');
});
