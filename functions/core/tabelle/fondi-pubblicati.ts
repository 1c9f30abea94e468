/**
 * The fund tables as the plans print them: no comuni, few lines, each with a rule of its own.
 *
 * The same money stands in two of them: a fund's own table says what arrives in each year, the budget says what the plan puts together
 * over its whole span. Both are facts, told apart by `periodo`: the year or years of the fund in the first, the span of the budget in
 * the second, where `annualita_fondo` keeps the year that the line names (`TOTALE FNA 2022`). So no key stands twice, nothing is lost,
 * and whoever sums stays within one parte or one periodo.
 */
import { COFINANZIAMENTO_COMUNALE } from '../fonti.ts';
import type { Impliciti, LayoutLibero, Linea, Tavola } from './lettura/layout.ts';
import { classifyEtichetta, classifyLinea } from './lettura/linee.ts';
import { normalizeTesto } from './lettura/testo.ts';

const IMPORTO = 'importo';
const TESTA = 10;

function getEtichetta(linea: Linea): string {
  return normalizeTesto(linea.celle[0] ?? '');
}

/** `2018`, `2018-2020`, from the two years of a match. */
function toPeriodo(da: string | undefined, a: string | undefined): string | null {
  if (da === undefined) return null;
  return a === undefined || a === da ? da : `${da}-${a}`;
}

/** Title above the table or note below it. */
function skipLinea(tavola: Tavola, linea: Linea): boolean {
  const sola = linea.celle.filter((cella) => cella.trim() !== '').length === 1;
  if (classifyLinea(linea.celle) !== 'nota' && !sola) return false;
  tavola.exclude(linea, classifyLinea(linea.celle) === 'nota' ? 'nota' : 'titolo');
  return true;
}

/** The cell of the amount: the first filled one after the label. */
function findImporto(linea: Linea): number {
  return linea.celle.findIndex((cella, indice) => indice > 0 && cella.trim() !== '');
}

// --- One fund, one amount a line -----------------------------------------------------------------------------------------------

interface VoceFondo {
  readonly testo: RegExp;
  readonly valori: (trovato: RegExpExecArray) => Impliciti;
}

const FONDI: readonly VoceFondo[] = [
  {
    testo: /^(?:totale )?(fnps|fna|fgsa)(?: annualita)?(?: (\d{4})(?: (\d{4}))?)?$/,
    valori: ([, fonte = '', da, a]) => {
      const periodo = toPeriodo(da, a);
      return { fonte: fonte.toUpperCase(), ...(periodo !== null && { periodo }) };
    },
  },
  {
    testo: /^(?:totale )?(?:quota )?(?:fondo (?:nazionale )?poverta|qfp)(?: annualita)? (\d{4})$/,
    valori: ([, annualita = '']) => ({ fonte: 'QFP', annualita_fondo: annualita }),
  },
];

const INTERVENTO = /^\s*([A-F]\.\d|T)\b/;

function matchFondo(linea: Linea): Impliciti | null {
  for (const { testo, valori } of FONDI) {
    const trovato = testo.exec(getEtichetta(linea));
    if (trovato) return valori(trovato);
  }
  return null;
}

/** @returns the years from the first to the last of the periods, `2022-2024` */
function spanPeriodi(periodi: readonly string[]): string | null {
  const anni = periodi.flatMap((periodo) => periodo.split('-')).toSorted();
  return toPeriodo(anni[0], anni.at(-1));
}

export const FONDO: LayoutLibero = {
  forma: 'libero',
  id: 'fondo',
  titolo: 'Un fondo, una somma per riga',
  esempio: 'FGSA Annualità 2022;€ 233.701,74\nFGSA Annualità 2023-2024;€ 327.182,43\nTOTALE;€ 560.884,17',
  recognize: (linee) => {
    const prima = linee.slice(0, TESTA).find((linea) => linea.celle.filter((cella) => cella.trim() !== '').length > 1);
    return prima !== undefined && matchFondo(prima) !== null;
  },
  read(tavola) {
    let fonte: Impliciti | null = null;
    const periodi: string[] = [];
    for (const linea of tavola.linee) {
      const trovato = matchFondo(linea);
      const intervento = INTERVENTO.exec(linea.celle[0] ?? '');
      const cella = findImporto(linea);
      if (trovato && cella > 0) {
        fonte = trovato;
        const periodo = trovato.periodo ?? tavola.contesto.periodo ?? tavola.contesto.anno?.toString();
        if (typeof periodo === 'string') periodi.push(periodo);
        tavola.addRiga(linea, { ...trovato, vincolo: null }, { [IMPORTO]: cella });
      } else if (fonte && intervento && cella > 0) {
        tavola.addRiga(linea, { ...fonte, vincolo: intervento[1] ?? null }, { [IMPORTO]: cella });
      } else if (fonte && classifyEtichetta(linea.celle[0] ?? '') === 'totale' && cella > 0) {
        const periodo = spanPeriodi(periodi);
        tavola.exclude(linea, 'totale dichiarato: è confrontato con la somma, non aggiunto ai dati');
        tavola.addDichiarato({
          linea,
          cella,
          ruolo: 'somma-colonna',
          misura: IMPORTO,
          valori: { fonte: fonte.fonte ?? null, periodo, vincolo: null },
        });
      } else if (!skipLinea(tavola, linea)) {
        tavola.refuse(linea, 'FNPS, FNA, FGSA o Fondo povertà con la sua annualità, un intervento (C.2 …) o il totale');
      }
    }
  },
};

