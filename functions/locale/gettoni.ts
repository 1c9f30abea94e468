/** The development issuer: access tokens as the cloud's user pool makes them, with a key that lives as long as the process. */
import { errors, exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';

const ALGORITMO = 'ES256';
const CLIENTE = 'osservatorio-locale';
const DURATA = '8h';

/** Claims as API Gateway hands them to a function: all strings, arrays as `[a b]`. */
export type Claims = Record<string, string>;

export interface Emittente {
  /** @param persona pseudonym of who asks, where two people must be told apart */
  issue(gruppi: readonly string[], persona?: string): Promise<string>;
  /** @returns the claims, or null where the token is not a good one */
  verify(gettone: string): Promise<Claims | null>;
}

/** @param iss issuer that its tokens name */
export async function createEmittente(iss: string): Promise<Emittente> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITMO, { extractable: true });
  const chiave = await importJWK(await exportJWK(publicKey), ALGORITMO);
  return {
    issue: (gruppi, persona = 'locale') =>
      new SignJWT({ token_use: 'access', client_id: CLIENTE, scope: 'openid', 'cognito:groups': [...gruppi] })
        .setProtectedHeader({ alg: ALGORITMO })
        .setIssuer(iss)
        .setSubject(persona)
        .setIssuedAt()
        .setExpirationTime(DURATA)
        .sign(privateKey),
    verify: async (gettone) => {
      try {
        const { payload } = await jwtVerify(gettone, chiave, {
          issuer: iss,
          algorithms: [ALGORITMO],
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
