import { formatNumero } from '../../../functions/core/formato.ts';
import { MOTIVI_ASSENZA } from '../../../functions/core/misura.ts';
import { Briciole } from '../componenti/briciole.tsx';
import { Segno } from '../componenti/segno.tsx';
import { Vuoto } from '../componenti/stati.tsx';
import { Tabella } from '../componenti/tabella.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { Barre } from '../grafici/barre.tsx';
import { type ModelloGrafico, toModello } from '../grafici/modello.ts';
import { createScala } from '../grafici/scala.ts';
import { indirizzi, withSpiegazione } from '../indirizzi.ts';
import { usePosizione } from '../navigazione.tsx';
import { buildConfronto } from '../serie/confronto.ts';
import { buildFasce, type Fascia, tellFasce } from '../serie/fasce.ts';
import { type Figura, figuraOf } from '../serie/figura.ts';
import { describeFonti } from '../serie/fonti.ts';
import { buildCopertura } from '../serie/mancanze.ts';
import {
  buildCifre,
  buildColonneComuni,
  buildRispostaPanoramica,
  type CifraChiave,
  type ColonnaComuni,
  type Materia,
} from '../serie/panoramica.ts';
import {
  capitalize,
  countOf,
  describeDimensione,
  describeFascia,
  describePeriodo,
  joinNomi,
  shortNome,
} from '../serie/parole.ts';
import { chooseOsservazioni } from '../serie/scelta.ts';
import { buildTitolo } from '../serie/titolo.ts';
import { describeUnita, formatValore, toNumero } from '../serie/valore.ts';
import type { DatiPanoramica } from './letture.ts';

