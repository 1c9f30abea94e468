/** Two indicators over the same comuni, as named points. */
import { Fragment } from 'react';
import { CifraDi, useSpiega } from '../../componenti/cifra.tsx';
import { Vuoto } from '../../componenti/stati.tsx';
import { toModelloPunti } from '../../grafici/modello-punti.ts';
import { ALTEZZA_PUNTI, Punti } from '../../grafici/punti.tsx';
import { listRipieghi } from '../../serie/avvisi-confronto.ts';
import { uniqueOrigine, type Voce } from '../../serie/confronto.ts';
import {
  buildDueIndicatori,
  type DueIndicatori,
  tellDueIndicatori,
  titleDueIndicatori,
} from '../../serie/due-indicatori.ts';
import { buildColonna, type Colonna } from '../../serie/insieme.ts';
import { capitalize } from '../../serie/parole.ts';
import { readSeconda, type Seconda, writeSeconda } from '../../serie/seconda.ts';
import { describeUnita } from '../../serie/valore.ts';
import { AzioniInsieme } from './azioni-insieme.tsx';
import { Opzioni, Scelta, SceltaDimensioni, SceltaEvidenza, SceltaIndicatore, SceltaVista } from './comandi.tsx';
import { Mancanze } from './mancanze.tsx';
import { Quadro, SenzaDati } from './quadro.tsx';
import { type DatiVista, hrefCon } from './stato.ts';
import { Tavola } from './tavola.tsx';

/** Put beside the first where the address names no second: the first of these that the ambito has. */
const ALTRI = ['indice-vecchiaia', 'densita', 'spesa-storica-procapite', 'variazione-popolazione-pct', 'popolazione'];

/** Of the drawing: a phone, a tablet, a wide screen. */
const LARGHEZZE = [250, 560, 980];

export function Dispersione(dati: DatiVista) {
  const { ambito, catalogo, indicatore, osservazioni, stato } = dati;
  const conComuni = new Set(
    osservazioni.filter(({ comune, valore }) => comune !== null && valore !== null).map((o) => o.indicatore),
  );
  const soli = catalogo.filter(({ id }) => conComuni.has(id));
  const seconda = stato.con === undefined ? undefined : readSeconda(stato.con);
  const chiesto = seconda?.indicatore;
  const secondo =
    soli.find(({ id }) => id === chiesto) ??
    soli.find(
      ({ id }) => id !== indicatore.id && id === ALTRI.find((altro) => altro !== indicatore.id && conComuni.has(altro)),
    ) ??
    soli.find(({ id }) => id !== indicatore.id) ??
    indicatore;
  const columnOf = (quale: typeof indicatore, richiesta: Pick<Seconda, 'periodo' | 'dimensioni'>) =>
    buildColonna({
      ambito,
      indicatore: quale,
      osservazioni: osservazioni.filter((o) => o.indicatore === quale.id),
      richiesta,
    });
  const x = columnOf(indicatore, stato);
  const suo: Seconda = seconda?.indicatore === secondo.id ? seconda : { indicatore: secondo.id, dimensioni: {} };
  const y = columnOf(secondo, suo);
  const due = buildDueIndicatori(x, y);
  const titolo = titleDueIndicatori(due);
  const assi = { x: describeAsse(x), y: describeAsse(y) };
  const misura = 'Un punto per comune: più a destra e più in alto, valori più alti';
  const origine = uniqueOrigine([...x.confronto.origine, ...y.confronto.origine]);
  const hrefSecondo = (cambio: Partial<Seconda>) => hrefCon(dati, { con: writeSeconda({ ...suo, ...cambio }) });
  return (
    <Quadro
      dati={dati}
      domanda={`${x.indicatore.titolo} e ${y.indicatore.titolo.toLocaleLowerCase('it')}: vanno insieme?`}
      argomento={`${x.indicatore.titolo} e ${y.indicatore.titolo.toLocaleLowerCase('it')}`}
      risposta={tellDueIndicatori(due)}
      scelte={
        <div className="confronto-due">
          <SceltaIndicatore
            dati={dati}
            etichetta="In orizzontale"
            valore={indicatore.id}
            hrefDi={(id) => hrefCon(dati, { indicatore: id, periodo: undefined, dimensioni: {} })}
            soli={soli}
          />
          <SceltaIndicatore
            dati={dati}
            etichetta="In verticale"
            valore={secondo.id}
            hrefDi={(id) => hrefCon(dati, { con: id })}
            soli={soli}
          />
        </div>
      }
      avvisi={[
        ...(chiesto !== undefined && chiesto !== secondo.id
          ? [`L’indicatore «${chiesto}» qui non ha valori dei comuni: ecco «${secondo.titolo}».`]
          : []),
        ...listRipieghi(stato, x.scelta, indicatore.id),
        ...listRipieghi(suo, y.scelta, secondo.id),
      ]}
      titolo={titolo}
      misura={misura}
      opzioni={
        <Opzioni etichetta="Periodo, fascia, tabella…">
          <SceltaVista {...dati} />
          <PeriodoDi colonna={x} coda="in orizzontale" hrefDi={(periodo) => hrefCon(dati, { periodo })} />
          <SceltaDimensioni
            alternative={x.scelta.alternative}
            hrefDi={(cambio) => hrefCon(dati, { dimensioni: { ...stato.dimensioni, ...cambio } })}
            coda=" in orizzontale"
          />
          <PeriodoDi colonna={y} coda="in verticale" hrefDi={(periodo) => hrefSecondo({ periodo })} />
          <SceltaDimensioni
            alternative={y.scelta.alternative}
            hrefDi={(cambio) => hrefSecondo({ dimensioni: { ...suo.dimensioni, ...cambio } })}
            coda=" in verticale"
          />
          <SceltaEvidenza {...dati} />
        </Opzioni>
      }
      note={[...new Set([...x.confronto.note, ...y.confronto.note])]}
      origine={origine}
      azioni={
        due.punti.length > 0 && (
          <AzioniInsieme
            dati={dati}
            titolo={titolo}
            misura={misura}
            origine={origine}
            parti={[x, y].map(({ confronto, scelta }) => ({ confronto, dimensioni: scelta.dimensioni }))}
            draw={async () => {
              const { drawPunti, TELA_PUNTI } = await import('../../grafici/esportazione-punti.ts');
              const tela = { ...TELA_PUNTI, larghezze: [TELA_PUNTI.larghezza] };
              return drawPunti(toModelloPunti(due, stato.evidenzia, tela), assi);
            }}
          />
        )
      }
      dopo={<Mancanze dati={dati} senzaComuni={[]} />}
    >
      <Disegno dati={dati} due={due} titolo={titolo} assi={assi} />
    </Quadro>
  );
}

