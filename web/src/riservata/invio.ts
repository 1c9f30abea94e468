/** Sending a file and telling how much of it has left: `fetch` does not tell. */
import { RichiestaError, toErrore, toErroreDiRete } from './errore.ts';

interface Invio {
  readonly metodo: 'POST' | 'PUT';
  readonly indirizzo: string;
  readonly byte: Blob;
  readonly intestazioni: Readonly<Record<string, string>>;
  /** Share of the file that has left, 0 to 1. */
  readonly onAvanzamento: (quota: number) => void;
  /** Breaks it off. */
  readonly segnale?: AbortSignal | undefined;
}

/** The person gave it up: not a fault. */
export class InvioAnnullatoError extends Error {
  override readonly name = 'InvioAnnullatoError';
}

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
    richiesta.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onAvanzamento(loaded / total);
    });
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
