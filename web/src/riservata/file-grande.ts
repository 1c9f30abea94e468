/** A file too large for a request: it travels by signature, and then one asks until it is read. */
import * as z from 'zod/mini';
import type { ArrivoDto } from '../../../functions/core/http/schemi.ts';
import type { ApiRiservata, File, Rilettura } from './api.ts';
import { RichiestaError } from './errore.ts';
import { type Inviato, sendFirmato } from './invio.ts';

/** @source functions/core/http/rotte.ts: MASSIMO_FILE_BYTE, MASSIMO_FIRMATO_BYTE */
export const MASSIMO_DIRETTO_BYTE = 4 * 1024 * 1024;
export const MASSIMO_FIRMATO_BYTE = 256 * 1024 * 1024;

export type Passo =
  | { readonly fase: 'impronta' }
  | ({ readonly fase: 'invio' } & Inviato)
  | { readonly fase: 'lettura' };

/** An upload that was begun in this tab, with what the form held: a reload finds it again. */
const sospeso = z.object({
  arrivo: z.string(),
  /** All its bytes have left: it is there, though nobody has begun to read it. */
  inviato: z.boolean(),
  file: z.string(),
  tipo: z.string(),
  parte: z.string(),
  valori: z.record(z.string(), z.string()),
});
export type Sospeso = z.infer<typeof sospeso>;

type Archivio = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (ambito: string) => `osservatorio.arrivo.${ambito}`;

export function readSospeso(archivio: Archivio, ambito: string): Sospeso | null {
  try {
    const letto = z.safeParse(sospeso, JSON.parse(archivio.getItem(keyOf(ambito)) ?? 'null'));
    return letto.success ? letto.data : null;
  } catch {
    return null;
  }
}

export function writeSospeso(archivio: Archivio, ambito: string, valore: Sospeso | null): void {
  if (valore) archivio.setItem(keyOf(ambito), JSON.stringify(valore));
  else archivio.removeItem(keyOf(ambito));
}

interface InvioGrande {
  readonly ambito: string;
  readonly file: File;
  readonly onPasso: (passo: Passo) => void;
  /** Called when the file is expected, before it leaves. */
  readonly onFirma: (arrivo: string) => void;
  readonly segnale: AbortSignal;
}

/** @returns id of the arrival, all of whose bytes have come */
export async function sendGrande(
  api: Pick<ApiRiservata, 'sign'>,
  { ambito, file, onPasso, onFirma, segnale }: InvioGrande,
): Promise<string> {
  onPasso({ fase: 'impronta' });
  const sha256 = await computeImpronta(file.byte);
  segnale.throwIfAborted();
  const firma = await api.sign(ambito, file.parametri, { byte: file.byte.size, sha256 });
  onFirma(firma.arrivo);
  onPasso({ fase: 'invio', inviatiByte: 0, totaleByte: file.byte.size });
  await sendFirmato({
    indirizzo: firma.url,
    byte: file.byte,
    intestazioni: firma.intestazioni,
    onAvanzamento: (inviato) => onPasso({ fase: 'invio', ...inviato }),
    segnale,
  });
  onPasso({ fase: 'lettura' });
  return firma.arrivo;
}

interface Riletta {
  readonly ambito: string;
  /** The draft whose file is read again. */
  readonly id: string;
  readonly come: Rilettura;
  readonly segnale?: AbortSignal;
  /** Called where one has to wait: with what to ask after. */
  readonly onAttesa?: (arrivo: string) => void;
}

/**
 * Reads a draft again, however large its file is.
 * @returns id of the draft that came of it
 */
export async function rereadFile(
  api: Pick<ApiRiservata, 'reread' | 'readArrivo'>,
  { ambito, id, come, segnale = new AbortController().signal, onAttesa }: Riletta,
): Promise<string> {
  const esito = await api.reread(ambito, id, come);
  if (!('scadeIl' in esito)) return esito.id;
  onAttesa?.(esito.id);
  return followArrivo(api, { ambito, arrivo: esito.id, segnale });
}

const ATTESA_MS = 1_000;
const ATTESA_MASSIMA_MS = 5_000;
/** Times in a row that no answer comes, before the person is told: the reading goes on without us. */
const SILENZI = 5;

/**
 * Asks until the file is read.
 * @returns id of the draft
 * @throws RichiestaError where it will never be, or nobody answers any more
 */
export async function followArrivo(
  api: Pick<ApiRiservata, 'readArrivo'>,
  { ambito, arrivo, segnale }: { readonly ambito: string; readonly arrivo: string; readonly segnale: AbortSignal },
): Promise<string> {
  let silenzi = 0;
  for (let attesaMs = ATTESA_MS; ; attesaMs = Math.min(attesaMs * 1.3, ATTESA_MASSIMA_MS)) {
    try {
      const { stato, messaggio, caricamento } = await api.readArrivo(ambito, arrivo);
      silenzi = 0;
      if (stato === 'letto') return caricamento;
      if (isPerso(stato)) throw new RichiestaError('Il file non è stato letto', { dettaglio: messaggio, stato: 503 });
    } catch (errore) {
      const muto = errore instanceof RichiestaError && errore.stato === null;
      silenzi += 1;
      if (!muto || silenzi > SILENZI) throw errore;
    }
    await wait(attesaMs, segnale);
  }
}

/** How long a file that left in the very moment of a reload may take to be seen. */
const VISTE = 4;

/** Whether a file that was leaving when the page was reloaded has arrived after all. */
export async function hasArrivato(
  api: Pick<ApiRiservata, 'readArrivo'>,
  { ambito, arrivo, segnale }: { readonly ambito: string; readonly arrivo: string; readonly segnale: AbortSignal },
): Promise<boolean> {
  for (let volta = 1; ; volta++) {
    const { stato } = await api.readArrivo(ambito, arrivo);
    if (stato !== 'atteso') return stato !== 'scaduto';
    if (volta === VISTE) return false;
    await wait(ATTESA_MS, segnale);
  }
}

/** What will never become a draft. */
export function isPerso(stato: ArrivoDto['stato']): boolean {
  return stato === 'interrotto' || stato === 'scaduto';
}

/** Hexadecimal, of the whole file: the storage takes these bytes and no others. */
async function computeImpronta(byte: Blob): Promise<string> {
  const impronta = new Uint8Array(await crypto.subtle.digest('SHA-256', await byte.arrayBuffer()));
  return [...impronta].map((uno) => uno.toString(16).padStart(2, '0')).join('');
}

function wait(attesaMs: number, segnale: AbortSignal): Promise<void> {
  if (segnale.aborted) return Promise.reject(segnale.reason);
  return new Promise((then, fail) => {
    const sveglia = setTimeout(then, attesaMs);
    segnale.addEventListener(
      'abort',
      () => {
        clearTimeout(sveglia);
        fail(segnale.reason);
      },
      { once: true },
    );
  });
}
