/** The themes of the catalogue, by which indicators stand together. */
import type { IndicatoreDto } from '../../../functions/core/http/schemi.ts';
import { capitalize } from './parole.ts';

const NOMI: Readonly<Record<string, string>> = {
  persone: 'Persone',
  famiglie: 'Famiglie',
  territorio: 'Territorio',
  spesa: 'Spesa',
  cofinanziamento: 'Cofinanziamento',
  servizi: 'Servizi',
};

export function nameTema(tema: string): string {
  return NOMI[tema] ?? capitalize(tema);
}

/** In the order of the catalogue. */
export function groupPerTema<T extends Pick<IndicatoreDto, 'tema'>>(voci: readonly T[]): [string, T[]][] {
  const gruppi = new Map<string, T[]>();
  for (const voce of voci) gruppi.set(voce.tema, [...(gruppi.get(voce.tema) ?? []), voce]);
  return [...gruppi];
}
