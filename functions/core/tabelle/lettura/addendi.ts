/** A figure that stands in parts, each in a column of its own, and is their sum: those who came from other comuni, and from abroad. */
import type { Valore } from '../tabella.ts';
import type { Misura } from './cella-di-piano.ts';

/** @returns the measures, where the parts of one figure are one: the first, with the others beside it */
export function joinAddendi(misure: readonly Misura[]): Misura[] {
  const nameOf = ({ id, impliciti }: Misura) => JSON.stringify([id, impliciti]);
  const parti = misure.filter(({ addendo }) => addendo);
  return misure.flatMap((misura) => {
    if (!misura.addendo) return [misura];
    const [prima, ...altri] = parti.filter((parte) => nameOf(parte) === nameOf(misura));
    return misura === prima ? [{ ...misura, altri }] : [];
  });
}

/** @returns null where any of them is not stated: the others alone are another figure */
export function sumAddendi(valori: readonly Valore[]): number | null {
  return valori.reduce<number | null>(
    (somma, valore) => (somma === null || typeof valore !== 'number' ? null : somma + valore),
    0,
  );
}

/** 0-based cells of a figure, in the order of the file. */
export function listCelleDi({ indice, altri }: Misura): [number, ...number[]] {
  return [indice, ...altri.map((altro) => altro.indice)];
}

/** @returns what the preview says of figures that are sums */
export function warnSomma({ titolo, altri, ...prima }: Misura, intestazioni: readonly string[]): string {
  const nomi = [prima, ...altri].map(({ indice }) => `«${intestazioni[indice]}»`);
  return `«${titolo}» è la somma di ${nomi.length} colonne: ${nomi.join(' + ')}. Dove una manca, manca la somma.`;
}
