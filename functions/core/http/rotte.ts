/**
 * Every route of the API, declared once: dispatch, authorisation, the local gateway, openapi.json, the readable page
 * and the cloud's routes derive from here. A route that is not here does not exist.
 */
import type * as z from 'zod/mini';
import {
  CONTESTO_CARICAMENTO,
  EDIZIONE,
  FILTRI_CALENDARIO,
  FILTRI_CARICAMENTI,
  FILTRI_OSSERVAZIONI,
  FILTRI_SPIEGAZIONE,
  PAGINAZIONE,
  type Parametri,
  SOSTITUZIONE,
} from './parametri.ts';
import { listParametriPercorso, matchPercorso } from './percorsi.ts';
import type { Accesso, Ruolo } from './ruoli.ts';
import * as schemi from './schemi.ts';

/** Where the API begins; `percorso` of a route follows it. */
export const BASE = '/api/v1';
/** The readable page and its style sheet, at the root of the API: answered by the function `api`, open to everyone. */
export const PAGINA_API = '/api';
export const STILE_API = '/api/stile.css';
/** Largest file that a request may carry; a Lambda takes at most 6 MB, and bytes travel there as base64. */
export const MASSIMO_FILE_BYTE = 4 * 1024 * 1024;
/** Largest file that a signature lets in. @source limits of the contract on tables */
export const MASSIMO_FIRMATO_BYTE = 256 * 1024 * 1024;
/** Largest JSON body. */
export const MASSIMO_JSON_BYTE = 1024 * 1024;

export type Metodo = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Funzione = 'api' | 'ingest';

export type Corpo =
  | { readonly tipo: 'application/json'; readonly schema: z.ZodMiniType; readonly atteso: string }
  | { readonly tipo: 'application/octet-stream'; readonly massimoByte: number };

export interface Risposta {
  readonly stato: number;
  readonly descrizione: string;
  /** Media type; null for an answer without a body. */
  readonly tipo: string | null;
  readonly schema?: z.ZodMiniType;
}

export interface Rotta {
  readonly metodo: Metodo;
  readonly percorso: `/${string}`;
  readonly funzione: Funzione;
  readonly accesso: Accesso;
  readonly query: Parametri;
  readonly corpo?: Corpo;
  readonly risposte: readonly Risposta[];
  /** Error statuses beyond those that follow from the rest (`listErrori`). */
  readonly errori: readonly number[];
}

const json = (schema: z.ZodMiniType, descrizione: string, stato = 200): Risposta => ({
  stato,
  descrizione,
  tipo: 'application/json',
  schema,
});
const csv = (descrizione: string): Risposta => ({ stato: 200, descrizione, tipo: 'text/csv' });
/** The bytes of a file, here or, past what an answer can carry, where a signature lets them out. */
const byte = (descrizione: string): Risposta[] => [
  { stato: 200, descrizione, tipo: 'application/octet-stream' },
  {
    stato: 307,
    descrizione:
      'Il file è troppo grande per una risposta: gli stessi byte sono all’indirizzo in «location», per cinque minuti',
    tipo: null,
  },
];

const lettura = { metodo: 'GET', funzione: 'api', accesso: 'pubblico', query: {}, errori: [] } as const;

const SCRIVE = ['operatore', 'responsabile'] as const satisfies readonly Ruolo[];
/** What is published for a whole province or for Italy may be brought by who looks after the service: the handler looks at the tipo. */
const FIRMA = ['operatore', 'responsabile', 'amministratore'] as const satisfies readonly Ruolo[];
const PUBBLICA = ['responsabile'] as const satisfies readonly Ruolo[];
/** The organi see only the drafts that are in consultazione: the handler looks at the state. */
const VEDE_BOZZE = ['organi', 'operatore', 'responsabile'] as const satisfies readonly Ruolo[];

