import { describe, expect, test } from 'vitest';
import type { IndicatoreDto } from '../../../functions/core/http/schemi.ts';
import { toModello } from '../../../web/src/grafici/modello.ts';
import { buildConfronto } from '../../../web/src/serie/confronto.ts';
import { chooseOsservazioni } from '../../../web/src/serie/scelta.ts';
import { buildOsservazioni, CASARANO, codiceOf, describeIndicatore, type PerComune } from '../osservazioni.ts';

function draw(id: string, valori: PerComune, soglia?: IndicatoreDto['soglia']) {
  const indicatore = { ...describeIndicatore(id), ...(soglia ? { soglia } : {}) };
  const scelta = chooseOsservazioni(buildOsservazioni({ indicatore: id, periodo: '2021', valori }), { dimensioni: {} });
  return toModello(buildConfronto({ ambito: CASARANO, indicatore, scelta }), [codiceOf('Matino')]);
}

describe('what a ranking draws', () => {
  test('highest first, the missing last, ties and the missing by name; the chosen one stands out', () => {
    const { righe } = draw('spesa-storica-procapite', {
      Casarano: 10,
      Supersano: 30,
      Matino: 30,
      Ruffano: 'non-trasmesso',
    });
    expect(righe.map(({ nome, valore, evidenziata }) => [nome, valore, evidenziata])).toEqual([
      ['Matino', 30, true],
      ['Supersano', 30, false],
      ['Casarano', 10, false],
      ['Collepasso', null, false],
      ['Parabita', null, false],
      ['Ruffano', null, false],
      ['Taurisano', null, false],
    ]);
  });

  const RIFERIMENTI: { titolo: string; id: string; valori: PerComune; testo?: string }[] = [
    {
      titolo: 'a ratio has the ambito as its reference',
      id: 'spesa-storica-procapite',
      valori: { Casarano: 10, ambito: 2573 },
      testo: '25,73\u202f€',
    },
    {
      titolo: 'a sum has none: the total would dwarf every bar',
      id: 'spesa-storica-media',
      valori: { Casarano: 10, ambito: 2573 },
    },
    {
      titolo: 'a missing reference is no line',
      id: 'spesa-storica-procapite',
      valori: { Casarano: 10, ambito: 'non-trasmesso' },
    },
  ];
  test.each(RIFERIMENTI)('$titolo', ({ id, valori, testo }) => {
    expect(draw(id, valori).riferimento?.testo).toBe(testo);
  });

  test('bars where zero has a meaning, dots where it has none', () => {
    expect(draw('spesa-storica-procapite', { Casarano: 10 }).forma).toBe('barre');
    expect(draw('componenti-medi', { Casarano: 2.8 }).forma).toBe('punti');
  });

  test('the scale holds reference and threshold too', () => {
    const { scala, soglia } = draw(
      'peso-quota',
      { Casarano: 10, ambito: 20 },
      { valore: 33, verso: 'almeno', legge: 'L. 234/2021' },
    );
    expect([scala.min, scala.max]).toEqual([0, 33]);
    expect(soglia).toEqual({ valore: 33, nome: 'Minimo di legge', testo: '33,00\u202f%' });
  });
});
