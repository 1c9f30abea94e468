/** Every page as a browser shows it: quiet, whole at any width, readable by all, light. */
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAxe } from './axe.ts';
import { findContrasti, findSovrapposte, findSporgenti } from './misure.ts';
import { LARGA, type Scena, STRETTA, startScena, TELEFONO } from './scena.ts';

let scena: Scena;
beforeAll(async () => {
  scena = await startScena();
});
afterAll(() => scena.stop());

const PAGINE = [
  '/',
  '/casarano',
  '/casarano/confronto',
  '/casarano/confronto?indicatore=aumento-quota-denaro&evidenzia=075081',
  '/casarano/confronto?indicatore=componenti-medi',
  '/casarano/confronto?indicatore=spesa-storica-procapite&vista=tabella',
  '/casarano/confronto?grafico=andamento&indicatore=popolazione&evidenzia=075059',
  '/casarano/confronto?grafico=profilo&comune=075059',
  '/casarano/confronto?grafico=dispersione',
  '/casarano/confronto?grafico=calore',
  '/casarano/confronto?grafico=multipli&per=anni&indicatore=popolazione',
  '/lecce/confronto?grafico=calore',
  '/casarano/spesa',
  '/casarano/cofinanziamento',
  '/casarano/leps',
  '/casarano/servizi',
  '/casarano/relazione',
  '/casarano/percorso',
  '/casarano/comuni/075081',
  '/casarano/qualita',
  '/lecce',
  '/lecce/confronto?indicatore=famiglie',
  '/lecce/spesa',
  '/fasano',
  '/fasano/relazione',
  '/metodo',
  '/metodo/indicatori/indice-vecchiaia',
  '/dati?ambito=casarano',
  '/area-riservata',
  '/accessibilita',
  '/privacy',
];

const readSporgenti = async (page: Page) => [
  ...(await page.evaluate(findSporgenti)),
  ...(await page.evaluate(findSovrapposte)),
];

/** What is wrong with a page at a width: nothing, as a rule. */
async function readDifetti(page: Page, viewport: { width: number; height: number }): Promise<string[]> {
  await page.setViewportSize(viewport);
  return [...(await readSporgenti(page)), ...(await page.evaluate(findContrasti)), ...(await readAxe(page))];
}

/** gzipped KB that a first view may bring: its scripts, and what must come before its first chart is seen, in how many requests. */
const MASSIMI = { script: 130, prima: 60, richieste: 4 } as const;
const KB = 1024;

const isScript = (risposta: Response) => risposta.request().resourceType() === 'script';

/**
 * What a page must have before it paints its first chart: itself, its styles, the font that it asks for at once, and whatever script
 * stands in its head. The desk alone is not prepared: its scripts make it, and are weighed as such.
 */
async function findPrima(page: Page, percorso: string, risposte: readonly Response[]): Promise<Response[]> {
  const preparata = !percorso.startsWith('/area-riservata');
  const subito = await page
    .locator(`link[rel="preload"][as="font"]${preparata ? ', head script' : ''}`)
    .evaluateAll((nodi) => nodi.map((nodo) => (nodo as HTMLLinkElement).href ?? (nodo as HTMLScriptElement).src));
  return risposte.filter(
    (risposta) =>
      ['document', 'stylesheet'].includes(risposta.request().resourceType()) || subito.includes(risposta.url()),
  );
}

async function weigh(risposte: readonly Response[]): Promise<number> {
  const corpi = await Promise.all(risposte.map((risposta) => risposta.body()));
  return corpi.reduce((somma, corpo) => somma + gzipSync(corpo, { level: 9 }).length, 0) / KB;
}

/** Between the phone and the desk: narrow phones, tablets upright and on their side, half of a screen. */
const INTERMEDIE = [STRETTA.width, 360, 372, 412, 600, 768, 834, 900, 992, 1024, 1100];

async function readIntermedie(page: Page): Promise<string[]> {
  const difetti: string[] = [];
  for (const width of INTERMEDIE) {
    await page.setViewportSize({ width, height: LARGA.height });
    difetti.push(...(await readSporgenti(page)).map((uno) => `${width} px: ${uno}`));
  }
  return difetti;
}

test.each(PAGINE)(
  '%s: no complaint, nothing foreign, nothing lost at any width, nothing that axe finds, light',
  async (percorso) => {
    await scena.visit(percorso, { viewport: TELEFONO }, async ({ page, lamentele, estranee, risposte }) => {
      const necessarie = await findPrima(page, percorso, risposte);
      const [script, prima] = [await weigh(risposte.filter(isScript)), await weigh(necessarie)];
      const codici = await Promise.all(risposte.filter(isScript).map((risposta) => risposta.text()));
      const difetti = {
        telefono: await readDifetti(page, TELEFONO),
        intermedie: await readIntermedie(page),
        larga: await readDifetti(page, LARGA),
        lamentele,
        estranee,
      };
      expect(difetti).toEqual({ telefono: [], intermedie: [], larga: [], lamentele: [], estranee: [] });
      expect(script).toBeLessThanOrEqual(MASSIMI.script);
      expect(prima).toBeLessThanOrEqual(MASSIMI.prima);
      expect(necessarie.length).toBeLessThanOrEqual(MASSIMI.richieste);
      expect(codici.filter((codice) => codice.includes('recharts'))).toEqual([]);
    });
  },
);

test.each([LARGA, TELEFONO])('an address that is no page says so, with the way back, at %o', async (viewport) => {
  await scena.visit('/atlantide/confronto', { viewport }, async ({ page, lamentele, estranee }) => {
    expect(await page.locator('h1').innerText()).toBe('Questa pagina non c’è');
    expect(await readSporgenti(page)).toEqual([]);
    // That the page and the ambito are not there is said by the server too.
    expect(lamentele.filter((una) => !/\b404\b/.test(una))).toEqual([]);
    expect(estranee).toEqual([]);
    await page.locator('main a[href="/"]').first().click();
    await page.getByRole('heading', { level: 1, name: /Di quale ambito/ }).waitFor();
  });
});

test.each(['/casarano', '/casarano/confronto', '/lecce', '/fasano'])(
  '%s: the answer and the top of its first chart stand in the first screen of a phone',
  async (percorso) => {
    await scena.visit(percorso, { viewport: TELEFONO }, async ({ page }) => {
      const fine = await page.locator('.risposta').evaluate((nodo) => nodo.getBoundingClientRect().bottom);
      const [grafico = Number.POSITIVE_INFINITY] = await page
        .locator('.barre')
        .evaluateAll((nodi) => nodi.map((nodo) => nodo.getBoundingClientRect().top));
      expect(fine).toBeLessThan(TELEFONO.height);
      expect(grafico).toBeLessThan(TELEFONO.height);
    });
  },
);

test('what a thumb must hit is large enough', async () => {
  await scena.visit('/casarano/confronto', { viewport: TELEFONO, hasTouch: true, isMobile: true }, async ({ page }) => {
    const piccoli = await page
      .locator('button:visible, select:visible, a.barre-voce, a.azione, .segmenti a:visible, a.segno')
      .evaluateAll((nodi) =>
        nodi.flatMap((nodo) => {
          const { width, height } = nodo.getBoundingClientRect();
          return width < 44 || height < 44 ? [`${nodo.textContent}: ${Math.round(width)} x ${Math.round(height)}`] : [];
        }),
      );
    expect(piccoli).toEqual([]);
  });
});
