/** The table types, by id. Adding one: docs/aggiungere-una-tabella.md. */
import { cofinanziamento } from './cofinanziamento.ts';
import { famiglie } from './famiglie.ts';
import { fondi } from './fondi.ts';
import { migrazioni } from './migrazioni.ts';
import { popolazione } from './popolazione.ts';
import { rendiconto } from './rendiconto.ts';
import { spesaStorica } from './spesa-storica.ts';
import { territorio } from './territorio.ts';
import type { Tipo, TipoId } from './tipo.ts';

export const TIPI: Readonly<Record<TipoId, Tipo>> = {
  popolazione,
  famiglie,
  migrazioni,
  territorio,
  'spesa-storica': spesaStorica,
  cofinanziamento,
  fondi,
  rendiconto,
};

/** @returns undefined where there is no such type */
export function getTipo(id: string): Tipo | undefined {
  return Object.values(TIPI).find((tipo) => tipo.id === id);
}
