/** The walk back: from a figure to its formula, the cells it was computed from, the document and act that they stand in. */
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { formatData, formatNumero } from '../../../functions/core/formato.ts';
import type { AmbitoDto, IndicatoreDto, SpiegazioneDto } from '../../../functions/core/http/schemi.ts';
import { DIMENSIONI } from '../../../functions/core/indicatori/indicatore.ts';
import { MOTIVI_ASSENZA } from '../../../functions/core/misura.ts';
import { LetturaError } from '../api/errore.ts';
import type { Api } from '../api/letture.ts';
import { indirizzi, withoutSpiegazione } from '../indirizzi.ts';
import { usePosizione } from '../navigazione.tsx';
import { type Figura, filtriOf, readFigure, writeFigure } from '../serie/figura.ts';
import { shortDocumento } from '../serie/fonti.ts';
import { capitalize, describeDimensione, describePeriodo } from '../serie/parole.ts';
import { formatValore, toNumero } from '../serie/valore.ts';
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
        {figure.length > 1 && <p>{describeInsieme(figure)}</p>}
        {figure.map((figura) => {
          const testo = writeFigure([figura]);
          return <UnaFigura key={testo} api={api} ambito={ambito} testo={testo} />;
        })}
      </div>
    </dialog>
  );
}

/** Figures of one indicator are added up; two of two indicators are divided. */
function describeInsieme(figure: readonly Figura[]): string {
  return new Set(figure.map(({ indicatore }) => indicatore)).size === 1
    ? `Questo valore è la somma di ${figure.length} cifre.`
    : 'Questo valore è il rapporto tra due cifre: la prima divisa per la seconda.';
}

type Lettura =
  | { readonly stato: 'attesa' }
  | { readonly stato: 'errore'; readonly errore: unknown }
  | { readonly stato: 'letta'; readonly spiegazione: SpiegazioneDto; readonly indicatore: IndicatoreDto };

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
  const ambitoId = ambito.id;
  useEffect(() => {
    const ferma = new AbortController();
    readLettura(api, { ambito: ambitoId, testo }, ferma.signal).then(setLettura, (errore: unknown) => {
      if (!ferma.signal.aborted) setLettura({ stato: 'errore', errore });
    });
    return () => ferma.abort();
  }, [api, ambitoId, testo]);

  if (lettura.stato === 'attesa') return <Attesa cosa="la spiegazione" />;
  if (lettura.stato === 'errore') return <Errore errore={lettura.errore} onRiprova={onRiprova} />;
  return <Spiegazione spiegazione={lettura.spiegazione} indicatore={lettura.indicatore} ambito={ambito} />;
}

async function readLettura(
  api: Api,
  { ambito, testo }: { readonly ambito: string; readonly testo: string },
  segnale: AbortSignal,
): Promise<Lettura> {
  const [figura] = readFigure(testo);
  if (!figura) throw new LetturaError('richiesta');
  const [spiegazione, indicatore] = await Promise.all([
    api.readSpiegazione(ambito, { id: figura.indicatore, filtri: filtriOf(figura) }, segnale),
    api.readIndicatore(figura.indicatore, segnale),
  ]);
  return { stato: 'letta', spiegazione, indicatore };
}

interface ProprietaSpiegazione {
  readonly spiegazione: SpiegazioneDto;
  readonly indicatore: IndicatoreDto;
  readonly ambito: Pick<AmbitoDto, 'id' | 'comuni'>;
}

type Ingresso = SpiegazioneDto['ingressi'][number];

