/** What keeps a header from being taken: columns that lack, that say one thing twice, that hold personal data. */
import type { Colonna, Tipo } from '../tipo.ts';
import { isNumerico } from './celle.ts';
import { FASCIA_IN_DATA, isFasciaInData } from './eta.ts';
import type { Intestazione } from './intestazione.ts';
import type { ColonnaLayout, Linea } from './layout.ts';
import { isIntestazionePersonale } from './personali.ts';
import type { Piano } from './piano.ts';
import type { Problema } from './problema.ts';
import type { ElencoProblemi } from './problemi.ts';
import type { ColonnaTrovata } from './riconoscimento.ts';
import { describeContestoMancante } from './tavola.ts';
import { joinElenco, normalizeTesto } from './testo.ts';
import { listUnitaDiverse } from './unita-scritte.ts';
import { isIndicabile } from './valori-indicati.ts';

/** @source limits of the contract on tables */
export const MASSIMO_COLONNE = 200;

export interface Verifica {
  readonly tipo: Tipo;
  readonly intestazione: Intestazione;
  readonly piano: Piano;
}

interface ConProposte extends Verifica {
  /** Canonical column that a heading was perhaps meant to be, by 0-based column. */
  readonly proposte: ReadonlyMap<number, string>;
}

/**
 * Tells every problem of the header, and of what neither header nor upload say.
 * @returns false where the lines below cannot be read at all: else they are, so that their problems are told too
 */
export function checkIntestazione(verifica: ConProposte, problemi: ElencoProblemi): boolean {
  const { tipo, intestazione } = verifica;
  const riga = intestazione.righe[0] ?? null;
  if (intestazione.colonne.length > MASSIMO_COLONNE) {
    problemi.add({
      riga,
      colonna: null,
      valore: null,
      regola: 'troppe-colonne',
      messaggio: `La tabella ha ${intestazione.colonne.length} colonne: il massimo è ${MASSIMO_COLONNE}.`,
    });
  }
  for (const trovata of intestazione.colonne) {
    const { indice, intestazione: titolo } = trovata;
    if (!isIntestazionePersonale(titolo) || isDichiaratoNumero(tipo, trovata)) continue;
    problemi.add({
      riga,
      colonna: indice + 1,
      intestazione: titolo,
      valore: titolo,
      regola: 'dati-personali',
      messaggio: `La colonna «${titolo}» contiene dati personali: non si accettano. Va tolta dal file.`,
    });
  }
  for (const problema of listUnitaDiverse(tipo, intestazione)) problemi.add(problema);
  for (const problema of listFasceIgnote(intestazione)) problemi.add(problema);
  for (const [prima, seconda] of listDoppie(intestazione)) {
    problemi.add({
      riga,
      colonna: seconda.indice + 1,
      intestazione: seconda.intestazione,
      valore: seconda.intestazione,
      regola: 'colonna-doppia',
      messaggio: `Le colonne ${prima.indice + 1} («${prima.intestazione}») e ${seconda.indice + 1} («${seconda.intestazione}») dicono la stessa cosa: ne va tenuta una sola.`,
    });
  }
  // A figure that stands in parts lacks once, however many of them do.
  for (const messaggio of new Set(intestazione.mancanti.map((mancante) => describeMancante(mancante, verifica)))) {
    problemi.add({ riga, colonna: null, valore: null, regola: 'colonna-mancante', messaggio });
  }
  checkContesto(verifica, problemi);
  const mancaChiave = intestazione.mancanti.some(({ colonna }) => colonna !== null && tipo.chiave.includes(colonna));
  return !mancaChiave && intestazione.colonne.length <= MASSIMO_COLONNE;
}

/** A heading that the layout knows, or a column that a person says holds figures: «Beneficiari» may count them, and never name them. */
function isDichiaratoNumero(tipo: Tipo, { colonna, corretta }: ColonnaTrovata): boolean {
  if (!corretta) return colonna !== null;
  const formato = colonna?.formato ?? tipo.colonne.find(({ id }) => id === colonna?.colonna)?.formato;
  return formato !== undefined && isNumerico(formato);
}

/** What neither the file nor the upload says. */
function checkContesto(verifica: Verifica, problemi: ElencoProblemi): void {
  const nellIntestazione = new Set(verifica.intestazione.mancanti.map(({ colonna }) => colonna));
  for (const { id, titolo, esempio, formato } of listAssenti(verifica)) {
    if (nellIntestazione.has(id)) continue;
    if (isNumerico(formato)) problemi.addFile('colonna-mancante', describeSenzaCifra(verifica, { id, titolo }));
    else problemi.addFile('contesto-mancante', describeContestoMancante(titolo, esempio));
  }
}

/** Figures that stand beside one that lacks: nobody can say it for all the lines. */
function describeSenzaCifra({ piano }: Verifica, { id, titolo }: Pick<Colonna, 'id' | 'titolo'>): string {
  const sole = piano.gruppi.filter(({ forma }) => !forma.colonne.includes(id)).flatMap(({ misure }) => misure);
  const nomi = sole.map(({ indice }) => `«${piano.intestazioni[indice]}» (colonna ${indice + 1})`);
  return `Di ciò che dice ${joinElenco(nomi)} manca «${titolo}»: serve una colonna con le stesse parole nel titolo e quella cifra.`;
}

/** Canonical columns that no row can do without, and that nobody says. */
function listAssenti({ tipo, intestazione, piano }: Verifica): Colonna[] {
  const mancanti = new Set(intestazione.mancanti.map(({ colonna }) => colonna));
  const isDetta = (id: string) => piano.gruppi.every(({ forma }) => forma.colonne.includes(id));
  return tipo.colonne.filter(({ id, obbligatoria }) => obbligatoria && (mancanti.has(id) || !isDetta(id)));
}

