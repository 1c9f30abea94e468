import { getRouteApi } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { formatNumero } from '../../../functions/core/formato.ts';
import type { IndicatoreDto } from '../../../functions/core/http/schemi.ts';
import { Briciole } from '../componenti/briciole.tsx';
import { type GruppoScelte, LinkScarica, Pulsante, SceltaDaElenco, Segmenti } from '../componenti/comandi.tsx';
import { Icona } from '../componenti/icona.tsx';
import { Segno } from '../componenti/segno.tsx';
import { Vuoto } from '../componenti/stati.tsx';
import { Tabella } from '../componenti/tabella.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { Barre } from '../grafici/barre.tsx';
import { toModello } from '../grafici/modello.ts';
import { indirizzi, indirizziApi, readStatoConfronto, type StatoConfronto, withSpiegazione } from '../indirizzi.ts';
import { usePosizione, useVai } from '../navigazione.tsx';
import { buildConfronto, type Confronto, type Voce } from '../serie/confronto.ts';
import type { Figura } from '../serie/figura.ts';
import { describeFonti } from '../serie/fonti.ts';
import { listFacce } from '../serie/forme.ts';
import {
  capitalize,
  describeDimensione,
  describePeriodo,
  joinNomi,
  NOMI_DIMENSIONE,
  shortNome,
} from '../serie/parole.ts';
import { chooseOsservazioni, type Scelta } from '../serie/scelta.ts';
import { buildRisposta, buildTitolo } from '../serie/titolo.ts';
import { describeUnita, formatScarto } from '../serie/valore.ts';
import type { DatiConfronto } from './letture.ts';

const rotta = getRouteApi('/$ambito/confronto');

export function ConfrontoRotta() {
  const { ricerca } = usePosizione();
  return <ConfrontoPagina {...rotta.useLoaderData()} stato={readStatoConfronto(ricerca)} />;
}

interface Proprieta extends DatiConfronto {
  readonly stato: StatoConfronto;
}

export function ConfrontoPagina(dati: Proprieta) {
  const { ambito, indicatore, osservazioni, residenti, versioni, stato } = dati;
  const nome = shortNome(ambito.nome);
  const scelta = chooseOsservazioni(osservazioni, stato);
  const confronto = buildConfronto({ ambito, indicatore, scelta, residenti });
  const risposta = buildRisposta(confronto);
  const conDati = confronto.voci.some((voce) => voce.figure.length > 0) || confronto.ambito !== null;
  return (
    <div className="pagina">
      <Briciole
        voci={[
          { testo: 'Ambiti', href: indirizzi.inizio() },
          { testo: nome, href: indirizzi.panoramica(ambito.id) },
          { testo: 'Confronto comuni' },
        ]}
      />
      <TestaPagina
        titolo={indicatore.domanda}
        titoloBreve={`${indicatore.titolo}, ${nome}`}
        descrizione={risposta}
        risposta={risposta}
      />
      <div className="confronto-scelta">
        <SceltaIndicatore {...dati} />
      </div>
      <section className="scheda" aria-labelledby="grafico">
        <h2 id="grafico">{buildTitolo(confronto)}</h2>
        <p className="scheda-misura">{describeMisura(confronto, scelta)}</p>
        <Opzioni dati={dati} scelta={scelta} />
        {conDati ? (
          <Vista dati={dati} confronto={confronto} />
        ) : (
          <Vuoto titolo="Qui ci sarebbe il confronto tra i comuni">
            <p>
              Per l’ambito di {nome} nessuna tabella pubblicata porta questo dato. Lo porta l’Ufficio di Piano caricando
              la tabella che gli serve; finché non arriva, non si stima.
            </p>
            <p>
              <a href={indirizzi.indicatore(indicatore.id)}>Da quali tabelle si calcola</a>
            </p>
          </Vuoto>
        )}
        <div className="scheda-note">
          {confronto.note.map((nota) => (
            <p key={nota}>{nota}</p>
          ))}
          {confronto.origine.length > 0 && <p>Fonte: {describeFonti(confronto.origine, versioni)}.</p>}
          {confronto.origine.length > 0 && (
            <p>
              Edizione {formatNumero(ambito.edizione)} dei dati.{' '}
              <a href={indirizzi.indicatore(indicatore.id)}>Che cosa misura e che cosa no</a>
            </p>
          )}
        </div>
        {conDati && <Azioni dati={dati} confronto={confronto} scelta={scelta} />}
      </section>
      <Avvertenze indicatore={indicatore} />
    </div>
  );
}

