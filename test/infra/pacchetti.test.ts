import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleFunzione, type Pacchetto } from '../../infra/impacchetta.ts';
import { writeXlsxDaCsv } from '../core/tabelle/lettura/xlsx-da-csv.ts';

const KB = 1024;

describe('a function is packed by the esbuild of the project', () => {
  let cartella: string;
  const pacchetti = new Map<string, Pacchetto>();
  beforeAll(async () => {
    cartella = await mkdtemp(join(tmpdir(), 'osservatorio-pacchetti-'));
    for (const nome of ['api', 'ingest', 'pulizia', 'sito']) {
      pacchetti.set(nome, await bundleFunzione(`functions/${nome}/handler.ts`, join(cartella, nome)));
    }
  });
  afterAll(() => rm(cartella, { recursive: true }));

  test.each([
    ['api', 350],
    ['ingest', 530],
    ['pulizia', 330],
  ])('%s loads at most %i KB when it starts', (nome, massimoKb) => {
    expect((pacchetti.get(nome)?.avvioByte ?? Number.NaN) / KB).toBeLessThanOrEqual(massimoKb);
  });

  test.each([
    ['api', ['papaparse', 'saxes', 'fflate', 'react', 'dynalite', '@aws-sdk/client-s3']],
    ['ingest', ['saxes', 'fflate', 'react', 'dynalite', '@aws-sdk/client-s3']],
    ['sito', ['papaparse', 'saxes', 'fflate', 'react', 'dynalite']],
    ['pulizia', ['papaparse', 'saxes', 'fflate', 'react', 'dynalite', '@aws-sdk/client-s3']],
  ])('%s starts without %j', (nome, estranei) => {
    expect(estranei.filter((pacchetto) => pacchetti.get(nome)?.avvioDipendenze.has(pacchetto))).toEqual([]);
  });

  test.each(['api', 'ingest', 'pulizia', 'sito'])('%s loads as it is packed', async (nome) => {
    const modulo: unknown = await import(/* @vite-ignore */ pathToFileURL(join(cartella, nome, 'index.mjs')).href);
    expect(modulo).toHaveProperty('handler', expect.any(Function));
  });

  test('the reader of spreadsheets, packed apart, opens what the handler gives it', async () => {
    const modulo: typeof import('../../functions/core/tabelle/lettura/foglio.ts') = await import(
      /* @vite-ignore */ pathToFileURL(join(cartella, 'ingest', 'foglio.mjs')).href
    );
    const byte = writeXlsxDaCsv('comune;anno\nFasano;2022\n');
    expect(modulo.openFoglio(byte, undefined)).toMatchObject({ righe: [{ celle: ['comune', 'anno'] }, { riga: 2 }] });
    expect(modulo.openFoglio(new Uint8Array([1]), undefined)).toHaveProperty('motivo');
  });
});
