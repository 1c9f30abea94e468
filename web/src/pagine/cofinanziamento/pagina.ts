import type { Ricerca } from '../../indirizzi.ts';
import type { Cofinanziamento, MisuraCofinanziamento } from '../../serie/cofinanziamento.ts';
import type { Dato, Raccolta } from '../../serie/raccolta.ts';
import type { BaseRiparto } from '../../serie/riparto.ts';
import type { DatiCofinanziamento } from './letture.ts';

/** What every part of the page is made from. */
export interface Pagina {
  readonly dati: DatiCofinanziamento;
  readonly ricerca: Ricerca;
  readonly raccolta: Raccolta;
  readonly cofinanziamento: Cofinanziamento;
  readonly base: BaseRiparto | null;
  readonly fontiOf: (dati: readonly (Dato | null)[]) => string;
}

export function readMisura(ricerca: Ricerca): MisuraCofinanziamento {
  return ricerca.misura === 'euro' ? 'euro' : 'abitante';
}
