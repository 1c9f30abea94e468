import { ANNO, FONTE, INTERVENTO, TITOLO_INTERVENTO } from './colonne.ts';
import { SCHEDA } from './scheda.ts';
import type { Tipo } from './tipo.ts';

export const programmazione: Tipo = {
  id: 'programmazione',
  titolo: 'Programmazione',
  descrizione:
    'Quanto il piano mette in conto per ogni intervento, anno per anno, e da quali fonti: è il primo gradino della spesa.',
  chiLaHa: 'L’Ufficio di Piano, dalle schede degli interventi del Piano di Zona.',
  colonne: [
    INTERVENTO,
    TITOLO_INTERVENTO,
    ANNO,
    {
      ...FONTE,
      descrizione:
        'Il fondo da cui viene la somma; PdZ è l’insieme di residui, FNPS, FNA, FGSA e cofinanziamento. Vuoto dove il documento non lo dice.',
      sinonimi: [...FONTE.sinonimi, 'fonti di finanziamento', 'fonte/i di finanziamento'],
      esempio: 'PdZ',
    },
    {
      id: 'importo',
      titolo: 'Importo programmato',
      descrizione: 'Somma in euro messa in conto per l’anno da quella fonte; zero solo dove il documento scrive zero.',
      formato: 'importo',
      obbligatoria: true,
      unita: '€',
      sinonimi: ['importo', 'somma', 'programmato'],
      esempio: '146.210,31',
    },
  ],
  chiave: ['intervento', 'anno', 'fonte'],
  daContesto: ['intervento', 'anno'],
  copertura: 'libera',
  layout: [SCHEDA],
};
