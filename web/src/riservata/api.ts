/** What the desk asks of the API: with a token, never remembered, and the file sent with its progress. */
import * as z from 'zod/mini';
import * as accesso from '../../../functions/core/http/accesso.ts';
import { PERCORSO_CONFIGURAZIONE } from '../../../functions/core/http/accesso.ts';
import type { ArrivoDto, CaricamentoDto, FirmaDto, PubblicazioneDto } from '../../../functions/core/http/schemi.ts';
import * as schemi from '../../../functions/core/http/schemi.ts';
import { RichiestaError, toErrore, toErroreDiRete } from './errore.ts';
import { type Inviato, sendByte } from './invio.ts';
import type { Linea } from './linee.ts';
import type { Registro } from './sessione.ts';

export interface File {
  readonly byte: Blob;
  /** Query of the upload: `{ tipo: 'famiglie', documento: '…', anno: '2022' }`. */
  readonly parametri: Readonly<Record<string, string>>;
}

interface AndamentoInvio {
  readonly onAvanzamento: (inviato: Inviato) => void;
  /** Breaks it off. */
  readonly segnale: AbortSignal;
}

export interface Rilettura {
  /** As the upload takes them; empty for the reader's own reading. */
  readonly correzioni: string;
  readonly foglio?: string;
}

export interface ApiRiservata {
  /** Open ones: read, refused, in consultazione. */
  readBozze(ambito: string): Promise<CaricamentoDto[]>;
  readBozza(ambito: string, id: string): Promise<CaricamentoDto>;
  /** The rows of a spreadsheet, as the service reads them. */
  readRighe(ambito: string, id: string): Promise<Linea[]>;
  readOriginale(ambito: string, id: string): Promise<Uint8Array>;
  /** The file in the canonical layout, with what is wrong beside each row. */
  readCopia(ambito: string, id: string): Promise<Uint8Array>;
  /** Reads the original again: another draft, or the promise of one where the file is large. */
  reread(ambito: string, id: string, come: Rilettura): Promise<CaricamentoDto | ArrivoDto>;
  /** A file too large for a request: where and how it may be sent. */
  sign(ambito: string, parametri: File['parametri'], file: { byte: number; sha256: string }): Promise<FirmaDto>;
  /** What became of it. */
  readArrivo(ambito: string, id: string): Promise<ArrivoDto>;
  sendFile(ambito: string, file: File, invio: AndamentoInvio): Promise<CaricamentoDto>;
  /** @param metodo POST to show it to the organi, DELETE to take it back */
  moveConsultazione(ambito: string, id: string, metodo: 'POST' | 'DELETE'): Promise<CaricamentoDto>;
  withdraw(ambito: string, id: string): Promise<void>;
  publish(ambito: string, id: string, base: number): Promise<PubblicazioneDto>;
  restore(ambito: string, tipo: string, versione: number): Promise<PubblicazioneDto>;
}

interface Trasporto {
  readonly base: string;
  readonly fetch: typeof globalThis.fetch;
  readonly registro: Registro;
  /** A fresh token for who is in; false where they must enter again. */
  readonly renew: () => Promise<boolean>;
  readonly wait?: (ms: number) => Promise<void>;
}

const sleep = (ms: number): Promise<void> => new Promise((then) => setTimeout(then, ms));

interface Richiesta {
  readonly metodo?: 'GET' | 'POST' | 'DELETE';
  readonly percorso: string;
  readonly corpo?: unknown;
}

/** Where the service does not say how long: a gateway refuses in its own way. */
const PAUSE_S = [1, 2, 4];
/** Longer than this nobody is kept waiting without being told why. */
const PAUSA_MASSIMA_S = 10;

/** @returns seconds after which to ask again; null where the person is to be told */
function findPausa({ stato, attesaS }: RichiestaError, pause: number): number | null {
  const pausaS = PAUSE_S[pause];
  if (stato !== 429 || pausaS === undefined) return null;
  const chiestaS = attesaS ?? pausaS;
  return chiestaS <= PAUSA_MASSIMA_S ? chiestaS : null;
}

const APERTE = 'letto,rifiutato,in-consultazione';

