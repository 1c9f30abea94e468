/** What each comune puts in: steps, gaps and shares of the plan, and what is said where figures are missing. */
import { describe, expect, test } from 'vitest';
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { buildAndamenti, findPartiFisse, tellAndamenti } from '../../../web/src/serie/andamenti.ts';
import { buildCofinanziamento } from '../../../web/src/serie/cofinanziamento.ts';
import { buildPassi, findResidenti, tellAumenti } from '../../../web/src/serie/passi-cofinanziamento.ts';
import { createRaccolta } from '../../../web/src/serie/raccolta.ts';
import { tellCofinanziamento } from '../../../web/src/serie/risposta-cofinanziamento.ts';
import { buildOsservazioni, CASARANO, codiceOf, describeIndicatore, type PerComune } from '../osservazioni.ts';

const plain = (testo: string) => testo.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ');

const DENARO = { forma: 'denaro' };
const TOTALE = { forma: 'totale' };
const NON_TRASMESSO = 'non-trasmesso';

/** Piano Sociale di Zona 2022-2024 di Casarano, par. 3.1, cofinanziamento comunale minimo, in cents. */
const MINIMO = {
  Casarano: 25_162_244,
  Collepasso: 7_357_434,
  Matino: 14_295_326,
  Parabita: 11_355_956,
  Ruffano: 12_041_894,
  Supersano: 5_441_181,
  Taurisano: 14_785_650,
  ambito: 90_439_685,
};
const MINIMO_DENARO = {
  Casarano: 12_581_122,
  Collepasso: 3_678_717,
  Matino: 7_147_663,
  Parabita: 5_677_978,
  Ruffano: 6_020_947,
  Supersano: 2_720_590,
  Taurisano: 7_392_825,
  ambito: 45_219_842,
};
/** Same plan, par. 1.4, quote versate, in cents. */
const VERSATO: Readonly<Record<string, PerComune>> = {
  '2020': {
    Casarano: 12_066_646,
    Collepasso: 4_148_911,
    Matino: 7_011_020,
    Parabita: 5_971_502,
    Ruffano: 6_401_963,
    Supersano: 3_214_719,
    Taurisano: 6_978_964,
  },
  '2021': {
    Casarano: 11_889_548,
    Collepasso: 4_088_019,
    Matino: 6_908_122,
    Parabita: 5_883_860,
    Ruffano: 6_308_003,
    Supersano: 3_167_538,
    Taurisano: 6_876_536,
    ambito: 45_121_626,
  },
};
/** Minimum in denaro of 2022 less what was paid in 2021. */
const AUMENTI = {
  Casarano: 691_574,
  Collepasso: -409_302,
  Matino: 239_541,
  Parabita: -205_882,
  Ruffano: -287_056,
  Supersano: -446_948,
  Taurisano: 516_289,
  ambito: 98_216,
};
/** ISTAT, residents at 31 December 2021. */
const RESIDENTI = { Casarano: 19_372, Collepasso: 5685, Taurisano: 11_345 };

const SOLO_AMBITO = Object.fromEntries(CASARANO.comuni.map(({ nome }) => [nome, NON_TRASMESSO] as const));

const versati = (anno: string) =>
  buildOsservazioni({
    indicatore: 'cofinanziamento-versato',
    periodo: anno,
    dimensioni: DENARO,
    valori: VERSATO[anno] ?? {},
  });

const minimi = [
  ...buildOsservazioni({ indicatore: 'cofinanziamento-minimo', periodo: '2022', dimensioni: TOTALE, valori: MINIMO }),
  ...buildOsservazioni({
    indicatore: 'cofinanziamento-minimo',
    periodo: '2022',
    dimensioni: DENARO,
    valori: MINIMO_DENARO,
  }),
  ...buildOsservazioni({ indicatore: 'aumento-quota-denaro', periodo: '2022', valori: AUMENTI }),
];

