import type { Tipo } from './tipo.ts';

const BOM = '\ufeff';

/**
 * A CSV template that Excel in Italy opens as it is: BOM, `;`, one example row.
 * @returns text, CRLF line ends
 */
export function writeModello(tipo: Tipo): string {
  const righe = [tipo.colonne.map((colonna) => colonna.id), tipo.colonne.map((colonna) => colonna.esempio)];
  return BOM + righe.map((celle) => `${celle.map(quoteCella).join(';')}\r\n`).join('');
}

function quoteCella(testo: string): string {
  return /[;"\r\n]/.test(testo) ? `"${testo.replaceAll('"', '""')}"` : testo;
}
