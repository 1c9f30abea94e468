import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publishCampioni } from '../../functions/locale/campioni.ts';
import { listEdizioni, readEdizione } from '../../functions/store/edizioni.ts';
import { type Prova, publish, startProva } from '../api/prova.ts';

const DATI = join(import.meta.dirname, '../../data');
const SPESA = 'casarano/2018-2020/spesa-storica.csv';
const POCHI = ['2018-2020/spesa-storica.csv', '2021/popolazione.csv'];
const QUERY = 'tipo=spesa-storica&documento=Rettifica&parte=2018-2020&periodo=2018-2020';

let prova: Prova;
/** Casarano alone, so that a test may change its files. */
let dati: string;
beforeEach(async () => {
  prova = await startProva();
  dati = await mkdtemp(join(tmpdir(), 'campioni-'));
  await cp(join(DATI, 'casarano'), join(dati, 'casarano'), { recursive: true });
});
afterEach(async () => {
  await prova.stop();
  await rm(dati, { recursive: true, force: true });
});

/** What a start does with each file is the same for a few as for many: the tests that start twice keep two. */
async function keepPochi(): Promise<void> {
  const pacchetto = join(dati, 'casarano/datapackage.json');
  const descritto = JSON.parse(await readFile(pacchetto, 'utf8')) as { resources: { path: string }[] };
  const resources = descritto.resources.filter(({ path }) => POCHI.includes(path));
  await writeFile(pacchetto, JSON.stringify({ ...descritto, resources }));
}

const run = (): Promise<string[]> => publishCampioni(prova.deposito, dati, prova.dipendenze.now);
const spesa = (): Promise<string> => readFile(join(dati, SPESA), 'utf8');

describe('the sample ambiti', () => {
  test('are published whole, in one edizione, with the sources that the package states', async () => {
    expect(await run()).toEqual([]);
    const edizioni = await listEdizioni(prova.deposito, 'casarano');
    expect(edizioni.map(({ numero }) => numero)).toEqual([1]);
    const [parte] = edizioni[0]?.versioni['spesa-storica']?.parti ?? [];
    expect(parte?.sha256).toBe(
      createHash('sha256')
        .update(await spesa())
        .digest('hex'),
    );
    expect(parte?.fonte).toMatchObject({ editore: 'Ambito Territoriale Sociale di Casarano', data: '2023-06-01' });
    expect(parte?.nomeFile).toBe('spesa-storica.csv');
  });

  test('are not published again at the next start', async () => {
    await keepPochi();
    await run();
    await run();
    expect(await listEdizioni(prova.deposito, 'casarano')).toHaveLength(1);
  });

  test('come back with a file that changed, and with that one alone', async () => {
    await keepPochi();
    await run();
    await writeFile(join(dati, SPESA), (await spesa()).replace('€ 1.435.449,13', '€ 1.435.449,14'));
    await run();
    const edizione = await readEdizione(prova.deposito, 'casarano');
    const versioni = Object.entries(edizione?.versioni ?? {}).filter(([, { versione }]) => versione > 1);
    expect([edizione?.numero, versioni.map(([tipo]) => tipo)]).toEqual([2, ['spesa-storica']]);
  });

  test('never take the place of what a person published since', async () => {
    await keepPochi();
    await run();
    await publish(prova, QUERY, (await spesa()).replace('€ 1.435.449,13', '€ 1.435.449,15'));
    await run();
    const edizione = await readEdizione(prova.deposito, 'casarano');
    expect([edizione?.numero, edizione?.versioni['spesa-storica']?.parti[0]?.fonte.documento]).toEqual([
      2,
      'Rettifica',
    ]);
  });

  test('that cannot be read are told, and do not hold up the others', async () => {
    await keepPochi();
    await writeFile(join(dati, SPESA), (await spesa()).replace('€ 1.435.449,13', '########'));
    const avvisi = await run();
    expect(avvisi).toEqual([
      expect.stringMatching(/^casarano\/2018-2020\/spesa-storica\.csv: non si può pubblicare \(1 motivo\)\. riga 3/),
    ]);
    const edizione = await readEdizione(prova.deposito, 'casarano');
    expect(edizione?.versioni['spesa-storica']).toBeUndefined();
    expect(edizione?.versioni.popolazione?.versione).toBe(1);
  });

  test('are the folders with a package: another folder is left alone', async () => {
    await keepPochi();
    await mkdir(join(dati, 'appunti'));
    expect(await run()).toEqual([]);
  });
});
