import { describe, expect, test } from 'vitest';
import { FONTI, findFonte, placeFonte } from '../../functions/core/fonti.ts';
import {
  findFonteVicina,
  normalizeFonte,
  recognizeFonte,
  resolveFonte,
  SINONIMI,
} from '../../functions/core/fonti-scritte.ts';
import { compareInterventi, isIntervento, parseIntervento } from '../../functions/core/interventi.ts';

describe('fonti', () => {
  test.each([
    ['PDZ', 'PdZ'],
    [' pdz ', 'PdZ'],
    ['Fondi Regionali', 'Regione'],
    ['PAC INFANZIA', 'PAC Infanzia'],
    ['F.G.S.A.', 'FGSA'],
    ['fondo povertà', 'QFP'],
    ['PON', 'PON'],
    ['Programma Operativo Nazionale', 'PON'],
    ['PON INCLUSIOE', 'PON INCLUSIOE'],
    ['Fondazione  Rossi', 'Fondazione Rossi'],
  ])('%s is kept as %s', (scritto, nome) => {
    expect(normalizeFonte(scritto)).toBe(nome);
  });

  test.each([
    ['PON INCLUSIOE', 'PON Inclusione'],
    ['PNNR', 'PNRR'],
    ['PAISS', 'PAIS'],
    ['FNPSS', 'FNPS'],
    ['FNP', null],
    ['XYZ', null],
    ['Fondazione Rossi', null],
    ['FN', null],
  ])('%s is likely %s', (scritto, nome) => {
    expect(recognizeFonte(scritto)).toBeNull();
    expect(findFonteVicina(scritto)?.nome ?? null).toBe(nome);
  });

  test('what stands apart from the budget ordinario is known by its bare name', () => {
    for (const nome of ['PNRR', 'PAC', 'PON', 'PAIS', 'Regione']) {
      expect(resolveFonte(nome)).toMatchObject({ nome, specie: 'altre', gruppo: nome });
    }
  });

  test('an unknown fonte is counted by its own name, outside the budget ordinario', () => {
    expect(resolveFonte('Fondazione Rossi')).toEqual({
      nome: 'Fondazione Rossi',
      specie: 'altre',
      gruppo: 'Fondazione Rossi',
    });
  });

  test('no two fonti share a name, and each is found by its own', () => {
    for (const fonte of FONTI) {
      for (const nome of [fonte.nome, ...(SINONIMI[fonte.nome] ?? [])]) expect(recognizeFonte(nome)).toBe(fonte);
      expect(findFonte(fonte.nome)).toBe(fonte);
      expect(FONTI.some(({ nome, gruppo }) => gruppo === fonte.gruppo && nome.length > 0)).toBe(true);
    }
  });
});

describe('fonti as they are shown', () => {
  test('only what is kept by its own name is one of them', () => {
    expect(placeFonte('PAC Anziani')).toMatchObject({ specie: 'altre', gruppo: 'PAC' });
    expect(placeFonte('fondo povertà')).toEqual({ nome: 'fondo povertà', specie: 'altre', gruppo: 'fondo povertà' });
  });

  test('every other way of writing is of a fonte that there is', () => {
    expect(Object.keys(SINONIMI).filter((nome) => findFonte(nome) === null)).toEqual([]);
  });
});

describe('interventi', () => {
  test.each([
    ['A1', 'A.1'],
    ['a.1', 'A.1'],
    ['A. 1', 'A.1'],
    ['B.04', 'B.4'],
    ['t', 'T'],
    ['A', null],
    ['Altro', null],
    ['', null],
    ['A.123', null],
  ])('%s is read as %s', (scritto, codice) => {
    expect(parseIntervento(scritto)).toBe(codice);
  });

  test.each([
    ['A.3', true],
    ['A.4', false],
    ['F.8', true],
    ['G.1', false],
    ['T', true],
    ['B.0', false],
  ])('%s is numbered: %s', (codice, noto) => {
    expect(isIntervento(codice)).toBe(noto);
  });

  test('in the order of the plan', () => {
    expect(['T', 'B.10', 'A.2', 'B.2', 'A.1'].toSorted(compareInterventi)).toEqual(['A.1', 'A.2', 'B.2', 'B.10', 'T']);
  });
});
