import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import type { Api } from '../api/letture.ts';
import { indirizzi } from '../indirizzi.ts';
import { shortNome } from '../serie/parole.ts';
import { Icona } from './icona.tsx';
import { IndirizzoVivo } from './indirizzo-vivo.tsx';

interface Voce {
  readonly href: string;
  readonly testo: string;
}

export interface AmbitoNominato {
  readonly id: string;
  readonly nome: string;
}

/** Comes when it is asked for: what finds things weighs more than the header. */
const Ricerca = lazy(() => import('./ricerca.tsx').then((modulo) => ({ default: modulo.Ricerca })));

interface Proprieta {
  readonly api: Api;
  readonly ambito: AmbitoNominato | null;
  readonly percorso: string;
}

function vociDi(ambito: AmbitoNominato | null): Voce[] {
  const comuni: Voce[] = [
    { href: indirizzi.metodo(), testo: 'Metodo' },
    { href: indirizzi.dati(ambito?.id), testo: 'Dati' },
  ];
  if (!ambito) return [{ href: indirizzi.inizio(), testo: 'Scegli l’ambito' }, ...comuni];
  return [
    { href: indirizzi.panoramica(ambito.id), testo: 'Panoramica' },
    { href: indirizzi.confronto(ambito.id), testo: 'Confronto comuni' },
    { href: indirizzi.spesa(ambito.id), testo: 'Spesa' },
    { href: indirizzi.cofinanziamento(ambito.id), testo: 'Cofinanziamento' },
    { href: indirizzi.leps(ambito.id), testo: 'Livelli essenziali' },
    { href: indirizzi.servizi(ambito.id), testo: 'Servizi' },
    { href: indirizzi.relazione(ambito.id), testo: 'Relazione' },
    { href: indirizzi.percorso(ambito.id), testo: 'Percorso' },
    { href: indirizzi.qualita(ambito.id), testo: 'Qualità dei dati' },
    ...comuni,
  ];
}

export function Intestazione({ api, ambito, percorso }: Proprieta) {
  const [aperto, setAperto] = useState(false);
  const [cerca, setCerca] = useState(false);
  const pulsanteCerca = useRef<HTMLButtonElement>(null);
  const pulsanteMenu = useRef<HTMLButtonElement>(null);
  const menu = useId();
  const ricerca = useId();
  const close = () => {
    setAperto(false);
    setCerca(false);
  };
  useEffect(() => {
    if (!aperto) return;
    const onTasto = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setAperto(false);
      pulsanteMenu.current?.focus();
    };
    document.addEventListener('keydown', onTasto);
    return () => document.removeEventListener('keydown', onTasto);
  }, [aperto]);
  const casa = ambito ? indirizzi.panoramica(ambito.id) : indirizzi.inizio();
  return (
    <header className="testata">
      <div className="pagina testata-riga">
        <a className="testata-casa" href={casa}>
          <svg
            className="testata-simbolo"
            viewBox="0 0 40 40"
            width="40"
            height="40"
            aria-hidden="true"
            focusable="false"
          >
            <circle cx="20" cy="20" r="18.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
            <path d="M11 28V18h4v10zM18 28V11h4v17zM25 28v-6h4v6z" fill="currentColor" />
          </svg>
          <span>
            <span className="testata-nome">Osservatorio del Piano di Zona</span>
            <span className="testata-ambito">
              {ambito ? (
                <>
                  Ambito <span className="testata-largo">territoriale sociale </span>di {shortNome(ambito.nome)}
                </>
              ) : (
                'Ambiti territoriali sociali'
              )}
            </span>
          </span>
        </a>
        <IndirizzoVivo />
        <div className="testata-azioni">
          <button
            ref={pulsanteCerca}
            type="button"
            className="testata-menu testata-cerca"
            aria-expanded={cerca}
            aria-controls={ricerca}
            onClick={() => {
              setCerca(!cerca);
              setAperto(false);
            }}
          >
            <Icona nome="cerca" />
            <span className="testata-cerca-nome">Cerca</span>
          </button>
          <button
            ref={pulsanteMenu}
            type="button"
            className="testata-menu"
            aria-expanded={aperto}
            aria-controls={menu}
            onClick={() => {
              setAperto(!aperto);
              setCerca(false);
            }}
          >
            <Icona nome={aperto ? 'chiudi' : 'menu'} />
            Menu
          </button>
        </div>
      </div>
      <div id={ricerca}>
        {cerca && (
          <Suspense fallback={<div className="ricerca" />}>
            <Ricerca
              key={ambito?.id}
              api={api}
              ambito={ambito?.id ?? null}
              onChiudi={() => {
                setCerca(false);
                pulsanteCerca.current?.focus();
              }}
            />
          </Suspense>
        )}
      </div>
      <nav className={`testata-nav${aperto ? ' testata-nav-aperta' : ''}`} id={menu} aria-label="Principale">
        <ul className="pagina">
          {vociDi(ambito).map(({ href, testo }) => {
            const qui = href.split('?')[0] === percorso || (href === '/metodo' && percorso.startsWith('/metodo/'));
            return (
              <li key={testo}>
                <a href={href} aria-current={qui ? 'page' : undefined} onClick={close}>
                  {testo}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
    </header>
  );
}
