/** What a chart declares of itself, once: the card, the table, the sentence, the CSV and the picture derive from it. */

import type { SezioneProfilo } from '../serie/comune.ts';
import type { Flusso } from '../serie/flusso.ts';
import type { Origine, VersioniPerTipo } from '../serie/fonti.ts';
import type { Passo } from '../serie/passi-cofinanziamento.ts';
import type { TavolaGrafico } from '../serie/tavola-grafico.ts';
import type { Colonnina } from './colonnine.tsx';
import type { ModelloGrafico } from './modello.ts';
import type { QuotaConfronto } from './quote-confronto.tsx';
import type { Scala } from './scala.ts';
import type { RigaTratti, VoceLegenda } from './tratti.tsx';

export interface Manubri {
  readonly passi: readonly Passo[];
  /** What the ring and the dot are: `versato nel 2021`, `minimo del 2022`. */
  readonly inizio: string;
  readonly fine: string;
  /** True where both ends are read from zero. */
  readonly daZero: boolean;
}

export interface RiquadroColonnine {
  readonly titolo: string;
  readonly colonne: readonly Colonnina[];
}

/** What is drawn, on screen and in a picture alike. */
export type ModelloDisegno =
  | { readonly genere: 'barre'; readonly modello: ModelloGrafico }
  | { readonly genere: 'tratti'; readonly righe: readonly RigaTratti[]; readonly legenda?: readonly VoceLegenda[] }
  | { readonly genere: 'manubri'; readonly manubri: Manubri }
  | { readonly genere: 'colonnine'; readonly riquadri: readonly RiquadroColonnine[]; readonly scala: Scala }
  | { readonly genere: 'quote'; readonly quote: readonly QuotaConfronto[] }
  | { readonly genere: 'strisce'; readonly sezioni: readonly SezioneProfilo[]; readonly scelto: string }
  | { readonly genere: 'flusso'; readonly flusso: Flusso };

export interface Dichiarazione {
  /** Of the card in its page, and of the files that it gives: `interventi`. */
  readonly id: string;
  /** The finding. */
  readonly titolo: string;
  /** What is measured, in which unit, of when. */
  readonly misura: string;
  readonly origine: readonly Origine[];
  readonly versioni: VersioniPerTipo;
  readonly tavola: TavolaGrafico;
  readonly disegno: ModelloDisegno;
}
