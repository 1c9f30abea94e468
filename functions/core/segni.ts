/** Which figures carry the mark of a finding. Apart from the checks, which a reader of figures need not load. */
import type { CellaCoinvolta, CodiceControllo, Segnalazione } from './controlli/controllo.ts';
import { DIMENSIONI, type Dimensioni, type Osservazione } from './indicatori/indicatore.ts';

type Segnata = Pick<Osservazione, 'comune' | 'ingressi' | 'dimensioni'>;

/**
 * The codes of the findings that a figure carries: those on the same comune (or on the ambito, both) about a cell that the
 * figure was computed from; where a finding names its sides, about all the cells of one of them; where it names what the cell
 * is counted as, of that fonte or intervento alone.
 * @returns sorted, without repetition
 */
export function codiciSegnalati(osservazione: Segnata, segnalazioni: readonly Segnalazione[]): CodiceControllo[] {
  return indexSegnalazioni(segnalazioni)(osservazione);
}

/** A finding, and the cells that a figure must all come from to carry it. */
interface Lato {
  readonly codice: CodiceControllo;
  readonly riguarda: Dimensioni;
  readonly chiavi: readonly string[];
}

/** `codiciSegnalati` for many observations: the findings are looked up by the first cell of each side. */
export function indexSegnalazioni(segnalazioni: readonly Segnalazione[]): (osservazione: Segnata) => CodiceControllo[] {
  const perCella = new Map<string, Lato[]>();
  for (const { codice, comune, celle, lati, riguarda = {} } of segnalazioni) {
    for (const lato of lati ?? celle.map((cella) => [cella])) {
      const chiavi = lato.map((cella) => createChiave(comune, cella));
      const [prima] = chiavi;
      if (prima !== undefined) perCella.set(prima, [...(perCella.get(prima) ?? []), { codice, riguarda, chiavi }]);
    }
  }
  return ({ comune, ingressi, dimensioni }) => {
    // A finding about a whole line names no column.
    const chiavi = new Set(
      ingressi.flatMap(({ tipo, parte, riga, colonna }) =>
        [colonna, null].map((una) => createChiave(comune, { tipo, parte, riga, colonna: una })),
      ),
    );
    const trovati = [...chiavi]
      .flatMap((chiave) => perCella.get(chiave) ?? [])
      .filter((lato) => lato.chiavi.every((chiave) => chiavi.has(chiave)) && isDi(dimensioni, lato.riguarda));
    return [...new Set(trovati.map(({ codice }) => codice))].sort();
  };
}

function isDi(dimensioni: Dimensioni, riguarda: Dimensioni): boolean {
  return DIMENSIONI.every((dimensione) => (riguarda[dimensione] ?? dimensioni[dimensione]) === dimensioni[dimensione]);
}

function createChiave(comune: string | null, { tipo, parte, riga, colonna }: CellaCoinvolta): string {
  return [comune, tipo, parte, riga, colonna].join('\t');
}
