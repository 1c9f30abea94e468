import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://localhost:${process.env.PORT ?? '3000'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  css: {
    preprocessorOptions: {
      // Bootstrap Italia's partials still speak the older Sass of Bootstrap 5.
      scss: { quietDeps: true, silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'] },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The CSP has no `data:` for fonts and scripts: every asset stays a file.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script in the page.
    modulePreload: { polyfill: false },
    // What many pages share comes as one piece: on the heaviest of them 3 KB gzipped less than as a dozen small ones.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'parti', test: /web\/src|functions\/core/, minShareCount: 7 }] } },
    },
  },
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
});
