/**
 * The economic part of a scheda di dettaglio: one intervento, a line per year, the fonti of a year in one cell:
 * `€ 146.210,31 PdZ + € 641.331,04 QFP`. The code of the intervento stands above, in more than one place.
 */
import { normalizeFonte } from '../fonti-scritte.ts';
import { parseIntervento } from '../interventi.ts';
import { INTERVENTO, listIntestazioni } from './colonne.ts';
import type { Impliciti, LayoutLibero, Linea, Pezzo, Tavola } from './lettura/layout.ts';
import { ATTESA_ALLINEATA, classifyEtichetta, classifyLinea, isAllineata } from './lettura/linee.ts';
import { isNonDichiarato } from './lettura/numeri.ts';
import { normalizeTesto } from './lettura/testo.ts';
import { MOTIVO_TITOLO } from './lettura/titoli.ts';

const TESTA = 30;
const IMPORTO = 'importo';

/** The box before the year may be ticked, empty or lost: `X 2022`, `☐ 2022`, `2022`; Windows-1252 has no box, and programs write `? 2022` for it. */
const ANNUALITA = /^(?:[x☐☒☑✓✔□■?]|\[\s*x?\s*\])?\s*(\d{4})$/iu;

interface Testata {
  readonly linea: Linea;
  readonly annualita: number;
  readonly importo: number;
  /** -1 where the scheda has no such column. */
  readonly fonti: number;
}

const INTERVENTI: ReadonlySet<string> = new Set(listIntestazioni(INTERVENTO).map(normalizeTesto));

function findTestata(linee: readonly Linea[]): Testata | null {
  for (const linea of linee.slice(0, TESTA)) {
    const normali = linea.celle.map(normalizeTesto);
    const [annualita, importo, fonti] = [
      /^annualita$|^anno$/,
      /^importo programmato$/,
      /^font[ei]\b.*finanziamento$/,
    ].map((testo) => normali.findIndex((cella) => testo.test(cella)));
    // One intervento per line is a plain table of many: a scheda speaks of one.
    if (normali.some((cella) => INTERVENTI.has(cella))) continue;
    if (annualita === undefined || importo === undefined || fonti === undefined) continue;
    if (annualita >= 0 && importo >= 0 && fonti >= 0) return { linea, annualita, importo, fonti };
  }
  return null;
}

/** Where the code of the intervento stands, and the title beside it. */
interface Capo {
  readonly linea: Linea;
  readonly codice: string;
  readonly titolo: string | null;
}

/** The code stands on the line of the interventi, or on that of the macro-attività where only the second is filled in. */
function findCapo(linee: readonly Linea[]): Capo | null {
  const trovati = linee.flatMap((linea) => {
    const cella = linea.celle.findIndex((testo, indice) => indice > 0 && parseIntervento(testo) !== null);
    const codice = parseIntervento(linea.celle[cella] ?? '');
    const titolo = linea.celle.find((testo, indice) => indice > cella && testo.trim() !== '')?.trim() ?? null;
    return codice === null ? [] : [{ linea, codice, titolo: titolo === null ? null : titolo.replace(/\s+/g, ' ') }];
  });
  return trovati.find(({ linea }) => /^interventi e servizi\b/.test(getEtichetta(linea))) ?? trovati[0] ?? null;
}

function getEtichetta(linea: Linea): string {
  return normalizeTesto(linea.celle[0] ?? '');
}

/** One fonte of a year with its own amount. */
interface Quota {
  readonly fonte: string;
  readonly importo: string;
}

/** A sum of money, and not a number within a name: `5 per mille`, `DGR 220/2020`. */
const SOMMA = String.raw`€\s*\d[\d.]*(?:,\d+)?|\d[\d.]*,\d{2}`;
const SEPARATORE = new RegExp(String.raw`\s*\+\s*(?=${SOMMA})`);
const QUOTA = new RegExp(String.raw`^(${SOMMA})\s*(\p{L}.*)$`, 'u');
const CON_SOMME = new RegExp(String.raw`${SOMMA}|^\s*\d[\d.]*\s*$`);

/**
 * The fonti of a cell that gives each its amount.
 * @returns [] where the cell gives none (one fonte for the whole amount, or nothing); null where it gives some and not others,
 *   or gives them in another way: which fonte has how much is not guessed
 */
function splitQuote(cella: string): Quota[] | null {
  const pezzi = cella.trim().split(SEPARATORE);
  const quote = pezzi.flatMap((pezzo) => {
    const [, importo = '', fonte = ''] = QUOTA.exec(pezzo) ?? [];
    return fonte === '' || fonte.includes('+') || CON_SOMME.test(fonte) ? [] : [{ importo, fonte }];
  });
  if (quote.length === pezzi.length) return quote;
  return CON_SOMME.test(cella) ? null : [];
}

