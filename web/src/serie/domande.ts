/** The questions that people come with, each with the very place that answers it: for the panoramica and for the search. */
import { indirizzi } from '../indirizzi.ts';
import { CAMBIAMENTI, CHIAVE, ELENCO, RISPOSTA, SIMULATORE, TITOLARI } from './luoghi.ts';

export interface Domanda {
  readonly testo: string;
  /** More words by which it can be found. */
  readonly parole: string;
  /** Without which there is no answer: the ids of their types. */
  readonly tabelle: readonly string[];
  readonly href: (ambito: string) => string;
}

interface GruppoDomande {
  readonly titolo: string;
  readonly domande: readonly Domanda[];
}

const at = (pagina: string, ancora: string): string => `${pagina}#${ancora}`;

export const GRUPPI_DOMANDE: readonly GruppoDomande[] = [
  {
    titolo: 'Quanto mettono i comuni',
    domande: [
      {
        testo: 'Chi ha versato di più e di meno per residente?',
        parole:
          'comune paga pagato paga meno quanto paga versamenti quota minimo bastava denaro cofinanziamento procapite testa',
        tabelle: ['cofinanziamento'],
        href: (ambito) => at(indirizzi.cofinanziamento(ambito), RISPOSTA),
      },
      {
        testo: 'Come si calcola la quota di ogni comune?',
        parole: 'quota minima calcolo chiave riparto divide dividono residenti trasferimenti',
        tabelle: ['cofinanziamento', 'fondi', 'famiglie'],
        href: (ambito) => at(indirizzi.cofinanziamento(ambito), CHIAVE),
      },
      {
        testo: 'E se cambiassero i trasferimenti o i residenti?',
        parole: 'simulatore simulare prova calano aumentano diminuiscono quota quote',
        tabelle: ['cofinanziamento', 'fondi', 'famiglie'],
        href: (ambito) => at(indirizzi.cofinanziamento(ambito), SIMULATORE),
      },
      {
        testo: 'Qual è la spesa sociale di ogni comune, per abitante?',
        parole: 'storica residente procapite testa mio comune spende di più di meno',
        tabelle: ['spesa-storica'],
        href: (ambito) => at(indirizzi.confronto(ambito), RISPOSTA),
      },
    ],
  },
  {
    titolo: 'Il denaro del Piano',
    domande: [
      {
        testo: 'Quanto del ciclo passato non è stato impegnato?',
        parole: 'soldi non spesi denaro avanzato residui residuo fondo impegni spesa rimasto fna',
        tabelle: ['rendiconto'],
        href: (ambito) => at(indirizzi.spesa(ambito), RISPOSTA),
      },
      {
        testo: 'Quanto denaro va a ogni intervento?',
        parole: 'soldi spesa costa programmato interventi servizi assistenza domiciliare importo',
        tabelle: ['programmazione'],
        href: (ambito) => at(indirizzi.spesa(ambito), 'interventi'),
      },
      {
        testo: 'Quanto denaro c’è in ogni anno del Piano?',
        parole: 'soldi spesa programmato anno per anno anni',
        tabelle: ['programmazione'],
        href: (ambito) => at(indirizzi.spesa(ambito), 'anni'),
      },
      {
        testo: 'Quali livelli essenziali non hanno denaro?',
        parole: 'leps senza soldi fondi finanziati importo zero',
        tabelle: ['servizi', 'programmazione'],
        href: (ambito) => at(indirizzi.leps(ambito), RISPOSTA),
      },
    ],
  },
  {
    titolo: 'I servizi, e chi ci lavora',
    domande: [
      {
        testo: 'Quali servizi sono gratuiti?',
        parole: 'gratis costo quanto costa pagare pago senza pagare',
        tabelle: ['servizi'],
        href: (ambito) => at(indirizzi.servizi(ambito, { accesso: 'gratuito' }), ELENCO),
      },
      {
        testo: 'Chi gestisce i servizi?',
        parole: 'titolare gestione gestore affidati affidamento appalto cooperative esternalizzati',
        tabelle: ['servizi'],
        href: (ambito) => at(indirizzi.servizi(ambito), TITOLARI),
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
    ],
  },
  {
    titolo: 'Il percorso e i documenti',
    domande: [
      {
        testo: 'Quando sono gli incontri sul nuovo Piano?',
        parole: 'calendario tavoli tavolo sindacati riunione riunioni agenda date concertazione',
        tabelle: ['calendario'],
        href: (ambito) => at(indirizzi.percorso(ambito), RISPOSTA),
      },
      {
        testo: 'Quali servizi c’erano prima, e quali erano attivi?',
        parole: 'ciclo precedente passato attivi 2018-2021 continuano',
        tabelle: ['servizi'],
        href: (ambito) => at(indirizzi.leps(ambito), 'passati'),
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
    ],
  },
];
