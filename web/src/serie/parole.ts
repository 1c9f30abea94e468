/** Words of Italian that sentences are made of: numerals, lists, periods, dimensions. */
import type { Dimensione } from '../../../functions/core/indicatori/indicatore.ts';

const NUMERALI = [
  'zero',
  'un',
  'due',
  'tre',
  'quattro',
  'cinque',
  'sei',
  'sette',
  'otto',
  'nove',
  'dieci',
  'undici',
  'dodici',
];

/** `sette comuni`, `un comune`, `14 comuni`. */
export function countOf(n: number, singolare: string, plurale: string): string {
  if (n === 1) return `${/(a|voce|parte)$/.test(singolare) ? 'una' : 'un'} ${singolare}`;
  return `${NUMERALI[n] ?? n} ${plurale}`;
}

/** `sette`, `14`: a number that stands for things named before. */
export function nameNumero(n: number): string {
  return n === 1 ? 'uno' : (NUMERALI[n] ?? String(n));
}

/** `Casarano`, `Casarano e Matino`, `B.1 ed E.3`, `Casarano, Matino e altri 3`. */
export function joinNomi(nomi: readonly string[], massimo = 3): string {
  if (nomi.length > massimo) return `${nomi.slice(0, massimo - 1).join(', ')} e altri ${nomi.length - massimo + 1}`;
  if (nomi.length < 2) return nomi.join('');
  const ultimo = nomi[nomi.length - 1] ?? '';
  return `${nomi.slice(0, -1).join(', ')} ${/^e/i.test(ultimo) ? 'ed' : 'e'} ${ultimo}`;
}

export function capitalize(testo: string): string {
  return testo.charAt(0).toUpperCase() + testo.slice(1);
}

/** `il 95 %`, `l’8,5 %`, `lo 0 %`: the article that a number in figures wants. */
export function withArticolo(numero: string): string {
  if (/^(?:8|11(?:\D|$))/.test(numero)) return `l’${numero}`;
  return `${/^0/.test(numero) ? 'lo' : 'il'} ${numero}`;
}

/** To go on with a sentence: a name in capitals stays as it is. */
export function lowerFirst(testo: string): string {
  return /^[A-Z]{2}/.test(testo) ? testo : testo.charAt(0).toLowerCase() + testo.slice(1);
}

/** Without its last full stop, to go on with the sentence. */
export function withoutPunto(testo: string): string {
  return testo.replace(/\.$/, '');
}

/** `a Matino`, `ad Arnesano`. */
export function inComune(nome: string): string {
  return `${/^a/i.test(nome) ? 'ad' : 'a'} ${nome}`;
}

const SPAZIO_FISSO = '\u00a0';

/**
 * The name of an ambito after `di`: what stands in its own name is not said twice.
 * `Ambito Territoriale Sociale di Casarano` -> `Casarano`.
 */
export function shortNome(nome: string): string {
  return nome.replace(/^ambito\s+(territoriale(\s+sociale)?|sociale)?\s*(di\s+|–\s*|-\s*)?/i, '') || nome;
}

/** Counts of a day (a stock) are told with the day; what happens during a year is told with the year. */
const DI_UN_GIORNO = /^(popolazione|quota|densita|indice|dipendenza|famiglie|componenti)(?!-.*variazione)/;
/** Differences between two days. */
const TRA_DUE_GIORNI = /^variazione/;

/** By how many years. */
const NOMI_DURATA: Readonly<Record<number, string>> = { 2: 'biennio', 3: 'triennio', 4: 'quadriennio' };

/** `al 31 dicembre 2021`, `nel 2021`, `nel triennio 2018-2020`, `dal 2018 al 2021`. */
export function describePeriodo(periodo: string, indicatore: string): string {
  const [da, a] = periodo.split('-');
  if (da === undefined || a === undefined) {
    return DI_UN_GIORNO.test(indicatore) ? `al${SPAZIO_FISSO}31 dicembre ${periodo}` : `nel ${periodo}`;
  }
  if (TRA_DUE_GIORNI.test(indicatore)) return `dal ${da} al ${a}`;
  const nome = NOMI_DURATA[Number(a) - Number(da) + 1];
  return nome ? `nel ${nome} ${periodo}` : `nel ${periodo}`;
}

export const NOMI_DIMENSIONE: Readonly<Record<Dimensione, string>> = {
  rilevazione: 'Rilevazione',
  fascia: 'Fascia d’età',
  sesso: 'Sesso',
  fonte: 'Fondo',
  intervento: 'Intervento',
  macroAttivita: 'Area',
  livello: 'Livello',
  natura: 'Quota',
  forma: 'Forma',
  vincolo: 'Vincolo',
  soglia: 'Soglia',
};

const NOMI_VALORE: Readonly<Record<string, string>> = {
  'rilevazione:anagrafe': 'anagrafe dei comuni',
  'rilevazione:istat': 'ISTAT',
  'sesso:M': 'maschi',
  'sesso:F': 'femmine',
  'forma:totale': 'in totale',
  'forma:denaro': 'in denaro',
  'forma:servizi': 'in servizi',
};

/** `65+` -> `65 anni e più`; `0-3` -> `0-3 anni`; `anagrafe` -> `anagrafe dei comuni`. */
export function describeDimensione(dimensione: Dimensione, valore: string): string {
  if (dimensione === 'fascia') return describeFascia(valore);
  return NOMI_VALORE[`${dimensione}:${valore}`] ?? valore;
}

export function describeFascia(fascia: string): string {
  const aperta = /^(\d+)\+$/.exec(fascia);
  if (aperta) return `${aperta[1]} anni e più`;
  return /^\d/.test(fascia) ? `${fascia} anni` : fascia;
}
