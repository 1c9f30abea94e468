import { Outlet, useMatches, useRouter, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useLinkInterni, usePosizione, useRipresa } from '../navigazione.tsx';
import { type AmbitoNominato, Intestazione } from './intestazione.tsx';
import { Piede } from './piede.tsx';
import { SenzaRete } from './stati.tsx';

/** The ambito that the page is about, as its route has read it. */
function useAmbito(): AmbitoNominato | null {
  return useMatches({
    select: (rotte) => {
      for (const rotta of rotte) {
        const dati: unknown = rotta.loaderData;
        if (isObject(dati) && isAmbito(dati.ambito)) return dati.ambito;
      }
      return null;
    },
  });
}

function isObject(valore: unknown): valore is Record<string, unknown> {
  return typeof valore === 'object' && valore !== null;
}

function isAmbito(valore: unknown): valore is AmbitoNominato {
  return isObject(valore) && typeof valore.id === 'string' && typeof valore.nome === 'string';
}

/** On a page of no ambito (the method, an address that is not there), the one that the reader comes from: the way back stays in sight. */
function useAmbitoDiLettura(percorso: string): AmbitoNominato | null {
  const letto = useAmbito();
  const [ultimo, setUltimo] = useState(letto);
  if (letto !== null && letto !== ultimo) setUltimo(letto);
  return letto ?? (percorso === '/' ? null : ultimo);
}

export function Cornice() {
  useLinkInterni();
  useRipresa();
  const { api, racchiudi } = useRouter().options.context;
  const { percorso } = usePosizione();
  const inViaggio = useRouterState({ select: (s) => s.status === 'pending' });
  return (
    <>
      <a className="salta" href="#contenuto">
        Vai al contenuto
      </a>
      <Intestazione api={api} ambito={useAmbitoDiLettura(percorso)} percorso={percorso} />
      <div className={`avanzamento${inViaggio ? ' avanzamento-attivo' : ''}`} aria-hidden="true" />
      <SenzaRete />
      <main id="contenuto" tabIndex={-1}>
        {racchiudi ? racchiudi(<Outlet />) : <Outlet />}
      </main>
      <Piede />
    </>
  );
}
