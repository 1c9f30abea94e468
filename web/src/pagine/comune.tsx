import { getRouteApi } from '@tanstack/react-router';
import { formatNumero } from '../../../functions/core/formato.ts';
import { Cifra, CifraDi, DaDove, useSpiega } from '../componenti/cifra.tsx';
import { Pulsante, SceltaDaElenco } from '../componenti/comandi.tsx';
import { SchedaGrafico } from '../componenti/scheda-grafico.tsx';
import { Segno } from '../componenti/segno.tsx';
import { Vuoto } from '../componenti/stati.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { QuoteConfronto } from '../grafici/quote-confronto.tsx';
import { Striscia } from '../grafici/striscia.tsx';
import { indirizzi } from '../indirizzi.ts';
import { useVai } from '../navigazione.tsx';
import {
  buildProfilo,
  listFigureComune,
  listSezioniVuote,
  type SezioneProfilo,
  tavolaOfProfilo,
  tellComune,
  tellPosto,
  titleProfilo,
  type VoceProfilo,
} from '../serie/comune.ts';
import { buildFasceComune, tavolaOfFasceComune, tellFasceComune } from '../serie/eta-comune.ts';
import { compareNomi } from '../serie/ordine.ts';
import { capitalize, countOf, describeFascia, joinNomi } from '../serie/parole.ts';
import { createRaccolta } from '../serie/raccolta.ts';
import { formatValore } from '../serie/valore.ts';
import type { DatiComune } from './comune/letture.ts';

export { loadComune } from './comune/letture.ts';

const rotta = getRouteApi('/$ambito/comuni/$codice');

export function ComuneRotta() {
  return <ComunePagina {...rotta.useLoaderData()} />;
}

export function ComunePagina(dati: DatiComune) {
  const { ambito, comune, osservazioni, catalogo, versioni } = dati;
  const materia = { ambito, osservazioni, catalogo };
  const sezioni = buildProfilo(materia, comune.codiceIstat);
  const vuote = listSezioniVuote(materia, comune.codiceIstat);
  const risposta = tellComune(sezioni, comune.nome, findResidentiAmbito(dati, sezioni));
  const usate = sezioni.flatMap(({ voci }) => voci.map(({ dato }) => dato.osservazione));
  return (
    <div className="pagina pagina-comune">
      <TestaPagina
        briciole={listBriciole(ambito, `Comune di ${comune.nome}`)}
        titolo={`${comune.nome}: chi ci vive, quanto spende, quanto mette?`}
        titoloBreve={`Comune di ${comune.nome}`}
        risposta={risposta}
        origine={<DaDove figure={listFigureComune(sezioni)} />}
      />
      <Altri {...dati} />
      <div className="comune">
        <SchedaGrafico
          classe="comune-profilo"
          id="profilo"
          titolo={titleProfilo(sezioni, comune.nome)}
          misura="Ogni riga ha la sua scala, dal comune con il valore più basso a quello con il più alto; unità e periodo sono scritti riga per riga."
          ambito={ambito}
          origine={usate.flatMap((o) => o.origine)}
          versioni={versioni}
          tavola={tavolaOfProfilo(sezioni, comune)}
          disegno={{ genere: 'strisce', sezioni, scelto: comune.codiceIstat }}
          note={<p>Il posto si conta dal valore più alto. Più alto non vuol dire meglio.</p>}
        >
          <p className="scheda-misura comune-legenda">
            <span>
              <svg width="14" height="14" aria-hidden="true" focusable="false">
                <circle className="striscia-suo" cx="7" cy="7" r="6" />
              </svg>
              {comune.nome}
            </span>
            <span>
              <svg width="14" height="14" aria-hidden="true" focusable="false">
                <circle className="striscia-altro" cx="7" cy="7" r="4.5" />
              </svg>
              gli altri comuni
            </span>
            <span>
              <svg width="8" height="14" aria-hidden="true" focusable="false">
                <line className="linea-ambito" x1="4" x2="4" y1="0" y2="14" />
              </svg>
              intero ambito
            </span>
          </p>
          {sezioni.map((sezione) => (
            <Sezione key={sezione.titolo} sezione={sezione} ambito={ambito.id} comune={comune} />
          ))}
        </SchedaGrafico>
        <div className="comune-lato">
          <Eta {...dati} />
          <Segnalazioni {...dati} />
          {vuote.length > 0 && (
            <Vuoto titolo="Che cosa manca" livello={2}>
              <p>
                {capitalize(
                  joinNomi(
                    vuote.map((titolo) => titolo.toLocaleLowerCase('it').replace('piano di zona', 'Piano di Zona')),
                    4,
                  ),
                )}
                : nessuna tabella pubblicata ne parla. {vuote.length > 1 ? 'Le' : 'La'} porta l’Ufficio di Piano; finché
                non arriva, niente si stima.
              </p>
              <p className="solo-schermo">
                <a href={indirizzi.dati(ambito.id)}>Quali tabelle ci sono</a>
              </p>
            </Vuoto>
          )}
        </div>
      </div>
    </div>
  );
}

