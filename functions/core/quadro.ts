import type { Ambito } from './ambito.ts';
import type { Tabella } from './tabelle/tabella.ts';
import type { TipoId } from './tabelle/tipo.ts';

/** All that is known of an ambito at one moment: the input of indicators and checks. */
export interface Quadro {
  readonly ambito: Ambito;
  readonly tabelle: ReadonlyMap<TipoId, Tabella>;
}
