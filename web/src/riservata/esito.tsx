/** What came of an act: said aloud when it comes, focused where it must be answered. */
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { LetturaError } from '../api/errore.ts';
import { Icona } from '../componenti/icona.tsx';
import { RichiestaError } from './errore.ts';
import { keepFuoco } from './fuoco.ts';
import { scrivania as indirizzi } from './indirizzi.ts';
import { type Azione, useSeScrivania } from './scrivania.tsx';

interface ProprietaErrore {
  readonly errore: unknown;
  readonly onRiprova?: (() => void) | undefined;
  /** Whether one may try again without being told to, as soon as the connection is back. */
  readonly daSolo?: boolean;
  /** What else can be done. */
  readonly children?: ReactNode;
}

export function ErroreDiRichiesta({ errore, onRiprova, daSolo = false, children }: ProprietaErrore) {
  const nodo = useRef<HTMLElement>(null);
  useEffect(() => {
    if (errore) nodo.current?.focus();
  }, [errore]);
  // What was pressed in here goes away with it.
  useEffect(() => keepFuoco, []);
  const attende = daSolo && errore instanceof RichiestaError && errore.stato === null && !window.navigator.onLine;
  useEffect(() => {
    if (!attende || !onRiprova) return;
    window.addEventListener('online', onRiprova, { once: true });
    return () => window.removeEventListener('online', onRiprova);
  }, [attende, onRiprova]);
  const scrivania = useSeScrivania();
  const stato = errore instanceof RichiestaError || errore instanceof LetturaError ? (errore.stato ?? null) : null;
  const scaduto = stato === 401;
  const { titolo, dettaglio, richiesta, riprovabile, problemi } = describeErrore(errore);
  return (
    <section className="stato stato-errore" role="alert" tabIndex={-1} ref={nodo}>
      <Icona nome="avviso" />
      <div>
        <h2>{titolo}</h2>
        <p>{dettaglio}</p>
        {attende && <p>Appena torna la connessione si riprende da sé: puoi lasciare aperta questa pagina.</p>}
        {problemi.length > 0 && (
          <ul>
            {problemi.slice(0, 10).map(({ riga, messaggio }) => (
              <li key={`${riga} ${messaggio}`}>
                {riga !== null && `Riga ${riga}: `}
                {messaggio}
              </li>
            ))}
          </ul>
        )}
        {children}
        {(stato === 403 || stato === 404) && (
          <p>
            <a href={indirizzi.inizio()}>Torna alle tabelle dell’ambito</a>
          </p>
        )}
        {scaduto && scrivania && (
          <button type="button" className="btn btn-primary" onClick={scrivania.reenter}>
            Entra di nuovo
          </button>
        )}
        {onRiprova && riprovabile && (
          <button type="button" className="btn btn-primary" onClick={onRiprova}>
            Riprova
          </button>
        )}
        {richiesta && (
          <p className="minuto">
            Se scrivi a chi cura il sito, cita questo codice: <code>{richiesta}</code>
          </p>
        )}
      </div>
    </section>
  );
}

function describeErrore(errore: unknown) {
  if (errore instanceof RichiestaError) {
    const { message: titolo, dettaglio, richiesta, riprovabile, problemi } = errore;
    return { titolo, dettaglio, richiesta, riprovabile, problemi };
  }
  if (errore instanceof LetturaError) {
    const { message: titolo, rimedio, richiesta, riprovabile } = errore;
    return { titolo, dettaglio: errore.dettaglio ?? rimedio, richiesta, riprovabile, problemi: [] };
  }
  return {
    titolo: 'Questa pagina si è fermata per un errore',
    dettaglio: 'Ricarica la pagina: le bozze caricate ci sono ancora.',
    richiesta: undefined,
    riprovabile: true,
    problemi: [],
  };
}

/** What is going on and what is done, for who looks and for who listens. */
export function EsitoAzione({ azione }: { azione: Azione }) {
  const fatto = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // What was pressed is often gone by now: without this the focus would be lost.
    if (azione.stato === 'fatta') fatto.current?.focus();
  }, [azione]);
  return (
    <div role="status" aria-live="polite" className="esito">
      {azione.stato === 'incorso' && <p className="esito-incorso">{azione.cosa}…</p>}
      {azione.stato === 'fatta' && (
        <p ref={fatto} tabIndex={-1} className="esito-fatto">
          {azione.esito}
        </p>
      )}
    </div>
  );
}

interface ProprietaConferma {
  readonly titolo: string;
  readonly children: ReactNode;
  /** `Pubblica`: what the button does, in a word. */
  readonly conferma: string;
  /** What the other one says, where «Annulla» could be taken for the act itself. */
  readonly rinuncia?: string;
  readonly onConferma: () => void;
  readonly onRinuncia: () => void;
}

/** Nothing that everyone sees happens without it: what will happen, yes or no. */
export function Conferma(proprieta: ProprietaConferma) {
  const { titolo, children, conferma, rinuncia = 'Annulla', onConferma, onRinuncia } = proprieta;
  const dialogo = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed while it still stands in the page: only so does the browser give the focus back to what opened it.
  useLayoutEffect(() => {
    const nodo = dialogo.current;
    if (nodo && !nodo.open) nodo.showModal();
    return () => nodo?.close();
  }, []);
  return (
    <dialog
      ref={dialogo}
      className="conferma"
      aria-labelledby={id}
      // Esc is answered at once: a browser tells that it has closed a little later, when who is quick may have opened it again.
      onCancel={(evento) => {
        evento.preventDefault();
        onRinuncia();
      }}
      // Whatever else a browser closes it with: it gives the focus back by itself.
      onClose={onRinuncia}
    >
      <h2 id={id}>{titolo}</h2>
      {children}
      <div className="conferma-azioni">
        <button type="button" className="btn btn-outline-primary" onClick={onRinuncia}>
          {rinuncia}
        </button>
        <button type="button" className="btn btn-primary" onClick={onConferma}>
          {conferma}
        </button>
      </div>
    </dialog>
  );
}
