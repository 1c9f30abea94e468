/** The file's own rows: the bad cells marked, the message under their line, one press to the next. */
import { Fragment, useEffect, useRef, useState } from 'react';
import { formatNumero } from '../../../functions/core/formato.ts';
import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import { capitalize, countOf } from '../serie/parole.ts';
import { Bottone } from './bottone.tsx';
import { ID_RILEGGI } from './correggi.tsx';
import type { InCorso } from './correzioni.ts';
import { type Foglio, type Intervallo, listSegni, nameColonna, type Salto } from './foglio.ts';
import { findLinea, type Linea } from './linee.ts';
import { ElencoSegni, UnaRiga } from './riga-foglio.tsx';
import { VaiARiga } from './vai-a-riga.tsx';

/** Lines shown at once of those that have nothing to look at. */
const PAGINA = 50;
/** Shown before and after a line that somebody looks for. */
const ATTORNO = 5;

/** Where the keyboard is to be, once it is shown. */
interface Meta {
  readonly dove: string;
  readonly inline?: ScrollLogicalPosition;
}

/** What scrolls must be reached by a keyboard, to be scrolled by it. */
const SCORREVOLE = { tabIndex: 0 } as const;

interface Proprieta {
  /** Null where there are no lines to show. */
  readonly foglio: Foglio | null;
  readonly linee: readonly Linea[];
  /** Shows lines that are not shown yet. */
  readonly onMostra: (righe: Intervallo) => void;
  readonly bozza: CaricamentoDto;
  /** Where a person is saying what each line is. */
  readonly inCorso: InCorso | null;
}