// --- FNPS: the whole of each year and its quotas -------------------------------------------------------------------------------

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

// --- Budget: the declared total first, then what it is made of -----------------------------------------------------------------

const APERTURA = /^budget pdz (\d{4})(?: (\d{4}))?$/;

interface VoceBudget {
  readonly testo: RegExp;
  /** @param periodo span of the budget */
  readonly valori: (trovato: RegExpExecArray, periodo: string) => Impliciti;
}

const VOCI_BUDGET: readonly VoceBudget[] = [
  {
    testo: /^residui pdz (\d{4}) (\d{4}) qfp (\d{4})(?: (\d{4}))?$/,
    valori: ([, , , da, a]) => ({ fonte: 'QFP', annualita_fondo: toPeriodo(da, a), origine: 'residuo' }),
  },
  {
    testo: /^residui pdz (\d{4})(?: (\d{4}))?$/,
    valori: ([, da, a]) => ({ fonte: 'PdZ', annualita_fondo: toPeriodo(da, a), origine: 'residuo' }),
  },
  {
    testo: /^(?:totale )?(fnps|fna|fgsa|qfp)(?: (\d{4})(?: (\d{4}))?)?$/,
    valori: ([, fonte = '', da, a], periodo) => {
      const annualita = toPeriodo(da, a);
      return {
        fonte: fonte.toUpperCase(),
        annualita_fondo: annualita === periodo ? null : annualita,
        origine: 'competenza',
      };
    },
  },
  {
    testo: /^cofinanziamento comunale\b/,
    valori: () => ({ fonte: COFINANZIAMENTO_COMUNALE, annualita_fondo: null, origine: 'competenza' }),
  },
];

function findApertura(linee: readonly Linea[]): { linea: Linea; periodo: string } | null {
  for (const linea of linee.slice(0, TESTA)) {
    const trovato = APERTURA.exec(getEtichetta(linea));
    const periodo = toPeriodo(trovato?.[1], trovato?.[2]);
    if (periodo !== null && findImporto(linea) > 0) return { linea, periodo };
  }
  return null;
}

export const BUDGET: LayoutLibero = {
  forma: 'libero',
  id: 'budget',
  titolo: 'Budget del piano: il totale dichiarato, poi le sue fonti',
  esempio:
    'BUDGET PDZ 2022-2024;€ 1.407.757,81\nRESIDUI PDZ 2018-2021;€ 273.854,03\nTOTALE FNPS 2022-2024;€ 1.133.903,78',
  recognize: (linee) => findApertura(linee) !== null,
  read(tavola) {
    const apertura = findApertura(tavola.linee);
    if (!apertura) return;
    const { periodo } = apertura;
    for (const linea of tavola.linee) {
      const cella = findImporto(linea);
      if (linea === apertura.linea) {
        tavola.exclude(linea, 'totale dichiarato: è confrontato con la somma, non aggiunto ai dati');
        tavola.addDichiarato({ linea, cella, ruolo: 'somma-colonna', misura: IMPORTO, valori: { periodo } });
        continue;
      }
      const valori = matchBudget(linea, periodo);
      if (valori && cella > 0) tavola.addRiga(linea, { ...valori, periodo, vincolo: null }, { [IMPORTO]: cella });
      else if (!skipLinea(tavola, linea)) {
        tavola.refuse(
          linea,
          'un residuo (RESIDUI PDZ …), FNPS, FNA, FGSA, QFP con la sua annualità, o il cofinanziamento comunale',
        );
      }
    }
  },
};

function matchBudget(linea: Linea, periodo: string): Impliciti | null {
  for (const voce of VOCI_BUDGET) {
    const trovato = voce.testo.exec(getEtichetta(linea));
    if (trovato) return voce.valori(trovato, periodo);
  }
  return null;
}
