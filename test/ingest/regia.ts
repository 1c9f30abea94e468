/** One thing at a time: several who use the storage at once, each standing still at every call until it is told to go on. */
import type { Deposito } from '../../functions/store/deposito.ts';

export interface Attore {
  readonly nome: string;
  /** Its own client: what it asks goes through here alone. */
  readonly deposito: Deposito;
  readonly run: () => Promise<unknown>;
}

export interface EsitoAttore {
  readonly nome: string;
  readonly valore?: unknown;
  readonly errore?: unknown;
  /** Calls to the storage that it made, where they were led. */
  readonly chiamate?: number;
}

/**
 * Who goes on. Asked before every call to the storage.
 * @param pronti who is not done yet, by position
 * @param fatte calls that each has made so far, by position
 */
export type Copione = (pronti: readonly number[], fatte: readonly number[]) => number;

/** One who is being led: at most one call of theirs is under way, the others wait at the door. */
class Parte {
  esito: EsitoAttore | undefined;
  chiamate = 0;
  readonly #porte: (() => void)[] = [];
  #sveglia: () => void = () => {};
  #uscita: () => void = () => {};
  readonly #attore: Attore;

  constructor(attore: Attore) {
    this.#attore = attore;
    attore.deposito.db.middlewareStack.add(
      (next) => async (argomenti) => {
        await new Promise<void>((apri) => {
          this.#porte.push(apri);
          this.#sveglia();
        });
        try {
          return await next(argomenti);
        } finally {
          this.#uscita();
        }
      },
      { step: 'initialize', name: 'regia' },
    );
  }

  async start(): Promise<void> {
    const { nome, run } = this.#attore;
    const end = (esito: Pick<EsitoAttore, 'valore' | 'errore'>): void => {
      this.esito = { nome, chiamate: this.chiamate, ...esito };
      this.#sveglia();
    };
    const fermo = this.#waitFermo();
    run().then(
      (valore) => end({ valore }),
      (errore: unknown) => end({ errore }),
    );
    await fermo;
  }

  /** Lets one call through, and comes back when whoever made it stands at the next one or is done. */
  async step(): Promise<void> {
    this.chiamate += 1;
    const uscito = new Promise<void>((then) => {
      this.#uscita = then;
    });
    const apri = this.#porte.shift();
    const fermo = this.#waitFermo();
    apri?.();
    await uscito;
    await fermo;
  }

  #waitFermo(): Promise<void> {
    if (this.#porte.length > 0 || this.esito) return Promise.resolve();
    return new Promise((then) => {
      this.#sveglia = then;
    });
  }
}

/** @returns how each of them ended, in their order */
export async function runIntreccio(attori: readonly Attore[], copione: Copione): Promise<readonly EsitoAttore[]> {
  const parti = attori.map((attore) => new Parte(attore));
  for (const parte of parti) await parte.start();
  for (;;) {
    const pronti = parti.flatMap((parte, i) => (parte.esito ? [] : [i]));
    if (pronti.length === 0) return parti.flatMap(({ esito }) => esito ?? []);
    const scelto = copione(
      pronti,
      parti.map(({ chiamate }) => chiamate),
    );
    await parti[scelto]?.step();
  }
}
