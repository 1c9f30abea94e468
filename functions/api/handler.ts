/** Public reading: everything that an ambito has published, open to everyone. The token is never looked at. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { PAGINA_API, STILE_API } from '../core/http/rotte.ts';
import { fitHandler } from '../http/compressa.ts';
import { readDipendenze } from '../http/configurazione.ts';
import { createHandler, type Handler } from '../http/crea.ts';
import type { Dipendenze } from '../http/gestore.ts';
import { toRisultato } from '../http/risposta.ts';
import { AMBITI } from './ambiti.ts';
import { CALENDARIO } from './calendario.ts';
import { CATALOGHI } from './cataloghi.ts';
import { OSSERVAZIONI } from './osservazioni.ts';
import { readPagina } from './pagina.ts';
import { TABELLE } from './tabelle.ts';

export function createApi(dipendenze: Dipendenze): Handler {
  const answer = createHandler(
    'api',
    { ...CATALOGHI, ...AMBITI, ...CALENDARIO, ...OSSERVAZIONI, ...TABELLE },
    dipendenze,
  );
  return (event) => {
    const pagina = [PAGINA_API, STILE_API].find((percorso) => percorso === event.rawPath);
    if (!pagina || !['GET', 'HEAD'].includes(event.requestContext.http.method)) return answer(event);
    return Promise.resolve(
      toRisultato(readPagina(pagina, dipendenze.versione), {
        id: event.requestContext.requestId,
        durata: 'corrente',
        seNonCambiato: event.headers['if-none-match'],
      }),
    );
  };
}

let pronto: Handler | undefined;

export const handler = (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  pronto ??= fitHandler(createApi(readDipendenze(process.env)));
  return pronto(event);
};
