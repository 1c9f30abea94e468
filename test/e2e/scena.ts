/** One Osservatorio with the sample ambiti and one browser, for all the tests of a file. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core';
import { inject } from 'vitest';
import { type Osservatorio, startOsservatorio } from '../../functions/locale/avvia.ts';
import { launchBrowser } from '../browser.ts';

export const LARGA = { width: 1280, height: 900 } as const;
export const TELEFONO = { width: 390, height: 844 } as const;
/** A4 at 96 dpi: what a browser holds its width queries against when it prints. */
export const CARTA = { width: 794, height: 1123 } as const;
export const STRETTA = { width: 320, height: 640 } as const;

/** Longer than any step takes on a busy machine, shorter than the patience of a test. */
const ATTESA_MS = 15_000;

export interface Visita {
  readonly page: Page;
  /** What the browser complained of: errors, refusals of the CSP, requests that failed. */
  readonly lamentele: readonly string[];
  /** Requests that left the origin. */
  readonly estranee: readonly string[];
  readonly risposte: readonly Response[];
}

export interface Scena {
  readonly origine: string;
  /** Opens a page in a context of its own, waits until it has its figures, closes it afterwards. */
  visit(percorso: string, opzioni: BrowserContextOptions, run: (visita: Visita) => Promise<void>): Promise<void>;
  /** Ends the server as a fault of the network would; the browser stays. */
  stopServer(): Promise<void>;
  /** Starts it again on the same address. */
  restartServer(): Promise<void>;
  stop(): Promise<void>;
}

/** @param adesso the instant at which every clock stands, the server's and the pages'; absent: clocks go */
export async function startScena({ adesso }: { readonly adesso?: Date } = {}): Promise<Scena> {
  const cartellaDati = await mkdtemp(join(tmpdir(), 'osservatorio-e2e-'));
  // What was published at another hour would say so.
  if (!adesso) await cp(inject('datiPubblicati'), cartellaDati, { recursive: true });
  const start = (porta: number) => startOsservatorio({ porta, cartellaDati }, adesso && (() => adesso));
  const [primo, browser] = await Promise.all([start(0), launchBrowser()]);
  const { origine } = primo;
  const porta = Number(new URL(origine).port);
  let vivo: Osservatorio | null = primo;
  const stopServer = async (): Promise<void> => {
    await vivo?.stop();
    vivo = null;
  };
  return {
    origine,
    visit: (percorso, opzioni, run) => visitPage(browser, { indirizzo: `${origine}${percorso}`, opzioni, adesso }, run),
    stopServer,
    restartServer: async () => {
      vivo ??= await start(porta);
    },
    stop: async () => {
      await browser.close();
      await stopServer();
      await rm(cartellaDati, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

async function visitPage(
  browser: Browser,
  { indirizzo, opzioni, adesso }: { indirizzo: string; opzioni: BrowserContextOptions; adesso: Date | undefined },
  run: (visita: Visita) => Promise<void>,
): Promise<void> {
  const contesto = await browser.newContext({ locale: 'it-IT', viewport: LARGA, ...opzioni });
  contesto.setDefaultTimeout(ATTESA_MS);
  const page = await contesto.newPage();
  if (adesso) await page.clock.setFixedTime(adesso);
  const lamentele: string[] = [];
  const estranee: string[] = [];
  const risposte: Response[] = [];
  page.on('pageerror', ({ message }) => lamentele.push(message));
  page.on('requestfailed', (richiesta) => lamentele.push(`failed: ${richiesta.url()}`));
  page.on('response', (risposta) => risposte.push(risposta));
  page.on('console', (detto) => {
    if (detto.type() === 'error' || detto.type() === 'warning') lamentele.push(detto.text());
  });
  page.on('request', (richiesta) => {
    const { protocol, origin } = new URL(richiesta.url());
    if (protocol.startsWith('http') && origin !== new URL(indirizzo).origin) estranee.push(richiesta.url());
  });
  try {
    await page.goto(indirizzo);
    if (opzioni.javaScriptEnabled !== false) await waitPronta(page);
    await run({ page, lamentele, estranee, risposte });
  } finally {
    await contesto.close();
  }
}

/** The page has its figures (its title comes with them), answers to who uses it, and its letters have their own font. */
export async function waitPronta(page: Page): Promise<void> {
  await page.locator('main h1:not(.solo-lettori)').first().waitFor();
  await page.waitForFunction(() => {
    // What was prepared is read before it is alive: React marks what it has taken over.
    const titolo = document.querySelector('main h1:not(.solo-lettori)');
    const viva = titolo !== null && Object.keys(titolo).some((nome) => nome.startsWith('__react'));
    // Its parts are laid out by then, the last of them too.
    return viva && document.querySelector('[data-pagina] .parti') === null;
  });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
