import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Ambito } from '../../../functions/core/ambito.ts';
import { getTipo } from '../../../functions/core/tabelle/index.ts';
import type { Lettura } from '../../../functions/core/tabelle/lettura/leggi.ts';
import { readTabella } from '../../../functions/core/tabelle/lettura/leggi-file.ts';

const CARTELLA = new URL('../../../data/', import.meta.url);
const AMBITI = ['casarano', 'lecce', 'fasano'] as const;

interface Risorsa {
  readonly path: string;
  readonly osservatorio: {
    readonly tipo: string;
    readonly parte: string;
    readonly anno?: string;
    readonly periodo?: string;
    readonly comune?: string;
    readonly rilevazione?: string;
    readonly giorno?: string;
    readonly pubblica?: boolean;
  };
}
interface Pacchetto {
  readonly resources: readonly Risorsa[];
  readonly osservatorio: { readonly ambito: Ambito };
}

const pacchetti = new Map(
  AMBITI.map((id) => [id, JSON.parse(readFileSync(new URL(`${id}/datapackage.json`, CARTELLA), 'utf8')) as Pacchetto]),
);

function readRisorsa(id: (typeof AMBITI)[number], path: string): Lettura {
  const pacchetto = pacchetti.get(id);
  const risorsa = pacchetto?.resources.find((una) => una.path === path);
  const tipo = risorsa && getTipo(risorsa.osservatorio.tipo);
  if (!pacchetto || !risorsa || !tipo) throw new RangeError(`nessuna risorsa ${id}/${path}`);
  const { anno, ...contesto } = risorsa.osservatorio;
  return readTabella({
    byte: readFileSync(new URL(`${id}/${path}`, CARTELLA)),
    tipo,
    ambito: pacchetto.osservatorio.ambito,
    contesto: { ...contesto, ...(anno !== undefined && { anno: Number(anno) }) },
  });
}

const TIPI_DI_QUESTA_PROVA = [
  'popolazione',
  'famiglie',
  'migrazioni',
  'territorio',
  'spesa-storica',
  'cofinanziamento',
  'fondi',
  'rendiconto',
];
const risorse = AMBITI.flatMap((id) =>
  (pacchetti.get(id)?.resources ?? [])
    .filter(({ osservatorio }) => TIPI_DI_QUESTA_PROVA.includes(osservatorio.tipo))
    .map((risorsa) => ({ id, path: risorsa.path, ...risorsa.osservatorio })),
);

describe('the tables of the public documents, as published', () => {
  it.each(risorse)('$id/$path reads without a problem', ({ id, path }) => {
    const { problemi, problemiTotali, righe } = readRisorsa(id, path);
    expect(problemi).toEqual([]);
    expect(problemiTotali).toBe(0);
    expect(righe.length).toBeGreaterThan(0);
  });

  it('no key stands twice in the parti that are published together', () => {
    for (const id of AMBITI) {
      const chiavi = new Map<string, string>();
      for (const { path, tipo, parte, pubblica } of risorse.filter((risorsa) => risorsa.id === id)) {
        if (pubblica === false) continue;
        for (const { valori } of readRisorsa(id, path).righe) {
          const chiave = JSON.stringify([
            tipo,
            ...(getTipo(tipo)?.chiave ?? []).map((colonna) => valori[colonna] ?? null),
          ]);
          expect(chiavi.get(chiave) ?? parte, chiave).toBe(parte);
          chiavi.set(chiave, parte);
        }
      }
    }
  });

  it('the fund tables and the budget can all be published together', () => {
    const fondi = risorse.filter(({ id, tipo }) => id === 'casarano' && tipo === 'fondi');
    const chiavi = fondi.flatMap(({ path }) =>
      readRisorsa('casarano', path).righe.map(({ valori }) =>
        JSON.stringify((getTipo('fondi')?.chiave ?? []).map((colonna) => valori[colonna] ?? null)),
      ),
    );
    expect(new Set(chiavi).size).toBe(chiavi.length);
    expect(chiavi.length).toBe(25);
  });
});

type Valori = Record<string, string | number | null>;

/** Value of the measure in the one row with these values. */
function getValore({ righe }: Lettura, misura: string, chiave: Valori): unknown {
  const trovate = righe.filter(({ valori }) =>
    Object.entries(chiave).every(([colonna, valore]) => valori[colonna] === valore),
  );
  expect(trovate.length, JSON.stringify(chiave)).toBe(1);
  return trovate[0]?.valori[misura];
}

