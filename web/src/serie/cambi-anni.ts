/** How much each line changed from the first period to the last, and which changed most. */
import type { Voce } from './confronto.ts';
import type { NegliAnni } from './negli-anni.ts';

export interface Cambio {
  readonly nome: string;
  readonly da: Voce & { readonly valore: number };
  readonly a: Voce & { readonly valore: number };
}

export const isValorata = (voce: Voce | undefined): voce is Voce & { readonly valore: number } =>
  voce !== undefined && voce.valore !== null;

/** From the first period to the last, where both are there. Always of the values, whatever the scale. */
export function listCambi(dati: NegliAnni): Cambio[] {
  const [primo] = dati.confronti;
  const ultimo = dati.confronti.at(-1);
  if (!primo || !ultimo) return [];
  const coppie = dati.linee.map(({ codice, nome }) => ({
    nome,
    da: codice === null ? (primo.ambito ?? undefined) : primo.voci.find((v) => v.codice === codice),
    a: codice === null ? (ultimo.ambito ?? undefined) : ultimo.voci.find((v) => v.codice === codice),
  }));
  return coppie.flatMap(({ nome, da, a }) => (isValorata(da) && isValorata(a) ? [{ nome, da, a }] : []));
}

function widthOf({ da, a }: Cambio, { conVariazione }: NegliAnni): number {
  return Math.abs(conVariazione ? a.valore / da.valore - 1 : a.valore - da.valore);
}

/** What changes most, if anything does. */
export function findMassimo(cambi: readonly Cambio[], dati: NegliAnni): Cambio | null {
  const massimo = cambi.reduce<Cambio | null>((a, b) => (a && widthOf(a, dati) >= widthOf(b, dati) ? a : b), null);
  return massimo && massimo.da.testo !== massimo.a.testo ? massimo : null;
}
