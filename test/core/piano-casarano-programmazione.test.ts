/**
 * What the schede programme, what the quadro sinottico plans, what the law asks: every figure against its hand-worked value, summed
 * with a decimal calculator from the plan as printed, not with this program. Amounts in cents.
 */
import { describe, expect, test } from 'vitest';
import { DIMENSIONI, type Dimensioni, type Osservazione } from '../../functions/core/indicatori/indicatore.ts';
import type { MotivoAssenza } from '../../functions/core/misura.ts';
import { computeRisultati } from '../../functions/core/risultati.ts';
import { readPiano } from './piano.ts';

const SCHEDE = 'Piano Sociale di Zona 2022-2024 di Casarano, cap. III par. 3.3, schede di dettaglio';
const SINOTTICO = 'Piano Sociale di Zona 2022-2024 di Casarano, cap. II, quadro sinottico';

const { osservazioni } = computeRisultati(readPiano('casarano'));

const PERIODI = ['2022', '2023', '2024', '2022-2024'] as const;

type Atteso = number | MotivoAssenza | null;

/** A name, then its value in 2022, 2023, 2024 and in the whole ciclo; null where there is no such figure. */
type Riga = readonly [nome: string, ...valori: [Atteso, Atteso, Atteso, Atteso]];

const INTERVENTI: readonly Riga[] = [
  ['A.1', 81_865_049, 9_423_619, 0, 91_288_668],
  ['A.2', 132_131_232, 3_974_095, 2_197_299, 138_302_626],
  ['A.3', 3_350_000, 7_350_000, 3_300_000, 14_000_000],
  ['B.1', 'non-trasmesso', 'non-trasmesso', 'non-trasmesso', 'non-trasmesso'],
  ['B.2', 16_826_559, 23_641_426, 0, 40_467_985],
  ['B.3', 30_409_492, 61_290_315, 31_015_072, 122_714_879],
  ['B.4', 21_887_800, 49_404_935, 3_000_000, 74_292_735],
  ['B.5', 1_750_000, 1_500_000, 0, 3_250_000],
  ['B.6', 7_803_726, 4_706_074, 0, 12_509_800],
  ['B.7', 'non-trasmesso', 14_900_000, 'non-trasmesso', 14_900_000],
  ['B.8', 0, 0, 0, 0],
  ['C.1', 30_274_763, 2_964_343, 732_433, 33_971_539],
  ['C.2', 30_320_734, 16_000_000, 16_000_000, 62_320_734],
  ['C.3', 732_433, 732_433, 732_433, 2_197_299],
  ['C.4', 'non-trasmesso', 1_500_000, 0, 1_500_000],
  ['D.2', 12_193_488, 2_303_205, 'non-trasmesso', 14_496_693],
  ['D.4', 'non-trasmesso', 36_500_000, 72_500_000, 109_000_000],
  ['E.1', 'non-trasmesso', 1_000_000, 1_000_000, 2_000_000],
  ['E.3', 'non-trasmesso', 'non-trasmesso', 'non-trasmesso', 'non-trasmesso'],
  ['E.8', 0, 3_500_000, 0, 3_500_000],
  ['F.2', 20_001_900, 47_700_000, 23_800_000, 91_501_900],
  ['F.3', 10_223_233, 'non-trasmesso', 'non-trasmesso', 10_223_233],
  ['F.4', 15_261_513, 'non-trasmesso', 'non-trasmesso', 15_261_513],
  ['F.6', 103_895_915, 3_500_000, 500_000, 107_895_915],
  ['F.7', 0, 500_000, 'non-trasmesso', 500_000],
  ['F.8', 'non-trasmesso', 1_000_000, 'non-trasmesso', 1_000_000],
  ['T', 14_114_724, 12_709_479, 0, 26_824_203],
];

const FONTI: readonly Riga[] = [
  ['PdZ', 175_470_039, 139_204_789, 58_477_237, 373_152_065],
  ['QFP', 169_414_139, 1_500_000, null, 170_914_139],
  ['PAIS', 21_405_971, 16_335_629, null, 37_741_600],
  ['Regione', 20_001_900, 4_520_833, 'non-trasmesso', 24_522_733],
  ['PON Inclusione', 7_504_000, 8_069_500, null, 15_573_500],
  ['Fondo autonomia alunni con disabilità', null, 12_479_873, null, 12_479_873],
  ['DGR 220/2020 Regione', 5_537_800, 1_300_000, null, 6_837_800],
  ['PNRR', null, 105_350_000, 96_300_000, 201_650_000],
  ['Intesa Famiglia - Regione', null, 2_439_300, null, 2_439_300],
  ['PAC Anziani II riparto', 7_472_451, null, null, 7_472_451],
  ['Fondo caregiver', 10_223_233, null, null, 10_223_233],
  ['PAC Infanzia', 44_188_488, null, null, 44_188_488],
  ['Sistema integrato 0-6', 6_200_000, null, null, 6_200_000],
  ['Buoni minori Regione', 31_129_843, null, null, 31_129_843],
  ['Buoni anziani e disabili Regione', 34_494_697, null, null, 34_494_697],
  ['REACT-EU PON FSE 2014-2020', null, 14_900_000, null, 14_900_000],
];

