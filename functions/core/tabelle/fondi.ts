import { FONTE } from './colonne.ts';
import { BUDGET } from './fondi-budget.ts';
import { FONDO } from './fondi-fondo.ts';
import { QUOTE } from './fondi-quote.ts';
import type { Tipo } from './tipo.ts';

export const fondi: Tipo = {
  id: 'fondi',
  titolo: 'Fondi',
  descrizione:
    'Da dove vengono i soldi del Piano di Zona: i fondi nazionali e regionali, i residui, il cofinanziamento dei comuni, e il budget che li mette insieme.',
  chiLaHa: 'L’Ufficio di Piano, dai decreti di riparto e dagli atti della Regione.',
  colonne: [
    {
      ...FONTE,
      descrizione: 'FNPS, FNA, FGSA, QFP (Fondo povertà), PdZ (residui dei piani), Cofinanziamento comunale.',
      obbligatoria: true,
    },
    {
      id: 'periodo',
      titolo: 'Periodo',
      descrizione: 'L’anno o gli anni in cui la somma è disponibile; nel budget, tutti gli anni del piano.',
      formato: 'periodo',
      obbligatoria: true,
      sinonimi: ['anno', 'annualità', 'anni'],
      esempio: '2022',
    },
    {
      id: 'annualita_fondo',
      titolo: 'Annualità del fondo',
      descrizione:
        'L’annualità dello Stato o della Regione da cui la somma viene, dove non è il periodo stesso (la QFP 2021 serve il 2022).',
      formato: 'periodo',
      obbligatoria: false,
      sinonimi: ['annualità fondo'],
      esempio: '2021',
    },
    {
      id: 'origine',
      titolo: 'Origine',
      descrizione: 'Competenza: risorse nuove. Residuo: avanzate da piani precedenti.',
      formato: 'scelta',
      obbligatoria: false,
      valori: ['competenza', 'residuo'],
      sinonimi: [],
      esempio: 'competenza',
    },
    {
      id: 'vincolo',
      titolo: 'Vincolo',
      descrizione: 'La quota del fondo che va spesa per uno scopo; vuoto per il fondo intero.',
      formato: 'testo',
      obbligatoria: false,
      sinonimi: ['quota vincolata', 'destinazione'],
      esempio: 'minori e famiglia',
    },
    {
      id: 'importo',
      titolo: 'Importo',
      descrizione: 'Somma in euro.',
      formato: 'importo',
      obbligatoria: true,
      unita: '€',
      sinonimi: ['somma', 'ammontare', 'importo assegnato', 'risorse assegnate', 'assegnazione'],
      esempio: '239.689,34',
    },
  ],
  chiave: ['fonte', 'periodo', 'annualita_fondo', 'origine', 'vincolo'],
  daContesto: ['periodo'],
  copertura: 'libera',
  layout: [BUDGET, QUOTE, FONDO],
};
