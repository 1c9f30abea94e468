import { quoteCella } from '../http/csv.ts';
import type { Tipo } from './tipo.ts';

const BOM = '\ufeff';

/**
 * A CSV template that Excel and LibreOffice in Italy open as it is: BOM, `;`, one example row. Codes are left to who wants them beside the name: a
 * spreadsheet takes their first zero away, and the template itself would come back refused.
 * @returns text, CRLF line ends
 */
export function writeModello(tipo: Tipo): string {
  const esempi = tipo.colonne.map(({ formato, esempio }) => (formato === 'codice-istat' ? '' : esempio));
  const righe = [tipo.colonne.map((colonna) => colonna.id), esempi];
  return BOM + righe.map((celle) => `${celle.map(quoteCella).join(';')}\r\n`).join('');
}
