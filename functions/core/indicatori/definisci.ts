import type { Dato } from '../dato.ts';
import type { PerComune } from '../per-comune.ts';
import type { Quadro } from '../quadro.ts';
import type { Dimensioni, Indicatore, Osservazione } from './indicatore.ts';

/** The values of an indicator in one period: what its formula gives for each comune and the ambito. */
export interface Serie {
  /** `2021` or `2018-2020`. */
  readonly periodo: string;
  readonly dimensioni?: Dimensioni;
  readonly valori: PerComune;
  /** True for what has no comuni at all (the money of a scheda, the interventi of a plan): no empty figure is given for each. */
  readonly soloAmbito?: true;
  /** What the reader must know of these figures, or of one comune's (null: the ambito's): Italian sentences. */
  readonly note?: readonly string[] | ((comune: string | null) => readonly string[]);
}

export type Definizione = Omit<Indicatore, 'compute'> & { readonly computeSerie: (quadro: Quadro) => Serie[] };

/** An indicator from its definition and its formula: each value becomes an observation under the indicator's id. */
export function defineIndicatore({ computeSerie, ...definizione }: Definizione): Indicatore {
  return {
    ...definizione,
    compute: (quadro) => computeSerie(quadro).flatMap((serie) => listOsservazioni(definizione.id, serie)),
  };
}

function listOsservazioni(indicatore: string, serie: Serie): Osservazione[] {
  const { periodo, dimensioni = {}, valori, note = [] } = serie;
  const observe = (comune: string | null, dato: Dato): Osservazione => ({
    indicatore,
    comune,
    periodo,
    dimensioni,
    ...(dato.valore === null ? { valore: null, assenza: dato.assenza } : { valore: dato.valore }),
    note: typeof note === 'function' ? note(comune) : note,
    ingressi: dato.ingressi,
  });
  if (serie.soloAmbito) return [observe(null, valori.ambito)];
  return [observe(null, valori.ambito), ...[...valori.comuni].map(([codiceIstat, dato]) => observe(codiceIstat, dato))];
}
