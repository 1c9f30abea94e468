/** Finds the header of a table among title lines and blank ones, on one line or two, and says which column is which. */
import { type Correzioni, IGNORA } from '../correzioni.ts';
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
  /** Its meaning comes from a person. */
  readonly corretta?: true;
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

/** A column that a person says is not to be used. */
export const IGNORATA: ColonnaLayout = { testo: [], colonna: null, obbligatoria: false };

/** The last column of a copy to be corrected: what is wrong with each line. */
export const COLONNA_DA_CORREGGERE = 'da_correggere';
export const DA_CORREGGERE: ColonnaLayout = { testo: [COLONNA_DA_CORREGGERE], colonna: null, obbligatoria: false };

/** What the upload says of the header. */
export interface Indicazioni {
  readonly contesto: Contesto;
  readonly correzioni: Correzioni;
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
    colonne: [
      ...(hasColonna(tipo, 'comune') && !hasColonna(tipo, 'codice_istat') ? [CODICE_ISTAT] : []),
      ...colonne,
      DA_CORREGGERE,
    ],
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

type Significato = Pick<ColonnaTrovata, 'colonna' | 'impliciti'>;

/** A layout under trial. */
interface Candidato {
  readonly layout: LayoutTabella;
  /** The first lines of a file repeat themselves, and each is tried alone and with the next: a heading is looked up once. */
  readonly match: (normali: readonly string[]) => Significato;
}

function createCandidato(layout: LayoutTabella, contesto: Contesto): Candidato {
  const noti = new Map<string, Significato>();
  return {
    layout,
    match: (normali) => {
      const chiave = normali.join('\n');
      const noto = noti.get(chiave) ?? matchTesti(layout, normali, contesto);
      noti.set(chiave, noto);
      return noto;
    },
  };
}

function matchColonne(
  candidato: Candidato,
  testi: readonly Testi[],
  correzioni: Correzioni,
): Pick<Intestazione, 'layout' | 'colonne' | 'mancanti' | 'riconosciute'> {
  const { layout } = candidato;
  const colonne = testi.map((testo, indice) => matchColonna({ candidato, testo, indice }, correzioni));
  const trovate = new Set(colonne.map(({ colonna }) => colonna));
  const conCodice = colonne.some(({ colonna }) => colonna?.colonna === 'codice_istat');
  const mancanti = layout.colonne.filter(
    (colonna) =>
      colonna.obbligatoria !== false && !trovate.has(colonna) && !(colonna.colonna === 'comune' && conCodice),
  );
  return { layout, colonne, mancanti, riconosciute: colonne.filter(isRiconosciuta).length };
}

/** A line that says nothing where a person says which column it is may be any line: it does not tell the header from a title. */
function isRiconosciuta({ colonna, intestazione, corretta }: ColonnaTrovata): boolean {
  return colonna !== null && colonna !== IGNORATA && !(corretta && intestazione === '');
}

interface DaRiconoscere {
  readonly candidato: Candidato;
  readonly testo: Testi;
  readonly indice: number;
}

function matchColonna({ candidato, testo, indice }: DaRiconoscere, correzioni: Correzioni): ColonnaTrovata {
  const intestazione = testo.pubblicata;
  const indicata = correzioni.colonne.get(indice + 1);
  if (indicata !== undefined) return { indice, intestazione, ...matchIndicata(candidato, indicata), corretta: true };
  return { indice, intestazione, ...candidato.match(testo.normali) };
}

/** @param indicata the canonical column, or a heading of this layout */
function matchIndicata({ layout, match }: Candidato, indicata: string): Significato {
  if (indicata === IGNORA) return { colonna: IGNORATA, impliciti: {} };
  const perNome = layout.colonne.find(
    ({ colonna, implica, ruolo }) => colonna === indicata && implica === undefined && ruolo === undefined,
  );
  return perNome ? { colonna: perNome, impliciti: {} } : match([normalizeTesto(indicata)]);
}

function matchTesti(layout: LayoutTabella, normali: readonly string[], contesto: Contesto): Significato {
  for (const normale of normali) {
    if (!normale) continue;
    for (const colonna of layout.colonne) {
      const trovato = matchTesto(colonna.testo, normale);
      if (!trovato) continue;
      const impliciti =
        typeof colonna.implica === 'function' ? colonna.implica(trovato, contesto) : (colonna.implica ?? {});
      return { colonna, impliciti };
    }
  }
  return { colonna: null, impliciti: {} };
}

function matchTesto(testo: ColonnaLayout['testo'], normale: string): RegExpExecArray | null {
  if (testo instanceof RegExp) return testo.exec(normale);
  return normalizeNomi(testo).has(normale) ? /^.*$/.exec(normale) : null;
}

/** The names of a column, as they are looked for: every heading of every file is held against all of them. */
const nomiNormali = new WeakMap<readonly string[], ReadonlySet<string>>();

function normalizeNomi(testo: readonly string[]): ReadonlySet<string> {
  const noti = nomiNormali.get(testo);
  if (noti) return noti;
  const normali = new Set(testo.map(normalizeTesto));
  nomiNormali.set(testo, normali);
  return normali;
}
