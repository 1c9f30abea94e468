/** The services as the plans print them: those of the past ciclo, the quadro sinottico, the box of each scheda. */
import { parseIntervento } from '../interventi.ts';
import type { Livello } from '../livelli.ts';
import type { LayoutLibero, LayoutTabella, Linea, Tavola } from './lettura/layout.ts';
import { ATTESA_ALLINEATA, classifyLinea, isAllineata } from './lettura/linee.ts';
import { isNonDichiarato } from './lettura/numeri.ts';
import { normalizeTesto } from './lettura/testo.ts';
import { excludeTitolo } from './lettura/titoli.ts';
import { parseUtenza } from './utenza.ts';

const TESTA = 30;

// --- The services of the past ciclo ----------------------------------------------------------------------------------------------

export const PASSATI: LayoutTabella = {
  forma: 'tabella',
  id: 'passati',
  titolo: 'Servizi del ciclo precedente: attivi sì o no',
  esempio:
    'N.;Denominazione;Ente titolare;Attivo si/no\n1;Asili nido e altri servizi per la prima infanzia;Ambito di Casarano;SI',
  colonne: [
    { testo: ['N.', 'Numero', 'N. ordine'], colonna: null, obbligatoria: false },
    { testo: ['Denominazione', 'Denominazione del servizio', 'Servizio'], colonna: 'servizio' },
    { testo: ['Ente titolare', 'Titolare'], colonna: 'ente_titolare', obbligatoria: false },
    { testo: /^attivo(?: si ?no)?$/, colonna: 'attivo' },
  ],
};

// --- The quadro sinottico: an intervento a line, a level a column ----------------------------------------------------------------

const COLONNE_LIVELLO: readonly { readonly testo: RegExp; readonly livello: Livello }[] = [
  { testo: /^(?:leps?|livelli? essenzial[ei]\b.*)$/, livello: 'LEPS' },
  { testo: /^potenziament[oi]$/, livello: 'Potenziamento' },
  { testo: /^(?:ods|obiettivi di servizio)(?: regional[ei])?$/, livello: 'ODS' },
  { testo: /^specificita(?: territorial[ei])?$/, livello: 'Specificità' },
];

interface TestataLivelli {
  readonly linea: Linea;
  /** Where the code of an intervento stands, its title after it: a table may begin in any column of a sheet. */
  readonly prima: number;
  readonly livelli: readonly { readonly cella: number; readonly livello: Livello }[];
}

function findTestataLivelli(linee: readonly Linea[]): TestataLivelli | null {
  for (const linea of linee.slice(0, TESTA)) {
    const livelli = linea.celle.flatMap((testo, cella) => {
      const trovata = COLONNE_LIVELLO.find((colonna) => colonna.testo.test(normalizeTesto(testo)));
      return trovata ? [{ cella, livello: trovata.livello }] : [];
    });
    const scritta = linea.celle.findIndex((testo) => testo.trim() !== '');
    if (livelli.length >= 2) return { linea, prima: scritta === livelli[0]?.cella ? 0 : scritta, livelli };
  }
  return null;
}

/** Where the source marks the voci of a cell (a dash, a semicolon, a new line) they are told apart; elsewhere the cell is one voce. */
const INIZIO_VOCE = /(?:^|\s)[-–•](?=\S)|;|\r?\n/;

function splitVoci(cella: string): string[] {
  if (isNonDichiarato(cella)) return [];
  return cella
    .split(INIZIO_VOCE)
    .map((voce) => voce.trim())
    .filter(Boolean);
}

/** An intervento with the lines that speak of it: its own, and those that go on with an empty first cell. */
interface Blocco {
  readonly intervento: string;
  readonly titolo: string;
  readonly linee: readonly Linea[];
}

export const QUADRO_SINOTTICO: LayoutLibero = {
  forma: 'libero',
  id: 'quadro-sinottico',
  titolo: 'Quadro sinottico: un intervento per riga, un livello di priorità per colonna',
  esempio:
    'Interventi e servizi sociali;;LEPS;POTENZIAMENTI;ODS REGIONALI;SPECIFICITA’ TERRITORIALE\nA.1;Segretariato Sociale;Rete di Segretariato Sociale;;;Sportello Immigrati',
  recognize: (linee) => findTestataLivelli(linee) !== null,
  read(tavola) {
    const testata = findTestataLivelli(tavola.linee);
    if (!testata) return;
    const [livello = 0] = testata.livelli.map(({ cella }) => cella);
    for (let cella = testata.prima; cella < livello; cella++) tavola.explain(testata.linea, cella, 'intervento');
    for (const { cella, livello } of testata.livelli) tavola.explain(testata.linea, cella, `voci, livello ${livello}`);
    for (const blocco of listBlocchi(tavola, testata)) readBlocco(tavola, testata, blocco);
  },
};