function describeAsse({ indicatore, confronto, quando }: Colonna): string {
  return `${indicatore.titolo.toLocaleLowerCase('it')} (${[describeUnita(confronto.unita), quando].filter(Boolean).join(', ')})`;
}

interface ProprietaPeriodo {
  readonly colonna: Colonna;
  readonly coda: string;
  readonly hrefDi: (periodo: string) => string;
}

function PeriodoDi({ colonna: { scelta }, coda, hrefDi }: ProprietaPeriodo) {
  if (scelta.periodo === null) return null;
  return (
    <Scelta
      etichetta={`Periodo ${coda}`}
      valori={scelta.periodi}
      scelto={scelta.periodo}
      hrefDi={hrefDi}
      testoDi={capitalize}
    />
  );
}

interface ProprietaDisegno {
  readonly dati: DatiVista;
  readonly due: DueIndicatori;
  readonly titolo: string;
  readonly assi: { readonly x: string; readonly y: string };
}

function Disegno({ dati, due, titolo, assi }: ProprietaDisegno) {
  const { stato } = dati;
  const spiega = useSpiega();
  const hrefOf = ({ figure }: Voce) => (figure.length > 0 ? spiega(...figure) : null);
  if (due.punti.length === 0 && due.x.scelta.periodo === null) return <SenzaDati dati={dati} />;
  if (stato.vista === 'tabella') {
    return (
      <Tavola
        dati={dati}
        didascalia={titolo}
        colonne={[due.x, due.y].map((colonna, i) => ({
          chiave: i === 0 ? 'x' : 'y',
          titolo: (
            <>
              {colonna.indicatore.titolo} <span className="minuto">{colonna.quando}</span>
            </>
          ),
          etichetta: colonna.indicatore.titolo,
          voceOf: (codice) =>
            codice === null
              ? colonna.confronto.ambito
              : (colonna.confronto.voci.find((voce) => voce.codice === codice) ?? null),
        }))}
        hrefOf={hrefOf}
      />
    );
  }
  if (due.punti.length === 0) {
    return (
      <Vuoto titolo="Qui ci sarebbero i punti, uno per comune">
        <p>Nessun comune ha tutti e due i valori. Scegli un altro indicatore, o un altro periodo.</p>
      </Vuoto>
    );
  }
  const modello = toModelloPunti(due, stato.evidenzia, { larghezze: LARGHEZZE, altezza: ALTEZZA_PUNTI, corpo: 14 });
  return (
    <>
      <p className="punti-nome-asse">In verticale: {assi.y}</p>
      <Punti titolo={titolo} modello={modello} hrefOf={({ x, y }) => spiega(...x.figure, ...y.figure)} />
      <p className="punti-nome-asse punti-nome-x">In orizzontale: {assi.x}</p>
      {(modello.ambito.x || modello.ambito.y) && (
        <p className="minuto">
          Linee sottili: i valori dell’intero ambito (
          {[due.x, due.y]
            .flatMap(({ confronto: { ambito } }, i) => (ambito && modello.ambito[i === 0 ? 'x' : 'y'] ? [ambito] : []))
            .map((ambito, i) => (
              <Fragment key={ambito.testo}>
                {i > 0 && ' e '}
                <CifraDi figure={ambito.figure}>{ambito.testo}</CifraDi>
              </Fragment>
            ))}
          ).
        </p>
      )}
      {due.mancanti.map(({ nome, motivo }) => (
        <p key={nome} className="minuto">
          Manca {nome}: {motivo}
        </p>
      ))}
    </>
  );
}
