/** How the pages of a publication take the place of those before: whole, never back, and kept for who is still reading. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApi } from '../../functions/api/handler.ts';
import { INSIEME_COMUNE, toCartella, toPuntatore } from '../../functions/core/http/istantanee.ts';
import type { FileServito } from '../../functions/locale/file-servito.ts';
import { openPagineServite, type PagineServite } from '../../functions/locale/pagine-servite.ts';
import type { DepositoPagine, Registro } from '../../functions/sito/deposito-pagine.ts';
import type { Modello } from '../../functions/sito/impaginatore.ts';
import { publishPagine, publishTutte, type Tipografia } from '../../functions/sito/pubblica-pagine.ts';
import { type Prova, registerCasarano, startProva } from '../api/prova.ts';

const GUSCIO =
  '<html><head><script type="module" crossorigin src="/assets/a.js"></script><link rel="stylesheet" crossorigin href="/assets/a.css"></head><body><div id="radice"></div></body></html>';

/** Pages that say which edizione they read: enough to tell one publication from another. */
function createModello(versione = 'uno'): Modello {
  return {
    guscio: {
      html: GUSCIO,
      stile: [{ testo: `/* ${versione} */` }],
      foglio: 'assets/tutti.css',
      codice: { 'pagina.tsx': ['assets/b.js', 'assets/c.js'] },
    },
    createImpaginatore: ({ fetch, onLettura }) => {
      const lette = new Map<string, Promise<string>>();
      const read = (indirizzo: string): Promise<string> => {
        const percorso = indirizzo.startsWith('/casarano') ? '/ambiti/casarano' : '/ambiti';
        onLettura(percorso);
        const letta = lette.get(percorso) ?? fetch(`/api/v1${percorso}`).then((risposta) => risposta.text());
        lette.set(percorso, letta);
        return letta;
      };
      return {
        renderPagina: async (indirizzo) => ({
          stato: 200,
          testa: '<title>Prova</title>',
          corpo: `<h1>${versione} ${indirizzo}</h1><p>${(await read(indirizzo)).replaceAll(/[<>&]/g, '')}</p>`,
          codice: ['pagina.tsx'],
        }),
        readPagina: async (indirizzo) => void (await read(indirizzo)),
      };
    },
  };
}

let prova: Prova;
let cartella: string;
let pagine: PagineServite;
beforeAll(async () => {
  prova = await startProva();
  await registerCasarano(prova);
});
afterAll(() => prova.stop());
beforeEach(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'pagine-'));
  pagine = await openPagineServite(cartella);
  return () => rm(cartella, { recursive: true, force: true, maxRetries: 20 });
});

const ADESSO = new Date('2026-06-22T08:00:00Z');

function createTipografia(altro: Partial<Tipografia> = {}): Tipografia {
  const { deposito } = prova;
  return { api: createApi(prova.dipendenze), deposito, pagine, modello: createModello(), now: () => ADESSO, ...altro };
}

const readTesto = (file: FileServito | undefined): string => file?.byte.toString('utf8') ?? '';
const readPagina = (percorso: string): string => readTesto(pagine.find(percorso));

/** What a reader meets: the pages of the set, each with the data that it names, all of one publication. */
function readInsieme(): { versione: string | undefined; impronte: string[] } {
  const registro = JSON.parse(readTesto(pagine.find(toPuntatore('casarano'))) || 'null') as Registro | null;
  if (!registro) return { versione: undefined, impronte: [] };
  const testi = registro.pagine.map((percorso) => [percorso, readPagina(percorso)] as const);
  for (const [percorso, testo] of testi) {
    expect(readTesto(pagine.find(`${toCartella('casarano', registro.impronta)}${percorso}.json`))).toContain('letture');
    expect(testo).toContain(`data-impronta="${registro.impronta}"`);
  }
  const versioni = new Set(testi.map(([, testo]) => /<h1>(\w+) /.exec(testo)?.[1]));
  expect(versioni.size).toBe(1);
  return { versione: [...versioni][0], impronte: [registro.impronta] };
}

