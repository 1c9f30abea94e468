import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useId } from 'react';
import { formatNumero } from '../../../functions/core/formato.ts';
import { LIVELLI, type Livello } from '../../../functions/core/livelli.ts';
import { AzioniGrafico } from '../componenti/azioni.tsx';
import { Briciole } from '../componenti/briciole.tsx';
import { Cifra, useSpiega } from '../componenti/cifra.tsx';
import { Segmenti } from '../componenti/comandi.tsx';
import { Segno } from '../componenti/segno.tsx';
import { Vuoto } from '../componenti/stati.tsx';
import { Tabella } from '../componenti/tabella.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { Barre } from '../grafici/barre.tsx';
import { SegnoEsito } from '../grafici/esito.tsx';
import { createScala } from '../grafici/scala.ts';
import { type RigaTratti, Tratti } from '../grafici/tratti.tsx';
import { indirizzi, indirizziApi } from '../indirizzi.ts';
import { usePosizione, useVai } from '../navigazione.tsx';
import { figuraOf } from '../serie/figura.ts';
import { describeFonti } from '../serie/fonti.ts';
import {
  type AnnoIntervento,
  buildLeps,
  type Continuita,
  countAssistenti,
  type Esito,
  findAnno,
  type InterventoPiano,
  type Leps,
  listAlLivello,
  listSenzaDenaro,
  listSenzaLivello,
  PAROLE_ESITO,
  parseQuantita,
  SENSO_LIVELLI,
  SOGLIA_CONTRIBUTO,
  tellAssistenti,
  tellLeps,
  titleAnniLivello,
  titlePassati,
} from '../serie/leps.ts';
import { capitalize, countOf, joinNomi, shortNome } from '../serie/parole.ts';
import { isPresente } from '../serie/raccolta.ts';
import { formatInBreve, formatValore, joinParti } from '../serie/valore.ts';
import type { DatiLeps } from './letture.ts';

const rotta = getRouteApi('/$ambito/leps');

export function LepsRotta() {
  const { ricerca } = usePosizione();
  return (
    <LepsPagina
      {...rotta.useLoaderData()}
      stato={{
        anno: ricerca.anno,
        livello: LIVELLI.find((livello) => livello === ricerca.livello) ?? 'LEPS',
        residenti: ricerca.residenti,
        assistenti: ricerca.assistenti,
      }}
    />
  );
}

/** As the address has it. */
interface StatoLeps {
  readonly anno: string | undefined;
  readonly livello: Livello;
  readonly residenti: string | undefined;
  readonly assistenti: string | undefined;
}

interface Proprieta extends DatiLeps {
  readonly stato: StatoLeps;
}

interface Contenuto extends Proprieta {
  readonly leps: Leps;
  /** The same view with something changed. */
  readonly hrefOf: (cambio: Partial<StatoLeps>) => string;
}

export function LepsPagina(dati: Proprieta) {
  const { ambito, stato } = dati;
  const nome = shortNome(ambito.nome);
  const leps = buildLeps(dati, stato.anno);
  const risposta = tellLeps(leps);
  const hrefOf = (cambio: Partial<StatoLeps>) => {
    const { anno, livello, residenti, assistenti } = { ...stato, ...cambio };
    return indirizzi.leps(ambito.id, {
      ...(anno ? { anno } : {}),
      ...(livello === 'LEPS' ? {} : { livello }),
      ...(residenti ? { residenti } : {}),
      ...(assistenti ? { assistenti } : {}),
    });
  };
  const contenuto: Contenuto = { ...dati, leps, hrefOf };
  return (
    <div className="pagina">
      <Briciole
        voci={[
          { testo: 'Ambiti', href: indirizzi.inizio() },
          { testo: nome, href: indirizzi.panoramica(ambito.id) },
          { testo: 'Livelli essenziali' },
        ]}
      />
      <TestaPagina
        titolo="Quali livelli essenziali hanno denaro, e quali no?"
        titoloBreve={`Livelli essenziali, ${nome}`}
        descrizione={risposta}
        risposta={risposta}
      />
      <div className="leps">
        {leps.ciclo === null ? (
          <SenzaQuadro nome={nome} id={ambito.id} />
        ) : (
          <>
            <SchedaAnni {...contenuto} />
            <SchedaConti {...contenuto} />
            <SchedaQuadro {...contenuto} />
            <SchedaDiscordanze {...contenuto} />
          </>
        )}
        <SchedaAssistenti {...contenuto} />
        <SchedaNido {...contenuto} />
        {leps.passati.length > 0 && <SchedaPassati {...contenuto} />}
      </div>
    </div>
  );
}

