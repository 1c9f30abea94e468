import { COMUNE } from './colonne.ts';
import type { LayoutTabella } from './lettura/layout.ts';
import type { Tipo } from './tipo.ts';

/** One line for the whole ambito, with the residents repeated from the table of the population. */
const AMBITO: LayoutTabella = {
  forma: 'tabella',
  id: 'ambito',
  titolo: 'Superficie, residenti e densità dell’intero ambito',
  esempio:
    'N. Comuni Ambito Territoriale Sociale;Superficie (Km ²);Totale popolazione residente (Ab);Densità demografica (Ab/Km ²)\n;;2021;2021\n7 Comuni;1.580,56;70.275;44,46',
  colonne: [
    { testo: /^n(?:umero)? (?:dei )?comuni\b.*$/, colonna: 'comune' },
    { testo: /^superficie\b(?!.*\b(?:ha|ettari)\b).*$/, colonna: 'superficie_km2' },
    {
      testo: /^(?:totale )?popolazione\b.*$/,
      colonna: 'residenti',
      formato: 'conteggio',
      obbligatoria: false,
      ruolo: 'valore',
      implica: (_, { anno, rilevazione }) => ({ anno: anno ?? null, rilevazione: rilevazione ?? null, eta: 'totale' }),
    },
    { testo: /^densita\b.*$/, colonna: 'densita', obbligatoria: false },
  ],
};

export const territorio: Tipo = {
  id: 'territorio',
  titolo: 'Territorio',
  descrizione: 'Quanto è grande ogni comune: serve a dire quanto è densamente abitato.',
  chiLaHa: 'L’ISTAT, che pubblica la superficie dei comuni.',
  colonne: [
    COMUNE,
    {
      id: 'superficie_km2',
      titolo: 'Superficie',
      descrizione: 'Superficie territoriale in chilometri quadrati.',
      formato: 'decimale',
      obbligatoria: true,
      unita: 'km²',
      sinonimi: ['superficie (km²)', 'superficie kmq', 'superficie in km²', 'superficie territoriale'],
      esempio: '38,08',
    },
    {
      id: 'densita',
      titolo: 'Densità',
      descrizione: 'Abitanti per chilometro quadrato, come la fonte la dichiara.',
      formato: 'decimale',
      rapporto: true,
      obbligatoria: false,
      unita: 'ab/km²',
      sinonimi: ['densità demografica', 'densità demografica (ab/km²)', 'densità abitativa', 'densità (ab/km²)'],
      esempio: '513,45',
    },
  ],
  chiave: ['comune'],
  daContesto: ['comune'],
  copertura: 'comuni',
  layout: [AMBITO],
};
