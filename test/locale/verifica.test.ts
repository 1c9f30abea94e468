import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { caricamento } from '../../functions/core/http/schemi.ts';
import type { Pacchetto } from '../../functions/locale/pacchetti.ts';
import type { Resoconto } from '../../functions/locale/resoconto.ts';
import { readRichiesta, UsoError } from '../../functions/locale/richiesta-verifica.ts';
import { writeXlsxDaCsv } from '../core/tabelle/lettura/xlsx-da-csv.ts';
import { RADICE } from '../sorgenti.ts';

/** Piano Sociale di Zona 2022-2024 di Casarano, par. 1.4, tabella della spesa storica. */
const SPESA = join(RADICE, 'data/casarano/2018-2020/spesa-storica.csv');
const spesa = readFileSync(SPESA, 'utf8');
const COME = ['--tipo', 'spesa-storica', '--ambito', 'casarano', '--parte', '2018-2020', '--periodo', '2018-2020'];

interface Esito {
  readonly stato: number | null;
  readonly detto: string;
  readonly errori: string;
}

interface Opzioni {
  /** What comes through the pipe. */
  readonly ingresso?: string | Uint8Array;
  /** Ends the reading of the report after its first piece, as `head` does. */
  readonly conTesta?: boolean;
}

/** As `npm run verifica` does, in a process of its own. */
function verify(argomenti: readonly string[], { ingresso, conTesta = false }: Opzioni = {}): Promise<Esito> {
  const processo = spawn(process.execPath, ['--import', 'tsx', 'functions/locale/verifica.ts', ...argomenti], {
    cwd: RADICE,
  });
  let [detto, errori] = ['', ''];
  processo.stdout.setEncoding('utf8').on('data', (pezzo: string) => {
    detto += pezzo;
    if (conTesta) processo.stdout.destroy();
  });
  processo.stderr.setEncoding('utf8').on('data', (pezzo: string) => (errori += pezzo));
  processo.stdin.end(ingresso);
  return new Promise((then) => processo.once('close', (stato) => then({ stato, detto, errori })));
}

let cartella: string;
beforeAll(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'verifica-'));
});
afterAll(() => rm(cartella, { recursive: true }));

async function write(nome: string, contenuto: string | Uint8Array): Promise<string> {
  const file = join(cartella, nome);
  await writeFile(file, contenuto);
  return file;
}

const schema = z.extend(
  z.pick(caricamento, {
    tipo: true,
    parte: true,
    contesto: true,
    fonte: true,
    sha256: true,
    interpretazione: true,
    righe: true,
    problemi: true,
    problemiTotali: true,
    segnalazioni: true,
    differenze: true,
    indicatori: true,
    indicatoriTotali: true,
    pubblicabile: true,
  }),
  { ambito: z.string(), file: z.string() },
);

async function verifyJson(...argomenti: Parameters<typeof verify>): Promise<{ stato: number | null; json: Resoconto }> {
  const { stato, detto } = await verify([...argomenti[0], '--json'], argomenti[1]);
  return { stato, json: z.strictObject(schema.shape).parse(JSON.parse(detto)) };
}

