/** The FNPS as the plans print it: the whole of each year and its quotas. */
import { IMPORTO, skipLinea, spanPeriodi, TESTA, toPeriodo } from './fondi-linee.ts';
import type { LayoutLibero, Linea, Tavola } from './lettura/layout.ts';
import { classifyEtichetta } from './lettura/linee.ts';
import { normalizeTesto } from './lettura/testo.ts';

interface TestataQuote {
  readonly linea: Linea;
  readonly anno: number;
  readonly importo: number;
  readonly totale: number;
  readonly quote: readonly { readonly cella: number; readonly vincolo: string }[];
}

const QUOTA = /^(?:q|quota)\s+(.+)$/i;

function findTestataQuote(linee: readonly Linea[]): TestataQuote | null {
  for (const linea of linee.slice(0, TESTA)) {
    const normali = linea.celle.map(normalizeTesto);
    const [anno, importo, totale] = ['anno', 'importo', 'totale'].map((nome) => normali.indexOf(nome));
    const quote = linea.celle.flatMap((testo, cella) => {
      const vincolo = QUOTA.exec(testo.trim().replace(/[.\s]+/g, ' '))?.[1];
      return vincolo === undefined ? [] : [{ cella, vincolo: vincolo.toLowerCase() }];
    });
    if (anno === undefined || importo === undefined || totale === undefined) continue;
    if (anno >= 0 && importo >= 0 && quote.length > 0) return { linea, anno, importo, totale, quote };
  }
  return null;
}

function isPiena(linea: Linea, cella: number): boolean {
  return cella >= 0 && (linea.celle[cella] ?? '').trim() !== '';
}

export const QUOTE: LayoutLibero = {
  forma: 'libero',
  id: 'fnps',
  titolo: 'FNPS: importo di ogni anno e quote vincolate',
  esempio:
    'ANNO;IMPORTO;Q LIBERA;Q MINORI E FAMIGLIA;TOTALE\n2022;€ 393.162,59;€ 153.473,25;€ 239.689,34;€ 393.162,59\nTOTALE;€ 393.162,59;€ 153.473,25;€ 239.689,34;€ 393.162,59',
  recognize: (linee) => findTestataQuote(linee) !== null,
  read(tavola) {
    const testata = findTestataQuote(tavola.linee);
    if (!testata) return;
    explainQuote(tavola, testata);
    const sotto = tavola.linee.filter((linea) => linea.riga > testata.linea.riga);
    const anni = sotto.filter((linea) => /^\d{4}$/.test(linea.celle[testata.anno]?.trim() ?? ''));
    for (const linea of tavola.linee) {
      if (linea === testata.linea) continue;
      if (anni.includes(linea)) readAnno(tavola, testata, { linea, anni });
      else if (classifyEtichetta(linea.celle[testata.anno] ?? '') === 'totale')
        readTotale(tavola, testata, { linea, anni });
      else if (!skipLinea(tavola, linea)) tavola.refuse(linea, 'un anno o il totale');
    }
  },
};

interface LineaFraAnni {
  readonly linea: Linea;
  /** The lines of the years, in the order of the file. */
  readonly anni: readonly Linea[];
}

function explainQuote(tavola: Tavola, { linea, anno, importo, totale, quote }: TestataQuote): void {
  tavola.explain(linea, anno, 'periodo');
  tavola.explain(linea, importo, 'importo intero del fondo nell’anno');
  for (const { cella, vincolo } of quote) tavola.explain(linea, cella, `quota: ${vincolo}`);
  if (totale >= 0) tavola.explain(linea, totale, 'totale delle quote, dichiarato dalla fonte');
}

/** The quotas of a line speak of its year and of the years below it that have an amount and no quotas. */
function readAnno(tavola: Tavola, testata: TestataQuote, { linea, anni }: LineaFraAnni): void {
  const getAnno = (di: Linea) => (di.celle[testata.anno] ?? '').trim();
  const conQuote = (di: Linea) => testata.quote.some(({ cella }) => isPiena(di, cella)) || isPiena(di, testata.totale);
  tavola.addRiga(linea, { fonte: 'FNPS', periodo: getAnno(linea), vincolo: null }, { [IMPORTO]: testata.importo });
  if (!conQuote(linea)) return;
  const seguenti = anni.slice(anni.indexOf(linea) + 1);
  const prossima = seguenti.findIndex(conQuote);
  const senza = prossima < 0 ? seguenti : seguenti.slice(0, prossima);
  const periodo = toPeriodo(getAnno(linea), getAnno(senza.at(-1) ?? linea));
  for (const { cella, vincolo } of testata.quote) {
    tavola.addRiga(linea, { fonte: 'FNPS', periodo, vincolo }, { [IMPORTO]: cella });
  }
  if (!isPiena(linea, testata.totale)) return;
  const valori = { fonte: 'FNPS', periodo, vincolo: null };
  tavola.addDichiarato({ linea, cella: testata.totale, ruolo: 'somma-riga', misura: IMPORTO, valori });
}

function readTotale(tavola: Tavola, testata: TestataQuote, { linea, anni }: LineaFraAnni): void {
  tavola.exclude(linea, 'totale dichiarato: è confrontato con la somma, non aggiunto ai dati');
  const periodo = spanPeriodi(anni.map((anno) => (anno.celle[testata.anno] ?? '').trim()));
  const celle = [{ cella: testata.importo, vincolo: null }, ...testata.quote];
  for (const { cella, vincolo } of celle) {
    const valori = { fonte: 'FNPS', periodo, vincolo };
    tavola.addDichiarato({ linea, cella, ruolo: 'somma-colonna', misura: IMPORTO, valori });
  }
  if (!isPiena(linea, testata.totale)) return;
  const valori = { fonte: 'FNPS', periodo, vincolo: null };
  tavola.addDichiarato({ linea, cella: testata.totale, ruolo: 'somma-riga', misura: IMPORTO, valori });
  tavola.addDichiarato({ linea, cella: testata.totale, ruolo: 'somma-colonna', misura: IMPORTO, valori });
}
