import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isCodice } from './archivio/blocco.ts';
import { AvvioError } from './configurazione.ts';

export interface Ascolto {
  readonly porta: number;
  /** Ends when the answers under way have left, or after a while. */
  stop(): Promise<void>;
}

const ATTESA_RISPOSTE_MS = 3_000;

/**
 * Listens on this machine alone, on both its addresses: `localhost` means either, and another program on one of them would
 * answer in place of the Osservatorio.
 * @param porta 0 for any free one
 * @throws AvvioError where the port is taken or not allowed
 */
export async function listenOnLoopback(
  porta: number,
  answer: (req: IncomingMessage, res: ServerResponse) => void,
): Promise<Ascolto> {
  const primo = await listen(porta, '127.0.0.1', answer);
  const scelta = (primo.address() as AddressInfo).port;
  const secondo = await listen(scelta, '::1', answer).catch(async (errore: unknown) => {
    // A machine without IPv6 has one loopback address.
    if (isCodice(errore, 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL')) return null;
    await close(primo);
    throw errore;
  });
  const server = secondo ? [primo, secondo] : [primo];
  return { porta: scelta, stop: async () => void (await Promise.all(server.map(close))) };
}

function listen(
  porta: number,
  host: string,
  answer: (req: IncomingMessage, res: ServerResponse) => void,
): Promise<Server> {
  const server = createServer(answer);
  return new Promise((then, fail) => {
    server.once('error', (errore) => fail(toAvvioError(errore, porta)));
    server.listen({ port: porta, host, ipv6Only: host === '::1' }, () => then(server));
  });
}

function toAvvioError(errore: Error, porta: number): Error {
  const altra = `avvia l’Osservatorio su un’altra, per esempio: PORT=${porta < 65_535 ? porta + 1 : 3001} npm start`;
  if (isCodice(errore, 'EADDRINUSE')) {
    return new AvvioError(`La porta ${porta} è già occupata da un altro programma. Fermalo, oppure ${altra}`, {
      cause: errore,
    });
  }
  if (isCodice(errore, 'EACCES')) {
    return new AvvioError(`Su questo computer la porta ${porta} è riservata: ${altra}`, { cause: errore });
  }
  return errore;
}

function close(server: Server): Promise<void> {
  return new Promise((then) => {
    server.close(() => then());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), ATTESA_RISPOSTE_MS).unref();
  });
}
