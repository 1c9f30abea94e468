/** The questions that people come with, each with the very place that answers it: for the panoramica and for the search. */
import { indirizzi } from '../indirizzi.ts';
import { CAMBIAMENTI, RISPOSTA } from './luoghi.ts';

export interface Domanda {
  readonly testo: string;
  /** More words by which it can be found. */
  readonly parole: string;
  /** Without which there is no answer: the ids of their types. */
  readonly tabelle: readonly string[];
  readonly href: (ambito: string) => string;
}

const at = (pagina: string, ancora: string): string => `${pagina}#${ancora}`;

export const DOMANDE: readonly Domanda[] = [
  {
    testo: 'Chi ha versato di più e di meno per residente?',
    parole:
      'comune paga pagato paga meno quanto paga versamenti quota minimo bastava denaro cofinanziamento procapite testa',
    tabelle: ['cofinanziamento'],
    href: (ambito) => at(indirizzi.cofinanziamento(ambito), RISPOSTA),
  },
  {
    testo: 'Quanto del ciclo passato non è stato impegnato?',
    parole: 'soldi non spesi denaro avanzato residui residuo fondo impegni spesa rimasto',
    tabelle: ['rendiconto'],
    href: (ambito) => at(indirizzi.spesa(ambito), RISPOSTA),
  },
  {
    testo: 'Quali livelli essenziali non hanno denaro?',
    parole: 'leps senza soldi fondi finanziati importo zero',
    tabelle: ['servizi', 'programmazione'],
    href: (ambito) => at(indirizzi.leps(ambito), RISPOSTA),
  },
  {
    testo: 'Quanti assistenti sociali servono, e quanti ne mancano?',
    parole: 'assistente sociale mancanti necessari personale organico 5.000',
    tabelle: ['popolazione'],
    href: (ambito) => at(indirizzi.leps(ambito), 'assistenti'),
  },
  {
    testo: 'Quanti posti ci sono nei nidi?',
    parole: 'nido asilo asili bambini prima infanzia 33',
    tabelle: ['posti-nido', 'popolazione'],
    href: (ambito) => at(indirizzi.leps(ambito), 'nido'),
  },
  {
    testo: 'Che cosa è cambiato rispetto a prima?',
    parole: 'cambiamenti variazione differenze ciclo precedente passato dal 2018',
    tabelle: ['popolazione'],
    href: (ambito) => at(indirizzi.panoramica(ambito), CAMBIAMENTI),
  },
  {
    testo: 'Quali cifre dei documenti non tornano?',
    parole: 'errori nel piano sbagliate sbagli incongruenze segnalazioni somme totali qualità dati',
    tabelle: [],
    href: (ambito) => at(indirizzi.qualita(ambito), RISPOSTA),
  },
];
