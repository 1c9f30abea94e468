/** Writing: files come in, are previewed, published, restored. Drafts live only here. */
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readDipendenze } from '../http/configurazione.ts';
import { createHandler, type Handler } from '../http/crea.ts';
import type { Dipendenze } from '../http/gestore.ts';
import { CARICAMENTI } from './caricamenti.ts';
import { REGISTRA } from './registra.ts';

export function createIngest(dipendenze: Dipendenze): Handler {
  return createHandler('ingest', { ...CARICAMENTI, ...REGISTRA }, dipendenze);
}

let pronto: Handler | undefined;

export const handler = (event: APIGatewayProxyEventV2WithJWTAuthorizer): Promise<APIGatewayProxyStructuredResultV2> => {
  pronto ??= createIngest(readDipendenze(process.env));
  return pronto(event);
};
