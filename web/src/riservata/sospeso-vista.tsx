/** An upload found again after a reload: still being read, ready, or broken off. */
import { useEffect, useRef, useState } from 'react';
import { Avanzamento } from './avanzamento.tsx';
import { Bottone } from './bottone.tsx';
import { RichiestaError } from './errore.ts';
import { ErroreDiRichiesta } from './esito.tsx';
import { followArrivo, type Sospeso } from './file-grande.ts';
import { useScrivania } from './scrivania.tsx';

interface Proprieta {
  readonly ambito: string;
  readonly sospeso: Sospeso;
  /** @param id of the draft */
  readonly onLetto: (id: string) => void;
  readonly onRinuncia: () => void;
}

type Esito =
  | { readonly stato: 'guardo' }
  | { readonly stato: 'mai-arrivato' }
  | { readonly stato: 'errore'; readonly errore: unknown };

export function SospesoVista({ ambito, sospeso, onLetto, onRinuncia }: Proprieta) {
  const { riservata } = useScrivania();
  const [volta, setVolta] = useState(0);
  const [esito, setEsito] = useState<Esito>({ stato: 'guardo' });
  const { arrivo } = sospeso;
  const open = useRef(onLetto);
  open.current = onLetto;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `volta` asks again
  useEffect(() => {
    const controllo = new AbortController();
    const { signal: segnale } = controllo;
    setEsito({ stato: 'guardo' });
    const look = async (): Promise<void> => {
      const { stato } = await riservata.readArrivo(ambito, arrivo);
      // Reloaded while it was leaving: what had not arrived by then never will.
      if (stato === 'atteso' || stato === 'scaduto') setEsito({ stato: 'mai-arrivato' });
      else open.current(await followArrivo(riservata, { ambito, arrivo, segnale }));
    };
    look().catch((errore: unknown) => {
      if (segnale.aborted) return;
      const ignoto = errore instanceof RichiestaError && errore.stato === 404;
      setEsito(ignoto ? { stato: 'mai-arrivato' } : { stato: 'errore', errore });
    });
    return () => controllo.abort();
  }, [riservata, ambito, arrivo, volta]);
  return (
    <section className="scheda" aria-label="Un caricamento già cominciato">
      <h2>«{sospeso.file}»</h2>
      {esito.stato === 'guardo' && (
        <>
          <p>
            Il file è arrivato. Puoi anche chiudere questa pagina: la lettura va avanti, e la bozza resterà fra le tue.
          </p>
          <Avanzamento passo={{ fase: 'lettura' }} />
        </>
      )}
      {esito.stato === 'mai-arrivato' && (
        <p>
          L’invio si è interrotto prima della fine, e del file non è rimasto nulla. Quello che avevi scritto è qui
          sotto: scegli di nuovo il file e caricalo.
        </p>
      )}
      {esito.stato === 'errore' && (
        <ErroreDiRichiesta errore={esito.errore} onRiprova={() => setVolta((prima) => prima + 1)} />
      )}
      {esito.stato !== 'guardo' && <Bottone onClick={onRinuncia}>Va bene</Bottone>}
    </section>
  );
}