/** `Euro per abitante, nel triennio 2018-2020, ISTAT`: what the numbers are. */
function describeMisura(confronto: Confronto, scelta: Scelta): string {
  const voci = [
    capitalize(describeUnita(confronto.unita)),
    confronto.periodo && describePeriodo(confronto.periodo, confronto.indicatore.id),
    ...scelta.alternative.map(({ dimensione, scelto }) => describeDimensione(dimensione, scelto)),
  ];
  return voci.filter(Boolean).join(', ');
}

const TEMI: Readonly<Record<string, string>> = {
  persone: 'Persone',
  famiglie: 'Famiglie',
  territorio: 'Territorio',
  spesa: 'Spesa',
  cofinanziamento: 'Cofinanziamento',
};

function SceltaIndicatore({ ambito, catalogo, indicatore, conDati, stato }: Proprieta) {
  const vai = useVai();
  const disponibili = catalogo.filter(({ id }) => conDati.includes(id));
  const perTema = groupPerTema(disponibili);
  const assenti = catalogo.filter(({ id }) => !conDati.includes(id));
  const gruppi: GruppoScelte[] = [...perTema].map(([tema, voci]) => ({
    titolo: TEMI[tema] ?? capitalize(tema),
    voci: voci.map(({ id, titolo }) => ({ valore: id, testo: titolo })),
  }));
  if (assenti.length > 0) {
    gruppi.push({
      titolo: 'Ancora senza dati',
      voci: assenti.map(({ id, titolo }) => ({ valore: id, testo: titolo })),
    });
  }
  return (
    <SceltaDaElenco
      etichetta="Indicatore"
      valore={indicatore.id}
      gruppi={gruppi}
      onScegli={(id) =>
        vai(indirizzi.confronto(ambito.id, { indicatore: id, vista: stato.vista, evidenzia: stato.evidenzia }))
      }
      larga
    />
  );
}

function groupPerTema(indicatori: readonly IndicatoreDto[]): Map<string, IndicatoreDto[]> {
  const gruppi = new Map<string, IndicatoreDto[]>();
  for (const indicatore of indicatori)
    gruppi.set(indicatore.tema, [...(gruppi.get(indicatore.tema) ?? []), indicatore]);
  return gruppi;
}

/** Up to this many choices stand side by side; more make a list. */
const SEGMENTI_MASSIMI = 3;

function Opzioni({ dati, scelta }: { dati: Proprieta; scelta: Scelta }) {
  const { ambito, catalogo, indicatore, stato } = dati;
  const [aperte, setAperte] = useState(false);
  const id = useId();
  const vai = useVai();
  const hrefOf = (cambio: Partial<StatoConfronto>) =>
    indirizzi.confronto(ambito.id, { ...stato, indicatore: indicatore.id, ...cambio });
  const facce = listFacce(indicatore, stato.forma, catalogo);
  const scegli = ({ etichetta, valori, scelto, hrefDi, testoDi }: CampoScelta) =>
    valori.length <= SEGMENTI_MASSIMI ? (
      <Segmenti
        key={etichetta}
        etichetta={etichetta}
        voci={valori.map((valore) => ({ testo: testoDi(valore), href: hrefDi(valore), scelto: valore === scelto }))}
      />
    ) : (
      <SceltaDaElenco
        key={etichetta}
        etichetta={etichetta}
        valore={scelto}
        gruppi={[{ voci: valori.map((valore) => ({ valore, testo: testoDi(valore) })) }]}
        onScegli={(valore) => vai(hrefDi(valore))}
      />
    );
  return (
    <>
      <button
        type="button"
        className="azione opzioni-apri solo-schermo"
        aria-expanded={aperte}
        aria-controls={id}
        onClick={() => setAperte(!aperte)}
      >
        <Icona nome={aperte ? 'chiudi' : 'menu'} />
        {aperte ? 'Chiudi le opzioni' : 'Periodo, misura, tabella…'}
      </button>
      <div id={id} className={`opzioni${aperte ? ' opzioni-aperte' : ''}`}>
        <Segmenti
          etichetta="Vista"
          voci={[
            {
              testo: 'Grafico',
              href: hrefOf({ vista: 'grafico' }),
              scelto: stato.vista === 'grafico',
              icona: 'grafico',
            },
            {
              testo: 'Tabella',
              href: hrefOf({ vista: 'tabella' }),
              scelto: stato.vista === 'tabella',
              icona: 'tabella',
            },
          ]}
        />
        {facce.length > 1 && (
          <Segmenti
            etichetta="Misura"
            voci={facce.map(({ indicatore: altro, forma, etichetta, scelta: scelto }) => ({
              testo: etichetta,
              href: hrefOf({ indicatore: altro, forma }),
              scelto,
            }))}
          />
        )}
        {scelta.periodo !== null &&
          scelta.periodi.length > 1 &&
          scegli({
            etichetta: 'Periodo',
            valori: scelta.periodi,
            scelto: scelta.periodo,
            hrefDi: (periodo) => hrefOf({ periodo }),
            testoDi: (periodo) => periodo,
          })}
        {scelta.alternative
          .filter(({ valori }) => valori.length > 1)
          .map(({ dimensione, valori, scelto }) =>
            scegli({
              etichetta: NOMI_DIMENSIONE[dimensione],
              valori,
              scelto,
              hrefDi: (valore) => hrefOf({ dimensioni: { ...stato.dimensioni, [dimensione]: valore } }),
              testoDi: (valore) => capitalize(describeDimensione(dimensione, valore)),
            }),
          )}
        <SceltaDaElenco
          etichetta="Metti in evidenza"
          valore={stato.evidenzia[0] ?? ''}
          gruppi={[
            {
              voci: [
                { valore: '', testo: 'Nessun comune' },
                ...ambito.comuni.map(({ codiceIstat, nome }) => ({ valore: codiceIstat, testo: nome })),
              ],
            },
          ]}
          onScegli={(codice) => vai(hrefOf({ evidenzia: codice === '' ? [] : [codice] }))}
        />
      </div>
    </>
  );
}

