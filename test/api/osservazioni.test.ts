import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OsservazioneDto, OsservazioniDto, SpiegazioneDto } from '../../functions/core/http/schemi.ts';
import { publishCampioni } from '../../functions/locale/campioni.ts';
import { expectForma } from './forma.ts';
import { type Prova, startProva } from './prova.ts';

let prova: Prova;
beforeAll(async () => {
  prova = await startProva();
  await publishCampioni(prova.deposito, join(import.meta.dirname, '../../data'), prova.dipendenze.now);
});
afterAll(() => prova.stop());

async function read(query: string): Promise<OsservazioneDto[]> {
  const esito = await prova.call(`GET /ambiti/casarano/indicatori?${query}`);
  expectForma('osservazioni', esito);
  return (esito.json as OsservazioniDto).osservazioni;
}

/** Piano Sociale di Zona 2022-2024 di Casarano: spesa storica (par. 1.4), fasce d'età, cofinanziamento minimo 2022, rendiconto 2018-2021. */
describe('figures of the plan', () => {
  test.each<[string, string, Partial<OsservazioneDto>]>([
    [
      'money is a decimal string',
      'id=spesa-storica-media&comune=075016',
      { valore: '478483.04', unita: '€/anno', periodo: '2018-2020' },
    ],
    [
      'a count is a number',
      'id=popolazione-fascia&comune=ambito&fascia=65%2B&rilevazione=anagrafe&periodo=2021',
      { valore: 16911, comune: null },
    ],
    [
      'a ratio is not rounded',
      'id=indice-vecchiaia&comune=ambito&periodo=2021&rilevazione=anagrafe',
      { valore: (16911 / 8486) * 100 },
    ],
    ['a negative amount', 'id=scarto-spesa-storica&comune=ambito&periodo=2022', { valore: '-277348.57' }],
  ])('%s', async (_titolo, query, atteso) => {
    const osservazioni = await read(query);
    expect(osservazioni).toHaveLength(1);
    expect(osservazioni[0]).toMatchObject(atteso);
  });

  test('a missing value is null with its reason, and a value never has a reason', async () => {
    const osservazioni = await read('');
    const mancanti = osservazioni.filter(({ valore }) => valore === null);
    expect(mancanti.length).toBeGreaterThan(0);
    expect(osservazioni.length).toBeGreaterThan(mancanti.length);
    expect(osservazioni.filter(({ valore, assenza }) => (valore === null) !== (assenza !== undefined))).toEqual([]);
  });

  test('a figure that was computed from a doubted cell carries the finding', async () => {
    const segnate = (await read('')).filter(({ segnalazioni }) => segnalazioni.length > 0);
    expect(segnate.length).toBeGreaterThan(0);
    expect(segnate.every(({ origine }) => origine.length > 0)).toBe(true);
  });

  test.each([
    ['a cent that rounding explains', 'id=cofinanziamento-versato&comune=075021&periodo=2019', 'nota'],
    ['two counts of the residents', 'id=popolazione&comune=075059&periodo=2021&rilevazione=anagrafe', 'avviso'],
    ['nothing', 'id=popolazione&comune=075016&periodo=2021&rilevazione=anagrafe', undefined],
  ])('how grave what a figure carries is: %s', async (_titolo, query, gravita) => {
    const osservazioni = await read(query);
    expect(osservazioni).not.toEqual([]);
    expect(new Set(osservazioni.map((una) => una.gravita))).toEqual(new Set([gravita]));
  });
});

