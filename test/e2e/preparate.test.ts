/** Pages as a publication left them: read without scripts, taken over without a jump, whole while the service is down. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Scena, startScena, TELEFONO, waitPronta } from './scena.ts';

let scena: Scena;
beforeAll(async () => {
  scena = await startScena();
});
afterAll(() => scena.stop());

const PAGINE = [
  '/',
  '/casarano',
  '/casarano/confronto',
  '/casarano/spesa',
  '/casarano/cofinanziamento',
  '/casarano/leps',
  '/casarano/servizi',
  '/casarano/relazione',
  '/casarano/percorso',
  '/casarano/comuni/075016',
  '/casarano/qualita',
  '/lecce',
  '/metodo',
  '/metodo/indicatori/densita',
  '/dati',
  '/accessibilita',
  '/privacy',
];

/** Selectors of rules that match something in the page, and that the page did not come with. */
const listStiliMancanti = (page: Page, tutti: string): Promise<string[]> =>
  page.evaluate((css) => {
    const foglio = new CSSStyleSheet();
    foglio.replaceSync(css);
    const list = (regole: CSSRuleList, intorno = ''): [selettore: string, regola: string][] =>
      [...regole].flatMap((regola) => {
        if (regola instanceof CSSMediaRule) return list(regola.cssRules, `@media ${regola.conditionText} `);
        return regola instanceof CSSStyleRule ? [[regola.selectorText, `${intorno}${regola.cssText}`] as const] : [];
      }) as [string, string][];
    const suoi = new Set(
      [...document.styleSheets].flatMap(({ cssRules }) => list(cssRules).map(([, regola]) => regola)),
    );
    const isUsato = (selettore: string) => document.querySelector(selettore.replaceAll(/::[\w-]+/g, '')) !== null;
    return list(foglio.cssRules).flatMap(([selettore, regola]) =>
      !suoi.has(regola) && selettore.split(/,(?![^(]*\))/).some((uno) => isUsato(uno.trim() || '*')) ? [selettore] : [],
    );
  }, tutti);

test('every page comes with the styles of all that it shows, and with less than half of them all', async () => {
  const html = await (await fetch(`${scena.origine}/casarano`)).text();
  const foglio = /<link rel="preload" as="style"[^>]* href="([^"]+)"/.exec(html)?.[1];
  const tutti = await (await fetch(`${scena.origine}${foglio}`)).text();
  for (const percorso of PAGINE) {
    await scena.visit(percorso, { javaScriptEnabled: false, viewport: TELEFONO }, async ({ page }) => {
      expect([percorso, ...(await listStiliMancanti(page, tutti))]).toEqual([percorso]);
      expect((await page.locator('head style').innerHTML()).length).toBeLessThan(tutti.length / 2);
    });
  }
});

test('every page is read without scripts: question, answer, charts, and the way to the others', async () => {
  for (const percorso of PAGINE) {
    await scena.visit(percorso, { javaScriptEnabled: false, viewport: TELEFONO }, async ({ page, lamentele }) => {
      expect((await page.locator('main h1').innerText()).length).toBeGreaterThan(5);
      expect((await page.locator('main p').first().innerText()).length).toBeGreaterThan(10);
      if (/^\/casarano(\/(confronto|spesa|cofinanziamento|leps|relazione|comuni.*))?$/.test(percorso)) {
        expect((await page.locator('main svg:visible').count()) > 0).toBe(true);
      }
      expect(await page.getByRole('navigation', { name: 'Principale' }).getByRole('link').first().isVisible()).toBe(
        true,
      );
      expect(await page.getByRole('button', { name: 'Menu' }).count()).toBe(0);
      // Code that nobody will run is not brought to its end.
      expect([percorso, ...lamentele.filter((una) => !una.endsWith('.js'))]).toEqual([percorso]);
    });
  }
});

