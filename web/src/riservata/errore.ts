/** Why something asked at the desk was not done, in words for who asked. */
import * as z from 'zod/mini';
import { type ProblemJson, problemJson } from '../../../functions/core/http/schemi.ts';
import { codiceOf } from '../api/esito.ts';

interface Particolari {
  readonly dettaglio: string;
  /** HTTP status; null where no answer came. */
  readonly stato: number | null;
  readonly problemi?: ProblemJson['problemi'];
  readonly richiesta?: string | undefined;
  readonly attesaS?: number | undefined;
  readonly cause?: unknown;
}

export class RichiestaError extends Error {
  override readonly name = 'RichiestaError';
  readonly dettaglio: string;
  readonly stato: number | null;
  readonly problemi: NonNullable<ProblemJson['problemi']>;
  /** Id to be quoted to who looks after the service. */
  readonly richiesta: string | undefined;
  /** After how many seconds one may ask again, where the service says it. */
  readonly attesaS: number | undefined;

  constructor(titolo: string, { dettaglio, stato, problemi, richiesta, attesaS, cause }: Particolari) {
    super(titolo, { cause });
    this.dettaglio = dettaglio;
    this.stato = stato;
    this.problemi = problemi ?? [];
    this.richiesta = richiesta;
    this.attesaS = attesaS;
  }

  /** Asking again may help. */
  get riprovabile(): boolean {
    return this.stato === null || this.stato === 429 || this.stato >= 500;
  }
}

/** No answer came: the connection, most often. */
export function toErroreDiRete(cause: unknown): RichiestaError {
  return new RichiestaError('Non riusciamo a raggiungere il servizio', {
    dettaglio: 'Controlla la connessione e riprova: quello che hai scelto e scritto è ancora qui.',
    stato: null,
    cause,
  });
}

const TITOLI: Readonly<Record<number, string>> = {
  401: 'L’accesso è scaduto',
  403: 'Il tuo ruolo non lo permette',
  404: 'Non si trova',
  409: 'Nel frattempo qualcosa è cambiato',
  413: 'Il file è troppo grande',
  415: 'Questo tipo di file non si può leggere',
  422: 'Così non si può pubblicare',
  429: 'Troppe richieste in poco tempo',
};
/** Whoever says it: what matters is that nothing is lost, and which thing must be done again. */
const SCADUTO =
  'Entra di nuovo e torni a questa pagina. Le bozze e quello che hai scritto ci sono ancora; un file non ancora inviato va scelto di nuovo.';
/** Where what answers is not our API and tells nothing (a gateway, a portal of the network). */
const RIMEDI: Readonly<Record<number, string>> = {
  401: SCADUTO,
  413: 'Un file più grande si può dividere in parti.',
  429: 'Aspetta qualche secondo e riprova.',
};

/** @param intestazione reads a header of the answer */
export function toErrore(stato: number, corpo: unknown, intestazione: (nome: string) => string | null): RichiestaError {
  const letto = z.safeParse(problemJson, corpo);
  const problema = letto.success ? letto.data : null;
  const attesaS = Number(intestazione('retry-after')) || undefined;
  const dettaglio =
    (stato === 401 ? SCADUTO : stato === 500 ? undefined : problema?.detail) ??
    RIMEDI[stato] ??
    'Riprova tra qualche minuto. Nulla è andato perso.';
  return new RichiestaError(
    TITOLI[stato] ?? (stato >= 500 ? 'Il servizio ha avuto un guasto' : 'Non è stato possibile'),
    {
      dettaglio: stato === 429 && attesaS !== undefined ? tellAttesa(attesaS) : dettaglio,
      stato,
      problemi: problema?.problemi,
      attesaS,
      richiesta: codiceOf(problema?.instance) ?? intestazione('x-request-id') ?? undefined,
    },
  );
}

function tellAttesa(attesaS: number): string {
  return `Aspetta ${attesaS === 1 ? 'un secondo' : `${attesaS} secondi`} e riprova: nulla è andato perso.`;
}