function readIngressi({ residenti, assistenti }: StatoLeps) {
  return { residenti: parseQuantita(residenti), assistenti: parseQuantita(assistenti) };
}

function SenzaQuadro({ nome, id }: { nome: string; id: string }) {
  return (
    <Vuoto livello={2} titolo="Qui ci sarebbe il quadro degli interventi, livello per livello">
      <p>
        Quali interventi sono livelli essenziali, quali hanno denaro e in quali anni, per quante persone. Per l’ambito
        di {nome} il quadro sinottico e le schede del Piano non sono ancora stati pubblicati.
      </p>
      <p>
        Li porta l’Ufficio di Piano (tabelle «servizi» e «programmazione»): bastano i file CSV che ha già. Finché non
        arrivano, nessuna cifra è stimata.
      </p>
      <p>
        <a href={indirizziApi.modelloCsv('servizi')} download>
          Modello per i servizi
        </a>{' '}
        ·{' '}
        <a href={indirizziApi.modelloCsv('programmazione')} download>
          Modello per le schede
        </a>
      </p>
      <p>
        Che cosa c’è già: <a href={indirizzi.panoramica(id)}>l’ambito in breve</a>,{' '}
        <a href={indirizzi.dati(id)}>le tabelle pubblicate</a>.
      </p>
    </Vuoto>
  );
}

interface ProprietaScheda {
  readonly id: string;
  readonly titolo: string;
  readonly misura: string;
  readonly children: ReactNode;
  readonly note?: ReactNode;
}

function Scheda({ id, titolo, misura, children, note }: ProprietaScheda) {
  return (
    <section className="scheda" aria-labelledby={id}>
      <h2 id={id}>{titolo}</h2>
      <p className="scheda-misura">{misura}</p>
      {children}
      {note && <div className="scheda-note">{note}</div>}
    </section>
  );
}

function Legenda() {
  return (
    <p className="leps-legenda minuto">
      {(Object.keys(PAROLE_ESITO) as Esito[]).map((esito) => (
        <span key={esito}>
          <SegnoEsito esito={esito} />
          {PAROLE_ESITO[esito]}
        </span>
      ))}
    </p>
  );
}

const EURO = { unita: '€', decimali: 2 } as const;
/** Narrow enough for three years on a phone; exact in the walk back. */
const breve = (cent: number) => joinParti(formatInBreve(cent, EURO)).replace('milioni di', 'mln');

interface ProprietaCella {
  readonly cella: AnnoIntervento;
  readonly nome: string;
  readonly ambito: string;
  readonly inBreve?: boolean;
}

function CellaAnno({ cella, nome, ambito, inBreve }: ProprietaCella) {
  const spiega = useSpiega();
  const { anno, esito, importo, figura, segnalazioni } = cella;
  const importoScritto = importo === null ? '' : inBreve ? breve(importo) : formatValore(importo, EURO);
  const testo = esito === 'finanziato' ? importoScritto : PAROLE_ESITO[esito];
  const interno = (
    <>
      <SegnoEsito esito={esito} />
      <span className={esito === 'finanziato' ? 'cifra' : 'leps-parola'}>{testo}</span>
    </>
  );
  return (
    <>
      {figura ? (
        <a
          className="leps-cella"
          href={spiega(figura)}
          data-spiega=""
          aria-label={`${nome}, ${anno}: ${testo}. Da dove viene`}
        >
          {interno}
        </a>
      ) : (
        <span className="leps-cella">{interno}</span>
      )}
      <Segno ambito={ambito} comune={null} nome={`${nome}, ${anno}`} segnalazioni={segnalazioni} />
    </>
  );
}

