/** An upload found again after a reload: still being read, ready, or broken off. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { Avanzamento } from './avanzamento.tsx';
import { Bottone } from './bottone.tsx';
import { RichiestaError } from './errore.ts';
import { ErroreDiRichiesta } from './esito.tsx';
import { followArrivo, hasArrivato, type Sospeso } from './file-grande.ts';
import { useScrivania } from './scrivania.tsx';

interface Proprieta {
  readonly ambito: string;
  readonly sospeso: Sospeso;
  /** @param id of the draft */
  readonly onLetto: (id: string) => Promise<void>;
  readonly onRinuncia: () => void;
}

type Esito =
  | { readonly stato: 'guardo' }
  | { readonly stato: 'arrivato' }
  | { readonly stato: 'mai-arrivato' }
  | { readonly stato: 'errore'; readonly errore: unknown };

export function SospesoVista({ ambito, sospeso, onLetto, onRinuncia }: Proprieta) {
  const { riservata } = useScrivania();
  const [esito, setEsito] = useState<Esito>({ stato: 'guardo' });
  const { arrivo, inviato } = sospeso;
  const open = useRef(onLetto);
  open.current = onLetto;
  const controllo = useRef<AbortController>(undefined);
  const look = useCallback(() => {
    controllo.current?.abort();
    controllo.current = new AbortController();
    const { signal: segnale } = controllo.current;
    const show = (nuovo: Esito) => {
      if (!segnale.aborted) setEsito(nuovo);
    };
    show({ stato: 'guardo' });
    const dove = { ambito, arrivo, segnale };
    const follow = async (): Promise<void> => {
      // Reloaded while it was leaving: what has not arrived by now never will.
      if (!inviato && !(await hasArrivato(riservata, dove))) return show({ stato: 'mai-arrivato' });
      show({ stato: 'arrivato' });
      await open.current(await followArrivo(riservata, dove));
    };
    follow().catch((errore: unknown) => {
      const ignoto = errore instanceof RichiestaError && errore.stato === 404;
      show(ignoto ? { stato: 'mai-arrivato' } : { stato: 'errore', errore });
    });
  }, [riservata, ambito, arrivo, inviato]);
  useEffect(() => {
    look();
    return () => controllo.current?.abort();
  }, [look]);
  return (
    <section className="scheda sospeso" aria-label="Un caricamento già cominciato">
      <h2>«{sospeso.file}»</h2>
      <div role="status" aria-live="polite">
        {esito.stato === 'guardo' && <p>Guardo se il file è arrivato…</p>}
        {esito.stato === 'arrivato' && (
          <p>
            Il file è arrivato. Puoi anche chiudere questa pagina: la lettura va avanti, e la bozza resterà fra le tue.
          </p>
        )}
        {esito.stato === 'mai-arrivato' && (
          <p>
            L’invio si è interrotto prima della fine, e del file non è rimasto nulla. Quello che avevi scritto è qui
            sotto: scegli di nuovo il file e caricalo.
          </p>
        )}
      </div>
      {esito.stato === 'arrivato' && <Avanzamento passo={{ fase: 'lettura' }} />}
      {esito.stato === 'errore' && <ErroreDiRichiesta errore={esito.errore} onRiprova={look} daSolo />}
      {(esito.stato === 'mai-arrivato' || esito.stato === 'errore') && <Bottone onClick={onRinuncia}>Va bene</Bottone>}
    </section>
  );
}
