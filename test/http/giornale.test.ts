import { afterEach, expect, test, vi } from 'vitest';
import { writeGuasto, writeNota } from '../../functions/http/giornale.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test.each([
  ['on a terminal a line of JSON', undefined, (scritto: unknown) => JSON.parse(String(scritto)) as object],
  // @source AWS Lambda, "Using structured JSON logs with Node.js": the runtime writes {timestamp, level, requestId, message} around it
  ['in the cloud the record itself, which the runtime makes JSON of', 'JSON', (scritto: unknown) => scritto],
])('%s', (_, formato, read) => {
  vi.stubEnv('AWS_LAMBDA_LOG_FORMAT', formato);
  const errori = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const note = vi.spyOn(console, 'info').mockImplementation(() => undefined);
  writeGuasto({ id: 'r-1', rotta: 'carica', errore: new RangeError('troppo', { cause: new Error('perché') }) });
  writeNota({ id: 'r-2', evento: 'arrivo', dati: { righe: 7 } });
  expect(read(errori.mock.calls[0]?.[0])).toMatchObject({
    livello: 'errore',
    id: 'r-1',
    rotta: 'carica',
    causa: { nome: 'RangeError', messaggio: 'troppo', causa: { messaggio: 'perché' } },
  });
  expect(read(note.mock.calls[0]?.[0])).toEqual({ livello: 'nota', id: 'r-2', evento: 'arrivo', righe: 7 });
});
