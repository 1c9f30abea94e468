/** Where each problem of a file goes in its copy: beside a cell, on a line of its own, below the table; or what keeps a copy from being made. */
import { REGOLE_CAUSE } from '../lettura/cause/index.ts';
import type { Problema } from '../lettura/problema.ts';
import { Rifiuto } from '../lettura/rifiuto.ts';
import { type Scarto, Scritto } from '../lettura/scarto.ts';

/** Of a file with these nobody can say which cell is which, or where it ends. */
const OSTACOLI: ReadonlySet<string> = new Set([
  'virgolette-non-chiuse',
  'virgolette-fuori-posto',
  'record-troppo-lungo',
  'troppe-righe',
  'troppi-dati',
  'troppe-colonne',
  'colonna-doppia',
  'altra-tabella',
  'correzione-non-valida',
  'correzione-non-applicabile',
]);

/** Of no cell in particular: the row is whole and should not stand there, or its cells are all one place further. It says so beside itself. */
const DI_RIGA_INTERA: ReadonlySet<string> = new Set(['chiave-ripetuta', 'fuori-portata', 'celle-spostate']);

/** What the reading of the copy will find again by itself: told below the table. */
const RITROVATI: ReadonlySet<string> = new Set([
  'comune-mancante',
  'contesto-mancante',
  'contesto-contraddetto',
  'contesto-non-valido',
  'nessuna-riga',
]);

const DATI_PERSONALI = 'dati-personali';

/** @param righe how many lines have cells that mean something */
export function findOstacolo(problemi: readonly Problema[], righe: number): Rifiuto | null {
  const primo = problemi.find(({ regola }) => OSTACOLI.has(regola));
  if (primo) {
    const dove = primo.riga === null ? '' : ` alla riga ${primo.riga}`;
    return new Rifiuto(
      'copia-non-possibile',
      `Prima di farne una copia da correggere va messo a posto${dove}: ${primo.messaggio}`,
    );
  }
  if (righe > 0) return null;
  return new Rifiuto(
    'copia-non-possibile',
    `Di questo file non si è capito quali siano le colonne, e una copia sarebbe vuota. Si può dire qual è l’intestazione e che cosa è ogni colonna, correggendo la lettura; oppure partire dal modello della tabella. ${problemi[0]?.messaggio ?? ''}`.trim(),
  );
}

export function groupByRiga(problemi: readonly Problema[]): Map<number | null, Problema[]> {
  const perRiga = new Map<number | null, Problema[]>();
  for (const problema of problemi) {
    const suoi = perRiga.get(problema.riga);
    if (suoi) suoi.push(problema);
    else perRiga.set(problema.riga, [problema]);
  }
  return perRiga;
}

/** On one line, as a cell holds it. */
export function writeMessaggio({ messaggio }: Problema): string {
  return messaggio.replace(/\s+/g, ' ');
}

/** Told below the table, not on a line that waits: it comes back by itself, or is not carried over. */
export function isAltrove({ regola, riga }: Problema): boolean {
  return regola === DATI_PERSONALI || (riga === null && (RITROVATI.has(regola) || REGOLE_CAUSE.has(regola)));
}

/** @returns the problems of a line that the cells of this row show */
export function pickMessaggi(
  problemi: readonly Problema[],
  { valori, posti }: Pick<Scarto, 'valori' | 'posti'>,
): Problema[] {
  const scritte = Object.entries(posti).filter(([id]) => valori[id] instanceof Scritto);
  return problemi.filter(
    ({ regola, colonna }) =>
      DI_RIGA_INTERA.has(regola) || scritte.some(([, posto]) => colonna !== null && posto + 1 === colonna),
  );
}