describe('filters', () => {
  test('a comma list is either, filters are all; what is absent is all', async () => {
    const tutte = await read('');
    const dueIndicatori = await read('id=densita,famiglie');
    expect(new Set(dueIndicatori.map(({ indicatore }) => indicatore))).toEqual(new Set(['densita', 'famiglie']));
    const unComune = await read('id=densita,famiglie&comune=075016,ambito');
    expect(unComune).toEqual(dueIndicatori.filter(({ comune }) => comune === '075016' || comune === null));
    expect(unComune.length).toBeGreaterThan(0);
    expect(tutte.length).toBeGreaterThan(dueIndicatori.length);
  });

  test.each<[string, string]>([
    ['a period that nobody speaks of', 'periodo=1999'],
    ['a dimension that the indicator does not have', 'id=densita&natura=minimo'],
    ['a value that no observation has', 'rilevazione=censimento'],
  ])('%s is 200 and empty', async (_titolo, query) => {
    expect(await read(query)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['an unknown indicator', 'id=densita,felicita', '«id»: «felicita» non c’è nel catalogo degli indicatori.'],
    ['a comune of another ambito', 'comune=075035', '«comune»: «075035» non c’è tra i comuni dell’ambito.'],
    ['a comune by name', 'comune=Casarano', '«comune»: «Casarano» non c’è tra i comuni dell’ambito.'],
    [
      'a cursor of nobody',
      'cursore=xyz',
      '«cursore» non va bene: serve quello di una risposta precedente, copiato per intero.',
    ],
    [
      'a cursor of another edizione',
      `edizione=1&cursore=${Buffer.from('2.5').toString('base64url')}`,
      '«cursore» viene dall’edizione 2, non dalla 1.',
    ],
  ])('%s is 400', async (_titolo, query, dettaglio) => {
    const esito = await prova.call(`GET /ambiti/casarano/indicatori?${query}`);
    expect([esito.stato, (esito.json as { detail: string }).detail]).toEqual([400, dettaglio]);
    expectForma('osservazioni', esito);
  });

  test('pages follow one another to the end, without gaps nor repetitions', async () => {
    const tutte = await read('id=popolazione,densita');
    const raccolte: OsservazioneDto[] = [];
    let cursore: string | null = '';
    while (cursore !== null) {
      const segno = cursore === '' ? '' : `&cursore=${cursore}`;
      const { json } = await prova.call(`GET /ambiti/casarano/indicatori?id=popolazione,densita&limite=17${segno}`);
      const pagina = json as OsservazioniDto;
      expect(pagina.osservazioni.length).toBeLessThanOrEqual(17);
      raccolte.push(...pagina.osservazioni);
      cursore = pagina.cursore;
    }
    expect(raccolte).toEqual(tutte);
  });
});

describe('the CSV', () => {
  test.each([
    ['?id=densita', 'casarano-densita-edizione-1.csv'],
    ['?id=densita,popolazione', 'casarano-indicatori-edizione-1.csv'],
  ])('%s is called %s', async (query, nome) => {
    const { headers } = await prova.call(`GET /ambiti/casarano/indicatori.csv${query}`);
    expect(headers['content-disposition']).toBe(`attachment; filename="${nome}"`);
  });

  test('says the same figures, with the decimal comma', async () => {
    const { testo, headers } = await prova.call('GET /ambiti/casarano/indicatori.csv');
    expect(headers['content-disposition']).toBe('attachment; filename="casarano-indicatori-edizione-1.csv"');
    const { data } = Papa.parse<Record<string, string>>(testo.replace(/^\uFEFF/, '').trim(), {
      header: true,
      delimiter: ';',
      newline: '\r\n',
    });
    const dallaApi = (await read('')).map(({ indicatore, comune, periodo, valore, assenza }) => [
      indicatore,
      comune ?? 'ambito',
      periodo,
      valore === null ? '' : String(valore).replace('.', ','),
      assenza ?? '',
    ]);
    expect(data.map((riga) => [riga.indicatore, riga.comune, riga.periodo, riga.valore, riga.assenza])).toEqual(
      dallaApi,
    );
    for (const cella of data.flatMap((riga) => Object.values(riga))) expect(cella).not.toMatch(/^([=+@\t\r]|-(?!\d))/);
  });
});

describe('the walk back', () => {
  test('leads from the figure to the cell as written, and to the file as received', async () => {
    const esito = await prova.call('GET /ambiti/casarano/indicatori/spesa-storica-media/spiegazione?comune=075016');
    expectForma('spiegazione', esito);
    const { osservazione, ingressi, fonti } = esito.json as SpiegazioneDto;
    expect(osservazione.valore).toBe('478483.04');
    expect(ingressi).toMatchObject([
      {
        ...{ valore: '1435449.13', scritto: '€ 1.435.449,13', tipo: 'spesa-storica', riga: 3, colonna: 3 },
        documento: expect.stringContaining('Piano Sociale di Zona 2022-2024'),
        atto: expect.stringContaining('adozione del Piano Sociale di Zona 2022/2024'),
      },
    ]);
    const [fonte] = fonti;
    expect(fonte?.fonte.documento).toContain('Piano Sociale di Zona 2022-2024');
    const originale = await prova.call(`GET ${fonte?.originale}`);
    expect(originale.stato).toBe(200);
    expect(originale.testo).toContain('€ 1.435.449,13');
  });

  test('every figure that has a value can be walked back', async () => {
    const conValore = (await read('')).filter(({ valore }) => valore !== null);
    for (const { indicatore, comune, periodo, dimensioni, valore } of conValore.filter((_, i) => i % 23 === 0)) {
      const query = new URLSearchParams({ comune: comune ?? 'ambito', periodo, ...dimensioni });
      const esito = await prova.call(`GET /ambiti/casarano/indicatori/${indicatore}/spiegazione?${query}`);
      const spiegazione = esito.json as SpiegazioneDto;
      expect(spiegazione.osservazione.valore).toBe(valore);
      expect(spiegazione.ingressi.length).toBeGreaterThan(0);
      expect(spiegazione.ingressi.filter(({ documento }) => !documento)).toEqual([]);
      expect(new Set(spiegazione.fonti.map(({ tipo, parte }) => `${tipo} ${parte}`))).toEqual(
        new Set(spiegazione.ingressi.map(({ tipo, parte }) => `${tipo} ${parte}`)),
      );
    }
  });

  /** Piano Sociale di Zona 2022-2024 di Casarano, schede di dettaglio: amounts of 2022. */
  test.each([
    ['all interventi', 'comune=ambito&periodo=2022', '5330425.61', {}],
    ['one intervento, not its fonti', 'comune=ambito&periodo=2022&intervento=B.4', '218878.00', { intervento: 'B.4' }],
    [
      'one fonte of it',
      'comune=ambito&periodo=2022&intervento=B.4&fonte=QFP',
      '40000.00',
      { intervento: 'B.4', fonte: 'QFP' },
    ],
  ])('a whole is explained beside its breakdowns: %s', async (...[, query, valore, dimensioni]) => {
    const esito = await prova.call(`GET /ambiti/casarano/indicatori/programmato/spiegazione?${query}`);
    expect(esito.json).toMatchObject({ osservazione: { valore, dimensioni } });
  });

  test.each<[string, string, string]>([
    [
      'many',
      'popolazione/spiegazione?comune=075016&periodo=2021',
      'Rispondono 2 osservazioni, e se ne può spiegare una alla volta: per sceglierla serve precisare «rilevazione».',
    ],
    [
      'a whole beside its breakdowns, short of its own coordinates',
      'programmato/spiegazione?periodo=2022&intervento=B.4',
      'Rispondono 4 osservazioni, e se ne può spiegare una alla volta: per sceglierla serve precisare «fonte».',
    ],
    ['none', 'popolazione/spiegazione?comune=075016&periodo=1999', 'Nessuna osservazione risponde a questi filtri.'],
  ])('of %s is 400', async (_titolo, percorso, dettaglio) => {
    const esito = await prova.call(`GET /ambiti/casarano/indicatori/${percorso}`);
    expect([esito.stato, (esito.json as { detail: string }).detail]).toEqual([400, dettaglio]);
  });
});
