/** One fund, one amount a line, as the plans print FNA, FGSA and Fondo povertà. */
import { findImporto, getEtichetta, IMPORTO, skipLinea, spanPeriodi, TESTA, toPeriodo } from './fondi-linee.ts';
import type { Impliciti, LayoutLibero, Linea } from './lettura/layout.ts';
import { classifyEtichetta } from './lettura/linee.ts';
import type { Valore } from './tabella.ts';

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
    const totali: { readonly linea: Linea; readonly cella: number; readonly fonte: Valore }[] = [];
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
        tavola.exclude(linea, 'totale dichiarato: è confrontato con la somma, non aggiunto ai dati');
        totali.push({ linea, cella, fonte: fonte.fonte ?? null });
      } else if (fonte && (trovato || intervento)) {
        tavola.refuse(linea, 'il nome di una voce con il suo importo nella cella accanto');
      } else if (!skipLinea(tavola, linea)) {
        tavola.refuse(linea, 'FNPS, FNA, FGSA o Fondo povertà con la sua annualità, un intervento (C.2 …) o il totale');
      }
    }
    // The total is of all the years, wherever it stands.
    const periodo = spanPeriodi(periodi);
    for (const { linea, cella, fonte: diChi } of totali) {
      const valori = { fonte: diChi, periodo, vincolo: null };
      tavola.addDichiarato({ linea, cella, ruolo: 'somma-colonna', misura: IMPORTO, valori });
    }
  },
};
