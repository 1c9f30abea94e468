/** Four years beside three: only a year of the one compares with a year of the other. */
import { useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { type RigaTratti, Tratti } from '../../grafici/tratti.tsx';
import { tellImporto, writeImporto } from '../../serie/frasi-spesa.ts';
import { type Cascata, compareCicli } from '../../serie/spesa.ts';
import { tavolaOfCicli } from '../../serie/tavole-spesa.ts';
import { listOrigine } from './fondi.tsx';
import type { Contenuto } from './scheda.tsx';

export function SchedaCicli({ spesa, cascata, ambito, versioni, fondi }: Contenuto & { cascata: Cascata }) {
  const spiega = useSpiega();
  const confronto = compareCicli(spesa);
  if (!confronto) return null;
  const { prima, dopo } = confronto;
  const residui = spesa.capienza?.residui ?? 0;
  const { figure, residuo } = cascata;
  const righe = [prima, dopo].map(
    ({ periodo, anni, importo, annuo }): RigaTratti => ({
      chiave: periodo,
      nome: periodo,
      tratti: [{ chiave: periodo, da: 0, a: annuo, aspetto: 'ordinario' }],
      testo: writeImporto(annuo),
      dettaglio: `${writeImporto(importo)} in ${anni} anni`,
      figure: periodo === prima.periodo ? figure : [],
    }),
  );
  return (
    <SchedaGrafico
      id="cicli"
      titolo={`Il budget ${dopo.periodo} è di ${tellImporto(dopo.annuo)} l’anno; quello ${prima.periodo} era di ${tellImporto(prima.annuo)}`}
      misura="Euro l’anno: il budget di ogni ciclo diviso per i suoi anni."
      ambito={ambito}
      origine={[
        ...(residuo?.osservazione.origine ?? []),
        ...(spesa.capienza ? listOrigine(spesa.capienza, fondi.versione) : []),
      ]}
      versioni={versioni}
      tavola={tavolaOfCicli([prima, dopo], figure)}
      disegno={{ genere: 'tratti', righe }}
      note={
        residui > 0 && (
          <p>
            Nel budget {dopo.periodo} ci sono anche <a href="#budget">{writeImporto(residui)}</a> rimasti dai cicli di
            prima; del {prima.periodo} il documento non dice di che cosa era fatto.
          </p>
        )
      }
    >
      <Tratti righe={righe} hrefOf={(tutte) => spiega(...tutte)} />
    </SchedaGrafico>
  );
}
