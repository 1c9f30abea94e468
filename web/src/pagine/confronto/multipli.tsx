/** Small bar charts side by side: the comuni always in the same order, an indicator each or a year each. */
import type { ReactNode } from 'react';
import { useSpiega } from '../../componenti/cifra.tsx';
import { Segmenti } from '../../componenti/comandi.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Barre } from '../../grafici/barre.tsx';
import { type ModelloGrafico, toModello } from '../../grafici/modello.ts';
import { createScala } from '../../grafici/scala.ts';
import { listRipieghi } from '../../serie/avvisi-confronto.ts';
import { type Confronto, uniqueOrigine, type Voce } from '../../serie/confronto.ts';
import type { Figura } from '../../serie/figura.ts';
import { listFigureNegliAnni, tellNegliAnni, titleNegliAnni } from '../../serie/frasi-negli-anni.ts';
import { buildInsieme, type Insieme } from '../../serie/insieme.ts';
import { buildNegliAnni } from '../../serie/negli-anni.ts';
import { capitalize, countOf, describeDimensione, nameNumero } from '../../serie/parole.ts';
import type { Alternative, Scelta } from '../../serie/scelta.ts';
import { buildTitolo, listFigureRisposta } from '../../serie/titolo.ts';
import { describeUnita } from '../../serie/valore.ts';
import { AzioniInsieme } from './azioni-insieme.tsx';
import { Opzioni, SceltaDimensioni, SceltaEvidenza, SceltaIndicatore, SceltaVista } from './comandi.tsx';
import { SceltaQuali } from './comandi-insieme.tsx';
import { Mancanze } from './mancanze.tsx';
import { Quadro, SenzaDati } from './quadro.tsx';
import { type DatiVista, hrefCon } from './stato.ts';
import { Tavola } from './tavola.tsx';

export function Multipli(dati: DatiVista) {
  return dati.stato.per === 'anni' ? <PerAnni {...dati} /> : <PerIndicatori {...dati} />;
}

interface Riquadro {
  readonly chiave: string;
  readonly titolo: string;
  /** Where the same comuni are seen larger. */
  readonly href: string;
  readonly sotto: string;
  readonly confronto: Confronto;
  readonly modello: ModelloGrafico;
  readonly dimensioni: Scelta['dimensioni'];
}

function PerIndicatori(dati: DatiVista) {
  const { ambito, catalogo, osservazioni, stato } = dati;
  const quali = stato.quali ?? 'rapporti';
  const insieme = buildInsieme({ ambito, catalogo, osservazioni, richiesta: { dimensioni: stato.dimensioni }, quali });
  const { colonne } = insieme;
  const guida = colonne.find(({ indicatore }) => indicatore.id === dati.indicatore.id) ?? colonne[0];
  // The one by which the others are put in order stands first.
  const inFila = guida ? [guida, ...colonne.filter((una) => una !== guida)] : [];
  const riquadri = inFila.map(({ indicatore, confronto, scelta, quando }): Riquadro => {
    const ordinato = guida ? sortComeGuida(confronto, guida.confronto) : confronto;
    return {
      chiave: indicatore.id,
      titolo: indicatore.titolo,
      href: hrefCon(dati, {
        grafico: 'barre',
        indicatore: indicatore.id,
        periodo: scelta.periodo ?? undefined,
        dimensioni: scelta.dimensioni,
        quali: undefined,
      }),
      sotto: `${capitalize(describeUnita(confronto.unita))}, ${quando}`,
      confronto: ordinato,
      modello: toModello(ordinato, stato.evidenzia),
      dimensioni: scelta.dimensioni,
    };
  });
  const titolo = guida
    ? `${countOf(colonne.length, 'indicatore', 'indicatori')}, i comuni sempre in ordine di ${guida.indicatore.titolo.toLocaleLowerCase('it')}`
    : 'Nessun indicatore ha ancora i valori dei comuni';
  return (
    <Pagina
      dati={dati}
      domanda="Chi è più alto in una cosa lo è anche nelle altre?"
      argomento="I comuni, indicatore per indicatore"
      risposta={
        guida
          ? tellFila(insieme, guida.confronto)
          : 'Nessuna tabella pubblicata porta ancora valori dei singoli comuni.'
      }
      figure={guida ? listFigureRisposta({ ...guida.confronto, ambito: null }) : []}
      titolo={capitalize(titolo)}
      misura="Un riquadro per indicatore, ognuno con la sua scala; i comuni sono sempre nello stesso ordine"
      riquadri={riquadri}
      alternative={insieme.alternative}
      scelte={
        guida && (
          <SceltaIndicatore
            dati={dati}
            etichetta="In ordine di"
            valore={guida.indicatore.id}
            hrefDi={(id) => hrefCon(dati, { indicatore: id })}
            soli={colonne.map(({ indicatore }) => indicatore)}
          />
        )
      }
      quali={<SceltaQuali dati={dati} quali={quali} />}
      mancanze={<Mancanze dati={dati} senzaComuni={insieme.senzaComuni} />}
    />
  );
}

