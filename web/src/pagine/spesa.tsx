import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatData, formatNumero } from '../../../functions/core/formato.ts';
import { AzioniGrafico } from '../componenti/azioni.tsx';
import { Briciole } from '../componenti/briciole.tsx';
import { Cifra, useSpiega } from '../componenti/cifra.tsx';
import { Segmenti } from '../componenti/comandi.tsx';
import { Segno } from '../componenti/segno.tsx';
import { Vuoto } from '../componenti/stati.tsx';
import { type ColonnaTabella, type RigaTabella, Tabella } from '../componenti/tabella.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { Barre } from '../grafici/barre.tsx';
import { FlussoDenaro } from '../grafici/flusso.tsx';
import type { ModelloGrafico } from '../grafici/modello.ts';
import { createScala } from '../grafici/scala.ts';
import { type RigaTratti, Tratti } from '../grafici/tratti.tsx';
import { indirizzi, indirizziApi } from '../indirizzi.ts';
import { usePosizione } from '../navigazione.tsx';
import { nameAreaInBreve } from '../serie/aree.ts';
import { figuraOf } from '../serie/figura.ts';
import type { Flusso, NodoIntervento } from '../serie/flusso.ts';
import { describeFonti } from '../serie/fonti.ts';
import { capitalize, countOf, describePeriodo, joinNomi, shortNome } from '../serie/parole.ts';
import { isPresente } from '../serie/raccolta.ts';
import {
  type AnnoProgrammato,
  buildSpesa,
  type Capienza,
  type Cascata,
  compareCicli,
  type Fondo,
  findRiporto,
  type MisuraSpesa,
  nameFondo,
  type Spesa,
  tellImporto,
  tellSpesa,
  titleAnni,
  titleCapienza,
  titleCascata,
  titleFlusso,
  titleInterventi,
  type VoceFondo,
  writeImporto,
} from '../serie/spesa.ts';
import { shorten } from '../serie/tavole.ts';
import type { DatiSpesa } from './letture.ts';

const rotta = getRouteApi('/$ambito/spesa');

export function SpesaRotta() {
  const { ricerca } = usePosizione();
  return (
    <SpesaPagina
      {...rotta.useLoaderData()}
      stato={{
        periodo: ricerca.periodo,
        misura: ricerca.misura === 'abitante' ? 'abitante' : 'euro',
        vista: ricerca.vista === 'tabella' ? 'tabella' : 'grafico',
      }}
    />
  );
}

interface StatoSpesa {
  readonly periodo: string | undefined;
  readonly misura: MisuraSpesa;
  readonly vista: 'grafico' | 'tabella';
}

interface Proprieta extends DatiSpesa {
  readonly stato: StatoSpesa;
}

interface Contenuto extends Proprieta {
  readonly spesa: Spesa;
  /** The same view with something changed. */
  readonly hrefOf: (cambio: Partial<StatoSpesa>) => string;
}

export function SpesaPagina(dati: Proprieta) {
  const { ambito, stato } = dati;
  const nome = shortNome(ambito.nome);
  const spesa = buildSpesa(dati, stato);
  const risposta = tellSpesa(spesa);
  const hrefOf = (cambio: Partial<StatoSpesa>) => {
    const { periodo, misura, vista } = { ...stato, ...cambio };
    return indirizzi.spesa(ambito.id, {
      ...(periodo && periodo !== spesa.ciclo ? { periodo } : {}),
      ...(misura === 'abitante' ? { misura } : {}),
      ...(vista === 'tabella' ? { vista } : {}),
    });
  };
  const contenuto: Contenuto = { ...dati, spesa, hrefOf };
  return (
    <div className="pagina">
      <Briciole
        voci={[
          { testo: 'Ambiti', href: indirizzi.inizio() },
          { testo: nome, href: indirizzi.panoramica(ambito.id) },
          { testo: 'Spesa' },
        ]}
      />
      <TestaPagina
        titolo="Da dove viene il denaro, e dove va?"
        titoloBreve={`Spesa, ${nome}`}
        descrizione={risposta}
        risposta={risposta}
      />
      <div className="spesa">
        {spesa.flusso ? (
          <>
            <SchedaFlusso {...contenuto} flusso={spesa.flusso} />
            <SchedaInterventi {...contenuto} flusso={spesa.flusso} />
            <SchedaAnni {...contenuto} />
          </>
        ) : (
          <SenzaProgrammazione nome={nome} id={ambito.id} />
        )}
        {spesa.capienza && <SchedaFondi {...contenuto} capienza={spesa.capienza} />}
        {spesa.cascate
          .filter(({ aperto }) => !aperto)
          .map((cascata) => (
            <SchedaCascata key={cascata.periodo} {...contenuto} cascata={cascata} />
          ))}
        <SchedaPasso {...contenuto} />
        <Avvertenze spesa={spesa} />
      </div>
    </div>
  );
}

