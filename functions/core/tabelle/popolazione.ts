import { ANNO, COMUNE, listIntestazioni } from './colonne.ts';
import { matchEta } from './lettura/eta.ts';
import type { Impliciti, LayoutTabella } from './lettura/layout.ts';
import { ANNI_SESSI, BANDA, FASCE_SESSI, TOTALE } from './popolazione-sessi.ts';
import type { Colonna, Tipo } from './tipo.ts';
import { createLayoutVariazioni } from './variazioni.ts';

const FASCIA_ETA = [
  'fascia',
  'fascia d’età',
  'fascia di età',
  'fasce d’età',
  'fasce di età',
  'classe di età',
  'classi di età',
  'anni di età',
];

const CODICE_COMUNE: Colonna = {
  id: 'codice_istat',
  titolo: 'Codice ISTAT',
  descrizione: 'Il codice ISTAT del comune, sei cifre con lo zero iniziale.',
  formato: 'codice-istat',
  obbligatoria: false,
  sinonimi: ['codice comune', 'codice istat comune', 'cod istat', 'pro_com_t'],
  esempio: '075016',
};

/** Ages that have a name: minors by law, the elderly as the plans and ISTAT count them, adults between the two. */
const ETA_DETTE: Readonly<Record<string, string>> = {
  minori: '0-17',
  minorenni: '0-17',
  adulti: '18-64',
  anziani: '65+',
};

function toEta([, fascia = '', detta]: RegExpExecArray): Impliciti {
  return { eta: detta === undefined ? matchEta(fascia) : (ETA_DETTE[detta] ?? null) };
}

/** Age bands as columns, under a header on one line or two. */
const FASCE: LayoutTabella = {
  forma: 'tabella',
  id: 'fasce',
  titolo: 'Fasce d’età in colonna',
  esempio:
    'Comuni;Fasce d’età;;;;;;Totale Popolazione\n;0-3;4-14;15-17;18-29;30-64;65- più;\nCasarano;537;1.895;563;2.563;9.462;4.532;19.552',
  colonne: [
    { testo: listIntestazioni(COMUNE), colonna: 'comune' },
    {
      testo: new RegExp(
        `^${BANDA}$|^(minori|minorenni|adulti|anziani)(?: (?:over |ultra |oltre )?65(?: anni)?(?: ed? (?:piu|oltre))?)?$`,
      ),
      colonna: 'residenti',
      implica: toEta,
    },
    {
      testo: /^(?:totale|totale popolazione|popolazione totale|totale residenti|totale popolazione residente)$/,
      colonna: 'residenti',
      obbligatoria: false,
      implica: TOTALE,
      ruolo: 'somma-riga',
    },
  ],
};

/** All ages together: the year may be in the heading, as the day of the count. */
const TUTTI: LayoutTabella = {
  forma: 'tabella',
  id: 'totale',
  titolo: 'Residenti in tutto, per comune',
  esempio: 'Comune;Popolazione residente al 31/12/2021\nCasarano;19.552',
  colonne: [
    { testo: listIntestazioni(CODICE_COMUNE), colonna: 'codice_istat', obbligatoria: false },
    { testo: listIntestazioni(COMUNE), colonna: 'comune' },
    { testo: listIntestazioni(ANNO), colonna: 'anno', obbligatoria: false },
    {
      testo:
        /^(?:totale |numero |n )?(?:popolazione|residenti|abitanti)(?: residente| totale)?(?: (?:al )?(?:(31) (?:12|dicembre)|1 ?(?:01|gennaio)) (\d{4}))?$/,
      colonna: 'residenti',
      implica: ([, dicembre, anno]) => ({
        ...TOTALE,
        ...(anno !== undefined && { anno: Number(anno) - (dicembre ? 0 : 1) }),
      }),
    },
  ],
};

const ANZIANI: LayoutTabella = {
  forma: 'tabella',
  id: 'anziani',
  titolo: 'Popolazione anziana per comune',
  esempio: 'Comuni;Popolazione ultra65\nCasarano;4.532',
  colonne: [
    { testo: listIntestazioni(COMUNE), colonna: 'comune' },
    { testo: /^popolazione (?:ultra|over|oltre) ?65(?: anni)?$/, colonna: 'residenti', implica: { eta: '65+' } },
  ],
};

/** @source ISTAT, Popolazione residente per sesso, età e stato civile (POSAS): title line, age 999 = total, counts at 1 January */
const POSAS: LayoutTabella = {
  forma: 'tabella',
  id: 'istat-posas',
  titolo: 'ISTAT POSAS: un’età per riga, maschi e femmine in colonna',
  esempio:
    'Popolazione residente al 1° gennaio 2022 per sesso, età e stato civile\n"Codice comune";"Comune";"Età";"Totale maschi";"Totale femmine";"Totale"\n"075016";"Casarano";0;1;2;3',
  colonne: [
    { testo: ['Codice comune'], colonna: 'codice_istat' },
    { testo: ['Comune'], colonna: 'comune' },
    { testo: ['Età'], colonna: 'eta', traduci: { '999': 'totale' } },
    { testo: ['Totale maschi'], colonna: 'residenti', implica: { sesso: 'M' } },
    { testo: ['Totale femmine'], colonna: 'residenti', implica: { sesso: 'F' } },
    { testo: ['Totale'], colonna: 'residenti', obbligatoria: false, implica: { sesso: null }, ruolo: 'somma-riga' },
  ],
  daTitolo: (titolo): Impliciti => {
    const gennaio = /1°?\s*gennaio\s+(\d{4})/i.exec(titolo);
    return gennaio ? { anno: Number(gennaio[1]) - 1, rilevazione: 'istat' } : { rilevazione: 'istat' };
  },
  altriComuni: 'esclusi',
};