/** Those of them that a person may say for the whole file. */
export function listMancanti(verifica: Verifica): string[] {
  return listAssenti(verifica)
    .filter(isIndicabile)
    .map(({ id }) => id);
}

/** Beside bands of age as columns, one that is not understood would be left out with all its people. */
function listFasceIgnote({ colonne, righe }: Intestazione): Problema[] {
  if (!colonne.some(({ impliciti }) => impliciti.eta !== undefined)) return [];
  return colonne.flatMap(({ indice, colonna, intestazione }) => {
    const inData = intestazione.split(' ').some(isFasciaInData);
    if (colonna !== null || !(inData || (/\d/.test(intestazione) && !/\d{4}/.test(intestazione)))) return [];
    const motivo = inData
      ? FASCIA_IN_DATA
      : 'non si capisce quale fascia d’età sia. Va scritta come 0-3 o 65+, oppure indicata come colonna da non usare.';
    return {
      riga: righe.at(-1) ?? null,
      colonna: indice + 1,
      intestazione,
      valore: intestazione,
      regola: 'eta-non-leggibile',
      messaggio: `«${intestazione}»: ${motivo}`,
    };
  });
}

/** Columns of one meaning: the same canonical column with the same implied values. */
function* listDoppie({ colonne }: Intestazione): Generator<[ColonnaTrovata, ColonnaTrovata]> {
  const viste = new Map<string, ColonnaTrovata>();
  for (const trovata of colonne) {
    const { colonna, impliciti } = trovata;
    if (!colonna || colonna.colonna === null) continue;
    const parte = colonna.addendo ? String(colonna.testo) : null;
    const significato = JSON.stringify([colonna.colonna, impliciti, colonna.ruolo ?? null, parte]);
    const prima = viste.get(significato);
    if (prima) yield [prima, trovata];
    else viste.set(significato, trovata);
  }
}

function describeMancante(mancante: ColonnaLayout, { tipo, intestazione, proposte }: ConProposte): string {
  const { colonne } = intestazione;
  const dichiarata = tipo.colonne.find((colonna) => colonna.id === mancante.colonna);
  const nomi = mancante.testo instanceof RegExp ? [] : [...new Set(mancante.testo.map(normalizeTesto))];
  const titolo = dichiarata?.titolo ?? mancante.colonna ?? '';
  const trovate = colonne.map(({ intestazione }) => intestazione).filter(Boolean);
  const ammessi = nomi.length > 1 ? ` (intestazioni ammesse: ${nomi.slice(0, 6).join(', ')})` : '';
  const proposta = colonne.find(({ indice }) => proposte.get(indice) === mancante.colonna);
  const rimedio = proposta
    ? ` Forse è la colonna ${proposta.indice + 1}, «${proposta.intestazione}»: se è così, si indica correggendo la lettura.`
    : dichiarata && isIndicabile(dichiarata)
      ? ` Se è uguale in tutte le righe, si indica correggendo la lettura${mancante.colonna === 'eta' ? ' («totale», se è di tutte le età)' : ''}.`
      : '';
  const cosa = mancante.addendo ? `Di «${titolo}» manca una parte` : `Manca la colonna «${titolo}»`;
  return `${cosa}${ammessi}. Le colonne trovate sono: ${trovate.map((nome) => `«${nome}»`).join(', ')}.${rimedio}${describeScolastico(trovate)}`;
}

const BIENNIO = /^(?:\D* )?(20\d\d) ?[/-] ?(?:20)?(\d\d)$/;

/** The first of two years in a row: more of them, or years far from each other, are a period. */
function findScolastico(titolo: string): string | undefined {
  const [, primo, secondo] = BIENNIO.exec(titolo.trim()) ?? [];
  return Number(primo) + 1 === 2000 + Number(secondo) ? primo : undefined;
}

/** A year that begins in September is none of those that close in December: whose it is only the office knows. */
function describeScolastico(titoli: readonly string[]): string {
  const titolo = titoli.find(findScolastico);
  if (titolo === undefined) return '';
  return ` «${titolo}» sono due anni: l’intestazione va riscritta con quello in cui si è contato, al 31 dicembre (forse ${findScolastico(titolo)}).`;
}

export function describeSenzaIntestazione(tipo: Tipo, linee: readonly Linea[]): string {
  const attese = tipo.colonne.filter((colonna) => colonna.obbligatoria).map((colonna) => `«${colonna.titolo}»`);
  const prima = linee[0]?.celle.map((cella) => cella.trim()).filter(Boolean) ?? [];
  const trovato =
    prima.length > 0
      ? ` La prima riga è: ${prima
          .slice(0, 8)
          .map((cella) => `«${cella.slice(0, 40)}»`)
          .join(', ')}.`
      : '';
  return `Non si trova la riga di intestazione di una tabella «${tipo.titolo}»: servono le colonne ${joinElenco(attese)}, o una delle forme pubblicate.${trovato}${describeScolastico(linee.flatMap(({ celle }) => celle))}`;
}

/** A line above the header with something under each column that the table cannot do without is no title: it is a row that was moved. */
export function isRigaSopra({ celle }: Linea, { colonne }: Intestazione): boolean {
  const necessarie = colonne.filter(
    ({ colonna }) => colonna && colonna.colonna !== null && colonna.obbligatoria !== false,
  );
  return necessarie.length > 1 && necessarie.every(({ indice }) => (celle[indice] ?? '').trim() !== '');
}

export function describeRigaSopra({ riga, celle }: Linea): Problema {
  return {
    riga,
    colonna: null,
    valore: celle.join(' | '),
    regola: 'riga-sopra-intestazione',
    messaggio: 'Questa riga sta sopra l’intestazione e sembra una riga della tabella: va messa sotto, oppure tolta.',
  };
}
