import { Outlet, useMatches, useRouter, useRouterState } from '@tanstack/react-router';
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

export function Cornice() {
  useLinkInterni();
  useRipresa();
  const { api } = useRouter().options.context;
  const { percorso } = usePosizione();
  const inViaggio = useRouterState({ select: (s) => s.status === 'pending' });
  return (
    <>
      <a className="salta" href="#contenuto">
        Vai al contenuto
      </a>
      <Intestazione api={api} ambito={useAmbito()} percorso={percorso} />
      <div className={`avanzamento${inViaggio ? ' avanzamento-attivo' : ''}`} aria-hidden="true" />
      <SenzaRete />
      <main id="contenuto" tabIndex={-1}>
        <Outlet />
      </main>
      <Piede />
    </>
  );
}
