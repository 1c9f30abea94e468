import { AMBITO_INTERO, type Ambito } from '../core/ambito.ts';
import { formatEuro, formatNumero } from '../core/formato.ts';
import type { Problema } from '../core/tabelle/lettura/problema.ts';
import type { Dichiarato, Parte, Riga, Tabella, Valore } from '../core/tabelle/tabella.ts';
import type { Colonna, Tipo } from '../core/tabelle/tipo.ts';

/** A parte with what it holds. */
export interface ParteLetta {
  readonly parte: Parte;
  readonly righe: readonly Riga[];
  readonly dichiarati: readonly Dichiarato[];
}

/**
 * The table as it would stand with one parte put in, in place of the one of that name; the others stay.
 * @param corrente the table as published, or null where there is none
 * @param versione number that the table would have
 */
export function composeTabella(
  tipo: Tipo,
  corrente: Tabella | null,
  nuova: ParteLetta,
  versione: number,
): Tabella {
  const resta = ({ parte }: { parte: string }): boolean => parte !== nuova.parte.parte;
  return {
    tipo: tipo.id,
    versione,
    parti: sortParti([...(corrente?.parti.filter(resta) ?? []), nuova.parte]),
    righe: [...(corrente?.righe.filter(resta) ?? []), ...nuova.righe],
    dichiarati: [...(corrente?.dichiarati.filter(resta) ?? []), ...nuova.dichiarati],
  };
}

/** One order, whatever the order in which the files came: the same parti are the same table. */
export function sortParti<P extends { readonly parte: string }>(parti: readonly P[]): P[] {
  return parti.toSorted((a, b) => (a.parte < b.parte ? -1 : 1));
}

/** The key of a row as text: equal exactly where the facts are the same fact. */
export function keyOf(tipo: Tipo, { valori }: Riga): string {
  return JSON.stringify(tipo.chiave.map((colonna) => valori[colonna] ?? null));
}

/**
 * One key in two parti is an error: nobody could say which of the two values holds.
 * @param nuove names of the parti being brought in; the problem is told on their rows
 */
export function findChiaviInDueParti(
  tipo: Tipo,
  tabella: Tabella,
  nuove: ReadonlySet<string>,
  ambito: Ambito,
): Problema[] {
  const prime = new Map<string, Riga>();
  const problemi: Problema[] = [];
  for (const riga of tabella.righe) {
    const chiave = keyOf(tipo, riga);
    const prima = prime.get(chiave);
    if (prima === undefined) prime.set(chiave, riga);
    else if (prima.parte !== riga.parte) {
      const [questa, altra] = nuove.has(riga.parte) ? [riga, prima] : [prima, riga];
      problemi.push(toProblema(tipo, questa, altra, ambito));
    }
  }
  return problemi;
}

function toProblema(tipo: Tipo, questa: Riga, altra: Riga, ambito: Ambito): Problema {
  const fatto = describeChiave(tipo, questa, ambito);
  return {
    riga: questa.riga,
    colonna: null,
    valore: fatto,
    regola: 'chiave-in-due-parti',
    messaggio:
      `${fatto}: questo dato è già nella parte «${altra.parte}», alla riga ${altra.riga}. ` +
      `Toglietelo da uno dei due file, oppure caricate il file come parte «${altra.parte}» per sostituirla.`,
  };
}

/** What a row speaks of, for readers: `Casarano, 2021, anagrafe`. */
export function describeChiave(tipo: Tipo, { valori }: Riga, ambito: Ambito): string {
  const parole = tipo.colonne.flatMap((colonna) => {
    const valore = valori[colonna.id] ?? null;
    return tipo.chiave.includes(colonna.id) && valore !== null ? [formatValore(colonna, valore, ambito)] : [];
  });
  return parole.join(', ');
}

/** A stored value as a reader expects it: name of the comune, `1.435.449,13 €`, `1.234`; `non indicato` where missing. */
export function formatValore(colonna: Colonna, valore: Valore, ambito: Ambito): string {
  if (valore === null) return 'non indicato';
  if (colonna.formato === 'comune' || colonna.formato === 'codice-istat') return nameOf(valore, ambito);
  if (typeof valore === 'string' || colonna.formato === 'anno') return String(valore);
  if (colonna.formato === 'importo') return formatEuro(valore);
  const decimali = /\.(\d+)$/.exec(String(valore))?.[1]?.length ?? 0;
  return formatNumero(valore, decimali) + (colonna.formato === 'percentuale' ? '%' : '');
}

function nameOf(valore: string | number, ambito: Ambito): string {
  if (valore === AMBITO_INTERO) return 'intero ambito';
  return ambito.comuni.find(({ codiceIstat }) => codiceIstat === valore)?.nome ?? String(valore);
}
