/** A colour says where a value stands in its column, and nothing else. */
import { describe, expect, test } from 'vitest';
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { INDICATORI } from '../../../functions/core/indicatori/index.ts';
import { MOTIVI_ASSENZA } from '../../../functions/core/misura.ts';
import { drawCalore } from '../../../web/src/grafici/esportazione-calore.ts';
import { toModelloCalore } from '../../../web/src/grafici/modello-calore.ts';
import { estimateLarghezza } from '../../../web/src/grafici/testo.ts';
import { findGradino, listMotivi, tellCalore, titleCalore } from '../../../web/src/serie/calore.ts';
import { buildInsieme } from '../../../web/src/serie/insieme.ts';
import type { Quali } from '../../../web/src/serie/stato-confronto.ts';
import { buildOsservazioni, CASARANO, describeIndicatore } from '../osservazioni.ts';

const CATALOGO = INDICATORI.map(({ id }) => describeIndicatore(id));

const build = (osservazioni: readonly OsservazioneDto[], quali: Quali, dimensioni = {}) =>
  buildInsieme({ ambito: CASARANO, catalogo: CATALOGO, osservazioni, richiesta: { dimensioni }, quali });

describe('the step of a value between the lowest and the highest', () => {
  test.each([
    [0, [0, 100], 1],
    [19.99, [0, 100], 1],
    [20, [0, 100], 2],
    [50, [0, 100], 3],
    [99, [0, 100], 5],
    [100, [0, 100], 5],
    [-6, [-6, 3], 1],
    [3, [-6, 3], 5],
    [7, [7, 7], 3],
  ] as const)('%d in %j: %d', (valore, [min, max], gradino) => {
    expect(findGradino(valore, { min, max })).toBe(gradino);
  });
});

test('the answer names where the comuni are closest and furthest, among what is no difference', () => {
  const vicini = buildOsservazioni({ indicatore: 'peso-quota', periodo: '2022', valori: { Casarano: 50, Matino: 40 } });
  const lontani = buildOsservazioni({ indicatore: 'densita', periodo: '2021', valori: { Casarano: 500, Matino: 100 } });
  const segni = buildOsservazioni({
    indicatore: 'tasso-migratorio',
    periodo: '2021',
    valori: { Casarano: 9, Matino: 1 },
  });
  const tell = (...serie: OsservazioneDto[][]) => tellCalore(build(serie.flat(), 'rapporti').colonne, 7);
  expect(tell(vicini, lontani, segni)).toMatch(
    /^Si somigliano di più in «Peso della quota minima sulla spesa storica», dove il valore più alto è 1,3 volte il più basso; di meno in «Densità abitativa», 5,0 volte\. Sette comuni per tre indicatori: /,
  );
  expect(tell(vicini)).toMatch(/^Sette comuni per un indicatore: /);
});

const OSSERVAZIONI = [
  ...buildOsservazioni({
    indicatore: 'peso-quota',
    periodo: '2022',
    valori: { Casarano: 50, Matino: 40, Supersano: 30 },
  }),
  ...buildOsservazioni({
    indicatore: 'densita',
    periodo: '2021',
    dimensioni: { rilevazione: 'istat' },
    valori: { Casarano: 500, Matino: 400, Supersano: 'non-trasmesso', ambito: 450 },
  }),
  ...buildOsservazioni({
    indicatore: 'densita',
    periodo: '2021',
    dimensioni: { rilevazione: 'anagrafe' },
    valori: { Casarano: 513, Matino: 420 },
  }),
  ...buildOsservazioni({ indicatore: 'famiglie', periodo: '2021', valori: { Casarano: 7000, Matino: 4000 } }),
  ...buildOsservazioni({
    indicatore: 'copertura-nido',
    periodo: '2021',
    valori: { Casarano: 'non-derivabile', ambito: 20 },
  }),
  ...buildOsservazioni({ indicatore: 'programmato-procapite', periodo: '2022', valori: { ambito: 5000 } }),
];

test('each reason why something is missing is told once, with whose it is', () => {
  const { colonne } = build(OSSERVAZIONI, 'rapporti', { rilevazione: 'istat' });
  const motivi = listMotivi(colonne);
  expect(motivi.map(({ motivo }) => motivo)).toContain(MOTIVI_ASSENZA['non-trasmesso']);
  expect(motivi.find(({ motivo }) => motivo === MOTIVI_ASSENZA['non-trasmesso'])?.dove).toBe(
    'Densità abitativa (Supersano)',
  );
});

