/** Which figures carry the mark of a finding. Apart from the checks, which a reader of figures need not load. */
import {
  type CellaCoinvolta,
  type CodiceControllo,
  GRAVITA,
  type Gravita,
  type Segnalazione,
} from './controlli/controllo.ts';
import { DIMENSIONI, type Dimensioni, type Ingresso, type Osservazione } from './indicatori/indicatore.ts';

type Segnata = Pick<Osservazione, 'comune' | 'ingressi' | 'dimensioni'>;

/** What a figure carries: which checks found something of it, and how grave the gravest of it is. */
export interface Segni {
  /** Sorted, without repetition. */
  readonly codici: CodiceControllo[];
  /** `nota` where all that was found stays within rounding; null where nothing was. */
  readonly gravita: Gravita | null;
}

const NESSUNO: Segni = { codici: [], gravita: null };

/**
 * The findings that a figure carries: those on the same comune (or on the ambito, both) about a cell that the
 * figure was computed from; where a finding names its sides, about all the cells of one of them; where it names what the cell
 * is counted as, of that fonte or intervento alone.
 */
export function findSegni(osservazione: Segnata, segnalazioni: readonly Segnalazione[]): Segni {
  return indexSegnalazioni(segnalazioni)(osservazione);
}

/** A finding, and the cells that a figure must all come from to carry it. */
interface Lato {
  readonly codice: CodiceControllo;
  readonly gravita: Gravita;
  readonly comune: string | null;
  readonly riguarda: Dimensioni;
  readonly chiavi: readonly string[];
}

/** A cell: how findings call it, by itself and as part of its line, and the sides that begin with it. */
interface CellaNota {
  readonly chiavi: readonly string[];
  readonly lati: readonly Lato[];
}

/**
 * `findSegni` for many observations: the findings are looked up by the first cell of each side, and each cell once, however many
 * figures come from it.
 */
export function indexSegnalazioni(segnalazioni: readonly Segnalazione[]): (osservazione: Segnata) => Segni {
  const perCella = indexLati(segnalazioni);
  const note = new WeakMap<Ingresso, CellaNota>();
  const look = (ingresso: Ingresso): CellaNota => {
    const gia = note.get(ingresso);
    if (gia) return gia;
    // A finding about a whole line names no column.
    const chiavi = [createChiave(ingresso), createChiave({ ...ingresso, colonna: null })];
    const nota = { chiavi, lati: chiavi.flatMap((chiave) => perCella.get(chiave) ?? []) };
    note.set(ingresso, nota);
    return nota;
  };
  return ({ comune, ingressi, dimensioni }) => {
    if (perCella.size === 0) return NESSUNO;
    const candidati = ingressi
      .flatMap((ingresso) => look(ingresso).lati)
      .filter((lato) => lato.comune === comune && isDi(dimensioni, lato.riguarda));
    if (candidati.length === 0) return NESSUNO;
    const chiavi = new Set(ingressi.flatMap((ingresso) => look(ingresso).chiavi));
    const trovati = candidati.filter((lato) => lato.chiavi.every((chiave) => chiavi.has(chiave)));
    return {
      codici: [...new Set(trovati.map(({ codice }) => codice))].sort(),
      gravita: GRAVITA.find((una) => trovati.some(({ gravita }) => gravita === una)) ?? null,
    };
  };
}

function indexLati(segnalazioni: readonly Segnalazione[]): ReadonlyMap<string, readonly Lato[]> {
  const perCella = new Map<string, Lato[]>();
  for (const { codice, gravita, comune, celle, lati, riguarda = {} } of segnalazioni) {
    for (const lato of lati ?? celle.map((cella) => [cella])) {
      const chiavi = lato.map(createChiave);
      const [prima] = chiavi;
      if (prima === undefined) continue;
      const suoi = perCella.get(prima);
      if (suoi) suoi.push({ codice, gravita, comune, riguarda, chiavi });
      else perCella.set(prima, [{ codice, gravita, comune, riguarda, chiavi }]);
    }
  }
  return perCella;
}

function isDi(dimensioni: Dimensioni, riguarda: Dimensioni): boolean {
  return DIMENSIONI.every((dimensione) => (riguarda[dimensione] ?? dimensioni[dimensione]) === dimensioni[dimensione]);
}

function createChiave({ tipo, parte, riga, colonna }: CellaCoinvolta): string {
  return [tipo, parte, riga, colonna].join('\t');
}
