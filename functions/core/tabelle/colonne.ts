/** Columns that several types share, declared once. */
import type { Colonna } from './tipo.ts';

export const COMUNE: Colonna = {
  id: 'comune',
  titolo: 'Comune',
  descrizione:
    'Il comune dell’ambito di cui parla la riga, per nome o per codice ISTAT; «ambito» per l’intero ambito. Accanto alle righe dei comuni, la riga «ambito» è un totale dichiarato.',
  formato: 'comune',
  obbligatoria: true,
  sinonimi: [
    'comuni',
    'comune di',
    'comuni dell’ambito',
    'comuni ambito',
    'denominazione comune',
    'nome comune',
    'nome del comune',
    'ente',
  ],
  esempio: 'Casarano',
};

export const ANNO: Colonna = {
  id: 'anno',
  titolo: 'Anno',
  descrizione: 'L’anno che si chiude il 31 dicembre: un conteggio al 1° gennaio appartiene all’anno prima.',
  formato: 'anno',
  obbligatoria: true,
  sinonimi: ['anno di riferimento', 'esercizio', 'annualità'],
  esempio: '2021',
};
