import { cp, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';

const RADICE = join(import.meta.dirname, '..');

/** Where the SDK looks for credentials on other machines, after the environment: a function finds its own there. */
const ALTRE_CREDENZIALI = ['ini', 'process', 'sso', 'web-identity', 'http', 'login'].map(
  (nome) => `@aws-sdk/credential-provider-${nome}`,
);

/** The client of the table, which its own pages of answers want to recognise; the errors that become an answer. */
const UNICI = [/@aws-sdk\/lib-dynamodb\//, /^functions\/store\/errori\.ts$/, /^functions\/http\/rifiuto\.ts$/];

/** The SDK is inside the package: the version that was tested, not the runtime's, and a faster start. */
const OPZIONI = {
  absWorkingDir: RADICE,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  // As its authors minify it, smaller than what esbuild makes of its sources.
  alias: { papaparse: 'papaparse/papaparse.min.js' },
  external: [...ALTRE_CREDENZIALI, '@smithy/credential-provider-imds'],
  minify: true,
  charset: 'utf8',
  legalComments: 'linked',
  sourcemap: true,
  sourcesContent: false,
  outExtension: { '.js': '.mjs' },
  // Packages in CommonJS call `require` for Node's own modules, which an ES module does not have.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  logLevel: 'warning',
  metafile: true,
} as const satisfies BuildOptions;

export interface Pacchetto {
  /** What is loaded when the function starts: the handler and all that it imports statically. */
  readonly avvioByte: number;
  /** Packages of which some code is in what is loaded at the start. */
  readonly avvioDipendenze: ReadonlySet<string>;
}

/**
 * Bundles a handler into `index.mjs`. A module of ours that is imported dynamically is bundled apart, with what it needs: sharing
 * files with the handler would put into the start the code that only the rare one uses.
 * @param gestore path of the handler from the root of the project
 * @param cartella where the files go
 * @throws Error where a module is not found or does not parse, or where one that is bundled apart would have a second copy of what must be one
 */
export async function bundleFunzione(gestore: string, cartella: string): Promise<Pacchetto> {
  const rari = new Set<string>();
  const { metafile } = await build({
    ...OPZIONI,
    plugins: [soloVersione, setApart(rari)],
    entryPoints: { index: gestore },
    outdir: cartella,
  });
  for (const raro of rari) {
    const entryPoints = { [nameRaro(raro)]: raro };
    const suo = await build({ ...OPZIONI, plugins: [soloVersione, setApart(rari)], entryPoints, outdir: cartella });
    const doppi = listDoppi(Object.values(suo.metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)));
    if (doppi.length > 0) throw new Error(`${raro}, caricato a parte, avrebbe una copia sua di ${doppi[0]}`);
  }
  const avvio = listAvvio(metafile.outputs);
  const sorgenti = avvio.flatMap(({ inputs }) => Object.keys(inputs));
  const pacchetti = sorgenti.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  return { avvioByte: avvio.reduce((somma, { bytes }) => somma + bytes, 0), avvioDipendenze: new Set(pacchetti) };
}

/**
 * Beside the function that prepares the pages, the part of the site with which it prepares them.
 * @throws Error where the site has not been built
 */
export async function addImpaginatore(cartella: string): Promise<void> {
  const costruito = join(RADICE, 'web', 'dist-server');
  await cp(costruito, join(cartella, 'web'), { recursive: true }).catch((cause: unknown) => {
    throw new Error('il sito non è stato costruito: prima serve npm run build:web', { cause });
  });
}

/** Of the `package.json` of ours and of the SDK only the version is ever read: scripts and dependencies need not be loaded. */
const soloVersione: Plugin = {
  name: 'solo-versione',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
      const { version }: { version: string } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** @param rari takes the modules that are to be bundled apart, as paths from the root of the project */
function setApart(rari: Set<string>): Plugin {
  return {
    name: 'a-parte',
    setup({ onResolve }) {
      onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
        const file = relative(RADICE, resolve(resolveDir, path));
        if (kind !== 'dynamic-import' || !file.startsWith('functions')) return undefined;
        rari.add(file);
        return { path: `./${nameRaro(file)}.mjs`, external: true };
      });
    },
  };
}

/**
 * What is told apart by its class (`instanceof`): of two copies of it, one does not know what the other has made.
 * @param sorgenti what a module that is bundled apart is made of, as paths
 */
export function listDoppi(sorgenti: readonly string[]): string[] {
  return sorgenti.filter((file) => UNICI.some((unico) => unico.test(file)));
}

function nameRaro(file: string): string {
  return basename(file, '.ts');
}

/** The output files that are read before the first request: the handler's and, one after the other, those that they import. */
function listAvvio(outputs: Metafile['outputs']): Metafile['outputs'][string][] {
  const caricati = new Set(Object.keys(outputs).filter((file) => basename(file) === 'index.mjs'));
  for (const file of caricati) {
    const importazioni = outputs[file]?.imports ?? [];
    for (const { path, kind, external } of importazioni)
      if (kind === 'import-statement' && !external) caricati.add(path);
  }
  return [...caricati].flatMap((file) => outputs[file] ?? []);
}