/** As the registry of a comune prints it, of that comune alone or of several: who counted, and often where, is told with the upload. */
const SESSI: LayoutTabella = {
  forma: 'tabella',
  id: 'sessi',
  titolo: 'Un’età o una fascia per riga, maschi e femmine in colonna',
  esempio: 'Comune;Età;Maschi;Femmine;Totale\nCasarano;0;1;2;3',
  colonne: [
    { testo: listIntestazioni(CODICE_COMUNE), colonna: 'codice_istat', obbligatoria: false },
    { testo: listIntestazioni(COMUNE), colonna: 'comune', obbligatoria: false },
    { testo: listIntestazioni(ANNO), colonna: 'anno', obbligatoria: false },
    { testo: ['età', ...FASCIA_ETA], colonna: 'eta' },
    { testo: ['M', 'maschi', 'maschio', 'totale maschi', 'uomini'], colonna: 'residenti', implica: { sesso: 'M' } },
    { testo: ['F', 'femmine', 'femmina', 'totale femmine', 'donne'], colonna: 'residenti', implica: { sesso: 'F' } },
    {
      testo: /^(?:totale|totali|totale residenti|totale popolazione|m ?\+ ?f)$/,
      colonna: 'residenti',
      obbligatoria: false,
      implica: { sesso: null },
      ruolo: 'somma-riga',
    },
  ],
};

const VARIAZIONI = createLayoutVariazioni({
  titolo: 'Due anni a confronto, per l’intero ambito',
  esempio: 'Grandezza;2018;2021;Variazione\npopolazione residente;71.804;70.275;-1.529',
  misura: 'residenti',
  voci: [
    { testo: /^(?:totale )?popolazione(?: residente| totale)?$/, valori: () => TOTALE },
    { testo: /^(?:popolazione )?(?:nella )?fascia (?:di |d )?eta (\d{1,3} \d{1,3})$/, valori: toEta },
    {
      testo: /^popolazione (?:che supera i|oltre i|ultra|over) ?(\d{1,3})(?: anni)?(?: di eta)?$/,
      valori: (trovato) => ({ eta: `${Number(trovato[1])}+` }),
    },
  ],
});

export const popolazione: Tipo = {
  id: 'popolazione',
  titolo: 'Popolazione residente',
  descrizione:
    'Quante persone vivono in ogni comune, per fascia d’età. È il denominatore di quasi ogni indicatore: per questo la rilevazione (anagrafe o ISTAT) è sempre dichiarata.',
  chiLaHa: 'L’ufficio anagrafe di ogni comune; per la rilevazione ISTAT, il file POSAS che l’ISTAT pubblica ogni anno.',
  colonne: [
    CODICE_COMUNE,
    COMUNE,
    ANNO,
    {
      id: 'rilevazione',
      titolo: 'Rilevazione',
      descrizione:
        'Chi ha contato: l’anagrafe dei comuni o l’ISTAT. I due conteggi differiscono onestamente e non si mescolano mai.',
      formato: 'scelta',
      obbligatoria: true,
      valori: ['anagrafe', 'istat'],
      sinonimi: ['fonte del conteggio'],
      esempio: 'anagrafe',
    },
    {
      id: 'eta',
      titolo: 'Età',
      descrizione: 'Una fascia d’età (0-3, 65+), un’età sola (7, 100+) o «totale».',
      formato: 'eta',
      obbligatoria: true,
      sinonimi: FASCIA_ETA,
      esempio: '0-3',
    },
    {
      id: 'sesso',
      titolo: 'Sesso',
      descrizione: 'M o F; vuoto dove il conteggio è di tutti.',
      formato: 'scelta',
      obbligatoria: false,
      valori: ['M', 'F'],
      sinonimi: ['genere'],
      esempio: '',
    },
    {
      id: 'residenti',
      titolo: 'Residenti',
      descrizione: 'Persone residenti al 31 dicembre dell’anno.',
      formato: 'conteggio',
      obbligatoria: true,
      unita: 'persone',
      sinonimi: ['popolazione', 'popolazione residente', 'numero residenti', 'abitanti'],
      esempio: '537',
    },
  ],
  chiave: ['comune', 'anno', 'rilevazione', 'eta', 'sesso'],
  daContesto: ['comune', 'anno', 'rilevazione'],
  copertura: 'comuni',
  layout: [FASCE, FASCE_SESSI, ANZIANI, POSAS, SESSI, ANNI_SESSI, TUTTI, VARIAZIONI],
};
