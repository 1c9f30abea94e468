import { describe, expect, it } from 'vitest';
import { getTipo, TIPI } from '../../../functions/core/tabelle/index.ts';
import { listLayout } from '../../../functions/core/tabelle/lettura/layout-anni.ts';
import { readTabella } from '../../../functions/core/tabelle/lettura/leggi-file.ts';
import { writeModello } from '../../../functions/core/tabelle/modello.ts';
import { toTableSchema } from '../../../functions/core/tabelle/schema.ts';
import { TIPI_ID } from '../../../functions/core/tabelle/tipo.ts';
import { AMBITO } from './lettura/prove.ts';

const tipi = Object.values(TIPI);

describe.each(tipi)('$id', (tipo) => {
  it('is found by its id', () => {
    expect(getTipo(tipo.id)).toBe(tipo);
  });

  it('names its key among its columns, and gives with the upload only columns it has', () => {
    const colonne = tipo.colonne.map(({ id }) => id);
    expect(colonne).toEqual(expect.arrayContaining([...tipo.chiave, ...tipo.daContesto]));
    expect(new Set(colonne).size).toBe(colonne.length);
  });

  it('has a template that its own reader takes', () => {
    const byte = new TextEncoder().encode(writeModello(tipo));
    const comune = tipo.chiave.includes('comune') ? { comune: 'Casarano' } : {};
    const lettura = readTabella({ byte, tipo, ambito: AMBITO, contesto: { parte: 'intera', ...comune } });
    expect(lettura.problemi).toEqual([]);
    expect(lettura.righe.length).toBe(1);
    expect(Object.keys(lettura.righe[0]?.valori ?? {})).toEqual(tipo.colonne.map(({ id }) => id));
  });

  it('has a template that a spreadsheet cuts at semicolons alone, without codes whose zero it would take away', () => {
    const nudo = writeModello(tipo).replace(/"(?:[^"]|"")*"/g, '');
    expect(nudo).not.toMatch(/[,\t]|;0\d/);
    expect(nudo.split('\r\n')[1]).not.toMatch(/^0\d/);
  });

  it('reads the example of each of its layouts', () => {
    for (const layout of listLayout(tipo)) {
      const byte = new TextEncoder().encode(layout.esempio);
      const contesto = {
        parte: 'intera',
        anno: 2021,
        periodo: '2021',
        rilevazione: layout.id === 'istat-posas' ? 'istat' : 'anagrafe',
        giorno: '2021-12-31',
        ciclo: '2022-2024',
        intervento: 'A.1',
      };
      const ambito = { ...AMBITO, comuni: AMBITO.comuni.slice(0, 1) };
      const settePerTerritorio =
        tipo.id === 'territorio'
          ? { ...ambito, comuni: Array.from({ length: 7 }, (_, n) => ({ codiceIstat: `07501${n}`, nome: `C${n}` })) }
          : ambito;
      const lettura = readTabella({ byte, tipo, ambito: settePerTerritorio, contesto });
      expect(lettura.problemi, layout.id).toEqual([]);
      expect(lettura.interpretazione.layout).toBe(layout.titolo);
      expect(lettura.righe.length, layout.id).toBeGreaterThan(0);
    }
  });

  it('has a Table Schema with every column', () => {
    const schema = toTableSchema(tipo);
    expect(schema.fields.map(({ name }) => name)).toEqual(tipo.colonne.map(({ id }) => id));
    expect(schema.primaryKey).toEqual(tipo.chiave);
  });
});

it('every id has its type', () => {
  expect(tipi.map(({ id }) => id).sort()).toEqual([...TIPI_ID].sort());
});

it('a Table Schema says how Italian numbers are written', () => {
  expect(toTableSchema(TIPI.cofinanziamento).fields.find(({ name }) => name === 'importo')).toMatchObject({
    type: 'number',
    decimalChar: ',',
    groupChar: '.',
    bareNumber: false,
    constraints: { required: false, minimum: 0 },
  });
  expect(toTableSchema(TIPI.migrazioni).fields.find(({ name }) => name === 'saldo')?.constraints).toEqual({
    required: false,
  });
});

it('a template opens in Excel as it is', () => {
  expect(writeModello(TIPI.migrazioni)).toBe(
    '\ufeffcomune;anno;emigrazioni;immigrazioni;saldo\r\nCasarano;2021;350;310;-40\r\n',
  );
});
