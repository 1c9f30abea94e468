/** Sending a file and telling how much of it has left: `fetch` does not tell. */
import { toErrore, toErroreDiRete } from './errore.ts';

interface Invio {
  readonly indirizzo: string;
  readonly byte: Blob;
  readonly gettone: string;
  /** Share of the file that has left, 0 to 1. */
  readonly onAvanzamento: (quota: number) => void;
}

/**
 * @returns the text of the answer
 * @throws RichiestaError for a refusal, or where no answer comes
 */
export function sendByte({ indirizzo, byte, gettone, onAvanzamento }: Invio): Promise<string> {
  return new Promise((then, fail) => {
    const richiesta = new XMLHttpRequest();
    richiesta.open('POST', indirizzo);
    richiesta.setRequestHeader('authorization', `Bearer ${gettone}`);
    // Any other type would be read as text on the way, and lose the letters of Windows-1252.
    richiesta.setRequestHeader('content-type', 'application/octet-stream');
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
    for (const evento of ['error', 'abort', 'timeout'] as const) {
      richiesta.addEventListener(evento, () => fail(toErroreDiRete(evento)));
    }
    richiesta.send(byte);
  });
}

function parseCorpo(testo: string): unknown {
  try {
    return JSON.parse(testo);
  } catch {
    return undefined;
  }
}
