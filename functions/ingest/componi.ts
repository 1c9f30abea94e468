import { AMBITO_INTERO, type Ambito } from '../core/ambito.ts';
import { formatEuro, formatNumero } from '../core/formato.ts';
import type { Dichiarato, Parte, Riga, Tabella, Valore } from '../core/tabelle/tabella.ts';
import type { Colonna, Tipo } from '../core/tabelle/tipo.ts';

/** One file read, to be put into a table. */
export interface Innesto {
  readonly tipo: Tipo;
  /** The table as published, or null where there is none. */
  readonly corrente: Tabella | null;
  readonly parte: Parte;
  readonly lettura: { readonly righe: readonly Riga[]; readonly dichiarati: readonly Dichiarato[] };
}

/** @returns the table as it would stand with the file in place of the parte of that name, the other parti as they are */
export function composeTabella({ tipo, corrente, parte, lettura }: Innesto): Tabella {
  const resta = (altra: { readonly parte: string }): boolean => altra.parte !== parte.parte;
  return {
    tipo: tipo.id,
    versione: (corrente?.versione ?? 0) + 1,
    parti: sortParti([...(corrente?.parti.filter(resta) ?? []), parte]),
    righe: [...(corrente?.righe.filter(resta) ?? []), ...lettura.righe],
    dichiarati: [...(corrente?.dichiarati.filter(resta) ?? []), ...lettura.dichiarati],
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
