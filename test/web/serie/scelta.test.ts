import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { DIMENSIONI, type Dimensioni } from '../../../functions/core/indicatori/indicatore.ts';
import { chooseOsservazioni, type Richiesta } from '../../../web/src/serie/scelta.ts';
import { buildOsservazioni, type PerComune } from '../osservazioni.ts';

interface Voce {
  periodo: string;
  dimensioni?: Dimensioni;
  valori: PerComune;
}

const ANAGRAFE = { rilevazione: 'anagrafe' };
const ISTAT = { rilevazione: 'istat' };
const UN_COMUNE: PerComune = { Casarano: 1 };
const SOLO_AMBITO: PerComune = { ambito: 1 };
const MANCANTE: PerComune = { Casarano: 'non-trasmesso' };

const build = (voci: readonly Voce[]) =>
  voci.flatMap((voce) => buildOsservazioni({ indicatore: 'popolazione', ...voce }));

interface Caso {
  titolo: string;
  voci: Voce[];
  richiesta?: Richiesta;
  periodo: string | null;
  dimensioni: Dimensioni;
}

const CASI: Caso[] = [
  {
    titolo: 'the latest period',
    voci: [
      { periodo: '2020', valori: UN_COMUNE },
      { periodo: '2021', valori: UN_COMUNE },
    ],
    periodo: '2021',
    dimensioni: {},
  },
  {
    titolo: 'the period that was asked for',
    voci: [
      { periodo: '2020', valori: UN_COMUNE },
      { periodo: '2021', valori: UN_COMUNE },
    ],
    richiesta: { periodo: '2020', dimensioni: {} },
    periodo: '2020',
    dimensioni: {},
  },
  {
    titolo: 'a period that is not there gives way to the latest',
    voci: [{ periodo: '2021', valori: UN_COMUNE }],
    richiesta: { periodo: '1861', dimensioni: {} },
    periodo: '2021',
    dimensioni: {},
  },
  {
    titolo: 'an earlier period with the comuni comes before a later one of the ambito alone',
    voci: [
      { periodo: '2022', valori: SOLO_AMBITO },
      { periodo: '2021', valori: UN_COMUNE },
    ],
    periodo: '2021',
    dimensioni: {},
  },
  {
    titolo: 'a period with values comes before a later one where all is missing',
    voci: [
      { periodo: '2022', valori: MANCANTE },
      { periodo: '2021', valori: SOLO_AMBITO },
    ],
    periodo: '2021',
    dimensioni: {},
  },
  {
    titolo: 'all missing: the latest, so that its reason is told',
    voci: [
      { periodo: '2021', valori: MANCANTE },
      { periodo: '2022', valori: MANCANTE },
    ],
    periodo: '2022',
    dimensioni: {},
  },
  {
    titolo: 'the registry before ISTAT',
    voci: [
      { periodo: '2021', dimensioni: ISTAT, valori: { Casarano: 1, Matino: 2 } },
      { periodo: '2021', dimensioni: ANAGRAFE, valori: UN_COMUNE },
    ],
    periodo: '2021',
    dimensioni: ANAGRAFE,
  },
  {
    titolo: 'ISTAT, where the registry has no value',
    voci: [
      { periodo: '2021', dimensioni: ISTAT, valori: UN_COMUNE },
      { periodo: '2021', dimensioni: ANAGRAFE, valori: MANCANTE },
    ],
    periodo: '2021',
    dimensioni: ISTAT,
  },
  {
    titolo: 'ISTAT, where it was asked for',
    voci: [
      { periodo: '2021', dimensioni: ISTAT, valori: UN_COMUNE },
      { periodo: '2021', dimensioni: ANAGRAFE, valori: UN_COMUNE },
    ],
    richiesta: { dimensioni: ISTAT },
    periodo: '2021',
    dimensioni: ISTAT,
  },
  { titolo: 'nothing there', voci: [], periodo: null, dimensioni: {} },
];

describe('what a view shows where the address leaves it open', () => {
  test.each(CASI)('$titolo', ({ voci, richiesta = { dimensioni: {} }, periodo, dimensioni }) => {
    const scelta = chooseOsservazioni(build(voci), richiesta);
    expect({ periodo: scelta.periodo, dimensioni: scelta.dimensioni }).toEqual({ periodo, dimensioni });
  });
});

const parola = fc.constantFrom('anagrafe', 'istat', '0-3', '65+', 'denaro', 'totale', 'FNPS');
const dimensioni = fc.dictionary(fc.constantFrom(...DIMENSIONI), parola, { maxKeys: 3 });
const periodo = fc.constantFrom('2018', '2021', '2018-2020', '2019-2021');
const osservazione: fc.Arbitrary<OsservazioneDto> = fc.record({
  indicatore: fc.constant('popolazione'),
  comune: fc.constantFrom('075016', '075021', null),
  periodo,
  dimensioni,
  valore: fc.option(fc.integer()),
  unita: fc.constant('persone'),
  note: fc.constant([]),
  segnalazioni: fc.constant([]),
  origine: fc.constant([]),
});

test('whatever there is and whatever is asked: one period, one value of each dimension, nothing of its own', () => {
  fc.assert(
    fc.property(
      fc.array(osservazione, { maxLength: 12 }),
      fc.record({ periodo: fc.option(periodo, { nil: undefined }), dimensioni }),
      (osservazioni, richiesta) => {
        const scelta = chooseOsservazioni(osservazioni, richiesta);
        expect(scelta.osservazioni.length > 0).toBe(osservazioni.length > 0);
        expect(osservazioni).toEqual(expect.arrayContaining([...scelta.osservazioni]));
        expect(new Set(scelta.osservazioni.map((o) => o.periodo)).size).toBeLessThanOrEqual(1);
        for (const dimensione of DIMENSIONI) {
          const viste = new Set(scelta.osservazioni.map((o) => o.dimensioni[dimensione]));
          expect(viste.size).toBeLessThanOrEqual(1);
          if (viste.size === 1) expect(viste).toContain(scelta.dimensioni[dimensione]);
        }
      },
    ),
  );
});
