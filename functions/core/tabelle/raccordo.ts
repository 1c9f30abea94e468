import { INTERVENTO } from './colonne.ts';
import type { Tipo } from './tipo.ts';

export const raccordo: Tipo = {
  id: 'raccordo',
  titolo: 'Raccordo tra i cicli',
  descrizione:
    'Quale servizio del ciclo precedente continua in quale intervento del nuovo. Lo dichiara l’Ufficio di Piano: non si indovina dai nomi.',
  chiLaHa: 'L’Ufficio di Piano.',
  colonne: [
    {
      id: 'servizio',
      titolo: 'Servizio',
      descrizione: 'Il servizio del ciclo precedente, con lo stesso nome che ha nella tabella dei servizi.',
      formato: 'testo',
      obbligatoria: true,
      sinonimi: ['servizio del ciclo precedente', 'servizio precedente', 'vecchio servizio', 'denominazione'],
      esempio: 'Percorsi di inclusione socio-lavorativa',
    },
    {
      ...INTERVENTO,
      descrizione: 'L’intervento del nuovo ciclo in cui il servizio continua.',
      sinonimi: [...INTERVENTO.sinonimi, 'nuovo intervento', 'intervento del nuovo ciclo'],
      esempio: 'B.6',
    },
  ],
  chiave: ['servizio', 'intervento'],
  daContesto: [],
  copertura: 'libera',
  layout: [],
};
