/** Which figures stand on the page of a comune, and under which title. */
import type { DimensioniLette } from './fasce-lette.ts';

export interface Ricetta {
  readonly id: string;
  readonly etichetta: string;
  /** What the term of art means, in a few words. */
  readonly senso?: string;
  readonly dimensioni?: DimensioniLette;
  /** In the latest year of another indicator, with which it is read. */
  readonly nellAnnoDi?: string;
}

export const SEZIONI: readonly { readonly titolo: string; readonly ricette: readonly Ricetta[] }[] = [
  {
    titolo: 'Persone',
    ricette: [
      { id: 'popolazione', etichetta: 'Residenti' },
      { id: 'variazione-popolazione-pct', etichetta: 'Variazione dei residenti' },
      { id: 'densita', etichetta: 'Abitanti per km²' },
      { id: 'quota-fascia', etichetta: 'Hanno 65 anni o più', dimensioni: { fascia: '65+' } },
      {
        id: 'indice-vecchiaia',
        etichetta: 'Indice di vecchiaia',
        senso: 'persone di 65 anni e più ogni 100 fino a 14',
      },
      {
        id: 'dipendenza-strutturale',
        etichetta: 'Dipendenza strutturale',
        senso: 'fino a 14 anni e da 65 in su, ogni 100 in età di lavoro',
      },
      { id: 'tasso-migratorio', etichetta: 'Saldo migratorio', senso: 'arrivi meno partenze, ogni 1.000 residenti' },
    ],
  },
  {
    titolo: 'Famiglie',
    ricette: [
      { id: 'famiglie', etichetta: 'Famiglie' },
      { id: 'componenti-medi', etichetta: 'Persone per famiglia' },
    ],
  },
  {
    titolo: 'Spesa sociale del comune',
    ricette: [
      { id: 'spesa-storica-media', etichetta: 'Spesa storica', senso: 'media di un anno, a carico del comune' },
      { id: 'spesa-storica-procapite', etichetta: 'Spesa storica per abitante' },
    ],
  },
  {
    titolo: 'Quanto mette nel Piano di Zona',
    ricette: [
      { id: 'cofinanziamento-minimo', etichetta: 'Quota minima', dimensioni: { forma: 'totale' } },
      { id: 'cofinanziamento-minimo', etichetta: 'di cui in denaro', dimensioni: { forma: 'denaro' } },
      { id: 'cofinanziamento-versato', etichetta: 'Versato in denaro', dimensioni: { forma: 'denaro' } },
      {
        id: 'cofinanziamento-versato-procapite',
        etichetta: 'Versato per residente',
        dimensioni: { forma: 'denaro' },
      },
      {
        id: 'aumento-quota-denaro',
        etichetta: 'Differenza in denaro',
        senso: 'minimo in denaro meno versato l’anno prima',
      },
      { id: 'peso-quota', etichetta: 'Peso della quota', senso: 'quanto della spesa storica copre da sola' },
      {
        id: 'cofinanziamento-programmato',
        etichetta: 'Programmato',
        dimensioni: { forma: 'totale' },
        nellAnnoDi: 'cofinanziamento-minimo',
      },
    ],
  },
];
