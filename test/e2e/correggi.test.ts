/** A file with a heading that nobody knows and a stray line, understood at the desk by keyboard alone and published; another one mended by its copy. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Osservatorio, startOsservatorio } from '../osservatorio.ts';
import { RADICE } from '../sorgenti.ts';
import { readAxe } from './axe.ts';

let osservatorio: Osservatorio;
let browser: Browser;
let cartella: string;
/** Piano Sociale di Zona 2022-2024 di Casarano, par. 1.4, tabella della spesa storica. */
let spesa: string;
beforeAll(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'osservatorio-e2e-'));
  await cp(inject('datiPubblicati'), cartella, { recursive: true });
  spesa = await readFile(join(RADICE, 'data/casarano/2018-2020/spesa-storica.csv'), 'utf8');
  [osservatorio, browser] = await Promise.all([startOsservatorio(cartella), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await osservatorio.stop();
  await rm(cartella, { recursive: true, force: true, maxRetries: 20 });
});

async function openBozza(larghezza: number, testo: string, run: (page: Page) => Promise<void>): Promise<void> {
  const contesto = await browser.newContext({ viewport: { width: larghezza, height: 844 }, locale: 'it-IT' });
  const page = await contesto.newPage();
  try {
    await page.goto(`${osservatorio.origine}/area-riservata`);
    await page.getByLabel('Ambito').selectOption('casarano');
    await page.locator('input[value="responsabile"]').check();
    await page.getByRole('button', { name: 'Entra' }).click();
    await page.getByText('Area riservata · ').waitFor();
    await bring(page, testo);
    await run(page);
  } finally {
    await contesto.close();
  }
}

async function bring(page: Page, testo: string): Promise<void> {
  await page.goto(`${osservatorio.origine}/area-riservata/casarano/carica?tipo=spesa-storica`);
  await page
    .getByLabel(/Scegli il file/)
    .setInputFiles({ name: 'spesa.csv', mimeType: 'text/csv', buffer: Buffer.from(testo) });
  await page.getByRole('button', { name: /Carica e guarda/ }).click();
  await page.getByRole('heading', { level: 1, name: /Anteprima: Spesa storica/ }).waitFor();
}

/** Tab, until the focus is on what has that name. */
async function tabTo(page: Page, nome: RegExp): Promise<void> {
  for (let passi = 0; passi < 150; passi += 1) {
    await page.keyboard.press('Tab');
    const qui = await page.evaluate(() => {
      const fuoco = document.activeElement;
      const scritte = fuoco instanceof HTMLSelectElement ? [...fuoco.labels].map((uno) => uno.textContent) : [];
      return [fuoco?.getAttribute('aria-label'), ...scritte, fuoco?.textContent].filter(Boolean).join(' ');
    });
    if (nome.test(qui)) return;
  }
  throw new Error(`Tab never comes to ${nome}`);
}

/** What a keyboard does with a list that is closed: the first letters of what one wants. */
async function choose(page: Page, nome: RegExp, testo: string): Promise<void> {
  await tabTo(page, nome);
  await page.keyboard.type(testo, { delay: 20 });
}