export const SCHEDA: LayoutLibero = {
  forma: 'libero',
  id: 'scheda',
  titolo: 'Scheda di un intervento: anno, importo programmato, fonti di finanziamento',
  esempio:
    'INTERVENTI E SERVIZI;A.1;Segretariato Sociale\nAnnualità;Importo programmato;Fonte/i di finanziamento\nX 2022;€ 818.650,49;€ 146.210,31 PdZ + € 641.331,04 QFP + € 31.109,14 PAIS\nX 2023;€ 39.740,95;PdZ\ntotale;€ 858.391,44;',
  recognize: (linee) => findTestata(linee) !== null,
  read(tavola) {
    const testata = findTestata(tavola.linee);
    if (!testata) return;
    const sopra = tavola.linee.filter(({ riga }) => riga < testata.linea.riga);
    const sotto = tavola.linee.filter(({ riga }) => riga > testata.linea.riga);
    const capo = findCapo(sopra);
    for (const linea of sopra) {
      // The lines above are a form of their own, in several cells: only a year among them is out of place.
      if (readAnnualita(linea, testata) !== null)
        tavola.refuse(linea, 'un titolo: gli anni stanno sotto l’intestazione');
      else tavola.exclude(linea, linea === capo?.linea ? 'dice l’intervento' : MOTIVO_TITOLO);
    }
    const dichiarato = tavola.contesto.intervento;
    if (capo && dichiarato !== undefined && parseIntervento(dichiarato) !== capo.codice) {
      tavola.refuse(capo.linea, `l’intervento indicato al caricamento, ${dichiarato}`);
    }
    explainTestata(tavola, testata);
    for (const linea of sotto) readLinea(tavola, testata, { linea, capo });
    checkAnni(tavola, new Set(sotto.flatMap((linea) => readAnnualita(linea, testata) ?? [])));
  },
};

function readAnnualita(linea: Linea, { annualita }: Testata): number | null {
  const anno = ANNUALITA.exec((linea.celle[annualita] ?? '').trim())?.[1];
  return anno === undefined ? null : Number(anno);
}

/** A year that the upload says to be there is there, be it of nothing: a line lost is not a year without funds. */
function checkAnni(tavola: Tavola, presenti: ReadonlySet<number>): void {
  const [da, a] = (tavola.contesto.periodo ?? '').split('-').map(Number);
  if (!da || !a || presenti.size === 0) return;
  for (let anno = da; anno <= a; anno++) {
    if (!presenti.has(anno)) {
      tavola.miss(
        'anno-mancante',
        `Manca l’anno ${anno}: al caricamento è indicato il periodo ${da}-${a}. Se in un anno non c’è importo, la riga resta e la cella è vuota.`,
      );
    }
  }
}

function explainTestata(tavola: Tavola, { linea, annualita, importo, fonti }: Testata): void {
  tavola.explain(linea, annualita, 'anno');
  tavola.explain(linea, importo, 'importo dell’anno, tutte le fonti insieme');
  tavola.explain(linea, fonti, 'fonti, con il loro importo dove sono più d’una');
}

interface LineaDiScheda {
  readonly linea: Linea;
  /** Null where the file does not say the intervento: the upload must. */
  readonly capo: Capo | null;
}

function readLinea(tavola: Tavola, testata: Testata, { linea, capo }: LineaDiScheda): void {
  const intervento: Impliciti = capo ? { intervento: capo.codice } : {};
  const etichetta = linea.celle[testata.annualita] ?? '';
  const anno = readAnnualita(linea, testata);
  if (anno !== null && !isAllineata(linea.celle, testata.linea.celle)) tavola.refuse(linea, ATTESA_ALLINEATA);
  else if (anno !== null) {
    readAnno(tavola, testata, { linea, capo, chiave: { ...intervento, anno } });
  } else if (classifyEtichetta(etichetta) === 'totale') {
    tavola.exclude(linea, 'totale dichiarato: è confrontato con la somma, non aggiunto ai dati');
    tavola.addDichiarato({
      linea,
      cella: testata.importo,
      ruolo: 'somma-colonna',
      misura: IMPORTO,
      valori: intervento,
    });
  } else if (classifyLinea(linea.celle) === 'nota') tavola.exclude(linea, 'nota');
  else tavola.refuse(linea, 'un anno (X 2022) o il totale');
}

function readAnno(
  tavola: Tavola,
  { importo, fonti }: Testata,
  { linea, capo, chiave }: LineaDiScheda & { chiave: Impliciti },
): void {
  const scritte = linea.celle[fonti] ?? '';
  const quote = isNonDichiarato(scritte) ? [] : splitQuote(scritte);
  const valori: Impliciti = { ...chiave, titolo_intervento: capo?.titolo ?? null };
  if (quote === null) {
    tavola.refuse(linea, 'una fonte sola, o più fonti ciascuna con il suo importo (€ 1.000,00 PdZ + € 500,00 QFP)');
    return;
  }
  if (quote.length === 0) {
    if (isNonDichiarato(scritte) && /[1-9]/.test(linea.celle[importo] ?? '')) {
      tavola.warn(`Alla riga ${linea.riga} c’è un importo senza la sua fonte di finanziamento.`);
    }
    tavola.addRiga(linea, valori, { importo, fonte: fonti });
    return;
  }
  for (const quota of quote) {
    const pezzo: Pezzo = { cella: fonti, testo: quota.importo };
    tavola.addRiga(linea, { ...valori, fonte: normalizeFonte(quota.fonte) }, { importo: pezzo });
  }
  tavola.addDichiarato({ linea, cella: importo, ruolo: 'somma-riga', misura: IMPORTO, valori: chiave });
}
