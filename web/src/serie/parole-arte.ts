/**
 * The words of those who write plans, as a citizen would say them: told where they first stand on a page, and all together in the
 * page of the method.
 * @source L. 328/2000, artt. 8, 19 and 22; L.R. Puglia 19/2006; R.R. Puglia 4/2007; L. 234/2021, art. 1, cc. 159-172 (LEPS); Piano
 *   Sociale di Zona 2022-2024 di Casarano, chapters I and III
 */
export interface ParolaArte {
  readonly parola: string;
  readonly significato: string;
}

export const PAROLE_ARTE: readonly ParolaArte[] = [
  { parola: 'Ambito territoriale sociale', significato: 'più comuni che gestiscono insieme i servizi sociali.' },
  { parola: 'Capofila', significato: 'il comune dell’ambito che tiene la cassa e firma gli atti per tutti.' },
  {
    parola: 'Piano di Zona',
    significato:
      'il documento con cui l’ambito dice, per alcuni anni (un ciclo), quali servizi farà e con quali soldi.',
  },
  { parola: 'Ufficio di Piano', significato: 'l’ufficio dell’ambito che prepara il Piano e pubblica queste tabelle.' },
  {
    parola: 'Intervento, scheda, macro-attività',
    significato:
      'un intervento è una cosa da fare (per esempio C.1, aiuto a casa); la scheda lo descrive; le macro-attività, da A a F, riuniscono gli interventi simili; T è l’ufficio.',
  },
  {
    parola: 'Quadro sinottico',
    significato: 'la tabella del Piano che dice a quale livello di priorità sta ogni intervento.',
  },
  {
    parola: 'Livello essenziale (LEPS)',
    significato:
      'ciò che la legge vuole garantito a tutti, ovunque. Accanto ci sono Potenziamento, Obiettivi di servizio (ODS) e Specificità del territorio.',
  },
  {
    parola: 'Budget ordinario',
    significato:
      'il denaro proprio del Piano: residui, fondi nazionali e regionali, Fondo povertà, cofinanziamento dei comuni.',
  },
  {
    parola: 'Cofinanziamento',
    significato:
      'la parte che i comuni mettono di tasca propria, in denaro o in servizi; la quota minima è quanto devono mettere almeno.',
  },
  {
    parola: 'Spesa storica',
    significato: 'quanto i comuni hanno speso da soli per il sociale, in media in un anno: la soglia da mantenere.',
  },
  {
    parola: 'Riparto',
    significato:
      'dividere una somma tra i comuni secondo una chiave, per esempio i residenti; al centesimo, senza resti.',
  },
  {
    parola: 'Programmato, impegnato, liquidato',
    significato: 'scritto nel Piano; destinato a una spesa con un atto; spesa fatta e riconosciuta, che si può pagare.',
  },
  { parola: 'Residuo', significato: 'programmato e non ancora impegnato: di norma passa al ciclo dopo.' },
  { parola: 'Rendiconto', significato: 'il documento che dice, a cose fatte, che cosa è stato del denaro.' },
  {
    parola: 'Passo lineare',
    significato: 'quanta parte del ciclo è passata: un termine di confronto per la spesa, non un obbligo.',
  },
  {
    parola: 'Concertazione',
    significato: 'gli incontri con cittadini, sindacati e associazioni prima di approvare il Piano.',
  },
  {
    parola: 'Anagrafe e ISTAT',
    significato:
      'due modi di contare le stesse persone: i registri dei comuni e la statistica nazionale. Non danno lo stesso numero.',
  },
  {
    parola: 'Tempo pieno equivalente (ETP)',
    significato: 'il lavoro contato in giornate intere: due persone a metà tempo fanno uno.',
  },
  {
    parola: 'Edizione',
    significato:
      'ciò che è pubblicato in un certo momento, con un numero che cresce: si può sempre tornare a una di prima.',
  },
];
