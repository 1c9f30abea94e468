/** What people do with the pages: walk a figure back, choose a view and find it again, take it along. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFile, RADICE } from '../sorgenti.ts';
import { LARGA, type Scena, startScena, TELEFONO, waitPronta } from './scena.ts';

let scena: Scena;
beforeAll(async () => {
  scena = await startScena();
});
afterAll(() => scena.stop());

const SPESA = '/casarano/confronto?indicatore=spesa-storica-media';
const dialogOf = (page: Page) => page.locator('dialog[open]');
const ricercaOf = (page: Page) => new URL(page.url()).search;

async function readDownload(page: Page, act: () => Promise<void>): Promise<{ nome: string; byte: Buffer }> {
  const attesa: Promise<Download> = page.waitForEvent('download');
  await act();
  const scaricato = await attesa;
  return { nome: scaricato.suggestedFilename(), byte: await readFile(await scaricato.path()) };
}

describe('the walk back', () => {
  /** The one way in which the walk is made: by mouse, by finger, by key. */
  const MODI: { modo: string; opzioni: object; act: (nodo: Locator) => Promise<void> }[] = [
    { modo: 'by mouse', opzioni: {}, act: (nodo) => nodo.click() },
    { modo: 'by finger', opzioni: { viewport: TELEFONO, hasTouch: true, isMobile: true }, act: (nodo) => nodo.tap() },
    { modo: 'by key', opzioni: {}, act: (nodo) => nodo.press('Enter') },
  ];

  test.each(MODI)(
    '$modo, in two steps: formula, cell as written, document, then the very file',
    async ({ opzioni, act }) => {
      await scena.visit(SPESA, opzioni, async ({ page, lamentele }) => {
        await act(page.locator('a.barre-voce', { hasText: 'Supersano' }));
        const dialogo = dialogOf(page);
        await dialogo.getByText('Come si calcola').waitFor();
        const testo = await dialogo.innerText();
        // Piano Sociale di Zona 2022-2024 di Casarano, par. 1.4, tabella della spesa storica.
        expect(testo).toContain('174.290,74');
        expect(testo).toContain('522.872,21');
        expect(testo).toMatch(/Supersano/);
        expect(testo).toMatch(/colonna «.+», riga \d+/i);
        expect(testo).toMatch(/Piano Sociale di Zona 2022-2024/);
        expect(testo).toMatch(/par\. 1\.4/);
        const { byte } = await readDownload(page, () => act(dialogo.getByText('Scarica il file originale').first()));
        const originali = await Promise.all(
          listFile('data/casarano').map(async (file) => [file, await readFile(join(RADICE, file))] as const),
        );
        expect(originali.filter(([, altro]) => altro.equals(byte)).map(([file]) => file)).toEqual([
          expect.stringMatching(/spesa-storica/),
        ]);
        expect(lamentele).toEqual([]);
      });
    },
  );

  const CIFRE: { cosa: string; percorso: string; cifraOf: (page: Page) => Locator }[] = [
    {
      cosa: 'a key figure',
      percorso: '/casarano',
      cifraOf: (page) => page.locator('.cifra-valore a[data-spiega]').first(),
    },
    { cosa: 'a bar', percorso: '/casarano', cifraOf: (page) => page.locator('.barre a.barre-voce').first() },
    { cosa: 'a cell of the table', percorso: '/casarano', cifraOf: (page) => page.locator('table a.cifra').last() },
    {
      cosa: 'the line of the ambito',
      percorso: '/casarano/confronto',
      cifraOf: (page) => page.locator('a.barre-etichetta-link'),
    },
    {
      cosa: 'the line of the ambito in a table',
      percorso: `${SPESA}&vista=tabella`,
      cifraOf: (page) => page.locator('table a.cifra').last(),
    },
    {
      cosa: 'a quotient made on the page',
      percorso: '/casarano/confronto?indicatore=cofinanziamento-minimo&misura=abitante',
      cifraOf: (page) => page.locator('a.barre-voce').first(),
    },
  ];
  test.each(CIFRE)('$cosa can be walked back', async ({ percorso, cifraOf }) => {
    await scena.visit(percorso, {}, async ({ page, lamentele }) => {
      await cifraOf(page).click();
      await dialogOf(page).getByText('Come si calcola').first().waitFor();
      expect(await dialogOf(page).getByText('Scarica il file originale').count()).toBeGreaterThan(0);
      expect(lamentele).toEqual([]);
    });
  });

  test('Esc closes it, the focus goes back to the figure, and so does the history', async () => {
    await scena.visit(SPESA, {}, async ({ page }) => {
      const prima = page.url();
      const riga = page.locator('a.barre-voce', { hasText: 'Matino' });
      await riga.focus();
      await riga.press('Enter');
      await dialogOf(page).getByText('Come si calcola').waitFor();
      expect(page.url()).not.toBe(prima);
      const voci = await page.evaluate(() => history.length);
      await page.keyboard.press('Escape');
      await dialogOf(page).waitFor({ state: 'detached' });
      expect(page.url()).toBe(prima);
      expect(await riga.evaluate((nodo) => nodo === document.activeElement)).toBe(true);
      await page.goForward();
      await dialogOf(page).getByText('Come si calcola').waitFor();
      expect(await page.evaluate(() => history.length)).toBe(voci);
    });
  });

  test('focus stays within it while it is open', async () => {
    await scena.visit(SPESA, {}, async ({ page }) => {
      await page.locator('a.barre-voce').first().press('Enter');
      await dialogOf(page).getByText('Come si calcola').waitFor();
      for (let volta = 0; volta < 12; volta++) {
        await page.keyboard.press('Tab');
        // Past the last control a dialog hands the focus to the browser's own bar, then back.
        const dove = await page.evaluate(() => {
          const attivo = document.activeElement;
          return attivo === document.body || attivo?.closest('dialog[open]') !== null;
        });
        expect(dove).toBe(true);
      }
    });
  });

  test('a link to it opens it, and closing it leaves the view', async () => {
    await scena.visit(`${SPESA}&spiega=spesa-storica-media,075081,2018-2020`, {}, async ({ page }) => {
      await dialogOf(page).getByText('174.290,74').first().waitFor();
      await dialogOf(page).getByRole('button', { name: 'Chiudi' }).click();
      await dialogOf(page).waitFor({ state: 'detached' });
      expect(ricercaOf(page)).toBe('?indicatore=spesa-storica-media');
    });
  });

  test('a link to a figure that there is not says so', async () => {
    await scena.visit(`${SPESA}&spiega=spesa-storica-media,075081,1861`, {}, async ({ page }) => {
      await dialogOf(page).getByRole('alert').waitFor();
      expect(await dialogOf(page).getByRole('alert').innerText()).not.toMatch(/undefined|null/);
    });
  });
});

