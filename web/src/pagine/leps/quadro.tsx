/** The quadro sinottico: every intervento at its levels, with what it does and for whom. */
import { LIVELLI, type Livello } from '../../../../functions/core/livelli.ts';
import { useSpiega } from '../../componenti/cifra.tsx';
import { Ripiego } from '../../componenti/ripiego.tsx';
import { Scheda } from '../../componenti/scheda.tsx';
import { SegnoEsito } from '../../grafici/esito.tsx';
import { indirizzi } from '../../indirizzi.ts';
import type { AnnoIntervento, InterventoPiano } from '../../serie/interventi-piano.ts';
import { findAnno, type Leps } from '../../serie/leps.ts';
import { PAROLE } from '../../serie/luoghi.ts';
import { capitalize, countOf, joinNomi } from '../../serie/parole.ts';
import { PAROLE_ESITO } from '../../serie/parole-leps.ts';
import type { Continuita } from '../../serie/servizi-passati.ts';
import { CellaAnno, type Contenuto, Legenda } from './scheda.tsx';

export function SchedaQuadro({ leps, ambito, stato }: Contenuto) {
  const anno = leps.anno ?? '';
  const conEnte = leps.interventi.some(({ servizi }) => servizi.some(({ ente }) => ente !== null));
  const previsti = leps.interventi.filter(({ livelli }) => livelli.length > 0);
  const vuoti = leps.interventi.filter(
    (uno) => uno.livelli.length === 0 && uno.anni.every(({ importo }) => (importo ?? 0) === 0),
  );
  const mostrati = leps.interventi.filter((uno) => !vuoti.includes(uno));
  return (
    <Scheda
      id="quadro"
      titolo={`${capitalize(countOf(previsti.length, 'intervento ha', 'interventi hanno'))} almeno un livello di priorità`}
      misura={`Quadro sinottico ${leps.ciclo}: a quale livello sta ogni intervento, e se nel ${anno} ha denaro.`}
    >
      <Legenda />
      <Ripiego sommario={`Vedi ${mostrati.length} interventi, uno per uno`}>
        <table className="leps-quadro" role="table">
          <caption className="solo-lettori">Interventi e livelli, con il denaro del {anno}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                Intervento
              </th>
              {LIVELLI.map((livello) => (
                <th
                  key={livello}
                  scope="col"
                  role="columnheader"
                  className={livello === stato.livello ? 'leps-scelto' : undefined}
                >
                  {livello}
                </th>
              ))}
              <th scope="col" role="columnheader" className="numerica">
                Denaro nel {anno}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {mostrati.map((uno) => (
              <RigaQuadro key={uno.id} uno={uno} leps={leps} ambito={ambito.id} livello={stato.livello} />
            ))}
          </tbody>
        </table>
        <div className="scheda-note">
          {vuoti.length > 0 && (
            <p>
              Nel quadro senza nessun livello e senza denaro:{' '}
              {joinNomi(
                vuoti.map(({ id, nome }) => `${id} ${nome}`),
                30,
              )}
              .
            </p>
          )}
          {!conEnte && (
            <p>
              Chi gestisce ciascun servizio non è scritto nelle tabelle pubblicate del {leps.ciclo}: lo porta l’Ufficio
              di Piano nella colonna «ente titolare» della tabella «servizi».
            </p>
          )}
          <p>
            Le sigle nei nomi dei servizi sono spiegate in{' '}
            <a href={`${indirizzi.metodo()}#${PAROLE}`}>Metodo, con le altre parole</a>.
          </p>
          <p>Le persone previste si contano in modi diversi (nuclei, minori, beneficiari): non si sommano.</p>
        </div>
      </Ripiego>
    </Scheda>
  );
}

interface ProprietaRiga {
  readonly uno: InterventoPiano;
  readonly leps: Leps;
  readonly ambito: string;
  /** The one that stands out. */
  readonly livello: Livello;
}

function RigaQuadro({ uno, leps, ambito, livello: scelto }: ProprietaRiga) {
  const cella = findAnno(uno, leps.anno);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <strong>{uno.id}</strong> {uno.nome}
        {uno.livelli.length === 0 && <span className="minuto leps-senso">nessun livello</span>}
        <DettagliIntervento uno={uno} leps={leps} />
      </th>
      {LIVELLI.map((livello) => {
        const previsto = uno.livelli.includes(livello);
        return (
          <td
            key={livello}
            role="cell"
            className={`${livello === scelto ? 'leps-scelto' : ''}${previsto ? '' : ' leps-vuota'}`.trim() || undefined}
          >
            {previsto && cella ? (
              <CellaLivello cella={cella} livello={livello} nome={`${uno.id} ${uno.nome}`} />
            ) : (
              <span className="solo-lettori">non previsto</span>
            )}
          </td>
        );
      })}
      <td role="cell" className="numerica leps-denaro">
        {cella && <CellaAnno cella={cella} nome={`${uno.id} ${uno.nome}`} ambito={ambito} />}
      </td>
    </tr>
  );
}

/** Where the money of the year stands is told at each level too: on a phone there is no column for it. */
function CellaLivello({ cella, livello, nome }: { cella: AnnoIntervento; livello: Livello; nome: string }) {
  const spiega = useSpiega();
  const parola = PAROLE_ESITO[cella.esito];
  const interno = (
    <>
      <SegnoEsito esito={cella.esito} />
      <span className="leps-livello">{livello}</span>
      <span className="leps-parola">{parola}</span>
    </>
  );
  if (!cella.figura) return <span className="leps-cella">{interno}</span>;
  return (
    <a
      className="leps-cella"
      href={spiega(cella.figura)}
      data-spiega=""
      aria-label={`${nome}, ${livello}, ${cella.anno}: ${parola}. Da dove viene`}
    >
      {interno}
    </a>
  );
}

const PAROLE_CONTINUITA: Readonly<Record<Continuita, string>> = {
  SI: 'Continua un servizio che era attivo.',
  NO: 'Il servizio da cui viene non era attivo.',
  'non-detto': 'Il documento non dice se il servizio da cui viene era attivo.',
  nuovo: 'Non continua nessun servizio di prima.',
  'in-verifica': '',
};

function DettagliIntervento({ uno, leps }: { uno: InterventoPiano; leps: Leps }) {
  const fonti = findAnno(uno, leps.anno)?.fonti ?? [];
  const continuita = PAROLE_CONTINUITA[uno.continuita];
  return (
    <details className="leps-dettagli">
      <summary>
        Che cosa, per chi<span className="solo-lettori">: {uno.nome}</span>
      </summary>
      {uno.livelli.length === 0 && (
        <p>{uno.nelQuadro ? 'È nel quadro, senza livello.' : 'Non è nel quadro sinottico.'}</p>
      )}
      {uno.livelli.map((livello) => (
        <p key={livello}>
          <strong>{livello}:</strong>{' '}
          {uno.voci
            .filter((una) => una.livello === livello)
            .map(({ voce }) => voce)
            .join('; ')}
        </p>
      ))}
      {uno.servizi.length > 0 ? (
        <ul>
          {uno.servizi.map(({ nome, utenza, ente }) => (
            <li key={nome}>
              {nome}: {utenza ?? 'persone previste non indicate'}
              {ente && ` (${ente})`}
            </li>
          ))}
        </ul>
      ) : (
        <p>Nessuna scheda descrive i suoi servizi.</p>
      )}
      {fonti.length > 0 && (
        <p>
          <strong>Fonti nel {leps.anno}:</strong> {joinNomi(fonti, 10)}.
        </p>
      )}
      {continuita && <p>{continuita}</p>}
    </details>
  );
}
