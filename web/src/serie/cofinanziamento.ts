/** What each comune puts into the Piano di Zona: the minimum, what is programmed, what was paid. */
import type { AmbitoDto } from '../../../functions/core/http/schemi.ts';
import { compareNomi } from './ordine.ts';
import type { Dato, Presente, Raccolta } from './raccolta.ts';

export type MisuraCofinanziamento = 'abitante' | 'euro';

/** Everything that the tables say of one comune, or of the ambito. */
export interface RigaCofinanziamento {
  readonly codice: string | null;
  readonly nome: string;
  readonly minimo: { readonly totale: Dato | null; readonly denaro: Dato | null; readonly servizi: Dato | null };
  /** In the last year paid before the minimum. */
  readonly versato: Dato | null;
  readonly versatoProcapite: Dato | null;
  readonly programmato: Dato | null;
  readonly aumento: Dato | null;
  readonly peso: Dato | null;
}

export interface Cofinanziamento {
  /** Year of the published minimum; null where none is published. */
  readonly anno: string | null;
  /** Last year paid in denaro; null where no payment is published. */
  readonly annoVersato: string | null;
  /** Years paid in denaro, the oldest first. */
  readonly anniVersati: readonly string[];
  /** Highest step first; without a step, by name. */
  readonly comuni: readonly RigaCofinanziamento[];
  readonly ambito: RigaCofinanziamento;
  /** What the plan programmes in the other years of the ciclo, the first first. */
  readonly altriAnni: readonly { readonly programmato: Presente; readonly scarto: Presente | null }[];
  readonly scartoMinimo: Presente | null;
  readonly scartoSpesa: Presente | null;
  readonly spesaStorica: Presente | null;
  readonly copertura: Presente | null;
}

const DENARO = { forma: 'denaro' } as const;

const TOTALE = { forma: 'totale' } as const;

export function buildCofinanziamento(ambito: Pick<AmbitoDto, 'nome' | 'comuni'>, raccolta: Raccolta): Cofinanziamento {
  const anniVersati = raccolta.listPeriodi('cofinanziamento-versato', DENARO);
  const anno = raccolta.listPeriodi('cofinanziamento-minimo', TOTALE).at(-1) ?? null;
  const anniProgrammati = raccolta.listPeriodi('cofinanziamento-programmato', TOTALE);
  const annoProgrammato = anno ?? anniProgrammati.at(0) ?? null;
  const annoVersato = anniVersati.filter((uno) => anno === null || uno < anno).at(-1) ?? null;
  const rowOf = (codice: string | null, nome: string): RigaCofinanziamento => {
    const at = (id: string, periodo: string | null, dimensioni = {}) =>
      periodo === null ? null : raccolta.find({ id, comune: codice, periodo, dimensioni });
    return {
      codice,
      nome,
      minimo: {
        totale: at('cofinanziamento-minimo', anno, TOTALE),
        denaro: at('cofinanziamento-minimo', anno, DENARO),
        servizi: at('cofinanziamento-minimo', anno, { forma: 'servizi' }),
      },
      versato: at('cofinanziamento-versato', annoVersato, DENARO),
      versatoProcapite: at('cofinanziamento-versato-procapite', annoVersato, DENARO),
      programmato: at('cofinanziamento-programmato', annoProgrammato, TOTALE),
      aumento: at('aumento-quota-denaro', anno),
      peso: at('peso-quota', anno),
    };
  };
  const ambitoAt = (id: string, periodo: string | null) =>
    periodo === null ? null : raccolta.findPresente({ id, comune: null, periodo });
  return {
    anno,
    annoVersato,
    anniVersati,
    comuni: ambito.comuni.map(({ codiceIstat, nome }) => rowOf(codiceIstat, nome)).toSorted(compareAumenti),
    ambito: rowOf(null, 'Intero ambito'),
    altriAnni: anniProgrammati
      .filter((uno) => uno !== annoProgrammato && /^\d{4}$/.test(uno))
      .flatMap((periodo) => {
        const programmato = ambitoAt('cofinanziamento-programmato', periodo);
        return programmato ? [{ programmato, scarto: ambitoAt('scarto-minimo', periodo) }] : [];
      }),
    scartoMinimo: ambitoAt('scarto-minimo', annoProgrammato),
    scartoSpesa: ambitoAt('scarto-spesa-storica', annoProgrammato),
    spesaStorica: ambitoAt('spesa-storica-media', raccolta.listPeriodi('spesa-storica-media').at(-1) ?? null),
    copertura: ambitoAt('copertura-trasferimenti', annoProgrammato),
  };
}

function compareAumenti(a: RigaCofinanziamento, b: RigaCofinanziamento): number {
  const [uno, altro] = [a.aumento?.valore ?? null, b.aumento?.valore ?? null];
  if (uno === null || altro === null) {
    return Number(uno === null) - Number(altro === null) || compareNomi(a.nome, b.nome);
  }
  return altro - uno || compareNomi(a.nome, b.nome);
}
