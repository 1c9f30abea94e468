/** The table types, by id. Adding one: docs/aggiungere-una-tabella.md. */
import { calendario } from './calendario.ts';
import { cofinanziamento } from './cofinanziamento.ts';
import { famiglie } from './famiglie.ts';
import { fondi } from './fondi.ts';
import { migrazioni } from './migrazioni.ts';
import { personale } from './personale.ts';
import { popolazione } from './popolazione.ts';
import { postiNido } from './posti-nido.ts';
import { programmazione } from './programmazione.ts';
import { raccordo } from './raccordo.ts';
import { rendiconto } from './rendiconto.ts';
import { servizi } from './servizi.ts';
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
  programmazione,
  rendiconto,
  servizi,
  raccordo,
  personale,
  'posti-nido': postiNido,
  calendario,
};

/** @returns undefined where there is no such type */
export function getTipo(id: string): Tipo | undefined {
  return Object.values(TIPI).find((tipo) => tipo.id === id);
}
