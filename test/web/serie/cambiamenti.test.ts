/** What changed: the first year told and the last, one rilevazione, never a year alone. */
import { describe, expect, test } from 'vitest';
import { listCambiamenti, titleCambiamenti } from '../../../web/src/serie/cambiamenti.ts';
import { buildOsservazioni, describeIndicatore } from '../osservazioni.ts';

const plain = (testo: string) => testo.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ');

const anagrafe = (periodo: string, ambito: number | 'non-trasmesso') =>
  buildOsservazioni({
    indicatore: 'popolazione',
    periodo,
    dimensioni: { rilevazione: 'anagrafe' },
    valori: { ambito },
  });
const istat = (periodo: string, ambito: number) =>
  buildOsservazioni({ indicatore: 'popolazione', periodo, dimensioni: { rilevazione: 'istat' }, valori: { ambito } });
const versato = (periodo: string, ambito: number) =>
  buildOsservazioni({
    indicatore: 'cofinanziamento-versato',
    periodo,
    dimensioni: { forma: 'denaro' },
    valori: { ambito },
  });

/** Piano Sociale di Zona 2022-2024 di Casarano, Cap. I, par. 1, «variazioni demografiche», and par. 1.4, quote versate. */
const RESIDENTI = [...anagrafe('2018', 71_804), ...istat('2019', 71_000), ...anagrafe('2021', 70_274)];
const VERSATO = [...versato('2018', 37_475_000), ...versato('2021', 45_121_626)];

const list = (osservazioni: ReturnType<typeof anagrafe>) =>
  listCambiamenti({ osservazioni, catalogo: ['popolazione', 'cofinanziamento-versato'].map(describeIndicatore) });

describe('what changed', () => {
  test('from the first year to the last, with its sign', () => {
    const cambiamenti = list([...RESIDENTI, ...VERSATO]);
    expect(
      cambiamenti.map(({ nome, prima, dopo, differenza }) =>
        plain(`${nome}: ${prima.testo}, ${dopo.testo}, ${differenza}`),
      ),
    ).toEqual([
      'Residenti: 71.804, 70.274, −1.530',
      'Denaro versato dai comuni in un anno: 374.750,00 €, 451.216,26 €, +76.466,26 €',
    ]);
    expect(titleCambiamenti(cambiamenti)).toBe('Che cosa è cambiato dal 2018 al 2021');
  });

  test('a year alone, a missing value, another count: nothing is compared', () => {
    expect(list(anagrafe('2021', 70_274))).toEqual([]);
    expect(list([...anagrafe('2018', 'non-trasmesso'), ...istat('2018', 71_500), ...anagrafe('2021', 70_274)])).toEqual(
      [],
    );
  });

  test('where the comuni tell one year alone, ISTAT tells two: one count, never half of each', () => {
    const cambiamenti = list([...istat('2018', 175_977), ...istat('2021', 177_002), ...anagrafe('2021', 177_500)]);
    expect(
      cambiamenti.map(({ prima, dopo, differenza }) => plain(`${prima.testo}, ${dopo.testo}, ${differenza}`)),
    ).toEqual(['175.977, 177.002, +1.025']);
  });

  test('years that are not the same for all are told beside the figures alone', () => {
    const cambiamenti = list([...RESIDENTI, ...VERSATO.slice(1), ...versato('2020', 1)]);
    expect(titleCambiamenti(cambiamenti)).toBe('Che cosa è cambiato');
  });
});
