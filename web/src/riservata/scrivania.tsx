/** What every view of the desk shares: who is in, what they may do, how to ask. */
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { Ruolo } from '../../../functions/core/http/ruoli.ts';
import type { Api } from '../api/letture.ts';
import type { ApiRiservata } from './api.ts';

export interface Scrivania {
  /** Public readings, asked anew each time: here one has just changed them. */
  readonly pubblica: Api;
  readonly riservata: ApiRiservata;
  /** To the way in, and from there back to this very view. */
  readonly reenter: () => void;
}

/** A view of one ambito. */
export interface ProprietaVista {
  readonly ambito: string;
  readonly ruolo: Ruolo;
}

const Contesto = createContext<Scrivania | null>(null);
export const ConScrivania = Contesto.Provider;

/** Null before one is in. */
export const useSeScrivania = (): Scrivania | null => useContext(Contesto);

export function useScrivania(): Scrivania {
  const scrivania = useContext(Contesto);
  if (!scrivania) throw new Error('la vista è fuori dalla scrivania');
  return scrivania;
}

export type Lettura<T> =
  | { readonly stato: 'attesa' }
  | { readonly stato: 'errore'; readonly errore: unknown }
  | { readonly stato: 'letta'; readonly dati: T };

/**
 * Reads when the view opens, and again when asked; what was there stays until the new reading has come.
 * @param leggi stable: from `useCallback`
 */
export function useLettura<T>(leggi: () => Promise<T>): readonly [Lettura<T>, () => void] {
  const [lettura, setLettura] = useState<Lettura<T>>({ stato: 'attesa' });
  const read = useCallback(() => {
    let attesa = true;
    const show = (letta: Lettura<T>) => {
      if (attesa) setLettura(letta);
    };
    leggi().then(
      (dati) => show({ stato: 'letta', dati }),
      (errore: unknown) => show({ stato: 'errore', errore }),
    );
    return () => {
      attesa = false;
    };
  }, [leggi]);
  useEffect(read, [read]);
  return [lettura, read];
}

export type Azione =
  | { readonly stato: 'ferma' }
  | { readonly stato: 'incorso'; readonly cosa: string }
  | { readonly stato: 'fallita'; readonly cosa: string; readonly errore: unknown; readonly riprova: () => void }
  | { readonly stato: 'fatta'; readonly esito: string };

/** One act at a time, and no other begins until it has ended: its words while it goes on, what came of it. */
export function useAzione(): readonly [Azione, (cosa: string, run: () => Promise<string>) => void] {
  const [azione, setAzione] = useState<Azione>({ stato: 'ferma' });
  const inCorso = useRef(false);
  const act = useCallback((cosa: string, run: () => Promise<string>) => {
    const end = (finita: Azione) => {
      inCorso.current = false;
      setAzione(finita);
    };
    const riprova = () => {
      if (inCorso.current) return;
      inCorso.current = true;
      setAzione({ stato: 'incorso', cosa });
      run().then(
        (esito) => end({ stato: 'fatta', esito }),
        (errore: unknown) => end({ stato: 'fallita', cosa, errore, riprova }),
      );
    };
    riprova();
  }, []);
  return [azione, act];
}
