/** What the comuni put into the common fund, by what it is (minimum, programmed, paid) and how (money, services). */
import { sumDati } from './dato.ts';
import { listValori, selectFatti } from './fatti.ts';
import { combinePerComune, groupPerComune, type PerComune } from './per-comune.ts';
import type { Quadro } from './quadro.ts';

export type Natura = 'minimo' | 'programmato' | 'versato';
export type Forma = 'totale' | 'denaro' | 'servizi';

export interface Cofinanziamento {
  readonly natura: Natura;
  readonly anno: string;
  readonly forma: Forma;
}

const FORME: readonly Forma[] = ['totale', 'denaro', 'servizi'];

/** The years in which the tables state a natura, each with the forms that they state or that add up. */
export function listCofinanziamenti(quadro: Quadro, natura: Natura): Cofinanziamento[] {
  return listValori(selectFatti(quadro, 'cofinanziamento.importo', { natura }), 'anno').flatMap((anno) =>
    FORME.filter((forma) => hasForma(quadro, { natura, anno, forma })).map((forma) => ({ natura, anno, forma })),
  );
}

/** Cents. The total is the one that the tables state, else money plus services where both are stated. */
export function readCofinanziamento(quadro: Quadro, { natura, anno, forma }: Cofinanziamento): PerComune {
  const fatti = selectFatti(quadro, 'cofinanziamento.importo', { natura, anno, forma });
  if (forma !== 'totale' || fatti.length > 0 || !hasForma(quadro, { natura, anno, forma })) {
    return groupPerComune(quadro, fatti);
  }
  return combinePerComune(
    readCofinanziamento(quadro, { natura, anno, forma: 'denaro' }),
    readCofinanziamento(quadro, { natura, anno, forma: 'servizi' }),
    (denaro, servizi) => sumDati([denaro, servizi]),
  );
}

export function hasForma(quadro: Quadro, { natura, anno, forma }: Cofinanziamento): boolean {
  const isStated = (una: Forma) =>
    selectFatti(quadro, 'cofinanziamento.importo', { natura, anno, forma: una }).length > 0;
  return isStated(forma) || (forma === 'totale' && isStated('denaro') && isStated('servizi'));
}