describe('npm run verifica', () => {
  test('tells a published table fit to be published, and that nothing changes: 0', async () => {
    const { stato, detto, errori } = await verify([SPESA, ...COME]);
    expect([stato, errori]).toEqual([0, '']);
    expect(detto).toContain('Letto come: UTF-8, punto e virgola (;)');
    expect(detto).toMatch(/colonna 3 «[^»]+»: Spesa complessiva/);
    expect(detto).toContain('0 dati aggiunti, 0 modificati, 0 tolti; 0 valori degli indicatori cambiano.');
    expect(detto).toMatch(/\nSi può pubblicare\.\n$/);
  });

  test('reads with corrections, tells them, and writes the copy to be corrected, never over a file that is there', async () => {
    const file = await write('strana.csv', spesa.replace('COMUNE DI', 'Ente').replace('295.109,83', '295.l09,83'));
    const copia = join(cartella, 'copia.csv');
    const come = [file, ...COME, '--correzioni', 'colonna 2=comune', '--copia', copia];
    const { stato, detto } = await verify(come);
    expect([stato, detto]).toEqual([
      1,
      expect.stringContaining('con la correzione: La colonna 2 si legge come «Comune».'),
    ]);
    expect(readFileSync(copia, 'utf8')).toMatch(/^Collepasso;2018-2020;"€ 295\.l09,83";"98369,94";"«€ 295/m);
    const ancora = await verify(come);
    expect([ancora.stato, ancora.errori]).toEqual([2, expect.stringContaining('c’è già un file con questo nome')]);
  });

  test('tells every problem with its place: 1', async () => {
    const rotta = spesa.replace('€ 1.435.449,13', '########').replace('TAURISANO', 'TAURISSANO');
    const { stato, detto } = await verify([await write('rotta.csv', rotta), ...COME]);
    expect(stato).toBe(1);
    expect(detto).toMatch(
      /\n2 problemi:\n {2}riga \d+, colonna 3: «########»: .+\n {2}riga \d+, colonna 2: «TAURISSANO»/,
    );
    expect(detto).toContain('Non si può pubblicare');
  });

  test('reads a pipe, and answers a program with the words of an upload', async () => {
    const altra = spesa.replace('€ 1.435.449,13', '€ 1.435.450,13');
    const { stato, json } = await verifyJson(['-', ...COME], { ingresso: altra });
    expect(stato).toBe(0);
    expect(json).toMatchObject({ tipo: 'spesa-storica', parte: '2018-2020', righe: 7, pubblicabile: true });
    expect(json.differenze).toMatchObject({ aggiunte: 0, modificate: 1, tolte: 0 });
    expect(json.indicatori).toContainEqual(
      expect.objectContaining({ indicatore: 'spesa-storica-media', comune: '075016', prima: '478483.04' }),
    );
    expect(json.segnalazioni.map(({ codice }) => codice)).toContain('somma-colonna');
  });

  test('compares with the other parti: a file that another one states whole is a problem, told once', async () => {
    const { stato, json } = await verifyJson([SPESA, ...COME.with(5, 'altra')]);
    expect([stato, json.problemiTotali, json.problemi[0]?.regola]).toEqual([1, 1, 'chiave-in-due-parti']);
  });

  test('reads the sheet that is asked for', async () => {
    const file = await write('spesa.xlsx', writeXlsxDaCsv(spesa, { foglio: 'Spesa' }));
    const { stato, json } = await verifyJson([file, ...COME, '--foglio', 'spesa']);
    expect([stato, json.interpretazione.foglio, json.righe]).toEqual([0, 'Spesa', 7]);
    const assente = await verifyJson([file, ...COME, '--foglio', 'Altro']);
    expect([assente.stato, assente.json.problemi[0]?.regola]).toEqual([1, 'foglio-sconosciuto']);
  });

  test('does not mind a reader who leaves', async () => {
    const { stato, errori } = await verify([SPESA, ...COME], { conTesta: true });
    expect([stato, errori]).toEqual([0, '']);
  });

  test.each<[caso: string, argomenti: string[], messaggio: RegExp]>([
    ['no file of that name', ['/non-c-è.csv', ...COME], /^«\/non-c-è\.csv» non si può leggere: il file non c’è\./],
    ['a folder', [RADICE, ...COME], /è una cartella/],
    ['an ambito that is not there', [SPESA, ...COME.with(3, 'napoli')], /«napoli» non c’è.*casarano, fasano, lecce/],
  ])('says how to write it, where it is not written well: %s: 2', async (_caso, argomenti, messaggio) => {
    const { stato, detto, errori } = await verify(argomenti);
    expect([stato, detto]).toEqual([2, '']);
    expect(errori).toMatch(messaggio);
    expect(errori).toContain('Uso: npm run verifica');
  });
});

const PACCHETTO: Pacchetto = {
  nome: 'casarano',
  radice: '',
  ambito: {
    id: 'casarano',
    nome: 'Casarano',
    capofila: '075016',
    formaGiuridica: 'convenzione',
    comuni: [{ codiceIstat: '075016', nome: 'Casarano' }],
    cicli: [],
  },
  risorse: [],
};

describe('the words of the command', () => {
  const MINIMO = ['--tipo', 'famiglie', '--ambito', 'casarano'];
  test('what is not given is absent, and the parte is the whole', () => {
    const richiesta = readRichiesta(['dati/f.csv', ...MINIMO, '--anno=2022', '--json'], [PACCHETTO]);
    expect(richiesta).toMatchObject({
      file: 'dati/f.csv',
      json: true,
      parametri: { tipo: 'famiglie', contesto: { parte: 'intera', anno: 2022 }, nomeFile: 'f.csv' },
    });
    expect(Object.keys(richiesta?.parametri.contesto ?? {})).toEqual(['parte', 'anno']);
  });

  test.each([['--aiuto'], ['--help'], ['-h']])('%s asks for help', (opzione) => {
    expect(readRichiesta([opzione], [PACCHETTO])).toBeNull();
  });

  test.each<[caso: string, argomenti: string[], messaggio: string]>([
    ['nothing', [], 'Manca il file da verificare.'],
    ['two files', ['a.csv', 'b.csv', ...MINIMO], 'Si verifica un file per volta: «b.csv» è di troppo.'],
    ['no ambito', ['a.csv', '--tipo', 'famiglie'], 'Manca «--ambito»: serve uno di: casarano.'],
    ['no tipo', ['a.csv', '--ambito', 'casarano'], 'Manca «--tipo»'],
    ['an unknown tipo', ['a.csv', ...MINIMO.with(1, 'bilancio')], '«--tipo» non va bene'],
    ['an unknown option', ['a.csv', ...MINIMO, '--forza'], '«--forza» non è un’opzione.'],
    ['a name that every object has', ['a.csv', ...MINIMO, '--constructor=x'], '«--constructor» non è un’opzione.'],
    ['an option twice', ['a.csv', ...MINIMO, '--tipo', 'fondi'], '«--tipo» è indicata più volte.'],
    ['no value at the end', ['a.csv', ...MINIMO, '--anno'], '«--anno» vuole un valore.'],
    ['an option for a value', ['a.csv', ...MINIMO, '--anno', '--json'], '«--anno» vuole un valore.'],
    ['a value for a switch', ['a.csv', ...MINIMO, '--json=si'], '«--json» non vuole un valore.'],
    ['a year that is none', ['a.csv', ...MINIMO, '--anno', 'duemila'], '«--anno» non va bene'],
    ['a comune of elsewhere', ['a.csv', ...MINIMO, '--comune', '058091'], '«058091» non è il codice ISTAT'],
  ])('%s is told', (_caso, argomenti, messaggio) => {
    expect(() => readRichiesta(argomenti, [PACCHETTO])).toThrow(UsoError);
    expect(() => readRichiesta(argomenti, [PACCHETTO])).toThrow(messaggio);
  });
});