export const ROTTE = {
  salute: {
    ...lettura,
    percorso: '/salute',
    risposte: [json(schemi.salute, 'Il servizio funziona')],
    errori: [503],
  },
  ambiti: {
    ...lettura,
    percorso: '/ambiti',
    query: PAGINAZIONE,
    risposte: [json(schemi.ambiti, 'Gli ambiti')],
  },
  ambito: {
    ...lettura,
    percorso: '/ambiti/{ambito}',
    risposte: [json(schemi.ambito, 'L’ambito')],
  },
  tipi: {
    ...lettura,
    percorso: '/tipi',
    query: PAGINAZIONE,
    risposte: [json(schemi.tipi, 'Le dichiarazioni dei tipi')],
  },
  tipo: {
    ...lettura,
    percorso: '/tipi/{tipo}',
    risposte: [json(schemi.tipo, 'La dichiarazione del tipo')],
  },
  'tipo-schema': {
    ...lettura,
    percorso: '/tipi/{tipo}/schema.json',
    risposte: [json(schemi.tableSchema, 'Un Frictionless Table Schema')],
  },
  'tipo-modello': {
    ...lettura,
    percorso: '/tipi/{tipo}/modello.csv',
    risposte: [csv('Il modello')],
  },
  indicatori: {
    ...lettura,
    percorso: '/indicatori',
    query: PAGINAZIONE,
    risposte: [json(schemi.indicatori, 'Le definizioni degli indicatori')],
  },
  indicatore: {
    ...lettura,
    percorso: '/indicatori/{indicatore}',
    risposte: [json(schemi.indicatore, 'La definizione dell’indicatore')],
  },
  osservazioni: {
    ...lettura,
    percorso: '/ambiti/{ambito}/indicatori',
    query: { ...FILTRI_OSSERVAZIONI, ...PAGINAZIONE },
    risposte: [json(schemi.osservazioni, 'Le osservazioni che rispondono ai filtri')],
  },
  'osservazioni-csv': {
    ...lettura,
    percorso: '/ambiti/{ambito}/indicatori.csv',
    query: FILTRI_OSSERVAZIONI,
    risposte: [csv('Le osservazioni')],
  },
  spiegazione: {
    ...lettura,
    percorso: '/ambiti/{ambito}/indicatori/{indicatore}/spiegazione',
    query: FILTRI_SPIEGAZIONE,
    risposte: [
      json(
        schemi.spiegazione,
        'La spiegazione dell’unica osservazione che risponde ai filtri; con un comune e un periodo, di quella che ha proprio le dimensioni indicate: il totale accanto alle sue parti',
      ),
    ],
  },
  tabella: {
    ...lettura,
    percorso: '/ambiti/{ambito}/tabelle/{tipo}',
    query: { ...EDIZIONE, ...PAGINAZIONE },
    risposte: [json(schemi.tabella, 'La tabella')],
  },
  'tabella-csv': {
    ...lettura,
    percorso: '/ambiti/{ambito}/tabelle/{tipo}.csv',
    query: EDIZIONE,
    risposte: [csv('La tabella')],
  },
  versioni: {
    ...lettura,
    percorso: '/ambiti/{ambito}/tabelle/{tipo}/versioni',
    query: PAGINAZIONE,
    risposte: [json(schemi.versioni, 'Le versioni')],
  },
  originale: {
    ...lettura,
    percorso: '/ambiti/{ambito}/tabelle/{tipo}/versioni/{versione}/parti/{parte}/originale',
    risposte: byte('I byte ricevuti'),
  },
  qualita: {
    ...lettura,
    percorso: '/ambiti/{ambito}/qualita',
    query: { ...EDIZIONE, ...PAGINAZIONE },
    risposte: [json(schemi.qualita, 'Le segnalazioni')],
  },
  calendario: {
    ...lettura,
    percorso: '/ambiti/{ambito}/calendario',
    query: { ...FILTRI_CALENDARIO, ...PAGINAZIONE },
    risposte: [json(schemi.calendario, 'Gli eventi, in ordine di tempo')],
  },
  'calendario-ics': {
    ...lettura,
    percorso: '/ambiti/{ambito}/calendario.ics',
    query: FILTRI_CALENDARIO,
    risposte: [{ stato: 200, descrizione: 'Il calendario', tipo: 'text/calendar' }],
  },
  registro: {
    ...lettura,
    percorso: '/ambiti/{ambito}/registro',
    query: PAGINAZIONE,
    risposte: [json(schemi.registro, 'Gli atti')],
  },
  riparto: {
    ...lettura,
    metodo: 'POST',
    percorso: '/strumenti/riparto',
    corpo: {
      tipo: 'application/json',
      schema: schemi.richiestaRiparto,
      atteso: '{"importo": "904396.85", "chiavi": [{"id": "075016", "peso": 19552}]}, con pesi interi non negativi',
    },
    risposte: [json(schemi.riparto, 'Le quote, nell’ordine delle chiavi')],
  },
  openapi: {
    ...lettura,
    percorso: '/openapi.json',
    risposte: [json(schemi.documentoOpenApi, 'Il documento OpenAPI')],
  },
  'registra-ambito': {
    metodo: 'PUT',
    percorso: '/ambiti/{ambito}',
    funzione: 'ingest',
    accesso: ['amministratore'],
    query: {},
    corpo: {
      tipo: 'application/json',
      schema: schemi.richiestaAmbito,
      atteso:
        '{"nome", "capofila": codice ISTAT di uno dei comuni, "formaGiuridica", "comuni": [{"codiceIstat", "nome", e "dal" o "al" per chi ne fa parte da un anno o fino a un anno}], "cicli": ["2022-2024"]}',
    },
    risposte: [json(schemi.ambito, 'Aggiornato'), json(schemi.ambito, 'Registrato', 201)],
    errori: [],
  },
  carica: {
    metodo: 'POST',
    percorso: '/ambiti/{ambito}/caricamenti',
    funzione: 'ingest',
    accesso: SCRIVE,
    query: { ...CONTESTO_CARICAMENTO, ...SOSTITUZIONE },
    corpo: { tipo: 'application/octet-stream', massimoByte: MASSIMO_FILE_BYTE },
    risposte: [
      json(schemi.caricamento, 'Lo stesso file con gli stessi parametri, confrontato di nuovo'),
      json(schemi.caricamento, 'Ricevuto, leggibile o no', 201),
    ],
    errori: [409],
  },
  firma: {
    metodo: 'POST',
    percorso: '/ambiti/{ambito}/caricamenti/firma',
    funzione: 'ingest',
    accesso: FIRMA,
    query: { ...CONTESTO_CARICAMENTO, ...SOSTITUZIONE },
    corpo: {
      tipo: 'application/json',
      schema: schemi.richiestaFirma,
      atteso:
        '{"byte": 72000000, "sha256": "…"}, con la lunghezza del file e la sua impronta SHA-256 di 64 cifre esadecimali',
    },
    risposte: [
      json(
        schemi.firma,
        'Firmato: i byte si mandano a «url» (intero, o dalla radice del sito) con «metodo» e «intestazioni», entro «scadeIl»',
        201,
      ),
    ],
    errori: [],
  },
  arrivo: {
    metodo: 'GET',
    percorso: '/ambiti/{ambito}/arrivi/{arrivo}',
    funzione: 'ingest',
    accesso: FIRMA,
    query: {},
    risposte: [json(schemi.arrivo, 'Lo stato; si richiede finché è «atteso» o «in-lettura»')],
    errori: [],
  },
  caricamenti: {
    metodo: 'GET',
    percorso: '/ambiti/{ambito}/caricamenti',
    funzione: 'ingest',
    accesso: VEDE_BOZZE,
    query: { ...FILTRI_CARICAMENTI, ...PAGINAZIONE },
    risposte: [json(schemi.caricamenti, 'Le bozze, dalla più recente')],
    errori: [],
  },
  caricamento: {
    metodo: 'GET',
    percorso: '/ambiti/{ambito}/caricamenti/{caricamento}',
    funzione: 'ingest',
    accesso: VEDE_BOZZE,
    query: {},
    risposte: [json(schemi.caricamento, 'La bozza')],
    errori: [],
  },
  'caricamento-originale': {
    metodo: 'GET',
    percorso: '/ambiti/{ambito}/caricamenti/{caricamento}/originale',
    funzione: 'ingest',
    accesso: VEDE_BOZZE,
    query: {},
    risposte: byte('I byte ricevuti'),
    errori: [],
  },
  'caricamento-copia': {
    metodo: 'GET',
    percorso: '/ambiti/{ambito}/caricamenti/{caricamento}/copia-corretta',
    funzione: 'ingest',
    accesso: VEDE_BOZZE,
    query: {},
    risposte: [csv('La copia: corretta nelle celle indicate, si ricarica com’è')],
    errori: [422],
  },
  'caricamento-foglio': {
    metodo: 'GET',
    percorso: '/ambiti/{ambito}/caricamenti/{caricamento}/foglio',
    funzione: 'ingest',
    accesso: VEDE_BOZZE,
    query: PAGINAZIONE,
    risposte: [json(schemi.foglio, 'Le righe che dicono qualcosa, col loro numero nel foglio')],
    errori: [],
  },
  'caricamento-correggi': {
    metodo: 'POST',
    percorso: '/ambiti/{ambito}/caricamenti/{caricamento}/correzioni',
    funzione: 'ingest',
    accesso: SCRIVE,
    query: {},
    corpo: {
      tipo: 'application/json',
      schema: schemi.richiestaCorrezioni,
      atteso:
        '{"correzioni": "colonna 3=famiglie; riga 7=nota"}, o un testo vuoto per tornare alla lettura automatica; di un foglio di calcolo anche "foglio"',
    },
    risposte: [
      json(schemi.caricamento, 'La stessa lettura c’era già: confrontata di nuovo'),
      json(schemi.caricamento, 'Riletto, in una bozza nuova', 201),
      json(
        schemi.arrivo,
        'Il file è oltre i 4 MB: si rilegge da sé. Che cosa ne è si chiede a «arrivi/{id}», come dopo un caricamento firmato; «caricamento» è la bozza che ne verrà',
        202,
      ),
    ],
    errori: [409],
  },
  'apri-consultazione': {
    metodo: 'POST',
    percorso: '/ambiti/{ambito}/caricamenti/{caricamento}/consultazione',
    funzione: 'ingest',
    accesso: SCRIVE,
    query: {},
    risposte: [json(schemi.caricamento, 'In consultazione; ripetuta, risponde allo stesso modo')],
    errori: [409],
  },
  'chiudi-consultazione': {
    metodo: 'DELETE',
    percorso: '/ambiti/{ambito}/caricamenti/{caricamento}/consultazione',
    funzione: 'ingest',
    accesso: SCRIVE,
    query: {},
    risposte: [json(schemi.caricamento, 'Non più in consultazione; ripetuta, risponde allo stesso modo')],
    errori: [409],
  },
  ritira: {
    metodo: 'DELETE',
    percorso: '/ambiti/{ambito}/caricamenti/{caricamento}',
    funzione: 'ingest',
    accesso: SCRIVE,
    query: {},
    risposte: [{ stato: 204, descrizione: 'Ritirata', tipo: null }],
    errori: [409],
  },
  pubblica: {
    metodo: 'POST',
    percorso: '/ambiti/{ambito}/caricamenti/{caricamento}/pubblicazione',
    funzione: 'ingest',
    accesso: PUBBLICA,
    query: {},
    corpo: {
      tipo: 'application/json',
      schema: schemi.richiestaPubblicazione,
      atteso: '{"base": 3}, dove 3 è l’edizione con cui la bozza è stata confrontata',
    },
    risposte: [json(schemi.pubblicazione, 'Pubblicata; ripetuta, risponde allo stesso modo')],
    errori: [409, 422],
  },
  ripristina: {
    metodo: 'POST',
    percorso: '/ambiti/{ambito}/tabelle/{tipo}/ripristino',
    funzione: 'ingest',
    accesso: PUBBLICA,
    query: {},
    corpo: {
      tipo: 'application/json',
      schema: schemi.richiestaRipristino,
      atteso: '{"versione": 2}, con il numero di una versione pubblicata',
    },
    risposte: [json(schemi.pubblicazione, 'Ripristinata')],
    errori: [409, 422],
  },
} as const satisfies Readonly<Record<string, Rotta>>;

