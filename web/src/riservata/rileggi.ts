/** The act of reading a file again, wherever it is offered: followed to its end, found again after a reload, given up without losing it. */
import { useCallback, useEffect, useRef } from 'react';
import { useVai } from '../navigazione.tsx';
import type { Rilettura } from './api.ts';
import { RichiestaError } from './errore.ts';
import { followArrivo, rereadFile } from './file-grande.ts';
import { scrivania } from './indirizzi.ts';
import { readAttesa, writeAttesa } from './rilettura.ts';
import { type Azione, useAzione, useScrivania } from './scrivania.tsx';

interface Rileggi {
  readonly azione: Azione;
  readonly reread: (come: Rilettura) => void;
  /** Goes on with a reading that was left half way; nothing where there is none. */
  readonly resume: () => void;
  /** Waits no more: the reading goes on by itself. */
  readonly leave: () => void;
}

/** @param onRiletto before the new draft is shown */
export function useRileggi(ambito: string, bozza: string, onRiletto: () => void = () => undefined): Rileggi {
  const { riservata } = useScrivania();
  const vai = useVai();
  const [azione, act] = useAzione();
  const controllo = useRef<AbortController>(undefined);
  useEffect(() => () => controllo.current?.abort(), []);
  const run = (cosa: string, ask: (segnale: AbortSignal) => Promise<string>) =>
    act(cosa, async () => {
      controllo.current = new AbortController();
      const { signal: segnale } = controllo.current;
      try {
        const id = await ask(segnale);
        writeAttesa(window.sessionStorage, bozza, null);
        onRiletto();
        vai(scrivania.bozza(ambito, id));
        return 'Riletto.';
      } catch (errore) {
        if (segnale.aborted) return 'La lettura va avanti da sé: quando è finita, la bozza è fra quelle aperte.';
        // What came to nothing is asked for anew; what could not be asked about is asked about.
        if (errore instanceof RichiestaError && errore.stato !== null) writeAttesa(window.sessionStorage, bozza, null);
        throw errore;
      }
    });
  return {
    azione,
    reread: (come) => {
      // Once it was promised, trying again means asking again: not having it read twice.
      let promesso: string | null = null;
      run('Rileggo il file', (segnale) => {
        if (promesso !== null && promesso === readAttesa(window.sessionStorage, bozza)) {
          return followArrivo(riservata, { ambito, arrivo: promesso, segnale });
        }
        const onAttesa = (arrivo: string) => {
          promesso = arrivo;
          writeAttesa(window.sessionStorage, bozza, arrivo);
        };
        return rereadFile(riservata, { ambito, id: bozza, come, segnale, onAttesa });
      });
    },
    resume: () => {
      const arrivo = readAttesa(window.sessionStorage, bozza);
      if (arrivo === null) return;
      run('Rileggo il file, come avevi chiesto', (segnale) => followArrivo(riservata, { ambito, arrivo, segnale }));
    },
    leave: useCallback(() => controllo.current?.abort(), []),
  };
}
