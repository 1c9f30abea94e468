import { type Dato, divideDati, sumDati } from '../dato.ts';
import { combinePerComune, type PerComune } from '../per-comune.ts';
import type { Quadro } from '../quadro.ts';
import { listConteggi, readResidenti } from '../residenti.ts';
import { defineIndicatore, type Serie } from './definisci.ts';

/** The three ages of demography: who is too young to work, who is of age, who has aged out. */
interface Eta {
  readonly giovani: PerComune;
  readonly attivi: PerComune;
  readonly anziani: PerComune;
}

const ISTAT = 'ISTAT, glossario degli indicatori demografici.';

export const indiceVecchiaia = defineIndicatore({
  id: 'indice-vecchiaia',
  titolo: 'Indice di vecchiaia',
  domanda: 'Quanti anziani ci sono ogni cento ragazzi?',
  formula: 'residenti 65+ / residenti 0-14 × 100',
  unita: 'per 100',
  decimali: 2,
  direzione: 'neutro',
  tema: 'persone',
  tabelle: ['popolazione'],
  avvertenze: ['Sopra 100 gli anziani sono più dei ragazzi: dice come è fatta la popolazione, non come si vive.'],
  fonte: ISTAT,
  computeSerie: (quadro) => mapEta(quadro, ({ giovani, anziani }) => combinePerComune(anziani, giovani, divideCento)),
});

export const dipendenzaStrutturale = defineIndicatore({
  id: 'dipendenza-strutturale',
  titolo: 'Indice di dipendenza strutturale',
  domanda: 'Quanti ragazzi e anziani ci sono ogni cento persone in età da lavoro?',
  formula: '(residenti 0-14 + residenti 65+) / residenti 15-64 × 100',
  unita: 'per 100',
  decimali: 2,
  direzione: 'neutro',
  tema: 'persone',
  tabelle: ['popolazione'],
  avvertenze: ['L’età da lavoro (15-64 anni) non dice quante persone lavorano davvero.'],
  fonte: ISTAT,
  computeSerie: (quadro) =>
    mapEta(quadro, ({ giovani, attivi, anziani }) =>
      combinePerComune(combinePerComune(giovani, anziani, sumDue), attivi, divideCento),
    ),
});

export const dipendenzaAnziani = defineIndicatore({
  id: 'dipendenza-anziani',
  titolo: 'Indice di dipendenza degli anziani',
  domanda: 'Quanti anziani ci sono ogni cento persone in età da lavoro?',
  formula: 'residenti 65+ / residenti 15-64 × 100',
  unita: 'per 100',
  decimali: 2,
  direzione: 'neutro',
  tema: 'persone',
  tabelle: ['popolazione'],
  avvertenze: ['L’età da lavoro (15-64 anni) non dice quante persone lavorano davvero.'],
  fonte: ISTAT,
  computeSerie: (quadro) => mapEta(quadro, ({ attivi, anziani }) => combinePerComune(anziani, attivi, divideCento)),
});

function mapEta(quadro: Quadro, formula: (eta: Eta) => PerComune): Serie[] {
  return listConteggi(quadro).map((conteggio) => ({
    periodo: conteggio.anno,
    dimensioni: { rilevazione: conteggio.rilevazione },
    valori: formula({
      giovani: readResidenti(quadro, conteggio, { da: 0, a: 14 }),
      attivi: readResidenti(quadro, conteggio, { da: 15, a: 64 }),
      anziani: readResidenti(quadro, conteggio, { da: 65, a: Number.POSITIVE_INFINITY }),
    }),
  }));
}

function sumDue(a: Dato, b: Dato): Dato {
  return sumDati([a, b]);
}

function divideCento(a: Dato, b: Dato): Dato {
  return divideDati(a, b, 100);
}
