/** The pace of a ciclo, on its first day, on its last and beside them. */
import { describe, expect, test } from 'vitest';
import { getIndicatore } from '../../../functions/core/indicatori/index.ts';
import { createQuadro } from '../quadri.ts';

describe('passo-lineare', () => {
  test.each([
    ['2022-12-31', 365 / 1096],
    ['2022-01-01', 1 / 1096],
    ['2024-12-31', 1],
    ['2021-12-31', 'non-applicabile'],
    ['2025-01-01', 'non-applicabile'],
  ] as const)('at %s', (al, quota) => {
    const riga = {
      chiave: { periodo: '2022-2024', al, intervento: null, fonte: null },
      misure: { programmato: 100, impegnato: 40 },
    };
    const [osservazione] =
      getIndicatore('passo-lineare')?.compute(createQuadro({ fogli: [{ tipo: 'rendiconto', righe: [riga] }] })) ?? [];
    if (typeof quota === 'number') expect(osservazione?.valore).toBeCloseTo(quota * 100, 9);
    else expect(osservazione?.assenza).toBe(quota);
  });
});
