/** The file's own rows: the bad cells marked, the message under their line, one press to the next. */
import { Fragment, type ReactNode, useRef, useState } from 'react';
import { formatNumero } from '../../../functions/core/formato.ts';
import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import { capitalize, countOf } from '../serie/parole.ts';
import { Bottone } from './bottone.tsx';
import type { InCorso } from './correzioni.ts';
import type { Foglio, Genere, RigaFoglio, Segno } from './foglio.ts';
import { listSegni, nameColonna } from './foglio.ts';
import { SceltaRiga } from './scelta-riga.tsx';

const NOMI_GENERE: Readonly<Record<Genere, string>> = {
  problema: 'Da correggere',
  errore: 'Errore',
  avviso: 'Segnalazione',
  nota: 'Arrotondamento',
};

/** Letters of a cell that is not broken over two lines: a figure is read in one. */
const BREVE = 22;

/** What scrolls must be reached by a keyboard, to be scrolled by it. */
const SCORREVOLE = { tabIndex: 0 } as const;

interface Proprieta {
  /** Null where there are no lines to show. */
  readonly foglio: Foglio | null;
  readonly bozza: CaricamentoDto;
  /** Where a person is saying what each line is. */
  readonly inCorso: InCorso | null;
}

export function FoglioVista({ foglio, bozza, inCorso }: Proprieta) {
  const contenitore = useRef<HTMLElement>(null);
  const [attuale, setAttuale] = useState(-1);
  const { problemi, problemiTotali } = bozza;
  if (!foglio) return <SenzaRighe bozza={bozza} />;
  const { segni, generali } = foglio;
  const larghezza = foglio.colonne + (inCorso ? 1 : 0);
  const [primo, prossimo] = segni.some(({ genere }) => genere === 'problema')
    ? ['al primo problema', 'al prossimo problema']
    : ['alla prima segnalazione', 'alla prossima segnalazione'];
  const goNext = () => {
    const posto = (attuale + 1) % segni.length;
    const segno = segni[posto];
    if (!segno) return;
    setAttuale(posto);
    const cella = contenitore.current?.querySelector<HTMLElement>(`[data-segni~="${segno.id}"]`);
    cella?.focus({ preventScroll: true });
    cella?.scrollIntoView({ block: 'center', inline: 'center' });
  };
  return (
    <section className="sezione" ref={contenitore}>
      <h2>Il file, riga per riga</h2>
      {generali.length > 0 && <ElencoSegni segni={generali} />}
      {segni.length > 0 && (
        <div className="foglio-giro">
          <Bottone onClick={goNext}>{`Vai ${attuale < 0 ? primo : prossimo}`}</Bottone>
          <span role="status" aria-live="polite">
            {attuale < 0
              ? `${capitalize(countOf(segni.length, 'punto', 'punti'))} da guardare`
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
      <section className="foglio" aria-label="Righe del file" {...SCORREVOLE}>
        <table>
          <caption className="solo-lettori">Le righe del file com’è arrivato, con i problemi accanto</caption>
          <Testata foglio={foglio} bozza={bozza} conScelta={inCorso !== null} />
          <tbody>
            {foglio.blocchi.map((blocco, indice) => (
              <Fragment key={blocco.righe[0]?.riga ?? indice}>
                {blocco.saltate > 0 && <Salto righe={blocco.saltate} colonne={larghezza} />}
                {blocco.righe.map((riga) => (
                  <UnaRiga
                    key={riga.riga}
                    riga={riga}
                    colonne={foglio.colonne}
                    inCorso={inCorso}
                    inFoglio={bozza.interpretazione.foglio !== undefined}
                  >
                    {segni.length > 1 && riga.segni.some(({ id }) => id === segni[attuale]?.id) && (
                      <Bottone onClick={goNext}>{`Vai ${prossimo}`}</Bottone>
                    )}
                  </UnaRiga>
                ))}
              </Fragment>
            ))}
            {foglio.restanti > 0 && <Salto righe={foglio.restanti} colonne={larghezza} />}
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

function Salto({ righe, colonne }: { righe: number; colonne: number }) {
  return (
    <tr className="foglio-salto">
      <td colSpan={colonne + 1}>
        … {righe === 1 ? 'una riga' : `${formatNumero(righe)} righe`} senza nulla da segnalare …
      </td>
    </tr>
  );
}

interface ProprietaRiga {
  readonly riga: RigaFoglio;
  readonly colonne: number;
  readonly inCorso: InCorso | null;
  /** Of a spreadsheet, whose columns have letters. */
  readonly inFoglio: boolean;
  /** The way to the next one, where the reader is. */
  readonly children: ReactNode;
}

function UnaRiga({ riga, colonne, inCorso, inFoglio, children }: ProprietaRiga) {
  const diRiga = riga.segni.filter(({ colonna }) => colonna === null || colonna > colonne);
  const celle = Array.from({ length: colonne }, (_, indice) => ({
    colonna: indice + 1,
    testo: riga.celle[indice] ?? '',
  }));
  return (
    <>
      <tr className={`foglio-${riga.ruolo}`}>
        <th scope="row" {...marcaDi(diRiga)}>
          {riga.riga}
        </th>
        {inCorso && (
          <td>
            <SceltaRiga riga={riga} inCorso={inCorso} />
          </td>
        )}
        {celle.map(({ colonna, testo }) => {
          const segni = riga.segni.filter((segno) => segno.colonna === colonna);
          return (
            <td key={colonna} {...marcaDi(segni, testo)}>
              {testo === '' && segni.length > 0 ? <span className="minuto">(vuota)</span> : testo}
            </td>
          );
        })}
      </tr>
      {(riga.segni.length > 0 || riga.motivo !== undefined) && (
        <tr className="foglio-messaggi">
          <td colSpan={colonne + (inCorso ? 2 : 1)}>
            <div className="foglio-messaggio">
              {riga.motivo !== undefined && <p className="minuto">Lasciata fuori: {riga.motivo}</p>}
              <ElencoSegni segni={riga.segni} inFoglio={inFoglio} />
              {children}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

function marcaDi(segni: readonly Segno[], testo = '') {
  const [primo] = segni;
  const breve = testo.length <= BREVE ? 'foglio-breve' : '';
  if (!primo) return { className: breve };
  const ids = segni.map(({ id }) => id).join(' ');
  return {
    className: `${breve} foglio-segnata foglio-${primo.genere}`,
    tabIndex: -1,
    'data-segni': ids,
    'aria-describedby': ids,
  };
}

function ElencoSegni({ segni, inFoglio = false }: { segni: readonly Segno[]; inFoglio?: boolean }) {
  if (segni.length === 0) return null;
  return (
    <ul className="segni">
      {segni.map(({ id, genere, colonna, messaggio }) => (
        <li key={id} id={id} className={`segno-${genere}`}>
          <strong>{NOMI_GENERE[genere]}</strong>
          {colonna !== null && `, colonna ${inFoglio ? nameColonna(colonna) : colonna}`}: {messaggio}
        </li>
      ))}
    </ul>
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
