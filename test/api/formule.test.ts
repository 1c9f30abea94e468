/** Nothing that somebody wrote into a table runs in the spreadsheet or the diary of whoever downloads it. */
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TIPI_ID } from '../../functions/core/tabelle/tipo.ts';
import { isFormula, listFormule } from '../formule.ts';
import { listEventiIcs, parseIcs, readTesto } from '../ics.ts';
import { AMBITO_CASARANO, COMUNI_CASARANO, type Prova, publish, startProva } from './prova.ts';

const QUANTE = 1_000;
const formule = listFormule().slice(0, QUANTE);
/** What remains of a text without the guard and what a reader of tables may tidy: spaces, characters without a shape. */
const toNocciolo = (testo: string): string => testo.replace(/[\s\p{Cf}']/gu, '');
const scritte = new Set(formule.map(toNocciolo));

let prova: Prova;
beforeAll(async () => {
  prova = await startProva();
  await prova.call('PUT /ambiti/casarano', {
    gruppi: ['amministratore'],
    corpo: { ...AMBITO_CASARANO, nome: '=1+1', formaGiuridica: '@SUM(A1)' },
  });
  await publish(prova, 'tipo=calendario&documento=%3D1%2B1&ciclo=2026-2028&parte=eventi', writeCalendario());
  await publish(prova, 'tipo=servizi&documento=%2B1&ciclo=2022-2024&parte=servizi', writeServizi());
  await publish(prova, 'tipo=migrazioni&documento=-1&anno=2021&parte=saldi', writeMigrazioni());
});
afterAll(() => prova.stop());

function toCsv(righe: readonly (readonly string[])[]): string {
  return righe.map((celle) => `${celle.map((cella) => `"${cella.replaceAll('"', '""')}"`).join(';')}\r\n`).join('');
}

/** Each formula in two columns; a number of its own keeps the events apart. */
function writeCalendario(): string {
  const righe = formule.map((formula, i) => ['incontro', formula, '22/06/2026', formula, `Incontro ${i}`, formula]);
  return toCsv([['tipo_evento', 'fase', 'data', 'luogo', 'titolo', 'atto'], ...righe]);
}

function writeServizi(): string {
  const righe = formule.map((formula, i) => [`A.${(i % 9) + 1}`, 'LEPS', `${formula} ${i}`, formula]);
  return toCsv([['intervento', 'livello', 'voce', 'utenza_testo'], ...righe]);
}

function writeMigrazioni(): string {
  const righe = COMUNI_CASARANO.map(([, nome], i) => [nome, String(100 + i), String(60 + i), '-40']);
  return toCsv([['comune', 'emigrazioni', 'immigrazioni', 'saldo'], ...righe]);
}

async function readCsv(percorso: string): Promise<string[][]> {
  const { stato, testo } = await prova.call(`GET ${percorso}`);
  expect(stato).toBe(200);
  const { data, errors } = Papa.parse<string[]>(testo.replace(/^\uFEFF/, ''), { delimiter: ';', newline: '\r\n' });
  expect(errors).toEqual([]);
  expect(data.pop()).toEqual(['']);
  return data;
}

const isNumero = (cella: string): boolean => /^-?\d+(,\d+)?$/.test(cella);

describe(`${QUANTE} formulas of a grammar`, () => {
  test.each<[string, number]>([
    ['/ambiti/casarano/tabelle/calendario.csv', 3 * QUANTE],
    ['/ambiti/casarano/tabelle/servizi.csv', 2 * QUANTE],
    ['/ambiti/casarano/tabelle/migrazioni.csv', 0],
    ['/ambiti/casarano/indicatori.csv', 0],
    ...TIPI_ID.map((tipo) => [`/tipi/${tipo}/modello.csv`, 0] as [string, number]),
  ])('%s: no cell of text begins one, no cell becomes two', async (percorso, attese) => {
    const [intestazione = [], ...righe] = await readCsv(percorso);
    expect(righe.length).toBeGreaterThan(0);
    expect(righe.filter((celle) => celle.length !== intestazione.length)).toEqual([]);
    expect(righe.flat().filter((cella) => !isNumero(cella) && isFormula(cella))).toEqual([]);
    // They are there, or nothing was tried.
    const ritrovate = righe.flat().filter((cella) => scritte.has(toNocciolo(cella.replace(/ \d+$/, ''))));
    expect(ritrovate.length).toBeGreaterThanOrEqual(attese);
  });

  test('a diary takes them as text: no event more, no line that is not of the calendar', async () => {
    const { testo } = await prova.call('GET /ambiti/casarano/calendario.ics');
    const eventi = listEventiIcs(parseIcs(testo));
    expect(eventi).toHaveLength(QUANTE);
    const righe = testo.replaceAll('\r\n ', '').split('\r\n');
    expect(righe.filter((riga) => riga !== '' && !/^[A-Z-]+[;:]/.test(riga))).toEqual([]);
    const ritrovati = eventi.filter((evento) => scritte.has(toNocciolo(readTesto(evento, 'LOCATION') ?? '')));
    expect(ritrovati).toHaveLength(QUANTE);
  });
});

test('negative figures stay numbers', async () => {
  const [intestazione = [], ...saldi] = await readCsv('/ambiti/casarano/tabelle/migrazioni.csv');
  expect(saldi.map((celle) => celle[intestazione.indexOf('saldo')])).toEqual(COMUNI_CASARANO.map(() => '-40'));
  const [nomi = [], ...valori] = await readCsv('/ambiti/casarano/indicatori.csv?id=saldo-migratorio');
  expect(valori.map((celle) => celle[nomi.indexOf('valore')]).toSorted()).toEqual([
    '-280',
    ...COMUNI_CASARANO.map(() => '-40'),
  ]);
});
