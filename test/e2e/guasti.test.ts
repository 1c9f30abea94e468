/** What a reader meets when the line or the service fails, and how the page comes back. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Scena, startScena } from './scena.ts';

let scena: Scena;
beforeAll(async () => {
  scena = await startScena();
});
afterEach(() => scena.restartServer());
afterAll(() => scena.stop());

test('the service stops while one reads, and comes back: the page says so, and Riprova goes on', async () => {
  await scena.visit('/casarano', {}, async ({ page }) => {
    await scena.stopServer();
    await page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Confronto comuni' }).click();
    const avviso = page.getByRole('alert');
    await avviso.waitFor();
    expect(await avviso.innerText()).toMatch(/Non riusciamo a raggiungere il servizio/);
    expect(await page.title()).not.toBe('');
    await scena.restartServer();
    await avviso.getByRole('button', { name: 'Riprova' }).click();
    await page.getByRole('heading', { level: 1, name: /Quanto ha speso/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/casarano/confronto');
    expect(await page.locator('.barre-riga').count()).toBe(7);
  });
});

test('the walk back of a figure fails with the service, and Riprova brings it', async () => {
  await scena.visit('/casarano/confronto', {}, async ({ page }) => {
    await scena.stopServer();
    await page.locator('a.barre-voce').first().click();
    const avviso = page.locator('dialog[open]').getByRole('alert');
    await avviso.waitFor();
    await scena.restartServer();
    await avviso.getByRole('button', { name: 'Riprova' }).click();
    await page.locator('dialog[open]').getByText('Come si calcola').waitFor();
  });
});

test('a page whose code cannot be brought says so, and Riprova brings it', async () => {
  await scena.visit('/casarano', {}, async ({ page }) => {
    await scena.stopServer();
    await page.getByRole('link', { name: 'Privacy' }).click();
    const avviso = page.getByRole('alert');
    await avviso.waitFor();
    await scena.restartServer();
    await avviso.getByRole('button', { name: 'Riprova' }).click();
    await page.getByRole('heading', { level: 1, name: /Che cosa sanno di te/ }).waitFor();
  });
});

test('without a network the page says so and keeps what it has; with it, the word goes away', async () => {
  await scena.visit('/', {}, async ({ page }) => {
    const inizio = page.getByRole('heading', { level: 1, name: /Di quale ambito/ });
    const panoramica = page.getByRole('heading', { level: 1, name: /Casarano/ });
    await page.locator('a.ambito', { hasText: 'Collepasso' }).click();
    await panoramica.waitFor();
    const avviso = page.getByText(/Sei senza rete/);
    await page.context().setOffline(true);
    await avviso.waitFor();
    expect(await page.locator('.risposta').innerText()).toContain('70.274');
    // What was read once is read again.
    await page.goBack();
    await inizio.waitFor();
    await page.goForward();
    await panoramica.waitFor();
    await page.context().setOffline(false);
    await avviso.waitFor({ state: 'detached' });
  });
});

test('a picture that cannot be made says so', async () => {
  await scena.visit('/casarano/confronto', {}, async ({ page }) => {
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'SVG' }).click();
    await page.getByText('Il grafico non si è potuto scaricare').waitFor();
    await page.context().setOffline(false);
  });
});

test('the desk needs scripts, and says so where there are none, with the way to the pages that do not', async () => {
  const testo = await (await fetch(`${scena.origine}/area-riservata`)).text();
  expect(testo).toMatch(/<noscript>[\s\S]*JavaScript[\s\S]*href="\/"[\s\S]*\/api\/v1\/ambiti[\s\S]*<\/noscript>/);
});
