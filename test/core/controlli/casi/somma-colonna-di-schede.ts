/** Totals of schede, whose lines may state an amount and split it among fonti beside. */
import type { RigaDiProva } from '../../quadri.ts';
import { type Caso, declare } from './caso.ts';

/** An amount of a scheda at its place. */
const importo = (
  [riga, colonna]: readonly [number, number],
  [intervento, anno, fonte, cent]: readonly [string, number, string, number | null],
): RigaDiProva => ({ riga, colonna, chiave: { intervento, anno, fonte }, misure: { importo: cent } });

export const SOMMA_COLONNA_DI_SCHEDE: readonly Caso[] = [
  {
    titolo: 'somma-colonna: a scheda adds up its lines, not what they are split into, nor those of the scheda below',
    fogli: [
      {
        tipo: 'programmazione',
        parte: 'd',
        righe: [
          importo([2, 3], ['D.4', 2022, 'PAC', 300]),
          importo([2, 4], ['D.4', 2022, 'PON', 200]),
          importo([3, 3], ['D.4', 2023, 'PAC', 700]),
          importo([4, 2], ['D.4', 2024, 'PON', 50]),
          importo([6, 3], ['D.5', 2022, 'PAC', 40]),
        ],
        dichiarati: [
          ...declare('somma-riga', 'importo', [
            [[2, 2], { intervento: 'D.4', anno: 2022 }, 500],
            [[2, 5], { intervento: 'D.4', anno: 2022 }, 500],
            [[3, 2], { intervento: 'D.4', anno: 2023 }, 700],
            [[5, 2], { intervento: 'D.4' }, 1300],
            [[6, 2], { intervento: 'D.5', anno: 2022 }, 40],
          ]),
          ...declare('somma-colonna', 'importo', [
            [[5, 2], { intervento: 'D.4', anno: null }, 1300],
            [[5, 3], { intervento: 'D.4', fonte: 'PAC' }, 1000],
            [[5, 4], { intervento: 'D.4', fonte: 'PON' }, 300],
            [[7, 2], { intervento: 'D.5' }, 40],
          ]),
        ],
      },
      {
        tipo: 'programmazione',
        parte: 'd, seguito',
        righe: [importo([2, 3], ['D.4', 2025, 'PAC', 9])],
        dichiarati: declare('somma-riga', 'importo', [[[2, 2], { intervento: 'D.4', anno: 2025 }, 9]]),
      },
    ],
    attese: [
      'somma-colonna avviso programmazione 5:2 ambito',
      'somma-colonna avviso programmazione 5:4 ambito',
      'capienza nota programmazione 2:3 ambito',
      'capienza nota programmazione 2:4 ambito',
    ],
  },
  {
    titolo: 'somma-colonna: a total in a column without amounts is of all those that it speaks of',
    fogli: [
      {
        tipo: 'programmazione',
        righe: [
          importo([2, 3], ['E.1', 2022, 'PAC', 0]),
          importo([2, 4], ['E.1', 2022, 'PON', 0]),
          importo([3, 4], ['E.2', 2022, 'PON', 0]),
        ],
        dichiarati: declare('somma-colonna', 'importo', [[[4, 5], { intervento: 'E.1' }, 900]]),
      },
    ],
    attese: ['somma-colonna avviso programmazione 4:5 ambito'],
  },
  {
    titolo: 'somma-colonna: one line, one line with an amount, lines all blank',
    fogli: [
      {
        tipo: 'programmazione',
        righe: [
          importo([2, 2], ['E.1', 2022, 'PAC', 100]),
          importo([4, 2], ['E.2', 2022, 'PAC', null]),
          importo([5, 2], ['E.2', 2023, 'PAC', 0]),
          importo([7, 2], ['E.3', 2022, 'PAC', null]),
        ],
        dichiarati: declare('somma-colonna', 'importo', [
          [[3, 2], { intervento: 'E.1' }, 110],
          [[6, 2], { intervento: 'E.2' }, 110],
          [[8, 2], { intervento: 'E.3' }, 110],
        ]),
      },
    ],
    attese: [
      'somma-colonna avviso programmazione 3:2 ambito',
      'somma-colonna avviso programmazione 6:2 ambito',
      'capienza nota programmazione 2:2 ambito',
    ],
  },
];
