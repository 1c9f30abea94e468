/** A heading, a title, a note that says that the figures are not in the unit of the table: thousands of euro, hectares. */
import type { Tipo } from '../tipo.ts';
import type { Intestazione } from './intestazione.ts';
import type { Problema } from './problema.ts';
import { IGNORATA } from './riconoscimento.ts';

const UNITA_DIVERSA = 'unita-diversa';

interface UnitaDiversa {
  /** Of the columns that would be read wrong. */
  readonly unita: string;
  readonly testo: RegExp;
  readonly rimedio: string;
}

/** A sum in words («3 milioni di euro») is no unit. @source D.P.R. 194/1996 and later forms of accounts: `€/000`, «in migliaia di euro» */
const DIVERSE: readonly UnitaDiversa[] = [
  {
    unita: '€',
    testo:
      /\bin (?:migliaia|milioni)\b|(?<!\d\s*)\b(?:migliaia|milioni|mgl|mln)\.? (?:di )?(?:euro\b|eur\b|€)|(?:€|\beuro|\beur)\s*(?:[/x*]\s*(?:1\.?)?000|000)\b|\bk ?€/i,
    rimedio: 'le cifre servono in euro: vanno moltiplicate nel foglio',
  },
  {
    unita: 'km²',
    testo: /\((?:in )?(?:ha|ettari)\.?\)|\bettari\b|\bha$/i,
    rimedio: 'le superfici servono in chilometri quadrati: vanno divise per 100 nel foglio',
  },
];

/** @returns what to do, where a text says a unit that no column of the type has; null where it says none */
export function findUnitaDiversa({ colonne }: Tipo, testo: string): string | null {
  const trovata = DIVERSE.find(
    (una) => colonne.some(({ unita }) => unita === una.unita) && una.testo.test(testo.trim()),
  );
  return trovata?.rimedio ?? null;
}

/** Of a title or a note: it may speak of something else, and then a person says that it is a note. */
export function describeUnitaDiversa(riga: number, testo: string, rimedio: string): Problema {
  return {
    riga,
    colonna: null,
    valore: testo,
    regola: UNITA_DIVERSA,
    messaggio: `«${testo}»: ${rimedio}, e la scritta tolta. Se parla d’altro, si indica come nota correggendo la lettura.`,
  };
}

/** Of headings: what is read under them would be wrong, and what they say cannot be corrected by reading them for another. */
export function listUnitaDiverse(tipo: Tipo, { colonne, righe }: Intestazione): Problema[] {
  return colonne.flatMap(({ indice, intestazione, colonna }) => {
    const rimedio = colonna === IGNORATA ? null : findUnitaDiversa(tipo, intestazione);
    if (rimedio === null) return [];
    return {
      riga: righe[0] ?? null,
      colonna: indice + 1,
      intestazione,
      valore: intestazione,
      regola: UNITA_DIVERSA,
      messaggio: `«${intestazione}»: ${rimedio}, e il titolo corretto.`,
    };
  });
}
