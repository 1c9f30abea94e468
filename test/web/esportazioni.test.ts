// @vitest-environment node
/**
 * Every table that goes out of here as CSV, against a thousand formulas in every place that somebody's text can reach. One that is written by
 * other means than these, or not named here, fails.
 */
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { writeCopia } from '../../functions/core/tabelle/copia/copia-file.ts';
import { TIPI } from '../../functions/core/tabelle/index.ts';
import { writeTavolaCsv } from '../../web/src/grafici/consegna.ts';
import type { Voce } from '../../web/src/serie/confronto.ts';
import { writeConfrontiCsv } from '../../web/src/serie/tabella-csv.ts';
import { AMBITO } from '../core/tabelle/lettura/prove.ts';
import { isFormula, listFormule } from '../formule.ts';
import { listFile, readTesto } from '../sorgenti.ts';
import { describeIndicatore } from './osservazioni.ts';

const QUANTE = 1_000;
const FORMULE = listFormule().slice(0, QUANTE);

/** The module that writes it -> the text that is downloaded; those of the API are tried over its routes, in test/api/formule.test.ts. */
const ESPORTAZIONI: Readonly<Record<string, (() => string) | 'test/api/formule.test.ts'>> = {
  'functions/api/osservazioni.ts': 'test/api/formule.test.ts',
  'functions/api/tabelle.ts': 'test/api/formule.test.ts',
  'functions/core/tabelle/copia/copia.ts': copyBozza,
  'web/src/grafici/consegna.ts': writeGrafico,
  'web/src/serie/tabella-csv.ts': writeConfronto,
};

/** A draft whose cells are all wrong: they stand as they were, with the formula in the message beside them. */
function copyBozza(): string {
  const quota = (cella: string) => `"${cella.replaceAll('"', '""')}"`;
  const righe = FORMULE.map((formula, i) => `incontro;${quota(formula)};${quota(formula)};Incontro ${i}`);
  const byte = new TextEncoder().encode(`tipo_evento;fase;data;titolo\n${righe.join('\n')}\n`);
  const copia = writeCopia({
    byte,
    tipo: TIPI.calendario,
    ambito: AMBITO,
    contesto: { parte: 'i', ciclo: '2022-2024' },
  });
  if (typeof copia !== 'string') throw new Error(copia.motivo);
  return copia;
}

function writeGrafico(): string {
  return writeTavolaCsv(
    {
      testa: FORMULE[0] ?? '',
      colonne: FORMULE.slice(0, 3).map((titolo, i) => ({ chiave: `${i}`, titolo, unita: '€' })),
      righe: FORMULE.map((testo, i) => ({
        ...{ chiave: `${i}`, nome: testo, comune: null },
        celle: [
          { testo, valore: null },
          { testo, valore: -i },
          { testo, valore: i },
        ],
      })),
    },
    { fonte: FORMULE[1] ?? '', edizione: 1 },
  );
}

function writeConfronto(): string {
  const voci = FORMULE.map(
    (testo, i): Voce => ({
      ...{ codice: testo, nome: testo, valore: i % 2 ? -i : null, testo, motivo: testo },
      ...{ segnalazioni: [{ codice: testo, gravita: 'avviso' as const }], note: [testo], figure: [] },
    }),
  );
  const [titolo = ''] = FORMULE;
  return writeConfrontiCsv([
    {
      dimensioni: { fonte: titolo },
      confronto: {
        ...{
          indicatore: { ...describeIndicatore('densita'), titolo },
          unita: titolo,
          decimali: 0,
          periodo: titolo,
          voci,
          ambito: null,
        },
        ...{ ambitoComparabile: true, zeroSignificativo: true, soglia: undefined, note: [], origine: [] },
      },
    },
  ]);
}

const isNumero = (cella: string): boolean => /^-?\d+(,\d+)?$/.test(cella);

describe(`${QUANTE} formulas`, () => {
  const casi = Object.entries(ESPORTAZIONI).flatMap(([modulo, write]) =>
    typeof write === 'string' ? [] : [[modulo, write] as const],
  );
  test.each(casi)('%s: no cell of text begins one, no cell becomes two', (_, write) => {
    const { data, errors } = Papa.parse<string[]>(write().replace(/^\uFEFF/, ''), { delimiter: ';', newline: '\r\n' });
    expect(errors).toEqual([]);
    expect(data.pop()).toEqual(['']);
    expect(data.length).toBeGreaterThan(QUANTE);
    expect(data.flat().filter((cella) => !isNumero(cella) && isFormula(cella))).toEqual([]);
    // They are there, or nothing was tried.
    expect(data.flat().filter((cella) => isFormula(cella.replace(/^'/, ''))).length).toBeGreaterThan(QUANTE / 2);
  });
});

describe('no export is left out', () => {
  const sorgenti = listFile()
    .filter((file) => /^(functions|web\/src)\/.*\.tsx?$/.test(file) && file !== 'functions/core/http/csv.ts')
    .map((file) => ({ file, testo: readTesto(file) }));

  test('whoever writes a CSV is tried', () => {
    expect(sorgenti.filter(({ testo }) => /\bwriteCsv\(/.test(testo)).map(({ file }) => file)).toEqual(
      Object.keys(ESPORTAZIONI),
    );
  });

  test('and nothing is given to download as CSV but what they wrote', () => {
    const consegne = sorgenti.filter(({ testo }) => /text\/csv/.test(testo)).map(({ file }) => file);
    expect(consegne).toEqual([
      'functions/core/http/rotte.ts',
      'functions/http/risposta.ts',
      'web/src/grafici/consegna.ts',
      'web/src/pagine/confronto/scarica-csv.ts',
    ]);
    const risposte = sorgenti.filter(({ testo }) => /return csv\(|=> csv\(/.test(testo)).map(({ file }) => file);
    expect(risposte).toEqual([
      'functions/api/cataloghi.ts',
      'functions/api/osservazioni.ts',
      'functions/api/tabelle.ts',
      'functions/ingest/caricamenti.ts',
    ]);
  });
});
