/**
 * Asking the API: every reply is validated, every failure becomes a LetturaError with words for the reader. Apart from the reading: a
 * page that came with its data asks for none.
 */
import type { ProblemJson } from '../../../functions/core/http/schemi.ts';
import { LetturaError } from './errore.ts';
import { codiceOf, genereOf } from './esito.ts';
import type { Lettura, Trasporto } from './letture.ts';
import { parseRisposta, type Risposte, readProblema } from './risposte.ts';

const TIMEOUT_MS = 12_000;
const PAUSA_MS = 1_000;
const PAUSE = 3;

/** @throws LetturaError */
export async function askJson<Nome extends keyof Risposte>(
  trasporto: Trasporto,
  { nome, percorso, signal }: Lettura<Nome>,
): Promise<Risposte[Nome]> {
  const { risposta, corpo } = await send(trasporto, { percorso, signal });
  if (!risposta.ok) throw toErrore(risposta, readProblema(corpo));
  try {
    return parseRisposta(nome, corpo);
  } catch (cause) {
    throw new LetturaError('risposta', { dettaglio: percorso, cause });
  }
}

interface Arrivata {
  readonly risposta: Response;
  readonly corpo: unknown;
}

/** Where too many ask at once, or a service that is away says when it is back, it waits and asks again, as long as the time that it has allows. */
async function send(
  { base, fetch, timeoutMs = TIMEOUT_MS, pausaMs = PAUSA_MS }: Trasporto,
  { percorso, signal }: Pick<Lettura<string>, 'percorso' | 'signal'>,
): Promise<Arrivata> {
  const fine = Date.now() + timeoutMs;
  const scadenza = AbortSignal.timeout(timeoutMs);
  for (let pause = 0; ; pause += 1) {
    const arrivata = await fetch(`${base}${percorso}`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.any([signal, scadenza]),
    })
      .then(async (risposta) => ({ risposta, corpo: await readCorpo(risposta) }))
      .catch((cause: unknown) => {
        if (signal.aborted) throw cause;
        throw new LetturaError(scadenza.aborted ? 'tempo' : 'rete', { cause });
      });
    const dettaMs = readAttesaMs(arrivata.risposta);
    const attesaMs = dettaMs ?? pausaMs * 2 ** pause;
    const { status } = arrivata.risposta;
    const torna = status === 429 || (status === 503 && dettaMs !== null);
    if (!torna || pause === PAUSE || Date.now() + attesaMs > fine) return arrivata;
    await new Promise((then) => setTimeout(then, attesaMs));
  }
}

/** @returns null where the answer does not say how long to wait: in seconds, or until a date */
function readAttesaMs({ headers }: Response): number | null {
  const scritto = headers.get('retry-after');
  if (scritto === null) return null;
  if (/^\d+$/.test(scritto)) return Number(scritto) * 1_000;
  const quando = Date.parse(scritto);
  return Number.isNaN(quando) ? null : Math.max(0, quando - Date.now());
}

async function readCorpo(risposta: Response): Promise<unknown> {
  const testo = await risposta.text();
  try {
    return JSON.parse(testo);
  } catch {
    // What stands between us and the API (a gateway, a captive portal) may answer with HTML: not a reply of ours.
    return undefined;
  }
}

function toErrore(risposta: Response, problema: ProblemJson | null): LetturaError {
  const richiesta = risposta.headers.get('x-request-id') ?? undefined;
  return new LetturaError(genereOf(risposta.status), {
    stato: risposta.status,
    // A fault tells its code and nothing else: the page has a line for it.
    ...(risposta.status !== 500 && { dettaglio: problema?.detail }),
    richiesta: codiceOf(problema?.instance) ?? richiesta,
  });
}
