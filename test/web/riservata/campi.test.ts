import { describe, expect, test } from 'vitest';
import { CONTESTO_CARICAMENTO, readParametri } from '../../../functions/core/http/parametri.ts';
import { MASSIMO_FILE_BYTE } from '../../../functions/core/http/rotte.ts';
import { getTipo, TIPI } from '../../../functions/core/tabelle/index.ts';
import { CAMPI_FONTE, findErrori, listCampiContesto, toParametri, toValori } from '../../../web/src/riservata/campi.ts';
import { CASARANO } from '../osservazioni.ts';
import { toTipoDto } from './tipi.ts';

const AMBITO = { ...CASARANO, edizione: 3, pubblicataIl: null, versioni: {} };

describe('the fields of an upload', () => {
  test.each(Object.values(TIPI).map((tipo) => [tipo.id, tipo] as const))(
    '%s: one for each column that the upload may give, by a name that the API knows',
    (_id, tipo) => {
      const nomi = listCampiContesto(toTipoDto(tipo), AMBITO).map(({ nome }) => nome);
      expect(nomi.length).toBe(tipo.daContesto.length);
      expect(Object.keys(CONTESTO_CARICAMENTO)).toEqual(expect.arrayContaining(nomi));
    },
  );

  test('are choices where the answers are known', () => {
    const campi = listCampiContesto(toTipoDto(getTipo('popolazione')), AMBITO);
    expect(campi.map(({ nome, genere, scelte }) => [nome, genere, scelte?.length])).toEqual([
      ['comune', 'scelta', 8],
      ['anno', 'testo', undefined],
      ['rilevazione', 'scelta', 2],
    ]);
  });

  test('what they hold is what the API takes', () => {
    const tipo = toTipoDto(getTipo('spesa-storica'));
    const valori = {
      comune: '',
      periodo: ' 2018-2020 ',
      documento: 'Piano',
      data: '2023-06-01',
      url: 'https://esempio.it/piano.pdf',
      anno: '2021',
    };
    const parametri = toParametri({ tipo, parte: ' 2018-2020 ', valori }, AMBITO);
    expect(parametri).toEqual({
      tipo: 'spesa-storica',
      parte: '2018-2020',
      periodo: '2018-2020',
      documento: 'Piano',
      data: '2023-06-01',
      url: 'https://esempio.it/piano.pdf',
    });
    expect(readParametri(CONTESTO_CARICAMENTO, new URLSearchParams(parametri)).errori).toEqual([]);
  });

  test('a form starts from what its draft was brought with', () => {
    expect(toValori({ contesto: { parte: 'x', anno: 2022 }, fonte: { documento: 'R' } })).toEqual({
      anno: '2022',
      documento: 'R',
    });
  });
});

describe('before anything is sent', () => {
  const campi = [...listCampiContesto(toTipoDto(getTipo('spesa-storica')), AMBITO), ...CAMPI_FONTE];
  const file = new Blob(['a;b']);
  const buono = { campi, valori: { documento: 'Piano' }, parte: 'intera', file };
  test.each<[string, Partial<Parameters<typeof findErrori>[0]>, string[]]>([
    ['all is there', {}, []],
    ['no file', { file: null }, ['file']],
    ['an empty file', { file: new Blob([]) }, ['file']],
    ['a file that is no table', { file: new File(['%PDF'], 'Relazione.PDF') }, ['file']],
    ['a table by another name', { file: new File(['a;b'], 'famiglie.dat') }, []],
    ['a file too large', { file: new Blob([new Uint8Array(MASSIMO_FILE_BYTE + 1)]) }, ['file']],
    ['no document', { valori: {} }, ['documento']],
    ['a name with a space', { parte: 'fnps 2022' }, ['parte']],
    ['no name', { parte: '' }, ['parte']],
    ['a triennio in words', { valori: { documento: 'P', periodo: 'triennio' } }, ['periodo']],
    ['an address without https', { valori: { documento: 'P', url: 'www.esempio.it' } }, ['url']],
  ])('%s', (_titolo, modifiche, nomi) => {
    expect(Object.keys(findErrori({ ...buono, ...modifiche }, MASSIMO_FILE_BYTE))).toEqual(nomi);
  });
});
