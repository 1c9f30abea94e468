import { XlsxError } from './xlsx-errore.ts';

/** Characters of one cell: twice what a spreadsheet lets one write in it, as much as one record of a CSV file may have. */
const MASSIMO_TESTO = 65_536;

/**
 * @param dove tells the place, asked for only where it is needed
 * @throws XlsxError `cella-troppo-lunga`
 */
export function addTesto(testo: string, pezzo: string, dove: () => string): string {
  if (testo.length + pezzo.length > MASSIMO_TESTO) {
    throw new XlsxError(
      'cella-troppo-lunga',
      `Il foglio di calcolo contiene un testo troppo lungo (${dove()}): una cella di una tabella ha poche parole.`,
    );
  }
  return testo + pezzo;
}

/**
 * A text as the file stores it -> as the person sees it. `_x000D_` stands for a character that XML does not carry; only those that a
 * text may hold are brought back.
 * @source ECMA-376, part 1, 22.4.2.4 (bstr)
 */
export function decodeTesto(testo: string): string {
  if (!testo.includes('_x') && !testo.includes('\r')) return testo;
  return testo
    .replace(/_x([0-9A-F]{4})_/gi, (scritto, cifre: string) => {
      const codice = Number.parseInt(cifre, 16);
      const ammesso = codice === 9 || codice === 10 || codice === 13 || (codice >= 32 && codice < 0xd800);
      return ammesso ? String.fromCharCode(codice) : scritto;
    })
    .replace(/\r\n?/g, '\n');
}
