import { expect } from 'vitest';
import { listErrori, ROTTE, type Rotta, type RottaId } from '../../functions/core/http/rotte.ts';
import { problemJson } from '../../functions/core/http/schemi.ts';
import type { Esito } from './prova.ts';

/** Holds an answer to what its route declares: status, media type, shape, headers. */
export function expectForma(id: RottaId, esito: Esito): void {
  const rotta: Rotta = ROTTE[id];
  expect(esito.headers['x-request-id']).toMatch(/^[\w-]{8,}$/);
  expect(esito.headers['x-content-type-options']).toBe('nosniff');
  expect(esito.headers['content-security-policy']).toContain("default-src 'none'");
  if (esito.stato === 304) return;
  if (esito.stato >= 400) {
    expect(listErrori(rotta)).toContain(esito.stato);
    expect(esito.headers['content-type']).toBe('application/problem+json');
    expect(problemJson.parse(esito.json).status).toBe(esito.stato);
    expect(esito.headers['cache-control']).toBe('private, no-store');
    return;
  }
  const risposta = rotta.risposte.find(({ stato }) => stato === esito.stato);
  expect(risposta, `status ${esito.stato} of ${id}`).toBeDefined();
  if (risposta?.tipo) expect(esito.headers['content-type']).toContain(risposta.tipo);
  // What is parsed and written again is the same: nothing is sent that the schema does not say.
  if (risposta?.schema) expect(risposta.schema.parse(esito.json)).toEqual(esito.json);
}
