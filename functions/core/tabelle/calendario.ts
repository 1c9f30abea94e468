import { CICLO, listIntestazioni } from './colonne.ts';
import type { LayoutTabella } from './lettura/layout.ts';
import { cutFine, cutInizio } from './lettura/orario.ts';
import { TAVOLI } from './tavoli.ts';
import type { Colonna, Tipo } from './tipo.ts';

const COLONNE: readonly Colonna[] = [
  CICLO,
  {
    id: 'tipo_evento',
    titolo: 'Tipo di evento',
    descrizione: 'Incontro: ci si va. Scadenza: entro quel giorno. Atto: una decisione presa.',
    formato: 'scelta',
    obbligatoria: true,
    valori: ['incontro', 'scadenza', 'atto'],
    sinonimi: ['tipo evento', 'evento'],
    esempio: 'incontro',
  },
  {
    id: 'fase',
    titolo: 'Fase',
    descrizione: 'La fase del percorso, come il documento la chiama.',
    formato: 'testo',
    obbligatoria: false,
    sinonimi: [],
    esempio: 'Fase II: Programmazione partecipata',
  },
  {
    id: 'tavolo',
    titolo: 'Tavolo',
    descrizione: 'Il tavolo di cui si tratta: un numero, o il suo nome.',
    formato: 'testo',
    obbligatoria: false,
    sinonimi: [],
    esempio: '3',
  },
  {
    id: 'data',
    titolo: 'Data',
    descrizione: 'Il giorno, o il primo giorno; vuoto dove il documento lo lascia in bianco.',
    formato: 'data',
    obbligatoria: false,
    sinonimi: ['giorno', 'dal', 'dal giorno'],
    esempio: '22/06/2026',
  },
  {
    id: 'fino_a',
    titolo: 'Fino a',
    descrizione: 'L’ultimo giorno, dove sono più d’uno: non prima del primo.',
    formato: 'data',
    obbligatoria: false,
    sinonimi: ['al', 'al giorno', 'fino al'],
    esempio: '26/06/2026',
  },
  {
    id: 'dalle',
    titolo: 'Dalle',
    descrizione: 'L’ora di inizio.',
    formato: 'ora',
    obbligatoria: false,
    sinonimi: ['dalle ore', 'ora', 'ora inizio', 'inizio'],
    esempio: '9:30',
  },
  {
    id: 'alle',
    titolo: 'Alle',
    descrizione: 'L’ora di fine: non prima di quella di inizio, se il giorno è uno.',
    formato: 'ora',
    obbligatoria: false,
    sinonimi: ['alle ore', 'ora fine', 'fine'],
    esempio: '11:00',
  },
  {
    id: 'luogo',
    titolo: 'Luogo',
    descrizione: 'Dove ci si incontra.',
    formato: 'testo',
    obbligatoria: false,
    sinonimi: ['sede', 'dove'],
    esempio: 'Viale Stazione n. 44, Casarano',
  },
  {
    id: 'organo',
    titolo: 'Organo',
    descrizione: 'Chi si riunisce o decide.',
    formato: 'testo',
    obbligatoria: false,
    sinonimi: [],
    esempio: 'Coordinamento Istituzionale',
  },
  {
    id: 'area',
    titolo: 'Area',
    descrizione: 'L’area tematica.',
    formato: 'testo',
    obbligatoria: false,
    sinonimi: ['area tematica', 'aree tematiche'],
    esempio: 'Le politiche familiari e povertà educativa',
  },
  {
    id: 'atto',
    titolo: 'Atto',
    descrizione: 'Gli estremi dell’atto o della convocazione.',
    formato: 'testo',
    obbligatoria: false,
    sinonimi: [],
    esempio: 'Delibera n. 71 del 07/12/2022',
  },
  {
    id: 'titolo',
    titolo: 'Titolo',
    descrizione: 'Di che cosa si tratta.',
    formato: 'testo',
    obbligatoria: true,
    sinonimi: ['oggetto', 'descrizione', 'argomento', 'ordine del giorno'],
    esempio: 'Tavolo tematico n. 3',
  },
];

/** When an event begins and ends in one cell. */
const ORARIO: LayoutTabella = {
  forma: 'tabella',
  id: 'orario',
  titolo: 'Inizio e fine in una colonna sola',
  esempio: 'Tipo di evento;Titolo;Data;Orario\nincontro;Tavolo tematico n. 3;22/06/2026;9:30-11:00',
  colonne: [
    ...COLONNE.filter(({ id }) => id !== 'dalle' && id !== 'alle').map((colonna) => ({
      testo: listIntestazioni(colonna),
      colonna: colonna.id,
      obbligatoria: colonna.obbligatoria && colonna.id !== 'ciclo',
    })),
    {
      testo: ['orario', 'orari', 'ore', 'fascia oraria', 'dalle alle'],
      colonna: 'dalle',
      parti: [
        { colonna: 'dalle', cut: cutInizio },
        { colonna: 'alle', cut: cutFine },
      ],
    },
  ],
};

export const calendario: Tipo = {
  id: 'calendario',
  titolo: 'Calendario della concertazione',
  descrizione:
    'Incontri, scadenze e atti del percorso che porta al Piano di Zona: quando, dove, con chi, su che cosa. Una data che il documento lascia in bianco resta mancante.',
  chiLaHa: 'La segreteria dell’Ufficio di Piano, dalle convocazioni e dagli atti.',
  colonne: COLONNE,
  chiave: ['ciclo', 'tipo_evento', 'fase', 'tavolo', 'data', 'dalle', 'organo', 'titolo'],
  daContesto: ['ciclo'],
  copertura: 'libera',
  intervalli: [
    { da: 'data', a: 'fino_a' },
    { da: 'dalle', a: 'alle', senza: 'fino_a' },
  ],
  layout: [TAVOLI, ORARIO],
};