describe('rows: Piano Sociale di Zona 2022-2024 di Casarano', () => {
  const casi: [tabella: string, path: string, misura: string, chiave: Valori, valore: number][] = [
    [
      'par. 1.1, fasce d’età',
      '2021/popolazione.csv',
      'residenti',
      { comune: '075016', eta: '65+', rilevazione: 'anagrafe', anno: 2021 },
      4532,
    ],
    ['par. 1.1, fasce d’età', '2021/popolazione.csv', 'residenti', { comune: '075084', eta: '4-14' }, 1147],
    [
      'par. 1.1, variazioni',
      '2018-2021/popolazione-variazioni.csv',
      'residenti',
      { comune: 'ambito', anno: 2018, eta: 'totale' },
      71_804,
    ],
    [
      'par. 1.1, variazioni',
      '2018-2021/popolazione-variazioni.csv',
      'residenti',
      { comune: 'ambito', anno: 2018, eta: '0-17' },
      11_634,
    ],
    ['par. 1.1, famiglie', '2021/famiglie.csv', 'componenti_medi', { comune: '075016' }, 3.2],
    ['par. 1.1, famiglie', '2021/famiglie.csv', 'popolazione', { comune: '075059' }, 8824],
    [
      'par. 1.1, famiglie 2018',
      '2018-2021/famiglie-variazioni.csv',
      'famiglie',
      { comune: 'ambito', anno: 2018 },
      28_253,
    ],
    ['par. 1.1, saldo migratorio', '2021/migrazioni.csv', 'saldo', { comune: '075016' }, -40],
    ['tabella n. 1, territorio', '2021/territorio.csv', 'superficie_km2', { comune: 'ambito' }, 1580.56],
    ['tabella n. 1, territorio', '2021/territorio.csv', 'densita', { comune: 'ambito' }, 44.46],
    [
      'par. 1.3, sintesi',
      '2018-2021/rendiconto.csv',
      'impegnato',
      { comune: 'ambito', periodo: '2018-2021', al: '2021-12-31' },
      520_427_885,
    ],
    ['par. 1.3, sintesi', '2018-2021/rendiconto.csv', 'residuo', {}, 27_385_403],
    [
      'par. 1.4, spesa storica',
      '2018-2020/spesa-storica.csv',
      'spesa_complessiva',
      { comune: '075016', triennio: '2018-2020' },
      143_544_913,
    ],
    ['par. 1.4, spesa storica', '2018-2020/spesa-storica.csv', 'spesa_media_annua', { comune: '075084' }, 25_484_158],
    [
      'par. 1.4, quote versate',
      '2018-2021/cofinanziamento-versato.csv',
      'importo',
      { comune: '075016', anno: 2021, natura: 'versato', forma: 'denaro' },
      11_889_548,
    ],
    [
      'par. 3.1, minimo',
      '2022/cofinanziamento-minimo.csv',
      'importo',
      { comune: '075081', anno: 2022, natura: 'minimo', forma: 'servizi' },
      2_720_590,
    ],
    [
      'par. 3.1, programmato',
      '2022-2024/cofinanziamento-programmato.csv',
      'importo',
      { comune: 'ambito', anno: 2023, natura: 'programmato', forma: 'totale' },
      153_261_533,
    ],
    ['par. 3.1, FNPS', '2022-2024/fondo-fnps.csv', 'importo', { periodo: '2022', vincolo: null }, 46_245_991],
    ['par. 3.1, FNPS', '2022-2024/fondo-fnps.csv', 'importo', { periodo: '2023', vincolo: null }, 33_572_193],
    [
      'par. 3.1, FNPS',
      '2022-2024/fondo-fnps.csv',
      'importo',
      { periodo: '2023-2024', vincolo: 'minori e famiglia' },
      47_937_868,
    ],
    [
      'par. 3.1, FNA',
      '2022-2024/fondo-fna.csv',
      'importo',
      { fonte: 'FNA', periodo: '2022', vincolo: null },
      20_823_520,
    ],
    [
      'par. 3.1, FNA',
      '2022-2024/fondo-fna.csv',
      'importo',
      { fonte: 'FNA', periodo: '2022', vincolo: 'C.2' },
      20_823_520,
    ],
    ['par. 3.1, FGSA', '2022-2024/fondo-fgsa.csv', 'importo', { fonte: 'FGSA', periodo: '2023-2024' }, 32_718_243],
    [
      'par. 3.1, Fondo povertà',
      '2022-2024/fondo-poverta.csv',
      'importo',
      { fonte: 'QFP', periodo: '2022', annualita_fondo: '2021' },
      77_792_240,
    ],
    [
      'par. 3.1, budget',
      '2022-2024/budget.csv',
      'importo',
      { fonte: 'PdZ', origine: 'residuo', annualita_fondo: '2018-2021', periodo: '2022-2024' },
      27_385_403,
    ],
    [
      'par. 3.1, budget',
      '2022-2024/budget.csv',
      'importo',
      { fonte: 'FNA', origine: 'competenza', annualita_fondo: '2022', periodo: '2022-2024' },
      20_823_520,
    ],
    [
      'par. 3.1, budget',
      '2022-2024/budget.csv',
      'importo',
      { fonte: 'QFP', origine: 'residuo', annualita_fondo: '2018-2020' },
      96_320_818,
    ],
    ['par. 3.1, budget', '2022-2024/budget.csv', 'importo', { fonte: 'Cofinanziamento comunale' }, 459_784_599],
  ];
  it.each(casi)('%s, %s: %s of %o is %d', (...[, path, misura, chiave, valore]) => {
    expect(getValore(readRisorsa('casarano', path), misura, chiave)).toBe(valore);
  });
});

