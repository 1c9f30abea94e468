/** A request as API Gateway hands it to a function. */

export interface Richiesta {
  readonly gruppi?: readonly string[];
  readonly tipo?: string;
  readonly corpo?: Buffer;
}

/** @source API Gateway, "Create AWS Lambda proxy integrations for HTTP APIs": payload format 2.0; text stays text, bytes are base64 */
export function toEvento(metodo: string, indirizzo: string, { gruppi, tipo, corpo }: Richiesta = {}): object {
  const [rawPath = '', rawQueryString = ''] = indirizzo.split('?');
  const claims = { sub: 'una-persona', token_use: 'access', 'cognito:groups': `[${gruppi?.join(' ')}]` };
  const isBase64Encoded = tipo === 'application/octet-stream';
  return {
    version: '2.0',
    routeKey: `${metodo} ${rawPath}`,
    rawPath,
    rawQueryString,
    headers: {
      'content-type': tipo,
      host: 'prova.execute-api.eu-south-1.amazonaws.com',
      'x-forwarded-for': '192.0.2.1',
    },
    requestContext: {
      http: { method: metodo, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'prova' },
      requestId: 'JKJaXmPLvHcESHA=',
      stage: '$default',
      ...(gruppi && { authorizer: { jwt: { claims, scopes: null } } }),
    },
    body: corpo?.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  };
}