const programmati = [
  ...buildOsservazioni({
    indicatore: 'cofinanziamento-programmato',
    periodo: '2022',
    dimensioni: TOTALE,
    valori: { ...SOLO_AMBITO, ambito: 153_261_533 },
  }),
  ...buildOsservazioni({ indicatore: 'scarto-minimo', periodo: '2022', valori: { ambito: 62_821_848 } }),
  ...buildOsservazioni({ indicatore: 'scarto-spesa-storica', periodo: '2022', valori: { ambito: -27_734_857 } }),
];

function gather(...serie: OsservazioneDto[][]) {
  const osservazioni = serie.flat();
  const catalogo = [...new Set(osservazioni.map((o) => o.indicatore))].map(describeIndicatore);
  const raccolta = createRaccolta(osservazioni, catalogo);
  return { osservazioni, raccolta, cofinanziamento: buildCofinanziamento(CASARANO, raccolta) };
}

const PIANO = gather(versati('2020'), versati('2021'), minimi, programmati);

/** The same payments by ISTAT's residents at 31 December 2021, in cents. */
const VERSATI_PROCAPITE = buildOsservazioni({
  indicatore: 'cofinanziamento-versato-procapite',
  periodo: '2021',
  dimensioni: { ...DENARO, rilevazione: 'istat' },
  valori: { Casarano: 614, Supersano: 758, Taurisano: 606 },
});

describe('the answer of the page', () => {
  const CASI = [
    {
      titolo: 'the plan',
      materia: PIANO,
      risposta:
        'Nel 2022 i sette comuni devono mettere insieme almeno 904.397 €, da 54.412 € di Supersano a 251.622 € di Casarano. ' +
        'Metà è da versare in denaro, il resto si può dare in servizi. ' +
        'Rispetto al denaro versato nel 2021 la quota sale in tre comuni e scende in quattro. ' +
        'Il Piano ne programma 1,53 milioni di € l’anno: 628.218 € sopra il minimo e 277.349 € sotto la spesa storica.',
    },
    {
      titolo: 'payments per head: who paid least, and why it cannot be judged',
      materia: gather(versati('2021'), minimi, VERSATI_PROCAPITE),
      risposta:
        'Nel 2022 i sette comuni devono mettere insieme almeno 904.397 €, da 54.412 € di Supersano a 251.622 € di Casarano. ' +
        'Metà è da versare in denaro, il resto si può dare in servizi. ' +
        'Nel 2021 hanno versato in denaro da 6,06 € per residente (Taurisano) a 7,58 € (Supersano); se bastassero non si può dire, perché il minimo del 2021 non è pubblicato.',
    },
    {
      titolo: 'payments alone: no minimum is guessed',
      materia: gather(versati('2021')),
      risposta: 'Nel 2021 i comuni hanno versato in denaro 451.216 €. La quota minima non è ancora pubblicata.',
    },
    {
      titolo: 'nothing published',
      materia: gather(),
      risposta: 'Per questo ambito nessuna tabella pubblicata dice ancora quanto mettono i comuni.',
    },
  ];
  test.each(CASI)('$titolo', ({ materia, risposta }) => {
    expect(plain(tellCofinanziamento(materia.cofinanziamento))).toBe(risposta);
  });
});

