/** The walk back: from a figure to its formula, the cells it was computed from, the document and act that they stand in. */
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { AmbitoDto } from '../../../functions/core/http/schemi.ts';
import type { Api } from '../api/letture.ts';
import { bringCodice } from '../codice.ts';
import { withoutSpiegazione } from '../indirizzi.ts';
import { usePosizione } from '../navigazione.tsx';
import { Icona } from './icona.tsx';
import { Attesa, Errore } from './stati.tsx';

interface Proprieta {
  readonly api: Api;
  readonly ambito: AmbitoDto;
}

/** An address typed by hand may hold anything. */
const NOMINA = /^[^,;]+,[^,;]+,[^,;]/;

/** Open while the address says so: a link to a figure's explanation can be sent to someone. */
export function PannelloSpiegazione({ api, ambito }: Proprieta) {
  const { percorso, ricerca } = usePosizione();
  const router = useRouter();
  const dialogo = useRef<HTMLDialogElement>(null);
  const titolo = useId();
  const { spiega, conto } = ricerca;

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

  if (!spiega || !NOMINA.test(spiega)) return null;
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
        <Corpo key={spiega} api={api} ambito={ambito} spiega={spiega} conto={conto} />
      </div>
    </dialog>
  );
}

interface ProprietaCorpo extends Proprieta {
  readonly spiega: string;
  readonly conto: string | undefined;
}

/** What tells a figure comes with the first that is asked for: most readers of a page open none. */
function Corpo({ api, ambito, spiega, conto }: ProprietaCorpo) {
  const [tentativo, setTentativo] = useState(0);
  const [lettura, setLettura] = useState<ReactNode>(<Attesa cosa="la spiegazione" />);
  useEffect(() => {
    const ferma = new AbortController();
    const retry = () => {
      setLettura(<Attesa cosa="la spiegazione" />);
      setTentativo(tentativo + 1);
    };
    bringCodice(() => import('./spiegazione-figura.tsx'))
      .then(({ readSpiegazioni }) => readSpiegazioni({ api, ambito, spiega, conto, retry }, ferma.signal))
      .then(setLettura, (errore: unknown) => {
        if (!ferma.signal.aborted) setLettura(<Errore errore={errore} onRiprova={retry} />);
      });
    return () => ferma.abort();
  }, [api, ambito, spiega, conto, tentativo]);
  return lettura;
}
