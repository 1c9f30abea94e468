/**
 * One quantity for each comune and for the ambito. Formulas are applied to the ambito's own sums, so that its ratio is
 * the ratio of sums and never the mean of ratios.
 */
import { AMBITO_INTERO, isMembro } from './ambito.ts';
import { createAssente, type Dato, sumDati } from './dato.ts';
import type { Fatto } from './fatti.ts';
import { readAnno } from './periodo.ts';
import type { Quadro } from './quadro.ts';

export interface PerComune {
  /** By ISTAT code, one entry for each comune of the ambito. */
  readonly comuni: ReadonlyMap<string, Dato>;
  readonly ambito: Dato;
}

/**
 * @param fatti those of one quantity (one year, one form…): at most one for each comune
 * @param anno whose comuni are asked for; by default the one that the facts speak of
 * @returns comuni without a fact are missing; the ambito as `sumComuni` has it
 */
export function groupPerComune(
  quadro: Quadro,
  fatti: readonly Fatto[],
  anno: number | null = readAnno(fatti[0]?.valori ?? {}),
): PerComune {
  const perComune = new Map(fatti.map((fatto) => [fatto.comune, fatto.dato]));
  return sumComuni(quadro, perComune, anno);
}

/**
 * The ambito is the sum of its comuni as soon as one of them is stated (missing where another is not); its own stated
 * value only where the tables state nothing of the comuni.
 * @param dati by ISTAT code, or `ambito`
 * @param anno a comune that is not part of the ambito that year owes nothing (`non-dovuto`) and is not summed; null: all are part of it
 */
export function sumComuni(quadro: Quadro, dati: ReadonlyMap<string, Dato>, anno: number | null): PerComune {
  const membri = quadro.ambito.comuni.filter((comune) => isMembro(comune, anno));
  const comuni = new Map(
    quadro.ambito.comuni.map((comune) => [
      comune.codiceIstat,
      dati.get(comune.codiceIstat) ?? createAssente(membri.includes(comune) ? 'non-trasmesso' : 'non-dovuto'),
    ]),
  );
  const ambito = membri.some(({ codiceIstat }) => dati.has(codiceIstat))
    ? sumDati(membri.flatMap(({ codiceIstat }) => comuni.get(codiceIstat) ?? []))
    : (dati.get(AMBITO_INTERO) ?? createAssente('non-trasmesso'));
  return { comuni, ambito };
}

/** Whether every comune that owes a figure has it. */
export function isCompleta({ comuni }: PerComune): boolean {
  return [...comuni.values()].every(({ valore, assenza }) => valore !== null || assenza === 'non-dovuto');
}

export function mapPerComune(serie: PerComune, formula: (dato: Dato) => Dato): PerComune {
  return {
    comuni: new Map([...serie.comuni].map(([codice, dato]) => [codice, formula(dato)])),
    ambito: formula(serie.ambito),
  };
}

/** Applies a formula of two quantities comune by comune, and to the ambito. */
export function combinePerComune(a: PerComune, b: PerComune, formula: (a: Dato, b: Dato) => Dato): PerComune {
  return {
    comuni: new Map(
      [...a.comuni].map(([codice, dato]) => [
        codice,
        formula(dato, b.comuni.get(codice) ?? createAssente('non-trasmesso')),
      ]),
    ),
    ambito: formula(a.ambito, b.ambito),
  };
}

/** A quantity that exists for the whole ambito only. */
export function spreadAmbito(quadro: Quadro, ambito: Dato): PerComune {
  const comuni = quadro.ambito.comuni.map((comune) => [comune.codiceIstat, createAssente('non-applicabile')] as const);
  return { comuni: new Map(comuni), ambito };
}
