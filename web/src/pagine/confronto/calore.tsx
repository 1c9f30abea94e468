/** Comuni by indicators: a real table, each column coloured from its lowest value to its highest. */
import { useSpiega } from '../../componenti/cifra.tsx';
import { toModelloCalore } from '../../grafici/modello-calore.ts';
import { listRipieghi } from '../../serie/avvisi-confronto.ts';
import { GRADINI, listMotivi, tellCalore, titleCalore } from '../../serie/calore.ts';
import { uniqueOrigine, type Voce } from '../../serie/confronto.ts';
import { buildInsieme, type Colonna } from '../../serie/insieme.ts';
import { compareNomi } from '../../serie/ordine.ts';
import { shortNome } from '../../serie/parole.ts';
import { describeUnita } from '../../serie/valore.ts';
import { AzioniInsieme } from './azioni-insieme.tsx';
import { Opzioni, SceltaDimensioni, SceltaEvidenza } from './comandi.tsx';
import { SceltaQuali } from './comandi-insieme.tsx';
import { Mancanze } from './mancanze.tsx';
import { Quadro } from './quadro.tsx';
import { type DatiVista, hrefCon } from './stato.ts';
import { CellaVoce } from './tavola.tsx';

export function Calore(dati: DatiVista) {
  const { ambito, catalogo, osservazioni, stato } = dati;
  const quali = stato.quali ?? 'rapporti';
  const insieme = buildInsieme({ ambito, catalogo, osservazioni, richiesta: { dimensioni: stato.dimensioni }, quali });
  const { colonne } = insieme;
  const ordine = colonne.find(({ indicatore }) => indicatore.id === stato.indicatore);
  const titolo = titleCalore(
    colonne,
    ambito.comuni.map(({ nome }) => nome),
  );
  const misura = `Comuni dell’ambito di ${shortNome(ambito.nome)}, ${ordine ? `in ordine di ${ordine.indicatore.titolo.toLocaleLowerCase('it')}` : 'in ordine di nome'}`;
  const origine = uniqueOrigine(colonne.flatMap(({ confronto }) => confronto.origine));
  return (
    <Quadro
      dati={dati}
      domanda="In che cosa i comuni si somigliano, in che cosa no?"
      argomento="Comuni e indicatori, a colori"
      risposta={tellCalore(colonne, ambito.comuni.length)}
      avvisi={listRipieghi({ dimensioni: stato.dimensioni }, { periodo: null, alternative: insieme.alternative }, '')}
      titolo={titolo}
      misura={misura}
      opzioni={
        <Opzioni etichetta="Indicatori, fascia, comune…">
          <SceltaQuali dati={dati} quali={quali} />
          <SceltaDimensioni
            alternative={insieme.alternative}
            hrefDi={(cambio) => hrefCon(dati, { dimensioni: { ...stato.dimensioni, ...cambio } })}
          />
          <SceltaEvidenza {...dati} />
        </Opzioni>
      }
      origine={origine}
      azioni={
        colonne.length > 0 && (
          <AzioniInsieme
            dati={dati}
            titolo={titolo}
            misura={misura}
            origine={origine}
            parti={colonne.map(({ confronto, scelta }) => ({ confronto, dimensioni: scelta.dimensioni }))}
            draw={async () =>
              (await import('../../grafici/esportazione-calore.ts')).drawCalore(
                colonne,
                toModelloCalore(colonne, sortComuni(dati, ordine)),
              )
            }
          />
        )
      }
      dopo={<Mancanze dati={dati} senzaComuni={insieme.senzaComuni} />}
    >
      {colonne.length > 0 && <TabellaCalore dati={dati} colonne={colonne} ordine={ordine} titolo={titolo} />}
    </Quadro>
  );
}

/** By the chosen column, the highest first; else by name. */
function sortComuni({ ambito }: DatiVista, ordine: Colonna | undefined): DatiVista['ambito']['comuni'] {
  if (!ordine) return ambito.comuni.toSorted((a, b) => compareNomi(a.nome, b.nome));
  const posto = new Map(ordine.confronto.voci.map(({ codice }, i) => [codice, i]));
  return ambito.comuni.toSorted((a, b) => (posto.get(a.codiceIstat) ?? 0) - (posto.get(b.codiceIstat) ?? 0));
}

/** The steps of the legend, from the lowest. */
const CLASSI = Array.from({ length: GRADINI }, (_, i) => `gradino-${i + 1}`);

interface ProprietaTabella {
  readonly dati: DatiVista;
  readonly colonne: readonly Colonna[];
  readonly ordine: Colonna | undefined;
  readonly titolo: string;
}

function TabellaCalore({ dati, colonne, ordine, titolo }: ProprietaTabella) {
  const { ambito, stato } = dati;
  const spiega = useSpiega();
  const hrefOf = ({ figure }: Voce) => (figure.length > 0 ? spiega(...figure) : null);
  const righe = toModelloCalore(colonne, sortComuni(dati, ordine));
  const misura = colonne.length > 8 ? 'calore-larga' : colonne.length > 2 ? 'calore-media' : 'calore-breve';
  return (
    <>
      <p className="calore-legenda minuto">
        <span>valore più basso della colonna</span>
        <span className="calore-gradini" aria-hidden="true">
          {CLASSI.map((classe) => (
            <span key={classe} className={classe} />
          ))}
        </span>
        <span>più alto</span>
      </p>
      <section className={`calore ${misura}`} aria-label="Tabella a colori, si scorre di lato">
        <table>
          <caption className="solo-lettori">{titolo}</caption>
          <thead>
            <tr>
              <th scope="col">
                <a href={hrefCon(dati, { indicatore: undefined })}>Comune</a>
              </th>
              {colonne.map(({ indicatore, quando }) => (
                <th
                  key={indicatore.id}
                  scope="col"
                  aria-sort={indicatore === ordine?.indicatore ? 'descending' : undefined}
                >
                  <a
                    href={hrefCon(dati, { indicatore: indicatore.id })}
                    title="Metti i comuni in ordine di questo valore"
                  >
                    {indicatore.titolo}
                    {indicatore === ordine?.indicatore && <span aria-hidden="true"> ↓</span>}
                  </a>
                  <span className="minuto">
                    {describeUnita(indicatore.unita)}, {quando}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {righe.map(({ codice, nome, celle }) => (
              <tr key={codice} className={stato.evidenzia.includes(codice) ? 'calore-evidenziata' : undefined}>
                <th scope="row">{nome}</th>
                {celle.map(({ voce, gradino }, i) => (
                  <td
                    key={colonne[i]?.indicatore.id}
                    className={gradino === null ? 'calore-mancante' : `gradino-${gradino}`}
                  >
                    <CellaVoce ambito={ambito.id} nome={nome} voce={voce} hrefOf={hrefOf} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Intero ambito</th>
              {colonne.map(({ indicatore, confronto }) => (
                <td key={indicatore.id}>
                  <CellaVoce ambito={ambito.id} nome="Intero ambito" voce={confronto.ambito} hrefOf={hrefOf} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="calore-cenno minuto solo-schermo">
        La tabella continua a destra: si scorre di lato, i nomi dei comuni restano fermi.
      </p>
      {listMotivi(colonne).map(({ motivo, dove }) => (
        <p key={motivo} className="minuto">
          A righe oblique, «manca»: {dove}. {motivo}
        </p>
      ))}
    </>
  );
}
