/** Reading the public API: each reply is asked for once, and not at all where a publication left it with its pages. */
import type {
  AmbitoDto,
  CalendarioDto,
  IndicatoreDto,
  OsservazioniDto,
  QualitaDto,
  RegistroDto,
  SpiegazioneDto,
  TabellaDto,
  TipoDto,
  VersioniDto,
} from '../../../functions/core/http/schemi.ts';
import { bringCodice } from '../codice.ts';
import { writeRicerca } from '../indirizzi.ts';
import { compareNomi } from '../serie/ordine.ts';
import { shortNome } from '../serie/parole.ts';
import type { Risposte } from './risposte.ts';

export type Filtri = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Trasporto {
  /** Where the API stands: `/api/v1` in the browser, with the origin before it elsewhere. */
  readonly base: string;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs?: number;
  /** Before one asks again where too many ask at once and none says how long: then twice as long, and twice again. */
  readonly pausaMs?: number;
  /** How long a reply is used again without asking. */
  readonly memoriaMs?: number;
  /** Replies that a publication left with its pages: what is there need not be asked for. */
  readonly istantanee?: LettoreIstantanee;
  /** Told of every reading, of those that are in memory too. */
  readonly onLettura?: (percorso: string) => void;
}

export interface LettoreIstantanee {
  /** @returns the reply that was validated when the page was prepared, or undefined */
  find(percorso: string): Promise<unknown>;
  /** The same reading, of the edizione that the rest of the page is of. */
  pin(percorso: string): string;
}

export interface Api {
  /** In order of name. */
  readAmbiti(signal?: AbortSignal): Promise<AmbitoDto[]>;
  readAmbito(ambito: string, signal?: AbortSignal): Promise<AmbitoDto>;
  readTipi(signal?: AbortSignal): Promise<TipoDto[]>;
  readIndicatori(signal?: AbortSignal): Promise<IndicatoreDto[]>;
  readIndicatore(id: string, signal?: AbortSignal): Promise<IndicatoreDto>;
  readOsservazioni(ambito: string, filtri: Filtri, signal?: AbortSignal): Promise<OsservazioniDto>;
  /** @param figura id of the indicator, and the filters that leave exactly one observation */
  readSpiegazione(
    ambito: string,
    figura: { readonly id: string; readonly filtri: Filtri },
    signal?: AbortSignal,
  ): Promise<SpiegazioneDto>;
  /** Every event of every ciclo, in the order of time. */
  readCalendario(ambito: string, signal?: AbortSignal): Promise<CalendarioDto>;
  readQualita(ambito: string, signal?: AbortSignal): Promise<QualitaDto>;
  /** All its rows; empty where the ambito has not published it. */
  readTabella(ambito: string, tipo: string, signal?: AbortSignal): Promise<TabellaDto>;
  readVersioni(ambito: string, tipo: string, signal?: AbortSignal): Promise<VersioniDto>;
  /** The edizioni of an ambito, the latest first. */
  readRegistro(ambito: string, signal?: AbortSignal): Promise<RegistroDto['atti']>;
}

const MEMORIA_MS = 60_000;
/** The most that one page of a list may hold, by the contract. */
const LIMITE = 5000;

interface Voce<T = unknown> {
  readonly scade: number;
  readonly risposta: Promise<T>;
  /** Who waits and can still give up: the request is stopped with the last of them. */
  inAttesa: number;
  readonly ferma: AbortController;
}

