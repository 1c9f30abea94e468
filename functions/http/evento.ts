import type { Evento } from './crea.ts';

export interface Richiesta {
  readonly id: string;
  readonly metodo: string;
  readonly indirizzo: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a verified token. */
  readonly claims?: Record<string, string> | undefined;
  readonly corpo?: Buffer | undefined;
}

/** A request as API Gateway hands it to a function (payload format 2.0). */
export function buildEvento({ id, metodo, indirizzo, headers, claims, corpo }: Richiesta): Evento {
  const contesto = {
    accountId: 'locale',
    apiId: 'locale',
    domainName: indirizzo.host,
    domainPrefix: 'locale',
    http: {
      method: metodo,
      path: indirizzo.pathname,
      protocol: 'HTTP/1.1',
      sourceIp: '127.0.0.1',
      userAgent: headers['user-agent'] ?? '',
    },
    requestId: id,
    routeKey: '$default',
    stage: '$default',
    time: new Date().toISOString(),
    timeEpoch: Date.now(),
  };
  const evento = {
    version: '2.0',
    routeKey: '$default',
    rawPath: indirizzo.pathname,
    rawQueryString: indirizzo.search.slice(1),
    headers: { ...headers },
    body: corpo?.toString('base64') ?? '',
    isBase64Encoded: true,
  };
  if (!claims) return { ...evento, requestContext: contesto };
  const authorizer = { principalId: '', integrationLatency: 0, jwt: { claims, scopes: [] } };
  return { ...evento, requestContext: { ...contesto, authorizer } };
}
