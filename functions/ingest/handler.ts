/** Writing: files come in, are previewed, published, restored. Drafts live only here. */
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
  Context,
  S3Event,
} from 'aws-lambda';
import { fitHandler } from '../http/compressa.ts';
import { createHandler, type Handler } from '../http/crea.ts';
import { CARICAMENTI } from './caricamenti.ts';
import { readDipendenzeIngest } from './configurazione.ts';
import { createFirma } from './firma.ts';
import { REGISTRA } from './registra.ts';
import { createRicezione, type DipendenzeIngest, type Ricezione } from './ricevi.ts';
import { createRilettura } from './rileggi.ts';

export function createIngest(dipendenze: DipendenzeIngest): Handler {
  const { arrivi } = dipendenze;
  const gestori = { ...CARICAMENTI, ...createRilettura(arrivi), ...createFirma(arrivi), ...REGISTRA };
  return createHandler('ingest', gestori, dipendenze);
}

let pronto: Handler | undefined;
let inAscolto: Ricezione | undefined;

export const handler = (event: APIGatewayProxyEventV2WithJWTAuthorizer): Promise<APIGatewayProxyStructuredResultV2> => {
  pronto ??= fitHandler(createIngest(readDipendenzeIngest(process.env)));
  return pronto(event);
};

/** Of the function that the bucket of the arrivals calls: same code, more time, its own permissions. */
export const arrivi = (event: S3Event, { awsRequestId }: Context): Promise<void> => {
  inAscolto ??= createRicezione(readDipendenzeIngest(process.env));
  return inAscolto(event, awsRequestId);
};
