import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectForma } from './forma.ts';
import { type Prova, startProva } from './prova.ts';

let prova: Prova;
beforeAll(async () => {
  prova = await startProva();
});
afterAll(() => prova.stop());

/** Residenti della tabella delle famiglie: Piano Sociale di Zona 2022-2024 di Casarano, cap. I, par. 1. */
const RESIDENTI = [
  { id: '075016', peso: 19552 },
  { id: '075021', peso: 5793 },
  { id: '075042', peso: 11323 },
];

describe('riparto', () => {
  test('splits to the cent, in the order of the keys', async () => {
    const esito = await prova.call('POST /strumenti/riparto', { corpo: { importo: '100.00', chiavi: RESIDENTI } });
    expectForma('riparto', esito);
    const { quote } = esito.json as { quote: { id: string; importo: string }[] };
    expect(quote.map(({ id, importo }) => [id, importo])).toEqual([
      ['075016', '53.32'],
      ['075021', '15.80'],
      ['075042', '30.88'],
    ]);
  });

  test('ties go by id', async () => {
    const chiavi = ['b', 'a', 'c'].map((id) => ({ id, peso: 1 }));
    const { json } = await prova.call('POST /strumenti/riparto', { corpo: { importo: '0.01', chiavi } });
    expect(
      (json as { quote: { id: string; importo: string }[] }).quote.map(({ id, importo }) => `${id} ${importo}`),
    ).toEqual(['b 0.00', 'a 0.01', 'c 0.00']);
  });

  const BUONO = { importo: '1.00', chiavi: RESIDENTI };
  test.each<[string, object | string, number, RegExp]>([
    ['an amount as a number', { ...BUONO, importo: 1 }, 400, /da rivedere: importo/],
    ['an amount with a comma', { ...BUONO, importo: '1,00' }, 400, /da rivedere: importo/],
    ['a negative amount', { ...BUONO, importo: '-1.00' }, 400, /da rivedere: importo/],
    ['no keys', { ...BUONO, chiavi: [] }, 400, /da rivedere: chiavi/],
    ['half a person', { ...BUONO, chiavi: [{ id: 'a', peso: 0.5 }] }, 400, /da rivedere: chiavi\.0\.peso/],
    ['one key twice', { ...BUONO, chiavi: [RESIDENTI[0], RESIDENTI[0]] }, 400, /lo stesso «id»/],
    ['only weights of zero', { ...BUONO, chiavi: [{ id: 'a', peso: 0 }] }, 400, /Tutti i pesi sono zero/],
    ['a field too many', { ...BUONO, arrotonda: true }, 400, /Serve \{"importo"/],
    ['a list', [], 400, /Serve \{"importo"/],
    ['bytes', 'importo=1', 415, /«application\/octet-stream».*«content-type: application\/json»/],
  ])('refuses %s', async (...[, corpo, stato, dettaglio]) => {
    const esito = await prova.call('POST /strumenti/riparto', { corpo });
    expect(esito.stato).toBe(stato);
    expect((esito.json as { detail: string }).detail).toMatch(dettaglio);
    expectForma('riparto', esito);
  });

  test('refuses what is not JSON, and what is too long', async () => {
    const headers = { 'content-type': 'application/json' };
    const rotto = await prova.call('POST /strumenti/riparto', { corpo: '{"importo":', headers });
    expect([rotto.stato, rotto.testo]).toEqual([400, expect.stringContaining('non è JSON leggibile')]);
    const lungo = await prova.call('POST /strumenti/riparto', { corpo: ' '.repeat(1024 * 1024 + 1), headers });
    expect([lungo.stato, lungo.testo]).toEqual([413, expect.stringContaining('supera 1 MB')]);
  });
});

test('the catalogue is read a piece at a time', async () => {
  const prima = (await prova.call('GET /indicatori?limite=5')).json as {
    indicatori: { id: string }[];
    cursore: string;
  };
  const resto = (await prova.call(`GET /indicatori?cursore=${prima.cursore}`)).json as { indicatori: { id: string }[] };
  const tutti = (await prova.call('GET /indicatori')).json as { indicatori: { id: string }[] };
  expect([...prima.indicatori, ...resto.indicatori]).toEqual(tutti.indicatori);
});

test('a template can be opened and filled in', async () => {
  const { testo, headers } = await prova.call('GET /tipi/spesa-storica/modello.csv');
  expect(headers['content-disposition']).toBe('attachment; filename="spesa-storica-modello.csv"');
  expect(testo.split('\r\n')[0]).toBe('\uFEFFcomune;triennio;spesa_complessiva;spesa_media_annua');
});