test('by keyboard alone: a column is named, a line is left out, the file is published, and the figure says so', async () => {
  const strana = `${spesa.replace('COMUNE DI', 'Chi spende').trimEnd()}\n;dati trasmessi;in ritardo;\n`;
  await openBozza(1280, strana, async (page) => {
    await page.getByRole('button', { name: 'Pubblica…' }).waitFor({ state: 'detached' });
    await tabTo(page, /^Correggi come è stato letto/);
    await page.keyboard.press('Enter');
    await choose(page, /Colonna 2: «Chi spende»/, 'Comune');
    // What was begun outlives a reload.
    await page.reload();
    await page.getByText('Non ancora rilette: La colonna 2 si legge come «Comune».').waitFor();
    await choose(page, /Che cos’è la riga 11/, 'Nota');
    await page.getByText(/Non ancora rilette: .*La riga 11 è una nota, fuori dai dati\./).waitFor();
    // The way back to the button is one press, however long the columns that stand between.
    for (let passi = 0; !(await page.locator('button:focus', { hasText: 'Vai a rileggerle' }).count()); passi += 1) {
      if (passi > 30) throw new Error('the way back to the button is not there');
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await page.locator('button:focus', { hasText: 'Rileggi con queste correzioni' }).press('Enter');

    await page.getByText('La colonna 2 si legge come «Comune».').waitFor();
    expect(await page.getByText('La riga 11 è una nota, fuori dai dati.').count()).toBe(1);
    await tabTo(page, /^Pubblica…$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Pubblica$/);
    await page.keyboard.press('Enter');
    await page.getByText(/Pubblicata: è la versione 2/).waitFor();
  });
  const indicatore = `${osservatorio.origine}/api/v1/ambiti/casarano/indicatori/spesa-storica-media`;
  const { fonti } = (await (await fetch(`${indicatore}/spiegazione?comune=075021`)).json()) as {
    fonti: { correzioni?: string[] }[];
  };
  expect(fonti[0]?.correzioni).toEqual([
    'La colonna 2 si legge come «Comune».',
    'La riga 11 è una nota, fuori dai dati.',
  ]);
});

test('what was corrected holds for the file that takes its place, and is taken back in one press', async () => {
  const note = Array.from({ length: 60 }, (_, i) => `;nota ${i + 1};;\n`).join('');
  const strana = spesa.replace('COMUNE DI', 'Chi spende').replace('€ 295.109,83', '295.l09,83');
  await openBozza(390, `${strana.trimEnd()}\n${note}`, async (page) => {
    await page.getByText('Correggi come è stato letto', { exact: true }).click();
    await page.getByLabel('Colonna 2: «Chi spende»').selectOption('comune');
    await page.getByLabel('Vai alla riga').fill('60');
    await page.keyboard.press('Enter');
    await page.locator('th:focus', { hasText: '60' }).waitFor();
    await page.getByLabel('Che cos’è la riga 60').selectOption('nota');
    await page.getByRole('button', { name: 'Rileggi con queste correzioni' }).click();
    await page.getByText('La colonna 2 si legge come «Comune».', { exact: true }).waitFor();

    await page.getByRole('link', { name: 'Carica il file corretto' }).click();
    await page.getByLabel(/^Documento/).fill('Un altro documento');
    await page.reload();
    expect(await page.getByLabel(/^Documento/).inputValue()).toBe('Un altro documento');
    const mended = strana.replace('295.l09,83', '€ 295.109,83').trimEnd();
    const file = { name: 's.csv', mimeType: 'text/csv', buffer: Buffer.from(`${mended}\n;nota 50;;\n`) };
    await page.getByLabel(/Scegli il file/).setInputFiles(file);
    await page.getByRole('button', { name: /Carica e guarda/ }).click();
    await page.getByText(/valgono anche per questo/).waitFor();
    await page.getByRole('button', { name: 'Pubblica…' }).waitFor();
    await page.getByRole('button', { name: 'Togli le correzioni' }).click();
    await page.getByText(/da correggere\. Finché/).waitFor();
  });
});

test('on a phone: a wrong file is taken home as a copy, mended there, and brought back', async () => {
  await openBozza(390, spesa.replace('€ 295.109,83', '295.l09,83'), async (page) => {
    await page.getByText('Correggi come è stato letto', { exact: true }).click();
    expect(await readAxe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    const [scaricata] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Scarica la copia da correggere' }).click(),
    ]);
    expect(scaricata.suggestedFilename()).toBe('casarano-spesa-storica-2018-2020-da-correggere.csv');
    const copia = await readFile(await scaricata.path(), 'utf8');
    expect(copia).toContain('Collepasso;2018-2020;"295.l09,83";"98369,94";"«295.l09,83»: non è un numero.');
    await bring(page, copia.replace('"295.l09,83";', '"295.109,83";'));
    await page.getByRole('button', { name: 'Pubblica…' }).waitFor();
  });
});

test('a file whose header is not found asks which line it is; what is taken back leaves the keyboard where it was', async () => {
  await openBozza(1280, 'Prospetto provvisorio;;\nEnte;Somma;Media\nCasarano;1,00;0,33\n', async (page) => {
    await page.getByLabel('Riga di intestazione').selectOption('2');
    await page.getByLabel('Colonna 2: «Somma»').selectOption('spesa_complessiva');
    await page.getByLabel('Colonna 3: «Media»').selectOption('spesa_complessiva');
    await page.getByText(/non possono essere tutte e due «Spesa complessiva»/).waitFor();
    await tabTo(page, /^Lascia tutto com’era/);
    await page.keyboard.press('Enter');
    await page.locator('button:focus', { hasText: 'Rileggi con queste correzioni' }).waitFor();
    expect(await page.getByLabel('Riga di intestazione').inputValue()).toBe('');
  });
});

test('from one problem to the next, and back to the one before', async () => {
  const guasta = spesa.replace('C1;CASARANO', 'C1;CASSARANO').replace('€ 295.109,83', '295.l09,83');
  await openBozza(1280, guasta, async (page) => {
    await page.getByRole('button', { name: 'Vai al primo problema' }).click();
    expect(await page.getByText(/^1 di 2: /).count()).toBe(1);
    for (const [passo, cella] of [
      [/^Vai al prossimo problema/, '295.l09,83'],
      [/^Torna al problema precedente/, 'CASSARANO'],
      // From the first one it goes round.
      [/^Torna al problema precedente/, '295.l09,83'],
    ] as const) {
      await tabTo(page, passo);
      await page.keyboard.press('Enter');
      await page.locator('td:focus', { hasText: cella }).waitFor();
    }
  });
});
