/** How soon a prepared page is read on a slow phone: the network and the processor are slowed in the browser, the cache is empty. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { startOsservatorio, withCartella } from '../osservatorio.ts';
import { getMediana } from './serie.ts';

const GIRI = 3;
/** Mid-range phone, and an old one: so many times slower than this machine. */
const LENTO = 4;
const LENTISSIMO = 10;
/** Lighthouse's slow 4G as the browser itself applies it: the wait is paid at each request. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
} as const;
const TELEFONO = { width: 390, height: 844 } as const;
/** After all has arrived, a page has done in as much, on this machine, what it has to do. */
const QUIETE_MS = 1_000;
const GZIP = { 'accept-encoding': 'gzip' } as const;
const ATTESA_MS = 90_000;

const PAGINE: Readonly<Record<string, string>> = {
  Panoramica: '',
  Confronto: '/confronto',
  Spesa: '/spesa',
  Cofinanziamento: '/cofinanziamento',
  LEPS: '/leps',
  Servizi: '/servizi',
  'Relazione sociale': '/relazione',
  'Qualità dei dati': '/qualita',
  Percorso: '/percorso',
  'Un comune': '/comuni/075016',
};

/** What no page can do without: the wait, and a line of text painted by this machine. */
const PAVIMENTO = 'pavimento: una riga di testo';
const UNA_RIGA =
  '<!doctype html><html lang="it"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pavimento</title><p>Una riga di testo.</p></html>';

const LIMITI = { dipintoMs: 1_000, tbtMs: 100, cls: 0.02, primaKb: 60, richieste: 4, scriptKb: 130 } as const;

interface Misura {
  readonly lcpMs: number;
  /** NaN where the page has no chart. */
  readonly graficoMs: number;
  readonly tbtMs: number;
  readonly cls: number;
  /** Arrived before the first chart was painted; where there is none, before the largest text was. */
  readonly primaKb: number;
  readonly richieste: number;
  readonly scriptPrimaKb: number;
  readonly scriptKb: number;
}

/** Kept by the page while it loads. */
interface Osservato {
  lcpMs: number;
  fcpMs: number;
  graficoMs: number;
  cls: number;
  lunghi: { inizioMs: number; durataMs: number }[];
}

declare global {
  interface Window {
    osservato: Osservato;
  }
}

