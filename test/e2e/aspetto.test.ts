/** Every page as it looked when somebody last judged it: wide, on a phone, on paper. A change of look is seen before it lands. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareImmagine } from './immagini.ts';
import { CARTA, LARGA, type Scena, startScena, TELEFONO } from './scena.ts';

/** The samples are published, and read, on this day: dates in the pages never change. */
const ADESSO = new Date('2026-11-23T09:00:00Z');

let scena: Scena;
beforeAll(async () => {
  scena = await startScena({ adesso: ADESSO });
});
afterAll(() => scena.stop());

/** Half size is enough to see that something moved, and keeps the pictures light. */
const SCALA = 0.5;
const MASSIMO_PIXEL = 20;

const PAGINE = [
  ['ambiti', '/'],
  ['panoramica', '/casarano'],
  ['confronto', '/casarano/confronto'],
  ['spesa', '/casarano/spesa'],
  ['cofinanziamento', '/casarano/cofinanziamento'],
  ['leps', '/casarano/leps'],
  ['servizi', '/casarano/servizi'],
  ['relazione', '/casarano/relazione'],
  ['qualita', '/casarano/qualita'],
  ['percorso', '/casarano/percorso'],
  ['comune', '/casarano/comuni/075059'],
  ['panoramica-fasano', '/fasano'],
  ['metodo', '/metodo'],
  ['dati', '/dati?ambito=casarano'],
] as const;

const MODI = [
  { modo: 'larga', viewport: LARGA, media: 'screen' },
  { modo: 'telefono', viewport: TELEFONO, media: 'screen' },
  { modo: 'carta', viewport: CARTA, media: 'print' },
] as const;

test.each(PAGINE)('%s looks as accepted, wide, on a phone, on paper', async (nome, percorso) => {
  const differenze: (string | null)[] = [];
  await scena.visit(percorso, { deviceScaleFactor: SCALA, reducedMotion: 'reduce' }, async ({ page }) => {
    for (const { modo, viewport, media } of MODI) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ media });
      // The address at the foot of a sheet names the port, which is another at each run.
      const mask = [page.locator('.indirizzo-vivo')];
      const byte = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide', mask });
      differenze.push(await compareImmagine(`${nome}-${modo}`, byte, MASSIMO_PIXEL));
    }
  });
  expect(differenze.filter((una) => una !== null)).toEqual([]);
});
