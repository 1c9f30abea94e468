/** One comune among the others: its place, its ages beside the ambito's, the sentence that sums it up. */
import { describe, expect, test } from 'vitest';
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { writeTavolaCsv } from '../../../web/src/grafici/consegna.ts';
import { buildProfilo, listSezioniVuote, tellPosto } from '../../../web/src/serie/comune.ts';
import { buildFasceComune, tellFasceComune } from '../../../web/src/serie/eta-comune.ts';
import { tellComune } from '../../../web/src/serie/risposta-comune.ts';
import { tavolaOfProfilo, titleProfilo } from '../../../web/src/serie/tavola-comune.ts';
import { buildOsservazioni, CASARANO, codiceOf, describeIndicatore, type PerComune } from '../osservazioni.ts';

const plain = (testo: string) => testo.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ');

const ANAGRAFE = { rilevazione: 'anagrafe' };

/** Piano Sociale di Zona 2022-2024 di Casarano, par. 1, residents at 31 December 2021. */
const POPOLAZIONE: PerComune = {
  Casarano: 19_552,
  Collepasso: 5717,
  Matino: 11_108,
  Parabita: 8823,
  Ruffano: 9357,
  Supersano: 4228,
  Taurisano: 11_489,
  ambito: 70_274,
};
/** Same plan, same table: bands of Parabita and of the ambito. */
const FASCE: Readonly<Record<string, PerComune>> = {
  '0-3': { Parabita: 238, ambito: 1795 },
  '4-14': { Parabita: 736, ambito: 6691 },
  '15-17': { Parabita: 228, ambito: 2148 },
  '18-29': { Parabita: 1092, ambito: 9604 },
  '30-64': { Parabita: 4228, ambito: 33_125 },
  '65+': { Parabita: 2301, ambito: 16_911 },
};

function gather(...serie: OsservazioneDto[][]) {
  const osservazioni = serie.flat();
  const catalogo = [...new Set(osservazioni.map((o) => o.indicatore))].map(describeIndicatore);
  return { ambito: CASARANO, osservazioni, catalogo };
}

const count = (indicatore: string, valori: PerComune, periodo = '2021') =>
  buildOsservazioni({ indicatore, periodo, dimensioni: ANAGRAFE, valori });
const fasce = Object.entries(FASCE).flatMap(([fascia, valori]) =>
  buildOsservazioni({ indicatore: 'popolazione-fascia', periodo: '2021', dimensioni: { ...ANAGRAFE, fascia }, valori }),
);

describe('the place of a comune, from the highest value', () => {
  const CASI: { titolo: string; valori: PerComune; di: string; posto: string | null }[] = [
    { titolo: 'the plan: the first', valori: POPOLAZIONE, di: 'Casarano', posto: '1° su 7' },
    { titolo: 'the plan: the fifth', valori: POPOLAZIONE, di: 'Parabita', posto: '5° su 7' },
    {
      titolo: 'equal as shown: equal in place',
      valori: { ...POPOLAZIONE, Parabita: 9357 },
      di: 'Ruffano',
      posto: '4° su 7, a pari',
    },
    {
      titolo: 'the next after two equal',
      valori: { ...POPOLAZIONE, Parabita: 9357 },
      di: 'Collepasso',
      posto: '6° su 7',
    },
    {
      titolo: 'the missing are not counted',
      valori: { Casarano: 3, Matino: 2, Ruffano: 'non-trasmesso' },
      di: 'Matino',
      posto: '2° su 2',
    },
    { titolo: 'alone: no place', valori: { Casarano: 3 }, di: 'Casarano', posto: null },
    { titolo: 'missing: no place', valori: { ...POPOLAZIONE, Matino: 'in-verifica' }, di: 'Matino', posto: null },
  ];
  test.each(CASI)('$titolo', ({ valori, di, posto }) => {
    // A second figure keeps the section there where the first is missing.
    const materia = gather(
      count('popolazione', valori),
      buildOsservazioni({ indicatore: 'densita', periodo: '2021', valori: { [di]: 1 } }),
    );
    const [persone] = buildProfilo(materia, codiceOf(di))[0]?.voci ?? [];
    expect(persone?.posto ? tellPosto(persone.posto) : null).toBe(posto);
  });
});

describe('what is shown', () => {
  test('sections of which the tables say nothing are named apart', () => {
    const materia = gather(count('popolazione', POPOLAZIONE));
    expect(buildProfilo(materia, codiceOf('Matino')).map(({ titolo }) => titolo)).toEqual(['Persone']);
    expect(listSezioniVuote(buildProfilo(materia, codiceOf('Matino')))).toEqual([
      'Famiglie',
      'Spesa sociale del comune',
      'Quanto mette nel Piano di Zona',
    ]);
  });

  test('a sum is no term of comparison; a ratio is', () => {
    const materia = gather(
      count('popolazione', POPOLAZIONE),
      count('indice-vecchiaia', { Parabita: 236.24, ambito: 199.28 }),
    );
    const voci = buildProfilo(materia, codiceOf('Parabita')).flatMap((sezione) => sezione.voci);
    expect(voci.map(({ chiave, ambitoTesto }) => [chiave, ambitoTesto])).toEqual([
      ['popolazione', null],
      ['indice-vecchiaia', '199,28'],
    ]);
  });

  test('the programmed amount is read in the year of the minimum', () => {
    const totale = { forma: 'totale' };
    const at = (indicatore: string, periodo: string) =>
      buildOsservazioni({ indicatore, periodo, dimensioni: totale, valori: { Matino: 100 } });
    const materia = gather(
      at('cofinanziamento-minimo', '2022'),
      at('cofinanziamento-programmato', '2022'),
      at('cofinanziamento-programmato', '2024'),
    );
    const [sezione] = buildProfilo(materia, codiceOf('Matino'));
    expect(sezione?.voci.map(({ quando }) => quando)).toEqual(['nel 2022', 'nel 2022']);
  });
});