describe('with the keyboard alone', () => {
  const PERCORSI: [string, { width: number; height: number }][] = [
    ['/', LARGA],
    ['/casarano', LARGA],
    ['/casarano', TELEFONO],
    ['/casarano/confronto', TELEFONO],
    ['/casarano/confronto?grafico=andamento&indicatore=popolazione', TELEFONO],
    ['/casarano/confronto?grafico=profilo', LARGA],
    ['/casarano/confronto?grafico=dispersione', TELEFONO],
    ['/casarano/confronto?grafico=calore', LARGA],
    ['/casarano/confronto?grafico=multipli&per=anni&indicatore=popolazione', TELEFONO],
    ['/casarano/spesa', LARGA],
    ['/casarano/cofinanziamento', LARGA],
    ['/casarano/leps', LARGA],
    ['/casarano/servizi', LARGA],
    ['/casarano/relazione', LARGA],
    ['/casarano/comuni/075081', LARGA],
    ['/casarano/percorso', LARGA],
    ['/casarano/qualita', LARGA],
    ['/metodo', LARGA],
    ['/dati?ambito=lecce', LARGA],
  ];
  test.each(PERCORSI)(
    '%s at %o: every control is reached in the order of the page, is seen, and shows that it is chosen',
    async (percorso, viewport) => {
      await scena.visit(percorso, { viewport }, async ({ page }) => {
        const attesi = await page.evaluate(() => {
          const scelti = 'a[href], button:enabled, select:enabled, summary, input:enabled, [tabindex="0"]';
          // Of a group of radio buttons only the chosen one is a stop.
          const tutti = [...document.querySelectorAll<HTMLElement>(scelti)].filter(
            (nodo) =>
              nodo.checkVisibility() && !(nodo instanceof HTMLInputElement && nodo.type === 'radio' && !nodo.checked),
          );
          for (const [i, nodo] of tutti.entries()) nodo.dataset.passo = String(i);
          return tutti.length;
        });
        const visti: number[] = [];
        const difetti: string[] = [];
        for (let passo = 0; passo < attesi; passo++) {
          await page.keyboard.press('Tab');
          const { quale, nome, difetto } = await page.evaluate(() => {
            const nodo = document.activeElement;
            if (!(nodo instanceof HTMLElement || nodo instanceof SVGElement))
              return { quale: -1, nome: '', difetto: 'no focus' };
            const { top, bottom, left, right, width } = nodo.getBoundingClientRect();
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(nodo);
            // A mark inside a drawing cannot wear an outline: its target is drawn around.
            const bersaglio = nodo.querySelector('.bersaglio');
            const segnato =
              (outlineStyle !== 'none' && outlineWidth !== '0px') ||
              boxShadow !== 'none' ||
              (bersaglio !== null && getComputedStyle(bersaglio).stroke !== 'none');
            const visibile = width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
            const difetto = segnato ? (visibile ? '' : 'out of sight') : 'no sign of focus';
            return { quale: Number(nodo.dataset.passo ?? -1), nome: nodo.textContent ?? '', difetto };
          });
          visti.push(quale);
          if (difetto) difetti.push(`${nome}: ${difetto}`);
        }
        expect(difetti).toEqual([]);
        expect(visti).toEqual(Array.from({ length: attesi }, (_, i) => i));
      });
    },
  );

  test('the first stop leads past the header', async () => {
    await scena.visit('/casarano', {}, async ({ page }) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Vai al contenuto');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    });
  });

  test('a search that finds nothing leads to where one asks for help', async () => {
    await scena.visit('/casarano', {}, async ({ page }) => {
      await page.getByRole('button', { name: 'Cerca' }).press('Enter');
      await page.getByRole('combobox').fill('casa di riposo');
      await page.getByRole('link', { name: 'Dove chiedere' }).press('Enter');
      await page.getByRole('heading', { level: 2, name: 'Dove chiedere' }).waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Dove chiedere');
    });
  });

  test('Esc closes the menu of a phone, and the keyboard goes on from what opened it', async () => {
    await scena.visit('/casarano', { viewport: TELEFONO }, async ({ page }) => {
      const menu = page.getByRole('button', { name: 'Menu' });
      await menu.press('Enter');
      await page.keyboard.press('Tab');
      const voce = page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Panoramica' });
      expect(await voce.evaluate((nodo) => nodo === document.activeElement)).toBe(true);
      await page.keyboard.press('Escape');
      await voce.waitFor({ state: 'hidden' });
      expect(await menu.evaluate((nodo) => nodo === document.activeElement)).toBe(true);
    });
  });

  test('the arrows of a list of comuni go from one to the next', async () => {
    await scena.visit('/casarano/comuni/075016', {}, async ({ page }) => {
      const elenco = page.getByLabel('Un altro comune');
      await elenco.focus();
      for (const nome of ['Collepasso', 'Matino']) {
        await page.keyboard.press('ArrowDown');
        await page.getByRole('heading', { level: 1, name: nome }).waitFor();
        expect(await elenco.evaluate((nodo) => nodo === document.activeElement)).toBe(true);
      }
    });
  });

  test('a change of page puts the focus on its title, at the top', async () => {
    await scena.visit('/casarano', {}, async ({ page }) => {
      await page.locator('footer').scrollIntoViewIfNeeded();
      await page
        .getByRole('navigation', { name: 'Principale' })
        .getByRole('link', { name: 'Qualità dei dati' })
        .press('Enter');
      await page.getByRole('heading', { level: 1, name: /Quali cifre/ }).waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
    });
  });
});

describe('a page stays where it is', () => {
  const readAltezza = (page: Page) => page.evaluate(() => Math.round(window.scrollY));

  /** @returns how far down the page stood before, with the node in sight */
  async function show(nodo: Locator): Promise<number> {
    await nodo.scrollIntoViewIfNeeded();
    const altezza = await readAltezza(nodo.page());
    expect(altezza).toBeGreaterThan(500);
    return altezza;
  }

  test.each([LARGA, TELEFONO])('while a figure is walked back, and after, at %o', async (viewport) => {
    await scena.visit('/casarano/spesa', { viewport }, async ({ page }) => {
      const cifra = page.locator('[data-grafico=anni] a.barre-voce').first();
      const altezza = await show(cifra);
      await cifra.press('Enter');
      await dialogOf(page).getByText('Come si calcola').waitFor();
      expect(await readAltezza(page)).toBe(altezza);
      await page.keyboard.press('Escape');
      await dialogOf(page).waitFor({ state: 'detached' });
      expect(await readAltezza(page)).toBe(altezza);
      expect(await cifra.evaluate((nodo) => nodo === document.activeElement)).toBe(true);
    });
  });

  test('when a chart is asked for another measure, and when that is undone', async () => {
    await scena.visit('/casarano/spesa', { viewport: TELEFONO }, async ({ page }) => {
      const scelta = page.locator('[data-grafico=anni] .segmenti a', { hasText: 'Per residente' });
      const altezza = await show(scelta);
      await scelta.click();
      await page.locator('[data-grafico=anni] .segmenti [aria-current]', { hasText: 'Per residente' }).waitFor();
      expect(await readAltezza(page)).toBe(altezza);
      await page.goBack();
      await page.locator('[data-grafico=anni] .segmenti [aria-current]', { hasText: 'In totale' }).waitFor();
      expect(await readAltezza(page)).toBe(altezza);
    });
  });

  test('while the transfers of the simulator are written', async () => {
    await scena.visit('/casarano/cofinanziamento', {}, async ({ page }) => {
      const casella = page.locator('.simulatore-campi input').first();
      const altezza = await show(casella);
      await casella.fill('500000');
      await page.waitForURL(/fondi=/);
      expect(await readAltezza(page)).toBe(altezza);
    });
  });

  test('but what a link of a list opens is read from its top, and going back finds the list', async () => {
    await scena.visit('/casarano/servizi', {}, async ({ page }) => {
      const servizio = page.locator('.servizi-elenco a[href*="servizio="]').nth(20);
      const altezza = await show(servizio);
      await servizio.click();
      await page.locator('.servizi-esito', { hasText: 'Il servizio che hai scelto' }).waitFor();
      await expect.poll(() => readAltezza(page)).toBe(0);
      await page.goBack();
      await page.locator('.servizi-esito', { hasText: 'Tutti i servizi, per bisogno' }).waitFor();
      await expect.poll(() => readAltezza(page)).toBe(altezza);
    });
  });
});

describe('a view is in its address', () => {
  /** What a reader sees of a view: its question, its finding, its measure, whether it is a table. */
  const readVista = (page: Page) =>
    page.evaluate(() => ({
      domanda: document.querySelector('h1')?.textContent,
      titolo: document.querySelector('#grafico')?.textContent,
      misura: document.querySelector('.scheda-misura')?.textContent,
      tabella: document.querySelector('table') !== null,
    }));

  test('each choice is written, survives a reload, and is undone by going back', async () => {
    await scena.visit('/casarano/confronto', {}, async ({ page, lamentele }) => {
      const tappe = [{ indirizzo: page.url(), vista: await readVista(page) }];
      const PASSI: { act: () => Promise<unknown>; ricerca: string; titolo: RegExp }[] = [
        {
          act: () => page.getByLabel('Indicatore').selectOption('cofinanziamento-versato'),
          ricerca: '?indicatore=cofinanziamento-versato',
          titolo: /118\.895,48/,
        },
        {
          act: () => page.getByLabel('Periodo').selectOption('2018'),
          ricerca: '?indicatore=cofinanziamento-versato&periodo=2018',
          titolo: /98\.746,62/,
        },
        {
          act: () => page.getByRole('link', { name: 'Tabella', exact: true }).click(),
          ricerca: '?indicatore=cofinanziamento-versato&periodo=2018&vista=tabella',
          titolo: /98\.746,62/,
        },
        {
          act: () => page.getByLabel('Metti in evidenza').selectOption({ label: 'Parabita' }),
          ricerca: '?indicatore=cofinanziamento-versato&periodo=2018&vista=tabella&evidenzia=075059',
          titolo: /98\.746,62/,
        },
      ];
      for (const { act, ricerca, titolo } of PASSI) {
        await act();
        await page.waitForURL((url) => url.search === ricerca);
        await expect.poll(async () => (await readVista(page)).titolo).toMatch(titolo);
        tappe.push({ indirizzo: page.url(), vista: await readVista(page) });
      }
      await page.reload();
      await waitPronta(page);
      expect(await readVista(page)).toEqual(tappe.at(-1)?.vista);
      for (const { indirizzo, vista } of tappe.slice(0, -1).toReversed()) {
        await page.goBack();
        await page.waitForURL(indirizzo);
        await expect.poll(() => readVista(page)).toEqual(vista);
      }
      expect(lamentele).toEqual([]);
    });
  });

  test('a list holds what was chosen while its page comes, and gives it up when one goes back', async () => {
    await scena.visit('/casarano/comuni/075016', {}, async ({ page }) => {
      const elenco = page.getByLabel('Un altro comune');
      const titolo = page.locator('main h1');
      const prima = await titolo.innerText();
      let lascia = () => {};
      const attesa = new Promise<void>((then) => {
        lascia = then;
      });
      await page.route('**/*', async (rotta) => {
        await attesa;
        await rotta.continue();
      });
      await elenco.selectOption({ label: 'Collepasso' });
      await page.waitForURL('**/comuni/075021');
      const inAttesa = await elenco.locator('option:checked').innerText();
      expect([inAttesa, await titolo.innerText()]).toEqual(['Collepasso', prima]);
      lascia();
      await titolo.filter({ hasText: 'Collepasso' }).waitFor();
      await page.goBack();
      await titolo.filter({ hasText: prima }).waitFor();
      expect(await elenco.locator('option:checked').innerText()).toBe('Casarano');
    });
  });

  test('going back to a long page finds the place where one was', async () => {
    await scena.visit('/casarano', { viewport: TELEFONO }, async ({ page }) => {
      await page.evaluate(() => window.scrollTo(0, 1500));
      const link = page.locator('.altrove a');
      await link.scrollIntoViewIfNeeded();
      const altezza = await page.evaluate(() => window.scrollY);
      expect(altezza).toBeGreaterThan(500);
      await link.click();
      await page.waitForURL(/confronto/);
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
      await page.goBack();
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(altezza - 200);
    });
  });
});

describe('taken along', () => {
  test('CSV: what spreadsheets in Italy open right', async () => {
    await scena.visit('/casarano/confronto?indicatore=spesa-storica-media', {}, async ({ page }) => {
      const { nome, byte } = await readDownload(page, () => page.getByRole('link', { name: 'CSV' }).click());
      expect(nome).toMatch(/\.csv$/);
      expect([...byte.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [testa = '', ...righe] = byte.toString('utf8').trim().split('\r\n');
      expect(testa.split(';').length).toBeGreaterThan(5);
      expect(righe.length).toBe(8);
      expect(righe.find((riga) => riga.includes('Supersano'))).toMatch(/;"174290,74";/);
      for (const riga of righe) expect(riga).not.toMatch(/;"?-?\d+\.\d+"?;/);
    });
  });

  test('SVG: title, source and address inside, and no letter on another', async () => {
    await scena.visit('/casarano/confronto', {}, async ({ page, lamentele }) => {
      const titolo = await page.locator('#grafico').innerText();
      const { nome, byte } = await readDownload(page, () => page.getByRole('button', { name: 'SVG' }).click());
      expect(nome).toBe('casarano-confronto-spesa-storica-procapite-2018-2020.svg');
      const svg = byte.toString('utf8');
      expect(svg).toContain('Fonte: Piano Sociale di Zona 2022-2024');
      expect(svg).not.toMatch(/https?:\/\/(?!www\.w3\.org|localhost)/);
      await page.goto('about:blank');
      const letto = await page.evaluate(async (testo) => {
        document.body.innerHTML = testo;
        await document.fonts.ready;
        const testi = [...document.querySelectorAll<SVGTextElement>('svg text')];
        const riquadri = testi.map((t) => ({ testo: t.textContent ?? '', r: t.getBoundingClientRect() }));
        const linee = [...document.querySelectorAll('svg line')].map((l) => ({
          testo: 'a line',
          r: l.getBoundingClientRect(),
        }));
        const sopra: string[] = [];
        for (const [i, a] of riquadri.entries()) {
          for (const b of [...riquadri.slice(i + 1), ...linee]) {
            const x = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
            const y = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
            // Lines of one text share the air between them, never the ink.
            if (x > 0.5 && y > 6) sopra.push(`«${a.testo}» and «${b.testo}»`);
          }
        }
        return { titolo: document.querySelector('svg title')?.textContent, sopra };
      }, svg);
      expect(letto).toEqual({ titolo, sopra: [] });
      expect(lamentele).toEqual([]);
    });
  });

  test('PNG: a picture twice the size, with ink in it', async () => {
    await scena.visit('/casarano/confronto', {}, async ({ page, lamentele }) => {
      const { nome, byte } = await readDownload(page, () => page.getByRole('button', { name: 'PNG' }).click());
      expect(nome).toMatch(/\.png$/);
      await page.goto('about:blank');
      const immagine = await page.evaluate(async (dati) => {
        const img = new Image();
        img.src = `data:image/png;base64,${dati}`;
        await img.decode();
        const tela = document.createElement('canvas');
        tela.width = img.width;
        tela.height = img.height;
        const penna = tela.getContext('2d');
        penna?.drawImage(img, 0, 0);
        const { data } = penna?.getImageData(0, 0, img.width, img.height) ?? { data: [] };
        const colori = new Set<string>();
        for (let i = 0; i < data.length; i += 4 * 97) colori.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
        return { larghezza: img.width, colori: [...colori] };
      }, byte.toString('base64'));
      expect(immagine.larghezza).toBe(1920);
      expect(immagine.colori).toEqual(expect.arrayContaining(['255,255,255', '0,102,204']));
      expect(lamentele).toEqual([]);
    });
  });

  test.each([
    '/casarano',
    '/casarano/confronto',
    '/casarano/spesa',
    '/casarano/leps',
    '/casarano/relazione',
    '/casarano/comuni/075081',
    '/casarano/qualita',
    '/dati?ambito=casarano',
  ])('%s prints without controls, black on white, with its own address', async (percorso) => {
    await scena.visit(percorso, {}, async ({ page, lamentele }) => {
      await page.emulateMedia({ media: 'print' });
      const comandi = await page
        .locator('button, select, summary, .azione, header nav, .briciole')
        .evaluateAll((nodi) => nodi.filter((nodo) => nodo.checkVisibility()).map((nodo) => nodo.textContent));
      expect(comandi).toEqual([]);
      // Written by the browser alone, once the page has been taken over whole.
      await page.getByText(page.url()).filter({ visible: true }).first().waitFor();
      const pdf = await page.pdf({ format: 'A4', tagged: true, preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.length).toBeGreaterThan(10_000);
      expect(lamentele).toEqual([]);
    });
  });

  test('all about one comune stands on one A4', async () => {
    await scena.visit('/casarano/comuni/075081', {}, async ({ page }) => {
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(1);
    });
  });
});
