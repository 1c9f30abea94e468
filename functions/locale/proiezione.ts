/** On this machine the pages follow what is published as the stream of the table makes them follow in the cloud. */
import { INSIEME_COMUNE } from '../core/http/istantanee.ts';
import type { Giornale } from '../http/giornale.ts';
import { publishInsiemi, publishTutte, type Tipografia } from '../sito/pubblica-pagine.ts';

export interface Proiezione {
  /** The pages of every ambito, and those of none. */
  all(): Promise<void>;
  /** After something of an ambito was published or registered. Nobody waits for it. */
  follow(ambito: string): void;
  /** Ends when nothing is left to be prepared. */
  drain(): Promise<void>;
}

/** One at a time, in the order in which they are asked for. What fails is told to the log: the pages that are there stay. */
export function createProiezione(tipografia: Tipografia, giornale: Giornale): Proiezione {
  let coda = Promise.resolve();
  const queue = (run: () => Promise<ReadonlyMap<string, unknown>>): Promise<void> => {
    coda = coda.then(run).then(
      (guasti) => {
        for (const [insieme, errore] of guasti) giornale({ id: insieme, rotta: 'pagine', errore });
      },
      (errore: unknown) => giornale({ id: '', rotta: 'pagine', errore }),
    );
    return coda;
  };
  return {
    all: () => queue(() => publishTutte(tipografia)),
    follow: (ambito) => void queue(() => publishInsiemi(tipografia, [ambito, INSIEME_COMUNE])),
    drain: () => coda,
  };
}
