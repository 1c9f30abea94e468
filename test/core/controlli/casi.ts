/** Every case of the checks: small tables with one trouble each, or none. */
import type { Caso } from './casi/caso.ts';
import { COPERTURA } from './casi/copertura.ts';
import { DENARO } from './casi/denaro.ts';
import { NOMI } from './casi/nomi.ts';
import { RAPPORTI } from './casi/rapporti.ts';
import { SCALA } from './casi/scala.ts';
import { SOMMA_COLONNA } from './casi/somma-colonna.ts';
import { SOMMA_COLONNA_DI_SCHEDE } from './casi/somma-colonna-di-schede.ts';
import { SOMMA_RIGA } from './casi/somma-riga.ts';
import { TRA_TABELLE } from './casi/tra-tabelle.ts';

export const CASI: readonly Caso[] = [
  ...SOMMA_RIGA,
  ...SOMMA_COLONNA,
  ...SOMMA_COLONNA_DI_SCHEDE,
  ...TRA_TABELLE,
  ...RAPPORTI,
  ...DENARO,
  ...COPERTURA,
  ...SCALA,
  ...NOMI,
];
