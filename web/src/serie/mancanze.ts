/** What an ambito has given and what it hasn't yet: told by table, with what each would let one know. */
import type { AmbitoDto, IndicatoreDto, TipoDto } from '../../../functions/core/http/schemi.ts';

export interface TabellaMancante {
  readonly tipo: TipoDto;
  /** Titles of the indicators that wait for it. */
  readonly indicatori: readonly string[];
}

export interface Copertura {
  readonly presenti: readonly TipoDto[];
  readonly mancanti: readonly TabellaMancante[];
}

export function buildCopertura(
  ambito: Pick<AmbitoDto, 'versioni'>,
  tipi: readonly TipoDto[],
  catalogo: readonly Pick<IndicatoreDto, 'titolo' | 'tabelle'>[],
): Copertura {
  const has = (tipo: TipoDto) => ambito.versioni[tipo.id] !== undefined;
  return {
    presenti: tipi.filter(has),
    mancanti: tipi
      .filter((tipo) => !has(tipo))
      .map((tipo) => ({ tipo, indicatori: catalogo.filter((i) => i.tabelle.includes(tipo.id)).map((i) => i.titolo) })),
  };
}
