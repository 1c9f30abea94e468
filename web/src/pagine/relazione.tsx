import { getRouteApi } from '@tanstack/react-router';
import { formatData, formatNumero } from '../../../functions/core/formato.ts';
import type { SegnalazioneDto } from '../../../functions/core/http/schemi.ts';
import { Briciole } from '../componenti/briciole.tsx';
import { Cifra, useSpiega } from '../componenti/cifra.tsx';
import { Pulsante } from '../componenti/comandi.tsx';
import { IndirizzoVivo } from '../componenti/indirizzo-vivo.tsx';
import { Segno } from '../componenti/segno.tsx';
import { Tabella } from '../componenti/tabella.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { Barre } from '../grafici/barre.tsx';
import { type ModelloGrafico, toModello } from '../grafici/modello.ts';
import { createScala } from '../grafici/scala.ts';
import { indirizzi } from '../indirizzi.ts';
import type { Figura } from '../serie/figura.ts';
import { describeFonti, shortDocumento } from '../serie/fonti.ts';
import { buildRispostaPanoramica } from '../serie/panoramica.ts';
import { capitalize, countOf, joinNomi, shortNome } from '../serie/parole.ts';
import { buildRelazione, type Capitolo, type Grafico, joinDocumenti, type Relazione } from '../serie/relazione.ts';
import type { DatiRelazione } from './letture.ts';

const rotta = getRouteApi('/$ambito/relazione');

export function RelazioneRotta() {
  return <RelazionePagina {...rotta.useLoaderData()} />;
}

export function RelazionePagina({ materia, tipi }: DatiRelazione) {
  const { ambito } = materia;
  const nome = shortNome(ambito.nome);
  const relazione = buildRelazione(materia, tipi);
  const risposta = buildRispostaPanoramica(materia);
  return (
    <div className="pagina relazione">
      <Briciole
        voci={[
          { testo: 'Ambiti', href: indirizzi.inizio() },
          { testo: nome, href: indirizzi.panoramica(ambito.id) },
          { testo: 'Relazione Sociale' },
        ]}
      />
      <div className="copertina">
        <p className="copertina-genere">Relazione Sociale{relazione.anno && `, dati al ${relazione.anno}`}</p>
        <TestaPagina
          titolo={`Come stanno le persone e i servizi nell’ambito di ${nome}?`}
          titoloBreve={`Relazione Sociale, ${nome}`}
          descrizione={risposta}
          risposta={risposta}
        />
        <p className="copertina-comuni solo-stampa">
          {joinNomi(
            ambito.comuni.map((comune) => comune.nome),
            40,
          )}
        </p>
        <p className="minuto copertina-edizione">
          Edizione {formatNumero(ambito.edizione)} dei dati
          {ambito.pubblicataIl && `, pubblicata il ${formatData(ambito.pubblicataIl)}`}. Ogni cifra viene da un
          documento pubblico, citato dove sta.
        </p>
        <IndirizzoVivo />
        <div className="azioni solo-schermo">
          <Pulsante icona="stampa" onClick={() => window.print()}>
            Stampa o salva in PDF
          </Pulsante>
        </div>
      </div>
      <Indice relazione={relazione} />
      {relazione.capitoli.map((capitolo) => (
        <UnCapitolo key={capitolo.id} capitolo={capitolo} materia={materia} />
      ))}
      <Qualita numero={relazione.capitoli.length + 1} materia={materia} />
      {relazione.mancanti.length > 0 && (
        <Mancanti numero={relazione.capitoli.length + 2} mancanti={relazione.mancanti} ambito={ambito.id} />
      )}
    </div>
  );
}

const QUALITA = { id: 'qualita', titolo: 'Quanto sono sicuri questi numeri' };
const MANCANTI = { id: 'mancanti', titolo: 'Che cosa non si può ancora raccontare' };