/** Of the same count and day as the comune's. */
function findResidentiAmbito(
  { osservazioni, catalogo }: DatiComune,
  sezioni: readonly SezioneProfilo[],
): number | null {
  const suoi = sezioni.flatMap(({ voci }) => voci).find(({ chiave }) => chiave === 'popolazione')?.dato.osservazione;
  if (!suoi) return null;
  const { rilevazione } = suoi.dimensioni;
  const dato = createRaccolta(osservazioni, catalogo).findPresente({
    id: 'popolazione',
    comune: null,
    periodo: suoi.periodo,
    ...(rilevazione === undefined ? {} : { dimensioni: { rilevazione } }),
  });
  return dato?.valore ?? null;
}

/** Another comune: from a list, or the one before and after by name. */
function Altri({ ambito, comune }: DatiComune) {
  const vai = useVai();
  const perNome = ambito.comuni.toSorted((a, b) => compareNomi(a.nome, b.nome));
  const qui = perNome.findIndex(({ codiceIstat }) => codiceIstat === comune.codiceIstat);
  const prima = perNome[qui - 1];
  const dopo = perNome[qui + 1];
  return (
    <div className="comune-altri solo-schermo">
      <SceltaDaElenco
        etichetta="Un altro comune"
        valore={comune.codiceIstat}
        gruppi={[{ voci: perNome.map(({ codiceIstat, nome }) => ({ valore: codiceIstat, testo: nome })) }]}
        onScegli={(codice) => vai(indirizzi.comune(ambito.id, codice))}
      />
      <nav className="comune-vicini" aria-label="Comune prima e dopo, in ordine di nome">
        {prima && (
          <a className="azione" href={indirizzi.comune(ambito.id, prima.codiceIstat)} rel="prev">
            <span aria-hidden="true">‹</span> {prima.nome}
          </a>
        )}
        {dopo && (
          <a className="azione" href={indirizzi.comune(ambito.id, dopo.codiceIstat)} rel="next">
            {dopo.nome} <span aria-hidden="true">›</span>
          </a>
        )}
      </nav>
      <Pulsante icona="stampa" onClick={() => window.print()}>
        Stampa su un foglio
      </Pulsante>
    </div>
  );
}

interface ProprietaSezione {
  readonly sezione: SezioneProfilo;
  readonly ambito: string;
  readonly comune: DatiComune['comune'];
}

function Sezione({ sezione, ambito, comune }: ProprietaSezione) {
  return (
    <>
      <h3 className="comune-titolo">{sezione.titolo}</h3>
      <ul className="comune-voci">
        {sezione.voci.map((voce) => (
          <li key={voce.chiave} className="comune-voce">
            <UnaVoce voce={voce} ambito={ambito} comune={comune} />
          </li>
        ))}
      </ul>
    </>
  );
}

