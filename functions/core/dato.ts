/**
 * A value together with the cells it came from. Operations hand on the reason of what is missing and gather the cells,
 * so that an indicator reads like its formula and can always be walked back.
 */
import { roundCent } from './denaro.ts';
import type { Ingresso } from './indicatori/indicatore.ts';
import { assente, type Misura, type MotivoAssenza, presente } from './misura.ts';

export type Dato = Misura & { readonly ingressi: readonly Ingresso[] };

export function createDato(misura: Misura, ingressi: readonly Ingresso[]): Dato {
  return { ...misura, ingressi };
}

/** @param ingressi the cells that were there, where some were */
export function createAssente(motivo: MotivoAssenza, ingressi: readonly Ingresso[] = []): Dato {
  return { ...assente(motivo), ingressi };
}

/** Every cell of the given figures, once, in their order. */
export function mergeIngressi(dati: readonly Dato[]): readonly Ingresso[] {
  const [primo] = dati;
  if (dati.length === 1 && primo) return primo.ingressi;
  const ingressi = new Set<Ingresso>();
  for (const dato of dati) for (const ingresso of dato.ingressi) ingressi.add(ingresso);
  return [...ingressi];
}

/** @param calcola gets the value; a Misura where the result itself may be missing */
export function mapDato(dato: Dato, calcola: (valore: number) => number | Misura): Dato {
  if (dato.valore === null) return dato;
  return createDato(toMisura(calcola(dato.valore)), dato.ingressi);
}

/** @returns missing with the reason of the first one that is missing, else what `calcola` gives */
export function combineDati(a: Dato, b: Dato, calcola: (a: number, b: number) => number | Misura): Dato {
  const ingressi = mergeIngressi([a, b]);
  if (a.valore === null) return createAssente(a.assenza, ingressi);
  if (b.valore === null) return createAssente(b.assenza, ingressi);
  return createDato(toMisura(calcola(a.valore, b.valore)), ingressi);
}

/** @returns missing `non-trasmesso` where there is nothing to sum: the sum of nothing is not zero */
export function sumDati(addendi: readonly Dato[]): Dato {
  const ingressi = mergeIngressi(addendi);
  if (addendi.length === 0) return createAssente('non-trasmesso');
  let somma = 0;
  for (const addendo of addendi) {
    if (addendo.valore === null) return createAssente(addendo.assenza, ingressi);
    somma += addendo.valore;
  }
  return createDato(presente(somma), ingressi);
}

export function subtractDati(minuendo: Dato, sottraendo: Dato): Dato {
  return combineDati(minuendo, sottraendo, (a, b) => a - b);
}

/**
 * @param per multiplies the ratio: 100 for a percentage
 * @returns unrounded; missing `denominatore-zero` where the denominator is 0
 */
export function divideDati(numeratore: Dato, denominatore: Dato, per = 1): Dato {
  return combineDati(numeratore, denominatore, (a, b) => (b === 0 ? assente('denominatore-zero') : (a / b) * per));
}

/** Money to whole cents, half away from zero: once, at the end of a computation. */
export function roundDato(dato: Dato): Dato {
  return mapDato(dato, roundCent);
}

function toMisura(esito: number | Misura): Misura {
  return typeof esito === 'number' ? presente(esito) : esito;
}
