/** Lines over the years: what is put together, what is kept apart, and the sentence over them. */
import { describe, expect, test } from 'vitest';
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import type { Dimensioni } from '../../../functions/core/indicatori/indicatore.ts';
import { listFigureNegliAnni, tellNegliAnni, titleNegliAnni } from '../../../web/src/serie/frasi-negli-anni.ts';
import { buildNegliAnni, type ScalaAnni } from '../../../web/src/serie/negli-anni.ts';
import { buildOsservazioni, CASARANO, codiceOf, describeIndicatore, type PerComune } from '../osservazioni.ts';

const plain = (testo: string) => testo.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ');

type Anni = Readonly<Record<string, PerComune>>;

const years = (indicatore: string, anni: Anni, dimensioni?: Dimensioni): OsservazioneDto[] =>
  Object.entries(anni).flatMap(([periodo, valori]) =>
    buildOsservazioni({ indicatore, periodo, valori, ...(dimensioni ? { dimensioni } : {}) }),
  );

interface Richiesta {
  dimensioni?: Dimensioni;
  scala?: ScalaAnni;
}

function build(
  id: string,
  osservazioni: readonly OsservazioneDto[],
  { dimensioni = {}, scala = 'valore' }: Richiesta = {},
) {
  const indicatore = describeIndicatore(id);
  return buildNegliAnni({ ambito: CASARANO, indicatore, osservazioni, richiesta: { dimensioni }, scala });
}

/** ISTAT, residents at 1 January of the year after; the registry's count of 2021 is of par. 1 of the plan. */
const ISTAT: Anni = {
  '2018': { Casarano: 19_896, Matino: 11_335, Parabita: 8843, ambito: 71_402 },
  '2020': { Casarano: 19_575, Matino: 11_146, Parabita: 8766, ambito: 70_327 },
  '2021': { Casarano: 19_372, Matino: 10_993, Parabita: 8741, ambito: 69_670 },
};
const RESIDENTI = [
  ...years('popolazione', ISTAT, { rilevazione: 'istat' }),
  ...years('popolazione', { '2021': { Casarano: 19_552, Matino: 11_085 } }, { rilevazione: 'anagrafe' }),
];

