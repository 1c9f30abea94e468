/** How one enters the desk: a small file at the root of the site, written by who puts the site up, answered by the local server. */
import * as z from 'zod/mini';

export const PERCORSO_CONFIGURAZIONE = '/configurazione.json';

/** Where a browser changes a code for a token: on the site's own origin: the Content-Security-Policy names no host of who gives it. */
export const PERCORSO_TOKEN = '/oauth2/token';

export const configurazione = z.object({
  accesso: z.discriminatedUnion('modo', [
    /** The development issuer, which gives a token for any role to who works on that machine. */
    z.object({ modo: z.literal('locale'), gettone: z.string() }),
    /** Cognito's hosted pages: code with PKCE. `dominio` is their origin, `cliente` the id of the web client. */
    z.object({ modo: z.literal('cognito'), dominio: z.string(), cliente: z.string() }),
  ]),
});
export type Configurazione = z.infer<typeof configurazione>;
