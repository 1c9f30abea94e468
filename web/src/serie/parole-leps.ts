/** The words of levels and outcomes, as the pages say them. */
import type { Livello } from '../../../functions/core/livelli.ts';

/** What each level means, in plain words. */
export const SENSO_LIVELLI: Readonly<Record<Livello, string>> = {
  LEPS: 'Livello essenziale delle prestazioni sociali: ciò che la legge vuole garantito a tutti, ovunque.',
  Potenziamento: 'Rafforza servizi che la programmazione nazionale chiede di far crescere.',
  ODS: 'Obiettivo di servizio: quanto la Regione chiede a ogni ambito di offrire.',
  Specificità: 'Scelta del territorio, oltre ciò che chiedono Stato e Regione.',
};

/** How an intervento stands in a year. */
export type Esito = 'finanziato' | 'zero' | 'non-indicato' | 'senza-scheda';

export const PAROLE_ESITO: Readonly<Record<Esito, string>> = {
  finanziato: 'con denaro',
  zero: 'importo zero',
  'non-indicato': 'non indicato',
  'senza-scheda': 'senza scheda',
};
