/**
 * The budget as the plans print it: the declared total first, then what it is made of.
 *
 * The same money stands here and in the funds’ own tables: a fund's own table says what arrives in each year, the budget says what the plan puts together
 * over its whole span. Both are facts, told apart by `periodo`: the year or years of the fund in the first, the span of the budget in
 * the second, where `annualita_fondo` keeps the year that the line names (`TOTALE FNA 2022`). So no key stands twice, nothing is lost,
 * and whoever sums stays within one parte or one periodo.
 */
import { COFINANZIAMENTO_COMUNALE } from '../fonti.ts';
import { findImporto, getEtichetta, IMPORTO, skipLinea, TESTA, toPeriodo } from './fondi-linee.ts';
import type { Impliciti, LayoutLibero, Linea } from './lettura/layout.ts';

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
