/** What a plan owes and plans, level by level: which interventi have money, for how many persons, and what is not stated. */
import type { AmbitoDto, IndicatoreDto, OsservazioneDto, TabellaDto } from '../../../functions/core/http/schemi.ts';
import { LIVELLI, type Livello } from '../../../functions/core/livelli.ts';
import { listAnni, parsePeriodo } from '../../../functions/core/periodo.ts';
import { type AnnoIntervento, type InterventoPiano, listInterventi } from './interventi-piano.ts';
import { createRaccolta, type Dato, type Raccolta } from './raccolta.ts';
import { listPassati, type ServizioPassato } from './servizi-passati.ts';
import { testoOf } from './tavole.ts';

export interface MateriaLeps {
  readonly ambito: AmbitoDto;
  readonly catalogo: readonly IndicatoreDto[];
  /** Of the ambito, all periods and dimensions. */
  readonly osservazioni: readonly OsservazioneDto[];
  readonly servizi: TabellaDto;
  readonly programmazione: TabellaDto;
  readonly raccordo: TabellaDto;
}

export interface ContoLivello {
  readonly livello: Livello;
  readonly previsti: Dato | null;
  /** In the order of the years. */
  readonly finanziati: readonly (Dato | null)[];
  readonly attivi: Dato | null;
}

export interface Leps {
  /** Null where no table tells levels. */
  readonly ciclo: string | null;
  readonly anni: readonly string[];
  /** The year that is shown: as asked for, else the last. */
  readonly anno: string | null;
  readonly interventi: readonly InterventoPiano[];
  readonly conti: readonly ContoLivello[];
  readonly passati: readonly ServizioPassato[];
  readonly conRaccordo: boolean;
  readonly raccolta: Raccolta;
}

export function buildLeps(materia: MateriaLeps, annoChiesto: string | undefined): Leps {
  const { osservazioni, catalogo, servizi, raccordo } = materia;
  const raccolta = createRaccolta(osservazioni, catalogo);
  const ciclo =
    servizi.righe
      .filter((riga) => testoOf(riga, 'livello') !== null)
      .flatMap((riga) => testoOf(riga, 'ciclo') ?? [])
      .toSorted()
      .at(-1) ?? null;
  const estremi = ciclo === null ? null : parsePeriodo(ciclo);
  const anni = estremi ? listAnni(estremi).map(String) : [];
  const conRaccordo = raccordo.righe.length > 0;
  const passati = listPassati(materia, ciclo);
  return {
    ciclo,
    anni,
    anno: anni.find((anno) => anno === annoChiesto) ?? anni.at(-1) ?? null,
    interventi: ciclo === null ? [] : listInterventi(materia, { ciclo, anni, passati, conRaccordo }),
    conti: ciclo === null ? [] : LIVELLI.map((livello) => countLivello(raccolta, { livello, ciclo, anni })),
    passati,
    conRaccordo,
    raccolta,
  };
}

function countLivello(
  raccolta: Raccolta,
  { livello, ciclo, anni }: { readonly livello: Livello; readonly ciclo: string; readonly anni: readonly string[] },
): ContoLivello {
  const find = (id: string, periodo: string) => raccolta.find({ id, comune: null, periodo, dimensioni: { livello } });
  return {
    livello,
    previsti: find('interventi-previsti', ciclo),
    finanziati: anni.map((anno) => find('interventi-finanziati', anno)),
    attivi: find('interventi-attivi', ciclo),
  };
}

export function listAlLivello({ interventi }: Leps, livello: Livello): InterventoPiano[] {
  return interventi.filter(({ livelli }) => livelli.includes(livello));
}

export function findAnno({ anni }: InterventoPiano, anno: string | null): AnnoIntervento | null {
  return anni.find((uno) => uno.anno === anno) ?? null;
}

/** Interventi with money in some year, and no level in the quadro. */
export function listSenzaLivello({ interventi }: Leps): InterventoPiano[] {
  return interventi.filter(
    ({ livelli, anni }) => livelli.length === 0 && anni.some(({ importo }) => (importo ?? 0) > 0),
  );
}

/** Interventi with a level, and money in no year. */
export function listSenzaDenaro({ interventi }: Leps): InterventoPiano[] {
  return interventi.filter(
    ({ livelli, anni }) => livelli.length > 0 && anni.every(({ esito }) => esito !== 'finanziato'),
  );
}