function listBlocchi(tavola: Tavola, testata: TestataLivelli): Blocco[] {
  const blocchi: Blocco[] = [];
  for (const linea of tavola.linee) {
    if (linea === testata.linea) continue;
    if (linea.riga < testata.linea.riga) {
      excludeTitolo(tavola, linea);
      continue;
    }
    const [codice = '', titolo = ''] = linea.celle.slice(testata.prima);
    const intervento = parseIntervento(codice);
    const ultimo = blocchi.at(-1);
    const isNota = codice.trim() !== '' && classifyLinea(linea.celle) === 'nota';
    if (!isNota && !isAllineata(linea.celle, testata.linea.celle)) tavola.refuse(linea, ATTESA_ALLINEATA);
    else if (intervento !== null) blocchi.push({ intervento, titolo: titolo.trim(), linee: [linea] });
    else if (ultimo && codice.trim() === '') {
      const intero = [ultimo.titolo, titolo.trim()].filter(Boolean).join(' ');
      blocchi[blocchi.length - 1] = { ...ultimo, titolo: intero, linee: [...ultimo.linee, linea] };
    } else if (isNota) tavola.exclude(linea, 'nota');
    else tavola.refuse(linea, 'il codice di un intervento (A.1 … F.8, T), o una cella vuota che continua quello sopra');
  }
  return blocchi;
}

/** An intervento without voci is in the quadro all the same: one row says so. */
function readBlocco(tavola: Tavola, { livelli }: TestataLivelli, { intervento, titolo, linee }: Blocco): void {
  const valori = { intervento, titolo_intervento: titolo.replace(/\s+/g, ' ') || null };
  const voci = linee.flatMap((linea) =>
    livelli.flatMap(({ cella, livello }) =>
      splitVoci(linea.celle[cella] ?? '').map((testo) => ({ linea, cella, livello, testo })),
    ),
  );
  for (const { linea, cella, livello, testo } of voci) {
    tavola.addRiga(linea, { ...valori, livello }, { voce: { cella, testo } });
  }
  const [prima] = linee;
  for (const linea of linee) {
    if (linea !== prima && voci.every((voce) => voce.linea !== linea))
      tavola.exclude(linea, 'continua il titolo sopra');
  }
  if (voci.length === 0 && prima) tavola.addRiga(prima, { ...valori, livello: null, voce: null }, {});
}

// --- The services of a scheda: whom each is for -----------------------------------------------------------------------------------

interface TestataServizi {
  readonly linea: Linea;
  readonly denominazione: number;
  readonly articolo: number;
  readonly utenza: number;
}

function findTestataServizi(linee: readonly Linea[]): TestataServizi | null {
  for (const linea of linee.slice(0, TESTA)) {
    const normali = linea.celle.map(normalizeTesto);
    const denominazione = normali.indexOf('denominazione');
    const utenza = normali.indexOf('utenza');
    const articolo = normali.findIndex((testo) => /^art(?:icolo|t)?\b/.test(testo));
    if (denominazione >= 0 && utenza >= 0) return { linea, denominazione, articolo, utenza };
  }
  return null;
}

export const SERVIZI_DI_SCHEDA: LayoutLibero = {
  forma: 'libero',
  id: 'servizi-di-scheda',
  titolo: 'Servizi di una scheda: denominazione, articolo, utenza',
  esempio:
    'Denominazione;Art./Artt. R.R. n. 04/2007;Utenza\nServizio di Assistenza Domiciliare Integrata ADI Anziani;88;N° 45 cittadini ultrasessantacinquenni',
  recognize: (linee) => findTestataServizi(linee) !== null,
  read(tavola) {
    const testata = findTestataServizi(tavola.linee);
    if (!testata) return;
    const { linea: intestazione, denominazione, articolo, utenza } = testata;
    tavola.explain(intestazione, denominazione, 'servizio');
    if (articolo >= 0) tavola.explain(intestazione, articolo, 'articolo');
    tavola.explain(intestazione, utenza, 'utenza, con il numero di utenti dove la fonte lo scrive');
    for (const linea of tavola.linee) {
      if (linea === intestazione) continue;
      if (linea.riga < intestazione.riga) excludeTitolo(tavola, linea);
      else if (classifyLinea(linea.celle, true) === 'nota' && (linea.celle[utenza] ?? '').trim() === '') {
        tavola.exclude(linea, 'nota');
      } else if (!isAllineata(linea.celle, intestazione.celle)) tavola.refuse(linea, ATTESA_ALLINEATA);
      else readServizio(tavola, testata, linea);
    }
  },
};

function readServizio(tavola: Tavola, { denominazione, articolo, utenza }: TestataServizi, linea: Linea): void {
  const prevista = parseUtenza(linea.celle[utenza] ?? '');
  tavola.addRiga(
    linea,
    {
      utenza_prevista: prevista?.numero ?? null,
      utenza_unita: prevista?.unita ?? null,
    },
    { servizio: denominazione, ...(articolo >= 0 && { articolo_rr: articolo }), utenza_testo: utenza },
  );
}