function Indice({ relazione: { capitoli, mancanti } }: { relazione: Relazione }) {
  const voci = [...capitoli, QUALITA, ...(mancanti.length > 0 ? [MANCANTI] : [])];
  return (
    <nav className="indice" aria-labelledby="indice">
      <h2 id="indice">In questa relazione</h2>
      <ol>
        {voci.map(({ id, titolo }) => (
          <li key={id}>
            <a href={`#${id}`}>{titolo}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface ProprietaCapitolo {
  readonly capitolo: Capitolo;
  readonly materia: DatiRelazione['materia'];
}

function UnCapitolo({ capitolo, materia }: ProprietaCapitolo) {
  const { id, numero, titolo, frasi, grafico, colonne } = capitolo;
  return (
    <section className="capitolo" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        <span className="capitolo-numero">{numero}</span> {titolo}
      </h2>
      <div className="capitolo-testo">
        {frasi.map((frase) => (
          <p key={frase}>{frase}</p>
        ))}
      </div>
      <div className={colonne.length === 1 || colonne.length === 2 ? 'capitolo-affiancato' : undefined}>
        {grafico && <Figura_ grafico={grafico} materia={materia} />}
        <TavolaCapitolo capitolo={capitolo} materia={materia} />
      </div>
    </section>
  );
}

function Figura_({ grafico, materia }: { grafico: Grafico; materia: DatiRelazione['materia'] }) {
  const spiega = useSpiega();
  const { ambito, versioni } = materia;
  const figure = figureOf(grafico);
  const hrefOf = (chiave: string) => {
    const sue = figure.get(chiave) ?? [];
    return sue.length > 0 ? spiega(...sue) : null;
  };
  const riferimento = grafico.genere === 'comuni' ? grafico.confronto.ambito : null;
  const note = grafico.genere === 'comuni' ? grafico.confronto.note : [];
  const origine = grafico.genere === 'comuni' ? grafico.confronto.origine : grafico.origine;
  return (
    <div className="capitolo-figura">
      <h3>{grafico.titolo}</h3>
      <p className="scheda-misura">{grafico.misura}</p>
      <Barre
        modello={modelloOf(grafico)}
        hrefOf={({ chiave }) => hrefOf(chiave)}
        segnoOf={({ chiave, nome, segnalazioni }) => (
          <Segno
            key={chiave}
            ambito={ambito.id}
            comune={grafico.genere === 'comuni' ? chiave : null}
            nome={nome}
            segnalazioni={segnalazioni}
          />
        )}
        hrefRiferimento={riferimento && riferimento.figure.length > 0 ? spiega(...riferimento.figure) : null}
      />
      <div className="minuto capitolo-fonte">
        {note.map((nota) => (
          <p key={nota}>{nota}</p>
        ))}
        <p>Fonte: {describeFonti(origine, versioni)}.</p>
      </div>
    </div>
  );
}

function figureOf(grafico: Grafico): ReadonlyMap<string, readonly Figura[]> {
  return grafico.genere === 'comuni'
    ? new Map(grafico.confronto.voci.map(({ codice, figure }) => [codice ?? 'ambito', figure]))
    : new Map(grafico.voci.map(({ chiave, figure }) => [chiave, figure]));
}

function modelloOf(grafico: Grafico): ModelloGrafico {
  if (grafico.genere === 'comuni') return toModello(grafico.confronto, []);
  return {
    forma: 'barre',
    righe: grafico.voci.map(({ chiave, nome, valore, testo, dettaglio, segnalazioni }) => ({
      chiave,
      nome,
      valore,
      testo,
      ...(dettaglio === undefined ? {} : { dettaglio }),
      evidenziata: false,
      segnalazioni,
    })),
    scala: createScala(
      grafico.voci.map(({ valore }) => valore),
      true,
    ),
    riferimento: null,
    soglia: null,
  };
}

function TavolaCapitolo({ capitolo, materia }: ProprietaCapitolo) {
  const { ambito, versioni } = materia;
  const { colonne, servizi, titolo, note } = capitolo;
  if (servizi.length > 0) {
    const tutti = new Set(servizi.map(({ titolare }) => titolare));
    const unico = tutti.size === 1 ? [...tutti][0] : null;
    return (
      <details className="apri-tabella capitolo-tavola">
        <summary>L’elenco dei servizi, uno per uno</summary>
        <Tabella
          didascalia="I servizi del ciclo passato"
          testa="Servizio"
          colonne={[
            { chiave: 'attivo', titolo: 'Attivo', etichetta: 'Attivo' },
            ...(unico === null ? [{ chiave: 'titolare', titolo: 'Di chi è', etichetta: 'Di chi è' }] : []),
          ]}
          righe={servizi.map(({ riga, nome, attivo, titolare }) => ({
            chiave: `${riga}`,
            testa: nome,
            celle: unico === null ? [attivo, titolare] : [attivo],
          }))}
        />
        {unico && <p className="minuto capitolo-fonte">Titolare di tutti: {unico}.</p>}
      </details>
    );
  }
  if (colonne.length === 0) return null;
  const righe = [
    ...ambito.comuni
      .toSorted((a, b) => a.nome.localeCompare(b.nome, 'it'))
      .map(({ codiceIstat, nome }) => ({ codice: codiceIstat, nome })),
    { codice: null, nome: 'Intero ambito' },
  ];
  const origine = colonne.flatMap(({ celle }) =>
    [...celle.values()].flatMap(({ osservazione }) => osservazione.origine),
  );
  return (
    <details className="apri-tabella capitolo-tavola">
      <summary>La tabella, comune per comune</summary>
      <Tabella
        didascalia={`${titolo}, comune per comune`}
        testa="Comune"
        colonne={colonne.map(({ chiave, titolo: testa, quando }) => ({
          chiave,
          etichetta: testa,
          numerica: true,
          titolo: (
            <>
              {testa}
              <span className="minuto">{quando}</span>
            </>
          ),
        }))}
        righe={righe.map(({ codice, nome }) => ({
          chiave: codice ?? 'ambito',
          testa: codice === null ? nome : <a href={indirizzi.comune(ambito.id, codice)}>{nome}</a>,
          celle: colonne.map(({ chiave, celle }) => (
            <Cifra key={chiave} dato={celle.get(codice) ?? null} ambito={ambito.id} nome={nome} />
          )),
          totale: codice === null,
        }))}
      />
      <div className="minuto capitolo-fonte">
        {note.map((nota) => (
          <p key={nota}>{nota}</p>
        ))}
        <p>Fonte della tabella: {describeFonti(origine, versioni)}.</p>
      </div>
    </details>
  );
}

/** As many as a reader of a report will read; the page of the findings has them all. */
const SEGNALAZIONI_MASSIME = 6;

function Qualita({ numero, materia }: { numero: number; materia: DatiRelazione['materia'] }) {
  const { ambito, qualita, versioni } = materia;
  const avvisi = qualita.segnalazioni.filter(({ gravita }) => gravita !== 'nota');
  const note = qualita.segnalazioni.length - avvisi.length;
  const viste = chooseDiverse(avvisi, SEGNALAZIONI_MASSIME);
  const parti = Object.values(versioni).flatMap(
    (sue) => sue.toSorted((a, b) => b.versione - a.versione)[0]?.parti ?? [],
  );
  const documenti = parti.map(({ fonte }) => shortDocumento(fonte.documento));
  return (
    <section className="capitolo" aria-labelledby={QUALITA.id}>
      <h2 id={QUALITA.id} tabIndex={-1}>
        <span className="capitolo-numero">{numero}</span> {QUALITA.titolo}
      </h2>
      <div className="capitolo-testo">
        <p>
          {avvisi.length === 0
            ? 'Tutto ciò che i documenti dichiarano torna con i loro stessi numeri.'
            : `${capitalize(countOf(avvisi.length, 'volta', 'volte'))} un documento dichiara un valore e i suoi stessi numeri ne danno un altro. Qui non si corregge nulla: si mostra la differenza.`}
          {note > 0 &&
            ` ${note === 1 ? 'Un’altra differenza sta' : `Altre ${note} differenze stanno`} dentro l’arrotondamento.`}
        </p>
        <p>I numeri vengono da: {joinDocumenti(documenti)}.</p>
      </div>
      {viste.length > 0 && (
        <ul className="capitolo-segnalazioni">
          {viste.map((s) => (
            <li key={`${s.codice}${s.tipo}${s.parte}${s.riga}:${s.colonna}${s.periodo}`}>
              <span className="etichetta etichetta-avviso">{s.titolo}</span> {s.messaggio}
            </li>
          ))}
        </ul>
      )}
      {qualita.segnalazioni.length > viste.length && (
        <p>
          <a href={indirizzi.qualita(ambito.id)}>Leggi tutte le segnalazioni ({qualita.segnalazioni.length})</a>
        </p>
      )}
    </section>
  );
}

/** One of each kind of check before a second of any, so that a few of them say what sorts of trouble there are. */
function chooseDiverse(segnalazioni: readonly SegnalazioneDto[], quante: number): SegnalazioneDto[] {
  const isPrima = (s: SegnalazioneDto) => segnalazioni.find(({ codice }) => codice === s.codice) === s;
  return segnalazioni.toSorted((a, b) => Number(isPrima(b)) - Number(isPrima(a))).slice(0, quante);
}

interface ProprietaMancanti {
  readonly numero: number;
  readonly mancanti: Relazione['mancanti'];
  readonly ambito: string;
}

function Mancanti({ numero, mancanti, ambito }: ProprietaMancanti) {
  return (
    <section className="capitolo" aria-labelledby={MANCANTI.id}>
      <h2 id={MANCANTI.id} tabIndex={-1}>
        <span className="capitolo-numero">{numero}</span> {MANCANTI.titolo}
      </h2>
      <div className="capitolo-testo">
        <p>
          Di {countOf(mancanti.length, 'capitolo', 'capitoli')} mancano i dati: nessun documento pubblicato li porta, e
          quello che manca non si stima. Li porta l’Ufficio di Piano dell’ambito con le tabelle che ha già.
        </p>
      </div>
      <ul className="mancanze">
        {mancanti.map(({ titolo, tabelle }) => (
          <li key={titolo}>
            <h3>{titolo}</h3>
            <p>
              {tabelle.length === 1 ? 'Serve la tabella' : 'Servono le tabelle'}: {joinNomi(tabelle, 5)}.
            </p>
          </li>
        ))}
      </ul>
      <p className="solo-schermo">
        <a href={indirizzi.dati(ambito)}>Le tabelle che ci sono, e i modelli di quelle che mancano</a>
      </p>
    </section>
  );
}
