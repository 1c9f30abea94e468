/** What the schede of a plan put in for each intervento, year and fonte. */
import { createAssente, createDato, type Dato, mergeIngressi } from './dato.ts';
import { type Fatto, selectFatti } from './fatti.ts';
import type { SpecieFonte } from './fonti.ts';
import { resolveFonte } from './fonti-scritte.ts';
import { compareInterventi, getMacroAttivita } from './interventi.ts';
import { presente } from './misura.ts';
import type { Quadro } from './quadro.ts';

/** One amount of one scheda. */
export interface VoceProgrammata {
  readonly intervento: string;
  /** `A`…`F`, `T`. */
  readonly macroAttivita: string;
  readonly anno: number;
  /** The name that the money is counted under; null where the scheda states no fonte. */
  readonly fonte: string | null;
  readonly specie: SpecieFonte | null;
  /** Cents. */
  readonly dato: Dato;
  readonly fatto: Fatto;
}

/** In the order of the plan: by intervento, year, fonte as written. */
export function listProgrammati(quadro: Quadro): VoceProgrammata[] {
  const voci = selectFatti(quadro, 'programmazione.importo').map((fatto): VoceProgrammata => {
    const { intervento, anno, fonte } = fatto.valori;
    const nota = typeof fonte === 'string' ? resolveFonte(fonte) : null;
    return {
      intervento: String(intervento),
      macroAttivita: getMacroAttivita(String(intervento)),
      anno: Number(anno),
      fonte: nota?.nome ?? null,
      specie: nota?.specie ?? null,
      dato: fatto.dato,
      fatto,
    };
  });
  return voci.toSorted(
    (a, b) =>
      compareInterventi(a.intervento, b.intervento) ||
      a.anno - b.anno ||
      (String(a.fatto.valori.fonte) < String(b.fatto.valori.fonte) ? -1 : 1),
  );
}

/**
 * The amounts that are stated, summed: a scheda that leaves one blank does not take the others away.
 * @returns missing `non-trasmesso` where none is stated; the blank cells are among the inputs
 */
export function sumProgrammati(voci: readonly VoceProgrammata[]): Dato {
  const dati = voci.map(({ dato }) => dato);
  const ingressi = mergeIngressi(dati);
  const valori = dati.flatMap(({ valore }) => (valore === null ? [] : [valore]));
  if (valori.length === 0) return createAssente('non-trasmesso', ingressi);
  return createDato(presente(valori.reduce((somma, valore) => somma + valore, 0)), ingressi);
}

/** The interventi that leave an amount blank, in the order of the plan. */
export function listSenzaImporto(voci: readonly VoceProgrammata[]): string[] {
  const senza = voci.filter(({ dato }) => dato.valore === null).map(({ intervento }) => intervento);
  return [...new Set(senza)].toSorted(compareInterventi);
}
