/** The search of the whole site: a combobox whose options are addresses. @source WAI-ARIA APG, editable combobox with list autocomplete */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Api } from '../api/letture.ts';
import { indirizzi } from '../indirizzi.ts';
import { useVai } from '../navigazione.tsx';
import { DOVE_CHIEDERE } from '../serie/luoghi.ts';
import { findVoci, type Indice } from '../serie/ricerca.ts';
import { buildCartaServizi } from '../serie/servizi.ts';
import { Icona } from './icona.tsx';

interface Proprieta {
  readonly api: Api;
  /** Id of the ambito that the reader is in. */
  readonly ambito: string | null;
  readonly onChiudi: () => void;
}

async function readIndice(api: Api, ambito: string | null, segnale: AbortSignal): Promise<Indice> {
  const [ambiti, catalogo] = await Promise.all([api.readAmbiti(segnale), api.readIndicatori(segnale)]);
  const conServizi = ambiti.some(({ id, versioni }) => id === ambito && versioni.servizi !== undefined);
  const righe = ambito !== null && conServizi ? (await api.readTabella(ambito, 'servizi', segnale)).righe : [];
  return { ambiti, catalogo, servizi: buildCartaServizi(righe).servizi };
}

export function Ricerca({ api, ambito, onChiudi }: Proprieta) {
  const id = useId();
  const vai = useVai();
  const campo = useRef<HTMLInputElement>(null);
  const [indice, setIndice] = useState<Indice | 'attesa' | 'errore'>('attesa');
  const [testo, setTesto] = useState('');
  const [attiva, setAttiva] = useState(-1);
  useEffect(() => campo.current?.focus(), []);
  useEffect(() => {
    const ferma = new AbortController();
    readIndice(api, ambito, ferma.signal).then(setIndice, () => {
      if (!ferma.signal.aborted) setIndice('errore');
    });
    return () => ferma.abort();
  }, [api, ambito]);

  const voci = isLetto(indice) ? findVoci(indice, ambito, testo) : [];
  const open = (href: string | undefined) => {
    if (href === undefined) return;
    onChiudi();
    vai(href);
  };
  const onKeyDown = (evento: KeyboardEvent) => {
    const passo = { ArrowDown: 1, ArrowUp: -1 }[evento.key];
    if (passo !== undefined && voci.length > 0) {
      evento.preventDefault();
      // One place more than the options: the field itself, with none of them chosen.
      setAttiva(((attiva + 1 + passo + voci.length + 1) % (voci.length + 1)) - 1);
    } else if (evento.key === 'Escape') {
      evento.preventDefault();
      onChiudi();
    }
  };
  const optionId = (i: number) => `${id}-${i}`;
  return (
    <search className="ricerca">
      <form
        className="pagina"
        onSubmit={(evento) => {
          evento.preventDefault();
          open(voci[Math.max(attiva, 0)]?.href);
        }}
      >
        <label htmlFor={id}>Cerca un comune, un indicatore, un servizio, una pagina</label>
        <div className="ricerca-riga">
          <Icona nome="cerca" />
          <input
            ref={campo}
            id={id}
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={voci.length > 0}
            aria-controls={`${id}-voci`}
            aria-activedescendant={attiva >= 0 ? optionId(attiva) : undefined}
            autoComplete="off"
            enterKeyHint="go"
            spellCheck={false}
            value={testo}
            onChange={({ target }) => {
              setTesto(target.value);
              setAttiva(-1);
            }}
            onKeyDown={onKeyDown}
          />
          <button type="button" className="azione" onClick={onChiudi}>
            <Icona nome="chiudi" />
            <span className="solo-lettori">Chiudi la ricerca</span>
          </button>
        </div>
        <div
          id={`${id}-voci`}
          role="listbox"
          aria-label="Risultati"
          className="ricerca-voci"
          hidden={voci.length === 0}
        >
          {voci.map((voce, i) => (
            <a
              key={voce.href}
              id={optionId(i)}
              role="option"
              aria-selected={i === attiva}
              tabIndex={-1}
              className="ricerca-voce"
              href={voce.href}
              onClick={onChiudi}
            >
              <span>{voce.testo}</span>
              <span className="minuto">{voce.dettaglio}</span>
            </a>
          ))}
        </div>
        <p role="status" className={voci.length > 0 ? 'solo-lettori' : 'ricerca-stato'}>
          {tellStato(indice, testo, voci.length)}
        </p>
        {ambito !== null &&
          testo.trim() !== '' &&
          voci.length === 0 &&
          isLetto(indice) &&
          indice.servizi.length > 0 && (
            <p className="ricerca-stato">
              Ti serve un aiuto e non sai come si chiama?{' '}
              <a href={`${indirizzi.servizi(ambito)}#${DOVE_CHIEDERE}`} onClick={onChiudi}>
                Dove chiedere
              </a>
            </p>
          )}
      </form>
    </search>
  );
}

const isLetto = (indice: Indice | 'attesa' | 'errore'): indice is Indice => typeof indice === 'object';

function tellStato(indice: Indice | 'attesa' | 'errore', testo: string, quante: number): string {
  if (indice === 'errore') return 'La ricerca non è riuscita a leggere i dati: chiudila e riprova.';
  if (testo.trim() === '') return '';
  if (indice === 'attesa') return 'Sto cercando…';
  if (quante === 0) return 'Niente con queste parole.';
  return quante === 1 ? 'Un risultato.' : `${quante} risultati.`;
}