interface CampoScelta {
  readonly etichetta: string;
  readonly valori: readonly string[];
  readonly scelto: string;
  readonly hrefDi: (valore: string) => string;
  readonly testoDi: (valore: string) => string;
}

function Vista({ dati, confronto }: { dati: Proprieta; confronto: Confronto }) {
  const { ambito, stato } = dati;
  const { percorso, ricerca } = usePosizione();
  const hrefDi = (figure: readonly Figura[]) => (figure.length > 0 ? withSpiegazione(percorso, ricerca, figure) : null);
  if (stato.vista === 'tabella') return <TavolaConfronto dati={dati} confronto={confronto} hrefDi={hrefDi} />;
  const perCodice = new Map(confronto.voci.map((voce) => [voce.codice, voce]));
  const mancanti = confronto.voci.filter((voce) => voce.valore === null);
  return (
    <>
      <Barre
        modello={toModello(confronto, stato.evidenzia)}
        hrefOf={({ chiave }) => hrefDi(perCodice.get(chiave)?.figure ?? [])}
        segnoOf={({ chiave, nome, segnalazioni }) => (
          <Segno key={chiave} ambito={ambito.id} comune={chiave} nome={nome} segnalazioni={segnalazioni} />
        )}
        hrefRiferimento={confronto.ambito ? hrefDi(confronto.ambito.figure) : null}
      />
      {mancanti.length > 0 && <MotiviMancanti mancanti={mancanti} />}
      {confronto.ambito && !confronto.ambitoComparabile && <TotaleAmbito ambito={confronto.ambito} hrefDi={hrefDi} />}
    </>
  );
}

function MotiviMancanti({ mancanti }: { mancanti: readonly Voce[] }) {
  const motivi = [...new Set(mancanti.map((voce) => voce.motivo))];
  return (
    <>
      {motivi.map((motivo) => (
        <p key={motivo} className="minuto">
          A righe oblique:{' '}
          {joinNomi(
            mancanti.filter((voce) => voce.motivo === motivo).map((voce) => voce.nome),
            20,
          )}
          . {motivo}
        </p>
      ))}
    </>
  );
}

interface ConIndirizzi {
  readonly hrefDi: (figure: readonly Figura[]) => string | null;
}

function TotaleAmbito({ ambito, hrefDi }: { ambito: Voce } & ConIndirizzi) {
  const href = hrefDi(ambito.figure);
  const testo = <strong className="cifra">{ambito.testo}</strong>;
  return (
    <p>
      Intero ambito:{' '}
      {href && ambito.valore !== null ? (
        <a href={href} data-spiega="">
          {testo}
        </a>
      ) : (
        testo
      )}
      {ambito.motivo && `. ${ambito.motivo}`}
    </p>
  );
}

