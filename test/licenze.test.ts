import { expect, test } from 'vitest';
import { listFile, readTesto } from './sorgenti.ts';

interface Voce {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly integrity?: string;
  /** Comes inside the archive of the package above it, whose hash covers it. */
  readonly inBundle?: boolean;
}

const { packages } = JSON.parse(readTesto('package-lock.json')) as { packages: Readonly<Record<string, Voce>> };
/** Declared in the older form that npm does not carry into the lockfile; read in the package itself. */
const DICHIARATE_ALTROVE: Readonly<Record<string, string>> = { 'node_modules/dom-walk': 'MIT' };
const dipendenze = Object.entries(packages).filter(([percorso]) => percorso !== '');
const { dependencies, devDependencies } = JSON.parse(readTesto('package.json')) as Record<
  string,
  Record<string, string>
>;

/** Licences under which code may be distributed together with a work under the EUPL 1.2. */
const AMMESSE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);
/** Tools that are run and never distributed may also be under these. */
const AMMESSE_TRA_GLI_STRUMENTI = new Set([...AMMESSE, 'MPL-2.0', 'CC-BY-4.0']);

test('every dependency is under a licence that the project may live with', () => {
  const dubbie = dipendenze
    .map(([percorso, voce]) => [percorso, { ...voce, license: voce.license ?? DICHIARATE_ALTROVE[percorso] }] as const)
    .filter(([, { license, dev }]) => !isAmmessa(license, dev ? AMMESSE_TRA_GLI_STRUMENTI : AMMESSE))
    .map(([percorso, { license }]) => `${percorso}: ${license ?? 'non dichiarata'}`);
  expect(dubbie).toEqual([]);
});

test('every dependency of what is distributed is used', () => {
  const testi = listFile('functions')
    .concat(listFile('web'))
    .filter((percorso) => /\.(m?tsx?|mjs|scss)$/.test(percorso))
    .map(readTesto);
  const usata = (nome: string): boolean =>
    testi.some((testo) => testo.includes(`'${nome}`) || testo.includes(`"${nome}`));
  expect(Object.keys(dependencies ?? {}).filter((nome) => !usata(nome))).toEqual([]);
});

test('every version is exact, in package.json too', () => {
  const imprecise = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, versione]) => !/^\d+\.\d+\.\d+$/.test(versione),
  );
  expect(imprecise).toEqual([]);
});

test('the lockfile carries a hash for every package and the address of none', () => {
  expect(
    dipendenze
      .filter(([, voce]) => (voce.integrity === undefined && !voce.inBundle) || voce.resolved !== undefined)
      .map(([percorso]) => percorso),
  ).toEqual([]);
});

/** @param license SPDX expression, as packages state it: `(MIT OR CC0-1.0)`, `Apache-2.0 AND MIT` */
function isAmmessa(license: string | undefined, ammesse: ReadonlySet<string>): boolean {
  if (license === undefined) return false;
  const alternative = license.replace(/[()]/g, '').split(' OR ');
  return alternative.some((insieme) => insieme.split(' AND ').every((nome) => ammesse.has(nome.trim())));
}