function PerAnni(dati: DatiVista) {
  const { ambito, indicatore, osservazioni, divisore, stato } = dati;
  const anni = buildNegliAnni({ ambito, indicatore, osservazioni, richiesta: stato, divisore, scala: 'valore' });
  const ultimo = anni.confronti.at(-1);
  const ordinati = anni.confronti.map((uno) => (ultimo ? sortComeGuida(uno, ultimo) : uno));
  const valori = ordinati.flatMap(({ voci, ambito: intero, ambitoComparabile }) =>
    [...voci, ...(intero && ambitoComparabile ? [intero] : [])].flatMap(({ valore }) => valore ?? []),
  );
  const scala = createScala(valori, anni.zeroSignificativo);
  const riquadri = ordinati.map((confronto): Riquadro => {
    const periodo = confronto.periodo ?? '';
    return {
      chiave: periodo,
      titolo: periodo,
      href: hrefCon(dati, { grafico: 'barre', periodo, dimensioni: anni.dimensioni, per: 'indicatori' }),
      sotto: capitalize(describeUnita(confronto.unita)),
      confronto,
      modello: { ...toModello(confronto, stato.evidenzia), scala },
      dimensioni: anni.dimensioni,
    };
  });
  const dimensioni = anni.alternative.map(({ dimensione, scelto }) => describeDimensione(dimensione, scelto));
  return (
    <Pagina
      dati={dati}
      domanda={`${indicatore.titolo}: anno per anno, chi sta dove?`}
      argomento={`${indicatore.titolo}, anno per anno`}
      risposta={tellNegliAnni(anni, ambito.comuni.length)}
      figure={listFigureNegliAnni(anni)}
      titolo={titleNegliAnni(anni, ambito.comuni.length)}
      misura={[
        capitalize(describeUnita(anni.misurato.unita)),
        ...dimensioni,
        'un riquadro per anno, la stessa scala per tutti, i comuni in ordine dell’ultimo anno',
      ].join(', ')}
      riquadri={riquadri}
      alternative={anni.alternative}
      scelte={
        <SceltaIndicatore
          dati={dati}
          etichetta="Indicatore"
          valore={indicatore.id}
          hrefDi={(id) => hrefCon(dati, { indicatore: id, periodo: undefined, dimensioni: {} })}
        />
      }
    />
  );
}

/** The same comuni, in the order of another comparison. */
function sortComeGuida(confronto: Confronto, guida: Confronto): Confronto {
  const posto = new Map(guida.voci.map(({ codice }, i) => [codice, i]));
  return {
    ...confronto,
    voci: confronto.voci.toSorted((a, b) => (posto.get(a.codice) ?? 0) - (posto.get(b.codice) ?? 0)),
  };
}

/** In how many of the other charts the comune that leads the order leads too. */
function tellFila({ colonne }: Insieme, guida: Confronto): string {
  const [primo] = guida.voci;
  const testa = `${buildTitolo(guida)}.`;
  if (!primo || primo.valore === null || colonne.length < 2) return testa;
  const altre = colonne.filter(({ confronto }) => confronto.indicatore !== guida.indicatore);
  const anche = altre.filter(({ confronto: { voci } }) => {
    const suo = voci.find(({ codice }) => codice === primo.codice);
    return suo !== undefined && suo.valore !== null && suo.testo === voci[0]?.testo;
  });
  if (altre.length === 1) {
    return `${testa} ${primo.nome} ${anche.length === 1 ? 'ha' : 'non ha'} il valore più alto anche nell’altro indicatore qui sotto.`;
  }
  const altri = `degli altri ${nameNumero(altre.length)} indicatori qui sotto`;
  return anche.length === 0
    ? `${testa} In nessuno ${altri} il valore più alto è di ${primo.nome}.`
    : `${testa} ${primo.nome} ha il valore più alto anche in ${nameNumero(anche.length)} ${altri}.`;
}

