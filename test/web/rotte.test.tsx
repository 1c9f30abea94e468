// @vitest-environment node
/** Every page, from its address to its HTML, with real replies and without a window: as a page is prepared on a server. */
import { setMaxListeners } from 'node:events';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { Window } from 'happy-dom';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPagina } from '../../functions/core/http/pagine.ts';
import { INDICATORI } from '../../functions/core/indicatori/index.ts';
import { createApi } from '../../web/src/api/letture.ts';
import { createOsservatorio } from '../../web/src/rotte.tsx';
import { figuraOf, writeFigure } from '../../web/src/serie/figura.ts';
import { readFigure } from '../../web/src/serie/figura-letta.ts';
import { GRAFICI } from '../../web/src/serie/lettura-stato-confronto.ts';
import { countOf } from '../../web/src/serie/parole.ts';
import { groupSegnalazioni } from '../../web/src/serie/segnalazioni.ts';
import { type Risposte, startRisposte } from './risposte.ts';

const AVVIO_MS = 60_000;

// A page reads a dozen resources under one signal: Node would warn of what a browser finds normal.
setMaxListeners(0);

let risposte: Risposte;
beforeAll(async () => {
  risposte = await startRisposte();
}, AVVIO_MS);
afterAll(() => risposte.stop());

/** What one test has seen another may look at again: the data stay as they are. */
const gia = new Map<string, Promise<string>>();

function render(indirizzo: string): Promise<string> {
  const noto = gia.get(indirizzo) ?? renderPagina(indirizzo);
  gia.set(indirizzo, noto);
  return noto;
}

async function renderPagina(indirizzo: string): Promise<string> {
  const api = createApi({ base: '/api/v1', fetch: risposte.fetch });
  const router = createOsservatorio({ api, storia: createMemoryHistory({ initialEntries: [indirizzo] }) });
  await router.load();
  return renderToString(<RouterProvider router={router} />);
}

