/** What was published before is read again as it was: at its own address, and never in the place of what is current. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RADICE } from '../sorgenti.ts';
import { readAxe } from './axe.ts';
import { findSporgenti } from './misure.ts';
import { publishTabella, SPESA_STORICA } from './pubblica.ts';
import { type Scena, startScena, TELEFONO, waitPronta } from './scena.ts';

let scena: Scena;
beforeAll(async () => {
  scena = await startScena();
  const spesa = await readFile(join(RADICE, 'data/casarano/2018-2020/spesa-storica.csv'), 'utf8');
  // Collepasso's line alone changes, and the total of the document with it.
  const senzaTotale = spesa.split(/\r?\n/).filter((riga) => !/TOTALE/.test(riga));
  const nuova = senzaTotale.join('\n').replace('295.109,83;€ 98.369,94', '395.109,83;€ 131.703,28');
  await publishTabella(scena.origine, SPESA_STORICA, nuova);
  for (let i = 0; i < 300 && !(await isPreparata()); i += 1) await new Promise((then) => setTimeout(then, 200));
});
afterAll(() => scena.stop());

/** The pages follow what is published by a few seconds. */
const isPreparata = async () =>
  (await (await fetch(`${scena.origine}/casarano/confronto`)).text()).includes('data-numero="2"');

const VISTA = '/casarano/confronto?indicatore=spesa-storica-procapite';
const avviso = (page: Page) => page.getByRole('complementary', { name: 'Edizione dei dati' });

test('the first edizione has the figures of then on every page, says so, and leads back to the current one', async () => {
  await scena.visit(`${VISTA}&edizione=1`, { viewport: TELEFONO }, async ({ page, lamentele, risposte }) => {
    expect(await page.locator('.risposta').innerText()).toContain('17,16');
    expect(await avviso(page).innerText()).toContain('Stai leggendo l’edizione 1 dei dati, com’era');
    const lette = risposte.map((una) => una.url()).filter((url) => /\/api\/v1\/ambiti\/casarano\/(ind|qua)/.test(url));
    expect(lette.length).toBeGreaterThan(0);
    expect(lette.filter((url) => !url.includes('edizione=1'))).toEqual([]);
    expect([await page.evaluate(findSporgenti), await readAxe(page)]).toEqual([[], []]);

    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Qualità dei dati' }).first().click();
    await page.waitForURL('**/casarano/qualita?edizione=1');
    expect(await avviso(page).isVisible()).toBe(true);
    await page.goBack();
    await page.waitForURL(`**${VISTA}&edizione=1`);

    await avviso(page).getByRole('link', { name: 'Vedi i dati di oggi' }).click();
    await page.waitForURL(`**${VISTA}`);
    await waitPronta(page);
    expect(await page.locator('.risposta').innerText()).not.toContain('17,16');
    expect(await avviso(page).count()).toBe(0);
    expect(lamentele).toEqual([]);
  });
});

test('before any script a page of then has no figure; that of the current edizione is there at once', async () => {
  for (const [edizione, attesi] of [
    [1, 0],
    [2, 1],
  ] as const) {
    await scena.visit(`${VISTA}&edizione=${edizione}`, { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator('main h1').count()).toBe(attesi);
    });
  }
});

test.each(['99', ''])('there is no edizione «%s»: the page says so, without a figure', async (edizione) => {
  await scena.visit(`${VISTA}&edizione=${edizione}`, {}, async ({ page }) => {
    expect(await page.locator('h1').innerText()).toBe('Questa edizione dei dati non c’è');
    expect(await page.locator('main').innerText()).not.toMatch(/\d,\d/);
    await page.getByRole('link', { name: 'Vai a questa pagina con i dati di oggi' }).click();
    await page.waitForURL(`**${VISTA}`);
  });
});

test('while the service is down it says so, and the current pages are read', async () => {
  await scena.visit('/privacy', {}, async ({ page }) => {
    await page.route('**/api/**', (rotta) => rotta.abort());
    await page.goto(`${scena.origine}${VISTA}&edizione=1`);
    await page.getByRole('heading', { level: 1, name: 'L’edizione 1 ora non si può leggere' }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/\d,\d/);
    await page.getByRole('link', { name: 'Vai a questa pagina con i dati di oggi' }).click();
    await page.waitForURL(`**${VISTA}`);
    await waitPronta(page);
    expect(await page.locator('.risposta').innerText()).toMatch(/\d,\d/);
  });
});