describe('many indicators together', () => {
  test.each([
    ['rapporti', ['densita', 'peso-quota']],
    ['quantita', ['famiglie']],
    ['tutti', ['densita', 'famiglie', 'peso-quota']],
  ] as const)('%s', (quali, attesi) => {
    const { colonne } = build(OSSERVAZIONI, quali);
    expect(colonne.map(({ indicatore }) => indicatore.id).toSorted()).toEqual(attesi);
  });

  test('what no comune has stands apart, with the reason', () => {
    const { senzaComuni } = build(OSSERVAZIONI, 'tutti');
    expect(senzaComuni.map(({ indicatore, motivo }) => [indicatore.id, motivo])).toEqual([
      ['programmato-procapite', 'I documenti lo danno soltanto per l’intero ambito.'],
      ['copertura-nido', 'Il dato non si può ricavare da quelli pubblicati.'],
    ]);
  });

  test('a column is of one rilevazione: the registry, or the one asked for', () => {
    const densitaOf = (dimensioni: Record<string, string>) =>
      build(OSSERVAZIONI, 'rapporti', dimensioni).colonne.find(({ indicatore }) => indicatore.id === 'densita');
    expect(densitaOf({})?.confronto.voci[0]?.valore).toBe(513);
    expect(densitaOf({ rilevazione: 'istat' })?.confronto.voci[0]?.valore).toBe(500);
    expect(densitaOf({ rilevazione: 'istat' })?.quando.replaceAll('\u00a0', ' ')).toBe('al 31 dicembre 2021, ISTAT');
  });

  test('the missing have no colour; the lowest and the highest have the first and the last', () => {
    const { colonne } = build(OSSERVAZIONI, 'rapporti', { rilevazione: 'istat' });
    const righe = toModelloCalore(colonne, CASARANO.comuni);
    const gradiniDi = (nome: string) =>
      Object.fromEntries(
        (righe.find((riga) => riga.nome === nome)?.celle ?? []).map(({ gradino }, i) => [
          colonne[i]?.indicatore.id,
          gradino,
        ]),
      );
    expect(gradiniDi('Casarano')).toEqual({ densita: 5, 'peso-quota': 5 });
    expect(gradiniDi('Matino')).toEqual({ densita: 1, 'peso-quota': 3 });
    expect(gradiniDi('Supersano')).toEqual({ densita: null, 'peso-quota': 1 });
  });

  test('the finding counts who stands most often at an end', () => {
    const { colonne } = build(OSSERVAZIONI, 'tutti');
    const nomi = CASARANO.comuni.map(({ nome }) => nome);
    expect(titleCalore(colonne, nomi)).toBe(
      'Su tre indicatori il valore più alto è più spesso di Casarano (3), il più basso di Matino (2)',
    );
    expect(titleCalore([], nomi)).toBe('Nessun indicatore ha ancora i valori dei comuni');
  });
});

test('in a picture no head is wider than its column, however many there are', () => {
  const [prima] = build(OSSERVAZIONI, 'rapporti').colonne;
  if (!prima) throw new Error('no column');
  const colonne = CATALOGO.slice(0, 14).map((indicatore) => ({ ...prima, indicatore }));
  const { segni } = drawCalore(colonne, toModelloCalore(colonne, CASARANO.comuni));
  const parole = new Set(colonne.flatMap(({ indicatore }) => indicatore.titolo.split(' ')));
  const teste = segni.flatMap((uno) =>
    uno.genere === 'testo' && uno.forte && !uno.ancora && uno.testo.split(' ').every((parola) => parole.has(parola))
      ? [uno]
      : [],
  );
  const inizi = [...new Set(teste.map(({ x }) => x))].toSorted((a, b) => a - b);
  const [primo = 0, secondo = 0] = inizi;
  expect(inizi).toHaveLength(colonne.length);
  expect(teste.filter(({ testo, corpo = 0 }) => estimateLarghezza(testo, corpo) > secondo - primo)).toEqual([]);
});
