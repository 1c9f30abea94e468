import { join } from 'node:path';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';

const RADICE = join(import.meta.dirname, '..');

/** Where the SDK looks for credentials on other machines, in this order, after the environment: a function finds its own there. */
const ALTRE_CREDENZIALI = ['ini', 'process', 'sso', 'web-identity', 'http', 'login'].map(
  (nome) => `@aws-sdk/credential-provider-${nome}`,
);

/**
 * The SDK is inside the package: the version that was tested, not the runtime's, and a faster start. What a handler
 * imports dynamically becomes a file of its own, read only when it is needed.
 */
const OPZIONI = {
  absWorkingDir: RADICE,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  external: [...ALTRE_CREDENZIALI, '@smithy/credential-provider-imds'],
  minify: true,
  charset: 'utf8',
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
 * Bundles a handler into `index.mjs` and the files that it loads.
 * @param gestore path of the handler from the root of the project
 * @param cartella where the files go
 * @throws Error where a module is not found or does not parse
 */
export function bundleFunzione(gestore: string, cartella: string): Pacchetto {
  const { outputs } = buildSync({ ...OPZIONI, entryPoints: { index: gestore }, outdir: cartella }).metafile;
  const avvio = listAvvio(outputs);
  const sorgenti = avvio.flatMap(({ inputs }) => Object.keys(inputs));
  return {
    avvioByte: avvio.reduce((somma, { bytes }) => somma + bytes, 0),
    avvioDipendenze: new Set(
      sorgenti.flatMap((percorso) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(percorso)?.[1] ?? []),
    ),
  };
}

function listAvvio(outputs: Metafile['outputs']): Metafile['outputs'][string][] {
  const caricati = new Set(
    Object.keys(outputs).filter(
      (percorso) => outputs[percorso]?.entryPoint !== undefined && percorso.endsWith('/index.mjs'),
    ),
  );
  for (const percorso of caricati) {
    const statici =
      outputs[percorso]?.imports.filter(({ kind, external }) => kind === 'import-statement' && !external) ?? [];
    for (const { path } of statici) caricati.add(path);
  }
  return [...caricati].flatMap((percorso) => outputs[percorso] ?? []);
}
