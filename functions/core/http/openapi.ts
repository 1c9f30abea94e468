/** The OpenAPI 3.1 document, from the registry of routes and the schemas that check requests and replies. */
import * as z from 'zod/mini';
import { listParametriPercorso } from './percorsi.ts';
import { BASE, type Corpo, listErrori, listRotte, type Risposta, type Rotta, type RottaId } from './rotte.ts';
import * as schemi from './schemi.ts';
import { SOMMARI } from './sommari.ts';
import { TITOLI_ERRORI } from './titoli-errori.ts';

const PERCORSO: Readonly<Record<string, string>> = {
  ambito: 'L’id dell’ambito, come «casarano».',
  tipo: 'L’id del tipo di tabella, come «popolazione».',
  indicatore: 'L’id dell’indicatore, come «indice-vecchiaia».',
  caricamento: 'L’id della bozza.',
  arrivo: 'L’id di un caricamento firmato, come lo dice «firma».',
  versione: 'Il numero della versione della tabella.',
  parte: 'Il nome della parte.',
};

/**
 * @param versione of the software
 * @returns the document, ready to be written as JSON
 */
export function buildOpenApi(versione: string): z.infer<typeof schemi.documentoOpenApi> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const rotta of listRotte()) {
    const percorso = paths[rotta.percorso] ?? {};
    percorso[rotta.metodo.toLowerCase()] = buildOperazione(rotta);
    paths[rotta.percorso] = percorso;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Osservatorio del Piano di Zona',
      version: versione,
      description:
        'I conti, i servizi e i dati degli Ambiti Territoriali Sociali. Gli importi sono stringhe decimali con due cifre («251622.44»); un valore che manca è null, con il motivo in «assenza».',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: BASE }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problema: toSchema(schemi.problemJson, 'output') },
      responses: Object.fromEntries(
        Object.entries(TITOLI_ERRORI).map(([stato, titolo]) => [
          `Errore${stato}`,
          {
            description: titolo,
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problema' } } },
          },
        ]),
      ),
    },
  };
}

function buildOperazione(rotta: Rotta & { readonly id: RottaId }): Record<string, unknown> {
  const parametri = [
    ...listParametriPercorso(rotta.percorso).map((name) => ({
      name,
      in: 'path',
      required: true,
      description: PERCORSO[name],
      schema: { type: name === 'versione' ? 'integer' : 'string' },
    })),
    ...Object.entries(rotta.query).map(([name, parametro]) => ({
      name,
      in: 'query',
      required: parametro.obbligatorio ?? false,
      description: `${parametro.descrizione} Serve ${parametro.atteso}.`,
      schema: toSchema(parametro.schema, 'input'),
    })),
  ];
  return {
    operationId: rotta.id,
    summary: SOMMARI[rotta.id],
    tags: [rotta.funzione === 'api' ? 'Lettura' : 'Scrittura'],
    ...(rotta.accesso === 'pubblico'
      ? { security: [] }
      : { security: [{ bearer: [] }], description: `Ruoli: ${rotta.accesso.join(', ')}.` }),
    ...(parametri.length > 0 ? { parameters: parametri } : {}),
    ...(rotta.corpo ? { requestBody: { required: true, content: buildCorpo(rotta.corpo) } } : {}),
    responses: {
      ...Object.fromEntries(rotta.risposte.map((risposta) => [risposta.stato, buildRisposta(risposta)])),
      ...Object.fromEntries(
        listErrori(rotta).map((stato) => [stato, { $ref: `#/components/responses/Errore${stato}` }]),
      ),
    },
  };
}

function buildCorpo(corpo: Corpo): Record<string, unknown> {
  return { [corpo.tipo]: corpo.tipo === 'application/json' ? { schema: toSchema(corpo.schema, 'input') } : {} };
}

function buildRisposta({ descrizione, tipo, schema }: Risposta): Record<string, unknown> {
  if (tipo === null) return { description: descrizione };
  return { description: descrizione, content: { [tipo]: schema ? { schema: toSchema(schema, 'output') } : {} } };
}

function toSchema(schema: z.ZodMiniType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...resto } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return resto;
}
