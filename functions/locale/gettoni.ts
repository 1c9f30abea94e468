/** The development issuer: access tokens as the cloud's user pool makes them, with a key that lives as long as the process. */
import { type CryptoKey, errors, generateKeyPair, jwtVerify, SignJWT } from 'jose';

const ALGORITMO = 'ES256';
const CLIENTE = 'osservatorio-locale';
const DURATA_MS = 8 * 60 * 60 * 1000;

/** Claims as API Gateway hands them to a function: all strings, arrays as `[a b]`. */
export type Claims = Record<string, string>;

export interface Emittente {
  /** @param persona pseudonym of who asks, where two people must be told apart */
  issue(gruppi: readonly string[], persona?: string): Promise<string>;
  /** @returns the claims, or null where the token is not a good one */
  verify(gettone: string): Promise<Claims | null>;
}

export interface OpzioniEmittente {
  /** Issuer that its tokens name. */
  readonly iss: string;
  readonly now: () => Date;
  /** Default: a pair of its own, which nobody else can have. */
  readonly chiavi?: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };
}

export async function createEmittente({ iss, now, chiavi }: OpzioniEmittente): Promise<Emittente> {
  const { privateKey, publicKey } = chiavi ?? (await generateKeyPair(ALGORITMO));
  return {
    issue: (gruppi, persona = 'locale') =>
      new SignJWT({ token_use: 'access', client_id: CLIENTE, scope: 'openid', 'cognito:groups': [...gruppi] })
        .setProtectedHeader({ alg: ALGORITMO })
        .setIssuer(iss)
        .setSubject(persona)
        .setIssuedAt(now())
        .setExpirationTime(new Date(now().getTime() + DURATA_MS))
        .sign(privateKey),
    verify: async (gettone) => {
      try {
        const { payload } = await jwtVerify(gettone, publicKey, {
          issuer: iss,
          algorithms: [ALGORITMO],
          currentDate: now(),
          requiredClaims: ['exp', 'token_use', 'client_id'],
        });
        if (payload.token_use !== 'access' || payload.client_id !== CLIENTE) return null;
        return Object.fromEntries(Object.entries(payload).map(([nome, valore]) => [nome, writeClaim(valore)]));
      } catch (cause) {
        if (cause instanceof errors.JOSEError) return null;
        throw cause;
      }
    },
  };
}

function writeClaim(valore: unknown): string {
  return Array.isArray(valore) ? `[${valore.join(' ')}]` : String(valore);
}
