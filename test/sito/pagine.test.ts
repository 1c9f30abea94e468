/** The real pages of the sample ambiti, as a publication prepares them: what they say, and that they need nothing else. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameDocumenti } from '../../functions/api/cammino.ts';
import { createApi } from '../../functions/api/handler.ts';
import { INSIEME_COMUNE, type Istantanea, toCanonica, toCartella } from '../../functions/core/http/istantanee.ts';
import type { SpiegazioneDto } from '../../functions/core/http/schemi.ts';
import { publishCampioni } from '../../functions/locale/campioni.ts';
import { openPagineServite, type PagineServite } from '../../functions/locale/pagine-servite.ts';
import { CARTELLA_IMPAGINATORE, ensureSito } from '../../functions/locale/sito.ts';
import type { Registro } from '../../functions/sito/deposito-pagine.ts';
import { hashStile } from '../../functions/sito/documento.ts';
import { listPagineDi, type PaginaDaPreparare } from '../../functions/sito/elenco.ts';
import { listEta } from '../../functions/sito/eta.ts';
import { loadModello, type Modello } from '../../functions/sito/impaginatore.ts';
import { publishTutte } from '../../functions/sito/pubblica-pagine.ts';
import { listAmbiti } from '../../functions/store/ambiti.ts';
import { readEdizione } from '../../functions/store/edizioni.ts';
import { readRisultati } from '../../functions/store/risultati.ts';
import { type Prova, startProva } from '../api/prova.ts';
import { RADICE } from '../sorgenti.ts';

const AVVIO_MS = 120_000;
const INSIEMI = [INSIEME_COMUNE, 'casarano', 'lecce', 'fasano'];

let prova: Prova;
let cartella: string;
let pagine: PagineServite;
let modello: Modello;
beforeAll(async () => {
  await ensureSito();
  prova = await startProva();
  expect(await publishCampioni(prova.deposito, join(RADICE, 'data'), prova.dipendenze.now)).toEqual([]);
  cartella = await mkdtemp(join(tmpdir(), 'pagine-'));
  pagine = await openPagineServite(cartella);
  modello = await loadModello(CARTELLA_IMPAGINATORE);
  const { deposito, dipendenze } = prova;
  const api = createApi(dipendenze);
  expect(await publishTutte({ api, deposito, pagine, modello, now: dipendenze.now })).toEqual(new Map());
}, AVVIO_MS);
afterAll(async () => {
  await prova.stop();
  await rm(cartella, { recursive: true, force: true });
});

async function readRegistro(insieme: string): Promise<Registro> {
  const registro = await pagine.readRegistro(insieme);
  if (!registro) throw new Error(`${insieme} was not published`);
  return registro;
}

async function listPagine(insieme: string): Promise<PaginaDaPreparare[]> {
  const edizione = insieme === INSIEME_COMUNE ? null : await readEdizione(prova.deposito, insieme);
  const risultati = edizione && (await readRisultati(prova.deposito, edizione.risultati));
  return listPagineDi(insieme, await listAmbiti(prova.deposito), listEta(risultati?.osservazioni ?? []));
}

const readFile = (indirizzo: string): string => pagine.find(indirizzo)?.byte.toString('utf8') ?? '';
const policyOf = (percorso: string): string => pagine.find(percorso)?.testata.join(' ') ?? '';
const readIstantanea = (indirizzo: string) => JSON.parse(readFile(indirizzo)) as Istantanea;

describe.each(INSIEMI)('the pages of %s', (insieme) => {
  test('say their title, their question and their answer, with nothing that the policy of the site refuses', async () => {
    const { pagine: percorsi } = await readRegistro(insieme);
    for (const percorso of percorsi) {
      const html = readFile(percorso);
      const [testa = '', corpo = ''] = html.split('</head>');
      const difetti = [
        !/<title>[^<]+ · Osservatorio del Piano di Zona<\/title>/.test(testa) && 'no title',
        !/<meta name="description" content="[^"]{20,}"/.test(testa) && 'no description',
        /<title>|<meta /.test(corpo.replace(/<svg.*?<\/svg>/gs, '')) && 'what belongs to the head stands in the body',
        (html.match(/<style>/g)?.length ?? 0) !== 1 && 'not one style',
        !policyOf(percorso).includes(`style-src 'self' '${hashStile(html)}'`) && 'styles that its policy refuses',
        /\sstyle="/.test(html) && 'a style attribute',
        /<script(?![^>]* src=)/.test(html) && 'an inline script',
        (corpo.match(/<h1/g)?.length ?? 0) !== 1 && 'not one question',
        corpo.includes('0'.repeat(32)) && 'a place that was not filled',
      ].filter((difetto) => difetto !== false);
      expect([percorso, ...difetti]).toEqual([percorso]);
    }
  });

  test('need nothing but what came with them, whatever view is chosen', async () => {
    const { impronta } = await readRegistro(insieme);
    const cartella = toCartella(insieme, impronta);
    for (const { percorso, viste, visteAParte } of await listPagine(insieme)) {
      const nome = percorso === '/' ? '/inizio' : percorso;
      let letture = readIstantanea(`${cartella}${nome}.json`).letture;
      const mancate: string[] = [];
      const impaginatore = modello.createImpaginatore({
        onLettura: () => {},
        fetch: async (indirizzo) => {
          const lettura = toCanonica(String(indirizzo).slice('/api/v1'.length));
          if (letture[lettura] === undefined) mancate.push(lettura);
          return Response.json(letture[lettura] ?? {}, { status: letture[lettura] === undefined ? 503 : 200 });
        },
      });
      const { stato, corpo } = await impaginatore.renderPagina(percorso);
      for (const vista of viste) await impaginatore.readPagina(vista);
      for (const { nome: suo, indirizzi } of visteAParte) {
        const file = readFile(`${cartella}${suo}.json`);
        // Where the page has it all already, there is no file.
        if (file) letture = { ...letture, ...(JSON.parse(file) as Istantanea).letture };
        for (const vista of indirizzi) await impaginatore.readPagina(vista);
      }
      expect([percorso, stato, mancate]).toEqual([percorso, 200, []]);
      expect(readFile(percorso)).toContain(corpo);
    }
  });
});

test('the first chart of a page of figures is in its HTML', async () => {
  for (const percorso of ['', '/confronto', '/spesa', '/cofinanziamento', '/leps', '/relazione', '/comuni/075016']) {
    expect([percorso, readFile(`/casarano${percorso}`)]).toEqual([
      percorso,
      expect.stringMatching(/<svg[^>]*>|class="barre/),
    ]);
  }
});

test('data, pages and edizione number belong together', async () => {
  for (const insieme of ['casarano', 'lecce', 'fasano']) {
    const { numero, impronta, pagine: percorsi } = await readRegistro(insieme);
    for (const percorso of percorsi) {
      expect(readFile(percorso)).toContain(`data-numero="${numero}"`);
      const { letture } = readIstantanea(`${toCartella(insieme, impronta)}${percorso}.json`);
      for (const [lettura, corpo] of Object.entries(letture)) {
        if (!lettura.startsWith(`/ambiti/${insieme}`)) continue;
        const { edizione = numero } = corpo as { edizione?: number };
        expect([percorso, lettura, edizione]).toEqual([percorso, lettura, numero]);
      }
    }
  }
});

test('every figure can be walked back from a file, as the API would answer', async () => {
  const { impronta } = await readRegistro('casarano');
  const osservazioni = (await prova.call('GET /ambiti/casarano/indicatori?limite=5000&id=densita,programmato'))
    .json as {
    osservazioni: SpiegazioneDto['osservazione'][];
  };
  const file = new Map(
    ['densita', 'programmato'].map((id) => [
      id,
      readIstantanea(`${toCartella('casarano', impronta)}/spiegazioni/${id}.json`).letture,
    ]),
  );
  expect(osservazioni.osservazioni.length).toBeGreaterThan(100);
  const percorsi = osservazioni.osservazioni.map(({ indicatore, comune, periodo, dimensioni }) => {
    const filtri = new URLSearchParams({ comune: comune ?? 'ambito', periodo, ...dimensioni });
    return { indicatore, percorso: `/ambiti/casarano/indicatori/${indicatore}/spiegazione?${filtri}` };
  });
  const readLettura = ({ indicatore, percorso }: (typeof percorsi)[number]) =>
    file.get(indicatore)?.[toCanonica(percorso)];
  expect(percorsi.filter((uno) => readLettura(uno) === undefined)).toEqual([]);
  for (const uno of [percorsi[0], percorsi.at(-1)]) {
    if (!uno) throw new Error('no figures');
    // Document and act of each input are in `fonti`: repeated for every cell they would make these files a third larger.
    const preparata = readLettura(uno) as SpiegazioneDto;
    expect(preparata.ingressi[0]).not.toHaveProperty('documento');
    expect(nameDocumenti(preparata)).toEqual((await prova.call(`GET ${uno.percorso}`)).json);
  }
});

test('what the search looks through is found by the index', async () => {
  const { impronta } = await readRegistro('casarano');
  const indice = JSON.parse(readFile(`${toCartella('casarano', impronta)}/indice.json`)) as Record<string, string>;
  for (const lettura of ['/ambiti', '/indicatori', '/ambiti/casarano/tabelle/servizi?limite=5000']) {
    const pagina = indice[toCanonica(lettura)];
    expect(pagina).toBeDefined();
    expect(readIstantanea(`${toCartella('casarano', impronta)}${pagina}.json`).letture).toHaveProperty([lettura]);
  }
});