describe('the steps in denaro', () => {
  test('the plan: the highest first, both ends, the finding', () => {
    const passi = buildPassi(PIANO.cofinanziamento, null);
    expect(passi.map(({ nome, testo }) => `${nome} ${plain(testo)}`)).toEqual([
      'Casarano +6.915,74 €',
      'Taurisano +5.162,89 €',
      'Matino +2.395,41 €',
      'Parabita −2.058,82 €',
      'Ruffano −2.870,56 €',
      'Collepasso −4.093,02 €',
      'Supersano −4.469,48 €',
    ]);
    expect(passi[0]).toMatchObject({ da: 11_889_548, a: 12_581_122 });
    expect(plain(passi[0]?.dettaglio ?? '')).toBe('da 118.895 a 125.811 €');
    expect(plain(tellAumenti(PIANO.cofinanziamento))).toBe(
      'La quota in denaro sale in tre comuni e scende in quattro: in tutto 982,16 € in più',
    );
  });

  test('per head, by the residents of the payments; a comune without them has no ends', () => {
    const procapite = buildOsservazioni({
      indicatore: 'cofinanziamento-versato-procapite',
      periodo: '2021',
      dimensioni: { ...DENARO, rilevazione: 'istat' },
      valori: { Casarano: 614 },
    });
    const popolazione = buildOsservazioni({
      indicatore: 'popolazione',
      periodo: '2021',
      dimensioni: { rilevazione: 'istat' },
      valori: RESIDENTI,
    });
    const anagrafe = buildOsservazioni({
      indicatore: 'popolazione',
      periodo: '2021',
      dimensioni: { rilevazione: 'anagrafe' },
      valori: { Casarano: 19_552, Matino: 11_108 },
    });
    const { cofinanziamento, osservazioni } = gather(versati('2021'), minimi, procapite, anagrafe, popolazione);
    const residenti = findResidenti(cofinanziamento, osservazioni);
    const passi = buildPassi(cofinanziamento, residenti);
    expect(plain(passi[0]?.dettaglio ?? '')).toBe('da 6,14 a 6,49 €');
    expect(passi.find(({ codice }) => codice === codiceOf('Matino'))).toMatchObject({
      da: null,
      a: null,
      dettaglio: '',
    });
  });

  test('a step that is missing goes last, with its reason', () => {
    const aumenti = buildOsservazioni({
      indicatore: 'aumento-quota-denaro',
      periodo: '2022',
      valori: { ...AUMENTI, Casarano: NON_TRASMESSO },
    });
    const { cofinanziamento } = gather(versati('2021'), minimi.slice(0, 16), aumenti);
    const ultimo = buildPassi(cofinanziamento, null).at(-1);
    expect(ultimo).toMatchObject({
      nome: 'Casarano',
      testo: 'dato mancante',
      motivo: 'La fonte non riporta questo dato.',
    });
    expect(tellAumenti(cofinanziamento)).toContain('sale in due comuni e scende in quattro');
  });
});

describe('the years', () => {
  test('the plan: the same shares every year', () => {
    const parti = findPartiFisse(PIANO.cofinanziamento, PIANO.raccolta);
    expect(parti?.map(({ nome, quota }) => `${nome} ${quota.toFixed(2)}`)).toEqual([
      'Casarano 26.35',
      'Matino 15.31',
      'Taurisano 15.24',
      'Ruffano 13.98',
      'Parabita 13.04',
      'Collepasso 9.06',
      'Supersano 7.02',
    ]);
  });

  const PARTI = [
    { titolo: 'shares that change', valori: { ...VERSATO['2020'], Casarano: 13_000_000 } },
    { titolo: 'a comune missing in one year', valori: { ...VERSATO['2020'], Casarano: NON_TRASMESSO } as PerComune },
  ];
  test.each(PARTI)('no fixed shares: $titolo', ({ valori }) => {
    const altri = buildOsservazioni({
      indicatore: 'cofinanziamento-versato',
      periodo: '2020',
      dimensioni: DENARO,
      valori,
    });
    const { cofinanziamento, raccolta } = gather(altri, versati('2021'), minimi);
    expect(findPartiFisse(cofinanziamento, raccolta)).toBeNull();
  });

  test('the title: from the lowest to the highest of the last year', () => {
    const andamenti = buildAndamenti(PIANO.cofinanziamento, PIANO.raccolta, 'euro');
    expect(andamenti.map(({ anni }) => anni.length)).toEqual([2, 2, 2, 2, 2, 2, 2]);
    expect(plain(tellAndamenti(andamenti, 'euro'))).toBe(
      'Nel 2021 il versato in denaro va da 31.675,38 € di Supersano a 118.895,48 € di Casarano',
    );
  });
});
