/**
 * How soon a page answers to who touches it or types, on a slow phone: to the next frame, as the browser itself tells it, and to the
 * frame that shows the last thing that the gesture has changed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { startOsservatorio, withCartella } from '../osservatorio.ts';
import { getMediana } from './serie.ts';

const GIRI = 3;
/** So many times slower than this machine, as where the loading of a page is measured. */
const LENTO = 4;
const TELEFONO = { width: 390, height: 844 } as const;
const LIMITE_MS = 100;
/** Longer than any page takes to be still again. */
const QUIETE_MS = 1_500;
/** The browser tells no event that took less. */
const MINIMO_MS = 16;

interface Interazione {
  readonly pagina: string;
  readonly gesto: string;
  readonly percorso: string;
  readonly act: (page: Page) => Promise<void>;
}

const tap = (find: (page: Page) => Locator) => (page: Page) => find(page).first().tap();
const press = (find: (page: Page) => Locator, tasto: string) => async (page: Page) => {
  await find(page).first().focus();
  await page.keyboard.press(tasto);
};
const button = (nome: RegExp) => (page: Page) => page.getByRole('button', { name: nome });
const link = (nome: RegExp) => (page: Page) => page.getByRole('main').getByRole('link', { name: nome });
const summary = (testo: RegExp) => (page: Page) => page.locator('main summary').filter({ hasText: testo });

const INTERAZIONI: readonly Interazione[] = [
  {
    pagina: 'Panoramica',
    gesto: 'aprire la tabella di un grafico',
    percorso: '',
    act: tap(summary(/Vedi la tabella/)),
  },
  { pagina: 'Panoramica', gesto: 'chiedere da dove viene una cifra', percorso: '', act: tap(link(/Da dove viene/)) },
  { pagina: 'Panoramica', gesto: 'aprire «Cerca»', percorso: '', act: tap(button(/^Cerca/)) },
  { pagina: 'Panoramica', gesto: 'aprire il menu', percorso: '', act: tap(button(/Menu/)) },
  { pagina: 'Panoramica', gesto: 'passare a un’altra pagina', percorso: '', act: tap(link(/Confronta i comuni/)) },
  {
    pagina: 'Confronto',
    gesto: 'scegliere un altro indicatore',
    percorso: '/confronto',
    act: press((page) => page.locator('main select'), 'ArrowDown'),
  },
  { pagina: 'Confronto', gesto: 'aprire le altre scelte', percorso: '/confronto', act: tap(button(/Periodo, misura/)) },
  { pagina: 'Spesa', gesto: 'scegliere un anno', percorso: '/spesa', act: tap(link(/^2023$/)) },
  {
    pagina: 'Spesa',
    gesto: 'aprire la tabella di un grafico',
    percorso: '/spesa',
    act: tap(summary(/Vedi la tabella/)),
  },
  { pagina: 'Cofinanziamento', gesto: 'passare agli euro', percorso: '/cofinanziamento', act: tap(link(/^In euro$/)) },
  {
    pagina: 'Cofinanziamento',
    gesto: 'scrivere una cifra nel simulatore',
    percorso: '/cofinanziamento',
    act: press((page) => page.locator('main input.casella'), '7'),
  },
  { pagina: 'LEPS', gesto: 'scegliere un altro livello', percorso: '/leps', act: tap(link(/^ODS$/)) },
  { pagina: 'LEPS', gesto: 'calcolare gli assistenti sociali', percorso: '/leps', act: tap(button(/Calcola/)) },
  {
    pagina: 'Servizi',
    gesto: 'scrivere una lettera nella ricerca',
    percorso: '/servizi',
    act: press((page) => page.locator('main input[name=q]'), 'n'),
  },
  {
    pagina: 'Relazione sociale',
    gesto: 'aprire la tabella di un grafico',
    percorso: '/relazione',
    act: tap(summary(/Vedi la tabella/)),
  },
  {
    pagina: 'Qualità dei dati',
    gesto: 'scegliere un comune',
    percorso: '/qualita',
    act: press((page) => page.locator('main select'), 'ArrowDown'),
  },
  { pagina: 'Percorso', gesto: 'scegliere un altro ciclo', percorso: '/percorso', act: tap(link(/^2022-2024$/)) },
  {
    pagina: 'Un comune',
    gesto: 'passare a un altro comune',
    percorso: '/comuni/075016',
    act: press((page) => page.locator('main select'), 'ArrowDown'),
  },
];

