import type { IncomingMessage } from 'node:http';

/** Header names in lower case, values of a repeated one joined by commas, as API Gateway does. */
export function readIntestazioni({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([nome, valore]) =>
      valore === undefined ? [] : [[nome, Array.isArray(valore) ? valore.join(',') : valore]],
    ),
  );
}