interface ProprietaPagina {
  readonly dati: DatiVista;
  readonly domanda: string;
  readonly argomento: string;
  readonly risposta: string;
  readonly figure: readonly Figura[];
  readonly titolo: string;
  readonly misura: string;
  readonly riquadri: readonly Riquadro[];
  readonly alternative: readonly Alternative[];
  readonly scelte: ReactNode;
  readonly quali?: ReactNode;
  readonly mancanze?: ReactNode;
}

function Pagina({ dati, titolo, misura, riquadri, alternative, quali, mancanze, ...testi }: ProprietaPagina) {
  const { stato } = dati;
  const origine = uniqueOrigine(riquadri.flatMap(({ confronto }) => confronto.origine));
  return (
    <Quadro
      dati={dati}
      {...testi}
      avvisi={listRipieghi({ dimensioni: stato.dimensioni }, { periodo: null, alternative }, '')}
      titolo={titolo}
      misura={misura}
      opzioni={
        <Opzioni etichetta="Riquadri, indicatori, tabella…">
          <SceltaVista {...dati} />
          <Segmenti
            etichetta="Un riquadro per"
            voci={(['indicatori', 'anni'] as const).map((per) => ({
              testo: per === 'anni' ? 'Anno' : 'Indicatore',
              href: hrefCon(dati, { per }),
              scelto: stato.per === per,
            }))}
          />
          {quali}
          <SceltaDimensioni
            alternative={alternative}
            hrefDi={(cambio) => hrefCon(dati, { dimensioni: { ...stato.dimensioni, ...cambio } })}
          />
          <SceltaEvidenza {...dati} />
        </Opzioni>
      }
      origine={origine}
      azioni={
        riquadri.length > 0 && (
          <AzioniInsieme
            dati={dati}
            titolo={titolo}
            misura={misura}
            origine={origine}
            parti={riquadri.map(({ confronto, dimensioni }) => ({ confronto, dimensioni }))}
            draw={async () => (await import('../../grafici/esportazione-multipli.ts')).drawMultipli(riquadri)}
          />
        )
      }
      dopo={mancanze}
    >
      {riquadri.length === 0 ? <SenzaDati dati={dati} /> : <Riquadri dati={dati} titolo={titolo} riquadri={riquadri} />}
    </Quadro>
  );
}

function Riquadri({ dati, titolo, riquadri }: { dati: DatiVista; titolo: string; riquadri: readonly Riquadro[] }) {
  const { ambito, stato } = dati;
  const spiega = useSpiega();
  const hrefOf = ({ figure }: Pick<Voce, 'figure'>) => (figure.length > 0 ? spiega(...figure) : null);
  if (stato.vista === 'tabella') {
    return (
      <Tavola
        dati={dati}
        didascalia={titolo}
        colonne={riquadri.map(({ chiave, titolo: suo, sotto, confronto }) => ({
          chiave,
          titolo: (
            <>
              {suo} <span className="minuto">{sotto}</span>
            </>
          ),
          etichetta: suo,
          voceOf: (codice) =>
            codice === null ? confronto.ambito : (confronto.voci.find((voce) => voce.codice === codice) ?? null),
        }))}
        hrefOf={hrefOf}
      />
    );
  }
  return (
    <div className="multipli">
      {riquadri.map(({ chiave, titolo: suo, href, sotto, confronto, modello }) => (
        <section key={chiave} className="multiplo" aria-labelledby={`riquadro-${chiave}`}>
          <h3 id={`riquadro-${chiave}`}>
            <a href={href}>{suo}</a>
          </h3>
          <p className="minuto">{sotto}</p>
          <Barre
            modello={modello}
            fitte
            hrefOf={({ chiave: codice }) =>
              hrefOf(confronto.voci.find((voce) => voce.codice === codice) ?? { figure: [] })
            }
            segnoOf={({ chiave: codice, nome, segnalazioni }) => (
              <Segno key={codice} ambito={ambito.id} comune={codice} nome={nome} segnalazioni={segnalazioni} />
            )}
            hrefRiferimento={confronto.ambito ? hrefOf(confronto.ambito) : null}
          />
        </section>
      ))}
    </div>
  );
}