function wait<T>(voce: Voce<T>, signal = new AbortController().signal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason);
  voce.inAttesa += 1;
  return new Promise((then, fail) => {
    const giveUp = () => {
      voce.inAttesa -= 1;
      fail(signal.reason);
      if (voce.inAttesa === 0) voce.ferma.abort(signal.reason);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    void voce.risposta.then(then, fail).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

export function createApi(trasporto: Trasporto): Api {
  const memoria = new Map<string, Voce>();

  function read<Nome extends keyof Risposte>(
    nome: Nome,
    percorso: string,
    signal?: AbortSignal,
  ): Promise<Risposte[Nome]> {
    trasporto.onLettura?.(percorso);
    const nota = memoria.get(percorso);
    if (nota && nota.scade > Date.now()) return wait(nota as Voce<Risposte[Nome]>, signal);
    const ferma = new AbortController();
    const risposta = readJson(trasporto, { nome, percorso, signal: ferma.signal });
    const voce = { scade: Date.now() + (trasporto.memoriaMs ?? MEMORIA_MS), risposta, inAttesa: 0, ferma };
    memoria.set(percorso, voce);
    // A reading that was given up or failed must not be handed to the next who asks.
    const forget = () => {
      if (memoria.get(percorso) === voce) memoria.delete(percorso);
    };
    ferma.signal.addEventListener('abort', forget, { once: true });
    risposta.catch(forget);
    return wait(voce, signal);
  }

  const inAmbito = (ambito: string) => `/ambiti/${encodeURIComponent(ambito)}`;
  return {
    readAmbiti: async (signal) =>
      (await read('ambiti', '/ambiti', signal)).ambiti.toSorted((a, b) =>
        compareNomi(shortNome(a.nome), shortNome(b.nome)),
      ),
    readAmbito: (ambito, signal) => read('ambito', inAmbito(ambito), signal),
    readTipi: async (signal) => (await read('tipi', '/tipi', signal)).tipi,
    readIndicatori: async (signal) => (await read('indicatori', '/indicatori', signal)).indicatori.map(tellUnita),
    readIndicatore: async (id, signal) =>
      tellUnita(await read('indicatore', `/indicatori/${encodeURIComponent(id)}`, signal)),
    readOsservazioni: (ambito, filtri, signal) =>
      readTutte(
        (pagina) =>
          read('osservazioni', `${inAmbito(ambito)}/indicatori${writeRicerca({ ...filtri, ...pagina })}`, signal),
        (prima, { osservazioni }) => ({ osservazioni: [...prima.osservazioni, ...osservazioni] }),
      ),
    readSpiegazione: (ambito, { id, filtri }, signal) =>
      read(
        'spiegazione',
        `${inAmbito(ambito)}/indicatori/${encodeURIComponent(id)}/spiegazione${writeRicerca(filtri)}`,
        signal,
      ),
    readCalendario: (ambito, signal) =>
      readTutte(
        (pagina) => read('calendario', `${inAmbito(ambito)}/calendario${writeRicerca(pagina)}`, signal),
        (prima, { eventi }) => ({ eventi: [...prima.eventi, ...eventi] }),
      ),
    readQualita: (ambito, signal) => read('qualita', `${inAmbito(ambito)}/qualita`, signal),
    readTabella: (ambito, tipo, signal) =>
      readTutte(
        (pagina) =>
          read('tabella', `${inAmbito(ambito)}/tabelle/${encodeURIComponent(tipo)}${writeRicerca(pagina)}`, signal),
        (prima, { righe }) => ({ righe: [...prima.righe, ...righe] }),
      ),
    readVersioni: (ambito, tipo, signal) =>
      read('versioni', `${inAmbito(ambito)}/tabelle/${encodeURIComponent(tipo)}/versioni`, signal),
    readRegistro: async (ambito, signal) => (await read('registro', `${inAmbito(ambito)}/registro`, signal)).atti,
  };
}

/** In the pages the unit of an indicator is the one that a person is told: a bare `n` would say nothing there. */
export function tellUnita(indicatore: IndicatoreDto): IndicatoreDto {
  return { ...indicatore, unita: indicatore.unitaEstesa ?? indicatore.unita };
}

/** A list from its first page to its last. What is said of the whole of it comes with the first. */
async function readTutte<T extends { readonly cursore: string | null }>(
  readPagina: (pagina: Filtri) => Promise<T>,
  append: (prima: T, pagina: T) => Partial<T>,
): Promise<T> {
  const limite = String(LIMITE);
  let lette = await readPagina({ limite });
  while (lette.cursore !== null) {
    const pagina = await readPagina({ limite, cursore: lette.cursore });
    lette = { ...lette, ...append(lette, pagina), cursore: pagina.cursore };
  }
  return lette;
}

export interface Lettura<Nome> {
  readonly nome: Nome;
  readonly percorso: string;
  readonly signal: AbortSignal;
}

async function readJson<Nome extends keyof Risposte>(
  trasporto: Trasporto,
  lettura: Lettura<Nome>,
): Promise<Risposte[Nome]> {
  const { istantanee } = trasporto;
  const trovata = await istantanee?.find(lettura.percorso);
  if (trovata !== undefined) return trovata as Risposte[Nome];
  const { askJson } = await bringCodice(() => import('./richiesta.ts'));
  return askJson(trasporto, { ...lettura, percorso: istantanee?.pin(lettura.percorso) ?? lettura.percorso });
}
