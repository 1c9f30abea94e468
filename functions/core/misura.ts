/**
 * A value, or its absence with the reason. Nothing is invented: a missing value is never 0 and never NaN,
 * and every computation that meets one hands on the reason.
 * @source contract of the project, invariant 1
 */

/** Why a value is not there, with the words shown to readers. */
export const MOTIVI_ASSENZA = {
  'non-trasmesso': 'La fonte non riporta questo dato.',
  'non-dovuto': 'Questo dato non è dovuto.',
  'in-verifica': 'Il dato è in verifica presso l’Ufficio di Piano.',
  'non-applicabile': 'Il dato non ha significato in questo caso.',
  'non-derivabile': 'Il dato non si può ricavare da quelli pubblicati.',
  'denominatore-zero': 'Il rapporto non esiste: il denominatore è zero.',
  soppresso: 'Il dato è oscurato a tutela della riservatezza.',
} as const;

export type MotivoAssenza = keyof typeof MOTIVI_ASSENZA;

export interface Presente {
  readonly valore: number;
  readonly assenza?: undefined;
}
export interface Assente {
  readonly valore: null;
  readonly assenza: MotivoAssenza;
}
export type Misura = Presente | Assente;

/**
 * @param valore a finite number
 * @throws RangeError on NaN or an infinity: those are faults of a computation, not values
 */
export function presente(valore: number): Presente {
  if (!Number.isFinite(valore)) throw new RangeError(`valore non finito: ${valore}`);
  return { valore };
}

export function assente(assenza: MotivoAssenza): Assente {
  return { valore: null, assenza };
}
