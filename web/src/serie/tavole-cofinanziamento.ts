/** The charts of the page of the shares, as tables. */
import type { Andamento } from './andamenti.ts';
import type { MisuraCofinanziamento, Passo, RigaCofinanziamento } from './cofinanziamento.ts';
import type { Dato } from './raccolta.ts';
import { cellOf, type TavolaGrafico } from './tavola-grafico.ts';
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
  const estremo = (cent: number | null) =>
    cent === null
      ? { testo: 'dato mancante', valore: null }
      : { testo: formatValore(cent, { unita, decimali: 2 }), valore: cent };
  return {
    testa: 'Comune',
    colonne: [
      { chiave: 'differenza', titolo: 'Differenza per tutto il comune', unita: '€' },
      { chiave: 'inizio', titolo: inizio, unita },
      { chiave: 'fine', titolo: fine, unita },
    ],
    righe: passi.map(({ codice, nome, testo, da, a }) => ({
      chiave: codice,
      nome,
      comune: codice,
      celle: [{ ...cellOf(righe.get(codice)?.aumento ?? null), testo }, estremo(da), estremo(a)],
    })),
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