function SenzaProgrammazione({ nome, id }: { nome: string; id: string }) {
  return (
    <Vuoto livello={2} titolo="Qui ci sarebbero i soldi del Piano di Zona">
      <p>
        Da quali fondi vengono, a quali interventi vanno e in quali anni. Per l’ambito di {nome} non è ancora stata
        pubblicata nessuna scheda di programmazione.
      </p>
      <p>
        Le porta l’Ufficio di Piano, caricando le schede degli interventi (tabella «programmazione») e il budget del
        Piano (tabella «fondi»): bastano i file CSV che ha già. Finché non arrivano, nessuna cifra è stimata.
      </p>
      <p>
        <a href={indirizziApi.modelloCsv('programmazione')} download>
          Modello per le schede
        </a>{' '}
        ·{' '}
        <a href={indirizziApi.modelloCsv('fondi')} download>
          Modello per i fondi
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

function Periodi({ spesa, hrefOf }: Pick<Contenuto, 'spesa' | 'hrefOf'>) {
  return (
    <Segmenti
      etichetta="Anno"
      voci={[...spesa.periodi].map((periodo) => ({
        testo: periodo === spesa.ciclo ? 'Tutto il ciclo' : periodo,
        href: hrefOf({ periodo }),
        scelto: periodo === spesa.periodo,
      }))}
    />
  );
}

const quando = (periodo: string) => describePeriodo(periodo, '');

function SchedaFlusso(contenuto: Contenuto & { flusso: Flusso }) {
  const { flusso, spesa, stato, hrefOf, ambito, osservazioni, versioni } = contenuto;
  const spiega = useSpiega();
  const titolo = titleFlusso(flusso);
  const intera = findIntera(osservazioni, flusso.periodo);
  return (
    <Scheda
      id="flusso"
      titolo={titolo}
      misura={`Euro programmati ${quando(flusso.periodo)}: da quale fonte, a quale area, a quale intervento.`}
      note={
        <>
          <p>
            Il <strong>budget ordinario</strong> è il denaro proprio del Piano di Zona: residui, fondi nazionali e
            regionali, cofinanziamento dei comuni, Fondo povertà. Le <strong>altre fonti</strong> (PNRR, Regione, PAC,
            PON…) arrivano con avvisi e decreti loro e hanno scadenze loro.
          </p>
          {intera?.note.map((nota) => (
            <p key={nota}>{nota}</p>
          ))}
          {intera && <p>Fonte: {describeFonti(intera.origine, versioni)}.</p>}
        </>
      }
    >
      <div className="opzioni opzioni-aperte">
        <Periodi spesa={spesa} hrefOf={hrefOf} />
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
      </div>
      {stato.vista === 'tabella' ? (
        <TavolaFlusso flusso={flusso} ambito={ambito.id} />
      ) : (
        <>
          <p className="tratti-legenda minuto">
            <Quadretto classe="tratto-ordinario" testo="budget ordinario" />
            <Quadretto classe="tratto-altre" testo="altre fonti" />
          </p>
          <div className="flusso-largo">
            <div className="flusso-testate minuto" aria-hidden="true">
              <span>Da dove viene</span>
              <span>A quale area</span>
              <span>A quale intervento</span>
            </div>
            <FlussoDenaro flusso={flusso} hrefOf={(figure) => spiega(...figure)} />
          </div>
          <FlussoStretto flusso={flusso} />
        </>
      )}
      <AzioniGrafico
        csv={indirizziApi.indicatoriCsv(ambito.id, { id: 'programmato', periodo: flusso.periodo, comune: 'ambito' })}
        onScarica={async (formato) => {
          const [{ downloadDisegno }, { writeFlussoSvg }] = await Promise.all([
            import('../grafici/scarica.ts'),
            import('../grafici/esportazione-flusso.ts'),
          ]);
          const didascalia = {
            titolo,
            misura: `Ambito di ${shortNome(ambito.nome)}. Euro programmati ${quando(flusso.periodo)}.`,
            fonte: `Fonte: ${describeFonti(intera?.origine ?? [], versioni)}. Edizione ${ambito.edizione} dei dati.`,
            indirizzo: window.location.href,
          };
          await downloadDisegno((css) => writeFlussoSvg(flusso, didascalia, css), {
            formato,
            nome: `${ambito.id}-flusso-${flusso.periodo}`,
          });
        }}
      />
    </Scheda>
  );
}

function Quadretto({ classe, testo }: { classe: string; testo: string }) {
  return (
    <span>
      <svg width="16" height="14" aria-hidden="true" focusable="false">
        <rect className={classe} x="1" y="1" width="14" height="12" />
      </svg>
      {testo}
    </span>
  );
}

/** Where three columns don't fit, and in print: the same money as two sets of bars. */
function FlussoStretto({ flusso }: { flusso: Flusso }) {
  const spiega = useSpiega();
  const hrefOf: Parameters<typeof Tratti>[0]['hrefOf'] = (figure) => spiega(...figure);
  const fonti = flusso.fonti.map(
    ({ id, nome, valore, specie, figure }): RigaTratti => ({
      chiave: id,
      nome,
      tratti: [{ chiave: id, da: 0, a: valore, aspetto: specie === 'budget-ordinario' ? 'ordinario' : 'altre' }],
      testo: tellImporto(valore),
      figure,
    }),
  );
  const aree = flusso.aree
    .toSorted((a, b) => b.valore - a.valore)
    .map(
      ({ id, valore, ordinario, figura }): RigaTratti => ({
        chiave: id,
        nome: `${id} ${nameAreaInBreve(id)}`,
        tratti: [
          { chiave: 'ordinario', da: 0, a: ordinario, aspetto: 'ordinario' as const },
          { chiave: 'altre', da: ordinario, a: valore, aspetto: 'altre' as const },
        ].filter(({ da, a }) => a > da),
        testo: tellImporto(valore),
        figure: [figura],
      }),
    );
  return (
    <div className="flusso-stretto">
      <h3>Da dove viene</h3>
      <Tratti righe={fonti} hrefOf={hrefOf} />
      <h3>A quale area va</h3>
      <Tratti righe={aree} hrefOf={hrefOf} />
    </div>
  );
}

function TavolaFlusso({ flusso, ambito }: { flusso: Flusso; ambito: string }) {
  const spiega = useSpiega();
  const colonne: ColonnaTabella[] = [
    { chiave: 'ordinario', titolo: 'Budget ordinario (€)', etichetta: 'Budget ordinario', numerica: true },
    { chiave: 'altre', titolo: 'Altre fonti (€)', etichetta: 'Altre fonti', numerica: true },
    { chiave: 'totale', titolo: 'Totale (€)', etichetta: 'Totale', numerica: true },
    { chiave: 'fonti', titolo: 'Da quali fonti', etichetta: 'Da quali fonti' },
  ];
  const cifra = (cent: number) => formatNumero(cent / 100, 2);
  const righe = flusso.interventi.map(
    (uno): RigaTabella => ({
      chiave: uno.id,
      testa: `${uno.id} ${uno.nome}`,
      celle:
        uno.valore === null
          ? [
              '',
              '',
              <span key="t" className="minuto">
                importo non indicato
              </span>,
              '',
            ]
          : [
              cifra(uno.ordinario),
              cifra(uno.valore - uno.ordinario),
              <span key="t">
                <a className="cifra" href={spiega(uno.figura)} data-spiega="">
                  {cifra(uno.valore)}
                </a>
                <Segno ambito={ambito} comune={null} nome={uno.nome} segnalazioni={uno.segnalazioni} />
              </span>,
              uno.fonti.map(({ nome, valore }) => `${nome} ${cifra(valore)}`).join('; '),
            ],
    }),
  );
  const ordinario = flusso.interventi.reduce((somma, uno) => somma + uno.ordinario, 0);
  return (
    <Tabella
      didascalia={`Denaro programmato ${quando(flusso.periodo)}, intervento per intervento`}
      testa="Intervento"
      colonne={colonne}
      righe={[
        ...righe,
        {
          chiave: 'totale',
          testa: 'In tutto',
          totale: true,
          celle: [
            cifra(ordinario),
            cifra(flusso.totale - ordinario),
            <a key="t" className="cifra" href={spiega(flusso.figura)} data-spiega="">
              {cifra(flusso.totale)}
            </a>,
            '',
          ],
        },
      ]}
    />
  );
}

function SchedaInterventi({ flusso, spesa, hrefOf, ambito, osservazioni, versioni }: Contenuto & { flusso: Flusso }) {
  const spiega = useSpiega();
  const interventi = flusso.interventi.toSorted(compareImporti);
  const senza = interventi.filter(({ valore }) => valore === null);
  const zero = interventi.filter(({ valore }) => valore === 0);
  const perId = new Map(interventi.map((uno) => [uno.id, uno]));
  const titolo = titleInterventi(flusso);
  const modello: ModelloGrafico = {
    forma: 'barre',
    righe: interventi.map(({ id, nome, valore, segnalazioni }) => ({
      chiave: id,
      nome: `${id} ${nome}`,
      valore,
      testo: valore === null ? 'non indicato' : writeImporto(valore),
      evidenziata: false,
      segnalazioni,
    })),
    scala: createScala(
      interventi.flatMap(({ valore }) => valore ?? []),
      true,
    ),
    riferimento: null,
    soglia: null,
  };
  return (
    <Scheda
      id="interventi"
      titolo={titolo}
      misura={`Euro programmati per ogni intervento ${quando(flusso.periodo)}, dal più alto.`}
      note={
        <>
          {zero.length > 0 && <p>Con importo zero, scritto nella scheda: {joinNomi(zero.map(nameIntervento), 30)}.</p>}
          {senza.length > 0 && (
            <p>
              A righe oblique, con importo non indicato (la scheda lo lascia in bianco, e non vuol dire zero):{' '}
              {joinNomi(senza.map(nameIntervento), 30)}.
            </p>
          )}
          <p>Un importo più alto non è, da solo, né meglio né peggio: dipende da quante persone e da quali bisogni.</p>
        </>
      }
    >
      <div className="opzioni opzioni-aperte">
        <Periodi spesa={spesa} hrefOf={hrefOf} />
      </div>
      <div className="barre-nomi-larghi">
        <Barre
          modello={modello}
          hrefOf={({ chiave }) => {
            const uno = perId.get(chiave);
            return uno ? spiega(uno.figura) : null;
          }}
          segnoOf={({ chiave, nome, segnalazioni }) => (
            <Segno key={chiave} ambito={ambito.id} comune={null} nome={nome} segnalazioni={segnalazioni} />
          )}
        />
      </div>
      <AzioniGrafico
        csv={indirizziApi.indicatoriCsv(ambito.id, { id: 'programmato', periodo: flusso.periodo, comune: 'ambito' })}
        onScarica={async (formato) => {
          const { downloadGrafico } = await import('../grafici/scarica.ts');
          const righe = modello.righe.map((riga) => ({ ...riga, nome: shorten(riga.nome, 44) }));
          const didascalia = {
            titolo,
            misura: `Ambito di ${shortNome(ambito.nome)}. Euro programmati ${quando(flusso.periodo)}, intervento per intervento.`,
            fonte: `Fonte: ${describeFonti(findIntera(osservazioni, flusso.periodo)?.origine ?? [], versioni)}. Edizione ${ambito.edizione} dei dati.`,
            indirizzo: window.location.href,
          };
          await downloadGrafico({ ...modello, righe }, didascalia, {
            formato,
            nome: `${ambito.id}-interventi-${flusso.periodo}`,
          });
        }}
      />
    </Scheda>
  );
}

/** The figure of all the money of a period: its notes and its source are those of the whole chart. */
function findIntera(osservazioni: DatiSpesa['osservazioni'], periodo: string) {
  return osservazioni.find(
    (o) => o.indicatore === 'programmato' && o.periodo === periodo && Object.keys(o.dimensioni).length === 0,
  );
}

function nameIntervento({ id, nome }: NodoIntervento): string {
  return `${id} ${nome}`;
}

/** The largest first; those without an amount last, in the order of the plan. */
function compareImporti(a: NodoIntervento, b: NodoIntervento): number {
  if (a.valore === null || b.valore === null) return Number(a.valore === null) - Number(b.valore === null);
  return b.valore - a.valore;
}

function SchedaAnni({ spesa, stato, hrefOf, ambito }: Contenuto) {
  const spiega = useSpiega();
  const perTesta = stato.misura === 'abitante';
  const nota = spesa.anni[0]?.totale?.osservazione.note.find((uno) => uno.startsWith('Residenti'));
  return (
    <Scheda
      id="anni"
      titolo={titleAnni(spesa.anni)}
      misura={perTesta ? 'Euro programmati per residente, anno per anno.' : 'Euro programmati, anno per anno.'}
      note={
        <>
          <p>
            Un anno con meno denaro non vuol dire, da solo, meno servizi: le schede possono mettere nel primo anno somme
            che si spendono anche dopo. Lo dice il rendiconto, quando arriva.
          </p>
          {perTesta && nota && <p>{nota}</p>}
        </>
      }
    >
      <div className="opzioni opzioni-aperte">
        <Segmenti
          etichetta="Misura"
          voci={[
            { testo: 'In totale', href: hrefOf({ misura: 'euro' }), scelto: !perTesta },
            { testo: 'Per residente', href: hrefOf({ misura: 'abitante' }), scelto: perTesta },
          ]}
        />
      </div>
      <Tratti
        righe={spesa.anni.map((anno) => toRigaAnno(anno, ambito.id))}
        legenda={[
          { aspetto: 'ordinario', testo: 'budget ordinario' },
          { aspetto: 'altre', testo: 'altre fonti' },
        ]}
        hrefOf={(figure) => spiega(...figure)}
      />
      <TavolaAnni anni={spesa.anni} ambito={ambito.id} />
      <AzioniGrafico
        csv={indirizziApi.indicatoriCsv(ambito.id, {
          id: perTesta ? 'programmato-procapite' : 'programmato',
          comune: 'ambito',
        })}
      />
    </Scheda>
  );
}

function TavolaAnni({ anni, ambito }: { anni: readonly AnnoProgrammato[]; ambito: string }) {
  return (
    <Tabella
      didascalia="Denaro programmato anno per anno, dal budget ordinario e dalle altre fonti"
      testa="Anno"
      colonne={[
        { chiave: 'ordinario', titolo: 'Budget ordinario', etichetta: 'Budget ordinario', numerica: true },
        { chiave: 'altre', titolo: 'Altre fonti', etichetta: 'Altre fonti', numerica: true },
        { chiave: 'totale', titolo: 'Totale', etichetta: 'Totale', numerica: true },
      ]}
      righe={anni.map(({ anno, ordinario, altre, totale }) => ({
        chiave: anno,
        testa: anno,
        celle: [ordinario, altre, totale].map((dato, i) => (
          <Cifra key={['o', 'a', 't'][i]} dato={dato} ambito={ambito} nome={anno} conSegno={i === 2} />
        )),
      }))}
    />
  );
}

function toRigaAnno({ anno, totale, ordinario }: AnnoProgrammato, ambito: string): RigaTratti {
  if (!isPresente(totale)) {
    return {
      chiave: anno,
      nome: anno,
      tratti: [],
      testo: totale?.testo ?? 'nessuna scheda',
      mancante: true,
      figure: [],
    };
  }
  const proprio = ordinario?.valore ?? 0;
  const { osservazione } = totale;
  return {
    chiave: anno,
    nome: anno,
    tratti: [
      { chiave: 'ordinario', da: 0, a: proprio, aspetto: 'ordinario' as const },
      { chiave: 'altre', da: proprio, a: totale.valore, aspetto: 'altre' as const },
    ].filter(({ da, a }) => a > da),
    testo: totale.testo,
    figure: [figuraOf(osservazione)],
    segno: <Segno ambito={ambito} comune={null} nome={anno} segnalazioni={osservazione.segnalazioni} />,
  };
}

function SchedaFondi({ ambito, spesa, capienza, versioni, fondi }: Contenuto & { capienza: Capienza }) {
  const spiega = useSpiega();
  const origine = [...new Set(capienza.fondi.flatMap(({ voci }) => voci.map(({ parte }) => parte)))].map((parte) => ({
    tipo: 'fondi' as const,
    versione: fondi.versione,
    parte,
  }));
  const { senzaTavola } = capienza;
  return (
    <Scheda
      id="fondi"
      titolo={titleCapienza(capienza)}
      misura={`Euro che il budget ${spesa.ciclo} mette a disposizione, e quanti le schede degli interventi ne programmano.`}
      note={
        <>
          <p>
            «Piano di Zona» nelle schede è un paniere: residui, FNPS, FNA, FGSA e cofinanziamento dei comuni insieme.
            Ciò che non compare nelle schede non è per questo senza uso: il documento non dice come si usa.
          </p>
          {senzaTavola.length > 0 && (
            <p>
              Non verificabile per{' '}
              {joinNomi(
                senzaTavola.map(({ nome, valore }) => `${nome} (${writeImporto(valore)})`),
                20,
              )}
              : nessuna tabella pubblicata dice quanto c’è in{' '}
              {senzaTavola.length === 1 ? 'questo fondo' : 'questi fondi'}. La porta l’Ufficio di Piano con i decreti di
              assegnazione.
            </p>
          )}
          <p>Fonte: {describeFonti(origine, versioni)}.</p>
        </>
      }
    >
      <Tratti
        righe={capienza.fondi.map(
          ({ id, nome, disponibile, programmato, figure }): RigaTratti => ({
            chiave: id,
            nome,
            tratti: [
              { chiave: 'programmato', da: 0, a: programmato, aspetto: 'ordinario' as const },
              { chiave: 'resta', da: programmato, a: disponibile, aspetto: 'vuoto' as const },
            ].filter(({ da, a }) => a > da),
            testo: writeImporto(programmato),
            dettaglio: `su ${writeImporto(disponibile)}`,
            figure,
          }),
        )}
        legenda={[
          { aspetto: 'ordinario', testo: 'programmato nelle schede' },
          { aspetto: 'vuoto', testo: 'nel budget, non nelle schede' },
        ]}
        hrefOf={(figure) => spiega(...figure)}
      />
      <h3 className="spesa-sottotitolo">Che cosa c’è nel budget: {writeImporto(capienza.budget)}</h3>
      <TavolaBudget ambito={ambito.id} capienza={capienza} versione={fondi.versione} ciclo={spesa.ciclo ?? ''} />
    </Scheda>
  );
}

interface ProprietaBudget {
  readonly ambito: string;
  readonly capienza: Capienza;
  readonly versione: number;
  readonly ciclo: string;
}

function TavolaBudget({ ambito, capienza, versione, ciclo }: ProprietaBudget) {
  const righe = capienza.fondi.flatMap((fondo) => [
    ...fondo.voci.map(
      (voce): RigaTabella => ({
        chiave: `${voce.parte} ${voce.riga}`,
        testa: (
          <>
            {describeVoce(voce)}
            {voce.titolo && <span className="minuto spesa-titolo">{voce.titolo}</span>}
          </>
        ),
        celle: [
          <a
            key="i"
            className="cifra"
            href={indirizziApi.originale(ambito, { tipo: 'fondi', versione, parte: voce.parte })}
            title={`Scarica il file originale: riga ${voce.riga}`}
            download
          >
            {formatNumero(voce.importo / 100, 2)}
            <span className="solo-lettori">: file originale, riga {voce.riga}</span>
          </a>,
          ...(fondo.voci.length === 1 ? cellsOf(fondo) : ['', '']),
        ],
      }),
    ),
    ...(fondo.voci.length > 1
      ? [
          {
            chiave: fondo.id,
            testa: `${fondo.nome}, in tutto`,
            evidenziata: true,
            celle: [formatNumero(fondo.disponibile / 100, 2), ...cellsOf(fondo)],
          },
        ]
      : []),
  ]);
  const programmato = capienza.fondi.reduce((somma, fondo) => somma + fondo.programmato, 0);
  return (
    <Tabella
      didascalia={`Budget del Piano di Zona ${ciclo}, fondo per fondo`}
      testa="Fondo"
      colonne={[
        { chiave: 'disponibile', titolo: 'Disponibile (€)', etichetta: 'Disponibile', numerica: true },
        { chiave: 'programmato', titolo: 'Nelle schede (€)', etichetta: 'Nelle schede', numerica: true },
        { chiave: 'resta', titolo: 'Non nelle schede (€)', etichetta: 'Non nelle schede', numerica: true },
      ]}
      righe={[
        ...righe,
        {
          chiave: 'tutto',
          testa: 'Budget',
          totale: true,
          celle: [capienza.budget, programmato, capienza.budget - programmato].map((cent) =>
            formatNumero(cent / 100, 2),
          ),
        },
      ]}
    />
  );
}

function cellsOf({ programmato, disponibile }: Fondo): string[] {
  return [formatNumero(programmato / 100, 2), formatNumero((disponibile - programmato) / 100, 2)];
}

function describeVoce({ nome, residuo, annualita }: VoceFondo): string {
  const anni = annualita ? ` ${annualita}` : '';
  return residuo ? `Residui ${nome}${anni}` : `${nome}${anni}`;
}

function SchedaCascata(contenuto: Contenuto & { cascata: Cascata }) {
  const { cascata, spesa, versioni } = contenuto;
  const spiega = useSpiega();
  const { programmato, impegnato, liquidato, residuo, residui, figure } = cascata;
  const riporto = findRiporto(cascata, spesa.capienza);
  const passo = (
    nome: string,
    estremi: readonly [number, number] | null,
    opzioni: Partial<RigaTratti> = {},
  ): RigaTratti => ({
    chiave: nome,
    nome,
    tratti: estremi ? [{ chiave: nome, da: estremi[0], a: estremi[1], aspetto: 'ordinario' }] : [],
    testo: estremi ? writeImporto(estremi[1] - estremi[0]) : 'non indicato',
    mancante: estremi === null,
    figure: estremi ? figure : [],
    ...opzioni,
  });
  const origine = residuo?.osservazione.origine ?? [];
  return (
    <Scheda
      id={`cascata-${cascata.periodo}`}
      titolo={titleCascata(cascata)}
      misura={`Dal denaro programmato a quello rimasto, in euro${cascata.al ? `, situazione al ${formatData(cascata.al)}` : ''}.`}
      note={
        <>
          <p>
            <strong>Impegnato</strong>: c’è un atto che lo destina a una spesa. <strong>Liquidato</strong>: la spesa è
            fatta e riconosciuta, si può pagare. <strong>Residuo</strong>: non ancora impegnato; di norma passa al ciclo
            dopo{riporto && `, e il budget ${spesa.ciclo ?? ''} lo riporta alla voce «${describeVoce(riporto)}»`}.
          </p>
          {residui.length > 0 && (
            <p>
              Il residuo sta sul{' '}
              {joinNomi(
                residui.map(({ fonte }) => nameFondo(fonte)),
                9,
              )}
              .
            </p>
          )}
          {origine.length > 0 && <p>Fonte: {describeFonti(origine, versioni)}.</p>}
        </>
      }
    >
      <Tratti
        righe={[
          passo('Programmato', programmato === null ? null : [0, programmato], {
            tratti: programmato === null ? [] : [{ chiave: 'p', da: 0, a: programmato, aspetto: 'scuro' }],
          }),
          passo('Impegnato', impegnato === null ? null : [0, impegnato]),
          passo('Liquidato', liquidato === null ? null : [0, liquidato], {
            ...(liquidato === null && programmato !== null
              ? { tratti: [{ chiave: 'l', da: 0, a: impegnato ?? programmato, aspetto: 'mancante' }] }
              : {}),
          }),
          passo(
            'Residuo',
            isPresente(residuo) && programmato !== null ? [programmato - residuo.valore, programmato] : null,
            residui.length > 0
              ? {
                  dettaglio: joinNomi(
                    residui.map(({ fonte }) => fonte),
                    9,
                  ),
                }
              : {},
          ),
        ]}
        hrefOf={(tutte) => spiega(...tutte)}
      />
      <TavolaRendiconto cascata={cascata} />
      <DettagliRendiconto cascata={cascata} liquidato={liquidato} />
      <ConfrontoCicli spesa={spesa} />
    </Scheda>
  );
}

/** What the rendiconto tells apart, where it does. */
function TavolaRendiconto({ cascata: { voci, periodo } }: { cascata: Cascata }) {
  if (voci.length === 0) return null;
  const scrivi = (cent: number | null) =>
    cent === null ? <span className="minuto">non indicato</span> : formatNumero(cent / 100, 2);
  return (
    <>
      <h3 className="spesa-sottotitolo">Che cosa il documento dice voce per voce</h3>
      <Tabella
        didascalia={`Rendiconto ${periodo}, voce per voce`}
        testa="Fondo o intervento"
        colonne={['Programmato', 'Impegnato', 'Liquidato', 'Residuo'].map((nome) => ({
          chiave: nome,
          titolo: `${nome} (€)`,
          etichetta: nome,
          numerica: true,
        }))}
        righe={voci.map(({ nome, programmato, impegnato, liquidato, residuo }) => ({
          chiave: nome,
          testa: nome,
          celle: [programmato, impegnato, liquidato, residuo].map(scrivi),
        }))}
      />
    </>
  );
}

function DettagliRendiconto({ cascata, liquidato }: { cascata: Cascata; liquidato: number | null }) {
  const mancano = [
    liquidato === null ? 'quanto è stato liquidato' : null,
    cascata.residui.length > 0 ? null : 'quanto resta su ciascun fondo',
    cascata.perIntervento ? null : 'quanto è andato a ciascun servizio',
  ].filter((uno) => uno !== null);
  if (mancano.length === 0) return null;
  return (
    <Vuoto titolo={`Non c’è scritto ${joinNomi(mancano)}`}>
      <p>
        Il documento riporta solo la sintesi e rimanda alle schede di rendicontazione allegate. Le porta l’Ufficio di
        Piano caricando il rendiconto (tabella «rendiconto») con le colonne del fondo, dell’intervento e del liquidato.
      </p>
    </Vuoto>
  );
}

/** Four years beside three: only a year of the one compares with a year of the other. */
function ConfrontoCicli({ spesa }: { spesa: Spesa }) {
  const confronto = compareCicli(spesa);
  if (!confronto) return null;
  const { prima, dopo } = confronto;
  const residui = spesa.capienza?.residui ?? 0;
  return (
    <>
      <h3 className="spesa-sottotitolo">Il budget di prima e quello di adesso, per anno</h3>
      <Tabella
        didascalia="Budget dei due cicli, in tutto e per anno"
        testa="Ciclo"
        colonne={[
          { chiave: 'anni', titolo: 'Anni', etichetta: 'Anni', numerica: true },
          { chiave: 'tutto', titolo: 'Budget (€)', etichetta: 'Budget', numerica: true },
          { chiave: 'annuo', titolo: 'Per anno (€)', etichetta: 'Per anno', numerica: true },
        ]}
        righe={[prima, dopo].map(({ periodo, anni, importo, annuo }) => ({
          chiave: periodo,
          testa: periodo,
          celle: [formatNumero(anni), formatNumero(importo / 100, 2), formatNumero(annuo / 100, 2)],
        }))}
      />
      <p className="minuto">
        I due cicli durano {formatNumero(prima.anni)} e {formatNumero(dopo.anni)} anni: si confrontano per anno.
        {residui > 0 &&
          ` Nel budget ${dopo.periodo} ci sono anche ${writeImporto(residui)} rimasti dai cicli di prima; del ${prima.periodo} il documento non dice di che cosa era fatto.`}
      </p>
    </>
  );
}

function SchedaPasso({ spesa, ambito }: Contenuto) {
  const aperta = spesa.cascate.find(({ aperto }) => aperto);
  if (!aperta) {
    if (spesa.ciclo === null && spesa.cascate.length === 0) return null;
    const ciclo = spesa.ciclo ?? ambito.cicli.at(-1) ?? '';
    return (
      <Vuoto livello={2} titolo={`A che punto è la spesa del ${ciclo}? Non si può ancora dire`}>
        <p>
          Qui starebbe la parte di ciclo già trascorsa accanto alla parte di denaro già impegnata. Serve un rendiconto
          del {ciclo} con il giorno a cui si riferisce: lo porta l’Ufficio di Piano (tabella «rendiconto»).
        </p>
        <p>
          <a href={indirizziApi.modelloCsv('rendiconto')} download>
            Modello per il rendiconto
          </a>
        </p>
      </Vuoto>
    );
  }
  return <Passo cascata={aperta} />;
}

function Passo({ cascata }: { cascata: Cascata }) {
  const spiega = useSpiega();
  const { passo, avanzamento, periodo, al, impegnato, programmato } = cascata;
  if (!isPresente(passo) || !isPresente(avanzamento)) return null;
  const sotto = avanzamento.valore < passo.valore;
  const importi =
    impegnato !== null && programmato !== null
      ? `: impegnati ${writeImporto(impegnato)} su ${writeImporto(programmato)}`
      : '';
  return (
    <Scheda
      id="passo"
      titolo={`${al ? `Al ${formatData(al)} la` : 'La'} spesa del ${periodo} è ${sotto ? 'sotto' : 'sopra'} il passo lineare`}
      misura={`Parte del ciclo trascorsa e parte del denaro impegnata, in percentuale${importi}.`}
      note={<p>Il passo lineare è un termine di paragone, non un obbligo: la spesa sociale non corre sempre uguale.</p>}
    >
      <Tratti
        righe={[passo, avanzamento].map((dato, i) => ({
          chiave: dato.indicatore.id,
          nome: i === 0 ? 'Ciclo trascorso' : 'Denaro impegnato',
          tratti: [
            { chiave: 'v', da: 0, a: dato.valore, aspetto: i === 0 ? ('scuro' as const) : ('ordinario' as const) },
          ],
          testo: dato.testo,
          figure: [figuraOf(dato.osservazione)],
        }))}
        hrefOf={(figure) => spiega(...figure)}
      />
    </Scheda>
  );
}

function Avvertenze({ spesa }: { spesa: Spesa }) {
  if (!spesa.flusso) return null;
  const quanti = spesa.flusso.interventi.filter(({ valore }) => valore === null).length;
  return (
    <section className="sezione" aria-labelledby="leggere">
      <h2 id="leggere">Che cosa questi numeri non dicono</h2>
      <ul>
        <li>Quanto tocca a ciascun comune: gli importi sono degli interventi, di tutto l’ambito insieme.</li>
        <li>Quanto è stato speso: «programmato» è un’intenzione scritta in un piano, non un pagamento.</li>
        {quanti > 0 && (
          <li>
            {capitalize(countOf(quanti, 'intervento ha', 'interventi hanno'))} l’importo in bianco: le somme non{' '}
            {quanti === 1 ? 'lo' : 'li'} comprendono, e nessuno lo ha stimato.
          </li>
        )}
      </ul>
    </section>
  );
}
