/** Finds the header of a table among title lines and blank ones, on one line or two. */
import type { Correzioni } from '../correzioni.ts';
import type { Contesto, LayoutTabella, Linea } from './layout.ts';
import { DA_CORREGGERE } from './layout-canonico.ts';
import { isVuota } from './linee.ts';
import {
  type ColonnaTrovata,
  createCandidato,
  joinRighe,
  matchColonne,
  type Riconosciuta,
  toTesti,
} from './riconoscimento.ts';

export interface Intestazione extends Riconosciuta {
  /** Position, among the lines looked at, of the first line below the header. */
  readonly seguente: number;
  /** Physical lines of the header. */
  readonly righe: readonly number[];
}

/** What the upload says of the header. */
export interface Indicazioni {
  readonly contesto: Contesto;
  readonly correzioni: Correzioni;
}

/** The header stands among the first lines of a file, below a few title lines at most. */
const LINEE_DI_TESTA = 30;

/**
 * @param linee the first lines of the file
 * @returns the best header: complete if there is one, else the one with most columns recognised; null where no column is. Where a
 *   person says which lines are the header, those and no others, whatever is recognised in them
 */
export function findIntestazione(
  linee: readonly Linea[],
  layout: readonly LayoutTabella[],
  indicazioni: Indicazioni,
): Intestazione | null {
  const { intestazione: indicata } = indicazioni.correzioni;
  let migliore: Intestazione | null = null;
  const testa = padCorrette(linee.slice(0, LINEE_DI_TESTA), indicazioni.correzioni);
  const massime = testa.reduce((massima, { celle }) => Math.max(massima, celle.length), 0);
  const candidati = layout.map((uno) => createCandidato(uno, indicazioni.contesto));
  for (const [indice, linea] of testa.entries()) {
    // Nothing below can tell more than a header that lacks nothing and leaves no cell of the widest line unexplained.
    if (migliore && isCompleta(migliore) && migliore.riconosciute === massime) break;
    if (isVuota(linea.celle) || (indicata && linea.riga !== indicata[0])) continue;
    const seguente = testa[indice + 1];
    const testi = linea.celle.map(toTesti);
    const unite = seguente ? joinRighe(linea.celle, seguente.celle) : [];
    for (const candidato of candidati) {
      if (indicata?.length !== 2) {
        const unaRiga = matchColonne(candidato, testi, indicazioni.correzioni);
        migliore = pickMigliore(migliore, { ...unaRiga, seguente: indice + 1, righe: [linea.riga] });
      }
      if (!seguente || isVuota(seguente.celle) || (indicata && seguente.riga !== indicata[1])) continue;
      const dueRighe = matchColonne(candidato, unite, indicazioni.correzioni);
      if (!indicata && !isSecondaRiga(dueRighe.colonne, seguente.celle)) continue;
      migliore = pickMigliore(migliore, { ...dueRighe, seguente: indice + 2, righe: [linea.riga, seguente.riga] });
    }
  }
  return migliore && (migliore.riconosciute > 0 || indicata) ? migliore : null;
}

/** A column that a person names may have no heading at all: it is one where any line has a cell for it. */
function padCorrette(testa: readonly Linea[], { colonne }: Correzioni): readonly Linea[] {
  if (colonne.size === 0) return testa;
  const larghezza = testa.reduce((massima, { celle }) => Math.max(massima, celle.length), 0);
  const ultima = Math.max(...[...colonne.keys()].filter((colonna) => colonna <= larghezza), 0);
  return testa.map(({ riga, celle }) => ({
    riga,
    celle: [...celle, ...Array<string>(Math.max(ultima - celle.length, 0)).fill('')],
  }));
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
  // Of two that lack something, that which lacks less is more likely meant, and asks for less.
  const inMeno = migliore.mancanti.length - nuova.mancanti.length;
  if (inMeno !== 0) return inMeno > 0 ? nuova : migliore;
  // The same columns on one line or on two: the second line, of years or units, belongs to the header.
  const continua = nuova.layout === migliore.layout && nuova.righe[0] === migliore.righe[0] && nuova.righe.length > 1;
  return continua && isCompleta(nuova) ? nuova : migliore;
}

/** A second header line names no row: nothing below the comune (or the first column), and no figures but years. */
function isSecondaRiga(colonne: readonly ColonnaTrovata[], celle: readonly string[]): boolean {
  // A copy has its header on one line, and may have next a line that says only what is wrong with it.
  if (colonne.some(({ colonna }) => colonna === DA_CORREGGERE)) return false;
  const etichetta = colonne.find(({ colonna }) => colonna?.colonna === 'comune')?.indice ?? 0;
  if ((celle[etichetta] ?? '').trim() !== '') return false;
  return colonne.every(({ indice, colonna }) => {
    const cella = (celle[indice] ?? '').trim();
    if (cella === '' || !/\d/.test(cella) || /^(?:19|20)\d{2}$/.test(cella)) return true;
    return colonna?.implica !== undefined;
  });
}