/** Runs in the page before anything of it does: its text alone gets there, and functions with a name would not. */
function watch(): void {
  const osservato: Osservato = { lcpMs: Number.NaN, fcpMs: Number.NaN, graficoMs: Number.NaN, cls: 0, lunghi: [] };
  Object.assign(window, { osservato });
  new PerformanceObserver((lista) => {
    for (const { startTime } of lista.getEntries()) osservato.lcpMs = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((lista) => {
    for (const { name, startTime } of lista.getEntries()) {
      if (name === 'first-contentful-paint') osservato.fcpMs = startTime;
    }
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((lista) => {
    for (const uno of lista.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!uno.hadRecentInput) osservato.cls += uno.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((lista) => {
    for (const { startTime, duration } of lista.getEntries()) {
      osservato.lunghi.push({ inizioMs: startTime, durataMs: duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  const fotogrammi = {
    look: () => {
      const grafici = document.querySelectorAll(
        'main .barre-disegno, main .linee svg, main .punti svg, main svg:is(.striscia, .flusso, .esito)',
      );
      // The first of them may be folded away on a phone.
      const disposto = [...grafici].some((grafico) => {
        const { width, height } = grafico.getBoundingClientRect();
        return width > 0 && height > 0;
      });
      // This frame has it laid out: when the next one begins, this one has been handed over.
      if (disposto) requestAnimationFrame((ms) => Object.assign(osservato, { graficoMs: ms }));
      else requestAnimationFrame(fotogrammi.look);
    },
  };
  requestAnimationFrame(fotogrammi.look);
}

async function slowDown(cdp: CDPSession, volte: number): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
  // What the cloud sends to a browser is shorter: brotli. The limits are in gzip.
  // The browser knows this command, the types of its driver do not.
  await cdp.send('Network.setAcceptedEncodings' as never, { encodings: ['gzip'] } as never);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: volte });
}

async function measurePagina(browser: Browser, indirizzo: string, volte: number): Promise<Misura> {
  const contesto = await browser.newContext({ locale: 'it-IT', viewport: TELEFONO });
  contesto.setDefaultTimeout(ATTESA_MS);
  try {
    const page = await contesto.newPage();
    // What runs this file keeps the names of functions by calling this, which a page does not have.
    await page.addInitScript('globalThis.__name = (funzione) => funzione');
    await page.addInitScript(watch);
    await slowDown(await contesto.newCDPSession(page), volte);
    await page.goto(indirizzo, { waitUntil: 'networkidle' });
    // Nothing is asked of the page meanwhile: on a slowed processor the question itself would be a long task.
    await sleep(QUIETE_MS * volte);
    const { viva, daPrendere, osservato, arrivi } = await page.evaluate(() => ({
      daPrendere: document.querySelector('main') !== null,
      // React marks what it has taken over.
      viva: Object.keys(document.querySelector('main h1') ?? {}).some((nome) => nome.startsWith('__react')),
      osservato: window.osservato,
      arrivi: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
        (voce) => {
          const { name, responseEnd, encodedBodySize } = voce as PerformanceResourceTiming;
          return { nome: name, fineMs: responseEnd, kb: encodedBodySize / 1024 };
        },
      ),
    }));
    if (daPrendere && !viva) throw new Error(`${indirizzo} was not taken over in time`);
    return summarize(osservato, arrivi);
  } finally {
    await contesto.close();
  }
}

function summarize(
  { lcpMs, fcpMs, graficoMs, cls, lunghi }: Osservato,
  arrivi: readonly { readonly nome: string; readonly fineMs: number; readonly kb: number }[],
): Misura {
  if (Number.isNaN(lcpMs) || Number.isNaN(fcpMs)) throw new Error('the browser has told no paint');
  const limite = Number.isNaN(graficoMs) ? lcpMs : Math.max(graficoMs, fcpMs);
  const prima = arrivi.filter(({ fineMs }) => fineMs <= limite);
  const sumKb = (quali: typeof arrivi): number => quali.reduce((somma, { kb }) => somma + kb, 0);
  const isScript = ({ nome }: { nome: string }): boolean => nome.endsWith('.js');
  return {
    lcpMs,
    graficoMs: Number.isNaN(graficoMs) ? graficoMs : limite,
    tbtMs: lunghi
      .filter(({ inizioMs }) => inizioMs >= fcpMs)
      .reduce((somma, { durataMs }) => somma + Math.max(0, durataMs - 50), 0),
    cls,
    primaKb: sumKb(prima),
    richieste: prima.length,
    scriptPrimaKb: sumKb(prima.filter(isScript)),
    scriptKb: sumKb(arrivi.filter(isScript)),
  };
}

/** @returns the median of each figure by itself */
function mediate(giri: readonly Misura[]): Misura {
  const median = (nome: keyof Misura): number => getMediana(giri.map((giro) => giro[nome]));
  return {
    lcpMs: median('lcpMs'),
    graficoMs: median('graficoMs'),
    tbtMs: median('tbtMs'),
    cls: median('cls'),
    primaKb: median('primaKb'),
    richieste: median('richieste'),
    scriptPrimaKb: median('scriptPrimaKb'),
    scriptKb: median('scriptKb'),
  };
}

/** In bold what is beyond its limit. */
function formatCifra(valore: number, { limite, decimali = 0 }: { limite?: number; decimali?: number } = {}): string {
  if (Number.isNaN(valore)) return '—';
  const scritto = valore.toLocaleString('it-IT', { minimumFractionDigits: decimali, maximumFractionDigits: decimali });
  return limite !== undefined && valore > limite ? `**${scritto}**` : scritto;
}

/** @returns the address of a page of one line, served from memory, and how to stop serving it */
async function servePavimento(): Promise<{ readonly indirizzo: string; readonly stop: () => void }> {
  const server = createServer((_, risposta) => {
    risposta.setHeader('content-type', 'text/html; charset=utf-8');
    risposta.end(UNA_RIGA);
  });
  await new Promise<void>((pronto) => {
    server.listen(0, '127.0.0.1', pronto);
  });
  return { indirizzo: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
}

/** `npx tsx test/bench/pagina.ts Panoramica LEPS`: these alone, and the floor. */
const chieste = process.argv.slice(2);
const lente: Record<string, Misura[]> = {};
const lentissime: Record<string, Misura> = {};
await withCartella(async (cartella) => {
  const osservatorio = await startOsservatorio(cartella);
  const pavimento = await servePavimento();
  const browser = await launchBrowser();
  try {
    const pagine = Object.entries(PAGINE)
      .filter(([nome]) => chieste.length === 0 || chieste.includes(nome))
      .map(([nome, resto]) => [nome, `${osservatorio.origine}/casarano${resto}`]);
    const indirizzi = [[PAVIMENTO, pavimento.indirizzo], ...pagine];
    // Compressed once, at the first request: whoever comes next finds it done.
    for (const [, indirizzo = ''] of indirizzi) await (await fetch(indirizzo, { headers: GZIP })).arrayBuffer();
    await measurePagina(browser, osservatorio.origine, 1);
    for (let giro = 0; giro < GIRI; giro++) {
      for (const [nome = '', indirizzo = ''] of indirizzi) {
        lente[nome] = [...(lente[nome] ?? []), await measurePagina(browser, indirizzo, LENTO)];
      }
    }
    for (const [nome = '', indirizzo = ''] of indirizzi) {
      lentissime[nome] = await measurePagina(browser, indirizzo, LENTISSIMO);
    }
  } finally {
    await browser.close();
    pavimento.stop();
    await osservatorio.stop();
  }
});

const { dipintoMs, tbtMs, cls, primaKb, richieste, scriptKb } = LIMITI;
const righe = Object.entries(lente).map(([nome, giri]) => {
  const m = mediate(giri);
  const dieci = lentissime[nome];
  return [
    nome,
    formatCifra(m.lcpMs, { limite: dipintoMs }),
    formatCifra(m.graficoMs, { limite: dipintoMs }),
    formatCifra(m.tbtMs, { limite: tbtMs }),
    formatCifra(m.cls, { limite: cls, decimali: 3 }),
    formatCifra(m.primaKb, { limite: primaKb, decimali: 1 }),
    formatCifra(m.richieste, { limite: richieste }),
    formatCifra(m.scriptPrimaKb, { limite: 0, decimali: 1 }),
    formatCifra(m.scriptKb, { limite: scriptKb, decimali: 1 }),
    [dieci?.lcpMs, dieci?.graficoMs, dieci?.tbtMs].map((valore) => formatCifra(valore ?? Number.NaN)).join(' / '),
  ].join(' | ');
});
console.log(`| Casarano, 390 × 844 | LCP ms | grafico dipinto ms | TBT ms | CLS | arrivati prima, KB gz | in richieste | di cui script, KB gz | script in tutto, KB gz | a ${LENTISSIMO}×: LCP / grafico / TBT ms |
|---|---|---|---|---|---|---|---|---|---|
| *limite* | ${formatCifra(dipintoMs)} | ${formatCifra(dipintoMs)} | ${tbtMs} | ${formatCifra(cls, { decimali: 2 })} | ${primaKb} | ${richieste} | 0 | ${scriptKb} | — |
${righe.map((riga) => `| ${riga} |`).join('\n')}

Processore ${LENTO} volte più lento, mediana di ${GIRI} giri; ${LENTISSIMO} volte, un giro. In grassetto ciò che passa il limite.`);
