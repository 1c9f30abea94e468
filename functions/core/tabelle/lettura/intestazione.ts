/** Finds the header of a table among title lines and blank ones, on one line or two, and says which column is which. */
import type { Tipo } from '../tipo.ts';
import type { ColonnaLayout, Contesto, Impliciti, LayoutTabella, Linea } from './layout.ts';
import { isVuota } from './linee.ts';
import { normalizeTesto } from './testo.ts';

export interface ColonnaTrovata {
  /** 0-based. */
  readonly indice: number;
  /** As published; the two lines of a two-line header joined. */
  readonly intestazione: string;
  /** Null for a column that the layout does not know. */
  readonly colonna: ColonnaLayout | null;
  readonly impliciti: Impliciti;
}

export interface Intestazione {
  readonly layout: LayoutTabella;
  /** Position, among the lines looked at, of the first line below the header. */
  readonly seguente: number;
  /** Physical lines of the header. */
  readonly righe: readonly number[];
  readonly colonne: readonly ColonnaTrovata[];
  /** Columns that the layout wants and the header lacks. */
  readonly mancanti: readonly ColonnaLayout[];
  readonly riconosciute: number;
}

/** The header stands among the first lines of a file, below a few title lines at most. */
const LINEE_DI_TESTA = 30;

/** The canonical layout of a type: one fact a row, headers by name, label or synonym. */
export function deriveLayoutCanonico(tipo: Tipo): LayoutTabella {
  const colonne = tipo.colonne.map((colonna) => ({
    testo: [colonna.id, colonna.titolo, ...colonna.sinonimi],
    colonna: colonna.id,
    obbligatoria: colonna.obbligatoria && !tipo.daContesto.includes(colonna.id),
  }));
  return {
    forma: 'tabella',
    id: 'canonico',
    titolo: 'Una riga per ogni dato',
    esempio: [tipo.colonne.map((colonna) => colonna.id), tipo.colonne.map((colonna) => colonna.esempio)]
      .map((celle) => celle.join(';'))
      .join('\n'),
    colonne: hasColonna(tipo, 'comune') && !hasColonna(tipo, 'codice_istat') ? [CODICE_ISTAT, ...colonne] : colonne,
  };
}

/** Any table of comuni may name them by code too: the code is checked against the name and not kept twice. */
const CODICE_ISTAT: ColonnaLayout = {
  testo: ['codice_istat', 'codice istat', 'codice istat comune', 'codice comune', 'cod istat', 'pro_com_t'],
  colonna: 'codice_istat',
  obbligatoria: false,
};

function hasColonna(tipo: Tipo, id: string): boolean {
  return tipo.colonne.some((colonna) => colonna.id === id);
}

/**
 * @param linee the first lines of the file
 * @returns the best header: complete if there is one, else the one with most columns recognised; null where no column is
 */
export function findIntestazione(
  linee: readonly Linea[],
  layout: readonly LayoutTabella[],
  contesto: Contesto,
): Intestazione | null {
  let migliore: Intestazione | null = null;
  const testa = linee.slice(0, LINEE_DI_TESTA);
  for (const [indice, linea] of testa.entries()) {
    if (isVuota(linea.celle)) continue;
    const seguente = testa[indice + 1];
    for (const candidato of layout) {
      const unaRiga = matchColonne(candidato, linea.celle.map(toTesti), contesto);
      migliore = pickMigliore(migliore, { ...unaRiga, seguente: indice + 1, righe: [linea.riga] });
      if (!seguente || isVuota(seguente.celle)) continue;
      const dueRighe = matchColonne(candidato, joinRighe(linea.celle, seguente.celle), contesto);
      if (!isSecondaRiga(dueRighe.colonne, seguente.celle)) continue;
      migliore = pickMigliore(migliore, { ...dueRighe, seguente: indice + 2, righe: [linea.riga, seguente.riga] });
    }
  }
  return migliore && migliore.riconosciute > 0 ? migliore : null;
}

export function isCompleta(intestazione: Intestazione): boolean {
  return intestazione.mancanti.length === 0;
}