export function FoglioVista({ foglio, linee, onMostra, bozza, inCorso }: Proprieta) {
  const contenitore = useRef<HTMLElement>(null);
  const [attuale, setAttuale] = useState(-1);
  const [meta, setMeta] = useState<Meta>();
  useEffect(() => {
    if (meta === undefined || !foglio) return;
    const nodo = contenitore.current?.querySelector<HTMLElement>(meta.dove);
    nodo?.focus({ preventScroll: true });
    nodo?.scrollIntoView({ block: 'center', ...(meta.inline && { inline: meta.inline }) });
    setMeta(undefined);
  }, [meta, foglio]);
  const { problemi, problemiTotali } = bozza;
  if (!foglio) return <SenzaRighe bozza={bozza} />;
  const { segni, generali } = foglio;
  const larghezza = foglio.colonne + (inCorso ? 1 : 0);
  const [primo, prossimo, precedente] = segni.some(({ genere }) => genere === 'problema')
    ? ['al primo problema', 'al prossimo problema', 'al problema precedente']
    : ['alla prima segnalazione', 'alla prossima segnalazione', 'alla segnalazione precedente'];
  /** @param passi 1 for the next, -1 for the one before */
  const go = (passi: number) => {
    const posto = (attuale + passi + segni.length) % segni.length;
    const segno = segni[posto];
    if (!segno) return;
    setAttuale(posto);
    const dove = `[data-segni~="${segno.id}"]`;
    if (!contenitore.current?.querySelector(dove)) onMostra([segno.riga - ATTORNO, segno.riga + ATTORNO]);
    setMeta({ dove, inline: 'center' });
  };
  /** The keyboard goes on from the first of them: what was pressed goes away. */
  const show = (da: number, quante: number) => {
    const inizio = linee.findIndex(({ riga }) => riga >= da);
    onMostra([da, linee[inizio + quante - 1]?.riga ?? Number.MAX_SAFE_INTEGER]);
    setMeta({ dove: `[data-riga="${da}"]` });
  };
  const goTo = (numero: number): boolean => {
    const riga = findLinea(linee, numero);
    if (riga === null) return false;
    onMostra([riga - ATTORNO, riga + ATTORNO]);
    setMeta({ dove: `[data-riga="${riga}"]` });
    return true;
  };
  return (
    <section className="sezione" ref={contenitore}>
      <h2>Il file, riga per riga</h2>
      {generali.length > 0 && <ElencoSegni segni={generali} />}
      {segni.length > 0 && (
        <div className="foglio-giro">
          <Bottone onClick={() => go(1)}>{`Vai ${attuale < 0 ? primo : prossimo}`}</Bottone>
          {attuale >= 0 && segni.length > 1 && <Bottone onClick={() => go(-1)}>{`Torna ${precedente}`}</Bottone>}
          <span role="status" aria-live="polite">
            {attuale < 0
              ? `${capitalize(countOf(segni.length, 'punto', 'punti'))} da guardare${generali.length > 0 ? ' nelle righe' : ''}`
              : `${attuale + 1} di ${segni.length}: ${segni[attuale]?.messaggio ?? ''}`}
          </span>
        </div>
      )}
      {bozza.interpretazione.foglio !== undefined && (
        <p className="minuto">
          I numeri del foglio sono scritti qui per esteso, col punto prima dei decimali, comunque il foglio li mostri.
        </p>
      )}
      {problemiTotali > problemi.length && (
        <p>
          Qui ci sono i primi {formatNumero(problemi.length)} problemi su {formatNumero(problemiTotali)}: spesso ne
          basta uno corretto perché ne spariscano molti.
        </p>
      )}
      {(foglio.restanti.righe > 0 || foglio.blocchi.length > 1) && (
        <VaiARiga ultima={linee.at(-1)?.riga ?? 0} onVai={goTo} />
      )}
      {inCorso?.cambiate && (
        <p>
          Le correzioni non sono ancora rilette.{' '}
          <Bottone onClick={() => document.getElementById(ID_RILEGGI)?.focus()}>Vai a rileggerle</Bottone>
        </p>
      )}
      <section className="foglio" aria-label="Righe del file" {...SCORREVOLE}>
        <table>
          <caption className="solo-lettori">Le righe del file com’è arrivato, con i problemi accanto</caption>
          <Testata foglio={foglio} bozza={bozza} conScelta={inCorso !== null} />
          <tbody>
            {foglio.blocchi.map((blocco, indice) => (
              <Fragment key={blocco.righe[0]?.riga ?? indice}>
                <RigheSaltate salto={blocco.saltate} colonne={larghezza} onMostra={show} />
                {blocco.righe.map((riga) => (
                  <UnaRiga
                    key={riga.riga}
                    riga={riga}
                    colonne={foglio.colonne}
                    inCorso={inCorso}
                    inFoglio={bozza.interpretazione.foglio !== undefined}
                  >
                    {segni.length > 1 && riga.segni.some(({ id }) => id === segni[attuale]?.id) && (
                      <>
                        <Bottone onClick={() => go(1)}>{`Vai ${prossimo}`}</Bottone>
                        <Bottone onClick={() => go(-1)}>{`Torna ${precedente}`}</Bottone>
                      </>
                    )}
                  </UnaRiga>
                ))}
              </Fragment>
            ))}
            <RigheSaltate salto={foglio.restanti} colonne={larghezza} onMostra={show} />
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** What each column was taken for. */
function Testata({ foglio, bozza, conScelta }: { foglio: Foglio; bozza: CaricamentoDto; conScelta: boolean }) {
  const name = bozza.interpretazione.foglio === undefined ? String : nameColonna;
  const significati = new Map(bozza.interpretazione.colonne.map((una) => [una.colonna, una.significato]));
  return (
    <thead>
      <tr>
        <th scope="col">Riga</th>
        {conScelta && <th scope="col">Che cos’è</th>}
        {Array.from({ length: foglio.colonne }, (_, indice) => indice + 1).map((colonna) => (
          <th key={colonna} scope="col">
            <span className="foglio-colonna">{name(colonna)}</span> {significati.get(colonna) ?? '–'}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface ProprietaSalto {
  readonly salto: Salto;
  readonly colonne: number;
  readonly onMostra: (da: number, quante: number) => void;
}

function RigheSaltate({ salto: { righe, da, segnate }, colonne, onMostra }: ProprietaSalto) {
  if (righe === 0) return null;
  const quante = Math.min(righe, PAGINA);
  const tutte = quante === righe;
  return (
    <tr className="foglio-salto">
      <td colSpan={colonne + 1}>
        <div className="foglio-messaggio">
          … {righe === 1 ? 'una riga' : `${formatNumero(righe)} righe`}
          {segnate === 0 ? ' senza nulla da segnalare' : `, di cui ${formatNumero(segnate)} da guardare`} …
          <Bottone onClick={() => onMostra(da, quante)}>
            {tutte ? 'Mostra' : `Mostra ${quante} righe`}
            <span className="solo-lettori"> dalla riga {da}</span>
          </Bottone>
        </div>
      </td>
    </tr>
  );
}

/** A file that is no table: what is wrong with it. */
function SenzaRighe({ bozza }: { bozza: CaricamentoDto }) {
  const segni = listSegni(bozza);
  if (segni.length === 0) return null;
  return (
    <section className="sezione">
      <h2>Che cosa c’è da guardare nel file</h2>
      <ElencoSegni segni={segni} />
    </section>
  );
}
