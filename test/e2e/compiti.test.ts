/**
 * Six questions that people come with, from the first page, by the words on the page: in how many steps, and whether the answer with
 * its figures stands in the first screen of the page reached. What a person found is told in docs/compiti.md.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTesto } from '../sorgenti.ts';
import { LARGA, type Scena, startScena, TELEFONO, waitPronta } from './scena.ts';

let scena: Scena;
beforeAll(async () => {
  scena = await startScena();
});
afterAll(() => scena.stop());

/** More than these, and one gives up. */
const MASSIMO_PASSI = 3;

const ATTESA_MS = 15_000;

interface Compito {
  readonly compito: string;
  /** Links in the order in which they are followed, at 1280 px and at 390. */
  readonly larga: readonly string[];
  readonly telefono: readonly string[];
  /** Where the answer stands, and what it says. */
  readonly dove: string;
  readonly dice: readonly [string | RegExp, ...(string | RegExp)[]];
}

const DOMANDE = ['Casarano', 'Vai alle domande più frequenti'];

const COMPITI: readonly Compito[] = [
  {
    compito: 'Quale comune ha versato meno per residente nel 2021, e perché il suo minimo non si può giudicare',
    larga: ['Casarano', 'Cofinanziamento'],
    telefono: [...DOMANDE, 'Chi ha versato di più e di meno per residente?'],
    dove: '.risposta',
    dice: ['Nel 2021', '6,06 € per residente (Taurisano)', 'il minimo del 2021 non è pubblicato'],
  },
  {
    compito: 'Quanto del 2018-2021 non è impegnato, e su quale fondo',
    larga: ['Casarano', 'Spesa'],
    telefono: [...DOMANDE, 'Quanto del ciclo passato non è stato impegnato?'],
    dove: '.risposta',
    dice: ['273.854,03 € su 5.478.132,88 €', 'Fondo nazionale per le non autosufficienze (FNA)'],
  },
  {
    compito: 'Quali LEPS non hanno denaro nel 2024',
    larga: ['Casarano', 'Livelli essenziali'],
    telefono: [...DOMANDE, 'Quali livelli essenziali non hanno denaro?'],
    dove: '.risposta',
    dice: ['quattro non hanno denaro', 'A.1', 'B.2', 'B.5', 'B.6', /non indicato\): B\.7/],
  },
  {
    compito: 'Quanti assistenti sociali servono, e perché quelli che mancano non si sanno',
    larga: [...DOMANDE, 'Quanti assistenti sociali servono, e quanti ne mancano?'],
    telefono: [...DOMANDE, 'Quanti assistenti sociali servono, e quanti ne mancano?'],
    dove: '[data-grafico=assistenti] :is(h2, .scheda-note > p:nth-child(2))',
    dice: ['Servono 14,1', '17,6', 'la tabella del personale non è pubblicata'],
  },
  {
    compito: 'Che cosa è cambiato dal 2018',
    larga: [...DOMANDE, 'Che cosa è cambiato rispetto a prima?'],
    telefono: [...DOMANDE, 'Che cosa è cambiato rispetto a prima?'],
    dove: 'section[aria-labelledby=cambiamenti]',
    dice: ['−1.530', '−1.000', '+300', '+76.466,26 €', 'in verifica'],
  },
  {
    compito: 'Quali cifre stampate nel piano non tornano',
    larga: ['Casarano', 'Qualità dei dati'],
    telefono: [...DOMANDE, 'Quali cifre dei documenti non tornano?'],
    dove: '.qualita-in-breve',
    dice: [/8\.824.+8\.823/, /70\.275.+70\.274/, /208\.235,20 €.+152\.089,23 €/, /1\.580,56.+196,21/, /3,20.+2,83/],
  },
];

/** A link that a person sees, by its words or by its title. */
async function follow(page: Page, testo: string): Promise<void> {
  const parola = page.getByText(testo, { exact: true }).and(page.locator('a, a *'));
  await parola.filter({ visible: true }).first().click();
  await waitPronta(page);
}

/** The parts of the answer that do not stand wholly in the window. */
function listFuori(page: Page, dove: string): Promise<string[]> {
  return page.locator(dove).evaluateAll((nodi) =>
    nodi
      .filter((nodo) => {
        const { top, bottom } = nodo.getBoundingClientRect();
        return top < 0 || bottom > window.innerHeight;
      })
      .map((nodo) => nodo.textContent),
  );
}

describe.each([
  { larghezza: 1280, viewport: LARGA, strada: 'larga' as const },
  { larghezza: 390, viewport: TELEFONO, strada: 'telefono' as const },
])('at $larghezza px', ({ viewport, strada }) => {
  test.each(COMPITI)('$compito', async ({ dove, dice, ...strade }) => {
    const passi = strade[strada];
    expect(passi.length).toBeLessThanOrEqual(MASSIMO_PASSI);
    await scena.visit('/', { viewport }, async ({ page }) => {
      for (const passo of passi) await follow(page, passo);
      const readRisposta = async () => (await page.locator(dove).allInnerTexts()).join(' ').replace(/\s+/g, ' ');
      const [prima, ...altre] = dice;
      await expect.poll(readRisposta, { timeout: ATTESA_MS }).toMatch(prima);
      const testo = await readRisposta();
      for (const parte of altre) expect(testo).toMatch(parte);
      await expect.poll(() => listFuori(page, dove), { timeout: ATTESA_MS }).toEqual([]);
    });
  });
});

test('docs/compiti.md tells these tasks with these steps', () => {
  const pagina = readTesto('docs/compiti.md');
  for (const { compito, larga, telefono } of COMPITI) {
    const riga = pagina.split('\n').find((una) => una.startsWith(`| ${compito}`));
    expect(riga?.split('|').map((cella) => cella.trim())).toEqual(
      expect.arrayContaining([String(larga.length), String(telefono.length)]),
    );
  }
});
