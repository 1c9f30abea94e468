/** Where the money comes from and goes to: a drawing, and bars where it does not fit. */
import { useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { FlussoDenaro } from '../../grafici/flusso.tsx';
import { type RigaTratti, Tratti } from '../../grafici/tratti.tsx';
import { nameAreaInBreve } from '../../serie/aree.ts';
import type { Flusso } from '../../serie/flusso.ts';
import { tellImporto, titleFlusso } from '../../serie/frasi-spesa.ts';
import { tavolaOfFlusso } from '../../serie/tavole-spesa.ts';
import { type Contenuto, findIntera, Periodi, quando } from './scheda.tsx';

export function SchedaFlusso(contenuto: Contenuto & { flusso: Flusso }) {
  const { flusso, spesa, hrefOf, ambito, osservazioni, versioni } = contenuto;
  const spiega = useSpiega();
  const intera = findIntera(osservazioni, flusso.periodo);
  return (
    <SchedaGrafico
      id="flusso"
      titolo={titleFlusso(flusso)}
      misura={`Euro programmati ${quando(flusso.periodo)}: da quale fonte, a quale area, a quale intervento.`}
      ambito={ambito}
      origine={intera?.origine ?? []}
      versioni={versioni}
      tavola={tavolaOfFlusso(flusso)}
      disegno={{ genere: 'flusso', flusso }}
      comandi={
        <div className="opzioni opzioni-aperte">
          <Periodi spesa={spesa} hrefOf={hrefOf} />
        </div>
      }
      note={
        <>
          <p>
            Il <strong>budget ordinario</strong> è il denaro proprio del Piano di Zona: residui, fondi nazionali e
            regionali, cofinanziamento dei comuni, Fondo povertà. Le <strong>altre fonti</strong> arrivano con avvisi e
            decreti loro e hanno scadenze loro: la Regione, il PNRR (piano nazionale di ripresa e resilienza), i PAC
            (piani di azione per la coesione), i PON e REACT-EU (programmi nazionali con denaro europeo), l’Avviso PaIS
            (patti per l’inclusione sociale).
          </p>
          {intera?.note.map((nota) => (
            <p key={nota}>{nota}</p>
          ))}
        </>
      }
    >
      <p className="tratti-legenda minuto">
        <Quadretto classe="tratto-ordinario" testo="budget ordinario" />
        <Quadretto classe="tratto-altre" testo="altre fonti" />
      </p>
      {/* First in the page, as a phone on a slow line reads no further to show it. */}
      <FlussoStretto flusso={flusso} />
      <div className="flusso-largo">
        <div className="flusso-testate minuto" aria-hidden="true">
          <span>Da dove viene</span>
          <span>A quale area</span>
          <span>A quale intervento</span>
        </div>
        <FlussoDenaro flusso={flusso} hrefOf={(figure) => spiega(...figure)} />
      </div>
    </SchedaGrafico>
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
