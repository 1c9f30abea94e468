/**
 * Questions that people come with, from the first page, by the words on the page: in how many steps, and whether the answer with
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
  /** Words written in the field of the page reached: one step more. */
  readonly scrive?: string;
  /** Where the answer stands, and what it says. */
  readonly dove: string;
  readonly dice: readonly [string | RegExp, ...(string | RegExp)[]];
}

const ALLE_DOMANDE = 'Vai alle domande più frequenti';
const DOMANDE = ['Casarano', ALLE_DOMANDE];

/** The same steps at every width. */
const byDomande = (domanda: string) => ({ larga: [...DOMANDE, domanda], telefono: [...DOMANDE, domanda] });

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
    ...byDomande('Quanti assistenti sociali servono, e quanti ne mancano?'),
    dove: '[data-grafico=assistenti] :is(h2, .scheda-note > p:nth-child(2))',
    dice: ['Servono 14,1', '17,6', 'la tabella del personale non è pubblicata'],
  },
  {
    compito: 'Che cosa è cambiato dal 2018',
    ...byDomande('Che cosa è cambiato rispetto a prima?'),
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
  {
    compito: 'Quanto ha versato il mio comune per residente, accanto agli altri',
    ...byDomande('Supersano'),
    dove: '.risposta',
    dice: ['7,58 € per residente (ambito: 6,48 €)', '41,35 € per abitante l’anno (ambito: 25,73 €)'],
  },
  {
    compito: 'Come si calcola la quota minima di ogni comune',
    ...byDomande('Come si calcola la quota di ogni comune?'),
    dove: 'section[aria-labelledby=chiave] > :is(h2, h2 + p)',
    dice: ['tornano al centesimo', 'si dividono 904.396,85 €', 'FNPS 462.459,91 €', 'secondo i residenti'],
  },
  {
    compito: 'Quanto denaro del Piano è del 2022, del 2023 e del 2024',
    ...byDomande('Quanto denaro c’è in ogni anno del Piano?'),
    dove: '[data-grafico=anni] :is(h2, ol)',
    dice: ['54 % del denaro', '5.330.425,61 €', '3.060.999,24 €', '1.547.772,37 €'],
  },
  {
    compito: 'Quali LEPS non hanno denaro nel 2023',
    larga: ['Casarano', 'Livelli essenziali', '2023'],
    telefono: [...DOMANDE, 'Quali livelli essenziali non hanno denaro?'],
    dove: 'section[aria-labelledby=anni] > h2',
    dice: ['8 nel 2022, 9 nel 2023 e 4 nel 2024, su 9 previsti'],
  },
  {
    compito: 'Chi gestisce i servizi',
    ...byDomande('Chi gestisce i servizi?'),
    dove: ':is(#titolari, #titolari + p)',
    dice: ['non scrivono chi è titolare', 'Nel ciclo 2018-2021 il titolare indicato era: Ambito di Casarano'],
  },
  {
    compito: 'Quali servizi sono gratuiti',
    ...byDomande('Quali servizi sono gratuiti?'),
    dove: '.servizi-esito h2, .servizi-elenco > li:first-child h3',
    dice: ['16 servizi gratuiti', 'Segretariato Sociale'],
  },
  {
    compito: 'Mia madre ha 85 anni e vive sola: che cosa c’è, e si paga?',
    larga: ['Casarano', 'Quali servizi ci sono, e per chi?'],
    telefono: ['Casarano', 'Quali servizi ci sono, e per chi?'],
    scrive: 'mia madre ha 85 anni e vive sola',
    dove: '.servizi-esito h2, .servizi-elenco > li:first-child :is(h3, .etichetta)',
    dice: ['Otto servizi', 'Assistenza Domiciliare (SAD ANZIANI)', 'Può chiedere una parte del costo'],
  },
  {
    compito: 'In quale documento, a quale riga e con quale atto sta l’impegnato del 2018-2021',
    larga: ['Casarano', '95,00 %'],
    telefono: ['Casarano', '95,00 %'],
    dove: '.ingressi li, .documenti li > :is(strong, span:not(.minuto, .documento-link))',
    dice: ['riga 2', 'Piano Sociale di Zona 2022-2024', 'Coordinamento Istituzionale, seduta del 1 giugno 2023'],
  },
];

/** A link that a person sees, by its words or by its title: who went to the questions looks among them. */
async function follow(page: Page, testo: string, venutoDa: string | undefined): Promise<void> {
  const dentro = venutoDa === ALLE_DOMANDE ? page.locator('section[aria-labelledby=domande]') : page;
  const parola = dentro.getByText(testo, { exact: true }).and(page.locator('a, a *'));
  await parola.filter({ visible: true }).first().click();
  await waitPronta(page);
}

const countPassi = (compito: Compito, strada: 'larga' | 'telefono') =>
  compito[strada].length + (compito.scrive === undefined ? 0 : 1);

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
  test.each(COMPITI)('$compito', async (compito) => {
    const { dove, dice, scrive } = compito;
    const passi = compito[strada];
    expect(countPassi(compito, strada)).toBeLessThanOrEqual(MASSIMO_PASSI);
    await scena.visit('/', { viewport }, async ({ page }) => {
      for (const [i, passo] of passi.entries()) await follow(page, passo, passi[i - 1]);
      if (scrive !== undefined) await page.getByRole('searchbox').fill(scrive);
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
  for (const uno of COMPITI) {
    const riga = pagina.split('\n').find((una) => una.startsWith(`| ${uno.compito}`));
    const passi = riga?.split('|').slice(2, 4).map(Number);
    expect({ [uno.compito]: passi }).toEqual({
      [uno.compito]: [countPassi(uno, 'larga'), countPassi(uno, 'telefono')],
    });
  }
});