describe('the ages', () => {
  test('the plan: the bands of Parabita beside those of the ambito', () => {
    const eta = buildFasceComune(fasce, codiceOf('Parabita'));
    expect(eta?.fasce.map(({ id, residenti }) => [id, residenti])).toEqual(
      Object.entries(FASCE).map(([id, valori]) => [id, valori.Parabita]),
    );
    expect(plain(eta?.quando ?? '')).toBe('al 31 dicembre 2021, anagrafe dei comuni');
    expect(tellFasceComune(eta?.fasce ?? [], 'Parabita')).toBe(
      'A Parabita chi ha 65 anni e più pesa 2,0 punti più che nell’ambito',
    );
  });

  test('without bands of the comune: nothing', () => {
    expect(buildFasceComune(fasce, codiceOf('Matino'))).toBeNull();
  });
});

describe('the answer', () => {
  const minimo = (forma: string, cent: number) =>
    buildOsservazioni({
      indicatore: 'cofinanziamento-minimo',
      periodo: '2022',
      dimensioni: { forma },
      valori: { Parabita: cent },
    });
  const soldi = [
    buildOsservazioni({
      indicatore: 'spesa-storica-procapite',
      periodo: '2018-2020',
      dimensioni: { rilevazione: 'istat' },
      valori: { Parabita: 2460, ambito: 2573 },
    }),
    minimo('totale', 11_355_956),
    minimo('denaro', 5_677_978),
    buildOsservazioni({
      indicatore: 'cofinanziamento-versato',
      periodo: '2021',
      dimensioni: { forma: 'denaro' },
      valori: { Parabita: 5_883_860 },
    }),
    buildOsservazioni({
      indicatore: 'cofinanziamento-versato-procapite',
      periodo: '2021',
      dimensioni: { forma: 'denaro' },
      valori: { Parabita: 673, ambito: 648 },
    }),
    buildOsservazioni({ indicatore: 'aumento-quota-denaro', periodo: '2022', valori: { Parabita: -205_882 } }),
  ];
  const CASI = [
    {
      titolo: 'the plan: people, spending, quota and step',
      serie: [count('popolazione', POPOLAZIONE), ...soldi],
      ambito: 70_274,
      risposta:
        'Al 31 dicembre 2021 a Parabita vivono 8.823 persone, 12,6 su cento dell’ambito. ' +
        'Per il sociale il comune ha speso 24,60 € per abitante l’anno (ambito: 25,73 €). ' +
        'Nel 2022 deve mettere nel Piano almeno 113.560 €, di cui 56.780 € in denaro, 2.059 € in meno del versato nel 2021, ' +
        'che era 6,73 € per residente (ambito: 6,48 €).',
    },
    {
      titolo: 'people alone',
      serie: [count('popolazione', POPOLAZIONE)],
      ambito: null,
      risposta:
        'Al 31 dicembre 2021 a Parabita vivono 8.823 persone. ' +
        'Quanto il comune spende per il sociale e quanto mette nel Piano non è ancora pubblicato.',
    },
    {
      titolo: 'nothing',
      serie: [],
      ambito: null,
      risposta:
        'Quante persone vivono a Parabita non è ancora pubblicato. ' +
        'Quanto il comune spende per il sociale e quanto mette nel Piano non è ancora pubblicato.',
    },
  ];
  test.each(CASI)('$titolo', ({ serie, ambito, risposta }) => {
    const sezioni = buildProfilo(gather(...serie), codiceOf('Parabita'));
    expect(plain(tellComune(sezioni, 'Parabita', ambito))).toBe(risposta);
  });
});

describe('the lines of a comune, in a sentence and in a spreadsheet', () => {
  const of = (di: string, ...serie: OsservazioneDto[][]) => buildProfilo(gather(...serie), codiceOf(di));
  const residenti = count('popolazione', POPOLAZIONE);
  const densita = (valori: PerComune) => buildOsservazioni({ indicatore: 'densita', periodo: '2021', valori });
  test.each([
    [
      'both ends',
      of('Casarano', residenti, densita({ Casarano: 1, Matino: 2 })),
      'ha il valore più alto in una riga e il più basso in una, su due',
    ],
    ['the highest alone', of('Casarano', residenti), 'ha il valore più alto in una riga su una, mai il più basso'],
    ['the lowest alone', of('Supersano', residenti), 'ha il valore più basso in una riga su una, mai il più alto'],
    [
      'neither',
      of('Matino', residenti, densita({ Casarano: 1, Matino: 2, Parabita: 3 })),
      'non ha mai il valore più alto né il più basso, su due righe',
    ],
  ])('%s', (_, sezioni, detto) => {
    const nome = titleProfilo(sezioni, 'X').replace('Tra i comuni dell’ambito X ', '');
    expect(nome).toBe(detto);
  });

  test('the ambito and the ends are numbers, as the value is', () => {
    const tavola = tavolaOfProfilo(
      of('Parabita', count('indice-vecchiaia', { Parabita: 236.24, Casarano: 186.35, ambito: 199.28 })),
      {
        codiceIstat: codiceOf('Parabita'),
        nome: 'Parabita',
      },
    );
    const csv = writeTavolaCsv(tavola, { fonte: 'PdZ', edizione: 2 });
    expect(csv.split('\r\n')[0]).toContain('Che cosa;Parabita;Unità;');
    expect(csv.split('\r\n')[1]).toContain('1° su 2;"199,28";"186,35";"236,24";PdZ;2');
  });
});