export type RottaId = keyof typeof ROTTE;
export type RottaDi<Id extends RottaId> = (typeof ROTTE)[Id];
/** Ids of the routes that one Lambda function answers. */
export type RottaIdDi<F extends Funzione> = {
  [Id in RottaId]: RottaDi<Id>['funzione'] extends F ? Id : never;
}[RottaId];

/** Names between braces in a path: `'/tipi/{tipo}.csv'` -> `'tipo'`. */
export type ParametriPercorso<P extends string> = P extends `${string}{${infer Nome}}${infer Resto}`
  ? Nome | ParametriPercorso<Resto>
  : never;

/** The registry as a list, each route with its id. */
export function listRotte(): readonly (Rotta & { readonly id: RottaId })[] {
  return Object.entries(ROTTE).map(([id, rotta]) => ({ ...rotta, id: id as RottaId }));
}

/** So many requests at once, and then so many a second. */
export interface Ritmo {
  readonly capienza: number;
  readonly alSecondo: number;
}

/** Of one person: more than any office does by hand or a program does in a row, less than what would keep the others waiting. */
const RITMO_SCRITTURE: Ritmo = { capienza: 600, alSecondo: 20 };
/** Of one source, for what anyone may have computed. */
const RITMO_CALCOLI: Ritmo = { capienza: 2_000, alSecondo: 100 };

