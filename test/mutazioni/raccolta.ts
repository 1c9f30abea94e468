/**
 * Stands for `vitest` while the code is mutated: it gathers the tests of a file instead of running them, so that thousands of mutants
 * are tried in one process, on the tests that reach them. The runner that comes with Stryker starts the suite anew for each (seven seconds) and, on
 * Vitest 4.1, counts as alive mutants on which no test ran.
 */
import { readFile } from 'node:fs/promises';
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import { expect as expectOfChai, use } from 'chai';

type Passo = (...argomenti: never[]) => unknown;

interface Gruppo {
  readonly nome: string;
  readonly sopra: Gruppo | null;
  readonly prima: Passo[];
  readonly primaDiOgnuna: Passo[];
  readonly dopoOgnuna: Passo[];
  readonly dopo: Passo[];
}

/** A test that can be run any number of times. */
export interface Prova {
  readonly nome: string;
  readonly gruppo: Gruppo;
  readonly passo: Passo;
}

use(JestExtend);
use(JestChaiExpect);
use(JestAsymmetricMatchers);
export const expect = expectOfChai;
use(({ Assertion }, { addMethod }) => {
  addMethod(Assertion.prototype, 'toMatchFileSnapshot', compareAccettato);
});

/** Accepted texts are only compared here, never written. */
async function compareAccettato(this: object, file: string): Promise<void> {
  const testo: unknown = Reflect.get(this, '_obj');
  if (testo !== (await readFile(new URL(file, inCorso), 'utf8'))) throw new Error(`not as accepted in ${file}`);
}

let prove: Prova[] = [];
let aperto = openGruppo('', null);
/** The file of the test that runs. */
let inCorso = '';

function openGruppo(nome: string, sopra: Gruppo | null): Gruppo {
  return { nome, sopra, prima: [], primaDiOgnuna: [], dopoOgnuna: [], dopo: [] };
}

/**
 * @param giro another one reads the file anew, with whatever it computes while it is read
 * @returns the tests of the file, in their order: the same at every round
 */
export async function gatherProve(indirizzo: string, giro: string): Promise<readonly Prova[]> {
  prove = [];
  aperto = openGruppo(indirizzo, null);
  await import(`${indirizzo}?giro=${giro}`);
  return prove;
}

/**
 * Runs tests with what their groups ask before and after them. Whatever fails, what was opened is closed: thousands of rounds follow.
 * @throws what the first that fails throws
 */
export async function runProve(daFare: readonly Prova[]): Promise<void> {
  const aperti: Gruppo[] = [];
  try {
    for (const prova of daFare) await runProva(prova, aperti);
  } finally {
    for (const fai of aperti.toReversed().flatMap(({ dopo }) => dopo)) await fai();
  }
}

/** @param aperti the groups whose `beforeAll` has run already */
async function runProva({ gruppo, passo }: Prova, aperti: Gruppo[]): Promise<void> {
  const gruppi = listGruppi(gruppo);
  inCorso = gruppi[0]?.nome ?? '';
  for (const uno of gruppi.filter((g) => !aperti.includes(g))) {
    aperti.push(uno);
    for (const fai of uno.prima) await fai();
  }
  try {
    for (const fai of gruppi.flatMap(({ primaDiOgnuna }) => primaDiOgnuna)) await fai();
    await passo();
  } finally {
    for (const fai of gruppi.toReversed().flatMap(({ dopoOgnuna }) => dopoOgnuna)) await fai();
  }
}

function listGruppi(gruppo: Gruppo): Gruppo[] {
  return [...(gruppo.sopra ? listGruppi(gruppo.sopra) : []), gruppo];
}

const chooseFunzione = (primo: unknown, secondo: unknown) => (typeof primo === 'function' ? primo : secondo) as Passo;

function addProva(nome: string, primo: unknown, secondo?: unknown): void {
  prove.push({ nome, gruppo: aperto, passo: chooseFunzione(primo, secondo) });
}

function addGruppo(nome: string, fai: () => void): void {
  const sopra = aperto;
  aperto = openGruppo(nome, sopra);
  fai();
  aperto = sopra;
}

/** `each`: a test, or a group, for each case. */
function forEachCaso(add: (nome: string, fai: () => unknown) => void) {
  return (casi: readonly unknown[]) =>
    (nome: string, primo: unknown, secondo?: unknown): void => {
      const fai = chooseFunzione(primo, secondo) as (...valori: unknown[]) => unknown;
      for (const caso of casi) add(nome, () => fai(...(Array.isArray(caso) ? caso : [caso])));
    };
}

export const test = Object.assign(addProva, { each: forEachCaso(addProva) });
export const it = test;
export const describe = Object.assign(addGruppo, { each: forEachCaso(addGruppo) });
export const beforeAll = (fai: Passo): void => void aperto.prima.push(fai);
export const beforeEach = (fai: Passo): void => void aperto.primaDiOgnuna.push(fai);
export const afterEach = (fai: Passo): void => void aperto.dopoOgnuna.push(fai);
export const afterAll = (fai: Passo): void => void aperto.dopo.push(fai);
