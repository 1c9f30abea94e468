import { ANNO, COMUNE, listIntestazioni } from './colonne.ts';
import type { Impliciti, LayoutTabella } from './lettura/layout.ts';
import { mapScritture } from './scritture.ts';
import type { Colonna, Tipo } from './tipo.ts';

/** The years that a header names, where it does. */
function toAnni(trovato: RegExpExecArray): Impliciti {
  return trovato[1] ? { anno: `${trovato[1]}-${trovato[2]}` } : {};
}

/** What each comune paid in money, a column per year, with the total of the ciclo beside. */
const VERSATO: LayoutTabella = {
  forma: 'tabella',
  id: 'versato',
  titolo: 'Quote versate in denaro, un anno per colonna',
  esempio:
    'COMUNI DELL’AMBITO;QUOTA COF. 2018;QUOTA COF. 2019;TOTALE COFINANZIAMENTO PDZ 2018-2019\nCASARANO;€ 98.746,62;€ 97.625,31;€ 196.371,93',
  colonne: [
    { testo: listIntestazioni(COMUNE), colonna: 'comune' },
    {
      testo: /^quota cof(?:inanziamento)? (\d{4})$/,
      colonna: 'importo',
      implica: (trovato) => ({ anno: Number(trovato[1]) }),
    },
    {
      testo: /^totale(?: cof(?:inanziamento)?)?(?: pdz)?(?: (\d{4}) (\d{4}))?$/,
      colonna: 'importo',
      obbligatoria: false,
      implica: toAnni,
      ruolo: 'somma-riga',
    },
  ],
  costanti: { natura: 'versato', forma: 'denaro' },
};

/** The minimum that each comune owes in one year: whole, and how much of it in money and in services. */
const MINIMO: LayoutTabella = {
  forma: 'tabella',
  id: 'minimo',
  titolo: 'Quota minima dell’anno: intera, in denaro, in servizi',
  esempio:
    'COMUNI DELL’AMBITO;QUOTA 100%;QUOTA DENARO 50%;QUOTA SERVIZI 50%\nCASARANO;€ 251.622,44;€ 125.811,22;€ 125.811,22',
  colonne: [
    { testo: listIntestazioni(COMUNE), colonna: 'comune' },
    { testo: /^quota(?: minima)? 100 ?%$/, colonna: 'importo', implica: { forma: 'totale' } },
    { testo: /^quota denaro(?: \d+ ?%)?$/, colonna: 'importo', implica: { forma: 'denaro' } },
    { testo: /^quota servizi(?: \d+ ?%)?$/, colonna: 'importo', implica: { forma: 'servizi' } },
  ],
  costanti: { natura: 'minimo' },
};

const NATURA: Colonna = {
  id: 'natura',
  titolo: 'Natura',
  descrizione: 'Minimo: la quota dovuta. Programmato: quello che il piano mette in conto. Versato: quello pagato.',
  formato: 'scelta',
  obbligatoria: true,
  valori: ['minimo', 'programmato', 'versato'],
  scritture: {
    minimo: ['minima', 'quota minima', 'dovuto', 'dovuta'],
    programmato: ['programmata', 'previsto', 'prevista'],
    versato: ['versata', 'pagato', 'pagata'],
  },
  sinonimi: ['natura dell’importo', 'tipo di quota'],
  esempio: 'versato',
};

/** A heading says what a cell would: `Quota dovuta`, `Versato`. */
const NATURE = mapScritture(NATURA);

/** What is owed, put in the plan and paid, beside each other: natura, forma and year are in the headings, as far as they are there. */
const IN_COLONNA: LayoutTabella = {
  forma: 'tabella',
  id: 'nature',
  titolo: 'Dovuto, programmato e versato in colonna',
  esempio: 'Comune;Quota dovuta 2022;Versato in denaro 2022;Versato in servizi 2022\nCasarano;3;1;2',
  colonne: [
    { testo: listIntestazioni(COMUNE), colonna: 'comune' },
    { testo: listIntestazioni(ANNO), colonna: 'anno', obbligatoria: false },
    {
      testo: new RegExp(
        `^(?:quota |importo |totale |cofinanziamento )?(${[...NATURE.keys()].join('|')})(?: (?:in )?(denaro|servizi))?(?: (?:nel |anno )?((?:19|20)\\d{2}))?$`,
      ),
      colonna: 'importo',
      implica: ([, parola = '', forma, anno]) => {
        const natura = NATURE.get(parola) ?? null;
        // What is owed is owed whole; what was paid may be all or only the money, and who brings it must say.
        const intera = natura === 'minimo' ? 'totale' : undefined;
        return {
          natura,
          ...((forma ?? intera) !== undefined && { forma: forma ?? intera }),
          ...(anno !== undefined && { anno: Number(anno) }),
        };
      },
    },
  ],
};

export const cofinanziamento: Tipo = {
  id: 'cofinanziamento',
  titolo: 'Cofinanziamento comunale',
  descrizione:
    'Quanto i comuni mettono di proprio nel Piano di Zona: il minimo dovuto, quello che il piano programma, quello versato; in denaro o in servizi.',
  chiLaHa: 'L’Ufficio di Piano per le quote dovute, la ragioneria di ogni comune per quanto ha versato.',
  colonne: [
    COMUNE,
    ANNO,
    NATURA,
    {
      id: 'forma',
      titolo: 'Forma',
      descrizione: 'In denaro, in servizi resi dal comune, o il totale dei due.',
      formato: 'scelta',
      obbligatoria: true,
      valori: ['totale', 'denaro', 'servizi'],
      scritture: {
        denaro: ['in denaro', 'quota denaro'],
        servizi: ['in servizi', 'quota servizi'],
        totale: ['intera'],
      },
      sinonimi: ['forma del versamento', 'modalità'],
      esempio: 'denaro',
    },
    {
      id: 'importo',
      titolo: 'Importo',
      descrizione: 'Somma in euro dell’anno.',
      formato: 'importo',
      obbligatoria: true,
      unita: '€',
      sinonimi: [
        'quota',
        'cofinanziamento',
        'importo euro',
        'importo in euro',
        'somma',
        'ammontare',
        'quota di cofinanziamento',
      ],
      esempio: '98.746,62',
    },
  ],
  chiave: ['comune', 'anno', 'natura', 'forma'],
  daContesto: ['comune', 'anno'],
  copertura: 'comuni',
  layout: [VERSATO, MINIMO, IN_COLONNA],
};
