import { AMBITO_INTERO } from '../ambito.ts';
import { COMUNE, FONTE, INTERVENTO } from './colonne.ts';
import type { Impliciti, LayoutTabella } from './lettura/layout.ts';
import type { Tipo } from './tipo.ts';

function toPeriodo(trovato: RegExpExecArray): Impliciti {
  return trovato[1] ? { periodo: `${trovato[1]}-${trovato[2]}` } : {};
}

/** One line of four figures for a whole plan. */
const SINTESI: LayoutTabella = {
  forma: 'tabella',
  id: 'sintesi',
  titolo: 'Sintesi di un piano: budget, impegnato, residuo, avanzamento',
  esempio:
    'BUDGET PDZ 2018-2021;TOTALE IMPEGNATO PDZ 2018-2021;RESIDUO DI FINANZIAMENTO PDZ 2018-2021;% avanzamento spesa\n€ 5.478.132,88;€ 5.204.278,85;€ 273.854,03;95%',
  colonne: [
    { testo: /^budget(?: pdz)?(?: (\d{4}) (\d{4}))?$/, colonna: 'programmato', implica: toPeriodo },
    { testo: /^totale impegnato(?: pdz)?(?: (\d{4}) (\d{4}))?$/, colonna: 'impegnato', implica: toPeriodo },
    {
      testo: /^totale liquidato(?: pdz)?(?: (\d{4}) (\d{4}))?$/,
      colonna: 'liquidato',
      obbligatoria: false,
      implica: toPeriodo,
    },
    {
      testo: /^residuo(?: di finanziamento)?(?: pdz)?(?: (\d{4}) (\d{4}))?$/,
      colonna: 'residuo',
      obbligatoria: false,
      implica: toPeriodo,
    },
    {
      testo: /^(?:% )?avanzamento(?: della)? spesa(?: %)?$/,
      colonna: 'impegnato',
      formato: 'percentuale',
      obbligatoria: false,
      ruolo: 'quota-percentuale',
    },
  ],
  costanti: { comune: AMBITO_INTERO },
};

export const rendiconto: Tipo = {
  id: 'rendiconto',
  titolo: 'Rendiconto',
  descrizione: 'Quanto di ciò che era programmato è stato impegnato e pagato, e quanto resta.',
  chiLaHa: 'L’Ufficio di Piano, con la ragioneria del comune capofila.',
  colonne: [
    {
      id: 'periodo',
      titolo: 'Periodo',
      descrizione: 'L’anno o gli anni del piano.',
      formato: 'periodo',
      obbligatoria: true,
      sinonimi: ['ciclo', 'piano', 'pdz'],
      esempio: '2018-2021',
    },
    {
      id: 'al',
      titolo: 'Al giorno',
      descrizione: 'Il giorno a cui si riferiscono le cifre.',
      formato: 'data',
      obbligatoria: false,
      sinonimi: ['alla data', 'data di riferimento', 'situazione al'],
      esempio: '31/12/2021',
    },
    {
      ...INTERVENTO,
      descrizione: 'L’intervento del piano (A.1 … F.8, T); vuoto per tutti insieme.',
      obbligatoria: false,
    },
    { ...FONTE, descrizione: 'Il fondo da cui vengono le risorse; vuoto per tutti insieme.' },
    { ...COMUNE, obbligatoria: false },
    {
      id: 'programmato',
      titolo: 'Programmato',
      descrizione: 'Somma messa in conto dal piano.',
      formato: 'importo',
      obbligatoria: true,
      unita: '€',
      sinonimi: [
        'budget',
        'stanziato',
        'stanziamento',
        'importo programmato',
        'risorse programmate',
        'totale programmato',
        'spesa programmata',
        'spesa prevista',
      ],
      esempio: '5.478.132,88',
    },
    {
      id: 'impegnato',
      titolo: 'Impegnato',
      descrizione: 'Somma per la quale c’è già un obbligo di spesa.',
      formato: 'importo',
      obbligatoria: true,
      unita: '€',
      sinonimi: [
        'totale impegnato',
        'impegni',
        'importo impegnato',
        'somme impegnate',
        'risorse impegnate',
        'spesa impegnata',
      ],
      esempio: '5.204.278,85',
    },
    {
      id: 'liquidato',
      titolo: 'Liquidato',
      descrizione: 'Somma già pagata.',
      formato: 'importo',
      obbligatoria: false,
      unita: '€',
      sinonimi: [
        'pagato',
        'pagamenti',
        'totale liquidato',
        'importo liquidato',
        'liquidazioni',
        'somme liquidate',
        'risorse liquidate',
        'spesa liquidata',
      ],
      esempio: '',
    },
    {
      id: 'residuo',
      titolo: 'Residuo',
      descrizione: 'Programmato meno impegnato, come la fonte lo dichiara.',
      formato: 'importo',
      conSegno: true,
      obbligatoria: false,
      unita: '€',
      sinonimi: ['residuo di finanziamento', 'residui', 'importo residuo', 'disponibilità residua'],
      esempio: '273.854,03',
    },
  ],
  chiave: ['periodo', 'al', 'intervento', 'fonte', 'comune'],
  daContesto: ['comune', 'periodo', 'al'],
  copertura: 'libera',
  layout: [SINTESI],
};
