import { AzioniGrafico, addressOf } from '../../componenti/azioni.tsx';
import { captionOf } from '../../componenti/didascalia.ts';
import type { Didascalia } from '../../grafici/disegno.ts';
import { toModello } from '../../grafici/modello.ts';
import type { FileGrafico } from '../../grafici/scarica.ts';
import { indirizziApi } from '../../indirizzi.ts';
import type { Confronto } from '../../serie/confronto.ts';
import type { Origine } from '../../serie/fonti.ts';
import type { Scelta } from '../../serie/scelta.ts';
import { buildTitolo } from '../../serie/titolo.ts';
import { type DatiVista, describeMisura } from './stato.ts';

export interface Testi {
  readonly titolo: string;
  readonly misura: string;
  readonly origine: readonly Origine[];
}

/** What is written around a picture of this view. */
export const captionOfVista = ({ ambito, versioni }: DatiVista, testi: Testi): Didascalia =>
  captionOf({ ambito, versioni, ...testi }, addressOf());

/** The numbers, the picture, the paper and the address of this very view. */
export function Azioni({ dati, confronto, scelta }: { dati: DatiVista; confronto: Confronto; scelta: Scelta }) {
  const { ambito, indicatore, stato } = dati;
  const testi = {
    titolo: buildTitolo(confronto),
    misura: describeMisura(confronto, scelta),
    origine: confronto.origine,
  };
  const download = async (formato: FileGrafico['formato']) => {
    const { downloadGrafico } = await import('../../grafici/scarica.ts');
    const nome = [ambito.id, indicatore.id, confronto.periodo].filter(Boolean).join('-');
    await downloadGrafico(toModello(confronto, stato.evidenzia), captionOfVista(dati, testi), { formato, nome });
  };
  // What was divided here, the API has not: its rows are written here too.
  if (dati.divisore) {
    return (
      <AzioniGrafico
        csv={async () => {
          const { downloadCsv } = await import('./scarica-csv.ts');
          downloadCsv(dati, [{ confronto, dimensioni: scelta.dimensioni }]);
        }}
        edizione={ambito.edizione}
        onScarica={download}
      />
    );
  }
  const filtri = { id: indicatore.id, periodo: scelta.periodo ?? undefined, ...scelta.dimensioni };
  return (
    <AzioniGrafico
      csv={indirizziApi.indicatoriCsv(ambito.id, filtri)}
      edizione={ambito.edizione}
      onScarica={download}
    />
  );
}
