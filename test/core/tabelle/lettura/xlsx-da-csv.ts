/** A CSV table as an office would have it in a spreadsheet: figures as numbers with their format, days as days, the rest as text. */
import { readLinee } from '../../../../functions/core/tabelle/lettura/csv.ts';
import { formatColonna } from '../../../../functions/core/tabelle/lettura/xlsx-riferimento.ts';
import { escapeXml, writeCartella } from './xlsx-cartelle.ts';

const FORMATI = ['#,##0.00\\ "€"', '0%', 14, '0.00%'];
const [EURO, PERCENTO, GIORNO, PERCENTO_ESATTO] = [1, 2, 3, 4];
const A_GRUPPI = /^-?\s?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const SEMPLICE = /^-?\s?(?:0|[1-9]\d{0,8})(?:[.,]\d+)?$/;
/** Days since 30 December 1899: how spreadsheets count. */
const PRIMO_GIORNO = Date.UTC(1899, 11, 30);
const MS_AL_GIORNO = 86_400_000;

/** @returns the sheet under the given name, after as many others as are named */
export function writeXlsxDaCsv(testo: string, { separatore = ';', foglio = 'Tabella' } = {}): Uint8Array {
  const righe = readLinee(testo.replace(/^\ufeff/, ''), separatore).map(({ riga, celle }) => {
    const scritte = celle.map((cella, colonna) => writeCella(`${formatColonna(colonna + 1)}${riga}`, cella));
    return `<row r="${riga}">${scritte.join('')}</row>`;
  });
  return writeCartella({
    formati: FORMATI,
    fogli: [{ nome: foglio, xml: `<sheetData>${righe.join('')}</sheetData>` }],
  });
}

function writeCella(dove: string, cella: string): string {
  const scritto = cella.trim();
  if (scritto === '') return '';
  const numero = (valore: string, stile = 0) => `<c r="${dove}"${stile ? ` s="${stile}"` : ''}><v>${valore}</v></c>`;
  const giorno = /^(\d{2})[/.](\d{2})[/.](\d{4})$/.exec(scritto);
  if (giorno) {
    const data = Date.UTC(Number(giorno[3]), Number(giorno[2]) - 1, Number(giorno[1]));
    return numero(String((data - PRIMO_GIORNO) / MS_AL_GIORNO), GIORNO);
  }
  const somma = /^€ ?(.*)$/.exec(scritto)?.[1] ?? scritto;
  const percento = /^(.*?) ?%$/.exec(scritto)?.[1];
  const cifre = toCifre(percento ?? somma);
  if (cifre === null)
    return `<c r="${dove}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cella)}</t></is></c>`;
  if (percento !== undefined) {
    return numero(String(Number(cifre) / 100), cifre.includes('.') ? PERCENTO_ESATTO : PERCENTO);
  }
  return numero(cifre, somma === scritto ? 0 : EURO);
}

/** The number as a spreadsheet keeps it, or null where the cell is a text (a code is one). */
function toCifre(scritto: string): string | null {
  if (A_GRUPPI.test(scritto)) return scritto.replace(/[\s.]/g, '').replace(',', '.');
  return SEMPLICE.test(scritto) ? scritto.replace(/\s/g, '').replace(',', '.') : null;
}
