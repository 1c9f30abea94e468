/** What is made for paper, on paper: sheets counted in the PDF that a browser prints. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CARTA, type Scena, startScena } from './scena.ts';

let scena: Scena;
beforeAll(async () => {
  scena = await startScena();
});
afterAll(() => scena.stop());

interface Foglio {
  readonly pagine: number;
  /** Headings, lists and tables are told to who listens to the PDF. */
  readonly etichettato: boolean;
}

async function print(percorso: string): Promise<Foglio> {
  let foglio: Foglio = { pagine: 0, etichettato: false };
  await scena.visit(percorso, {}, async ({ page }) => {
    const byte = await page.pdf({ format: 'A4', tagged: true, preferCSSPageSize: true });
    const testo = byte.toString('latin1');
    foglio = {
      pagine: testo.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
      etichettato: testo.includes('/StructTreeRoot'),
    };
  });
  return foglio;
}

describe('one comune on one sheet', () => {
  const COMUNI = [
    ...['075016', '075021', '075042', '075059', '075064', '075081', '075084'].map(
      (codice) => `/casarano/comuni/${codice}`,
    ),
    '/lecce/comuni/075035',
    '/fasano/comuni/074012',
  ];
  test.each(COMUNI)('%s', async (percorso) => {
    expect(await print(percorso)).toEqual({ pagine: 1, etichettato: true });
  });
});

/** What the margins of an A4 leave. */
const LARGHEZZA_UTILE_PX = 688;

describe('every page on as many sheets as it needs, none made smaller by what is too wide for it', () => {
  test.each([
    ['/casarano', 3],
    ['/casarano/confronto', 1],
    ['/casarano/spesa', 5],
    ['/casarano/cofinanziamento', 3],
    ['/lecce', 2],
    ['/casarano/leps', 5],
    ['/lecce/leps', 1],
    ['/fasano/leps', 1],
    ['/casarano/qualita', 8],
    ['/casarano/servizi', 6],
    ['/metodo', 4],
    ['/dati?ambito=casarano', 5],
  ])('%s: %d at most', async (percorso, massimo) => {
    expect((await print(percorso)).pagine).toBeLessThanOrEqual(massimo);
    await scena.visit(percorso, { viewport: CARTA }, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      const larghi = await page.locator('main *:visible').evaluateAll(
        (nodi, utile) =>
          nodi.flatMap((nodo) => {
            const { right } = nodo.getBoundingClientRect();
            return right > utile ? [`${nodo.tagName} ${nodo.className}: ${Math.round(right)} px`] : [];
          }),
        LARGHEZZA_UTILE_PX,
      );
      expect(larghi).toEqual([]);
    });
  });
});

describe('every form of the comparison on as many sheets as it needs', () => {
  test.each([
    ['andamento&indicatore=popolazione', 1],
    ['profilo', 2],
    ['dispersione', 1],
    ['calore', 1],
    ['multipli', 3],
    ['multipli&per=anni&indicatore=popolazione', 1],
  ])('%s: %d at most', async (grafico, massimo) => {
    const { pagine, etichettato } = await print(`/casarano/confronto?grafico=${grafico}`);
    expect(etichettato).toBe(true);
    expect(pagine).toBeGreaterThan(0);
    expect(pagine).toBeLessThanOrEqual(massimo);
  });
});

test('no word of the heads of the heat table parts, and the table is no wider than the sheet', async () => {
  await scena.visit('/casarano/confronto?grafico=calore', { viewport: CARTA }, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    const tavola = page.locator('.calore table');
    const spezzate = await tavola.locator('thead th').evaluateAll((teste) =>
      teste.flatMap((testa) => {
        const giro = document.createTreeWalker(testa, NodeFilter.SHOW_TEXT);
        const rotte: string[] = [];
        for (let nodo = giro.nextNode(); nodo; nodo = giro.nextNode()) {
          for (const { 0: parola, index } of (nodo.textContent ?? '').matchAll(/[\p{L}\d.,²-]+/gu)) {
            const tratto = document.createRange();
            tratto.setStart(nodo, index);
            tratto.setEnd(nodo, index + parola.length);
            if (tratto.getClientRects().length > 1) rotte.push(parola);
          }
        }
        return rotte;
      }),
    );
    expect(spezzate).toEqual([]);
    expect(await tavola.evaluate((nodo) => nodo.getBoundingClientRect().right)).toBeLessThanOrEqual(LARGHEZZA_UTILE_PX);
  });
});

describe('the report: a cover, then sheets that are full', () => {
  // As many as its chapters need: one more means that a sheet is left empty or that a chart no longer fits beside its table.
  const RELAZIONI = [
    { percorso: '/casarano/relazione', pagine: 7 },
    { percorso: '/lecce/relazione', pagine: 3 },
    { percorso: '/fasano/relazione', pagine: 2 },
  ];
  test.each(RELAZIONI)('$percorso: $pagine sheets at most', async ({ percorso, pagine }) => {
    const foglio = await print(percorso);
    expect(foglio.etichettato).toBe(true);
    expect(foglio.pagine).toBeGreaterThan(1);
    expect(foglio.pagine).toBeLessThanOrEqual(pagine);
  });

  test('every table is on paper, though closed on the screen', async () => {
    await scena.visit('/casarano/relazione', {}, async ({ page }) => {
      const tavole = page.locator('.capitolo-tavola table');
      expect(await tavole.first().isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      const nascoste = await tavole.evaluateAll((tutte) =>
        tutte.filter((una) => una.getBoundingClientRect().height === 0),
      );
      expect(await tavole.count()).toBeGreaterThan(5);
      expect(nascoste).toEqual([]);
    });
  });
});
