/** What stands where data would be: while they come, when there are none, when they can't be had. */
import { type ReactNode, useSyncExternalStore } from 'react';
import { LetturaError } from '../api/errore.ts';
import { Icona } from './icona.tsx';

export function Attesa({ cosa = 'la pagina' }: { cosa?: string }) {
  return (
    <div className="attesa" role="status">
      <span className="solo-lettori">Sto caricando {cosa}…</span>
      <div className="attesa-titolo" />
      <div className="attesa-riga" />
      <div className="attesa-riga attesa-riga-corta" />
      <div className="attesa-riquadro" />
    </div>
  );
}

interface ProprietaErrore {
  readonly errore: unknown;
  readonly onRiprova: () => void;
}

/** What the service adds there is for who writes a program: where its addresses are described, how an answer is made. */
const PER_PROGRAMMI = 'assente risposta';

export function Errore({ errore, onRiprova }: ProprietaErrore) {
  const lettura = errore instanceof LetturaError ? errore : null;
  const riprovabile = lettura?.riprovabile ?? true;
  return (
    <section className="stato stato-errore" role="alert">
      <Icona nome={lettura?.genere === 'rete' ? 'rete' : 'avviso'} />
      <div>
        <h2>{lettura?.message ?? 'Questa pagina si è fermata per un errore'}</h2>
        {lettura?.dettaglio && !PER_PROGRAMMI.includes(lettura.genere) && <p>{lettura.dettaglio}</p>}
        <p>
          {lettura?.rimedio ??
            'Ricarica la pagina. Se succede ancora, scrivi all’Ufficio di Piano che cosa stavi guardando.'}
        </p>
        {riprovabile && (
          <button type="button" className="btn btn-primary" onClick={onRiprova}>
            Riprova
          </button>
        )}
        {lettura?.richiesta && (
          <p className="minuto">
            Se scrivi all’Ufficio di Piano, cita questo codice: <code>{lettura.richiesta}</code>
          </p>
        )}
      </div>
    </section>
  );
}

interface ProprietaVuoto {
  readonly titolo: string;
  /** Of the heading: 2 where it stands right under the title of the page. */
  readonly livello?: 2 | 3;
  readonly children: ReactNode;
}

/** Empty is told too: what would be here, why it isn't, who brings it. */
export function Vuoto({ titolo, livello = 3, children }: ProprietaVuoto) {
  const Titolo = livello === 2 ? 'h2' : 'h3';
  return (
    <section className="stato">
      <div>
        <Titolo>{titolo}</Titolo>
        {children}
      </div>
    </section>
  );
}

function subscribeRete(onCambio: () => void): () => void {
  window.addEventListener('online', onCambio);
  window.addEventListener('offline', onCambio);
  return () => {
    window.removeEventListener('online', onCambio);
    window.removeEventListener('offline', onCambio);
  };
}

export function SenzaRete() {
  const inRete = useSyncExternalStore(
    subscribeRete,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" aria-live="polite">
      {!inRete && (
        <p className="senza-rete">
          <Icona nome="rete" />
          Sei senza rete: quello che vedi è ciò che era già stato letto. Le altre pagine torneranno con la connessione.
        </p>
      )}
    </div>
  );
}
