/** The real API over the real storage, with the sample ambiti published: what the pages read, as a `fetch`. */
import { join } from 'node:path';
import { publishCampioni } from '../../functions/locale/campioni.ts';
import { type Esito, startProva } from '../api/prova.ts';
import { RADICE } from '../sorgenti.ts';

export interface Risposte {
  /** Answers addresses that begin with `/api/v1`. */
  readonly fetch: typeof globalThis.fetch;
  /** Every address that was asked for, in order. */
  readonly chieste: string[];
  stop(): Promise<void>;
}

export async function startRisposte(): Promise<Risposte> {
  const prova = await startProva();
  const avvisi = await publishCampioni(prova.deposito, join(RADICE, 'data'), prova.dipendenze.now);
  if (avvisi.length > 0) throw new Error(avvisi.join('\n'));
  const chieste: string[] = [];
  // Nothing is published after the samples: an answer stays what it was.
  const date = new Map<string, Promise<Esito>>();
  const call = (richiesta: string): Promise<Esito> => {
    const data = date.get(richiesta) ?? prova.call(richiesta);
    date.set(richiesta, data);
    return data;
  };
  return {
    chieste,
    fetch: async (indirizzo) => {
      chieste.push(String(indirizzo));
      const { stato, headers, byte } = await call(`GET ${String(indirizzo)}`);
      return new Response(new Uint8Array(byte), { status: stato, headers });
    },
    stop: prova.stop,
  };
}