export function Spiegazione({ spiegazione, indicatore, ambito }: ProprietaSpiegazione) {
  const { osservazione, ingressi, fonti } = spiegazione;
  const valore = toNumero(osservazione.valore);
  const nomeOf = (codice: string | null) =>
    codice === null ? 'Intero ambito' : (ambito.comuni.find((c) => c.codiceIstat === codice)?.nome ?? codice);
  const dimensioni = DIMENSIONI.flatMap((d) => {
    const v = osservazione.dimensioni[d];
    return v === undefined ? [] : [describeDimensione(d, v)];
  });
  return (
    <article className="spiegazione-figura">
      <p className="spiegazione-valore">
        {valore === null ? (
          <strong>dato mancante</strong>
        ) : (
          <strong className="cifra">{formatValore(valore, indicatore)}</strong>
        )}
        <span>
          {spiegazione.titolo} · {nomeOf(osservazione.comune)}
          <br />
          {[capitalize(describePeriodo(osservazione.periodo, indicatore.id)), ...dimensioni].join(' · ')}
        </span>
      </p>
      {osservazione.assenza && <p>{MOTIVI_ASSENZA[osservazione.assenza]}</p>}
      <Sezione titolo="Come si calcola">
        <p className="formula">{spiegazione.formula}</p>
        {osservazione.note.map((nota) => (
          <p key={nota}>{nota}</p>
        ))}
        {osservazione.segnalazioni.length > 0 && (
          <p className="avvertenza">
            <Icona nome="segno" />
            <span>
              Almeno uno dei numeri usati non torna con altri numeri dello stesso documento.{' '}
              <a
                href={indirizzi.qualita(ambito.id, {
                  comune: osservazione.comune ?? 'ambito',
                  codice: osservazione.segnalazioni.join(','),
                })}
              >
                Leggi la segnalazione
              </a>
            </span>
          </p>
        )}
      </Sezione>
      {ingressi.length > 0 && (
        <Sezione titolo={ingressi.length === 1 ? 'Il numero usato' : `I ${formatNumero(ingressi.length)} numeri usati`}>
          <ul className="ingressi">
            {ingressi.map((ingresso) => (
              <li key={`${ingresso.tipo}${ingresso.parte}${ingresso.riga}:${ingresso.colonna}${ingresso.ruolo}`}>
                <UnIngresso ingresso={ingresso} nome={nomeOf(ingresso.comune)} />
              </li>
            ))}
          </ul>
        </Sezione>
      )}
      <Sezione titolo={fonti.length === 1 ? 'Il documento' : 'I documenti'}>
        <ul className="documenti">
          {fonti.map((una) => (
            <li key={`${una.tipo}${una.versione}${una.parte}`}>
              <Documento una={una} />
            </li>
          ))}
        </ul>
      </Sezione>
      <p>
        <a href={indirizzi.indicatore(indicatore.id)}>Che cosa misura questo indicatore, e che cosa no</a>
      </p>
    </article>
  );
}

function Sezione({ titolo, children }: { titolo: string; children: ReactNode }) {
  return (
    <section>
      <h3>{titolo}</h3>
      {children}
    </section>
  );
}

function UnIngresso({ ingresso, nome }: { ingresso: Ingresso; nome: string }) {
  const dove = [
    ingresso.intestazione ? `colonna «${ingresso.intestazione.replace(/\s+/g, ' ')}»` : null,
    `riga ${ingresso.riga}`,
  ].filter((d) => d !== null);
  return (
    <>
      <span className="ingresso-ruolo">
        {capitalize(ingresso.ruolo)}
        {ingresso.comune !== null && `, ${nome}`}
      </span>
      <span className="cifra ingresso-scritto">{ingresso.scritto || 'non indicato'}</span>
      <span className="minuto ingresso-dove">{capitalize(dove.join(', '))}</span>
    </>
  );
}

function Documento({ una }: { una: SpiegazioneDto['fonti'][number] }) {
  const { fonte } = una;
  const righe = [fonte.capitolo, fonte.tabella && `Tabella: ${fonte.tabella}`, fonte.atto && `Atto: ${fonte.atto}`];
  return (
    <>
      <strong>{shortDocumento(fonte.documento)}</strong>
      {righe.map((riga) => riga && <span key={riga}>{riga}</span>)}
      <span className="minuto">
        {[
          fonte.editore,
          fonte.data && formatData(fonte.data),
          fonte.licenza && `licenza: ${fonte.licenza}`,
          `versione ${una.versione}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="documento-link">
        <a href={una.originale} download>
          Scarica il file originale
        </a>
        {fonte.url && (
          <a href={fonte.url} rel="noreferrer">
            Apri il documento pubblicato
          </a>
        )}
      </span>
    </>
  );
}
