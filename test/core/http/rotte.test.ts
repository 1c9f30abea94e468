import { describe, expect, test } from 'vitest';
import { listParametriPercorso, toPercorsoGateway } from '../../../functions/core/http/percorsi.ts';
import { BASE, findRotta, listErrori, listRotte, ROTTE, type RottaId } from '../../../functions/core/http/rotte.ts';
import { RUOLI } from '../../../functions/core/http/ruoli.ts';
import { SOMMARI } from '../../../functions/core/http/sommari.ts';

describe('the registry of routes', () => {
  test.each(listRotte().map((rotta) => [rotta.id, rotta] as const))(
    '%s says who may enter, what it is and what it answers',
    (_id, rotta) => {
      if (rotta.accesso !== 'pubblico') {
        expect(rotta.accesso.length).toBeGreaterThan(0);
        expect(RUOLI).toEqual(expect.arrayContaining([...rotta.accesso]));
      }
      expect(SOMMARI[rotta.id]).toMatch(/^[A-ZÈ][^\n]*[^.]$/);
      const [prima, ...altre] = rotta.risposte.map(({ stato }) => stato);
      expect(prima).toBeLessThan(300);
      // Beside an answer of its own, a route may send to where the same bytes are: errors are declared apart.
      expect(altre.filter((stato) => stato >= 300 && stato !== 307)).toEqual([]);
    },
  );

  test('the function that everyone reaches cannot be one that writes', () => {
    const miste = listRotte().filter(({ funzione, accesso }) => (funzione === 'ingest') === (accesso === 'pubblico'));
    expect(miste.map(({ id }) => id)).toEqual([]);
  });

  test('two routes never share method and path, also where API Gateway sees whole segments alone', () => {
    const chiavi = listRotte().map(({ metodo, percorso }) => `${metodo} ${percorso}`);
    expect(new Set(chiavi).size).toBe(chiavi.length);
    const perGateway = new Map<string, string>();
    for (const { metodo, percorso, funzione, accesso } of listRotte()) {
      const chiave = `${metodo} ${toPercorsoGateway(percorso)}`;
      const porta = `${funzione} ${accesso}`;
      expect(perGateway.get(chiave) ?? porta).toBe(porta);
      perGateway.set(chiave, porta);
    }
  });

  test('a parameter of a path is called the same on every route with that prefix', () => {
    const percorsi = new Set(listRotte().map(({ percorso }) => percorso));
    const forme = new Set([...percorsi].map((percorso) => percorso.replace(/\{[^}]+\}/g, '{}')));
    expect(forme.size).toBe(percorsi.size);
  });

  test.each<[string, RottaId, Record<string, string>]>([
    ['GET /salute', 'salute', {}],
    ['HEAD /salute', 'salute', {}],
    ['GET /ambiti/casarano', 'ambito', { ambito: 'casarano' }],
    ['PUT /ambiti/casarano', 'registra-ambito', { ambito: 'casarano' }],
    ['GET /ambiti/casarano/indicatori.csv', 'osservazioni-csv', { ambito: 'casarano' }],
    ['GET /ambiti/casarano/tabelle/spesa-storica', 'tabella', { ambito: 'casarano', tipo: 'spesa-storica' }],
    ['GET /ambiti/casarano/tabelle/spesa-storica.csv', 'tabella-csv', { ambito: 'casarano', tipo: 'spesa-storica' }],
    ['GET /tipi/fondi/schema.json', 'tipo-schema', { tipo: 'fondi' }],
    [
      'GET /ambiti/casarano/tabelle/fondi/versioni/2/parti/fnps.2022/originale',
      'originale',
      { ambito: 'casarano', tipo: 'fondi', versione: '2', parte: 'fnps.2022' },
    ],
    ['GET /ambiti/casarano/tabelle/perci%C3%B2', 'tabella', { ambito: 'casarano', tipo: 'perciò' }],
    ['GET /ambiti/casarano/tabelle/100%25%', 'tabella', { ambito: 'casarano', tipo: '100%25%' }],
  ])('%s', (richiesta, id, parametri) => {
    const [metodo = '', percorso = ''] = richiesta.split(' ');
    const trovata = findRotta(metodo, `${BASE}${percorso}`);
    expect('rotta' in trovata && { id: trovata.rotta.id, parametri: trovata.parametri }).toEqual({ id, parametri });
  });

  test.each<[string, string, string[]]>([
    ['a method that the path does not admit', '/api/v1/salute', ['GET']],
    ['a path of no route', '/api/v1/nulla', []],
    ['a deeper path', '/api/v1/salute/altro', []],
    ['a path without the base', '/salute', []],
    ['two slashes', '/api/v1//ambiti', []],
  ])('%s is no route', (_titolo, percorso, metodi) => {
    expect(findRotta('PATCH', percorso)).toEqual(metodi);
  });

  test('errors follow from what a route declares', () => {
    expect(listErrori(ROTTE.ambiti)).toEqual([400, 500]);
    expect(listErrori(ROTTE.ambito)).toEqual([400, 404, 500]);
    expect(listErrori(ROTTE.pubblica)).toEqual([400, 401, 403, 404, 409, 413, 415, 422, 429, 500]);
    expect(listErrori(ROTTE['registra-ambito'])).toEqual([400, 401, 403, 413, 415, 429, 500]);
  });

  test('names between braces', () => {
    expect(listParametriPercorso('/a/{b}/{c}.csv')).toEqual(['b', 'c']);
    expect(toPercorsoGateway('/a/{b}/{c}.csv')).toBe('/a/{b}/{c}');
  });
});
