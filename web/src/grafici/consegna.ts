/** What a chart hands over as a file, of whatever kind it is: its picture, its numbers. Browser only. */
import { toDecimale } from '../../../functions/core/denaro.ts';
import { writeCsv } from '../../../functions/core/http/csv.ts';
import type { CellaGrafico, TavolaGrafico } from '../serie/tavola-grafico.ts';
import { isDenaro } from '../serie/valore.ts';
import type { ModelloDisegno } from './dichiarazione.ts';
import { type Corpo, type Didascalia, writeDisegno } from './disegno.ts';
import { writeSvg } from './esportazione.ts';
import { drawColonnine } from './esportazione-colonnine.ts';
import { writeFlussoSvg } from './esportazione-flusso.ts';
import { drawRighe } from './esportazione-righe.ts';
import { rowsOfManubri, rowsOfQuote, rowsOfStrisce, rowsOfTratti } from './righe-disegno.ts';
import { downloadDisegno, type FileGrafico, saveFile } from './scarica.ts';

export function downloadImmagine(disegno: ModelloDisegno, didascalia: Didascalia, file: FileGrafico): Promise<void> {
  return downloadDisegno((css) => writeImmagine(disegno, didascalia, css), file);
}

/** @returns a whole SVG document */
export function writeImmagine(disegno: ModelloDisegno, didascalia: Didascalia, css: string): string {
  if (disegno.genere === 'barre') return writeSvg(disegno.modello, didascalia, css);
  if (disegno.genere === 'flusso') return writeFlussoSvg(disegno.flusso, didascalia, css);
  return writeDisegno(drawCorpo(disegno), didascalia, css);
}

function drawCorpo(disegno: Exclude<ModelloDisegno, { genere: 'barre' | 'flusso' }>): Corpo {
  switch (disegno.genere) {
    case 'tratti': {
      const legenda = disegno.legenda ?? [];
      return drawRighe(
        rowsOfTratti(disegno.righe),
        legenda.map(({ aspetto, testo }) => ({ testo, segno: { genere: 'tratto', da: 0, a: 100, aspetto } })),
      );
    }
    case 'manubri': {
      const { inizio, fine } = disegno.manubri;
      return drawRighe(rowsOfManubri(disegno.manubri), [
        { testo: inizio, segno: { genere: 'punto', in: 50, aspetto: 'anello' } },
        { testo: fine, segno: { genere: 'punto', in: 50, aspetto: 'pieno' } },
      ]);
    }
    case 'quote':
      return drawRighe(rowsOfQuote(disegno.quote), [{ testo: 'intero ambito', segno: { genere: 'tacca', in: 50 } }]);
    case 'strisce':
      return drawRighe(rowsOfStrisce(disegno.sezioni, disegno.scelto), [
        { testo: 'questo comune', segno: { genere: 'punto', in: 50, aspetto: 'pieno' } },
        { testo: 'gli altri', segno: { genere: 'punto', in: 50, aspetto: 'altro' } },
        { testo: 'intero ambito', segno: { genere: 'tacca', in: 50 } },
      ]);
    case 'colonnine':
      return drawColonnine(disegno.riquadri, disegno.scala);
  }
}

export interface Provenienza {
  readonly fonte: string;
  readonly edizione: number;
}

export function downloadCsv(tavola: TavolaGrafico, provenienza: Provenienza, nome: string): void {
  saveFile(new Blob([writeTavolaCsv(tavola, provenienza)], { type: 'text/csv;charset=utf-8' }), `${nome}.csv`);
}

/** The numbers exact, with their unit; what is missing says why in its own words, never as a zero; the source on every line. */
export function writeTavolaCsv({ testa, colonne, righe }: TavolaGrafico, { fonte, edizione }: Provenienza): string {
  const cellOf = ({ valore, testo, unita }: CellaGrafico, diColonna: string) => {
    if (valore === null) return testo;
    return isDenaro(unita ?? diColonna) ? { importo: toDecimale(valore) } : valore;
  };
  return writeCsv(
    [testa, ...colonne.map(({ titolo, unita }) => (unita ? `${titolo} (${unita})` : titolo)), 'Fonte', 'Edizione'],
    righe.map(({ nome, celle }) => [
      nome,
      ...colonne.map(({ unita }, i) => {
        const cella = celle[i];
        return cella ? cellOf(cella, unita) : null;
      }),
      fonte,
      edizione,
    ]),
  );
}
