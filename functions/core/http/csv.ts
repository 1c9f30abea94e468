/**
 * CSV as a spreadsheet in Italy opens it: BOM, `;`, decimal comma, CRLF, and no text cell that it could take for a formula. LibreOffice offers to cut
 * at commas and tabs as well: what holds one is quoted, numbers too, or `98746,62` would be two cells.
 * @source OWASP ASVS 1.2.10, formula injection; RFC 4180 for the quoting
 */

/** Text, a number (written with a decimal comma), or nothing. */
export type Cella = string | number | null | undefined;

/** A decimal string of the API, `"-251622.44"`, to be written as a number. */
export interface Importo {
  readonly importo: string;
}

/**
 * The signs with which a formula begins, full-width and small ones too, also behind what a spreadsheet may strip or does not show: spaces,
 * quotes, characters without a shape.
 */
const INIZIO_DI_FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}\p{Cc}"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B])/u;
const DA_RACCHIUDERE = /[",;\t\r\n]/;

/**
 * @param intestazione names of the columns
 * @param righe cells in the order of the columns
 */
export function writeCsv(intestazione: readonly string[], righe: Iterable<readonly (Cella | Importo)[]>): string {
  let csv = `\uFEFF${intestazione.map(writeTesto).join(';')}\r\n`;
  for (const riga of righe) csv += `${riga.map(writeCella).join(';')}\r\n`;
  return csv;
}

/** A text as it was before the guard against formulas was put before it. */
export function stripGuardia(testo: string): string {
  return testo.startsWith("'") && INIZIO_DI_FORMULA.test(testo.slice(1)) ? testo.slice(1) : testo;
}

function writeCella(cella: Cella | Importo): string {
  if (cella === null || cella === undefined) return '';
  if (typeof cella === 'number') return quoteCella(writeNumero(cella));
  if (typeof cella === 'object') return quoteCella(cella.importo.replace('.', ','));
  return writeTesto(cella);
}

/** Never in scientific notation, which a spreadsheet would round away. */
function writeNumero(numero: number): string {
  const scritto = String(numero);
  return (scritto.includes('e') ? numero.toFixed(20).replace(/\.?0+$/, '') : scritto).replace('.', ',');
}

function writeTesto(testo: string): string {
  return quoteCella(INIZIO_DI_FORMULA.test(testo) ? `'${testo}` : testo);
}

/** As it stands in the file, where nothing in it can be taken for the end of the cell. */
export function quoteCella(scritto: string): string {
  return DA_RACCHIUDERE.test(scritto) ? `"${scritto.replaceAll('"', '""')}"` : scritto;
}
