import { describe, expect, test } from 'vitest';
import {
  createAssente,
  createDato,
  type Dato,
  divideDati,
  mapDato,
  roundDato,
  subtractDati,
  sumDati,
} from '../../functions/core/dato.ts';
import type { Ingresso } from '../../functions/core/indicatori/indicatore.ts';
import { type MotivoAssenza, presente } from '../../functions/core/misura.ts';

function createIngresso(riga: number): Ingresso {
  return {
    ruolo: `riga ${riga}`,
    comune: null,
    valore: riga,
    tipo: 'popolazione',
    versione: 1,
    parte: 'intera',
    riga,
    colonna: 2,
    intestazione: 'residenti',
    scritto: String(riga),
  };
}

const due = createDato(presente(2), [createIngresso(1)]);
const tre = createDato(presente(3), [createIngresso(2)]);
const zero = createDato(presente(0), [createIngresso(3)]);
const taciuto = createAssente('non-trasmesso', [createIngresso(4)]);
const oscurato = createAssente('soppresso');

interface Caso {
  titolo: string;
  dato: Dato;
  atteso: number | MotivoAssenza;
  righe: number[];
}

const CASI: Caso[] = [
  { titolo: 'sum', dato: sumDati([due, tre]), atteso: 5, righe: [1, 2] },
  { titolo: 'sum of nothing is not zero', dato: sumDati([]), atteso: 'non-trasmesso', righe: [] },
  { titolo: 'sum with a missing addend', dato: sumDati([due, oscurato, taciuto]), atteso: 'soppresso', righe: [1, 4] },
  { titolo: 'sum keeps a true zero', dato: sumDati([zero]), atteso: 0, righe: [3] },
  { titolo: 'one cell twice is one input', dato: sumDati([due, due]), atteso: 4, righe: [1] },
  { titolo: 'difference', dato: subtractDati(due, tre), atteso: -1, righe: [1, 2] },
  { titolo: 'ratio with a factor', dato: divideDati(due, tre, 300), atteso: 200, righe: [1, 2] },
  { titolo: 'ratio by zero', dato: divideDati(due, zero), atteso: 'denominatore-zero', righe: [1, 3] },
  { titolo: 'zero by something is zero', dato: divideDati(zero, due), atteso: 0, righe: [3, 1] },
  { titolo: 'ratio of a missing value', dato: divideDati(taciuto, zero), atteso: 'non-trasmesso', righe: [4, 3] },
  { titolo: 'ratio by a missing value', dato: divideDati(due, oscurato), atteso: 'soppresso', righe: [1] },
  { titolo: 'half a cent goes away from zero', dato: roundDato(mapDato(tre, (v) => v / -2)), atteso: -2, righe: [2] },
  { titolo: 'rounding a missing value', dato: roundDato(oscurato), atteso: 'soppresso', righe: [] },
];

describe('figures that remember their cells', () => {
  test.each(CASI)('$titolo', ({ dato, atteso, righe }) => {
    expect(dato.valore ?? dato.assenza).toBe(atteso);
    expect(dato.ingressi.map(({ riga }) => riga)).toEqual(righe);
  });

  test('a computation that gives no number is a fault, not a value', () => {
    expect(() => mapDato(due, () => Number.NaN)).toThrow(RangeError);
  });
});
