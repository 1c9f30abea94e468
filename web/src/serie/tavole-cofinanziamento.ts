/** The charts of the page of the shares, as tables. */
import type { Andamento } from './andamenti.ts';
import type { MisuraCofinanziamento, RigaCofinanziamento } from './cofinanziamento.ts';
import { figuraOf } from './figura.ts';
import type { Passo } from './passi-cofinanziamento.ts';
import { type Dato, isPresente } from './raccolta.ts';
import { type CellaGrafico, cellOf, type TavolaGrafico } from './tavola-grafico.ts';
import { formatValore } from './valore.ts';

export interface TestiPassi {
  readonly inizio: string;
  readonly fine: string;
  readonly misura: MisuraCofinanziamento;
}

/** @param comuni the same as the steps, with the figures that the steps are made of */
export function tavolaOfPassi(
  passi: readonly Passo[],
  comuni: readonly RigaCofinanziamento[],
  { inizio, fine, misura }: TestiPassi,
): TavolaGrafico {
  const unita = misura === 'abitante' ? '€/ab' : '€';
  const righe = new Map(comuni.map((riga) => [riga.codice, riga]));
  /** Per head, divided here by the residents that the payments per head are divided by. */
  const estremo = (cent: number | null, dato: Dato | null, procapite: Dato | null): CellaGrafico => {
    if (cent === null || !isPresente(dato)) return { testo: 'dato mancante', valore: null };
    const sua = figuraOf(dato.osservazione);
    const { rilevazione } = procapite?.osservazione.dimensioni ?? {};
    const residenti =
      misura === 'abitante' && procapite && rilevazione
        ? [{ ...figuraOf(procapite.osservazione), indicatore: 'popolazione', dimensioni: { rilevazione } }]
        : [];
    return {
      testo: formatValore(cent, { unita, decimali: 2 }),
      valore: cent,
      figure: [sua, ...residenti],
      conto: 'rapporto',
    };
  };
  return {
    testa: 'Comune',
    colonne: [
      { chiave: 'differenza', titolo: 'Differenza per tutto il comune', unita: '€' },
      { chiave: 'inizio', titolo: inizio, unita },
      { chiave: 'fine', titolo: fine, unita },
    ],
    righe: passi.map(({ codice, nome, testo, da, a }) => {
      const { aumento = null, versato = null, versatoProcapite = null, minimo } = righe.get(codice) ?? {};
      return {
        chiave: codice,
        nome,
        comune: codice,
        celle: [
          { ...cellOf(aumento), testo },
          estremo(da, versato, versatoProcapite),
          estremo(a, minimo?.denaro ?? null, versatoProcapite),
        ],
      };
    }),
  };
}

export function tavolaOfTraguardi(
  righe: readonly { readonly chiave: string; readonly nome: string; readonly dato: Dato | null }[],
): TavolaGrafico {
  return {
    testa: 'Che cosa',
    colonne: [{ chiave: 'importo', titolo: 'Intero ambito', unita: '€/anno' }],
    righe: righe.map(({ chiave, nome, dato }) => ({ chiave, nome, comune: null, celle: [cellOf(dato)] })),
  };
}

export function tavolaOfAndamenti(andamenti: readonly Andamento[], misura: MisuraCofinanziamento): TavolaGrafico {
  const anni = andamenti[0]?.anni.map(({ anno }) => anno) ?? [];
  return {
    testa: 'Comune',
    // The last year first: it is the one that is told.
    colonne: anni
      .toReversed()
      .map((anno) => ({ chiave: anno, titolo: anno, unita: misura === 'abitante' ? '€/ab' : '€' })),
    righe: andamenti.map(({ codice, nome, anni: voci }) => ({
      chiave: codice,
      nome,
      comune: codice,
      celle: voci.toReversed().map(({ dato }) => cellOf(dato)),
    })),
  };
}