test('done again, it leaves the same bytes under the same name', async () => {
  await publishTutte(createTipografia());
  const prima = readInsieme();
  const byte = readPagina('/casarano/confronto');
  const altra = await mkdtemp(join(tmpdir(), 'pagine-'));
  const altrove = await openPagineServite(altra);
  await publishTutte(createTipografia({ pagine: altrove, now: () => new Date('2027-01-01T00:00:00Z') }));
  expect(readTesto(altrove.find('/casarano/confronto'))).toBe(byte);
  expect((await altrove.readRegistro('casarano'))?.impronta).toBe(prima.impronte[0]);
  await rm(altra, { recursive: true });
});

test('a page stands at an address that names its own edizione, and at none that names another', async () => {
  await publishTutte(createTipografia());
  const { numero } = (await pagine.readRegistro('casarano')) ?? {};
  const find = (percorso: string, edizione: string) => pagine.find(percorso, edizione) !== undefined;
  expect(find('/casarano', `${numero}`)).toBe(true);
  for (const altra of [`${Number(numero) + 1}`, `0${numero}`, 'x', ''])
    expect([altra, find('/casarano', altra)]).toEqual([altra, false]);
  expect([find('/metodo', `${numero}`), find(toPuntatore('casarano'), 'x')]).toEqual([false, true]);
});

test('every permalink of the set is there, and those of none', async () => {
  expect(await publishTutte(createTipografia())).toEqual(new Map());
  const comuni = ['075016', '075021', '075042', '075059', '075064', '075081', '075084'];
  const sezioni = ['confronto', 'spesa', 'cofinanziamento', 'leps', 'servizi', 'relazione', 'qualita', 'percorso'];
  for (const percorso of [
    '/casarano',
    ...sezioni.map((sezione) => `/casarano/${sezione}`),
    ...comuni.map((codice) => `/casarano/comuni/${codice}`),
    ...['/', '/metodo', '/metodo/indicatori/densita', '/dati', '/accessibilita', '/privacy'],
  ]) {
    expect([percorso, readPagina(percorso).includes('<h1>')]).toEqual([percorso, true]);
  }
  for (const assente of ['/casarano/comuni/075035', '/lecce', '/area-riservata', '/casarano.html', '/inizio']) {
    expect([assente, pagine.find(assente)]).toEqual([assente, undefined]);
  }
});

test('what is read first comes first: styles in the page, no script before the content, no stylesheet to wait for', async () => {
  await publishPagine(createTipografia(), 'casarano');
  const pagina = readPagina('/casarano');
  expect(pagina.indexOf('<style>/* uno */</style>')).toBeGreaterThan(0);
  expect(pagina.indexOf('<script')).toBeGreaterThan(pagina.indexOf('<h1>'));
  expect(pagina).not.toContain('rel="stylesheet"');
  expect(pagina.match(/<script(?![^>]* src=)/g)).toBeNull();
});

describe('a crash at any write', () => {
  class MorteError extends Error {
    override readonly name = 'MorteError';
  }

  /** Dies at the n-th call to where the pages are kept, before or after it is done. */
  function interrupt(chiamata: number, quando: 'prima' | 'dopo'): { pagine: DepositoPagine; fatte: () => number } {
    let fatte = 0;
    const step =
      <A extends readonly unknown[], T>(run: (...argomenti: A) => Promise<T>) =>
      async (...argomenti: A): Promise<T> => {
        const mia = ++fatte;
        if (mia >= chiamata && quando === 'prima') throw new MorteError();
        if (mia > chiamata) throw new MorteError();
        const esito = await run(...argomenti);
        if (mia >= chiamata) throw new MorteError();
        return esito;
      };
    return {
      pagine: {
        readRegistro: pagine.readRegistro,
        putFile: step(pagine.putFile),
        publish: step(pagine.publish),
        removeCartella: step(pagine.removeCartella),
      },
      fatte: () => fatte,
    };
  }

  test.each(['prima', 'dopo'] as const)(
    '%s: the old pages or the new ones, and the next run ends it',
    async (quando) => {
      const conta = interrupt(Number.POSITIVE_INFINITY, quando);
      await publishPagine(createTipografia({ pagine: conta.pagine }), 'casarano');
      const scritture = conta.fatte();
      expect(scritture).toBeGreaterThan(30);
      for (let chiamata = 1; chiamata <= scritture; chiamata++) {
        const mortali = interrupt(chiamata, quando).pagine;
        const tipografia = createTipografia({ pagine: mortali, modello: createModello(`due${chiamata}`) });
        await expect(publishPagine(tipografia, 'casarano')).rejects.toThrow(MorteError);
        const attesa = quando === 'dopo' && chiamata === scritture ? `due${chiamata}` : 'uno';
        expect([chiamata, readInsieme().versione]).toEqual([chiamata, attesa]);
        // The process starts again on what is on the disk.
        pagine = await openPagineServite(cartella);
        expect([chiamata, readInsieme().versione]).toEqual([chiamata, attesa]);
      }
      await publishPagine(createTipografia({ modello: createModello(`due${scritture}`) }), 'casarano');
      expect(readInsieme().versione).toBe(`due${scritture}`);
    },
  );
});