const SPECIE: readonly Riga[] = [
  ['budget-ordinario', 344_884_178, 140_704_789, 58_477_237, 544_066_204],
  ['altre', 188_158_383, 165_395_135, 96_300_000, 449_853_518],
];

const MACRO_ATTIVITA: readonly Riga[] = [
  ['A', 217_346_281, 20_747_714, 5_497_299, 243_591_294],
  ['B', 78_677_577, 155_442_750, 34_015_072, 268_135_399],
  ['C', 61_327_930, 21_196_776, 17_464_866, 99_989_572],
  ['D', 12_193_488, 38_803_205, 72_500_000, 123_496_693],
  ['E', 0, 4_500_000, 1_000_000, 5_500_000],
  ['F', 149_382_561, 52_700_000, 24_300_000, 226_382_561],
  ['T', 14_114_724, 12_709_479, 0, 26_824_203],
];

const TOTALE: readonly Riga[] = [['totale', 533_042_561, 306_099_924, 154_777_237, 993_919_722]];

function readValore(indicatore: string, { periodo, dimensioni }: { periodo: string; dimensioni: Dimensioni }): Atteso {
  const trovate = osservazioni.filter(
    (una) =>
      una.indicatore === indicatore &&
      una.periodo === periodo &&
      DIMENSIONI.every((dimensione) => una.dimensioni[dimensione] === dimensioni[dimensione]),
  );
  expect(trovate.length).toBeLessThanOrEqual(1);
  const [una] = trovate;
  if (!una) return null;
  expect(una.comune).toBeNull();
  return una.valore ?? una.assenza ?? null;
}

describe('programmato', () => {
  const righe = [
    ...TOTALE.map((riga) => ({ riga, dimensioni: {} })),
    ...SPECIE.map((riga) => ({ riga, dimensioni: { fonte: riga[0] } })),
    ...FONTI.map((riga) => ({ riga, dimensioni: { fonte: riga[0] } })),
    ...MACRO_ATTIVITA.map((riga) => ({ riga, dimensioni: { macroAttivita: riga[0] } })),
    ...INTERVENTI.map((riga) => ({ riga, dimensioni: { intervento: riga[0] } })),
  ];

  test.each(righe.map((una) => ({ ...una, titolo: `${una.riga[0]}: ${SCHEDE}` })))(
    '$titolo',
    ({ riga: [, ...valori], dimensioni }) => {
      expect(PERIODI.map((periodo) => readValore('programmato', { periodo, dimensioni }))).toEqual(valori);
    },
  );

  test('no fonte, macro-attività or intervento is without its hand-worked value', () => {
    const sole = osservazioni.filter(
      ({ indicatore, dimensioni }) => indicatore === 'programmato' && Object.keys(dimensioni).length === 1,
    );
    const nomi = new Set(sole.map(({ dimensioni }) => Object.values(dimensioni)[0]));
    const attesi = new Set([...SPECIE, ...FONTI, ...MACRO_ATTIVITA, ...INTERVENTI].map(([nome]) => nome));
    expect([...nomi].toSorted()).toEqual([...attesi].toSorted());
  });

  test.each(PERIODI)('the fonti of each intervento, and of each macro-attività, add up to it in %s', (periodo) => {
    const diPeriodo = osservazioni.filter((una) => una.indicatore === 'programmato' && una.periodo === periodo);
    const sum = (quali: readonly Osservazione[]) =>
      quali.reduce((somma, { valore }) => (valore === null ? somma : somma + valore), 0);
    const specie = new Set(SPECIE.map(([nome]) => nome));
    for (const dimensione of ['intervento', 'macroAttivita'] as const) {
      for (const intero of diPeriodo.filter(
        ({ dimensioni }) => dimensioni[dimensione] !== undefined && dimensioni.fonte === undefined,
      )) {
        const parti = diPeriodo.filter(
          ({ dimensioni }) =>
            dimensioni[dimensione] === intero.dimensioni[dimensione] &&
            dimensioni.fonte !== undefined &&
            !specie.has(dimensioni.fonte),
        );
        if (intero.valore === null) expect(parti.every(({ valore }) => valore === null)).toBe(true);
        else expect(sum(parti)).toBe(intero.valore);
      }
    }
  });

  test('what is left blank is named beside the sum that does without it', () => {
    const [totale] = osservazioni.filter(
      ({ indicatore, periodo, dimensioni }) =>
        indicatore === 'programmato' && periodo === '2022' && Object.keys(dimensioni).length === 0,
    );
    expect(totale?.note).toEqual([
      'Non comprende gli importi che il piano lascia in bianco: B.1, B.7, C.4, D.4, E.1, E.3, F.8.',
      '«PON INCLUSIOE» è contato come «PON Inclusione», la fonte nota più vicina.',
    ]);
  });

  test('the misspelt fonte carries its finding to the figures that it enters', () => {
    const { segnalazioni } = computeRisultati(readPiano('casarano'));
    const celle = segnalazioni.filter(({ codice }) => codice === 'dizionario').flatMap((una) => una.celle);
    const pon = osservazioni.find(
      ({ indicatore, periodo, dimensioni }) =>
        indicatore === 'programmato' && periodo === '2022' && dimensioni.fonte === 'PON Inclusione',
    );
    expect(celle).toEqual([{ tipo: 'programmazione', parte: 'b-6', riga: 7, colonna: 3 }]);
    expect(pon?.ingressi.map(({ parte, scritto }) => [parte, scritto])).toEqual([
      ['b-3', '€ 55.000,00'],
      ['b-6', '€ 7.500,00'],
      ['t', '€ 12.540,00'],
    ]);
  });
});

