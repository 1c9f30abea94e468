import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Manifest, type Plugin } from 'vite';
import { cutStili } from './pezzi-di-stile.ts';

/** Read while the site is built, and not part of it: see `addGuscio`. */
const MANIFESTO = '.vite/manifest.json';

const api = `http://localhost:${process.env.PORT ?? '3000'}`;

/**
 * Beside the code that prepares the pages, what they are made of: the shell and the styles of the browser's part, and for each module
 * that waits until it is asked for the files that it comes in.
 */
function addGuscio(): Plugin {
  const dist = join(import.meta.dirname, 'dist');
  const readDist = (file: string) => readFileSync(join(dist, file), 'utf8');
  return {
    name: 'guscio',
    applyToEnvironment: ({ name }) => name === 'ssr',
    generateBundle() {
      const html = readDist('index.html');
      const stile = readDist(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/.exec(html)?.[1] ?? '');
      const { pezzi, resto } = cutStili(stile);
      const foglio = `assets/stile-${createHash('sha256').update(resto).digest('base64url').slice(0, 8)}.css`;
      writeFileSync(join(dist, foglio), resto);
      const codice = listCodice(JSON.parse(readDist(MANIFESTO)) as Manifest);
      this.emitFile({
        type: 'asset',
        fileName: 'guscio.json',
        source: JSON.stringify({ html, stile: pezzi, foglio, codice }),
      });
    },
  };
}

function listCodice(manifesto: Manifest): Record<string, string[]> {
  const collect = (nome: string, raccolti = new Set<string>()): Set<string> => {
    const pezzo = manifesto[nome];
    if (!pezzo || raccolti.has(pezzo.file)) return raccolti;
    raccolti.add(pezzo.file);
    for (const altro of pezzo.imports ?? []) collect(altro, raccolti);
    return raccolti;
  };
  const gia = collect('index.html');
  const pigri = Object.entries(manifesto).filter(([, { isDynamicEntry }]) => isDynamicEntry);
  return Object.fromEntries(
    pigri.map(([nome]) => [nome.replace(/^src\//, ''), [...collect(nome)].filter((file) => !gia.has(file))]),
  );
}

/** What the shell brings is there before any page: a page does not name it again. The shell is the first that is told of. */
function createDipendenze() {
  const delGuscio = new Set<string>();
  return (_: string, file: string[], { hostType }: { hostType: 'html' | 'js' }): string[] => {
    if (hostType === 'js') return file.filter((uno) => !delGuscio.has(uno));
    for (const uno of file) delGuscio.add(uno);
    return file;
  };
}

/** The router hangs a link of its own on every route. Ours are plain `<a>` everywhere: the code of the others, 1.6 KB gz in each page, is left out. */
function leaveOutLink(): Plugin {
  const suo = /\/@tanstack\/react-router\/dist\/esm\/link\.js$/;
  return {
    name: 'senza-link',
    enforce: 'pre',
    // What the router re-exports must have a name; whoever used it would find nothing there.
    load: (id) =>
      suo.test(id)
        ? ['Link', 'createLink', 'linkOptions', 'useLinkProps'].map((nome) => `export const ${nome} = null;`).join('')
        : null,
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), leaveOutLink(), addGuscio()],
  resolve: {
    // What the router reads its state with: the one that stands on React's own hook, not the one that makes it for a React that has none.
    alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' },
  },
  css: {
    preprocessorOptions: {
      // Bootstrap Italia's partials still speak the older Sass of Bootstrap 5.
      scss: { quietDeps: true, silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'] },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: MANIFESTO,
    target: 'es2022',
    // The CSP has no `data:` for fonts and scripts: every asset stays a file.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script in the page.
    modulePreload: { polyfill: false, resolveDependencies: createDipendenze() },
    // What most pages share comes as one piece: less than a dozen small ones, and no page brings what two or three others need.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'parti', test: /web\/src|functions\/core/, minShareCount: 10 }] },
        // The first piece names all the others: their hash is enough of a name, and every page brings half a kilobyte less.
        chunkFileNames: 'assets/p-[hash].js',
      },
    },
  },
  environments: {
    // One file, with all that it needs: it runs where no packages are installed.
    ssr: {
      resolve: { noExternal: true },
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        ssr: 'src/server.tsx',
        outDir: 'dist-server',
        target: 'node20',
        minify: true,
        rolldownOptions: { output: { codeSplitting: false, entryFileNames: '[name].mjs' } },
      },
    },
  },
  builder: {
    buildApp: async ({ build, environments: { client, ssr } }) => {
      if (client) await build(client);
      if (ssr) await build(ssr);
      rmSync(join(import.meta.dirname, 'dist', dirname(MANIFESTO)), { recursive: true });
    },
  },
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
});
