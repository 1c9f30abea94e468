import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../functions/api/handler.ts';
import type { Evento } from '../../functions/http/crea.ts';
import { createIngest } from '../../functions/ingest/handler.ts';
import { AMBITO_CASARANO, type Prova, startProva, toEvento } from '../api/prova.ts';

let prova: Prova;
beforeAll(async () => {
  prova = await startProva();
});
afterAll(() => prova.stop());

/** As API Gateway hands a text over: not in base64. */
function toTesto(evento: Evento, corpo: string): Evento {
  return { ...evento, body: corpo, isBase64Encoded: false };
}

describe('an event of API Gateway', () => {
  test('may carry a text as it is, accents and all', async () => {
    const corpo = JSON.stringify({ ...AMBITO_CASARANO, nome: 'Ambito di Casarano, già «Casarano»' });
    const evento = toEvento('PUT /ambiti/casarano', {
      gruppi: ['amministratore'],
      headers: { 'content-type': 'application/json' },
    });
    const { statusCode, body } = await createIngest(prova.dipendenze)(toTesto(evento, corpo));
    expect([statusCode, JSON.parse(body ?? '').nome]).toEqual([201, 'Ambito di Casarano, già «Casarano»']);
  });

  test('of a route of the other function is answered 404: no function does what it is not for', async () => {
    const scrive = toEvento('POST /ambiti/casarano/caricamenti?tipo=fondi&documento=x', {
      gruppi: ['casarano/responsabile'],
    });
    expect((await createApi(prova.dipendenze)(scrive)).statusCode).toBe(404);
    expect((await createIngest(prova.dipendenze)(toEvento('GET /ambiti'))).statusCode).toBe(404);
  });

  test('without a body where one is due is told what is due', async () => {
    const { body: _, ...senza } = toEvento('POST /strumenti/riparto', {
      headers: { 'content-type': 'application/json' },
    });
    const { statusCode, body } = await createApi(prova.dipendenze)({ ...senza, isBase64Encoded: false });
    expect([statusCode, body]).toEqual([400, expect.stringContaining('non è JSON leggibile')]);
  });

  test('hands its id back', async () => {
    const evento = toEvento('GET /tipi');
    const { headers } = await createApi(prova.dipendenze)(evento);
    expect(headers?.['x-request-id']).toBe(evento.requestContext.requestId);
  });

  test('texts go back as they are, not in base64', async () => {
    const api = createApi(prova.dipendenze);
    expect((await api(toEvento('GET /tipi/fondi/modello.csv'))).isBase64Encoded).toBe(false);
  });
});
