/** What each route is for, in one Italian line: for who reads of the API. A function that answers needs none of it. */
import type { RottaId } from './rotte.ts';

export const SOMMARI: Readonly<Record<RottaId, string>> = {
  salute: 'Dice se il servizio e il suo archivio rispondono, e con quale versione del software',
  ambiti: 'Gli Ambiti Territoriali Sociali registrati',
  ambito: 'Un ambito: comuni, cicli, edizione e versioni correnti',
  tipi: 'I tipi di tabella che l’osservatorio sa leggere',
  tipo: 'Un tipo di tabella: colonne, chiave, impaginazioni riconosciute',
  'tipo-schema': 'Lo schema Frictionless di un tipo di tabella',
  'tipo-modello': 'Un modello da compilare, con una riga di esempio',
  indicatori: 'Il catalogo degli indicatori',
  indicatore: 'Un indicatore: formula, unità, soglia, avvertenze, fonte',
  osservazioni: 'I valori degli indicatori di un ambito e dei suoi comuni',
  'osservazioni-csv': 'I valori degli indicatori in CSV, tutti quelli che rispondono ai filtri',
  spiegazione: 'Una cifra ripercorsa all’indietro: formula, ingressi, celle, documenti',
  tabella: 'Le righe di una tabella pubblicata e le cifre che la fonte dichiara',
  'tabella-csv': 'Una tabella pubblicata in CSV, per intero',
  versioni: 'Le versioni pubblicate di una tabella, dalla più recente',
  originale: 'Il file di una parte, byte per byte come è stato ricevuto',
  qualita: 'Che cosa hanno trovato i controlli sui dati pubblicati',
  calendario: 'Il percorso della concertazione: incontri, scadenze e atti, con quelli ancora senza data',
  'calendario-ics':
    'Lo stesso percorso per le agende (iCalendar); ciò che non ha data resta fuori, contato nella descrizione',
  registro: 'Gli atti pubblici: pubblicazioni e ripristini, dal più recente',
  riparto: 'Divide un importo in proporzione a delle chiavi, esatto al centesimo',
  openapi: 'Questa interfaccia, descritta in OpenAPI 3.1',
  'registra-ambito': 'Registra un ambito, o ne aggiorna comuni e cicli',
  carica: 'Riceve un file e dice che cosa ne ha letto; nulla diventa pubblico',
  firma: 'Firma il caricamento di un file grande: dice dove e come mandarne i byte, e dove vedere che cosa ne è stato',
  arrivo:
    'Che cosa è stato di un caricamento firmato, o della rilettura di un file grande: atteso, in lettura, letto (e allora c’è la bozza), interrotto, scaduto',
  caricamenti: 'Le bozze dell’ambito; gli organi vedono quelle in consultazione',
  caricamento: 'Una bozza: lettura, problemi, differenze, effetti sugli indicatori',
  'caricamento-originale': 'Il file di una bozza, byte per byte come è stato ricevuto',
  'caricamento-copia':
    'Il file di una bozza nella forma canonica: le celle lette come si scrivono, quelle da correggere come sono, con accanto che cosa serve',
  'caricamento-foglio': 'Le righe del foglio di calcolo di una bozza, come sono state lette: un testo per cella',
  'caricamento-correggi':
    'Rilegge il file di una bozza con le correzioni indicate: è una bozza nuova, e quella di prima si ritira se nessuno la sta guardando',
  'apri-consultazione': 'Mette una bozza in consultazione: gli organi la vedono, il pubblico no',
  'chiudi-consultazione': 'Toglie una bozza dalla consultazione: torna all’Ufficio di Piano',
  ritira: 'Ritira una bozza; l’operatore, soltanto le proprie',
  pubblica: 'Pubblica una bozza: tabelle e indicatori cambiano insieme, in una nuova edizione',
  ripristina: 'Riporta in vigore una versione precedente, come versione nuova',
};