function SchedaAnni({ leps, stato, hrefOf, ambito, versioni, osservazioni }: Contenuto) {
  const suoi = listAlLivello(leps, stato.livello);
  const condivisi = suoi.filter(({ livelli }) => livelli.length > 1);
  const origine = osservazioni.find((o) => o.indicatore === 'interventi-finanziati')?.origine ?? [];
  return (
    <Scheda
      id="anni"
      titolo={titleAnniLivello(leps, stato.livello)}
      misura={`${SENSO_LIVELLI[stato.livello]} Euro programmati, anno per anno.`}
      note={
        <>
          <p>
            «Importo zero» è scritto così nella scheda; «non indicato» vuol dire che la scheda lascia l’importo in
            bianco: può esserci denaro, ma il Piano non dice quanto.
          </p>
          {condivisi.length > 0 && (
            <p>
              Stanno anche ad altri livelli, e il denaro è lo stesso:{' '}
              {joinNomi(
                condivisi.map(({ id }) => id),
                30,
              )}
              . Il Piano dà l’importo dell’intervento, non delle sue parti.
            </p>
          )}
          {origine.length > 0 && <p>Fonte: {describeFonti(origine, versioni)}.</p>}
        </>
      }
    >
      <div className="opzioni opzioni-aperte">
        <Segmenti
          etichetta="Livello"
          voci={LIVELLI.map((livello) => ({
            testo: livello,
            href: hrefOf({ livello }),
            scelto: livello === stato.livello,
          }))}
        />
        <Segmenti
          etichetta="Anno della risposta"
          voci={leps.anni.map((anno) => ({ testo: anno, href: hrefOf({ anno }), scelto: anno === leps.anno }))}
        />
      </div>
      <table className="leps-griglia" role="table">
        <caption className="solo-lettori">{titleAnniLivello(leps, stato.livello)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Intervento
            </th>
            {leps.anni.map((anno) => (
              <th key={anno} scope="col" role="columnheader" className={anno === leps.anno ? 'leps-scelto' : undefined}>
                {anno}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {suoi.map((uno) => (
            <tr key={uno.id} role="row">
              <th scope="row" role="rowheader">
                <strong>{uno.id}</strong> {uno.nome}
              </th>
              {uno.anni.map((cella) => (
                <td
                  key={cella.anno}
                  role="cell"
                  className={`leps-${cella.esito}${cella.anno === leps.anno ? ' leps-scelto' : ''}`}
                >
                  <span className="leps-anno" aria-hidden="true">
                    {cella.anno}
                  </span>
                  <CellaAnno cella={cella} nome={`${uno.id} ${uno.nome}`} ambito={ambito.id} inBreve />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <AzioniGrafico csv={indirizziApi.indicatoriCsv(ambito.id, { id: 'interventi-finanziati', comune: 'ambito' })} />
    </Scheda>
  );
}

function SchedaConti({ leps, ambito }: Contenuto) {
  const attivi = leps.conti.some(({ attivi: dato }) => isPresente(dato));
  return (
    <Scheda
      id="conti"
      titolo="Quanti interventi, livello per livello"
      misura="Numero di interventi previsti, di quelli con denaro in ciascun anno, e di quelli già attivi prima."
      note={
        <>
          <p>Un intervento può stare a più livelli: i livelli non si sommano.</p>
          {!attivi && (
            <p>
              «Già attivi» è in verifica: nessuno ha ancora dichiarato quale servizio di prima continua in quale
              intervento.
            </p>
          )}
        </>
      }
    >
      <Tabella
        didascalia="Interventi previsti, finanziati e già attivi, livello per livello"
        testa="Livello"
        colonne={[
          { chiave: 'previsti', titolo: 'Previsti', etichetta: 'Previsti', numerica: true },
          ...leps.anni.map((anno) => ({
            chiave: anno,
            titolo: `Con denaro nel ${anno}`,
            etichetta: `Con denaro nel ${anno}`,
            numerica: true,
          })),
          { chiave: 'attivi', titolo: 'Già attivi prima', etichetta: 'Già attivi prima', numerica: true },
        ]}
        righe={leps.conti.map(({ livello, previsti, finanziati, attivi: prima }) => ({
          chiave: livello,
          testa: (
            <>
              {livello}
              <span className="minuto leps-senso">{SENSO_LIVELLI[livello]}</span>
            </>
          ),
          celle: [
            <Cifra key="previsti" dato={previsti} ambito={ambito.id} nome={livello} />,
            ...leps.anni.map((anno, i) => (
              <Cifra key={anno} dato={finanziati[i] ?? null} ambito={ambito.id} nome={`${livello} ${anno}`} />
            )),
            isPresente(prima) ? (
              <Cifra key="attivi" dato={prima} ambito={ambito.id} nome={livello} />
            ) : (
              <span key="attivi" className="minuto">
                in verifica
              </span>
            ),
          ],
        }))}
      />
    </Scheda>
  );
}

function SchedaQuadro({ leps, ambito, stato }: Contenuto) {
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
      note={
        <>
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
          <p>Le persone previste si contano in modi diversi (nuclei, minori, beneficiari): non si sommano.</p>
        </>
      }
    >
      <Legenda />
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
              <span className="leps-cella">
                <SegnoEsito esito={cella.esito} />
                <span className="leps-livello">{livello}</span>
                <span className="leps-parola">{PAROLE_ESITO[cella.esito]}</span>
              </span>
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

/** What has money and no level, what has a level and money in no year. */
function SchedaDiscordanze({ leps, ambito }: Contenuto) {
  const senzaLivello = listSenzaLivello(leps);
  const senzaDenaro = listSenzaDenaro(leps);
  if (senzaLivello.length === 0 && senzaDenaro.length === 0) return null;
  return (
    <Scheda
      id="discordanze"
      titolo={`${capitalize(countOf(senzaLivello.length, 'intervento ha', 'interventi hanno'))} denaro e nessun livello, ${countOf(senzaDenaro.length, 'ha', 'hanno').replace(/^un ha$/, 'uno ha')} un livello e mai denaro`}
      misura={`Quadro sinottico e schede ${leps.ciclo}, a confronto.`}
      note={<p>Può essere una scelta o una dimenticanza: il documento non lo dice, lo chiarisce l’Ufficio di Piano.</p>}
    >
      {senzaLivello.length > 0 && <h3 className="leps-sottotitolo">Denaro senza livello</h3>}
      <ul className="leps-elenco">
        {senzaLivello.map((uno) => (
          <li key={uno.id}>
            <strong>
              {uno.id} {uno.nome}
            </strong>
            <span>
              {uno.anni
                .filter(({ esito }) => esito === 'finanziato')
                .map((cella) => (
                  <span key={cella.anno} className="leps-voce-anno">
                    {cella.anno}: <CellaAnno cella={cella} nome={uno.nome} ambito={ambito.id} />
                  </span>
                ))}
            </span>
            <span className="minuto">
              {uno.nelQuadro ? 'Nel quadro, casella del livello vuota.' : 'Non è nel quadro.'}
            </span>
          </li>
        ))}
      </ul>
      {senzaDenaro.length > 0 && <h3 className="leps-sottotitolo">Un livello, e denaro in nessun anno</h3>}
      <ul className="leps-elenco">
        {senzaDenaro.map((uno) => (
          <li key={uno.id}>
            <strong>
              {uno.id} {uno.nome}
            </strong>
            <span className="leps-cella">
              <SegnoEsito esito={uno.anni.at(-1)?.esito ?? 'senza-scheda'} />
              {joinNomi([...new Set(uno.anni.map(({ esito }) => PAROLE_ESITO[esito]))])}
            </span>
            <span className="minuto">{uno.livelli.join(', ')}</span>
          </li>
        ))}
      </ul>
    </Scheda>
  );
}

function SchedaAssistenti({ leps, stato, hrefOf, ambito }: Contenuto) {
  const spiega = useSpiega();
  const vai = useVai();
  const id = useId();
  const conto = countAssistenti(leps, readIngressi(stato));
  const { residenti, assistenti, pubblicati, traguardi } = conto;
  const onCalcola = (evento: FormEvent<HTMLFormElement>) => {
    evento.preventDefault();
    const dati = new FormData(evento.currentTarget);
    const testo = (nome: string) => String(dati.get(nome) ?? '').trim() || undefined;
    vai(hrefOf({ residenti: testo('residenti'), assistenti: testo('assistenti') }));
  };
  const tre = (valore: number) => formatNumero(valore, 3);
  const massimo = Math.max(0, ...traguardi.flatMap(({ necessari }) => necessari ?? []));
  const righe: RigaTratti[] = [
    ...traguardi.map(
      ({ nome, necessari, dato, mancanti }): RigaTratti => ({
        chiave: nome,
        nome,
        tratti:
          necessari === null
            ? []
            : assistenti === null
              ? [{ chiave: 'n', da: 0, a: necessari, aspetto: 'vuoto' }]
              : [
                  { chiave: 'c', da: 0, a: Math.min(assistenti, necessari), aspetto: 'ordinario' as const },
                  { chiave: 'm', da: Math.min(assistenti, necessari), a: necessari, aspetto: 'vuoto' as const },
                ].filter(({ da, a }) => a > da),
        testo: necessari === null ? 'non si può dire' : `ne servono ${tre(necessari)}`,
        mancante: necessari === null,
        dettaglio:
          mancanti === null
            ? 'mancanti: non si sa'
            : mancanti > 0
              ? `ne mancano ${tre(mancanti)}`
              : `${tre(-mancanti)} in più`,
        figure: isPresente(dato) ? [figuraOf(dato.osservazione)] : [],
        segno: isPresente(dato) ? (
          <Segno ambito={ambito.id} comune={null} nome={nome} segnalazioni={dato.osservazione.segnalazioni} />
        ) : null,
      }),
    ),
    {
      chiave: 'ci sono',
      nome: 'Ci sono',
      tratti: [
        assistenti === null
          ? { chiave: 'c', da: 0, a: massimo, aspetto: 'mancante' as const }
          : { chiave: 'c', da: 0, a: assistenti, aspetto: 'scuro' as const },
      ].filter(({ a }) => a > 0),
      testo: assistenti === null ? 'non indicato' : formatNumero(assistenti, Number.isInteger(assistenti) ? 0 : 2),
      mancante: assistenti === null,
      figure: [],
    },
  ];
  return (
    <Scheda
      id="assistenti"
      titolo={tellAssistenti(conto)?.replace(/\.$/, '') ?? 'Quanti assistenti sociali servono'}
      misura="Assistenti sociali a tempo indeterminato, contati a tempo pieno: due a metà tempo fanno uno."
      note={
        <>
          <p>
            La legge 178/2020 (art. 1, comma 797) fissa il livello essenziale in un assistente sociale ogni 5.000
            residenti e un obiettivo ulteriore di uno ogni 4.000; il contributo dello Stato comincia oltre uno ogni{' '}
            {formatNumero(SOGLIA_CONTRIBUTO)}.
          </p>
          {conto.ipotesi && <p>Calcolato con i numeri scritti qui sopra: non è una cifra pubblicata.</p>}
          {assistenti === null && (
            <p>
              Quanti ce ne sono non si sa: la tabella del personale non è pubblicata. La porta l’Ufficio di Piano (
              <a href={indirizziApi.modelloCsv('personale')} download>
                modello
              </a>
              ); chi è a tempo determinato non conta per il livello essenziale.
            </p>
          )}
        </>
      }
    >
      <form className="leps-calcolo solo-schermo" onSubmit={onCalcola} key={`${stato.residenti} ${stato.assistenti}`}>
        <div className="campo">
          <label className="campo-etichetta" htmlFor={`${id}-r`}>
            Residenti
          </label>
          <input
            id={`${id}-r`}
            className="leps-numero"
            name="residenti"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={stato.residenti ?? ''}
            placeholder={isPresente(pubblicati) ? formatNumero(pubblicati.valore) : ''}
          />
        </div>
        <div className="campo">
          <label className="campo-etichetta" htmlFor={`${id}-a`}>
            Assistenti sociali che ci sono
          </label>
          <input
            id={`${id}-a`}
            className="leps-numero"
            name="assistenti"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={stato.assistenti ?? ''}
            placeholder="per esempio 6,5"
          />
        </div>
        <button type="submit" className="btn btn-primary">
          Calcola
        </button>
        {conto.ipotesi && (
          <a className="azione" href={hrefOf({ residenti: undefined, assistenti: undefined })}>
            Torna ai dati pubblicati
          </a>
        )}
      </form>
      {residenti === null ? (
        <Vuoto titolo="Quanti residenti ci sono non è pubblicato">
          <p>Scrivi quanti sono per vedere quanti assistenti sociali servono.</p>
        </Vuoto>
      ) : (
        <>
          <p className="minuto">
            Residenti usati:{' '}
            {stato.residenti || !isPresente(pubblicati) ? (
              <span className="cifra">{formatNumero(residenti)}</span>
            ) : (
              <>
                <Cifra dato={pubblicati} ambito={ambito.id} nome="Residenti" /> al 31 dicembre{' '}
                {pubblicati.osservazione.periodo}
              </>
            )}
            .
          </p>
          <div className="barre-nomi-larghi">
            <Tratti
              righe={righe}
              legenda={
                assistenti === null
                  ? [
                      { aspetto: 'vuoto', testo: 'servono' },
                      { aspetto: 'mancante', testo: 'non indicato' },
                    ]
                  : [
                      { aspetto: 'ordinario', testo: 'ci sono' },
                      { aspetto: 'vuoto', testo: 'mancano' },
                    ]
              }
              hrefOf={(figure) => spiega(...figure)}
            />
          </div>
        </>
      )}
    </Scheda>
  );
}

/** Places for every hundred children of 3-36 months. @source L. 234/2021 art. 1 c. 172 */
const SOGLIA_NIDO = 33;

function SchedaNido({ leps, catalogo, ambito }: Contenuto) {
  const spiega = useSpiega();
  const definizione = catalogo.find(({ id }) => id === 'copertura-nido');
  const periodo = leps.raccolta.listPeriodi('copertura-nido').at(-1);
  const dato = periodo ? leps.raccolta.findPresente({ id: 'copertura-nido', comune: null, periodo }) : null;
  const soglia = definizione?.soglia?.valore ?? SOGLIA_NIDO;
  return (
    <Scheda
      id="nido"
      titolo={
        dato
          ? `I posti nei nidi coprono il ${dato.testo} dei bambini; la legge chiede almeno il ${soglia} %`
          : `Quanti posti nei nidi ci sono, contro il ${soglia}\u202f% di legge, non si può dire`
      }
      misura={`Posti pubblici e privati ogni cento bambini da 3 a 36 mesi${periodo ? `, ${periodo}` : ''}.`}
      note={
        <p>
          Il {soglia}
          {'\u202f'}% è il livello essenziale della legge 234/2021 (art. 1, comma 172), da raggiungere anche mettendo
          insieme comuni vicini.
        </p>
      }
    >
      <Barre
        modello={{
          forma: 'barre',
          righe: [
            {
              chiave: 'ambito',
              nome: 'Intero ambito',
              valore: dato?.valore ?? null,
              testo: dato?.testo ?? 'non si può ricavare',
              evidenziata: false,
              segnalazioni: dato?.osservazione.segnalazioni ?? [],
            },
          ],
          scala: createScala([0, 50, dato?.valore ?? 0], true),
          riferimento: null,
          soglia: { valore: soglia, nome: 'Minimo di legge', testo: `${soglia}\u202f%` },
        }}
        hrefOf={() => (dato ? spiega(figuraOf(dato.osservazione)) : null)}
        segnoOf={({ segnalazioni }) => (
          <Segno key="nido" ambito={ambito.id} comune={null} nome="Nidi" segnalazioni={segnalazioni} />
        )}
      />
      {!dato && (
        <div className="leps-perche">
          <p>Servono due tabelle che non sono pubblicate:</p>
          <ul>
            <li>
              i <strong>posti</strong> nei nidi, pubblici e privati (
              <a href={indirizziApi.modelloCsv('posti-nido')} download>
                modello
              </a>
              ): li porta l’Ufficio di Piano;
            </li>
            <li>
              i <strong>bambini anno per anno d’età</strong>: la fascia 0-3 del Piano comprende quattro anni di nascita
              e non si può tagliare a 36 mesi. Li pubblica l’ISTAT, li carica l’Ufficio di Piano (
              <a href={indirizziApi.modelloCsv('popolazione')} download>
                modello
              </a>
              ).
            </li>
          </ul>
        </div>
      )}
    </Scheda>
  );
}

function SchedaPassati({ leps }: Contenuto) {
  const [primo] = leps.passati;
  const enti = [...new Set(leps.passati.map(({ ente }) => ente))];
  const [solo] = enti;
  return (
    <Scheda
      id="passati"
      titolo={titlePassati(leps)}
      misura={`Servizi del ciclo ${primo?.ciclo ?? ''}${enti.length === 1 && solo ? `, tutti di titolarità: ${solo}` : ''}.`}
    >
      {!leps.conRaccordo && (
        <Vuoto titolo="Che cosa è cambiato da allora è in verifica">
          <p>
            I servizi di prima e gli interventi di adesso hanno nomi diversi, e quale continua in quale non si indovina.
            Lo dichiara l’Ufficio di Piano in una tabella di raccordo di due colonne (
            <a href={indirizziApi.modelloCsv('raccordo')} download>
              modello
            </a>
            ).
          </p>
        </Vuoto>
      )}
      <div className="leps-passati">
        <Tabella
          didascalia={`Servizi del ciclo ${primo?.ciclo ?? ''}`}
          testa="Servizio"
          colonne={[
            { chiave: 'attivo', titolo: 'Era attivo', etichetta: 'Era attivo' },
            ...(enti.length > 1 ? [{ chiave: 'ente', titolo: 'Di chi era', etichetta: 'Di chi era' }] : []),
            ...(leps.conRaccordo ? [{ chiave: 'ora', titolo: 'Continua in', etichetta: 'Continua in' }] : []),
          ]}
          righe={leps.passati.map(({ nome, attivo, ente, interventi }) => ({
            chiave: nome,
            testa: nome,
            celle: [
              <span key="a" className="leps-cella">
                <SegnoEsito esito={attivo === 'SI' ? 'finanziato' : attivo === 'NO' ? 'zero' : 'non-indicato'} />
                {attivo === 'SI' ? 'sì' : attivo === 'NO' ? 'no' : 'non indicato'}
              </span>,
              ...(enti.length > 1 ? [ente ?? 'non indicato'] : []),
              ...(leps.conRaccordo ? [interventi.length > 0 ? interventi.join(', ') : 'nessun intervento'] : []),
            ],
          }))}
        />
      </div>
    </Scheda>
  );
}
