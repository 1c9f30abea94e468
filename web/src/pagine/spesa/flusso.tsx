/** Where the money comes from and goes to: drawing, bars where it does not fit, table. */

import { formatNumero } from '../../../../functions/core/formato.ts';
import { AzioniGrafico } from '../../componenti/azioni.tsx';
import { useSpiega } from '../../componenti/cifra.tsx';
import { Segmenti } from '../../componenti/comandi.tsx';
import { Scheda } from '../../componenti/scheda.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { type ColonnaTabella, type RigaTabella, Tabella } from '../../componenti/tabella.tsx';
import { FlussoDenaro } from '../../grafici/flusso.tsx';
import { type RigaTratti, Tratti } from '../../grafici/tratti.tsx';
import { indirizziApi } from '../../indirizzi.ts';
import { nameAreaInBreve } from '../../serie/aree.ts';
import type { Flusso } from '../../serie/flusso.ts';
import { describeFonti } from '../../serie/fonti.ts';
import { tellImporto, titleFlusso } from '../../serie/frasi-spesa.ts';
import { shortNome } from '../../serie/parole.ts';
import { type Contenuto, findIntera, Periodi, quando } from './scheda.tsx';

export function SchedaFlusso(contenuto: Contenuto & { flusso: Flusso }) {
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
            import('../../grafici/scarica.ts'),
            import('../../grafici/esportazione-flusso.ts'),
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