export function createApiRiservata(trasporto: Trasporto): ApiRiservata {
  const { base, registro, wait = sleep } = trasporto;
  const inAmbito = (ambito: string) => `/ambiti/${encodeURIComponent(ambito)}`;
  const bozza = (ambito: string, id: string) => `${inAmbito(ambito)}/caricamenti/${encodeURIComponent(id)}`;

  /** Again after a pause where one asked too often, of which nothing was done; once more with a fresh token where the one in hand has had its day. */
  async function retry<T>(ask: () => Promise<T>): Promise<T> {
    let pause = 0;
    let rinnovato = false;
    for (;;) {
      try {
        return await ask();
      } catch (errore) {
        if (!(errore instanceof RichiestaError)) throw errore;
        const pausaS = findPausa(errore, pause);
        if (pausaS !== null) {
          pause += 1;
          await wait(pausaS * 1000);
        } else if (errore.stato === 401 && !rinnovato && (await trasporto.renew())) rinnovato = true;
        else throw errore;
      }
    }
  }

  const ask = (richiesta: Richiesta): Promise<Response> => retry(() => send(trasporto, richiesta));
  async function askJson<T>(schema: z.ZodMiniType<T>, richiesta: Richiesta): Promise<T> {
    return parse(schema, await readTesto(await ask(richiesta)));
  }

  return {
    readBozze: async (ambito) =>
      (await askJson(schemi.caricamenti, { percorso: `${inAmbito(ambito)}/caricamenti?stato=${APERTE}` })).caricamenti,
    readBozza: (ambito, id) => askJson(schemi.caricamento, { percorso: bozza(ambito, id) }),
    readRighe: async (ambito, id) => {
      const righe: Linea[] = [];
      let cursore: string | null = null;
      do {
        const pagina: z.infer<typeof schemi.foglio> = await askJson(schemi.foglio, {
          percorso: `${bozza(ambito, id)}/foglio${cursore === null ? '' : `?cursore=${cursore}`}`,
        });
        righe.push(...pagina.righe);
        cursore = pagina.cursore;
      } while (cursore !== null);
      return righe;
    },
    readOriginale: async (ambito, id) =>
      new Uint8Array(await (await ask({ percorso: `${bozza(ambito, id)}/originale` })).arrayBuffer()),
    readCopia: async (ambito, id) =>
      new Uint8Array(
        await (await ask({ percorso: `${bozza(ambito, id)}/copia-corretta` }).catch(tellCopia)).arrayBuffer(),
      ),
    reread: (ambito, id, corpo) =>
      askJson(z.union([schemi.caricamento, schemi.arrivo]), {
        metodo: 'POST',
        percorso: `${bozza(ambito, id)}/correzioni`,
        corpo,
      }),
    sign: (ambito, parametri, corpo) =>
      askJson(schemi.firma, {
        metodo: 'POST',
        percorso: `${inAmbito(ambito)}/caricamenti/firma?${new URLSearchParams(parametri)}`,
        corpo,
      }),
    readArrivo: (ambito, id) =>
      askJson(schemi.arrivo, { percorso: `${inAmbito(ambito)}/arrivi/${encodeURIComponent(id)}` }),
    sendFile: async (ambito, { byte, parametri }, andamento) => {
      const indirizzo = `${base}${inAmbito(ambito)}/caricamenti?${new URLSearchParams(parametri)}`;
      const testo = await retry(() => {
        const gettone = registro.read()?.accessToken ?? '';
        // Any other type would be read as text on the way, and lose the letters of Windows-1252.
        const intestazioni = { authorization: `Bearer ${gettone}`, 'content-type': 'application/octet-stream' };
        return sendByte({ metodo: 'POST', indirizzo, byte, intestazioni, ...andamento });
      });
      return parse(schemi.caricamento, testo);
    },
    moveConsultazione: (ambito, id, metodo) =>
      askJson(schemi.caricamento, { metodo, percorso: `${bozza(ambito, id)}/consultazione` }),
    withdraw: async (ambito, id) => {
      await ask({ metodo: 'DELETE', percorso: bozza(ambito, id) });
    },
    publish: (ambito, id, edizione) =>
      askJson(schemi.pubblicazione, {
        metodo: 'POST',
        percorso: `${bozza(ambito, id)}/pubblicazione`,
        corpo: { base: edizione },
      }),
    restore: (ambito, tipo, versione) =>
      askJson(schemi.pubblicazione, {
        metodo: 'POST',
        percorso: `${inAmbito(ambito)}/tabelle/${encodeURIComponent(tipo)}/ripristino`,
        corpo: { versione },
      }),
  };
}

/** @throws RichiestaError where the site does not say how one enters */
export async function readConfigurazione(fetch: typeof globalThis.fetch): Promise<accesso.Configurazione> {
  const risposta = await fetch(PERCORSO_CONFIGURAZIONE, { headers: { accept: 'application/json' } }).catch(
    (cause: unknown) => {
      throw toErroreDiRete(cause);
    },
  );
  const letta = z.safeParse(accesso.configurazione, parseJson(await readTesto(risposta)));
  if (risposta.ok && letta.success) return letta.data;
  throw new RichiestaError('Da qui non si può entrare', {
    dettaglio: 'Questo sito non dice come si entra nell’area riservata: avvisa chi lo ha messo in uso.',
    stato: risposta.status,
  });
}

/** A copy that cannot be made is not something that cannot be published. */
function tellCopia(errore: unknown): never {
  if (!(errore instanceof RichiestaError) || errore.stato !== 422) throw errore;
  throw new RichiestaError('Di questo file non si può ancora fare una copia', {
    dettaglio: errore.dettaglio,
    stato: 422,
    cause: errore,
  });
}

async function send({ base, fetch, registro }: Trasporto, richiesta: Richiesta): Promise<Response> {
  const { metodo = 'GET', percorso, corpo } = richiesta;
  const risposta = await fetch(`${base}${percorso}`, {
    method: metodo,
    headers: {
      authorization: `Bearer ${registro.read()?.accessToken ?? ''}`,
      ...(corpo !== undefined && { 'content-type': 'application/json' }),
    },
    ...(corpo !== undefined && { body: JSON.stringify(corpo) }),
  }).catch((cause: unknown) => {
    throw toErroreDiRete(cause);
  });
  if (risposta.ok) return risposta;
  throw toErrore(risposta.status, parseJson(await readTesto(risposta)), (nome) => risposta.headers.get(nome));
}

async function readTesto(risposta: Response): Promise<string> {
  try {
    return await risposta.text();
  } catch (cause) {
    throw toErroreDiRete(cause);
  }
}

function parse<T>(schema: z.ZodMiniType<T>, testo: string): T {
  const letto = z.safeParse(schema, parseJson(testo));
  if (letto.success) return letto.data;
  throw new RichiestaError('Il servizio ha risposto in un modo che questa pagina non sa leggere', {
    dettaglio: 'Ricarica la pagina: potrebbe essere uscita una versione nuova. Le bozze ci sono ancora.',
    stato: 500,
    cause: letto.error,
  });
}

export function parseJson(testo: string): unknown {
  try {
    return JSON.parse(testo);
  } catch {
    // What stands between us and the API may answer with HTML: not a reply of ours.
    return undefined;
  }
}
