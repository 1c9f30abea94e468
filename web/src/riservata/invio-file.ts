/** The file that was chosen on its way, whichever its length asks for, until its draft is there: given up, broken off, tried again. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import { RichiestaError } from './errore.ts';
import {
  followArrivo,
  MASSIMO_DIRETTO_BYTE,
  type Passo,
  type Sospeso,
  sendGrande,
  writeSospeso,
} from './file-grande.ts';
import { type Azione, useAzione, useScrivania } from './scrivania.tsx';

interface DaInviare {
  readonly file: File;
  readonly parametri: Readonly<Record<string, string>>;
  /** What the form held: a reload finds it again. */
  readonly modulo: Pick<Sospeso, 'tipo' | 'parte' | 'valori'>;
}

interface InvioFile {
  readonly azione: Azione;
  /** Null where nothing is going on. */
  readonly passo: Passo | null;
  readonly send: (daInviare: DaInviare) => void;
  /** Until all of it has left. */
  readonly giveUp: () => void;
  /** Whether bytes are leaving right now: going away would break it off. */
  readonly isInviando: () => boolean;
}

/** @param onLetto opens the draft that came of it */
export function useInvioFile(ambito: string, onLetto: (bozza: CaricamentoDto) => Promise<void>): InvioFile {
  const { riservata } = useScrivania();
  const [azione, act] = useAzione();
  const [passo, setPasso] = useState<Passo>({ fase: 'impronta' });
  const controllo = useRef<AbortController>(undefined);
  const inviando = useRef(false);
  useEffect(() => () => controllo.current?.abort(), []);

  const go = (nuovo: Passo) => {
    inviando.current = nuovo.fase !== 'lettura';
    setPasso(nuovo);
  };

  const sendDiretto = async ({ file, parametri }: DaInviare, segnale: AbortSignal): Promise<CaricamentoDto> => {
    go({ fase: 'invio', inviatiByte: 0, totaleByte: file.size });
    return riservata.sendFile(
      ambito,
      { byte: file, parametri },
      {
        onAvanzamento: (inviato) =>
          go(inviato.inviatiByte < inviato.totaleByte ? { fase: 'invio', ...inviato } : { fase: 'lettura' }),
        segnale,
      },
    );
  };

  const send = (daInviare: DaInviare) => {
    const { file, parametri, modulo } = daInviare;
    const grande = file.size > MASSIMO_DIRETTO_BYTE;
    // Once it has arrived, trying again means asking again: not sending it again.
    let arrivato: string | undefined;
    const sendPerFirma = async (segnale: AbortSignal): Promise<CaricamentoDto> => {
      const remember = (arrivo: string, inviato: boolean) =>
        writeSospeso(window.sessionStorage, ambito, { arrivo, inviato, file: file.name, ...modulo });
      arrivato ??= await sendGrande(riservata, {
        ambito,
        file: { byte: file, parametri },
        onPasso: go,
        onFirma: (arrivo) => remember(arrivo, false),
        segnale,
      });
      go({ fase: 'lettura' });
      remember(arrivato, true);
      return riservata.readBozza(ambito, await followArrivo(riservata, { ambito, arrivo: arrivato, segnale }));
    };
    act('Invio il file', async () => {
      controllo.current = new AbortController();
      const { signal: segnale } = controllo.current;
      try {
        const bozza = await (grande ? sendPerFirma(segnale) : sendDiretto(daInviare, segnale));
        inviando.current = false;
        await onLetto(bozza);
        writeSospeso(window.sessionStorage, ambito, null);
        return 'Il file è arrivato.';
      } catch (errore) {
        const inPartenza = inviando.current;
        inviando.current = false;
        if (segnale.aborted && inPartenza) {
          writeSospeso(window.sessionStorage, ambito, null);
          return 'Invio annullato: del file non è rimasto nulla. Quello che hai scelto è ancora qui.';
        }
        // What could not be read is sent anew; what could not be asked about is asked about.
        if (errore instanceof RichiestaError && errore.stato !== null) arrivato = undefined;
        throw errore;
      }
    });
  };
  return {
    azione,
    passo: azione.stato === 'incorso' ? passo : null,
    send,
    giveUp: useCallback(() => controllo.current?.abort(), []),
    isInviando: useCallback(() => inviando.current, []),
  };
}
