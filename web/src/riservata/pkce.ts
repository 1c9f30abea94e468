/** Entering with the cloud's hosted pages: authorization code with PKCE, since a browser cannot keep a secret. */

/** What must still be known when the browser comes back. */
export interface Andata {
  readonly stato: string;
  readonly verifica: string;
  /** Where in the desk one was: kept here, never sent, so that nobody else can say where one comes back to. */
  readonly indirizzo: string;
}

/** @param caso random bytes, at least 32 for each of the two */
export function createAndata(caso: () => Uint8Array, indirizzo: string): Andata {
  return { stato: toBase64Url(caso()), verifica: toBase64Url(caso()), indirizzo };
}

/** @source RFC 7636, 4.2: BASE64URL(SHA256(ASCII(code_verifier))) */
export async function computeSfida(verifica: string): Promise<string> {
  const impronta = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifica));
  return toBase64Url(new Uint8Array(impronta));
}

interface Accesso {
  /** Origin of the hosted pages. */
  readonly dominio: string;
  readonly cliente: string;
  /** Address that the browser comes back to: registered with the client, letter by letter. */
  readonly ritorno: string;
}

export function buildAndata({ dominio, cliente, ritorno }: Accesso, stato: string, sfida: string): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: cliente,
    redirect_uri: ritorno,
    scope: 'openid',
    state: stato,
    code_challenge: sfida,
    code_challenge_method: 'S256',
    // Of the hosted pages.
    lang: 'it',
  });
  return `${dominio}/oauth2/authorize?${query}`;
}

export function buildUscita({ dominio, cliente, ritorno }: Accesso): string {
  return `${dominio}/logout?${new URLSearchParams({ client_id: cliente, logout_uri: ritorno })}`;
}

export type Ritorno =
  | { readonly esito: 'nessuno' }
  | { readonly esito: 'codice'; readonly codice: string }
  | { readonly esito: 'rifiutato' };

/**
 * What the address says after the hosted pages.
 * @param andata what was kept on leaving; null where this browser did not ask
 * @returns `rifiutato` for an error, or for a code that nobody here asked for
 */
export function readRitorno(ricerca: Readonly<Record<string, string>>, andata: Andata | null): Ritorno {
  if (ricerca.error !== undefined) return { esito: 'rifiutato' };
  if (ricerca.code === undefined) return { esito: 'nessuno' };
  if (andata === null || ricerca.state !== andata.stato) return { esito: 'rifiutato' };
  return { esito: 'codice', codice: ricerca.code };
}

export function toBase64Url(byte: Uint8Array): string {
  return btoa(String.fromCharCode(...byte))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