/** @returns null for readings, which a cache stands before */
export function ritmoOf({ metodo, accesso }: Pick<Rotta, 'metodo' | 'accesso'>): Ritmo | null {
  if (metodo === 'GET') return null;
  return accesso === 'pubblico' ? RITMO_CALCOLI : RITMO_SCRITTURE;
}

/** Error statuses that a route may answer with, growing: those that follow from its declaration and its own. */
export function listErrori(rotta: Rotta): number[] {
  const errori = new Set<number>([...rotta.errori, 400, 500]);
  if (rotta.accesso !== 'pubblico') errori.add(401).add(403);
  if (listParametriPercorso(rotta.percorso).length > 0 && rotta.metodo !== 'PUT') errori.add(404);
  if (rotta.corpo) errori.add(413).add(415);
  if (ritmoOf(rotta)) errori.add(429);
  return [...errori].sort((a, b) => a - b);
}

export interface Instradamento {
  readonly rotta: Rotta & { readonly id: RottaId };
  /** Values of the names in the path. */
  readonly parametri: Readonly<Record<string, string>>;
}

/**
 * The route of a request. Of two that match, the one with fewer names wins: `{tipo}.csv` never hides behind `{tipo}`.
 * @param indirizzo path with the base: `/api/v1/ambiti/casarano`
 * @returns the route, or the methods that the path admits: [] where the path is of no route
 */
export function findRotta(metodo: string, indirizzo: string): Instradamento | readonly Metodo[] {
  const interno = indirizzo.startsWith(`${BASE}/`) ? indirizzo.slice(BASE.length) : null;
  if (interno === null) return [];
  const trovate = PER_PRECISIONE.flatMap((rotta) => {
    const parametri = matchPercorso(rotta.percorso, interno);
    return parametri ? [{ rotta, parametri }] : [];
  });
  // Of paths that match, the first says it all: `firma` is never the id of a draft, whatever the method.
  const sue = trovate.filter(({ rotta }) => rotta.percorso === trovate[0]?.rotta.percorso);
  const chiesto = metodo === 'HEAD' ? 'GET' : metodo;
  return sue.find(({ rotta }) => rotta.metodo === chiesto) ?? sue.map(({ rotta }) => rotta.metodo);
}

/** Fixed text first: a longer path, names taken away, says more of what it means. */
const PER_PRECISIONE = listRotte().toSorted((a, b) => countFisso(b.percorso) - countFisso(a.percorso));

function countFisso(percorso: string): number {
  return percorso.replace(/\{[^}]+\}/g, '').length;
}
