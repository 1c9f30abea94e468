import { ANNO, COMUNE } from './colonne.ts';
import type { Tipo } from './tipo.ts';

export const migrazioni: Tipo = {
  id: 'migrazioni',
  titolo: 'Movimento migratorio',
  descrizione: 'Quante persone hanno lasciato ogni comune nell’anno e quante vi sono arrivate.',
  chiLaHa: 'L’ufficio anagrafe di ogni comune.',
  colonne: [
    COMUNE,
    ANNO,
    {
      id: 'emigrazioni',
      titolo: 'Emigrazioni',
      descrizione: 'Persone che hanno lasciato il comune nell’anno.',
      formato: 'conteggio',
      obbligatoria: true,
      unita: 'persone',
      sinonimi: ['emigrati', 'cancellati', 'cancellazioni', 'cancellati per trasferimento', 'cancellati all’anagrafe'],
      esempio: '350',
    },
    {
      id: 'immigrazioni',
      titolo: 'Immigrazioni',
      descrizione: 'Persone arrivate nel comune nell’anno.',
      formato: 'conteggio',
      obbligatoria: true,
      unita: 'persone',
      sinonimi: ['immigrati', 'iscritti', 'iscrizioni', 'iscritti per trasferimento', 'iscritti all’anagrafe'],
      esempio: '310',
    },
    {
      id: 'saldo',
      titolo: 'Saldo migratorio',
      descrizione: 'Immigrazioni meno emigrazioni, come la fonte lo dichiara.',
      formato: 'intero',
      conSegno: true,
      obbligatoria: false,
      unita: 'persone',
      sinonimi: ['saldo', 'saldo migratorio totale'],
      esempio: '-40',
    },
  ],
  chiave: ['comune', 'anno'],
  daContesto: ['comune', 'anno'],
  copertura: 'comuni',
  layout: [],
};
