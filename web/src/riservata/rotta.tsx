/** The desk: a part of the site that nobody who only reads ever loads. */
import '../stile/riservata.scss';
import {
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Configurazione } from '../../../functions/core/http/accesso.ts';
import { createApi } from '../api/letture.ts';
import { Attesa } from '../componenti/stati.tsx';
import { usePosizione } from '../navigazione.tsx';
import { leave, leaveForCognito, renewSessione } from './accesso.ts';
import { createApiRiservata, readConfigurazione } from './api.ts';
import { Entra } from './entra.tsx';
import { ErroreDiRichiesta } from './esito.tsx';
import { keepFuoco } from './fuoco.ts';
import { findVista, type Vista } from './indirizzi.ts';
import { useNienteAccanto } from './niente-accanto.ts';
import { Quadro } from './quadro.tsx';
import { ConScrivania, useLettura } from './scrivania.tsx';
import { createRegistro, listAmbiti, listGruppi, NOMI_RUOLO, type Registro, ruoloIn } from './sessione.ts';
import { useUscita } from './uscita.ts';
import { Scelta } from './viste.tsx';

const BASE_API = '/api/v1';
const chiedi: typeof fetch = (...richiesta) => window.fetch(...richiesta);

export function AreaRiservata() {
  const [registro] = useState(() => createRegistro(window.sessionStorage));
  const [lettura, rileggi] = useLettura(useCallback(() => readConfigurazione(chiedi), []));
  useNienteAccanto();
  useEffect(() => {
    const meta = document.createElement('meta');
    meta.name = 'robots';
    meta.content = 'noindex';
    document.head.append(meta);
    return () => meta.remove();
  }, []);
  if (lettura.stato === 'letta') return <Soglia accesso={lettura.dati.accesso} registro={registro} />;
  return (
    <Quadro titolo="Area riservata">
      {lettura.stato === 'errore' ? (
        <ErroreDiRichiesta errore={lettura.errore} onRiprova={rileggi} />
      ) : (
        <Attesa cosa="l’area riservata" />
      )}
    </Quadro>
  );
}

interface ProprietaSoglia {
  readonly accesso: Configurazione['accesso'];
  readonly registro: Registro;
}

function Soglia({ accesso, registro }: ProprietaSoglia) {
  const { percorso } = usePosizione();
  const sessione = useSyncExternalStore(registro.subscribe, registro.read);
  const dipendenze = useMemo(
    () => ({
      pubblica: createApi({ base: BASE_API, fetch: chiedi, memoriaMs: 0 }),
      riservata: createApiRiservata({
        base: BASE_API,
        fetch: chiedi,
        registro,
        renew: () => renewSessione(accesso, registro),
      }),
      reenter: () => {
        registro.write(null);
        const { pathname, search } = window.location;
        if (accesso.modo === 'cognito') void leaveForCognito(accesso, `${pathname}${search}`);
      },
    }),
    [accesso, registro],
  );
  const exit = useUscita(useCallback(() => leave(accesso, registro), [accesso, registro]));
  const dentro = sessione !== null;
  const eraDentro = useRef(dentro);
  useEffect(() => {
    // The page is another, though the address is the same.
    if (eraDentro.current !== dentro) document.querySelector<HTMLElement>('main h1')?.focus();
    eraDentro.current = dentro;
  }, [dentro]);
  const posto = `${dentro} ${percorso}`;
  const visto = useRef(posto);
  if (!sessione) {
    return (
      <Quadro titolo="Area riservata" risposta="Per l’Ufficio di Piano e per gli organi dell’ambito.">
        <Entra accesso={accesso} registro={registro} leggi={dipendenze.pubblica} />
      </Quadro>
    );
  }
  const gruppi = listGruppi(sessione);
  return (
    <ConScrivania value={dipendenze}>
      <Chi gruppi={gruppi} vista={findVista(percorso)} onEsci={exit} />
      <Suspense fallback={<AttesaDiVista />}>
        <Scelta gruppi={gruppi} vista={findVista(percorso)} />
        <Arrivo posto={posto} visto={visto} />
      </Suspense>
    </ConScrivania>
  );
}

/** Beside a view, and so there only once its code has come: on another page than before the focus goes to the title. */
function Arrivo({ posto, visto }: { posto: string; visto: RefObject<string> }) {
  useEffect(() => {
    if (visto.current !== posto) keepFuoco();
    visto.current = posto;
  }, [posto, visto]);
  return null;
}

function AttesaDiVista() {
  return (
    <div className="pagina">
      <Attesa />
    </div>
  );
}

/** The role, never the person. */
function Chi({ gruppi, vista, onEsci }: { gruppi: readonly string[]; vista: Vista | null; onEsci: () => void }) {
  const [unico, ...altri] = listAmbiti(gruppi);
  // Of who has several, the role is told once it is known in which.
  const ambito = vista && vista.vista !== 'inizio' ? vista.ambito : altri.length === 0 ? unico : undefined;
  const ruolo = ambito === undefined ? undefined : ruoloIn(gruppi, ambito);
  return (
    <div className="chi">
      <div className="pagina chi-riga">
        <span>
          Area riservata
          {ruolo && (
            <>
              {' · '}
              <strong>{NOMI_RUOLO[ruolo]}</strong>
            </>
          )}
        </span>
        <button type="button" className="azione" onClick={onEsci}>
          Esci
        </button>
      </div>
    </div>
  );
}
