/** What each comune paid year by year, and the shares that it follows. */
import type { Cofinanziamento, MisuraCofinanziamento } from './cofinanziamento.ts';
import { compareNomi } from './ordine.ts';
import { type Dato, isPresente, type Raccolta } from './raccolta.ts';

/** What one comune paid, year by year. */
export interface Andamento {
  readonly codice: string;
  readonly nome: string;
  readonly anni: readonly { readonly anno: string; readonly dato: Dato | null }[];
}

export function buildAndamenti(dati: Cofinanziamento, raccolta: Raccolta, misura: MisuraCofinanziamento): Andamento[] {
  const id = misura === 'abitante' ? 'cofinanziamento-versato-procapite' : 'cofinanziamento-versato';
  const ultimo = (andamento: Andamento) => andamento.anni.at(-1)?.dato?.valore ?? null;
  return dati.comuni
    .map(({ codice, nome }) => ({
      codice: codice ?? '',
      nome,
      anni: dati.anniVersati.map((anno) => ({
        anno,
        dato: raccolta.find({ id, comune: codice, periodo: anno, dimensioni: { forma: 'denaro' } }),
      })),
    }))
    .toSorted((a, b) => (ultimo(b) ?? -1) - (ultimo(a) ?? -1) || compareNomi(a.nome, b.nome));
}

/** The finding of the years: who paid most and who least in the last one. */
export function tellAndamenti(andamenti: readonly Andamento[], misura: MisuraCofinanziamento): string {
  const ultimi = andamenti.flatMap(({ nome, anni }) => {
    const voce = anni.at(-1);
    return voce && isPresente(voce.dato) ? [{ nome, anno: voce.anno, dato: voce.dato }] : [];
  });
  const [primo] = ultimi;
  const ultimo = ultimi.at(-1);
  if (!primo || !ultimo) return 'Quanto hanno versato i comuni, anno per anno';
  const testa = misura === 'abitante' ? 'per residente' : 'in denaro';
  if (primo.dato.valore === ultimo.dato.valore) {
    return `Nel ${primo.anno} il versato ${testa} è uguale per tutti: ${primo.dato.testo}`;
  }
  return `Nel ${primo.anno} il versato ${testa} va da ${ultimo.dato.testo} di ${ultimo.nome} a ${primo.dato.testo} di ${primo.nome}`;
}

export interface ParteFissa {
  readonly nome: string;
  readonly codice: string | null;
  /** Per cent. */
  readonly quota: number;
}

/**
 * Each comune's part of what all of them paid, when it is the same in every year: fixed shares.
 * @returns comune -> per cent, or null where the parts change or a year is incomplete
 */
export function findPartiFisse(dati: Cofinanziamento, raccolta: Raccolta): readonly ParteFissa[] | null {
  const parti = dati.anniVersati.map((anno) => {
    const importi = dati.comuni.map(
      ({ codice }) =>
        raccolta.findPresente({
          id: 'cofinanziamento-versato',
          comune: codice,
          periodo: anno,
          dimensioni: { forma: 'denaro' },
        })?.valore ?? null,
    );
    const totale = importi.reduce<number>((somma, importo) => somma + (importo === null ? Number.NaN : importo), 0);
    return importi.map((importo) => (importo === null ? Number.NaN : (importo / totale) * 100));
  });
  const [prima] = parti;
  if (!prima || parti.length < 2) return null;
  const fisse = parti.every((anno) => anno.every((quota, i) => Math.abs(quota - (prima[i] ?? Number.NaN)) < 0.005));
  if (!fisse) return null;
  return dati.comuni
    .map(({ nome, codice }, i) => ({ nome, codice, quota: prima[i] ?? Number.NaN }))
    .toSorted((a, b) => b.quota - a.quota);
}