const ENTITA: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};
const decode = (html: string) => html.replace(/&(?:amp|lt|gt|quot|#x27);/g, (uno) => ENTITA[uno] ?? uno);

/** What a reader reads: without tags, spaces of any kind as one. */
const readTesto = (html: string) =>
  decode(html.replaceAll('<!-- -->', '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

const readTutti = (html: string, espressione: RegExp) =>
  [...html.matchAll(espressione)].map(([, uno = '']) => readTesto(uno));

interface Pagina {
  indirizzo: string;
  domanda: string;
  /** The first sentence of the answer: absent where the page has none. */
  risposta?: string;
}

/** Figures of the Piano Sociale di Zona 2022-2024 di Casarano (par. 1, 1.3, 1.4, 3.1) and of ISTAT for Lecce and Fasano. */
const PAGINE: Pagina[] = [
  {
    indirizzo: '/',
    domanda: 'Di quale ambito vuoi vedere i conti, i servizi e i dati?',
    risposta: 'Un ambito territoriale sociale riunisce più comuni che gestiscono insieme i servizi sociali.',
  },
  {
    indirizzo: '/casarano',
    domanda: 'Com’è l’ambito di Casarano, in breve?',
    risposta: 'Al 31 dicembre 2021 nei sette comuni vivono 70.274 persone, 1.530 in meno rispetto al 2018.',
  },
  {
    indirizzo: '/lecce',
    domanda: 'Com’è l’ambito di Lecce, in breve?',
    risposta:
      'Al 31 dicembre 2021 nei dieci comuni vivono 177.002 persone secondo l’ISTAT, 1.025 in più rispetto al 2018.',
  },
  {
    indirizzo: '/fasano',
    domanda: 'Com’è l’ambito di Fasano, in breve?',
    risposta: 'Al 31 dicembre 2021 nei tre comuni vivono 80.476 persone secondo l’ISTAT, 871 in meno rispetto al 2018.',
  },
  {
    indirizzo: '/casarano/confronto',
    domanda: 'Quanto ha speso di suo il comune per il sociale, ogni anno, per ciascun residente?',
    risposta:
      'Nel triennio 2018-2020 il valore più alto è di Supersano: 41,35 €, 2,4 volte quello di Collepasso (17,16 €).',
  },
  {
    indirizzo: '/lecce/confronto',
    domanda: 'Quante persone vivono qui?',
    risposta:
      'Al 31 dicembre 2021 il valore più alto è di Lecce: 94.783 persone, 28 volte quello di San Pietro in Lama (3.390).',
  },
  {
    indirizzo: '/casarano/confronto?indicatore=cofinanziamento-versato&periodo=2018&vista=tabella',
    domanda: 'Quanto ha versato ogni comune nel fondo comune dell’ambito?',
    risposta: 'Nel 2018 il valore più alto è di Casarano: 98.746,62 €, 3,8 volte quello di Supersano (26.307,45 €).',
  },
  {
    indirizzo: '/casarano/confronto?indicatore=cofinanziamento-minimo&misura=abitante',
    domanda: 'Quanto deve mettere almeno ogni comune nel Piano di Zona?',
    risposta: 'Nel 2022 tutti i comuni hanno lo stesso valore: 12,87 €.',
  },
  {
    indirizzo: '/lecce/confronto?indicatore=famiglie',
    domanda: 'Quante famiglie vivono qui?',
    risposta: 'Per questo ambito il dato non c’è ancora.',
  },
  {
    indirizzo: '/casarano/confronto?indicatore=famiglie&misura=km2',
    domanda: 'Quante famiglie vivono qui?',
    risposta: 'Al 31 dicembre 2021 il valore più alto è di ',
  },
  {
    indirizzo: '/casarano/confronto?grafico=andamento&indicatore=popolazione',
    domanda: 'Residenti: che cosa è cambiato negli anni?',
    risposta: 'Dal 2018 al 2021 il valore cala in tutti i comuni. Cambia di più Matino: da 11.335 a 10.993 (−3,0 %).',
  },
  {
    indirizzo: '/casarano/confronto?grafico=andamento&indicatore=indice-vecchiaia',
    domanda: 'Indice di vecchiaia: che cosa è cambiato negli anni?',
    risposta: 'Il dato c’è in un solo periodo (2021): per un andamento ne servono almeno due.',
  },
  {
    indirizzo: '/casarano/confronto?grafico=profilo&comune=075016',
    domanda: 'Dove sta Casarano rispetto agli altri comuni?',
    risposta: 'Ha il valore più alto per «Densità abitativa» e «Componenti medi per famiglia».',
  },
  {
    indirizzo: '/casarano/confronto?grafico=dispersione',
    domanda: 'Spesa storica media per residente e indice di vecchiaia: vanno insieme?',
    risposta: 'Non si vede un andamento comune: in 9 coppie di comuni su 21',
  },
  {
    indirizzo: '/casarano/confronto?grafico=calore',
    domanda: 'In che cosa i comuni si somigliano, in che cosa no?',
    risposta:
      'Si somigliano di più in «Componenti medi per famiglia», dove il valore più alto è 1,2 volte il più basso; di meno in «Densità abitativa», 4,4 volte. Sette comuni per undici indicatori: in ogni colonna il blu più scuro è del valore più alto',
  },
  {
    indirizzo: '/casarano/confronto?grafico=multipli',
    domanda: 'Chi è più alto in una cosa lo è anche nelle altre?',
    risposta: 'Spesa storica media per residente: Supersano 41,35 €, 2,4 volte Collepasso.',
  },
  {
    indirizzo: '/casarano/confronto?grafico=multipli&per=anni&indicatore=cofinanziamento-versato',
    domanda: 'Cofinanziamento versato: anno per anno, chi sta dove?',
    risposta: 'Dal 2018 al 2021 il valore cresce in tutti i comuni.',
  },
  {
    indirizzo: '/lecce/confronto?grafico=profilo&comune=075083',
    domanda: 'Dove sta Surbo rispetto agli altri comuni?',
    risposta: '',
  },
  {
    indirizzo: '/fasano/confronto?grafico=dispersione',
    domanda: 'Residenti e densità abitativa: vanno insieme?',
    risposta: 'Soltanto tre comuni hanno tutti e due i dati: troppo pochi per dire se vanno insieme.',
  },
  {
    indirizzo: '/casarano/cofinanziamento',
    domanda: 'Quanto mette ogni comune nel Piano di Zona?',
    risposta:
      'Nel 2022 i sette comuni devono mettere insieme almeno 904.397 €, da 54.412 € di Supersano a 251.622 € di Casarano.',
  },
  {
    indirizzo: '/casarano/cofinanziamento?misura=euro&fondi=FNPS:500000.00&residenti=075016:20000',
    domanda: 'Quanto mette ogni comune nel Piano di Zona?',
  },
  {
    indirizzo: '/lecce/cofinanziamento',
    domanda: 'Quanto mette ogni comune nel Piano di Zona?',
    risposta: 'Per questo ambito nessuna tabella pubblicata dice ancora quanto mettono i comuni.',
  },
  {
    indirizzo: '/casarano/comuni/075059',
    domanda: 'Parabita: chi ci vive, quanto spende, quanto mette?',
    risposta:
      'Al 31 dicembre 2021 a Parabita vivono 8.823 persone, 12,6 su cento dell’ambito; 26 su cento hanno 65 anni',
  },
  {
    indirizzo: '/fasano/comuni/074012',
    domanda: 'Ostuni: chi ci vive, quanto spende, quanto mette?',
    risposta: 'Al 31 dicembre 2021 a Ostuni vivono 30.302 persone',
  },
  {
    indirizzo: '/casarano/relazione',
    domanda: 'Come stanno le persone e i servizi nell’ambito di Casarano?',
    risposta: 'Al 31 dicembre 2021 nei sette comuni vivono 70.274 persone',
  },
  {
    indirizzo: '/fasano/relazione',
    domanda: 'Come stanno le persone e i servizi nell’ambito di Fasano?',
    risposta: 'Al 31 dicembre 2021 nei tre comuni vivono 80.476 persone',
  },
  {
    indirizzo: '/casarano/servizi',
    domanda: 'Quali servizi ci sono, e per chi?',
    risposta:
      'Il Piano di Zona 2022-2024 nomina 57 servizi: 16 sono gratuiti, quattro possono chiedere una parte del costo; di 37 il piano non dice il costo.',
  },
  { indirizzo: '/casarano/servizi?q=badante&eta=anziani', domanda: 'Quali servizi ci sono, e per chi?' },
  {
    indirizzo: '/lecce/servizi',
    domanda: 'Quali servizi ci sono, e per chi?',
    risposta: 'Per questo ambito non è ancora stata pubblicata la tabella dei servizi.',
  },
  {
    indirizzo: '/casarano/percorso',
    domanda: 'A che punto è il percorso che porta al Piano di Zona?',
    risposta:
      'Per il Piano 2026-2028 i documenti indicano dodici incontri e una scadenza, dal 17 giugno al 1° luglio 2026.',
  },
  {
    indirizzo: '/casarano/percorso?ciclo=2022-2024',
    domanda: 'A che punto è il percorso che porta al Piano di Zona?',
    risposta:
      'Per il Piano 2022-2024 i documenti indicano 18 incontri e 16 atti, dal 20 maggio 2022 al 1° giugno 2023.',
  },
  {
    indirizzo: '/fasano/percorso',
    domanda: 'A che punto è il percorso che porta al Piano di Zona?',
    risposta: 'Per il Piano 2022-2024 i documenti indicano una scadenza e un atto, dal 13 luglio al 31 luglio 2022.',
  },
  {
    indirizzo: '/casarano/qualita',
    domanda: 'Quali cifre dei documenti non tornano?',
  },
  {
    indirizzo: '/lecce/qualita',
    domanda: 'Quali cifre dei documenti non tornano?',
    risposta: 'Nelle tabelle pubblicate nessuna cifra contraddice le altre.',
  },
  {
    indirizzo: '/metodo',
    domanda: 'Come si calcolano le cifre?',
    risposta: `Con ${INDICATORI.length} indicatori dichiarati`,
  },
  {
    indirizzo: '/metodo/indicatori/indice-vecchiaia',
    domanda: 'Indice di vecchiaia',
    risposta: 'Quanti anziani ci sono ogni cento ragazzi?',
  },
  {
    indirizzo: '/dati?ambito=casarano',
    domanda: 'Dove si scaricano i dati?',
    risposta: 'Per l’ambito di Casarano ci sono',
  },
  { indirizzo: '/accessibilita', domanda: 'Tutti riescono a usare queste pagine?' },
  { indirizzo: '/privacy', domanda: 'Che cosa sanno di te queste pagine?', risposta: 'Niente:' },
  { indirizzo: '/una/pagina/mai/esistita', domanda: 'Questa pagina non c’è' },
  { indirizzo: '/casarano/comuni/075035', domanda: 'Questa pagina non c’è' },
  { indirizzo: '/atlantide', domanda: 'Questa pagina non c’è' },
  { indirizzo: '/atlantide/confronto', domanda: 'Questa pagina non c’è' },
  { indirizzo: '/metodo/indicatori/felicita', domanda: 'Questa pagina non c’è' },
];

/** What must hold of any page: sentences, [] where all is well. */
function findDifetti(html: string): string[] {
  const difetti: string[] = [];
  const testo = readTesto(html);
  // The policy of the site blocks it: whatever needs it would be lost.
  if (/\sstyle="/.test(html)) difetti.push('a style attribute');
  if (/<script/.test(html)) difetti.push('a script');
  for (const parola of ['undefined', 'NaN', 'Infinity', '[object', '−−']) {
    if (testo.includes(parola)) difetti.push(`«${parola}» in the text`);
  }
  if (/\bnull\b/.test(testo)) difetti.push('«null» in the text');
  // A point before decimals, a hyphen before a number: as a program writes them, not as Italian does.
  const cifra = /(?<![\d.])\d+\.\d{1,2}(?![\d.])(?! )/.exec(testo.replace(/par\. ?\d+(\.\d+)*/g, ''));
  if (cifra) difetti.push(`a figure written with a decimal point: ${cifra[0]}`);
  if (/(?:^|\s)-\d/.test(testo)) difetti.push('a number with a hyphen for a minus');
  const titoli = readTutti(html, /<h1[^>]*>(.*?)<\/h1>/gs);
  if (titoli.length !== 1) difetti.push(`${titoli.length} first headings`);
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  const ripetuti = ids.filter((id, i) => ids.indexOf(id) !== i);
  if (ripetuti.length > 0) difetti.push(`ids that stand twice: ${ripetuti.join(' ')}`);
  const livelli = [...html.matchAll(/<h([1-6])/g)].map(([, n]) => Number(n));
  for (const [i, n] of livelli.entries()) {
    if (n > (livelli[i - 1] ?? 0) + 1) difetti.push(`a heading h${n} after h${livelli[i - 1] ?? 0}`);
  }
  const dopo = [...html.matchAll(/aria-(?:labelledby|controls|describedby)="([^"]+)"/g)].map(([, id]) => id);
  for (const id of dopo) if (!ids.includes(id)) difetti.push(`names the id ${id}, which is nowhere`);
  return difetti;
}

/** Pages whose tables are of figures: those of the quality page and of the catalogues tell files, rows and versions. */
const A_RITROSO = [
  '/casarano',
  '/lecce',
  '/casarano/spesa',
  '/casarano/spesa?periodo=2023&misura=abitante',
  '/casarano/cofinanziamento',
  '/casarano/leps',
  '/casarano/relazione',
  '/casarano/comuni/075059',
  '/casarano/confronto?vista=tabella',
  '/casarano/confronto?indicatore=cofinanziamento-minimo&misura=abitante&vista=tabella',
  '/casarano/confronto?grafico=profilo&vista=tabella',
  '/casarano/confronto?grafico=multipli&per=anni&indicatore=popolazione&vista=tabella',
];
/** What is told beside them: sums and differences of the lines above (the budget), the reader's own numbers (the simulator), a threshold of law. */
const SPIEGATE = '[aria-labelledby="budget"], .simulatore, [data-grafico="nido"], [aria-labelledby^="rendiconto-"]';

/** A figure: not a day, a year, a place among the others (`3° su 7`), a unit (`ogni 1.000`), the name of an intervento. */
const hasCifra = (testo: string) =>
  /\d/.test(
    testo
      .replace(/\d{1,2}\/\d{1,2}\/\d{4}|\d+° su \d+|ogni [\d.]+|al\s31\sdicembre|\b[A-F]\.\d\b/g, '')
      .replace(/\b(?:19|20)\d\d(?:[-–]\d{4})?\b/g, ''),
  );

const readLink = (html: string) => [
  ...new Set([...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, href = '']) => decode(href))),
];

describe('a page without a window', () => {
  test.each(PAGINE)('$indirizzo: $domanda', async ({ indirizzo, domanda, risposta = '' }) => {
    const html = await render(indirizzo);
    expect(findDifetti(html)).toEqual([]);
    expect(readTutti(html, /<h1[^>]*>(.*?)<\/h1>/gs)).toEqual([domanda]);
    expect(readTutti(html, /<p class="risposta"[^>]*>(.*?)<\/p>/gs)[0]?.slice(0, risposta.length) ?? '').toBe(risposta);
    expect(readTutti(html, /<title>(.*?)<\/title>/gs)[0]).toMatch(/^\S.* · Osservatorio del Piano di Zona$/);
  });

  test(
    'every link of every page leads to a page of the site or to an answer of the API',
    async () => {
      const link = new Set<string>();
      for (const { indirizzo } of PAGINE) for (const href of readLink(await render(indirizzo))) link.add(href);
      const difetti: string[] = [];
      for (const href of link) {
        if (href.startsWith('#') || href.startsWith('https://')) continue;
        const { pathname, searchParams } = new URL(href, 'http://localhost');
        if (pathname.startsWith('/api/')) {
          const { status } = await risposte.fetch(href);
          if (status !== 200) difetti.push(`${status} ${href}`);
        } else if (pathname !== '/api' && !findPagina(pathname)) difetti.push(`no page: ${href}`);
        const spiega = searchParams.get('spiega');
        if (spiega?.includes('undefined')) difetti.push(href);
      }
      expect(link.size).toBeGreaterThan(100);
      expect(difetti).toEqual([]);
    },
    AVVIO_MS,
  );

  describe('the way back from a figure', () => {
    const stati = new Map<string, ReadonlySet<string>>();
    beforeAll(async () => {
      const api = createApi({ base: '/api/v1', fetch: risposte.fetch });
      for (const ambito of ['casarano', 'lecce']) {
        const { osservazioni } = await api.readOsservazioni(ambito, {});
        stati.set(ambito, new Set(osservazioni.map((o) => writeFigure([figuraOf(o)]))));
      }
    }, AVVIO_MS);

    test.each(A_RITROSO)(
      '%s: no number of a table stands without it, and it leads to what the ambito states',
      async (indirizzo) => {
        const html = await render(indirizzo);
        const stato = stati.get(indirizzo.split(/[/?]/)[1] ?? '');
        const figure = readLink(html).flatMap((href) =>
          readFigure(new URL(href, 'http://localhost').searchParams.get('spiega') ?? '').map((una) =>
            writeFigure([una]),
          ),
        );
        expect(figure.length).toBeGreaterThan(15);
        expect([...new Set(figure)].filter((figura) => !stato?.has(figura))).toEqual([]);
        const finestra = new Window();
        finestra.document.body.innerHTML = html;
        const sole = [...finestra.document.querySelectorAll('main td')]
          .filter((cella) => !cella.closest(SPIEGATE) && !cella.querySelector('a[href]'))
          .map((cella) => cella.textContent ?? '')
          .filter(hasCifra);
        expect(sole).toEqual([]);
        await finestra.happyDOM.close();
      },
      AVVIO_MS,
    );
  });

  test.each(INDICATORI.map(({ id }) => [id]))(
    '%s compares the comuni of every ambito, as chart and as table',
    async (id) => {
      for (const ambito of ['casarano', 'lecce', 'fasano']) {
        const altre = ambito === 'casarano' ? ['&misura=km2', '&grafico=andamento'] : [];
        for (const vista of ['', '&vista=tabella', '&misura=abitante', ...altre]) {
          const html = await render(`/${ambito}/confronto?indicatore=${id}${vista}&evidenzia=075016`);
          expect([ambito, vista, ...findDifetti(html)]).toEqual([ambito, vista]);
        }
      }
    },
    AVVIO_MS,
  );

  test.each(GRAFICI.filter((grafico) => grafico !== 'barre'))(
    '%s: every ambito, as chart and as table, with every kind of indicators',
    async (grafico) => {
      const difetti: string[] = [];
      for (const ambito of ['casarano', 'lecce', 'fasano']) {
        for (const resto of ['', '&vista=tabella&quali=tutti', '&per=anni&scala=variazione&indicatore=popolazione']) {
          const indirizzo = `/${ambito}/confronto?grafico=${grafico}${resto}`;
          for (const difetto of findDifetti(await render(indirizzo))) difetti.push(`${indirizzo}: ${difetto}`);
        }
      }
      expect(difetti).toEqual([]);
    },
    AVVIO_MS,
  );

  test.each([
    ['grafico=torta', 'Il grafico «torta» qui non c’è: ecco i comuni in ordine.'],
    ['indicatore=felicita', 'L’indicatore «felicita» non è nel catalogo: ecco «Spesa storica media per residente».'],
    ['evidenzia=999999', 'Il comune «999999» non è tra quelli di'],
    ['grafico=profilo&comune=roma', 'Il comune «roma» non è tra quelli di'],
    ['indicatore=popolazione&periodo=1999', 'Per «1999» il dato non c’è: ecco quello che vale al 31 dicembre 2021.'],
    ['indicatore=popolazione&rilevazione=sondaggio', 'Rilevazione: «sondaggio» qui non c’è, ecco «anagrafe».'],
    ['grafico=dispersione&con=felicita', 'L’indicatore «felicita» qui non ha valori dei comuni: ecco «'],
    ['grafico=calore&fascia=7-8', 'Fascia d’età: «7-8» qui non c’è, ecco «65+».'],
  ])('what is not there gives way, and the page says so: %s', async (ricerca, avviso) => {
    const html = await render(`/casarano/confronto?${ricerca}`);
    expect(findDifetti(html)).toEqual([]);
    expect(readTesto(html)).toContain(avviso);
  });

  test('per km²: the surface of ISTAT divides, and the figure walks back to both', async () => {
    const html = await render('/casarano/confronto?indicatore=famiglie&misura=km2&vista=tabella');
    // 6.917 families (Piano di Zona 2022-2024, par. 1) on 38,08 km² (ISTAT) in Casarano.
    const righe = readTutti(html, /<tr[^>]*>(.*?)<\/tr>/gs);
    expect(righe.find((riga) => riga.startsWith('Casarano'))).toContain('181,64');
    const link = readLink(html).find((href) => href.includes('spiega=famiglie,075016'));
    expect(link).toContain(';densita,075016,');
  });

  test('the answer of the quality page counts the findings that it lists', async () => {
    const { segnalazioni } = await createApi({ base: '/api/v1', fetch: risposte.fetch }).readQualita('casarano');
    const gruppi = groupSegnalazioni(segnalazioni);
    const html = await render('/casarano/qualita');
    const [risposta = ''] = readTutti(html, /<p class="risposta"[^>]*>(.*?)<\/p>/gs);
    expect(risposta.toLowerCase()).toContain(countOf(gruppi.nonTornano.length, 'cifra dichiarata', 'cifre dichiarate'));
    const [sintesi = ''] = readTutti(html, /<ul class="qualita-sintesi[^>]*>(.*?)<\/ul>/gs);
    expect(sintesi.match(/\d+/g)?.map(Number)).toEqual(
      [gruppi.nonTornano, gruppi.daGuardare, gruppi.annotazioni, gruppi.arrotondamenti].map(({ length }) => length),
    );
    const [inBreve = ''] = readTutti(html, /<ul class="qualita-in-breve">(.*?)<\/ul>/gs);
    for (const { dichiarato, ricalcolato } of gruppi.nonTornano) {
      expect(inBreve).toContain(readTesto(dichiarato ?? ''));
      expect(inBreve).toContain(readTesto(ricalcolato ?? ''));
    }
    expect(readTutti(html, /<article class="segnalazione">(.*?)<\/article>/gs).length).toBe(segnalazioni.length);
  });

  test('findings are filtered by the address', async () => {
    const html = await render('/casarano/qualita?comune=075059');
    expect(readTutti(html, /<h4[^>]*>(.*?)<\/h4>/gs)[0]).toBe('Parabita, residenti, nel 2021');
    expect(readTutti(html, /<article class="segnalazione">(.*?)<\/article>/gs).length).toBe(1);
  });

  test('the table of a comparison holds the figures of the plan to the cent', async () => {
    const html = await render('/casarano/confronto?indicatore=cofinanziamento-versato&periodo=2021&vista=tabella');
    const righe = readTutti(html, /<tr[^>]*>(.*?)<\/tr>/gs).slice(1);
    expect(righe.map((riga) => riga.replace(/^(\D+?) Cofinanziamento versato/, '$1'))).toEqual([
      expect.stringMatching(/^Casarano 118\.895,48 €/),
      expect.stringMatching(/^Matino 69\.081,22 €/),
      expect.stringMatching(/^Taurisano 68\.765,36 €/),
      expect.stringMatching(/^Ruffano 63\.080,03 €/),
      expect.stringMatching(/^Parabita 58\.838,60 €/),
      expect.stringMatching(/^Collepasso 40\.880,19 €/),
      expect.stringMatching(/^Supersano 31\.675,38 €/),
      expect.stringMatching(/^Intero ambito 451\.216,26 €/),
    ]);
  });
});

describe('every chart has all that goes with it', () => {
  const CON_GRAFICI: { indirizzo: string; grafici: string[] }[] = [
    { indirizzo: '/casarano', grafici: ['eta', 'comuni-a-confronto'] },
    { indirizzo: '/casarano/spesa', grafici: ['flusso', 'interventi', 'anni', 'fondi', 'cascata-2018-2021', 'cicli'] },
    { indirizzo: '/casarano/cofinanziamento', grafici: ['passi', 'traguardi', 'anni'] },
    { indirizzo: '/casarano/leps', grafici: ['assistenti', 'nido'] },
    { indirizzo: '/casarano/comuni/075081', grafici: ['profilo', 'eta'] },
    {
      indirizzo: '/casarano/relazione',
      grafici: ['popolazione', 'eta', 'famiglie', 'migrazioni', 'servizi', 'spesa', 'cofinanziamento'].map(
        (capitolo) => `grafico-${capitolo}`,
      ),
    },
    { indirizzo: '/lecce/spesa', grafici: [] },
  ];

  test.each(CON_GRAFICI)(
    '$indirizzo',
    async ({ indirizzo, grafici }) => {
      const { document } = new Window();
      document.body.innerHTML = await render(indirizzo);
      const schede = [...document.querySelectorAll('[data-grafico]')];
      expect(schede.map((scheda) => scheda.getAttribute('data-grafico'))).toEqual(grafici);
      const soli = [...document.querySelectorAll('.barre, .colonnine, .flusso, .striscia')].filter(
        (disegno) => !disegno.closest('[data-grafico]'),
      );
      expect(soli.map((disegno) => disegno.outerHTML)).toEqual([]);
      for (const scheda of schede) {
        const read = (dove: string) => readTesto(scheda.querySelector(dove)?.innerHTML ?? '');
        const id = scheda.getAttribute('data-grafico');
        const nomi = [...scheda.querySelectorAll('button, .azione')].map((comando) => readTesto(comando.innerHTML));
        const detto = {
          titolo: read('h2, h3') !== '',
          misura: read('.scheda-misura') !== '',
          frase: read(`[id="${id}-frase"]`).endsWith('.'),
          fonte: /^(Fonte: .+|Nessuna tabella pubblicata lo riporta)\. Edizione \d+ dei dati\.$/.test(
            read('.grafico-fonte'),
          ),
          righe: scheda.querySelectorAll('details table tbody tr').length > 0,
          comandi: ['CSV', 'PNG', 'SVG', 'Stampa', 'Copia l’indirizzo'].filter((nome) => !nomi.includes(nome)),
        };
        expect({ id, ...detto }).toEqual({
          id,
          titolo: true,
          misura: true,
          frase: true,
          fonte: true,
          righe: true,
          comandi: [],
        });
      }
    },
    AVVIO_MS,
  );
});
