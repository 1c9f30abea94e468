import { ANNO, COMUNE, listIntestazioni } from './colonne.ts';
import type { LayoutTabella } from './lettura/layout.ts';
import type { Tipo } from './tipo.ts';

/** Places of public and of private nidi in columns of their own, as a survey of the offer lists them. */
const TITOLARITA: LayoutTabella = {
  forma: 'tabella',
  id: 'titolarita',
  titolo: 'Posti pubblici e privati in colonna',
  esempio: 'Comune;Anno;Posti pubblici;Posti privati;Totale posti\nCasarano;2021;1;2;3',
  colonne: [
    { testo: listIntestazioni(COMUNE), colonna: 'comune' },
    { testo: listIntestazioni(ANNO), colonna: 'anno', obbligatoria: false },
    {
      testo: /^(?:posti |nidi |asili nido )?(?:nido )?(?:a titolarita )?pubblic(?:a|i|o|he)(?: posti)?$/,
      colonna: 'posti',
      implica: { titolarita: 'pubblica' },
    },
    {
      testo: /^(?:posti |nidi |asili nido )?(?:nido )?(?:a titolarita )?privat(?:a|i|o|e)(?: posti)?$/,
      colonna: 'posti',
      implica: { titolarita: 'privata' },
    },
    { testo: ['totale', 'totale posti', 'posti totali'], colonna: 'posti', obbligatoria: false, ruolo: 'somma-riga' },
  ],
};

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
      sinonimi: ['titolare', 'pubblico/privato', 'tipo di nido'],
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
      sinonimi: [
        'numero di posti',
        'n. posti',
        'numero posti',
        'posti nido',
        'posti autorizzati',
        'posti disponibili',
        'capienza',
        'totale posti',
      ],
      esempio: '1',
    },
  ],
  chiave: ['comune', 'anno', 'titolarita'],
  daContesto: ['comune', 'anno'],
  copertura: 'comuni',
  elenca: 'titolarita',
  layout: [TITOLARITA],
};
