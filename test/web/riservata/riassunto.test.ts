import { describe, expect, test } from 'vitest';
import type { CaricamentoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { getTipo } from '../../../functions/core/tabelle/index.ts';
import {
  countParti,
  describeBozza,
  describeDifferenze,
  groupCambiamenti,
  listConseguenze,
} from '../../../web/src/riservata/riassunto.ts';
import { CASARANO, describeIndicatore } from '../osservazioni.ts';
import { buildBozza, buildProblema, buildSegnalazione } from './bozze.ts';
import { toTipoDto } from './tipi.ts';

const SPESA: TipoDto = toTipoDto(getTipo('spesa-storica'));
const AMBITO = { ...CASARANO, edizione: 3, pubblicataIl: null, versioni: {} };

describe('what a draft is', () => {
  test.each<[string, Parameters<typeof buildBozza>[0], RegExp]>([
    [
      'one problem',
      { stato: 'rifiutato', problemi: [buildProblema(1, 1, '')] },
      /^Una cosa da correggere\. Finché c’è,/,
    ],
    [
      'no table',
      {
        stato: 'rifiutato',
        problemi: [buildProblema(null, null, '')],
        interpretazione: { codifica: '', separatore: '' },
      },
      /non si è potuto leggere nulla/,
    ],
    ['more than are told', { stato: 'rifiutato', problemiTotali: 900 }, /^900 cose da correggere\. Finché ci sono,/],
    ['read', {}, /sette dati, nessun problema\. Lo vede solo l’Ufficio di Piano/],
    ['in consultazione', { stato: 'in-consultazione' }, /Lo vedono gli organi, non il pubblico/],
    [
      'published, which another may have followed',
      { stato: 'pubblicato' },
      /è stato pubblicato\. .*lo dice la sua storia/,
    ],
    ['withdrawn', { stato: 'ritirato' }, /è stata ritirata\. .*si può riprendere/],
    ['whose place another took', { stato: 'ritirato', sostituitaDa: 'altra' }, /ha preso il posto di questa/],
    [
      'read, with findings',
      { segnalazioni: [buildSegnalazione({}), buildSegnalazione({ gravita: 'nota' })] },
      /nessun problema\. I controlli hanno una segnalazione: si pubblica lo stesso, e resta accanto ai dati\. Lo vede/,
    ],
    [
      'with a finding that blocks',
      { segnalazioni: [buildSegnalazione({ gravita: 'errore' })], pubblicabile: false },
      /un errore: così non si può pubblicare/,
    ],
  ])('%s', (_titolo, modifiche, frase) => {
    expect(describeBozza(buildBozza(modifiche))).toMatch(frase);
  });
});

test.each<[[number, number, number], string]>([
  [[0, 0, 0], 'nessun dato cambia'],
  [[0, 1, 0], 'un dato modificato'],
  [[7, 0, 0], 'sette dati aggiunti'],
  [[1, 2, 3], 'un dato aggiunto, 2 modificati, 3 tolti'],
  [[1234, 0, 1], '1.234 dati aggiunti, 1 tolto'],
])('%j: %s', ([aggiunte, modificate, tolte], frase) => {
  expect(describeDifferenze({ aggiunte, modificate, tolte, esempi: [] })).toBe(frase);
});

test.each<[number, string]>([
  [1, 'una parte'],
  [2, 'due parti'],
  [27, '27 parti'],
])('%i: %s', (n, frase) => {
  expect(countParti(n)).toBe(frase);
});

const CAMBIATI: CaricamentoDto['indicatori'] = [
  {
    indicatore: 'spesa-storica-media',
    comune: '075021',
    periodo: '2018-2020',
    dimensioni: {},
    prima: '98369.94',
    dopo: '108369.94',
  },
  { indicatore: 'densita', comune: null, periodo: '2021', dimensioni: {}, prima: null, dopo: 358.164 },
  { indicatore: 'densita', comune: '075016', periodo: '2021', dimensioni: {}, prima: 512, dopo: null },
];

test('before it is published one is told what changes, for whom, and that there is a way back', () => {
  const bozza = buildBozza({
    differenze: { aggiunte: 0, modificate: 1, tolte: 0, esempi: [] },
    indicatori: CAMBIATI,
    indicatoriTotali: { 'spesa-storica-media': 1, densita: 2 },
    segnalazioni: [buildSegnalazione({}), buildSegnalazione({ gravita: 'nota' })],
  });
  expect(listConseguenze(bozza, SPESA, false)).toEqual([
    'La tabella «Spesa storica» cambia nella parte «2018-2020»: un dato modificato.',
    'Tre valori di due indicatori cambiano nello stesso momento.',
    'Una segnalazione dei controlli resta visibile a tutti, accanto ai dati.',
    'Lo vedono subito tutti. La versione di prima resta, e si può rimettere in vigore.',
  ]);
});

test('of a table that nobody has published before, no way back is promised', () => {
  const bozza = buildBozza({ differenze: { aggiunte: 7, modificate: 0, tolte: 0, esempi: [] } });
  expect(listConseguenze(bozza, SPESA, true)).toEqual([
    'La tabella «Spesa storica» si pubblica per la prima volta, con la parte «2018-2020»: sette dati aggiunti.',
    'Nessun indicatore cambia.',
    'Lo vedono subito tutti.',
  ]);
});

test('of two values that read the same it is never told that the difference is zero', () => {
  const densita = { indicatore: 'densita', comune: null, periodo: '2021', dimensioni: {} };
  const indicatori = [{ ...densita, prima: 358.161, dopo: 358.162 }];
  const [gruppo] = groupCambiamenti({ indicatori, indicatoriTotali: {} }, [describeIndicatore('densita')], AMBITO);
  expect(gruppo?.list(1)).toMatchObject([
    { prima: '358,16', dopo: '358,16', scarto: 'nei decimali che non si leggono' },
  ]);
});

test('figures that change are told in the order of the catalogue, by how much; what comes or goes has no difference', () => {
  const catalogo = ['densita', 'spesa-storica-media'].map(describeIndicatore);
  const gruppi = groupCambiamenti(
    { indicatori: CAMBIATI, indicatoriTotali: { densita: 2000, 'spesa-storica-media': 1 } },
    catalogo,
    AMBITO,
  );
  expect(gruppi.map(({ totale, noti }) => [totale, noti])).toEqual([
    [2000, 2],
    [1, 1],
  ]);
  expect(gruppi[0]?.list(1)).toHaveLength(1);
  expect(gruppi.map(({ id, list }) => [id, list(50).map(({ chiave: _, ...resto }) => resto)])).toEqual([
    [
      'densita',
      [
        { cosa: 'Ambito, al\u00a031 dicembre 2021', prima: 'non c’è', dopo: '358,16', scarto: '' },
        { cosa: 'Casarano, al\u00a031 dicembre 2021', prima: '512,00', dopo: 'non c’è', scarto: '' },
      ],
    ],
    [
      'spesa-storica-media',
      [
        {
          cosa: 'Collepasso, nel triennio 2018-2020',
          prima: '98.369,94\u202f€',
          dopo: '108.369,94\u202f€',
          scarto: '+10.000,00\u202f€',
        },
      ],
    ],
  ]);
});