test('pages that a hand has spoilt are not served, and are prepared again', async () => {
  await publishPagine(createTipografia(), 'casarano');
  const { impronte } = readInsieme();
  await rm(join(cartella, toCartella('casarano', impronte[0] ?? ''), 'casarano/leps.html'));
  pagine = await openPagineServite(cartella);
  expect(pagine.find('/casarano')).toBeUndefined();
  await publishPagine(createTipografia({ software: 'lo stesso' }), 'casarano');
  expect(readInsieme().versione).toBe('uno');
});

test('a later publication is never replaced by an earlier one', async () => {
  await publishPagine(createTipografia(), 'casarano');
  const registro = await pagine.readRegistro('casarano');
  if (!registro) throw new Error('not published');
  expect(await pagine.publish('casarano', { ...registro, numero: registro.numero + 1 })).toBe(true);
  expect(await pagine.publish('casarano', registro)).toBe(false);
  expect((await pagine.readRegistro('casarano'))?.numero).toBe(registro.numero + 1);
});

test('a page that cannot be prepared leaves the pages that are there, and the other sets are published', async () => {
  await publishTutte(createTipografia());
  const modello = createModello('due');
  const guasti = await publishTutte(
    createTipografia({
      modello: {
        ...modello,
        createImpaginatore: (opzioni) => ({
          ...modello.createImpaginatore(opzioni),
          renderPagina: async (indirizzo) => ({
            stato: indirizzo === '/casarano/leps' ? 500 : 200,
            testa: '',
            corpo: '<h1>due </h1>',
            codice: [],
          }),
        }),
      },
    }),
  );
  expect([...guasti.keys()]).toEqual(['casarano']);
  expect(readInsieme().versione).toBe('uno');
  expect(readPagina('/metodo')).toContain('<h1>due');
});

test('the folder of who is still reading stays for a day after it was replaced', async () => {
  await publishPagine(createTipografia(), 'casarano');
  const [prima = ''] = readInsieme().impronte;
  const publishAt = (modello: Modello, ora: string) =>
    publishPagine(createTipografia({ modello, now: () => new Date(ora) }), 'casarano');
  await publishAt(createModello('due'), '2026-07-01T08:00:00Z');
  const vecchia = `${toCartella('casarano', prima)}/casarano.json`;
  expect(readTesto(pagine.find(vecchia))).toContain('letture');
  await publishAt(createModello('tre'), '2026-07-02T07:59:00Z');
  expect(readTesto(pagine.find(vecchia))).toContain('letture');
  await publishAt(createModello('quattro'), '2026-07-02T08:01:00Z');
  expect(pagine.find(vecchia)).toBeUndefined();
  expect(await readdir(join(cartella, 'edizioni/casarano'))).not.toContain(prima);
  expect(readInsieme().versione).toBe('quattro');
});

test('with the same data and the same software nothing is prepared again', async () => {
  await publishPagine(createTipografia({ software: 'uno' }), 'casarano');
  let preparate = 0;
  const modello = createModello();
  const conta: Modello = {
    ...modello,
    createImpaginatore: (opzioni) => {
      preparate++;
      return modello.createImpaginatore(opzioni);
    },
  };
  await publishPagine(createTipografia({ software: 'uno', modello: conta }), 'casarano');
  expect(preparate).toBe(0);
  await publishPagine(createTipografia({ software: 'due', modello: conta }), 'casarano');
  await publishPagine(createTipografia({ software: 'due', modello: conta }), INSIEME_COMUNE);
  expect(preparate).toBe(2);
});
