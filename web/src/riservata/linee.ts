/** A file of text as it is written: bytes to letters, letters to lines and cells. */

export interface Linea {
  /** 1-based physical line where it begins. */
  readonly riga: number;
  readonly celle: readonly string[];
}

const ETICHETTE: Readonly<Record<string, string>> = {
  'UTF-8': 'utf-8',
  'UTF-8 con BOM': 'utf-8',
  'Windows-1252': 'windows-1252',
  'Mac OS Roman': 'macintosh',
  'UTF-16': 'utf-16le',
};

/**
 * As a stream, because Node 20 reads Windows-1252 as Latin-1 otherwise: the euro sign would be lost.
 * @returns null for what was not read as text (a workbook, a refused file): there are no lines to show
 */
export function decodeFile(byte: Uint8Array, codifica: string): string | null {
  const etichetta = ETICHETTE[codifica];
  return etichetta === undefined ? null : new TextDecoder(etichetta).decode(byte, { stream: true });
}

/**
 * Text -> lines and cells, as a table of text is written: a quoted cell may hold separators and line ends. Never refuses:
 * what is badly quoted is shown as it stands.
 * @source RFC 4180
 */
export function splitLinee(testo: string, separatore: string): Linea[] {
  const linee: Linea[] = [];
  let celle: string[] = [];
  let cella = '';
  let traVirgolette = false;
  let riga = 1;
  let inizio = 1;
  const closeLinea = () => {
    linee.push({ riga: inizio, celle: [...celle, cella] });
    celle = [];
    cella = '';
  };
  const lettere = testo.replace(/\r\n?/g, '\n');
  for (let i = 0; i < lettere.length; i += 1) {
    const lettera = lettere.charAt(i);
    if (lettera === '\n') riga += 1;
    if (traVirgolette) {
      if (lettera !== '"') cella += lettera;
      else if (lettere.charAt(i + 1) === '"') {
        cella += '"';
        i += 1;
      } else traVirgolette = false;
    } else if (lettera === '"' && cella === '') traVirgolette = true;
    else if (lettera === separatore) {
      celle.push(cella);
      cella = '';
    } else if (lettera === '\n') {
      closeLinea();
      inizio = riga;
    } else cella += lettera;
  }
  if (cella !== '' || celle.length > 0) closeLinea();
  return linee;
}

/**
 * The line that has that number or, where it is blank or inside a cell of many lines, the one that is read there.
 * @returns null where the file ends before
 */
export function findLinea(linee: readonly Linea[], riga: number): number | null {
  const piene = linee.filter(({ celle }) => celle.some((cella) => cella.trim() !== ''));
  if (riga > (piene.at(-1)?.riga ?? 0)) return null;
  return (piene.findLast((linea) => linea.riga <= riga) ?? piene[0])?.riga ?? null;
}

/** The separator as the preview names it: `punto e virgola (;)` -> `;`. */
export function separatoreOf(nome: string): string {
  return nome === 'tabulazione' ? '\t' : (/\((.)\)$/.exec(nome)?.[1] ?? ';');
}
