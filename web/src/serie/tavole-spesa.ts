/** The charts of the page of the money, as tables. */
import type { Capienza } from './capienza.ts';
import type { Figura } from './figura.ts';
import type { Flusso } from './flusso.ts';
import { writeImporto } from './frasi-spesa.ts';
import type { AnnoProgrammato, Cascata } from './spesa.ts';
import { type CellaGrafico, cellOf, type TavolaGrafico, type VoceTavola } from './tavola-grafico.ts';

const MANCANTE: CellaGrafico = { testo: 'non indicato', valore: null };

function importo(
  cent: number | null,
  figure: readonly Figura[] = [],
  segnalazioni: readonly string[] = [],
): CellaGrafico {
  return cent === null ? MANCANTE : { testo: writeImporto(cent), valore: cent, figure, segnalazioni };
}

const euro = (chiave: string, titolo: string) => ({ chiave, titolo, unita: '€' });

export function tavolaOfFlusso({ interventi, totale, figura }: Flusso): TavolaGrafico {
  const ordinario = interventi.reduce((somma, uno) => somma + uno.ordinario, 0);
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
        ({ id, nome, valore, ordinario: suo, fonti, segnalazioni, figura: sua }): VoceTavola => ({
          chiave: id,
          nome: `${id} ${nome}`,
          comune: null,
          celle:
            valore === null
              ? [MANCANTE, MANCANTE, MANCANTE, { testo: '', valore: null }]
              : [
                  importo(valore, [sua], segnalazioni),
                  importo(suo),
                  importo(valore - suo),
                  { testo: fonti.map((una) => `${una.nome} ${writeImporto(una.valore)}`).join('; '), valore: null },
                ],
        }),
      ),
      {
        chiave: 'totale',
        nome: 'In tutto',
        comune: null,
        aParte: true,
        celle: [
          importo(totale, [figura]),
          importo(ordinario),
          importo(totale - ordinario),
          { testo: '', valore: null },
        ],
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
      celle: [importo(programmato, figure), importo(disponibile), importo(disponibile - programmato)],
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
