import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Osservatorio, startOsservatorio } from '../osservatorio.ts';

const LARGHEZZE = [1280, 390] as const;
const PAGINE = ['/', '/casarano', '/casarano/confronto', '/lecce', '/lecce/confronto', '/fasano'];

let osservatorio: Osservatorio;
let browser: Browser;
let cartella: string;
beforeAll(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'osservatorio-e2e-'));
  [osservatorio, browser] = await Promise.all([startOsservatorio(cartella), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await osservatorio.stop();
  await rm(cartella, { recursive: true, force: true, maxRetries: 20 });
});

interface Visita {
  readonly page: Page;
  /** What the browser complained of: errors, refusals of the CSP, requests that failed. */
  readonly lamentele: readonly string[];
  /** Requests that left the origin. */
  readonly estranee: readonly string[];
}

/** Opens a page in a context of its own and waits until it has its figures. */
async function visit(percorso: string, larghezza: number, run: (visita: Visita) => Promise<void>): Promise<void> {
  const contesto = await browser.newContext({ viewport: { width: larghezza, height: 844 }, locale: 'it-IT' });
  const page = await contesto.newPage();
  const lamentele: string[] = [];
  const estranee: string[] = [];
  page.on('pageerror', ({ message }) => lamentele.push(message));
  page.on('requestfailed', (richiesta) => lamentele.push(`failed: ${richiesta.url()}`));
  page.on('console', (detto) => {
    if (detto.type() === 'error') lamentele.push(detto.text());
  });
  page.on('request', (richiesta) => {
    const { protocol, origin } = new URL(richiesta.url());
    if (protocol.startsWith('http') && origin !== osservatorio.origine) estranee.push(richiesta.url());
  });
  try {
    await page.goto(`${osservatorio.origine}${percorso}`);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    await run({ page, lamentele, estranee });
  } finally {
    await contesto.close();
  }
}

describe.each(LARGHEZZE)('at %i px', (larghezza) => {
  test.each(PAGINE)(
    '%s reads well: no error, no foreign request, nothing off the side, nothing that axe finds',
    async (percorso) => {
      await visit(percorso, larghezza, async ({ page, lamentele, estranee }) => {
        const oltre = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect({
          lamentele,
          estranee,
          oltre: Math.max(0, oltre),
          axe: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
        }).toEqual({ lamentele: [], estranee: [], oltre: 0, axe: [] });
      });
    },
  );
});

test('a page has one heading of the first level, in Italian, and says its name in the title', async () => {
  await visit('/casarano/confronto', 1280, async ({ page }) => {
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('it');
    expect(await page.title()).not.toBe('');
  });
});

test('an address that is no page says so, with the way back', async () => {
  await visit('/una-pagina-che-non-esiste', 390, async ({ page }) => {
    expect(await page.locator('h1').innerText()).toMatch(/non/i);
    await page.locator('main a[href="/"]').first().waitFor();
  });
});
