import { AzioniGrafico } from '../../componenti/azioni.tsx';
import type { Corpo } from '../../grafici/disegno.ts';
import type { FileGrafico } from '../../grafici/scarica.ts';
import type { Parte } from '../../serie/tabella-csv.ts';
import { captionOfVista, type Testi } from './azioni.tsx';
import type { DatiVista } from './stato.ts';

interface ProprietaInsieme extends Testi {
  readonly dati: DatiVista;
  readonly parti: readonly Parte[];
  /** The picture; what draws it comes when it is asked for. */
  readonly draw: () => Promise<Corpo>;
}

/** What a reader takes away, of charts that put many indicators or years together. */
export function AzioniInsieme({ dati, parti, draw, ...testi }: ProprietaInsieme) {
  const download = async (formato: FileGrafico['formato']) => {
    const [{ downloadDisegno }, { writeDisegno }, corpo] = await Promise.all([
      import('../../grafici/scarica.ts'),
      import('../../grafici/disegno.ts'),
      draw(),
    ]);
    const didascalia = captionOfVista(dati, testi);
    await downloadDisegno((css) => writeDisegno(corpo, didascalia, css), {
      formato,
      nome: `${dati.ambito.id}-${dati.stato.grafico}`,
    });
  };
  const downloadNumeri = async () => {
    const { downloadCsv } = await import('./scarica-csv.ts');
    downloadCsv(dati, parti);
  };
  return <AzioniGrafico csv={downloadNumeri} edizione={dati.ambito.edizione} onScarica={download} />;
}
