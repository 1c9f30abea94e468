/** From the first lines of a file, in which its header was found, to a reader of the lines below it. */
import type { Correzioni } from '../correzioni.ts';
import { warnSomma } from './addendi.ts';
import { describeAltroAnno } from './altro-anno.ts';
import type { LettoreComuni } from './comuni.ts';
import { findGirata } from './girata.ts';
import { type Intestazione, isCompleta } from './intestazione.ts';
import type { Impliciti, Linea } from './layout.ts';
import { LettoreTabella } from './lettore-tabella.ts';
import { classifyLinea } from './linee.ts';
import { createPiano } from './piano.ts';
import { proposeColonne } from './proposte.ts';
import type { Rettifica } from './rettifica.ts';
import type { FormaTrovata } from './scelta.ts';
import { describeSignificato } from './significato.ts';
import type { OpzioniTavola } from './tavola.ts';
import { MOTIVO_TITOLO, MOTIVO_TOTALE_SOPRA, warnTotaleSopra } from './titoli.ts';
import { listUnitaDiverse } from './unita-scritte.ts';
import { readValoriIndicati } from './valori-indicati.ts';
import {
  checkIntestazione,
  describeRigaSopra,
  describeSenzaIntestazione,
  isRigaSopra,
  listMancanti,
} from './verifica-intestazione.ts';

export interface OpzioniApertura extends OpzioniTavola {
  readonly correzioni: Correzioni;
  readonly rettifica: Rettifica;
  readonly readComune: LettoreComuni;
  /** ISTAT code or `ambito` that the upload states, null for every comune. */
  readonly portata: string | null;
}

const NESSUNA: ReadonlyMap<number, string> = new Map();

/** @returns null where the table cannot be read line by line: its problems are told */
export function openTabella({ intestazione, linee }: FormaTrovata, opzioni: OpzioniApertura): LettoreTabella | null {
  const { tipo, contesto, correzioni, rettifica, readComune, portata, raccolta, problemi, interprete } = opzioni;
  rettifica.checkIntestazione(intestazione);
  const girata = findGirata(linee, intestazione, opzioni);
  if (girata) {
    problemi.add(girata);
    return null;
  }
  const proposte = intestazione ? proposeColonne(tipo, intestazione, linee) : NESSUNA;
  if (!intestazione || (isIncerta(intestazione, correzioni) && proposte.size === 0)) {
    const diverse = intestazione ? listUnitaDiverse(tipo, intestazione) : [];
    for (const problema of diverse) problemi.add(problema);
    if (diverse.length === 0) {
      problemi.addFile('intestazione-non-trovata', describeSenzaIntestazione(tipo, linee) + interprete.altriFogli);
    }
    return null;
  }
  interprete.layout = intestazione.layout.titolo;
  interprete.intestazione = [...intestazione.righe];
  leaveRigheSopra(linee, intestazione, opzioni);
  const piano = createPiano(tipo, intestazione, {
    daContesto: { ...readTitoli(linee, intestazione, opzioni), ...readValoriIndicati(intestazione, opzioni) },
    portata,
    numeri: correzioni.numeri,
    onNota: (indice, nota) => interprete.addNota(indice, nota),
  });
  describeColonne(intestazione, proposte, opzioni);
  for (const misura of piano.gruppi.flatMap(({ misure }) => misure)) {
    if (misura.altri.length > 0) interprete.warn(warnSomma(misura, piano.intestazioni));
  }
  raccolta.ignote = intestazione.colonne.filter(isIgnota).map((colonna) => colonna.intestazione);
  raccolta.chiaviIncerte = !isCompleta(intestazione) && intestazione.colonne.some(isIgnota);
  interprete.mancanti = listMancanti({ tipo, intestazione, piano });
  if (!checkIntestazione({ tipo, intestazione, piano, proposte }, problemi)) return null;
  return new LettoreTabella({ piano, parte: contesto.parte, readComune, raccolta, problemi, interprete });
}

/** One known word in a line is not a header yet, unless a person says that it is. */
function isIncerta(intestazione: Intestazione, correzioni: Correzioni): boolean {
  return !correzioni.intestazione && intestazione.riconosciute === 1 && !isCompleta(intestazione);
}

function isIgnota({ colonna, intestazione }: Intestazione['colonne'][number]): boolean {
  return colonna === null && intestazione !== '';
}

/** Titles, and what stands above the header and looks like a row. */
function leaveRigheSopra(
  linee: readonly Linea[],
  intestazione: Intestazione,
  { raccolta, problemi, interprete }: OpzioniApertura,
): void {
  for (const linea of linee.slice(0, intestazione.seguente - intestazione.righe.length)) {
    const totale = classifyLinea(linea.celle) === 'totale';
    interprete.exclude(linea.riga, linea.celle, totale ? MOTIVO_TOTALE_SOPRA : MOTIVO_TITOLO);
    if (!isRigaSopra(linea, intestazione)) {
      if (totale) interprete.warn(warnTotaleSopra(linea.riga));
      continue;
    }
    problemi.add(describeRigaSopra(linea));
    raccolta.onScarto?.({ ...linea, valori: {}, posti: {} });
  }
}

/**
 * What titles and upload say of the whole table. Where the two disagree nobody is right.
 * @returns canonical columns with their value
 */
function readTitoli(
  linee: readonly Linea[],
  { layout, righe, colonne }: Intestazione,
  { daContesto, problemi, interprete }: OpzioniApertura,
): Impliciti {
  const titolo = linee.filter(({ riga }) => riga < (righe[0] ?? 0)).map(({ celle }) => celle.join(' '));
  const daTitolo = layout.daTitolo?.(titolo.join('\n')) ?? {};
  for (const [id, valore] of Object.entries(daTitolo)) {
    const dichiarato = daContesto[id];
    if (dichiarato === undefined || dichiarato === valore) continue;
    problemi.addFile(
      'contesto-contraddetto',
      `Al caricamento è indicato ${id} ${dichiarato}, ma dal file risulta ${id} ${valore} (un conteggio al 1° gennaio appartiene all’anno che si è appena chiuso).`,
    );
  }
  const conAnno = colonne.some(({ colonna }) => colonna?.colonna === 'anno') || daTitolo.anno !== undefined;
  const altroAnno = describeAltroAnno([...titolo, interprete.cartella.foglio ?? ''], daContesto.anno);
  if (altroAnno !== null && !conAnno) interprete.warn(altroAnno);
  return { ...daContesto, ...daTitolo };
}

function describeColonne(
  { colonne }: Intestazione,
  proposte: ReadonlyMap<number, string>,
  { tipo, interprete }: OpzioniApertura,
): void {
  for (const trovata of colonne) {
    if (trovata.intestazione === '' && !trovata.corretta) continue;
    if (trovata.colonna === null) interprete.warnSconosciuta(trovata.indice, trovata.intestazione);
    const id = trovata.colonna?.colonna;
    const proposta = proposte.get(trovata.indice);
    interprete.addColonna({
      colonna: trovata.indice + 1,
      intestazione: trovata.intestazione,
      significato: describeSignificato(tipo, trovata),
      formato: trovata.colonna?.formato ?? tipo.colonne.find((colonna) => colonna.id === id)?.formato ?? null,
      ...(proposta !== undefined && { proposta }),
      ...(trovata.corretta && { corretta: true }),
    });
  }
}