function UnaVoce({ voce, ambito, comune }: { voce: VoceProfilo } & Omit<ProprietaSezione, 'sezione'>) {
  const { etichetta, senso, quando, dato, posto, punti, minimo, massimo, ambitoTesto, ambitoFigura } = voce;
  return (
    <>
      <div className="comune-etichetta">
        <span>{etichetta}</span>
        <span className="minuto">{senso ? `${senso}, ${quando}` : quando}</span>
      </div>
      <div className="comune-valore">
        <Cifra dato={dato} ambito={ambito} nome={`${comune.nome}, ${etichetta}`} />
      </div>
      {dato.valore === null ? (
        <p className="comune-motivo minuto">{dato.osservazione.note[0] ?? dato.motivo}</p>
      ) : (
        <>
          <div className="comune-striscia">
            <Striscia punti={punti} scelto={comune.codiceIstat} ambito={voce.ambito} />
            <span className="comune-estremi minuto">
              <span>
                <span className="solo-lettori">dal più basso, </span>
                {minimo && <CifraDi figure={[minimo.figura]}>{minimo.testo}</CifraDi>}
              </span>
              <span>
                <span className="solo-lettori">al più alto, </span>
                {massimo && <CifraDi figure={[massimo.figura]}>{massimo.testo}</CifraDi>}
              </span>
            </span>
          </div>
          <div className="comune-posto">
            {posto && <span>{tellPosto(posto)}</span>}
            {ambitoTesto && ambitoFigura && (
              <span className="minuto">
                ambito <CifraDi figure={[ambitoFigura]}>{ambitoTesto}</CifraDi>
              </span>
            )}
          </div>
        </>
      )}
    </>
  );
}

/** Bands of age against those of the ambito. */
function Eta({ ambito, comune, osservazioni, versioni }: DatiComune) {
  const spiega = useSpiega();
  const eta = buildFasceComune(osservazioni, comune.codiceIstat);
  if (!eta) return null;
  const percento = (quota: number) => formatValore(quota, { unita: '%', decimali: 1 });
  const quote = eta.fasce.map(({ id, quota, quotaAmbito, residenti, figura, segnalazioni }) => ({
    chiave: id,
    nome: describeFascia(id),
    dettaglio: `${formatNumero(residenti)} persone`,
    valore: quota,
    testo: percento(quota),
    riferimento: quotaAmbito,
    riferimentoTesto: quotaAmbito === null ? '' : `ambito ${percento(quotaAmbito)}`,
    href: spiega(figura),
    segno:
      segnalazioni.length === 0 ? null : (
        <Segno ambito={ambito.id} comune={comune.codiceIstat} nome={describeFascia(id)} segnalazioni={segnalazioni} />
      ),
  }));
  return (
    <SchedaGrafico
      classe="comune-eta"
      id="eta"
      titolo={tellFasceComune(eta.fasce, comune.nome)}
      misura={`Quota dei residenti per fascia d’età, in percentuale, ${eta.quando}; la linea è l’ambito`}
      ambito={ambito}
      origine={eta.osservazioni.flatMap((o) => o.origine)}
      versioni={versioni}
      tavola={tavolaOfFasceComune(eta.fasce, comune.codiceIstat)}
      disegno={{ genere: 'quote', quote }}
      raccolta
    >
      <QuoteConfronto quote={quote} />
    </SchedaGrafico>
  );
}

/** As many as stay readable on the sheet; the others are one step away. */
const SEGNALAZIONI_MASSIME = 4;

function Segnalazioni({ ambito, comune, qualita }: DatiComune) {
  const sue = qualita.segnalazioni
    .filter((s) => s.comune === comune.codiceIstat)
    .toSorted((a, b) => Number(a.gravita === 'nota') - Number(b.gravita === 'nota'));
  const viste = sue.slice(0, SEGNALAZIONI_MASSIME);
  return (
    <section className="comune-segnalazioni" aria-labelledby="segnalazioni">
      <h2 id="segnalazioni">
        {sue.length === 0
          ? 'Nessuna cifra di questo comune è in dubbio'
          : `${sue.length === 1 ? 'Una cifra' : `${formatNumero(sue.length)} cifre`} da guardare`}
      </h2>
      {sue.length === 0 ? (
        <p>Le somme e i rapporti che i documenti dichiarano per {comune.nome} tornano con i loro stessi numeri.</p>
      ) : (
        <ul>
          {viste.map((s) => (
            <li key={`${s.codice}${s.tipo}${s.parte}${s.riga}:${s.colonna}`}>{s.messaggio}</li>
          ))}
        </ul>
      )}
      {sue.length > 0 && (
        <p className="solo-schermo">
          <a href={indirizzi.qualita(ambito.id, { comune: comune.codiceIstat })}>
            {sue.length > viste.length
              ? `Leggi anche ${countOf(sue.length - viste.length, 'altra', 'altre')}`
              : 'Perché conta, e dove sta nel documento'}
          </a>
        </p>
      )}
    </section>
  );
}
