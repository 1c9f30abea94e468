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
    'denominazione del comune',
    'ente locale',
    'territorio',
  ],
  esempio: 'Casarano',
};

/** Every heading under which a column may stand, for a layout that has it too. */
export function listIntestazioni({ id, titolo, sinonimi }: Colonna): string[] {
  return [id, titolo, ...sinonimi];
}

export const ANNO: Colonna = {
  id: 'anno',
  titolo: 'Anno',
  descrizione: 'L’anno che si chiude il 31 dicembre: un conteggio al 1° gennaio appartiene all’anno prima.',
  formato: 'anno',
  obbligatoria: true,
  sinonimi: ['anno di riferimento', 'anno di competenza', 'esercizio', 'esercizio finanziario', 'annualità'],
  esempio: '2021',
};

export const CICLO: Colonna = {
  id: 'ciclo',
  titolo: 'Ciclo',
  descrizione: 'Gli anni del Piano di Zona di cui parla la riga.',
  formato: 'periodo',
  obbligatoria: true,
  sinonimi: ['piano', 'piano di zona', 'triennio del piano'],
  esempio: '2022-2024',
};

export const INTERVENTO: Colonna = {
  id: 'intervento',
  titolo: 'Intervento',
  descrizione: 'Il codice dell’intervento nel piano: A.1 … F.8, oppure T per l’Ufficio di Piano.',
  formato: 'intervento',
  obbligatoria: true,
  sinonimi: ['scheda', 'codice intervento', 'cod. intervento', 'codice', 'cod.', 'codice scheda', 'n. scheda'],
  esempio: 'C.2',
};

export const TITOLO_INTERVENTO: Colonna = {
  id: 'titolo_intervento',
  titolo: 'Titolo dell’intervento',
  descrizione: 'Come il documento chiama l’intervento.',
  formato: 'testo',
  obbligatoria: false,
  sinonimi: ['denominazione intervento', 'denominazione dell’intervento', 'nome intervento', 'descrizione intervento'],
  esempio: 'Assistenza domiciliare integrata con servizi sanitari',
};

export const FONTE: Colonna = {
  id: 'fonte',
  titolo: 'Fonte',
  descrizione: 'Il fondo da cui vengono le risorse.',
  formato: 'fonte',
  obbligatoria: false,
  sinonimi: ['fondo', 'fonte di finanziamento', 'fonti di finanziamento', 'fonte finanziamento'],
  esempio: 'FNPS',
};
