import type { TipoDto } from '../../../functions/core/http/schemi.ts';
import type { Tipo } from '../../../functions/core/tabelle/tipo.ts';

/** A tipo as the API tells it. */
export function toTipoDto(tipo: Tipo | undefined): TipoDto {
  if (!tipo) throw new RangeError('no such tipo');
  return {
    ...tipo,
    chiave: [...tipo.chiave],
    daContesto: [...tipo.daContesto],
    colonne: tipo.colonne.map(({ valori, sinonimi, ...colonna }) => ({
      ...colonna,
      sinonimi: [...sinonimi],
      ...(valori && { valori: [...valori] }),
    })),
    layout: tipo.layout.map(({ id, titolo, esempio }) => ({ id, titolo, esempio })),
  };
}
