/** The values of a view as a file for a spreadsheet. Browser only. */
import { saveFile } from '../../grafici/scarica.ts';
import { type Parte, writeConfrontiCsv } from '../../serie/tabella-csv.ts';
import type { DatiVista } from './stato.ts';

export function downloadCsv({ ambito, stato }: DatiVista, parti: readonly Parte[]): void {
  const file = new Blob([writeConfrontiCsv(parti)], { type: 'text/csv;charset=utf-8' });
  saveFile(file, `${ambito.id}-${stato.grafico}.csv`);
}
