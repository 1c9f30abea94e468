/** How much of a file is read, and what is told to who brings more. */
import { formatNumero } from '../../formato.ts';

/** @source limits of the contract on tables */
export const MASSIMO_RIGHE = 2_000_000;

/**
 * Of the ambito's own data, which are held whole and computed with, while lines of other comuni only pass: the population of a year by sex and
 * single year of age is 202 for each comune, 40.400 for the largest ambito that can be registered. @source measured: with
 * 50.000, beside as many that are published, reading and publishing take some 650 MB, docs/benchmarks.md
 */
export const MASSIMO_DATI_AMBITO = 50_000;

/** Layouts without a header are of small tables: beyond this they are not one. */
export const MASSIMO_LINEE_LIBERE = 5_000;

export function describeTroppeRighe(): string {
  return `Il file ha più di ${formatNumero(MASSIMO_RIGHE)} righe: va diviso in più parti.`;
}

export function describeTroppeLibere(): string {
  return `Una tabella di questa forma ha al più ${formatNumero(MASSIMO_LINEE_LIBERE)} righe.`;
}

/** @param riga where the limit is passed */
export function describeTroppiDati(riga: number, massimo: number): string {
  return `I dati dei comuni dell’ambito sono più di ${formatNumero(massimo)}, il massimo per un file (il limite si supera alla riga ${formatNumero(riga)}). Dividi il file in più parti, per esempio una per anno, e caricale una alla volta.`;
}
