/** What the code behind a route is given and must give back: types that follow from the registry of routes. */
import type * as z from 'zod/mini';
import type { ValoriDi } from '../core/http/parametri.ts';
import type { Funzione, ParametriPercorso, Rotta, RottaDi, RottaIdDi } from '../core/http/rotte.ts';
import type { Ruolo } from '../core/http/ruoli.ts';
import type { Deposito } from '../store/deposito.ts';
import type { Giornale } from './giornale.ts';
import type { Risorse } from './risorse.ts';
import type { Risposta } from './risposta.ts';

/** What the world gives to the code behind the routes. */
export interface Dipendenze {
  readonly deposito: Deposito;
  /** Of the software. */
  readonly versione: string;
  readonly now: () => Date;
  readonly giornale: Giornale;
}

/** What each name in the path stands for, found already. A PUT may name what is not there yet: it gets the text. */
export type RisorseDi<R extends Rotta> = {
  readonly [Nome in ParametriPercorso<R['percorso']>]: R['metodo'] extends 'PUT'
    ? string
    : Nome extends keyof Risorse
      ? Risorse[Nome]
      : never;
};

type CorpoDi<R extends Rotta> = R extends { corpo: { schema: infer S extends z.ZodMiniType } }
  ? z.output<S>
  : R extends { corpo: { massimoByte: number } }
    ? Uint8Array
    : undefined;

export interface Contesto<R extends Rotta> extends Dipendenze {
  /** Of the request. */
  readonly id: string;
  readonly risorse: RisorseDi<R>;
  readonly query: ValoriDi<R['query']>;
  readonly corpo: CorpoDi<R>;
  /** The role that opened the route, the most powerful of those held; undefined where everyone may enter. */
  readonly ruolo: R['accesso'] extends 'pubblico' ? undefined : Ruolo;
  /** Pseudonym of who is in, stable for one person; undefined where the token has no subject. */
  readonly autore: string | undefined;
}

export type Gestore<R extends Rotta> = (contesto: Contesto<R>) => Promise<Risposta> | Risposta;

/** One for each route of a function: a route without its code does not compile. */
export type Gestori<F extends Funzione> = { readonly [Id in RottaIdDi<F>]: Gestore<RottaDi<Id>> };