describe('programmato-procapite', () => {
  // By the 69.670 residents of ISTAT at 31.12.2021.
  test.each([
    ['totale', {}, [7651, 4394, 2222, 14266]],
    ['budget ordinario', { fonte: 'budget-ordinario' }, [4950, 2020, 839, 7809]],
    ['altre fonti', { fonte: 'altre' }, [2701, 2374, 1382, 6457]],
    ['A.1', { intervento: 'A.1' }, [1175, 135, 0, 1310]],
    ['B.1, lasciato in bianco', { intervento: 'B.1' }, Array(4).fill('non-trasmesso')],
  ] satisfies [string, Dimensioni, Atteso[]][])('%s', (_nome, dimensioni, valori) => {
    expect(
      PERIODI.map((periodo) =>
        readValore('programmato-procapite', { periodo, dimensioni: { ...dimensioni, rilevazione: 'istat' } }),
      ),
    ).toEqual(valori);
  });
});

describe(`interventi: ${SINOTTICO}`, () => {
  /** previsti; finanziati in 2022, 2023, 2024. */
  test.each([
    ['LEPS', 9, [8, 9, 4]],
    ['Potenziamento', 8, [5, 6, 5]],
    ['ODS', 12, [8, 8, 6]],
    ['Specificità', 11, [6, 8, 3]],
  ] as const)('%s', (livello, previsti, finanziati) => {
    const read = (indicatore: string, periodo: string) => readValore(indicatore, { periodo, dimensioni: { livello } });
    expect(read('interventi-previsti', '2022-2024')).toBe(previsti);
    expect(['2022', '2023', '2024'].map((anno) => read('interventi-finanziati', anno))).toEqual(finanziati);
    expect(read('interventi-attivi', '2022-2024')).toBe('in-verifica');
  });

  test('zero, blank and no scheda are told apart', () => {
    const note = osservazioni.find(
      ({ indicatore, periodo, dimensioni }) =>
        indicatore === 'interventi-finanziati' && periodo === '2024' && dimensioni.livello === 'Specificità',
    )?.note;
    expect(note).toEqual([
      'Con importo zero: A.1, B.6, B.8, E.8.',
      'Con importo non indicato: D.2, F.3, F.7.',
      'Senza una scheda che dica l’importo: D.1.',
      'Stanno anche ad altri livelli, con lo stesso denaro: F.2, F.6.',
    ]);
  });
});

describe('what the law asks', () => {
  function readComuni(indicatore: string, dimensioni: Dimensioni = {}) {
    return osservazioni
      .filter((una) => una.indicatore === indicatore && una.dimensioni.soglia === dimensioni.soglia)
      .map(({ valore, assenza }) => valore ?? assenza);
  }

  // 70.274 residents in the registries at 31.12.2021; Casarano 19.552.
  test.each([
    ['5000', 14.0548, 3.9104],
    ['4000', 17.5685, 4.888],
  ])('social workers needed, one every %s residents', (soglia, ambito, casarano) => {
    const [tutti, primo, ...altri] = readComuni('assistenti-sociali-necessari', { soglia });
    expect(tutti).toBeCloseTo(ambito, 9);
    expect(primo).toBeCloseTo(casarano, 9);
    expect(altri).toHaveLength(6);
    expect(readComuni('assistenti-sociali-mancanti', { soglia })).toEqual(Array(8).fill('non-trasmesso'));
  });

  test('how many residents each social worker follows is not known: the five of the plan are temporary', () => {
    expect(readComuni('assistenti-sociali-rapporto')).toEqual(Array(8).fill('non-trasmesso'));
  });

  test('the band 0-3 is four cohorts: nursery coverage cannot be derived', () => {
    expect(readComuni('copertura-nido')).toEqual(Array(8).fill('non-derivabile'));
  });

  test('on the last day of the ciclo the whole of it has gone by', () => {
    expect(readComuni('passo-lineare')).toEqual([100]);
  });
});
