/** The figures of an indicator on small tables, a line for each serie. */
import { getIndicatore } from '../../../functions/core/indicatori/index.ts';
import { DIMENSIONI, type Osservazione } from '../../../functions/core/indicatori/indicatore.ts';
import { createQuadro, type FoglioDiProva } from '../quadri.ts';

/** `periodo dimensioni` of a figure. */
export const nameSerie = ({ periodo, dimensioni }: Osservazione): string =>
  [periodo, ...DIMENSIONI.flatMap((dimensione) => dimensioni[dimensione] ?? [])].join(' ');

/** Values as `periodo dimensioni: ambito, comune 1, comune 2`. */
export function listValori(id: string, fogli: readonly FoglioDiProva[]): string[] {
  const serie = new Map<string, (number | string)[]>();
  for (const una of getIndicatore(id)?.compute(createQuadro({ fogli })) ?? []) {
    const nome = nameSerie(una);
    serie.set(nome, [...(serie.get(nome) ?? []), una.valore ?? una.assenza ?? 'senza motivo']);
  }
  return [...serie].map(([nome, valori]) => `${nome}: ${valori.join(', ')}`);
}
