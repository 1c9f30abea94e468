/** The walk back: from a figure to its formula, the cells it was computed from, the document and act that they stand in. */
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { AmbitoDto } from '../../../functions/core/http/schemi.ts';
import { LetturaError } from '../api/errore.ts';
import type { Api } from '../api/letture.ts';
import { bringCodice } from '../codice.ts';
import { withoutSpiegazione } from '../indirizzi.ts';
import { usePosizione } from '../navigazione.tsx';
import { type Conto, filtriOf, readConto, readFigure, writeFigure } from '../serie/figura.ts';
import { Icona } from './icona.tsx';
import { Attesa, Errore } from './stati.tsx';

interface Proprieta {
  readonly api: Api;
  readonly ambito: AmbitoDto;
}

/** Open while the address says so: a link to a figure's explanation can be sent to someone. */
export function PannelloSpiegazione({ api, ambito }: Proprieta) {
  const { percorso, ricerca } = usePosizione();
  const router = useRouter();
  const dialogo = useRef<HTMLDialogElement>(null);
  const titolo = useId();
  const spiega = ricerca.spiega;
  const figure = spiega ? readFigure(spiega) : [];

  const close = useCallback(() => {
    const stato = router.history.location.state;
    if ('apertoQui' in stato && stato.apertoQui === true) router.history.back();
    else router.history.replace(withoutSpiegazione(percorso, ricerca));
  }, [router, percorso, ricerca]);

  useEffect(() => {
    const nodo = dialogo.current;
    if (!nodo || !spiega) return;
    // The dialog is gone from the page before it could hand the focus back by itself.
    const prima = document.activeElement;
    if (!nodo.open) nodo.showModal();
    return () => {
      nodo.close();
      if (prima instanceof HTMLElement || prima instanceof SVGElement) prima.focus({ preventScroll: true });
    };
  }, [spiega]);

  useEffect(() => {
    const nodo = dialogo.current;
    if (!nodo) return;
    const onClick = (evento: MouseEvent) => {
      // The dialog itself is only hit on its backdrop: its content fills it.
      if (evento.target === nodo) close();
    };
    nodo.addEventListener('click', onClick);
    return () => nodo.removeEventListener('click', onClick);
  }, [close]);

  if (figure.length === 0) return null;
  return (
    <dialog
      ref={dialogo}
      className="spiegazione"
      aria-labelledby={titolo}
      onCancel={(e) => {
        e.preventDefault();
        close();
      }}
    >
      <div className="spiegazione-corpo">
        <div className="spiegazione-testa">
          <h2 id={titolo}>Da dove viene questa cifra</h2>
          <button type="button" className="azione" onClick={close}>
            <Icona nome="chiudi" />
            Chiudi
          </button>
        </div>
        {figure.length > 1 && <p>{DETTI[readConto(ricerca.conto, figure)](figure.length)}</p>}
        {figure.map((figura) => {
          const testo = writeFigure([figura]);
          return <UnaFigura key={testo} api={api} ambito={ambito} testo={testo} />;
        })}
      </div>
    </dialog>
  );
}

const DETTI: Readonly<Record<Conto, (quante: number) => string>> = {
  somma: (quante) => `Questo valore è la somma di ${quante} cifre.`,
  rapporto: () => 'Questo valore è il rapporto tra due cifre: la prima divisa per la seconda.',
  differenza: () => 'Questo valore è la differenza tra due cifre: la prima meno la seconda.',
  frase: (quante) => `I numeri scritti qui vengono da ${quante} cifre.`,
};

type Lettura =
  | { readonly stato: 'attesa' }
  | { readonly stato: 'errore'; readonly errore: unknown }
  | { readonly stato: 'letta'; readonly contenuto: ReactNode };

/** Trying again is reading anew: another key, another reading. */
function UnaFigura(proprieta: Proprieta & { testo: string }) {
  const [tentativo, setTentativo] = useState(0);
  return (
    <LetturaFigura
      key={`${tentativo} ${proprieta.testo}`}
      {...proprieta}
      onRiprova={() => setTentativo(tentativo + 1)}
    />
  );
}

function LetturaFigura({ api, ambito, testo, onRiprova }: Proprieta & { testo: string; onRiprova: () => void }) {
  const [lettura, setLettura] = useState<Lettura>({ stato: 'attesa' });
  useEffect(() => {
    const ferma = new AbortController();
    readFigura(api, { ambito, testo }, ferma.signal).then(setLettura, (errore: unknown) => {
      if (!ferma.signal.aborted) setLettura({ stato: 'errore', errore });
    });
    return () => ferma.abort();
  }, [api, ambito, testo]);

  if (lettura.stato === 'attesa') return <Attesa cosa="la spiegazione" />;
  if (lettura.stato === 'errore') return <Errore errore={lettura.errore} onRiprova={onRiprova} />;
  return lettura.contenuto;
}

/** What tells a figure comes with the first that is asked for: most readers of a page open none. */
async function readFigura(
  api: Api,
  { ambito, testo }: { readonly ambito: AmbitoDto; readonly testo: string },
  segnale: AbortSignal,
): Promise<Lettura> {
  const [figura] = readFigure(testo);
  if (!figura) throw new LetturaError('richiesta');
  const [spiegazione, indicatore, { Spiegazione }] = await Promise.all([
    api.readSpiegazione(ambito.id, { id: figura.indicatore, filtri: filtriOf(figura) }, segnale),
    api.readIndicatore(figura.indicatore, segnale),
    bringCodice(() => import('./spiegazione-figura.tsx')),
  ]);
  const contenuto = <Spiegazione spiegazione={spiegazione} indicatore={indicatore} ambito={ambito} />;
  return { stato: 'letta', contenuto };
}
