/** Which column of a layout a heading means: by its texts, by what a person says of it. */
import { type Correzioni, IGNORA } from '../correzioni.ts';
import type { ColonnaLayout, Contesto, Impliciti, LayoutTabella } from './layout.ts';
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

/** A column that a person says is not to be used. */
export const IGNORATA: ColonnaLayout = { testo: [], colonna: null, obbligatoria: false };

/** The texts under which a column may be known, the fullest first, and how to show it. */
export interface Testi {
  readonly pubblicata: string;
  readonly normali: readonly string[];
}

export function toTesti(cella: string): Testi {
  const pubblicata = cella.trim().replace(/\s+/g, ' ');
  return { pubblicata, normali: [normalizeTesto(pubblicata)] };
}

/** A group label spans the cells after it that are empty above and filled below. */
export function joinRighe(sopra: readonly string[], sotto: readonly string[]): Testi[] {
  let gruppo = '';
  return Array.from({ length: Math.max(sopra.length, sotto.length) }, (_, indice) => {
    const alto = (sopra[indice] ?? '').trim().replace(/\s+/g, ' ');
    const basso = (sotto[indice] ?? '').trim().replace(/\s+/g, ' ');
    if (alto) gruppo = alto;
    const titolo = alto || (basso ? gruppo : '');
    const pubblicata = [titolo, basso].filter(Boolean).join(' ');
    // A label over several columns says of none of them all that it is: «0-3» over «M» and «F» is no column of all.
    const conAltri = basso !== '' && !(sopra[indice + 1] ?? '').trim() && (sotto[indice + 1] ?? '').trim() !== '';
    const normali = [pubblicata, basso, conAltri ? '' : alto].map(normalizeTesto).filter(Boolean);
    return { pubblicata, normali };
  });
}

type Significato = Pick<ColonnaTrovata, 'colonna' | 'impliciti'>;

/** A layout under trial. */
export interface Candidato {
  readonly layout: LayoutTabella;
  /** The first lines of a file repeat themselves, and each is tried alone and with the next: a heading is looked up once. */
  readonly match: (normali: readonly string[]) => Significato;
}

export function createCandidato(layout: LayoutTabella, contesto: Contesto): Candidato {
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

/** A line, as far as a layout explains it. */
export interface Riconosciuta {
  readonly layout: LayoutTabella;
  readonly colonne: readonly ColonnaTrovata[];
  /** Columns that the layout wants and the header lacks. */
  readonly mancanti: readonly ColonnaLayout[];
  readonly riconosciute: number;
}

export function matchColonne(candidato: Candidato, testi: readonly Testi[], correzioni: Correzioni): Riconosciuta {
  const { layout } = candidato;
  const colonne = testi.map((testo, indice) => matchColonna({ candidato, testo, indice }, correzioni));
  const trovate = new Set(colonne.map(({ colonna }) => colonna));
  const conCodice = colonne.some(({ colonna }) => colonna?.colonna === 'codice_istat');
  const isDetta = ({ colonna }: ColonnaLayout) =>
    colonna !== null && (correzioni.valori.has(colonna) || (colonna === 'comune' && conCodice));
  const mancanti = layout.colonne.filter(
    (colonna) => colonna.obbligatoria !== false && !trovate.has(colonna) && !isDetta(colonna),
  );
  return { layout, colonne, mancanti, riconosciute: colonne.filter(isRiconosciuta).length };
}

/** A line that says nothing where a person says which column it is may be any line: it does not tell the header from a title. */
function isRiconosciuta({ colonna, intestazione, corretta }: ColonnaTrovata): boolean {
  return colonna !== null && colonna !== IGNORATA && !(corretta && intestazione === '');
}

/** A figure is no heading, though without its dot it may look like one: `3.500` is not the band of age 3-500. */
const MIGLIAIA = /^(?:€ ?)?-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;

interface DaRiconoscere {
  readonly candidato: Candidato;
  readonly testo: Testi;
  readonly indice: number;
}

function matchColonna({ candidato, testo, indice }: DaRiconoscere, correzioni: Correzioni): ColonnaTrovata {
  const intestazione = testo.pubblicata;
  const indicata = correzioni.colonne.get(indice + 1);
  if (indicata !== undefined) return { indice, intestazione, ...matchIndicata(candidato, indicata), corretta: true };
  if (MIGLIAIA.test(intestazione)) return { indice, intestazione, colonna: null, impliciti: {} };
  return { indice, intestazione, ...candidato.match(testo.normali) };
}

/** @param indicata the canonical column, or a heading of this layout */
function matchIndicata({ layout, match }: Candidato, indicata: string): Significato {
  if (indicata === IGNORA) return { colonna: IGNORATA, impliciti: {} };
  const perNome = layout.colonne.find(
    ({ colonna, implica, ruolo, addendo, parti }) =>
      colonna === indicata && [implica, ruolo, addendo, parti].every((altro) => altro === undefined),
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
