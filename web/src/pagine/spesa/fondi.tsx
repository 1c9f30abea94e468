/** What the budget brings, beside what the schede take from it. */
import { Fragment, type ReactNode } from 'react';
import { formatNumero } from '../../../../functions/core/formato.ts';
import { CifraDi, useSpiega } from '../../componenti/cifra.tsx';
import { Ripiego } from '../../componenti/ripiego.tsx';
import { Scheda } from '../../componenti/scheda.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { type RigaTabella, Tabella } from '../../componenti/tabella.tsx';
import { type RigaTratti, Tratti, type VoceLegenda } from '../../grafici/tratti.tsx';
import type { Capienza, Fondo } from '../../serie/capienza.ts';
import type { Figura } from '../../serie/figura.ts';
import { describeFonti, type Origine } from '../../serie/fonti.ts';
import { titleCapienza, writeImporto } from '../../serie/frasi-spesa.ts';
import { tavolaOfFondi } from '../../serie/tavole-spesa.ts';
import { CifraRiga } from './cifra-riga.tsx';
import { type Contenuto, describeVoce } from './scheda.tsx';

export function SchedaFondi({ ambito, spesa, capienza, versioni, fondi }: Contenuto & { capienza: Capienza }) {
  const spiega = useSpiega();
  const { senzaTavola } = capienza;
  const righe = capienza.fondi.map(
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
  );
  return (
    <SchedaGrafico
      id="fondi"
      titolo={titleCapienza(capienza)}
      misura={`Euro che il budget ${spesa.ciclo} mette a disposizione, e quanti le schede degli interventi ne programmano.`}
      ambito={ambito}
      origine={listOrigine(capienza, fondi.versione)}
      versioni={versioni}
      tavola={tavolaOfFondi(capienza)}
      disegno={{ genere: 'tratti', righe, legenda: LEGENDA }}
      note={
        <>
          <p>
            «Piano di Zona» nelle schede è un paniere: residui, fondo nazionale per le politiche sociali (FNPS), fondo
            nazionale per le non autosufficienze (FNA), fondo globale socio-assistenziale della Regione (FGSA) e
            cofinanziamento dei comuni insieme. Ciò che non compare nelle schede non è per questo senza uso: il
            documento non dice come si usa.
          </p>
          {senzaTavola.length > 0 && (
            <p>
              Non verificabile per{' '}
              {senzaTavola.map(({ nome, valore, figure }, i) => (
                <Fragment key={nome}>
                  {i > 0 && (i === senzaTavola.length - 1 ? ' e ' : ', ')}
                  {nome} (<CifraDi figure={figure}>{writeImporto(valore)}</CifraDi>)
                </Fragment>
              ))}
              : nessuna tabella pubblicata dice quanto c’è in{' '}
              {senzaTavola.length === 1 ? 'questo fondo' : 'questi fondi'}. La porta l’Ufficio di Piano con i decreti di
              assegnazione.
            </p>
          )}
        </>
      }
    >
      <Tratti righe={righe} legenda={LEGENDA} hrefOf={(figure) => spiega(...figure)} />
    </SchedaGrafico>
  );
}

/** What the budget is made of, line by line. */
export function SchedaBudget({ ambito, spesa, capienza, versioni, fondi }: Contenuto & { capienza: Capienza }) {
  return (
    <Scheda
      id="budget"
      titolo={`Il budget ${spesa.ciclo ?? ''} è di ${writeImporto(capienza.budget)}`}
      misura="Euro, voce per voce: quanto c’è, quanto compare nelle schede degli interventi, quanto no."
      note={
        <>
          <p>
            Le schede non dicono da quale riga prendono, solo da quale fondo: per questo le righe sole hanno due caselle
            vuote. «In tutto» è la somma delle righe di quel fondo; «Non nelle schede» è «Disponibile» meno «Nelle
            schede». Il totale «Budget» è{' '}
            {capienza.dichiarato ? 'quello scritto nel documento' : 'la somma di tutte le righe'}.
          </p>
          <p>Fonte: {describeFonti(listOrigine(capienza, fondi.versione), versioni)}.</p>
        </>
      }
    >
      <Ripiego sommario="Vedi il budget, voce per voce">
        <TavolaBudget ambito={ambito.id} capienza={capienza} versione={fondi.versione} ciclo={spesa.ciclo ?? ''} />
      </Ripiego>
    </Scheda>
  );
}

export function listOrigine({ fondi }: Capienza, versione: number): readonly Origine[] {
  const parti = new Set(fondi.flatMap(({ voci }) => voci.map(({ parte }) => parte)));
  return [...parti].map((parte) => ({ tipo: 'fondi', versione, parte }));
}

const LEGENDA: readonly VoceLegenda[] = [
  { aspetto: 'ordinario', testo: 'programmato nelle schede' },
  { aspetto: 'vuoto', testo: 'nel budget, non nelle schede' },
];

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
          <CifraRiga
            key="i"
            cent={voce.importo}
            ambito={ambito}
            origine={{ tipo: 'fondi', versione, parte: voce.parte, riga: voce.riga }}
          />,
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
          celle: [
            capienza.dichiarato ? (
              <CifraRiga
                key="b"
                cent={capienza.budget}
                ambito={ambito}
                origine={{ tipo: 'fondi', versione, ...capienza.dichiarato }}
              />
            ) : (
              formatNumero(capienza.budget / 100, 2)
            ),
            <Programmato key="p" cent={programmato} figure={capienza.fondi.flatMap(({ figure }) => figure)} />,
            formatNumero((capienza.budget - programmato) / 100, 2),
          ],
        },
      ]}
    />
  );
}

function Programmato({ cent, figure }: { cent: number; figure: readonly Figura[] }) {
  const testo = formatNumero(cent / 100, 2);
  return figure.length === 0 ? testo : <CifraDi figure={figure}>{testo}</CifraDi>;
}

function cellsOf({ programmato, disponibile, figure }: Fondo): ReactNode[] {
  return [
    <Programmato key="p" cent={programmato} figure={figure} />,
    formatNumero((disponibile - programmato) / 100, 2),
  ];
}