function pickMigliore(migliore: Intestazione | null, nuova: Intestazione): Intestazione {
  if (!migliore) return nuova;
  const completa = Number(isCompleta(nuova)) - Number(isCompleta(migliore));
  if (completa !== 0) return completa > 0 ? nuova : migliore;
  const inPiu = nuova.riconosciute - migliore.riconosciute;
  if (inPiu !== 0) return inPiu > 0 ? nuova : migliore;
  // The same columns on one line or on two: the second line, of years or units, belongs to the header.
  const continua = nuova.layout === migliore.layout && nuova.righe[0] === migliore.righe[0] && nuova.righe.length > 1;
  return continua && isCompleta(nuova) ? nuova : migliore;
}

/** The texts under which a column may be known, the fullest first, and how to show it. */
interface Testi {
  readonly pubblicata: string;
  readonly normali: readonly string[];
}

function toTesti(cella: string): Testi {
  const pubblicata = cella.trim().replace(/\s+/g, ' ');
  return { pubblicata, normali: [normalizeTesto(pubblicata)] };
}

/** A group label spans the cells after it that are empty above and filled below. */
function joinRighe(sopra: readonly string[], sotto: readonly string[]): Testi[] {
  let gruppo = '';
  return Array.from({ length: Math.max(sopra.length, sotto.length) }, (_, indice) => {
    const alto = (sopra[indice] ?? '').trim().replace(/\s+/g, ' ');
    const basso = (sotto[indice] ?? '').trim().replace(/\s+/g, ' ');
    if (alto) gruppo = alto;
    const titolo = alto || (basso ? gruppo : '');
    const pubblicata = [titolo, basso].filter(Boolean).join(' ');
    const normali = [pubblicata, basso, alto].map(normalizeTesto).filter(Boolean);
    return { pubblicata, normali };
  });
}

/** A second header line names no row: nothing below the comune (or the first column), and no figures but years. */
function isSecondaRiga(colonne: readonly ColonnaTrovata[], celle: readonly string[]): boolean {
  const etichetta = colonne.find(({ colonna }) => colonna?.colonna === 'comune')?.indice ?? 0;
  if ((celle[etichetta] ?? '').trim() !== '') return false;
  return colonne.every(({ indice, colonna }) => {
    const cella = (celle[indice] ?? '').trim();
    if (cella === '' || !/\d/.test(cella) || /^(?:19|20)\d{2}$/.test(cella)) return true;
    return colonna?.implica !== undefined;
  });
}

function matchColonne(
  layout: LayoutTabella,
  testi: readonly Testi[],
  contesto: Contesto,
): Pick<Intestazione, 'layout' | 'colonne' | 'mancanti' | 'riconosciute'> {
  const colonne = testi.map((testo, indice) => matchColonna({ layout, testo, indice }, contesto));
  const trovate = new Set(colonne.map(({ colonna }) => colonna));
  const conCodice = colonne.some(({ colonna }) => colonna?.colonna === 'codice_istat');
  const mancanti = layout.colonne.filter(
    (colonna) =>
      colonna.obbligatoria !== false && !trovate.has(colonna) && !(colonna.colonna === 'comune' && conCodice),
  );
  return { layout, colonne, mancanti, riconosciute: colonne.filter(({ colonna }) => colonna !== null).length };
}

interface DaRiconoscere {
  readonly layout: LayoutTabella;
  readonly testo: Testi;
  readonly indice: number;
}

function matchColonna({ layout, testo, indice }: DaRiconoscere, contesto: Contesto): ColonnaTrovata {
  const intestazione = testo.pubblicata;
  for (const normale of testo.normali) {
    if (!normale) continue;
    for (const colonna of layout.colonne) {
      const trovato = matchTesto(colonna.testo, normale);
      if (!trovato) continue;
      const impliciti =
        typeof colonna.implica === 'function' ? colonna.implica(trovato, contesto) : (colonna.implica ?? {});
      return { indice, intestazione, colonna, impliciti };
    }
  }
  return { indice, intestazione, colonna: null, impliciti: {} };
}

function matchTesto(testo: ColonnaLayout['testo'], normale: string): RegExpExecArray | null {
  if (testo instanceof RegExp) return testo.exec(normale);
  return testo.some((voce) => normalizeTesto(voce) === normale) ? /^.*$/.exec(normale) : null;
}