/** Kept by the page. */
interface Osservato {
  readonly interazioni: { inizioMs: number; durataMs: number }[];
  /** When the frame with the last change of the page was handed over. */
  cambiataMs: number;
}

declare global {
  interface Window {
    gesti: Osservato;
  }
}

interface Misura {
  readonly rispostaMs: number;
  readonly interaMs: number;
}

/** Runs in the page before anything of it does. */
function watch(): void {
  const gesti: Osservato = { interazioni: [], cambiataMs: 0 };
  Object.assign(window, { gesti });
  new PerformanceObserver((lista) => {
    for (const uno of lista.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      if (uno.interactionId > 0) gesti.interazioni.push({ inizioMs: uno.startTime, durataMs: uno.duration });
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  new MutationObserver(() => {
    requestAnimationFrame(() => setTimeout(() => Object.assign(gesti, { cambiataMs: performance.now() })));
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** @returns ms from the gesture; to the frame that follows it, in steps of 8 */
async function measureInterazione(browser: Browser, indirizzo: string, act: Interazione['act']): Promise<Misura> {
  const contesto = await browser.newContext({ locale: 'it-IT', viewport: TELEFONO, hasTouch: true, isMobile: true });
  try {
    const page = await contesto.newPage();
    await page.addInitScript('globalThis.__name = (funzione) => funzione');
    await page.addInitScript(watch);
    await page.goto(indirizzo, { waitUntil: 'networkidle' });
    await page.waitForFunction(() => document.querySelector('[data-pagina] .parti') === null);
    const cdp = await contesto.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: LENTO });
    await sleep(QUIETE_MS);
    const daMs = await page.evaluate(() => performance.now());
    await act(page);
    await sleep(QUIETE_MS);
    const { interazioni, cambiataMs } = await page.evaluate(() => window.gesti);
    const sue = interazioni.filter(({ inizioMs }) => inizioMs >= daMs);
    return {
      rispostaMs: Math.max(MINIMO_MS, ...sue.map(({ durataMs }) => durataMs)),
      interaMs: Math.round(cambiataMs - Math.min(cambiataMs, ...sue.map(({ inizioMs }) => inizioMs))),
    };
  } finally {
    await contesto.close();
  }
}

const trovate = INTERAZIONI.map((una) => ({ ...una, giri: [] as Misura[] }));
await withCartella(async (cartella) => {
  const osservatorio = await startOsservatorio(cartella);
  const browser = await launchBrowser();
  try {
    for (let giro = 0; giro < GIRI; giro++) {
      for (const { percorso, act, giri } of trovate) {
        giri.push(await measureInterazione(browser, `${osservatorio.origine}/casarano${percorso}`, act));
      }
    }
  } finally {
    await browser.close();
    await osservatorio.stop();
  }
});

const mark = (ms: number): string => (ms > LIMITE_MS ? `**${ms}**` : ms <= MINIMO_MS ? `≤ ${MINIMO_MS}` : String(ms));
const righe = trovate.map(({ pagina, gesto, giri }) => {
  const risposte = giri.map(({ rispostaMs }) => rispostaMs);
  const intera = getMediana(giri.map(({ interaMs }) => interaMs));
  return `| ${pagina} | ${gesto} | ${mark(getMediana(risposte))} | ${mark(Math.max(...risposte))} | ${intera} |`;
});
console.log(`| Casarano, ${TELEFONO.width} × ${TELEFONO.height} | gesto | risponde in ms, mediana di ${GIRI} | al più | tutto è cambiato dopo ms |
|---|---|---|---|---|
| *limite* | | ${LIMITE_MS} | | |
${righe.join('\n')}

Processore ${LENTO} volte più lento. In grassetto ciò che passa il limite.`);
