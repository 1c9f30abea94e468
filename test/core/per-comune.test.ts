import { describe, expect, test } from 'vitest';
import type { Comune } from '../../functions/core/ambito.ts';
import { getIndicatore } from '../../functions/core/indicatori/index.ts';
import { createQuadro, type FoglioDiProva, getCodice } from './quadri.ts';

const [UNO, DUE] = [getCodice(1), getCodice(2)];

const RESIDENTI: FoglioDiProva = {
  tipo: 'popolazione',
  righe: [
    [UNO, 2021, 100],
    [UNO, 2022, 90],
    [DUE, 2022, 60],
  ].map(([comune = '', anno = 0, residenti = 0]) => ({
    chiave: { comune, anno, rilevazione: 'anagrafe', eta: 'totale', sesso: null },
    misure: { residenti },
  })),
};
const SUPERFICI: FoglioDiProva = {
  tipo: 'territorio',
  righe: [UNO, DUE].map((comune) => ({ chiave: { comune }, misure: { superficie_km2: 10 } })),
};

/** Values of an indicator as `periodo: ambito, comune 1, comune 2`. */
function listValori(id: string, secondo: Pick<Comune, 'dal' | 'al'>): string[] {
  const base = createQuadro({ fogli: [RESIDENTI, SUPERFICI] });
  const comuni = base.ambito.comuni.map((comune) => (comune.codiceIstat === DUE ? { ...comune, ...secondo } : comune));
  const quadro = { ...base, ambito: { ...base.ambito, comuni } };
  const serie = new Map<string, (number | string)[]>();
  for (const { periodo, valore, assenza } of getIndicatore(id)?.compute(quadro) ?? []) {
    serie.set(periodo, [...(serie.get(periodo) ?? []), valore ?? assenza ?? 'senza motivo']);
  }
  return [...serie].map(([periodo, valori]) => `${periodo}: ${valori.join(', ')}`);
}

describe('the ambito is the sum of the comuni that it has that year', () => {
  test.each<[caso: string, id: string, secondo: Pick<Comune, 'dal' | 'al'>, valori: string[]]>([
    [
      'always part of it: a year without its figure has no sum',
      'popolazione',
      {},
      ['2021: non-trasmesso, 100, non-trasmesso', '2022: 150, 90, 60'],
    ],
    ['it came in 2022', 'popolazione', { dal: 2022 }, ['2021: 100, 100, non-dovuto', '2022: 150, 90, 60']],
    [
      'it left in 2021: its own figure stays, the sum does without it',
      'popolazione',
      { al: 2021 },
      ['2021: non-trasmesso, 100, non-trasmesso', '2022: 90, 90, 60'],
    ],
    [
      'a surface counts in the years of its comune',
      'densita',
      { dal: 2022 },
      ['2021: 10, 10, non-dovuto', '2022: 7.5, 9, 6'],
    ],
  ])('%s', (...[, id, secondo, valori]) => {
    expect(listValori(id, secondo)).toEqual(valori);
  });
});
