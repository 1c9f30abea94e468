import { ANNO, COMUNE } from './colonne.ts';
import type { Tipo } from './tipo.ts';

export const postiNido: Tipo = {
  id: 'posti-nido',
  titolo: 'Posti nei nidi',
  descrizione:
    'Quanti posti ci sono nei nidi e nei servizi per la prima infanzia di ogni comune, pubblici e privati: la legge chiede 33 posti ogni 100 bambini.',
  chiLaHa: 'Gli uffici per la scuola e l’infanzia di ogni comune, per i nidi pubblici e per i privati autorizzati.',
  colonne: [
    COMUNE,
    ANNO,
    {
      id: 'titolarita',
      titolo: 'Titolarità',
      descrizione:
        'Di un ente pubblico o di un privato, a prescindere da chi gestisce; vuota dove i posti sono contati tutti insieme.',
      formato: 'scelta',
      obbligatoria: false,
      valori: ['pubblica', 'privata'],
      scritture: { pubblica: ['pubblico', 'pubblici'], privata: ['privato', 'privati'] },
      sinonimi: ['titolare', 'pubblico/privato'],
      esempio: 'pubblica',
    },
    {
      id: 'posti',
      titolo: 'Posti',
      descrizione:
        'Posti autorizzati al 31 dicembre; zero dove il comune non ne ha, vuoto dove non si sa. Ogni comune compare almeno una volta: la titolarità che un comune non riporta, e altri sì, resta un dato mancante.',
      formato: 'conteggio',
      obbligatoria: true,
      unita: 'posti',
      sinonimi: ['numero di posti', 'posti autorizzati', 'capienza'],
      esempio: '32',
    },
  ],
  chiave: ['comune', 'anno', 'titolarita'],
  daContesto: ['comune', 'anno'],
  copertura: 'comuni',
  elenca: 'titolarita',
  layout: [],
};
