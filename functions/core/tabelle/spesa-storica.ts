import { COMUNE, listIntestazioni } from './colonne.ts';
import type { Impliciti, LayoutTabella } from './lettura/layout.ts';
import type { Tipo } from './tipo.ts';

function toTriennio(trovato: RegExpExecArray): Impliciti {
  return trovato[1] ? { triennio: `${trovato[1]}-${trovato[2]}` } : {};
}

/** Serial number, comune, and the three years named in the headers. */
const RICOGNIZIONE: LayoutTabella = {
  forma: 'tabella',
  id: 'ricognizione',
  titolo: 'Ricognizione della spesa storica, il triennio nell’intestazione',
  esempio:
    'AMBITO DI CASARANO;;;\nC;COMUNE DI;SPESA COMPLESSIVA (TRIENNIO 2018/2020);SPESA MEDIA ANNUA (TRIENNIO 2018/2020)\nC1;CASARANO;€ 1.435.449,13;€ 478.483,04',
  colonne: [
    { testo: ['C', 'N.', 'Numero'], colonna: null, obbligatoria: false },
    { testo: listIntestazioni(COMUNE), colonna: 'comune' },
    {
      testo:
        /^spesa (?:complessiva|totale|storica|sociale(?: complessiva)?)(?: (?:(?:nel |del )?triennio )?(\d{4}) (\d{4}))?$/,
      colonna: 'spesa_complessiva',
      implica: toTriennio,
    },
    {
      testo: /^(?:spesa )?media annua(?: (?:(?:nel |del )?triennio )?(\d{4}) (\d{4}))?$/,
      colonna: 'spesa_media_annua',
      obbligatoria: false,
      implica: toTriennio,
    },
  ],
};

export const spesaStorica: Tipo = {
  id: 'spesa-storica',
  titolo: 'Spesa storica',
  descrizione:
    'Quanto ogni comune ha speso di suo per il sociale in un triennio: è la soglia sotto la quale il cofinanziamento non dovrebbe scendere.',
  chiLaHa: 'La ragioneria di ogni comune; l’Ufficio di Piano le riunisce nella ricognizione della spesa.',
  colonne: [
    COMUNE,
    {
      id: 'triennio',
      titolo: 'Triennio',
      descrizione: 'I tre anni a cui si riferisce la spesa.',
      formato: 'periodo',
      obbligatoria: true,
      sinonimi: ['periodo'],
      esempio: '2018-2020',
    },
    {
      id: 'spesa_complessiva',
      titolo: 'Spesa complessiva',
      descrizione: 'Spesa sociale del comune nei tre anni.',
      formato: 'importo',
      obbligatoria: true,
      unita: '€',
      sinonimi: [
        'spesa totale',
        'spesa complessiva del triennio',
        'spesa sociale',
        'spesa sociale complessiva',
        'spesa storica',
      ],
      esempio: '1.435.449,13',
    },
    {
      id: 'spesa_media_annua',
      titolo: 'Spesa media annua',
      descrizione: 'Spesa complessiva divisa per tre, come la fonte la dichiara.',
      formato: 'importo',
      obbligatoria: false,
      unita: '€/anno',
      sinonimi: ['spesa media', 'media annua', 'spesa annua media', 'media del triennio'],
      esempio: '478.483,04',
    },
  ],
  chiave: ['comune', 'triennio'],
  daContesto: ['comune', 'triennio'],
  copertura: 'comuni',
  layout: [RICOGNIZIONE],
};
