import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const RADICE = join(import.meta.dirname, '../..');

/** What ends up in a function: esbuild follows the imports as it does for the cloud. */
async function listSorgenti(funzione: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: RADICE,
    entryPoints: [`functions/${funzione}/handler.ts`],
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    metafile: true,
    write: false,
    outdir: 'dist',
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
}

const LETTORE = /node_modules\/papaparse\/|functions\/core\/tabelle\/lettura\/leggi\.ts|functions\/ingest\//;

test('the function that reads for the public carries no reader of files', async () => {
  expect((await listSorgenti('api')).filter((sorgente) => LETTORE.test(sorgente))).toEqual([]);
});

test('the function that takes files in carries it, so the rule above can fail', async () => {
  expect((await listSorgenti('ingest')).some((sorgente) => LETTORE.test(sorgente))).toBe(true);
});

test('neither carries the local server', async () => {
  const sorgenti = [...(await listSorgenti('api')), ...(await listSorgenti('ingest'))];
  expect(sorgenti.filter((sorgente) => /functions\/locale\/|node_modules\/(dynalite|jose)\//.test(sorgente))).toEqual(
    [],
  );
});
