/** Sending a file and telling how much of it has left: `fetch` does not tell. */
import { RichiestaError, toErrore, toErroreDiRete } from './errore.ts';

/** How much of the file has left. */
export interface Inviato {
  readonly inviatiByte: number;
  readonly totaleByte: number;
}

interface Invio {
  readonly metodo: 'POST' | 'PUT';
  readonly indirizzo: string;
  readonly byte: Blob;
  readonly intestazioni: Readonly<Record<string, string>>;
  readonly onAvanzamento: (inviato: Inviato) => void;
  /** Breaks it off. */
  readonly segnale?: AbortSignal | undefined;
}

/** The person gave it up: not a fault. */
export class InvioAnnullatoError extends Error {
  override readonly name = 'InvioAnnullatoError';
}

/** A line that carries nothing for as long is cut, though nobody has said so: a cable that was pulled out says nothing. */
export const FERMO_MS = 60_000;

/**
 * @returns the text of the answer
 * @throws RichiestaError for a refusal, or where no answer comes
 * @throws InvioAnnullatoError
 */
export function sendByte({ metodo, indirizzo, byte, intestazioni, onAvanzamento, segnale }: Invio): Promise<string> {
  return new Promise((then, fail) => {
    const richiesta = new XMLHttpRequest();
    if (segnale?.aborted) {
      fail(new InvioAnnullatoError());
      return;
    }
    segnale?.addEventListener('abort', () => richiesta.abort(), { once: true });
    richiesta.open(metodo, indirizzo);
    for (const [nome, valore] of Object.entries(intestazioni)) richiesta.setRequestHeader(nome, valore);
    let sveglia: ReturnType<typeof setTimeout> | undefined;
    const watch = () => {
      clearTimeout(sveglia);
      sveglia = setTimeout(() => {
        fail(toErroreDiRete('nothing leaves any more'));
        richiesta.abort();
      }, FERMO_MS);
    };
    richiesta.upload.addEventListener('progress', ({ loaded, total }) => {
      watch();
      if (total > 0) onAvanzamento({ inviatiByte: loaded, totaleByte: total });
    });
    // All of it has left: from here on one waits for who reads it, who may take their time.
    richiesta.upload.addEventListener('loadend', () => clearTimeout(sveglia));
    richiesta.addEventListener('load', () => {
      if (richiesta.status < 300) then(richiesta.responseText);
      else {
        fail(
          toErrore(richiesta.status, parseCorpo(richiesta.responseText), (nome) => richiesta.getResponseHeader(nome)),
        );
      }
    });
    richiesta.addEventListener('abort', () => fail(new InvioAnnullatoError()));
    for (const evento of ['error', 'timeout'] as const) {
      richiesta.addEventListener(evento, () => fail(toErroreDiRete(evento)));
    }
    watch();
    richiesta.send(byte);
  });
}

/** To where a signature lets it in: who answers there is a storage, and tells nothing that a person can use. */
export async function sendFirmato(invio: Omit<Invio, 'metodo'>): Promise<void> {
  try {
    await sendByte({ ...invio, metodo: 'PUT' });
  } catch (errore) {
    if (!(errore instanceof RichiestaError) || errore.stato === null) throw errore;
    throw new RichiestaError('Il file non è arrivato', {
      dettaglio: 'L’invio non è stato accettato: forse è durato troppo. Riprova: il file scelto è ancora qui.',
      stato: null,
      richiesta: errore.richiesta,
      cause: errore,
    });
  }
}

function parseCorpo(testo: string): unknown {
  try {
    return JSON.parse(testo);
  } catch {
    return undefined;
  }
}
