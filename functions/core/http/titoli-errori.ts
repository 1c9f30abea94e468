/** What an error status means, in the words of the reader. */
export const TITOLI_ERRORI: Readonly<Record<number, string>> = {
  400: 'Richiesta non valida',
  401: 'Accesso richiesto',
  403: 'Accesso non consentito',
  404: 'Non trovato',
  405: 'Metodo non ammesso',
  409: 'In conflitto con lo stato attuale',
  413: 'Contenuto troppo grande',
  415: 'Formato non accettato',
  422: 'Non pubblicabile',
  429: 'Troppe richieste',
  500: 'Errore del servizio',
  503: 'Servizio non disponibile',
};
