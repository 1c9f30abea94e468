/**
 * Which column a heading that nobody recognised was perhaps meant to be: by the words that it has in common with one that lacks, and
 * by whether what stands below can be read so. It is only offered: a person says yes.
 */
import type { Colonna, Tipo } from '../tipo.ts';
import { createLettoreCella } from './celle.ts';
import type { Intestazione } from './intestazione.ts';
import type { Linea } from './layout.ts';
import { classifyLinea } from './linee.ts';
import { isIntestazionePersonale } from './personali.ts';
import { Rifiuto } from './rifiuto.ts';
import { normalizeTesto } from './testo.ts';
import { findUnitaDiversa } from './unita-scritte.ts';

/** Lines below the header that are tried. */
const RIGHE_DI_PROVA = 20;
/** Of the cells that say something, those that must be readable. */
const LEGGIBILI = 0.8;
const RADICE = 5;
const PAROLA = 4;
/** Words that name no figure more than another. */
const GENERICHE = new Set(['numer', 'total', 'codic', 'della', 'delle', 'degli', 'perio', 'nome', 'tempo']);

interface Proposta {
  /** 0-based. */
  readonly indice: number;
  /** Canonical column. */
  readonly id: string;
  readonly punti: number;
}

/** @returns canonical column by 0-based column of the file: each once at most */
export function proposeColonne(
  tipo: Tipo,
  intestazione: Intestazione,
  linee: readonly Linea[],
): ReadonlyMap<number, string> {
  const presenti = new Set(intestazione.colonne.map(({ colonna }) => colonna?.colonna));
  const assenti = tipo.colonne.filter(({ id }) => !presenti.has(id) && id !== 'codice_istat');
  const ignote = intestazione.colonne.filter(
    ({ colonna, intestazione: titolo }) =>
      colonna === null && titolo !== '' && !isIntestazionePersonale(titolo) && findUnitaDiversa(tipo, titolo) === null,
  );
  const ultima = intestazione.righe.at(-1) ?? 0;
  const righe = linee.filter(({ riga, celle }) => riga > ultima && classifyLinea(celle) === 'altra');
  const proposte = ignote.flatMap(({ indice, intestazione: titolo }) => {
    const celle = righe.slice(0, RIGHE_DI_PROVA).map((linea) => linea.celle[indice] ?? '');
    return assenti.map(
      (colonna): Proposta => ({ indice, id: colonna.id, punti: scoreColonna(colonna, titolo, celle) }),
    );
  });
  const scelte = new Map<number, string>();
  const prese = new Set<string>();
  for (const { indice, id, punti } of proposte.toSorted((a, b) => b.punti - a.punti)) {
    if (punti === 0 || scelte.has(indice) || prese.has(id)) continue;
    prese.add(id);
    // Two as likely («Iscritti da altri comuni», «Iscritti dall’estero») are perhaps its parts: neither is it.
    if (proposte.some((altra) => altra.id === id && altra.indice !== indice && altra.punti === punti)) continue;
    scelte.set(indice, id);
  }
  return scelte;
}

/** Words in common, those of the name before those of its synonyms; a word more where only the values of that column stand below, since few texts are one of a list by chance. */
function scoreColonna(colonna: Colonna, titolo: string, celle: readonly string[]): number {
  const dette = celle.filter((cella) => cella.trim() !== '');
  const read = createLettoreCella({ ...colonna, ...(colonna.conSegno && { conSegno: true }) });
  const lette = dette.filter((cella) => !(read(cella) instanceof Rifiuto)).length;
  if (dette.length === 0 || lette / dette.length < LEGGIBILI) return 0;
  const radici = listRadici(titolo);
  const count = (nomi: readonly string[]) => {
    const loro = new Set(nomi.flatMap(listRadici));
    return radici.filter((radice) => loro.has(radice)).length;
  };
  const inElenco = colonna.valori !== undefined && !isSiNo(colonna.valori);
  return 2 * count([colonna.id, colonna.titolo]) + count(colonna.sinonimi) + (inElenco ? 1 : 0);
}

/** What is answered so may be any question. */
function isSiNo(valori: readonly string[]): boolean {
  return valori.every((valore) => /^(?:sì?|si|no)$/i.test(valore));
}

function listRadici(testo: string): string[] {
  const parole = normalizeTesto(testo)
    .split(' ')
    .filter((parola) => parola.length >= PAROLA);
  return [...new Set(parole.map((parola) => parola.slice(0, RADICE)))].filter((radice) => !GENERICHE.has(radice));
}
