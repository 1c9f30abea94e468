/** The two functions over the real storage, and the means to call them as API Gateway does. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi } from '../../functions/api/handler.ts';
import { BASE, findRotta } from '../../functions/core/http/rotte.ts';
import type { Evento, Handler } from '../../functions/http/crea.ts';
import { buildEvento } from '../../functions/http/evento.ts';
import type { Guasto, Nota } from '../../functions/http/giornale.ts';
import { createIngest } from '../../functions/ingest/handler.ts';
import type { DipendenzeIngest } from '../../functions/ingest/ricevi.ts';
import { type ArriviDisco, createArriviDisco } from '../../functions/locale/archivio/arrivi-disco.ts';
import { createOriginaliDisco, type OriginaliDisco } from '../../functions/locale/archivio/originali-disco.ts';
import { createDeposito } from '../../functions/store/crea.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { createTabella } from '../../functions/store/tabella.ts';
import { MOTORE } from '../store/banco.ts';

export interface Chiamata {
  /** Groups of a good token; without, there is no token. */
  readonly gruppi?: readonly string[];
  readonly persona?: string;
  readonly corpo?: Uint8Array | string | object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Esito {
  readonly stato: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly testo: string;
  readonly byte: Buffer;
  /** Parsed body; undefined where it is not JSON. */
  readonly json: unknown;
}

export interface Prova {
  readonly deposito: Deposito;
  readonly dipendenze: DipendenzeIngest;
  readonly arrivi: ArriviDisco;
  readonly originali: OriginaliDisco;
  /** Faults told to the log. */
  readonly guasti: Guasto[];
  readonly note: Nota[];
  /** @param richiesta `GET /ambiti`, after the base of the API */
  call(richiesta: string, chiamata?: Chiamata): Promise<Esito>;
  stop(): Promise<void>;
}

export const COMUNI_CASARANO = [
  ['075016', 'Casarano'],
  ['075021', 'Collepasso'],
  ['075042', 'Matino'],
  ['075059', 'Parabita'],
  ['075064', 'Ruffano'],
  ['075081', 'Supersano'],
  ['075084', 'Taurisano'],
] as const;

export const AMBITO_CASARANO = {
  nome: 'Ambito Territoriale Sociale di Casarano',
  capofila: '075016',
  formaGiuridica: 'convenzione (art. 30 D.Lgs. 267/2000)',
  comuni: COMUNI_CASARANO.map(([codiceIstat, nome]) => ({ codiceIstat, nome })),
  cicli: ['2018-2021', '2022-2024'],
};

export async function startProva(): Promise<Prova> {
  const cartella = await mkdtemp(join(tmpdir(), 'osservatorio-'));
  const archivio = await MOTORE.start(cartella);
  let secondi = 0;
  const now = () => new Date(Date.UTC(2026, 5, 22, 8, 0, secondi++));
  const originali = createOriginaliDisco(cartella, now);
  const deposito = createDeposito({ endpoint: archivio.endpoint, tabella: `prova-${randomUUID()}`, originali });
  await createTabella(deposito);
  const guasti: Guasto[] = [];
  const note: Nota[] = [];
  const arrivi = createArriviDisco({ cartella, now });
  const dipendenze: DipendenzeIngest = {
    deposito,
    versione: '9.9.9',
    now,
    giornale: (guasto) => void guasti.push(guasto),
    arrivi,
    annota: (nota) => void note.push(nota),
  };
  return {
    deposito,
    dipendenze,
    arrivi,
    originali,
    guasti,
    note,
    call: (richiesta, chiamata) => callHandler(createHandlers(dipendenze), toEvento(richiesta, chiamata)),
    stop: async () => {
      deposito.db.destroy();
      await archivio.stop();
      await rm(cartella, { recursive: true, force: true });
    },
  };
}

function createHandlers(dipendenze: DipendenzeIngest): { api: Handler; ingest: Handler } {
  return { api: createApi(dipendenze), ingest: createIngest(dipendenze) };
}

export function toEvento(richiesta: string, { gruppi, persona, corpo, headers }: Chiamata = {}): Evento {
  const [metodo = '', percorso = ''] = richiesta.split(' ');
  const byte = corpo instanceof Uint8Array || typeof corpo === 'string';
  const tipo: Record<string, string> =
    corpo === undefined ? {} : { 'content-type': byte ? 'application/octet-stream' : 'application/json' };
  return buildEvento({
    id: randomUUID(),
    metodo,
    indirizzo: new URL(percorso.startsWith('/api') ? percorso : `${BASE}${percorso}`, 'http://localhost'),
    headers: { ...tipo, ...headers },
    claims: gruppi && { sub: persona ?? 'prova', token_use: 'access', 'cognito:groups': `[${gruppi.join(' ')}]` },
    corpo: corpo === undefined ? undefined : Buffer.from(byte ? corpo : JSON.stringify(corpo)),
  });
}

/** The function that the gateway would choose. */
async function callHandler(handlers: { api: Handler; ingest: Handler }, evento: Evento): Promise<Esito> {
  const trovata = findRotta(evento.requestContext.http.method, evento.rawPath);
  const {
    statusCode = 0,
    headers = {},
    body = '',
    isBase64Encoded,
  } = await handlers['rotta' in trovata ? trovata.rotta.funzione : 'api'](evento);
  const byte = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  const testo = byte.toString('utf8');
  const tipo = String(headers['content-type'] ?? '');
  return {
    stato: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([nome, valore]) => [nome, String(valore)])),
    testo,
    byte,
    json: tipo.includes('json') ? JSON.parse(testo) : undefined,
  };
}

/** Registers Casarano as the contract's routes do. */
export async function registerCasarano(prova: Prova): Promise<void> {
  await prova.call('PUT /ambiti/casarano', { gruppi: ['amministratore'], corpo: AMBITO_CASARANO });
}

/** Brings a file in and publishes it. */
export async function publish(prova: Prova, query: string, corpo: string): Promise<{ id: string; edizione: number }> {
  const gruppi = ['casarano/responsabile'];
  const carica = await prova.call(`POST /ambiti/casarano/caricamenti?${query}`, { gruppi, corpo });
  const { id, base } = carica.json as { id: string; base: number };
  const pubblica = await prova.call(`POST /ambiti/casarano/caricamenti/${id}/pubblicazione`, {
    gruppi,
    corpo: { base },
  });
  if (pubblica.stato !== 200) throw new Error(`not published: ${carica.testo} ${pubblica.testo}`);
  return { id, edizione: (pubblica.json as { edizione: number }).edizione };
}
