/** The charts of the page of the money, as tables. */
import type { Capienza } from './capienza.ts';
import type { Figura } from './figura.ts';
import type { Flusso, NodoFonte } from './flusso.ts';
import { findFiguraSpecie, sumSpecie, writeImporto } from './frasi-spesa.ts';
import type { Segnale } from './segnali.ts';
import type { AnnoProgrammato, Annuo, Cascata } from './spesa.ts';
import { type CellaGrafico, cellOf, type TavolaGrafico, type VoceTavola } from './tavola-grafico.ts';

const MANCANTE: CellaGrafico = { testo: 'non indicato', valore: null };

function importo(
  cent: number | null,
  figure: readonly Figura[] = [],
  segnalazioni: readonly Segnale[] = [],
): CellaGrafico {
  return cent === null ? MANCANTE : { testo: writeImporto(cent), valore: cent, figure, segnalazioni };
}

const euro = (chiave: string, titolo: string) => ({ chiave, titolo, unita: '€' });

/** Of the budget ordinario, or of the rest: the sum of the fonti that are so. Nothing from any of them is a zero of the whole. */
function quotaOf(
  fonti: readonly Pick<NodoFonte, 'specie' | 'valore' | 'figure'>[],
  ordinario: boolean,
  intera: Figura,
) {
  const sue = fonti.filter(({ specie }) => (specie === 'budget-ordinario') === ordinario);
  const figure = sue.flatMap((una) => una.figure);
  const somma = sue.reduce((tutto, { valore }) => tutto + valore, 0);
  return { ...importo(somma, figure.length > 0 ? figure : [intera]), conto: 'somma' as const };
}

export function tavolaOfFlusso(flusso: Flusso): TavolaGrafico {
  const { interventi, totale, figura } = flusso;
  const tuttaLa = (specie: string) => importo(sumSpecie(flusso, specie), [findFiguraSpecie(flusso, specie) ?? figura]);
  const vuota: CellaGrafico = { testo: '', valore: null };
  return {
    testa: 'Intervento',
    colonne: [
      euro('totale', 'In tutto'),
      euro('ordinario', 'Budget ordinario'),
      euro('altre', 'Altre fonti'),
      { chiave: 'fonti', titolo: 'Da quali fonti', unita: '' },
    ],
    righe: [
      ...interventi.map(
        ({ id, nome, valore, fonti, segnalazioni, figura: sua }): VoceTavola => ({
          chiave: id,
          nome: `${id} ${nome}`,
          comune: null,
          celle:
            valore === null
              ? [MANCANTE, MANCANTE, MANCANTE, vuota]
              : [
                  importo(valore, [sua], segnalazioni),
                  quotaOf(fonti, true, sua),
                  quotaOf(fonti, false, sua),
                  {
                    testo: fonti.map((una) => `${una.nome} ${writeImporto(una.valore)}`).join('; '),
                    valore: null,
                    parti: fonti.map((una) => ({
                      testo: `${una.nome} ${writeImporto(una.valore)}`,
                      figure: una.figure,
                    })),
                  },
                ],
        }),
      ),
      {
        chiave: 'totale',
        nome: 'In tutto',
        comune: null,
        aParte: true,
        celle: [importo(totale, [figura]), tuttaLa('budget-ordinario'), tuttaLa('altre'), vuota],
      },
    ],
  };
}

export function tavolaOfInterventi({ interventi }: Flusso): TavolaGrafico {
  return {
    testa: 'Intervento',
    colonne: [euro('importo', 'Programmato')],
    righe: interventi.map(({ id, nome, valore, segnalazioni, figura }) => ({
      chiave: id,
      nome: `${id} ${nome}`,
      comune: null,
      celle: [importo(valore, [figura], segnalazioni)],
    })),
  };
}

export function tavolaOfAnni(anni: readonly AnnoProgrammato[], unita: string): TavolaGrafico {
  return {
    testa: 'Anno',
    colonne: [
      { chiave: 'totale', titolo: 'In tutto', unita },
      { chiave: 'ordinario', titolo: 'Budget ordinario', unita },
      { chiave: 'altre', titolo: 'Altre fonti', unita },
    ],
    righe: anni.map(({ anno, totale, ordinario, altre }) => ({
      chiave: anno,
      nome: anno,
      comune: null,
      celle: [totale, ordinario, altre].map(cellOf),
    })),
  };
}

/** Where each line of the budget leads to its file, and what is left is told with what it is made of. */
const BUDGET = '#budget';

export function tavolaOfFondi({ fondi }: Capienza): TavolaGrafico {
  return {
    testa: 'Fondo',
    colonne: [
      euro('programmato', 'Programmato nelle schede'),
      euro('disponibile', 'Nel budget'),
      euro('resta', 'Nel budget, non nelle schede'),
    ],
    righe: fondi.map(({ id, nome, disponibile, programmato, figure }) => ({
      chiave: id,
      nome,
      comune: null,
      celle: [
        importo(programmato, figure),
        { ...importo(disponibile), href: BUDGET },
        { ...importo(disponibile - programmato), href: BUDGET },
      ],
    })),
  };
}

/** The later ciclo leads to its budget, of which no indicator is made. */
export function tavolaOfCicli(cicli: readonly Annuo[], figure: readonly Figura[]): TavolaGrafico {
  return {
    testa: 'Ciclo',
    colonne: [euro('annuo', 'Per anno'), euro('intero', 'Budget')],
    righe: cicli.map(({ periodo, anni, importo: intero, annuo }, i) => ({
      chiave: periodo,
      nome: `${periodo} (${anni} anni)`,
      comune: null,
      celle: [annuo, intero].map((cent) => (i === 0 ? importo(cent, figure) : { ...importo(cent), href: BUDGET })),
    })),
  };
}

export function tavolaOfCascata({ programmato, impegnato, liquidato, residuo, figure }: Cascata): TavolaGrafico {
  const passi = [
    ['Programmato', programmato],
    ['Impegnato', impegnato],
    ['Liquidato', liquidato],
    ['Residuo', residuo?.valore ?? null],
  ] as const;
  return {
    testa: 'Passo',
    colonne: [euro('importo', 'Importo')],
    righe: passi.map(([nome, cent]) => ({ chiave: nome, nome, comune: null, celle: [importo(cent, figure)] })),
  };
}
