import { describe, expect, test } from 'vitest';
import { containsPeriodo, formatPeriodo, listAnni, parsePeriodo } from '../../functions/core/periodo.ts';

describe('periods', () => {
  test.each([
    ['2021', { da: 2021, a: 2021 }],
    [2021, { da: 2021, a: 2021 }],
    ['2018-2020', { da: 2018, a: 2020 }],
    ['2020-2018', null],
    ['2021/22', null],
    [null, null],
    [undefined, null],
  ])('%s', (testo, atteso) => {
    expect(parsePeriodo(testo)).toEqual(atteso);
  });

  test.each(['2021', '2018-2020'])('%s is written as it is read', (testo) => {
    const periodo = parsePeriodo(testo);
    expect(periodo && formatPeriodo(periodo)).toBe(testo);
  });

  test('a triennio has three years, both ends included', () => {
    expect(listAnni({ da: 2018, a: 2020 })).toEqual([2018, 2019, 2020]);
  });

  test.each([
    [{ da: 2022, a: 2024 }, true],
    [{ da: 2022, a: 2022 }, true],
    [{ da: 2021, a: 2022 }, false],
    [{ da: 2024, a: 2025 }, false],
  ])('2022-2024 contains %o: %s', (stretto, atteso) => {
    expect(containsPeriodo({ da: 2022, a: 2024 }, stretto)).toBe(atteso);
  });
});
