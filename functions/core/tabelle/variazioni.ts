/** Tables of two years and their difference, one quantity a line: `Grandezza;2018;2021;Variazione`. */
import { AMBITO_INTERO } from '../ambito.ts';
import type { Impliciti, LayoutLibero, Linea } from './lettura/layout.ts';
import { normalizeTesto } from './lettura/testo.ts';
import { excludeTitolo } from './lettura/titoli.ts';

export interface Voce {
  /** Tried on the label in lower case, without accents and punctuation. */
  readonly testo: RegExp;
  readonly valori: (trovato: RegExpExecArray) => Impliciti;
}

export interface OpzioniVariazioni {
  readonly titolo: string;
  readonly esempio: string;
  readonly misura: string;
  readonly voci: readonly Voce[];
}

const ANNO = /^\d{4}$/;

interface Testata {
  readonly linea: Linea;
  /** Cells of the years, in the order of the file. */
  readonly anni: readonly { readonly cella: number; readonly anno: number }[];
  readonly variazione: number;
}

/** Which of two columns of one year holds would be a guess. */
function isRipetuta({ linea, anni }: Testata): boolean {
  const variazioni = linea.celle.filter((testo) => normalizeTesto(testo).startsWith('variazion'));
  return new Set(anni.map(({ anno }) => anno)).size < anni.length || variazioni.length > 1;
}

/**
 * The first year's figures are the ambito's own rows; the later ones are second statements of figures that have their own table,
 * and the variations are declared: both are kept to be compared.
 */
export function createLayoutVariazioni({ titolo, esempio, misura, voci }: OpzioniVariazioni): LayoutLibero {
  function findTestata(linee: readonly Linea[]): Testata | null {
    for (const linea of linee.slice(0, 10)) {
      const anni = linea.celle.flatMap((testo, cella) =>
        ANNO.test(testo.trim()) ? [{ cella, anno: Number(testo) }] : [],
      );
      const variazione = linea.celle.findIndex((testo) => normalizeTesto(testo).startsWith('variazion'));
      if (anni.length >= 2 && variazione > 0 && anni.every(({ cella }) => cella > 0))
        return { linea, anni, variazione };
    }
    return null;
  }

  function matchVoce(etichetta: string): Impliciti | null {
    for (const voce of voci) {
      const trovato = voce.testo.exec(normalizeTesto(etichetta));
      if (trovato) return voce.valori(trovato);
    }
    return null;
  }

  return {
    forma: 'libero',
    id: 'variazioni',
    titolo,
    esempio,
    recognize: (linee) => findTestata(linee) !== null,
    read(tavola) {
      const testata = findTestata(tavola.linee);
      const [primo] = testata?.anni ?? [];
      const ultimo = testata?.anni.at(-1);
      if (!testata || !primo || !ultimo) return;
      if (isRipetuta(testata)) {
        tavola.refuse(testata.linea, 'ogni anno una volta sola, e una sola variazione');
        return;
      }
      tavola.explain(testata.linea, 0, 'grandezza');
      for (const { cella, anno } of testata.anni) tavola.explain(testata.linea, cella, `valore del ${anno}`);
      tavola.explain(testata.linea, testata.variazione, 'variazione dichiarata dalla fonte');
      for (const linea of tavola.linee) {
        if (linea.riga < testata.linea.riga) excludeTitolo(tavola, linea);
        if (linea.riga <= testata.linea.riga) continue;
        const [etichetta = ''] = linea.celle;
        if (/^\s*fonte\s*:/i.test(etichetta)) {
          tavola.exclude(linea, 'nota');
          continue;
        }
        const valori = matchVoce(etichetta);
        if (!valori) {
          tavola.refuse(linea, `una di queste voci, come in: ${esempio.split('\n').slice(1).join(' | ')}`);
          continue;
        }
        const base = { comune: AMBITO_INTERO, ...valori };
        tavola.addRiga(linea, { ...base, anno: primo.anno }, { [misura]: primo.cella });
        for (const { cella, anno } of testata.anni.slice(1)) {
          tavola.addDichiarato({ linea, cella, ruolo: 'valore', misura, valori: { ...base, anno } });
        }
        tavola.addDichiarato({
          linea,
          cella: testata.variazione,
          ruolo: 'variazione',
          misura,
          valori: { ...base, anno: ultimo.anno },
          confronto: { ...base, anno: primo.anno },
          formato: 'intero',
        });
      }
    },
  };
}