/** Marks the question of the page before any code of ours runs, and adds up what moves. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const spostato = { totale: 0 };
    Object.assign(window, { spostato });
    new PerformanceObserver((lista) => {
      for (const uno of lista.getEntries()) {
        if ('value' in uno && typeof uno.value === 'number' && !('hadRecentInput' in uno && uno.hadRecentInput)) {
          spostato.totale += uno.value;
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('readystatechange', () => document.querySelector('main h1')?.classList.add('preparato'));
  });
}

const readSpostato = (page: Page): Promise<number> =>
  page.evaluate(() => ('spostato' in window ? (window.spostato as { totale: number }).totale : Number.NaN));

describe('taking over', () => {
  test.each(PAGINE)('%s: the same page, nothing moves, nothing is asked of the service', async (percorso) => {
    await scena.visit('/privacy', { viewport: TELEFONO }, async ({ page, lamentele, risposte }) => {
      await watch(page);
      const prima = risposte.length;
      const documento = await page.goto(`${scena.origine}${percorso}`);
      await waitPronta(page);
      const html = (await documento?.text()) ?? '';
      const codice = risposte.slice(prima).filter((risposta) => risposta.request().resourceType() === 'script');
      // One that the page does not name is asked for when another has come: who reads waits for a journey more.
      expect(codice.map((una) => new URL(una.url()).pathname).filter((file) => !html.includes(file))).toEqual([]);
      expect(await page.locator('main h1.preparato').count()).toBe(1);
      expect(await page.locator('[style]').count()).toBe(0);
      expect(await page.locator('head title').count()).toBe(1);
      expect(await readSpostato(page)).toBeLessThanOrEqual(0.02);
      expect(risposte.filter((risposta) => risposta.url().includes('/api/')).map((risposta) => risposta.url())).toEqual(
        [],
      );
      expect(lamentele).toEqual([]);
    });
  });

  test.each([
    ['/casarano/confronto?indicatore=popolazione', 'Quante persone vivono qui?'],
    ['/casarano/confronto?indicatore=cofinanziamento-minimo&misura=abitante', /Quanto deve mettere almeno/],
    ['/casarano/confronto?indicatore=quota-fascia&fascia=0-3&rilevazione=anagrafe', /Quanti residenti su cento/],
    ['/dati?ambito=lecce', 'Dove si scaricano i dati?'],
    ['/casarano/qualita?comune=075059', /Quali cifre/],
  ])(
    '%s: the view that was asked for takes the place of the one prepared, without a jump',
    async (percorso, titolo) => {
      await scena.visit('/privacy', { viewport: TELEFONO }, async ({ page, lamentele, risposte }) => {
        await watch(page);
        await page.goto(`${scena.origine}${percorso}`);
        await page.getByRole('heading', { level: 1, name: titolo }).waitFor();
        await waitPronta(page);
        expect(await page.locator('head title').count()).toBe(1);
        expect(await page.locator('head meta[name="description"]').count()).toBe(1);
        expect(await readSpostato(page)).toBeLessThanOrEqual(0.02);
        expect(
          risposte.filter((risposta) => risposta.url().includes('/api/')).map((risposta) => risposta.url()),
        ).toEqual([]);
        expect(lamentele).toEqual([]);
      });
    },
  );
});

test('with the service down every page is read, and one goes from one to the next', async () => {
  await scena.visit('/privacy', {}, async ({ page }) => {
    await page.route('**/api/**', (rotta) => rotta.abort());
    await page.goto(`${scena.origine}/casarano`);
    await waitPronta(page);
    const menu = page.getByRole('navigation', { name: 'Principale' });
    for (const [voce, titolo] of [
      ['Confronto comuni', /Quanto ha speso di suo/],
      ['Spesa', /Da dove viene il denaro/],
      ['Cofinanziamento', /Quanto mette ogni comune/],
      ['Livelli essenziali', /Quali livelli essenziali/],
      ['Servizi', /Quali servizi ci sono/],
      ['Relazione', /Come stanno le persone/],
      ['Percorso', /A che punto è il percorso/],
      ['Qualità dei dati', /Quali cifre/],
      ['Metodo', /Come si calcolano/],
      ['Dati', /Dove si scaricano/],
    ] as const) {
      await menu.getByRole('link', { name: voce, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: titolo }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    // Another indicator, where a figure comes from, the search: nothing of it needs the service.
    await page.goto(`${scena.origine}/casarano/confronto`);
    await waitPronta(page);
    await page.locator('a.barre-voce').first().click();
    await page.locator('dialog[open]').getByText('Come si calcola').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Cerca' }).click();
    await page.locator('.ricerca input').fill('Parabita');
    await page
      .getByRole('option', { name: /Parabita/ })
      .first()
      .waitFor();
  });
});

test('a page that was prepared stays, with its links, where its data cannot be brought', async () => {
  await scena.visit('/privacy', {}, async ({ page }) => {
    await page.route(/\/(api|edizioni)\//, (rotta) => rotta.abort());
    await page.goto(`${scena.origine}/casarano`, { waitUntil: 'networkidle' });
    expect(await page.locator('.risposta').innerText()).toContain('70.274');
    await page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Qualità dei dati' }).click();
    await page.getByRole('heading', { level: 1, name: /Quali cifre/ }).waitFor();
  });
});
