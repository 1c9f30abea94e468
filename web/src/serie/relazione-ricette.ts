/** What each chapter of the yearly report is made of: its sentences, its chart, the columns of its table. */
import type { TabellaDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { buildCofinanziamento } from './cofinanziamento.ts';
import type { DimensioniLette } from './fasce-lette.ts';
import type { Figura } from './figura.ts';
import type { Lettore, Materia } from './lettore.ts';
import { createRaccolta } from './raccolta.ts';
import {
  tellFamiglie,
  tellMigrazioni,
  tellPopolazione,
  tellServizi,
  tellSpesa,
  tellVecchiaia,
} from './relazione-frasi.ts';
import { compareComuni, drawEta, drawLivelli, type Grafico } from './relazione-grafici.ts';
import { listFigureCofinanziamento, tellCofinanziamento } from './risposta-cofinanziamento.ts';

export interface MateriaRelazione extends Materia {
  /** Rows of the table `servizi`; [] where it isn't published. */
  readonly servizi: TabellaDto['righe'];
}

export interface RicettaColonna {
  readonly id: string;
  readonly titolo: string;
  readonly dimensioni?: DimensioniLette;
}

interface Detto {
  /** Null where the tables do not say it. */
  readonly frase: string | null;
  /** What it is told with, beside what it finds through the reader. */
  readonly figure?: readonly Figura[];
}

export interface Ricetta {
  readonly id: string;
  readonly titolo: string;
  /** The tables without which there is nothing to tell. */
  readonly tabelle: readonly TipoDto['id'][];
  /** What the tables must also state, where they are there and that is not enough: `per fascia d’età`. */
  readonly dettaglio?: string;
  readonly tell: (materia: MateriaRelazione, lettore: Lettore) => Detto;
  readonly grafico: (materia: MateriaRelazione) => Grafico | null;
  readonly colonne: readonly RicettaColonna[];
}

export const RICETTE: readonly Ricetta[] = [
  {
    id: 'popolazione',
    titolo: 'La popolazione',
    tabelle: ['popolazione'],
    tell: (materia, lettore) => ({ frase: tellPopolazione(materia, lettore) }),
    grafico: (materia) => compareComuni(materia, 'popolazione'),
    colonne: [
      { id: 'popolazione', titolo: 'Residenti' },
      { id: 'variazione-popolazione', titolo: 'Variazione' },
      { id: 'variazione-popolazione-pct', titolo: 'Variazione in %' },
      { id: 'densita', titolo: 'Abitanti per km²' },
    ],
  },
  {
    id: 'eta',
    titolo: 'Le età',
    tabelle: ['popolazione'],
    dettaglio: 'per fascia d’età',
    tell: (_, lettore) => ({ frase: tellVecchiaia(lettore) }),
    grafico: drawEta,
    colonne: [
      { id: 'quota-fascia', titolo: 'Fino a 14 anni', dimensioni: { fascia: '0-14' } },
      { id: 'quota-fascia', titolo: '65 anni e più', dimensioni: { fascia: '65+' } },
      { id: 'indice-vecchiaia', titolo: 'Indice di vecchiaia' },
      { id: 'dipendenza-strutturale', titolo: 'Dipendenza strutturale' },
    ],
  },
  {
    id: 'famiglie',
    titolo: 'Le famiglie',
    tabelle: ['famiglie'],
    tell: (_, lettore) => ({ frase: tellFamiglie(lettore) }),
    grafico: (materia) => compareComuni(materia, 'componenti-medi'),
    colonne: [
      { id: 'famiglie', titolo: 'Famiglie' },
      { id: 'componenti-medi', titolo: 'Persone per famiglia' },
    ],
  },
  {
    id: 'migrazioni',
    titolo: 'Chi arriva e chi parte',
    tabelle: ['migrazioni'],
    tell: (_, lettore) => ({ frase: tellMigrazioni(lettore) }),
    grafico: (materia) => compareComuni(materia, 'tasso-migratorio'),
    colonne: [
      { id: 'saldo-migratorio', titolo: 'Saldo migratorio' },
      { id: 'tasso-migratorio', titolo: 'Ogni 1.000 residenti' },
    ],
  },
  {
    id: 'servizi',
    titolo: 'L’offerta di servizi',
    tabelle: ['servizi'],
    tell: (materia) => ({ frase: tellServizi(materia.servizi) }),
    grafico: drawLivelli,
    colonne: [],
  },
  {
    id: 'spesa',
    titolo: 'La spesa',
    tabelle: ['rendiconto', 'spesa-storica'],
    tell: (_, lettore) => ({ frase: tellSpesa(lettore) }),
    grafico: (materia) => compareComuni(materia, 'spesa-storica-procapite'),
    colonne: [
      { id: 'spesa-storica-media', titolo: 'Spesa storica media annua' },
      { id: 'spesa-storica-procapite', titolo: 'Per abitante' },
    ],
  },
  {
    id: 'cofinanziamento',
    titolo: 'Il cofinanziamento dei comuni',
    tabelle: ['cofinanziamento'],
    tell: (materia) => {
      const dati = buildCofinanziamento(materia.ambito, createRaccolta(materia.osservazioni, materia.catalogo));
      return { frase: tellCofinanziamento(dati), figure: listFigureCofinanziamento(dati) };
    },
    grafico: (materia) => compareComuni(materia, 'peso-quota'),
    colonne: [
      { id: 'cofinanziamento-minimo', titolo: 'Quota minima', dimensioni: { forma: 'totale' } },
      { id: 'cofinanziamento-minimo', titolo: 'di cui in denaro', dimensioni: { forma: 'denaro' } },
      { id: 'cofinanziamento-versato', titolo: 'Versato in denaro', dimensioni: { forma: 'denaro' } },
      { id: 'aumento-quota-denaro', titolo: 'Differenza' },
    ],
  },
];