export function PanoramicaPagina({ materia, tipi, ambiti }: DatiPanoramica) {
  const { ambito } = materia;
  const nome = shortNome(ambito.nome);
  const risposta = buildRispostaPanoramica(materia);
  const altri = ambiti.filter((altro) => altro.id !== ambito.id);
  return (
    <div className="pagina">
      <Briciole voci={[{ testo: 'Ambiti', href: indirizzi.inizio() }, { testo: nome }]} />
      <TestaPagina
        titolo={`Com’è l’ambito di ${nome}, in breve?`}
        titoloBreve={`Ambito di ${nome}`}
        descrizione={risposta}
        risposta={risposta}
      />
      <div className="panoramica">
        <GraficoEta materia={materia} />
        <section className="panoramica-cifre" aria-labelledby="cifre">
          <h2 className="solo-lettori" id="cifre">
            Le cifre principali
          </h2>
          <ul className="cifre">
            {buildCifre(materia).map((cifra) => (
              <li key={cifra.id}>
                <UnaCifra cifra={cifra} ambito={ambito.id} nome={nome} />
              </li>
            ))}
          </ul>
        </section>
        <GraficoComuni materia={materia} ids={['spesa-storica-procapite', 'popolazione']} />
      </div>
      <TavolaComuni materia={materia} />
      <Mancanze materia={materia} tipi={tipi} />
      {altri.length > 0 && (
        <section className="sezione solo-schermo" aria-labelledby="altri">
          <h2 id="altri">Gli altri ambiti</h2>
          <ul className="altri-ambiti">
            {altri.map((altro) => (
              <li key={altro.id}>
                <a href={indirizzi.panoramica(altro.id)}>{shortNome(altro.nome)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function useSpiega(): (...figure: readonly Figura[]) => string {
  const { percorso, ricerca } = usePosizione();
  return (...figure) => withSpiegazione(percorso, ricerca, figure);
}

function UnaCifra({ cifra, ambito, nome }: { cifra: CifraChiave; ambito: string; nome: string }) {
  const spiega = useSpiega();
  const { pagina } = cifra;
  const href = {
    confronto: () => indirizzi.confronto(ambito, { indicatore: pagina.indicatore }),
    qualita: () => indirizzi.qualita(ambito),
    metodo: () => indirizzi.indicatore(pagina.indicatore ?? cifra.id),
  }[pagina.a]();
  const valore = (
    <>
      <strong>{cifra.cifra.cifra}</strong>
      {cifra.cifra.unita && <span>{cifra.cifra.unita}</span>}
    </>
  );
  return (
    <article className="cifra-chiave">
      <h3 className="cifra-etichetta">{cifra.etichetta}</h3>
      <p className="cifra-valore">
        <Segno ambito={ambito} comune={null} nome={`${nome}, ${cifra.etichetta}`} segnalazioni={cifra.segnalazioni} />
        {cifra.figura ? (
          <a href={spiega(cifra.figura)} data-spiega="" title="Da dove viene questa cifra">
            {valore}
            <span className="solo-lettori">: da dove viene</span>
          </a>
        ) : (
          <span>{valore}</span>
        )}
      </p>
      <p className="cifra-senso">{cifra.senso}</p>
      <p className="cifra-fonte minuto">
        <span>
          {cifra.quando} · {cifra.fonte}
        </span>
        <a className="solo-schermo" href={href} aria-label={`${pagina.testo}: ${cifra.etichetta}`}>
          {pagina.testo}
        </a>
      </p>
    </article>
  );
}

/** Residents by age; where the ambito states no age, nothing: the chart of the comuni stands first. */
function GraficoEta({ materia }: { materia: Materia }) {
  const spiega = useSpiega();
  const { ambito, osservazioni, versioni } = materia;
  const fasce = osservazioni.filter((o) => o.indicatore === 'popolazione-fascia' && o.comune === null);
  const conValori = fasce.filter((o) => o.valore !== null);
  const scelta = chooseOsservazioni(conValori, { dimensioni: {} });
  const rilevazione = scelta.dimensioni.rilevazione;
  const stesse = conValori.filter((o) => o.periodo === scelta.periodo && o.dimensioni.rilevazione === rilevazione);
  const bande = buildFasce(stesse);
  if (bande.length === 0 || scelta.periodo === null) return null;
  const modello = toModelloEta(bande);
  const perChiave = new Map(bande.map((fascia) => [fascia.id, fascia]));
  const fonte = describeFonti(
    stesse.filter((o) => perChiave.has(o.dimensioni.fascia ?? '')).flatMap((o) => o.origine),
    versioni,
  );
  return (
    <section className="scheda" aria-labelledby="eta">
      <h2 id="eta">{tellFasce(bande)}</h2>
      <p className="scheda-misura">
        Quota dei residenti per fascia d’età, {describePeriodo(scelta.periodo, 'popolazione')}
        {rilevazione && `, ${describeDimensione('rilevazione', rilevazione)}`}
      </p>
      <Barre
        modello={modello}
        hrefOf={({ chiave }) => {
          const fascia = perChiave.get(chiave);
          return fascia ? spiega(fascia.figura) : null;
        }}
        segnoOf={({ chiave, nome, segnalazioni }) => (
          <Segno key={chiave} ambito={ambito.id} comune={null} nome={nome} segnalazioni={segnalazioni} />
        )}
      />
      <div className="scheda-note">
        <p>
          Le fasce sono quelle della fonte e non hanno la stessa ampiezza: sotto la quota ci sono le persone e quante
          sono, in media, per ogni anno di età.
        </p>
        <p>Fonte: {fonte}.</p>
      </div>
    </section>
  );
}

function toModelloEta(bande: readonly Fascia[]): ModelloGrafico {
  return {
    forma: 'barre',
    righe: bande.map(({ id, quota, residenti, perAnno, segnalazioni }) => ({
      chiave: id,
      nome: describeFascia(id),
      valore: quota,
      testo: formatValore(quota, { unita: '%', decimali: 1 }),
      dettaglio:
        perAnno === null
          ? `${formatNumero(residenti)} persone`
          : `${formatNumero(residenti)} · ${formatNumero(Math.round(perAnno))} per anno`,
      evidenziata: false,
      segnalazioni,
    })),
    scala: createScala(
      bande.map((fascia) => fascia.quota),
      true,
    ),
    riferimento: null,
    soglia: null,
  };
}

/** The first of these indicators that has values for the comuni, as a ranking that leads to the comparison. */
function GraficoComuni({ materia, ids }: { materia: Materia; ids: readonly string[] }) {
  const spiega = useSpiega();
  const { ambito, catalogo, osservazioni, versioni } = materia;
  const id = ids.find((uno) =>
    osservazioni.some((o) => o.indicatore === uno && o.comune !== null && o.valore !== null),
  );
  const indicatore = catalogo.find((uno) => uno.id === id);
  if (!indicatore) return null;
  const scelta = chooseOsservazioni(
    osservazioni.filter((o) => o.indicatore === indicatore.id),
    { dimensioni: {} },
  );
  const confronto = buildConfronto({ ambito, indicatore, scelta });
  const perCodice = new Map(confronto.voci.map((voce) => [voce.codice, voce]));
  return (
    <section className="scheda" aria-labelledby="comuni-a-confronto">
      <h2 id="comuni-a-confronto">{buildTitolo(confronto)}</h2>
      <p className="scheda-misura">
        {capitalize(describeUnita(confronto.unita))}
        {confronto.periodo && `, ${describePeriodo(confronto.periodo, indicatore.id)}`}
      </p>
      <Barre
        modello={toModello(confronto, [])}
        hrefOf={({ chiave }) => {
          const figure = perCodice.get(chiave)?.figure ?? [];
          return figure.length > 0 ? spiega(...figure) : null;
        }}
        segnoOf={({ chiave, nome, segnalazioni }) => (
          <Segno key={chiave} ambito={ambito.id} comune={chiave} nome={nome} segnalazioni={segnalazioni} />
        )}
        hrefRiferimento={confronto.ambito ? spiega(...confronto.ambito.figure) : null}
      />
      <div className="scheda-note">
        {confronto.note.map((nota) => (
          <p key={nota}>{nota}</p>
        ))}
        <p>Fonte: {describeFonti(confronto.origine, versioni)}.</p>
      </div>
      <p className="altrove">
        <a href={indirizzi.confronto(ambito.id, { indicatore: indicatore.id })}>
          Confronta i comuni su questo e altri indicatori
        </a>
      </p>
    </section>
  );
}

function TavolaComuni({ materia }: { materia: Materia }) {
  const spiega = useSpiega();
  const { ambito } = materia;
  const colonne = buildColonneComuni(materia);
  if (colonne.length === 0) return null;
  const cellOf = ({ indicatore, celle }: ColonnaComuni, codice: string | null, nome: string) => {
    const osservazione = celle.get(codice);
    const valore = osservazione ? toNumero(osservazione.valore) : null;
    if (!osservazione) return <span className="minuto">dato mancante</span>;
    if (valore === null) {
      const motivo = osservazione.assenza ? MOTIVI_ASSENZA[osservazione.assenza] : '';
      return (
        <span className="minuto" title={motivo}>
          dato mancante<span className="solo-lettori">: {motivo}</span>
        </span>
      );
    }
    return (
      <>
        <a className="cifra" href={spiega(figuraOf(osservazione))} data-spiega="">
          {formatValore(valore, indicatore)}
        </a>
        <Segno ambito={ambito.id} comune={codice} nome={nome} segnalazioni={osservazione.segnalazioni} />
      </>
    );
  };
  const righe = ambito.comuni
    .toSorted((a, b) => a.nome.localeCompare(b.nome, 'it'))
    .map(({ codiceIstat, nome }) => ({
      chiave: codiceIstat,
      testa: nome,
      celle: colonne.map((colonna) => cellOf(colonna, codiceIstat, nome)),
    }));
  return (
    <section className="sezione" aria-labelledby="comuni">
      <h2 id="comuni">{capitalize(countOf(ambito.comuni.length, 'comune', 'comuni'))}, uno accanto all’altro</h2>
      <p className="solo-schermo">
        Ogni cifra si apre: mostra la formula, i numeri usati e il documento da cui vengono.
      </p>
      <Tabella
        didascalia={`I comuni dell’ambito di ${shortNome(ambito.nome)}`}
        testa="Comune"
        colonne={colonne.map(({ indicatore, titolo, quando }) => ({
          chiave: indicatore.id,
          etichetta: titolo,
          numerica: true,
          titolo: (
            <>
              <a href={indirizzi.confronto(ambito.id, { indicatore: indicatore.id })}>{titolo}</a>
              <span className="minuto">{quando}</span>
            </>
          ),
        }))}
        righe={[
          ...righe,
          {
            chiave: 'ambito',
            testa: 'Intero ambito',
            celle: colonne.map((colonna) => cellOf(colonna, null, 'Intero ambito')),
            totale: true,
          },
        ]}
      />
    </section>
  );
}

/** What is there, what isn't, what each missing table would let one know, and who would bring it. */
function Mancanze({ materia, tipi }: { materia: Materia; tipi: DatiPanoramica['tipi'] }) {
  const { ambito, catalogo } = materia;
  const { presenti, mancanti } = buildCopertura(ambito, tipi, catalogo);
  return (
    <section className="sezione" aria-labelledby="copertura">
      <h2 id="copertura">Che cosa c’è e che cosa manca</h2>
      <p>
        {presenti.length === 0
          ? 'Non è ancora stata pubblicata nessuna tabella.'
          : `${capitalize(countOf(presenti.length, 'tabella pubblicata', 'tabelle pubblicate'))}: ${joinNomi(
              presenti.map(({ titolo }) => titolo.toLocaleLowerCase('it')),
              20,
            )}.`}{' '}
        <a className="solo-schermo" href={indirizzi.dati(ambito.id)}>
          Vedi tabelle, versioni e file originali
        </a>
      </p>
      {mancanti.length === 0 ? (
        <p>Ci sono tutte le tabelle che l’osservatorio sa leggere.</p>
      ) : (
        <>
          <Vuoto
            titolo={`${capitalize(countOf(mancanti.length, 'tabella non è ancora arrivata', 'tabelle non sono ancora arrivate'))}`}
          >
            <p>
              Le porta l’Ufficio di Piano dell’ambito, caricando i file che ha già (CSV): finché non arrivano, le cifre
              che ne dipendono restano mancanti e nessuna è stimata.
            </p>
          </Vuoto>
          <ul className="mancanze">
            {mancanti.map(({ tipo, indicatori }) => (
              <li key={tipo.id}>
                <h3>{tipo.titolo}</h3>
                <p>
                  {indicatori.length > 0
                    ? `Farebbe conoscere: ${joinNomi(indicatori, 4).toLocaleLowerCase('it')}.`
                    : tipo.descrizione}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