describe('what makes a line', () => {
  test('two rilevazioni are never mixed: the one with more years comes first', () => {
    const anni = build('popolazione', RESIDENTI);
    expect(anni.periodi).toEqual(['2018', '2020', '2021']);
    expect(anni.dimensioni).toEqual({ rilevazione: 'istat' });
    expect(anni.linee.find(({ nome }) => nome === 'Casarano')?.punti.map(({ voce }) => voce.valore)).toEqual([
      19_896, 19_575, 19_372,
    ]);
  });

  test('the other one is shown when asked for, though it has a single year', () => {
    const anni = build('popolazione', RESIDENTI, { dimensioni: { rilevazione: 'anagrafe' } });
    expect(anni.periodi).toEqual(['2021']);
    expect(tellNegliAnni(anni, 7)).toBe(
      'Il dato c’è in un solo periodo (2021): per un andamento ne servono almeno due.',
    );
  });

  test('a sum of the ambito is no line among its comuni; its change is', () => {
    expect(build('popolazione', RESIDENTI).ambito).toBeNull();
    const cambiata = build('popolazione', RESIDENTI, { scala: 'variazione' });
    expect(cambiata.ambito?.punti.map(({ voce }) => plain(voce.testo))).toEqual(['0,0 %', '−1,5 %', '−2,4 %']);
    expect(cambiata.misurato.unita).toBe('%');
  });

  test('spans of one length alone: differences of one year beside differences of one year', () => {
    const anni = build('variazione-popolazione', [
      ...years('variazione-popolazione', { '2018-2019': { Casarano: -10 }, '2019-2020': { Casarano: -20 } }),
      ...years('variazione-popolazione', { '2018-2020': { Casarano: -30 } }),
    ]);
    expect(anni.periodi).toEqual(['2018-2019', '2019-2020']);
  });

  test('change in per cent has no meaning where a value is zero or below', () => {
    const anni = build(
      'saldo-migratorio',
      years('saldo-migratorio', { '2020': { Casarano: 5, Matino: 0 }, '2021': { Casarano: -3, Matino: 2 } }),
      { scala: 'variazione' },
    );
    expect([anni.conVariazione, anni.scala, anni.misurato.unita]).toEqual([false, 'valore', 'persone']);
  });

  test('where the first period is missing, the change is missing too, and the others stay', () => {
    const anni = build(
      'famiglie',
      years('famiglie', {
        '2018': { Casarano: 100, Matino: 'non-trasmesso' },
        '2021': { Casarano: 110, Matino: 90 },
      }),
      { scala: 'variazione' },
    );
    const matino = anni.linee.find(({ codice }) => codice === codiceOf('Matino'));
    expect(matino?.punti.map(({ voce }) => voce.valore)).toEqual([null, null]);
    expect(matino?.punti[1]?.voce.motivo).toBe('Manca il primo periodo, da cui si misura il cambiamento.');
    const casarano = anni.linee.find(({ codice }) => codice === codiceOf('Casarano'));
    expect(casarano?.punti[1]?.voce.figure).toHaveLength(2);
  });

  test('the ambito stands alone where the comuni have no year', () => {
    const anni = build('famiglie', years('famiglie', { '2018': { ambito: 100 }, '2021': { ambito: 120 } }));
    expect(anni.linee.map(({ nome }) => nome)).toEqual(['Intero ambito']);
    expect(titleNegliAnni(anni, 7)).toBe('Famiglie, Intero ambito: da 100 a 120, dal 2018 al 2021');
    expect(listFigureNegliAnni(anni).map(({ comune, periodo }) => [comune, periodo])).toEqual([
      [null, '2018'],
      [null, '2021'],
    ]);
  });

  test('the answer leads back to the figures that it names: of what changes most, and of the ambito', () => {
    const anni = build(
      'famiglie',
      years('famiglie', {
        '2018': { Casarano: 100, Matino: 90, ambito: 190 },
        '2021': { Casarano: 101, Matino: 60, ambito: 161 },
      }),
    );
    expect(plain(tellNegliAnni(anni, 7))).toContain('Cambia di più Matino: da 90 a 60');
    const matino = codiceOf('Matino');
    expect(listFigureNegliAnni(anni).map(({ comune, periodo }) => [comune, periodo])).toEqual([
      [matino, '2018'],
      [matino, '2021'],
      [null, '2018'],
      [null, '2021'],
    ]);
  });

  test('an answer that names no figure leads to none', () => {
    expect(listFigureNegliAnni(build('famiglie', years('famiglie', { '2021': { Casarano: 100 } })))).toEqual([]);
    const fermi = { Casarano: 100, Matino: 90 };
    expect(listFigureNegliAnni(build('famiglie', years('famiglie', { '2018': fermi, '2021': fermi })))).toEqual([]);
  });
});

interface Caso {
  titolo: string;
  anni: Anni;
  testa: string;
  risposta: string;
}

const CASI: Caso[] = [
  {
    titolo: 'all of those with the figure fall',
    anni: ISTAT,
    testa: 'dal 2018 al 2021 cala in tutti i comuni con il dato',
    risposta:
      'Dal 2018 al 2021 il valore cala in tutti i comuni con il dato. Cambia di più Matino: da 11.335 a 10.993 (−3,0 %). Intero ambito: da 71.402 a 69.670.',
  },
  {
    titolo: 'some rise, some fall, one stays',
    anni: { '2018': { Casarano: 10, Matino: 10, Parabita: 10 }, '2021': { Casarano: 12, Matino: 9, Parabita: 10 } },
    testa: 'dal 2018 al 2021 cresce in un comune, cala in uno e resta uguale in uno',
    risposta:
      'Dal 2018 al 2021 il valore cresce in un comune, cala in uno e resta uguale in uno. Cambia di più Casarano: da 10 a 12 (+20,0 %).',
  },
  {
    titolo: 'nothing changes',
    anni: { '2018': { Casarano: 10, Matino: 8 }, '2021': { Casarano: 10, Matino: 8 } },
    testa: 'dal 2018 al 2021 resta uguale in tutti i comuni con il dato',
    risposta: 'Dal 2018 al 2021 il valore resta uguale in tutti i comuni con il dato.',
  },
];

describe('the finding of the years', () => {
  test.each(CASI)('$titolo', ({ anni, testa, risposta }) => {
    const dati = build('popolazione', years('popolazione', anni));
    expect(titleNegliAnni(dati, 7)).toBe(`${dati.indicatore.titolo}: ${testa}`);
    expect(plain(tellNegliAnni(dati, 7))).toBe(risposta);
  });

  test('no year at all', () => {
    expect(tellNegliAnni(build('popolazione', []), 7)).toBe('Per questo ambito il dato non c’è ancora.');
  });
});
