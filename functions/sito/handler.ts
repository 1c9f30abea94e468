/** After every publication, the pages: called by the stream of the table, or by a person after a new version of the software. */

import { join } from 'node:path';
import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { createApi } from '../api/handler.ts';
import { readVariabile, VERSIONE } from '../http/configurazione.ts';
import { writeGuasto } from '../http/giornale.ts';
import { createDeposito } from '../store/crea.ts';
import type { Originali } from '../store/deposito.ts';
import { listInsiemi } from './flusso.ts';
import { loadModello } from './impaginatore.ts';
import { openPagineCloud } from './pagine-cloud.ts';
import { publishInsiemi, publishTutte, type Tipografia } from './pubblica-pagine.ts';

/** Pages are made of what is published: of the files they need none. */
const NESSUN_FILE: Originali = {
  put: () => Promise.reject(new TypeError('le pagine non scrivono file')),
  get: () => Promise.reject(new TypeError('le pagine non leggono file')),
  open: () => Promise.reject(new TypeError('le pagine non leggono file')),
  sign: () => Promise.reject(new TypeError('le pagine non leggono file')),
};

/** Asked by a person: all the pages anew. */
export interface Richiesta {
  readonly tutte: true;
}

let pronta: Promise<Tipografia> | undefined;

export const handler = async (evento: DynamoDBStreamEvent | Richiesta): Promise<void> => {
  pronta ??= openTipografia(process.env);
  const tipografia = await pronta;
  const insiemi = 'tutte' in evento ? 'tutti' : listInsiemi(evento);
  const guasti = insiemi === 'tutti' ? await publishTutte(tipografia) : await publishInsiemi(tipografia, insiemi);
  for (const [insieme, errore] of guasti) writeGuasto({ id: insieme, rotta: 'pagine', errore });
  if (guasti.size > 0) throw new Error(`pages not published: ${[...guasti.keys()].join(', ')}`);
};

async function openTipografia(env: Readonly<Record<string, string | undefined>>): Promise<Tipografia> {
  const deposito = createDeposito({ tabella: readVariabile(env, 'TABELLA'), originali: NESSUN_FILE });
  const now = () => new Date();
  return {
    deposito,
    now,
    api: createApi({ deposito, versione: VERSIONE, now, giornale: writeGuasto }),
    // Beside this file, where the function is packed.
    modello: await loadModello(join(import.meta.dirname, 'web')),
    pagine: openPagineCloud({
      s3: new S3Client({}),
      bucket: readVariabile(env, 'PAGINE'),
      mappe: new CloudFrontKeyValueStoreClient({}),
      arn: readVariabile(env, 'MAPPA'),
    }),
  };
}
