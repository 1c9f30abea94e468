/** The desk: a part of the site that nobody who only reads ever loads. */
import '../stile/riservata.scss';
import {
  type ReactNode,
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
import { Attesa, Vuoto } from '../componenti/stati.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { usePosizione, useVai } from '../navigazione.tsx';
import { lazyPagina } from '../pigra.ts';
import { leave, renewSessione } from './accesso.ts';
import { createApiRiservata, readConfigurazione } from './api.ts';
import { Entra } from './entra.tsx';
import { ErroreDiRichiesta } from './esito.tsx';
import { keepFuoco } from './fuoco.ts';
import { findVista, scrivania, type Vista } from './indirizzi.ts';
import { ConScrivania, useLettura } from './scrivania.tsx';
import { createRegistro, listAmbiti, listGruppi, NOMI_RUOLO, type Registro, ruoloIn } from './sessione.ts';

// Each view comes when it is opened: who only enters needs none of them.
const TabelleVista = lazyPagina(() => import('./tabelle.tsx'), 'TabelleVista');
const StoriaVista = lazyPagina(() => import('./storia.tsx'), 'StoriaVista');
const CaricaVista = lazyPagina(() => import('./carica.tsx'), 'CaricaVista');
const BozzaVista = lazyPagina(() => import('./bozza.tsx'), 'BozzaVista');

const BASE_API = '/api/v1';
const chiedi: typeof fetch = (...richiesta) => window.fetch(...richiesta);

export function AreaRiservata() {
  const [registro] = useState(() => createRegistro(window.sessionStorage));
  const [lettura, rileggi] = useLettura(useCallback(() => readConfigurazione(chiedi), []));
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
  const vai = useVai();
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
      reenter: () => registro.write(null),
    }),
    [accesso, registro],
  );
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
  const exit = () => {
    vai(scrivania.inizio());
    leave(accesso, registro);
  };
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
  const ambito = vista && vista.vista !== 'inizio' ? vista.ambito : listAmbiti(gruppi)[0];
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

function Scelta({ gruppi, vista }: { gruppi: readonly string[]; vista: Vista | null }) {
  if (!vista)
    return <Fuori titolo="Questa pagina non c’è">Nell’area riservata non c’è nulla a questo indirizzo.</Fuori>;
  const ambiti = listAmbiti(gruppi);
  if (vista.vista === 'inizio') {
    const [unico] = ambiti;
    if (unico !== undefined && ambiti.length === 1) return <UnAmbito ambito={unico} gruppi={gruppi} vista={vista} />;
    if (unico === undefined) {
      return (
        <Fuori titolo="Nessun ambito da seguire">
          {gruppi.includes('amministratore')
            ? 'Il ruolo di amministratore registra gli ambiti con le API; le tabelle le portano gli operatori e i responsabili.'
            : 'Al tuo accesso non è ancora stato dato un ruolo in un ambito: chiedilo a chi cura il servizio.'}
        </Fuori>
      );
    }
    return (
      <Quadro titolo="Di quale ambito?">
        <ul>
          {ambiti.map((ambito) => (
            <li key={ambito}>
              <a href={scrivania.tabelle(ambito)}>{ambito}</a>
            </li>
          ))}
        </ul>
      </Quadro>
    );
  }
  return <UnAmbito ambito={vista.ambito} gruppi={gruppi} vista={vista} />;
}

function UnAmbito({ ambito, gruppi, vista }: { ambito: string; gruppi: readonly string[]; vista: Vista }) {
  const ruolo = ruoloIn(gruppi, ambito);
  if (!ruolo) {
    return <Fuori titolo="Il tuo ruolo non lo permette">Il tuo accesso non comprende l’ambito «{ambito}».</Fuori>;
  }
  switch (vista.vista) {
    case 'carica':
      return <CaricaVista ambito={ambito} ruolo={ruolo} />;
    case 'bozza':
      return <BozzaVista key={vista.id} ambito={ambito} ruolo={ruolo} id={vista.id} />;
    case 'storia':
      return <StoriaVista key={vista.tipo} ambito={ambito} ruolo={ruolo} tipo={vista.tipo} />;
    default:
      return <TabelleVista ambito={ambito} ruolo={ruolo} />;
  }
}

function Fuori({ titolo, children }: { titolo: string; children: ReactNode }) {
  return (
    <Quadro titolo={titolo}>
      <Vuoto titolo="Che cosa puoi fare">
        <p>{children}</p>
        <p>
          <a href={scrivania.inizio()}>Torna all’inizio dell’area riservata</a>
        </p>
      </Vuoto>
    </Quadro>
  );
}

function Quadro({ titolo, risposta, children }: { titolo: string; risposta?: string; children: ReactNode }) {
  return (
    <div className="pagina">
      <TestaPagina
        briciole={[{ testo: 'Ambiti', href: '/' }, { testo: 'Area riservata' }]}
        titolo={titolo}
        descrizione="L’area riservata dell’osservatorio."
        risposta={risposta}
      />
      {children}
    </div>
  );
}
