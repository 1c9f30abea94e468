/** Entering, staying in and leaving: the cloud's hosted pages, or the development issuer of a local server. */
import * as z from 'zod/mini';
import { type Configurazione, PERCORSO_TOKEN } from '../../../functions/core/http/accesso.ts';
import { parseJson } from './api.ts';
import { toErrore, toErroreDiRete } from './errore.ts';
import { scrivania } from './indirizzi.ts';
import { type Andata, buildAndata, buildUscita, computeSfida, createAndata } from './pkce.ts';
import { listGruppi, type Registro, type Sessione } from './sessione.ts';

type Modo = Configurazione['accesso'];
type Cognito = Extract<Modo, { modo: 'cognito' }>;

const ANDATA = 'osservatorio.andata';
const andata = z.object({ stato: z.string(), verifica: z.string(), indirizzo: z.string() });
const gettoneLocale = z.object({ accessToken: z.string() });
const gettoneCognito = z.object({ access_token: z.string(), refresh_token: z.optional(z.string()) });

/** @throws RichiestaError */
export async function enterLocale(percorso: string, gruppi: readonly string[]): Promise<Sessione> {
  const corpo = await post(percorso, 'application/json', JSON.stringify({ gruppi }));
  return { accessToken: z.parse(gettoneLocale, corpo).accessToken };
}

/**
 * Goes to the hosted pages, which come back to the desk with a code.
 * @param indirizzo of the view that one was in, and comes back to
 */
export async function leaveForCognito(cognito: Cognito, indirizzo: string): Promise<void> {
  const lasciata = createAndata(() => crypto.getRandomValues(new Uint8Array(32)), indirizzo);
  sessionStorage.setItem(ANDATA, JSON.stringify(lasciata));
  const sfida = await computeSfida(lasciata.verifica);
  window.location.assign(buildAndata({ ...cognito, ritorno: ritorno() }, lasciata.stato, sfida));
}

/** What was kept on leaving: it serves once. */
export function takeAndata(): Andata | null {
  const testo = sessionStorage.getItem(ANDATA);
  sessionStorage.removeItem(ANDATA);
  const letta = z.safeParse(andata, parseJson(testo ?? ''));
  return letta.success ? letta.data : null;
}

/** @throws RichiestaError */
export async function enterCognito({ cliente }: Cognito, codice: string, { verifica }: Andata): Promise<Sessione> {
  return askCognito({
    grant_type: 'authorization_code',
    client_id: cliente,
    code: codice,
    redirect_uri: ritorno(),
    code_verifier: verifica,
  });
}

/**
 * A fresh token in the place of one that has had its day.
 * @returns false where the person must enter again
 */
export async function renewSessione(accesso: Modo, registro: Registro): Promise<boolean> {
  const sessione = registro.read();
  if (!sessione) return false;
  try {
    registro.write(await renew(accesso, sessione));
    return true;
  } catch {
    // Refused or unreachable: the request that asked for it tells the person.
    return false;
  }
}

async function renew(accesso: Modo, sessione: Sessione): Promise<Sessione> {
  if (accesso.modo === 'locale') return enterLocale(accesso.gettone, listGruppi(sessione));
  const { refreshToken = '' } = sessione;
  const fresca = await askCognito({
    grant_type: 'refresh_token',
    client_id: accesso.cliente,
    refresh_token: refreshToken,
  });
  return { refreshToken, ...fresca };
}

export function leave(accesso: Modo, registro: Registro): void {
  registro.write(null);
  if (accesso.modo === 'cognito') window.location.assign(buildUscita({ ...accesso, ritorno: ritorno() }));
}

async function askCognito(campi: Readonly<Record<string, string>>): Promise<Sessione> {
  const corpo = await post(PERCORSO_TOKEN, 'application/x-www-form-urlencoded', new URLSearchParams(campi).toString());
  const { access_token: accessToken, refresh_token: refreshToken } = z.parse(gettoneCognito, corpo);
  return { accessToken, ...(refreshToken !== undefined && { refreshToken }) };
}

function ritorno(): string {
  return `${window.location.origin}${scrivania.inizio()}`;
}

async function post(percorso: string, tipo: string, corpo: string): Promise<unknown> {
  const risposta = await fetch(percorso, { method: 'POST', headers: { 'content-type': tipo }, body: corpo }).catch(
    (cause: unknown) => {
      throw toErroreDiRete(cause);
    },
  );
  const letto = parseJson(await risposta.text());
  if (risposta.ok) return letto;
  throw toErrore(risposta.status, letto, (nome) => risposta.headers.get(nome));
}