describe('declared figures: Piano Sociale di Zona 2022-2024 di Casarano', () => {
  const casi: [path: string, riga: number, colonna: number, dichiarati: unknown[]][] = [
    [
      '2021/popolazione.csv',
      3,
      8,
      [['somma-riga', 'residenti', { comune: '075016', anno: 2021, rilevazione: 'anagrafe', eta: 'totale' }, 19_552]],
    ],
    [
      '2021/popolazione.csv',
      10,
      2,
      [['somma-colonna', 'residenti', { comune: 'ambito', anno: 2021, rilevazione: 'anagrafe', eta: '0-3' }, 1795]],
    ],
    [
      '2021/popolazione.csv',
      10,
      8,
      [
        ['somma-riga', 'residenti', { comune: 'ambito', anno: 2021, rilevazione: 'anagrafe', eta: 'totale' }, 70_274],
        [
          'somma-colonna',
          'residenti',
          { comune: 'ambito', anno: 2021, rilevazione: 'anagrafe', eta: 'totale' },
          70_274,
        ],
      ],
    ],
    [
      '2021/popolazione.csv',
      11,
      2,
      [['quota-percentuale', 'residenti', { comune: 'ambito', anno: 2021, rilevazione: 'anagrafe', eta: '0-3' }, 2.55]],
    ],
    [
      '2018-2021/popolazione-variazioni.csv',
      2,
      3,
      [['valore', 'residenti', { comune: 'ambito', anno: 2021, rilevazione: 'anagrafe', eta: 'totale' }, 70_275]],
    ],
    [
      '2018-2021/popolazione-variazioni.csv',
      4,
      4,
      [
        [
          'variazione',
          'residenti',
          { comune: 'ambito', anno: 2021, rilevazione: 'anagrafe', eta: '65+' },
          300,
          { comune: 'ambito', anno: 2018, rilevazione: 'anagrafe', eta: '65+' },
        ],
      ],
    ],
    ['2021/famiglie.csv', 10, 4, [['valore', 'componenti_medi', { comune: 'ambito', anno: 2021 }, 2.5]]],
    ['2021/migrazioni.csv', 9, 4, [['somma-colonna', 'saldo', { comune: 'ambito', anno: 2021 }, -152]]],
    [
      '2021/territorio.csv',
      4,
      3,
      [['valore', 'residenti', { comune: 'ambito', anno: 2021, rilevazione: 'anagrafe', eta: 'totale' }, 70_275]],
    ],
    [
      '2018-2021/rendiconto.csv',
      2,
      4,
      [['quota-percentuale', 'impegnato', { comune: 'ambito', periodo: '2018-2021', al: '2021-12-31' }, 95]],
    ],
    [
      '2018-2020/spesa-storica.csv',
      10,
      3,
      [['somma-colonna', 'spesa_complessiva', { comune: 'ambito', triennio: '2018-2020' }, 542_989_171]],
    ],
    [
      '2018-2021/cofinanziamento-versato.csv',
      3,
      6,
      [
        [
          'somma-riga',
          'importo',
          { comune: '075021', anno: '2018-2021', natura: 'versato', forma: 'denaro' },
          14_988_847,
        ],
      ],
    ],
    [
      '2022/cofinanziamento-minimo.csv',
      9,
      3,
      [['somma-colonna', 'importo', { comune: 'ambito', anno: 2022, natura: 'minimo', forma: 'denaro' }, 45_219_843]],
    ],
    [
      '2022-2024/cofinanziamento-programmato.csv',
      5,
      5,
      [
        [
          'somma-colonna',
          'importo',
          { comune: 'ambito', anno: '2022-2024', natura: 'programmato', forma: 'totale' },
          459_784_599,
        ],
      ],
    ],
    [
      '2022-2024/fondo-fnps.csv',
      3,
      8,
      [['somma-riga', 'importo', { fonte: 'FNPS', periodo: '2023-2024', vincolo: null }, 67_144_387]],
    ],
    [
      '2022-2024/fondo-fnps.csv',
      5,
      2,
      [['somma-colonna', 'importo', { fonte: 'FNPS', periodo: '2022-2024', vincolo: null }, 113_390_378]],
    ],
    [
      '2022-2024/fondo-fgsa.csv',
      3,
      2,
      [['somma-colonna', 'importo', { fonte: 'FGSA', periodo: '2022-2024', vincolo: null }, 56_088_417]],
    ],
    ['2022-2024/budget.csv', 1, 2, [['somma-colonna', 'importo', { periodo: '2022-2024' }, 851_585_374]]],
  ];
  it.each(casi)('%s, line %d, column %d', (...[path, riga, colonna, attesi]) => {
    const dichiarati = readRisorsa('casarano', path).dichiarati.filter(
      ({ posizione }) => posizione.riga === riga && posizione.colonna === colonna,
    );
    expect(
      dichiarati.map(({ ruolo, misura, valori, valore, confronto }) => [
        ruolo,
        misura,
        valori,
        valore,
        ...(confronto ? [confronto] : []),
      ]),
    ).toEqual(attesi);
  });
});
