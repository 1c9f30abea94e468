import { describe, expect, test } from 'vitest';
import {
  countOf,
  describeDimensione,
  describePeriodo,
  joinNomi,
  shortNome,
  withArticolo,
} from '../../../web/src/serie/parole.ts';

const PERIODI: [string, string, string][] = [
  ['2021', 'popolazione', 'al 31 dicembre 2021'],
  ['2021', 'densita', 'al 31 dicembre 2021'],
  ['2021', 'indice-vecchiaia', 'al 31 dicembre 2021'],
  ['2021', 'famiglie', 'al 31 dicembre 2021'],
  ['2021', 'saldo-migratorio', 'nel 2021'],
  ['2022', 'cofinanziamento-minimo', 'nel 2022'],
  ['2018-2021', 'variazione-popolazione', 'dal 2018 al 2021'],
  ['2018-2020', 'spesa-storica-media', 'nel triennio 2018-2020'],
  ['2018-2021', 'residuo', 'nel quadriennio 2018-2021'],
  ['2018-2024', 'residuo', 'nel 2018-2024'],
];

const NUMERI: [number, [string, string], string][] = [
  [0, ['comune', 'comuni'], 'zero comuni'],
  [1, ['comune', 'comuni'], 'un comune'],
  [1, ['tabella', 'tabelle'], 'una tabella'],
  [7, ['comune', 'comuni'], 'sette comuni'],
  [12, ['comune', 'comuni'], 'dodici comuni'],
  [13, ['comune', 'comuni'], '13 comuni'],
];

const ELENCHI: [string[], string][] = [
  [[], ''],
  [['Casarano'], 'Casarano'],
  [['Casarano', 'Matino'], 'Casarano e Matino'],
  [['B.1', 'E.3'], 'B.1 ed E.3'],
  [['Casarano', 'Matino', 'Parabita'], 'Casarano, Matino e Parabita'],
  [['Casarano', 'Matino', 'Parabita', 'Ruffano'], 'Casarano, Matino e altri 2'],
];

const NOMI: [string, string][] = [
  ['Ambito Territoriale Sociale di Casarano', 'Casarano'],
  ['Ambito territoriale sociale Lecce', 'Lecce'],
  ['Ambito Sociale – Fasano', 'Fasano'],
  ['Casarano', 'Casarano'],
];

describe('words that sentences are made of', () => {
  test.each(PERIODI)('%s of %s: %s', (periodo, indicatore, detto) => {
    expect(describePeriodo(periodo, indicatore).replaceAll('\u00a0', ' ')).toBe(detto);
  });
  test.each(NUMERI)('%i of %j', (n, [singolare, plurale], detto) => {
    expect(countOf(n, singolare, plurale)).toBe(detto);
  });
  test.each(ELENCHI)('%j', (nomi, detto) => {
    expect(joinNomi(nomi)).toBe(detto);
  });
  test.each(NOMI)('%s', (nome, breve) => {
    expect(shortNome(nome)).toBe(breve);
  });
  test.each([
    ['fascia', '65+', '65 anni e più'],
    ['fascia', '0-3', '0-3 anni'],
    ['rilevazione', 'anagrafe', 'anagrafe dei comuni'],
    ['fonte', 'FNPS', 'FNPS'],
  ] as const)('%s %s', (dimensione, valore, detto) => {
    expect(describeDimensione(dimensione, valore)).toBe(detto);
  });
});

test.each([
  ['95,00 %', 'il 95,00 %'],
  ['8 %', 'l’8 %'],
  ['80,5 %', 'l’80,5 %'],
  ['11 %', 'l’11 %'],
  ['11,5 %', 'l’11,5 %'],
  ['110 %', 'il 110 %'],
  ['0,4 %', 'lo 0,4 %'],
  ['18 %', 'il 18 %'],
])('the article of %s', (numero, detto) => expect(withArticolo(numero)).toBe(detto));