function TavolaConfronto({ dati, confronto, hrefDi }: { dati: Proprieta; confronto: Confronto } & ConIndirizzi) {
  const { ambito, stato } = dati;
  const { ambitoComparabile, ambito: intero } = confronto;
  const conScarto = ambitoComparabile && intero !== null && intero.valore !== null;
  const rowOf = (voce: Voce, totale: boolean) => {
    const href = hrefDi(voce.figure);
    const scarto =
      voce.valore !== null && intero !== null && intero.valore !== null && !totale
        ? formatScarto(voce.valore - intero.valore, confronto)
        : '';
    return {
      chiave: voce.codice ?? 'ambito',
      testa: voce.nome,
      evidenziata: voce.codice !== null && stato.evidenzia.includes(voce.codice),
      totale,
      celle: [
        <span key="valore">
          {href ? (
            <a className="cifra" href={href} data-spiega="">
              {voce.testo}
            </a>
          ) : (
            voce.testo
          )}
          <Segno ambito={ambito.id} comune={voce.codice} nome={voce.nome} segnalazioni={voce.segnalazioni} />
          {voce.motivo && <span className="minuto"> {voce.motivo}</span>}
        </span>,
        ...(conScarto ? [<span key="scarto">{scarto}</span>] : []),
      ],
    };
  };
  return (
    <Tabella
      didascalia={buildTitolo(confronto)}
      testa="Comune"
      colonne={[
        {
          chiave: 'valore',
          titolo: confronto.indicatore.titolo,
          etichetta: confronto.indicatore.titolo,
          numerica: true,
        },
        ...(conScarto
          ? [
              {
                chiave: 'scarto',
                titolo: 'Differenza dall’intero ambito',
                etichetta: 'Differenza dall’intero ambito',
                numerica: true,
              },
            ]
          : []),
      ]}
      righe={[...confronto.voci.map((voce) => rowOf(voce, false)), ...(intero ? [rowOf(intero, true)] : [])]}
    />
  );
}

function Azioni({ dati, confronto, scelta }: { dati: Proprieta; confronto: Confronto; scelta: Scelta }) {
  const { ambito, indicatore, versioni, stato } = dati;
  const [esito, setEsito] = useState('');
  const download = async (formato: 'svg' | 'png') => {
    const { downloadGrafico } = await import('../grafici/scarica.ts');
    const nome = [ambito.id, indicatore.id, confronto.periodo].filter(Boolean).join('-');
    const didascalia = {
      titolo: buildTitolo(confronto),
      misura: `${shortNome(ambito.nome)}. ${describeMisura(confronto, scelta)}`,
      fonte: `Fonte: ${describeFonti(confronto.origine, versioni)}. Edizione ${ambito.edizione} dei dati.`,
      indirizzo: window.location.href,
    };
    try {
      await downloadGrafico(toModello(confronto, stato.evidenzia), didascalia, { formato, nome });
      setEsito('');
    } catch {
      setEsito('Il grafico non si è potuto scaricare. Controlla la connessione e riprova.');
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setEsito('Indirizzo copiato: riapre esattamente questa vista.');
    } catch {
      setEsito('Il browser non permette di copiare: l’indirizzo di questa vista è nella barra in alto.');
    }
  };
  return (
    <>
      <div className="azioni">
        <LinkScarica
          href={indirizziApi.indicatoriCsv(ambito.id, {
            id: indicatore.id,
            periodo: scelta.periodo ?? undefined,
            ...scelta.dimensioni,
          })}
        >
          CSV
        </LinkScarica>
        <Pulsante icona="scarica" onClick={() => void download('png')}>
          PNG
        </Pulsante>
        <Pulsante icona="scarica" onClick={() => void download('svg')}>
          SVG
        </Pulsante>
        <Pulsante icona="stampa" onClick={() => window.print()}>
          Stampa
        </Pulsante>
        <Pulsante icona="origine" onClick={() => void copy()}>
          Copia l’indirizzo
        </Pulsante>
      </div>
      <p className="minuto solo-schermo" role="status">
        {esito}
      </p>
    </>
  );
}

function Avvertenze({ indicatore }: { indicatore: IndicatoreDto }) {
  return (
    <section className="sezione" aria-labelledby="leggere">
      <h2 id="leggere">Come leggere questi numeri</h2>
      <p>
        <strong>Formula:</strong> {indicatore.formula}.
      </p>
      {indicatore.avvertenze.map((avvertenza) => (
        <p key={avvertenza}>{avvertenza}</p>
      ))}
      {indicatore.direzione === 'neutro' && <p>Un valore più alto o più basso non è, da solo, né meglio né peggio.</p>}
    </section>
  );
}
