/** The desk, in a real browser over the whole Osservatorio: a wrong file understood, mended, published, and taken back. */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { COMUNI_CASARANO } from '../api/prova.ts';
import { launchBrowser } from '../browser.ts';
import { type Osservatorio, startOsservatorio } from '../osservatorio.ts';
import { RADICE } from '../sorgenti.ts';
import { readAxe } from './axe.ts';
import { publishTabella, SPESA_STORICA } from './pubblica.ts';
import { LARGA, TELEFONO } from './scena.ts';

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

async function open(larghezza: number, run: (page: Page) => Promise<void>): Promise<void> {
  const contesto = await browser.newContext({ viewport: { width: larghezza, height: 844 }, locale: 'it-IT' });
  const page = await contesto.newPage();
  const lamentele: string[] = [];
  page.on('pageerror', ({ message }) => lamentele.push(message));
  // Listened to from the start: a chooser asked for while the browser is still being told to hand it over would be lost.
  page.on('filechooser', () => undefined);
  try {
    await page.goto(`${osservatorio.origine}/area-riservata`);
    await run(page);
    expect(lamentele).toEqual([]);
  } finally {
    await contesto.close();
  }
}

const asFile = (name: string, testo: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(testo) });

/** What a figure is for everyone. */
async function readSpesa(comune: string): Promise<unknown> {
  const risposta = await fetch(
    `${osservatorio.origine}/api/v1/ambiti/casarano/indicatori?id=spesa-storica-media&comune=${comune}`,
  );
  const { osservazioni } = (await risposta.json()) as { osservazioni: { valore: unknown }[] };
  return osservazioni[0]?.valore;
}

const heading = (page: Page, nome: RegExp) => page.getByRole('heading', { level: 1, name: nome }).waitFor();

/** Goes on with Tab, or back, until the focus is on what has that name, as a person who cannot point does. */
async function tabTo(page: Page, nome: RegExp, tasto = 'Tab'): Promise<void> {
  for (let passi = 0; passi < 120; passi += 1) {
    await page.keyboard.press(tasto);
    const qui = await page.evaluate(() => {
      const fuoco = document.activeElement?.closest('a, button, input, select, summary') ?? null;
      const scritte =
        fuoco instanceof HTMLInputElement || fuoco instanceof HTMLSelectElement ? [...(fuoco.labels ?? [])] : [];
      return [...scritte, fuoco].map((uno) => uno?.textContent ?? '').join(' ');
    });
    if (nome.test(qui)) return;
  }
  throw new Error(`Tab never comes to ${nome}`);
}

const tabBackTo = (page: Page, nome: RegExp) => tabTo(page, nome, 'Shift+Tab');

test('by mouse: a wrong file is refused cell by cell, mended, published, and an earlier version comes back', async () => {
  await open(1280, async (page) => {
    await page.getByLabel('Ambito').selectOption('casarano');
    await page.getByRole('button', { name: 'Entra' }).click();
    await heading(page, /Quali tabelle/);
    await page.getByRole('link', { name: 'Aggiorna Spesa storica' }).click();
    await page
      .getByLabel(/Scegli il file/)
      .setInputFiles(asFile('spesa.csv', spesa.replace('€ 295.109,83', '295.l09,83')));
    await page.getByRole('button', { name: /Carica e guarda/ }).click();

    await heading(page, /Anteprima: Spesa storica/);
    expect(await page.getByRole('button', { name: 'Pubblica…' }).count()).toBe(0);
    await page.getByRole('button', { name: /primo problema/ }).click();
    const cella = page.locator('td:focus');
    expect([await cella.innerText(), await cella.getAttribute('aria-describedby')]).toEqual(['295.l09,83', 'segno-1']);
    expect(await page.locator('#segno-1').innerText()).toMatch(/«295.l09,83»: non è un numero/);

    // The draft lives on the server: a reload finds it as it was.
    const rifiutata = page.url();
    await page.reload();
    await page.getByRole('link', { name: 'Carica il file corretto' }).click();
    expect(await page.getByLabel(/^Documento/).inputValue()).toMatch(/Piano Sociale di Zona 2022-2024/);
    await page
      .getByLabel(/Scegli il file/)
      .setInputFiles(asFile('spesa.csv', spesa.replace('€ 295.109,83', '€ 325.109,83')));
    await page.getByRole('button', { name: /Carica e guarda/ }).click();
    await page.getByRole('button', { name: 'Pubblica…' }).click();
    const conferma = page.getByRole('dialog', { name: 'Pubblicare?' });
    expect(await conferma.innerText()).toMatch(/un dato modificato/);
    expect(await readSpesa('075021')).toBe('98369.94');
    await conferma.getByRole('button', { name: 'Pubblica' }).click();
    await page.getByText(/Pubblicata: è la versione 2/).waitFor();
    expect(await readSpesa('075021')).toBe('108369.94');
    // It is told as done: what it has changed, and the act among the others.
    await page.getByText('Un dato modificato rispetto a prima.').waitFor();
    await page.getByText(/: pubblicata \(ruolo: responsabile\)/).waitFor();
    // The draft of before has made way, and leads on.
    await page.goto(rifiutata);
    await page.getByRole('link', { name: 'Vai alla bozza che ne ha preso il posto' }).click();
    await page.getByText('Questo file è stato pubblicato').waitFor();

    await page.getByRole('link', { name: 'Spesa storica' }).click();
    // Esc is a no, and the keyboard is where it was.
    await page.getByRole('button', { name: /Rimetti in vigore la versione 1/ }).click();
    await page.keyboard.press('Escape');
    await page.locator('button:focus', { hasText: 'Rimetti in vigore' }).waitFor();
    await page.getByRole('button', { name: /Rimetti in vigore la versione 1/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rimetti in vigore' }).click();
    await page.getByText(/è di nuovo in vigore, come versione 3/).waitFor();
    expect(await readSpesa('075021')).toBe('98369.94');
  });
});

test('by keyboard alone: the same, from the way in to the publication', async () => {
  await open(1280, async (page) => {
    await page.getByLabel('Ambito').waitFor();
    await tabTo(page, /^Ambito/);
    await page.keyboard.press('c');
    await tabTo(page, /^Entra$/);
    await page.keyboard.press('Enter');
    await heading(page, /Quali tabelle/);
    // The focus is on the title of the page that has come, also where its code comes with it.
    await page.locator('h1:focus', { hasText: 'Quali tabelle' }).waitFor();
    await page.getByRole('link', { name: 'Aggiorna Spesa storica' }).waitFor();
    await tabTo(page, /Aggiorna Spesa storica/);
    await page.keyboard.press('Enter');
    await page.locator('h1:focus', { hasText: 'Carica un file' }).waitFor();
    await chooseFile(page, spesa.replace('C3;MATINO', 'C3;MATTINO'));
    await heading(page, /Anteprima: Spesa storica/);

    await tabTo(page, /Vai al primo problema/);
    await page.keyboard.press('Enter');
    expect(await page.locator('td:focus').innerText()).toBe('MATTINO');
    await page.getByRole('link', { name: 'Carica il file corretto' }).waitFor();
    await tabBackTo(page, /Carica il file corretto/);
    await page.keyboard.press('Enter');
    await heading(page, /Carica il file corretto/);
    await chooseFile(page, spesa.replace('€ 1.083.018,04', '€ 1.113.018,04'));

    await page.getByRole('button', { name: 'Pubblica…' }).waitFor();
    // The focus is on the title of the page that has come, not lost.
    expect(await page.locator('h1:focus').innerText()).toBe('Anteprima: Spesa storica');
    await tabTo(page, /^Pubblica…$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Pubblicare?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('button:focus', { hasText: 'Pubblica…' }).press('Enter');
    await page.getByRole('dialog', { name: 'Pubblicare?' }).waitFor();
    // Nothing behind the question can be reached until it is answered.
    await tabTo(page, /^Pubblica$/);
    await page.keyboard.press('Enter');
    await page.getByText(/Pubblicata: è la versione/).waitFor();
    expect(await page.locator(':focus').innerText()).toMatch(/Ora la vedono tutti/);
    expect(await readSpesa('075042')).toBe('371006.01');
  });
});

/** The browser's own chooser is the system's: what a keyboard does is to open it. */
async function chooseFile(page: Page, testo: string): Promise<void> {
  await page.getByLabel(/Scegli il file/).waitFor();
  await tabTo(page, /Scegli il file/);
  const scelta = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await scelta).setFiles(asFile('spesa.csv', testo));
  await tabTo(page, /Carica e guarda/);
  await page.keyboard.press('Enter');
}

describe('a draft', () => {
  test('is seen by the organi only in consultazione, and they are offered nothing but to read it', async () => {
    await open(390, async (page) => {
      await enter(page, 'operatore');
      await bring(page, spesa.replace('€ 682.340,44', '€ 692.340,44'));
      expect(await page.getByRole('button', { name: 'Pubblica…' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Metti in consultazione' }).click();
      await page.getByText(/ora la vedono anche gli organi/).waitFor();
      await page.getByRole('button', { name: 'Esci' }).click();
      await enter(page, 'organi');
      await heading(page, /Che cosa c’è da guardare/);
      await page.getByRole('link', { name: /Spesa storica parte/ }).click();
      await heading(page, /Anteprima/);
      await page.getByRole('heading', { name: 'Quali indicatori cambiano' }).waitFor();
      expect(await page.locator('.bozza-azioni').getByRole('button').allInnerTexts()).toEqual(['Scarica l’originale']);
    });
  });

  test('begins from a file that is dropped; beside the field a file does nothing, and of more the first is taken', async () => {
    await open(1280, async (page) => {
      await enter(page, 'responsabile');
      await page.goto(`${osservatorio.origine}/area-riservata/casarano/carica?tipo=spesa-storica`);
      const indirizzo = page.url();
      const drop = async (dove: string, nomi: readonly string[]): Promise<void> => {
        const portati = await page.evaluateHandle(
          ([testo, ...tutti]) => {
            const trascinati = new DataTransfer();
            for (const nome of tutti) trascinati.items.add(new File([testo ?? ''], nome, { type: 'text/csv' }));
            return trascinati;
          },
          [spesa.replace('€ 522.872,21', '€ 542.872,21'), ...nomi],
        );
        for (const gesto of ['dragover', 'drop']) await page.dispatchEvent(dove, gesto, { dataTransfer: portati });
      };
      const wasKept = (cosa: 'file' | 'testo') =>
        page.evaluate((quale) => {
          const dataTransfer = new DataTransfer();
          if (quale === 'file') dataTransfer.items.add(new File([''], 'accanto.csv'));
          else dataTransfer.setData('text/plain', 'una parola');
          const lasciato = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
          return !document.body.dispatchEvent(lasciato);
        }, cosa);
      await page.getByLabel(/Scegli il file/).waitFor();
      expect([await wasKept('file'), await wasKept('testo')]).toEqual([true, false]);
      await drop('.deposito', ['spesa.csv', 'altra.csv', 'terza.csv']);
      expect(await page.locator('.deposito-scelto').innerText()).toMatch(
        /^Scelto: spesa\.csv \(.+\)\. .*gli altri due file restano da caricare\.$/,
      );
      expect(page.url()).toBe(indirizzo);
      // While it leaves another one is not taken for it.
      let leave: () => void = () => undefined;
      const trattenuto = new Promise<void>((then) => {
        leave = then;
      });
      await page.route('**/caricamenti?tipo=*', (rotta) => trattenuto.then(() => rotta.continue()));
      await page.getByRole('button', { name: /Carica e guarda/ }).click();
      await page.getByText('Invio il file…').waitFor();
      await drop('.deposito', ['tardi.csv']);
      await page.getByText(/^Scelto: spesa\.csv .*L’altro file resta da caricare/).waitFor();
      leave();
      await heading(page, /Anteprima: Spesa storica/);
      await page.getByText(/a 542.872,21/).waitFor();
      // Nor does it open in the place of a preview.
      expect(await wasKept('file')).toBe(true);
    });
  });

  test('whose connection fails keeps the file, and goes by itself when the line is back', async () => {
    await open(1280, async (page) => {
      await enter(page, 'responsabile');
      await page.goto(`${osservatorio.origine}/area-riservata/casarano/carica?tipo=spesa-storica`);
      await page
        .getByLabel(/Scegli il file/)
        .setInputFiles(asFile('spesa.csv', spesa.replace('€ 522.872,21', '€ 532.872,21')));
      await page.context().setOffline(true);
      await page.getByRole('button', { name: /Carica e guarda/ }).click();
      await page.getByRole('heading', { name: 'Non riusciamo a raggiungere il servizio' }).waitFor();
      expect(await page.getByText('Scelto: spesa.csv').count()).toBe(1);
      await page.getByRole('button', { name: 'Riprova' }).waitFor();
      await page.context().setOffline(false);
      await heading(page, /Anteprima/);
    });
  });

  test('withdrawn from another window while one looks at it: the way to what it is now, and back', async () => {
    await open(1280, async (page) => {
      await enter(page, 'responsabile');
      await bring(page, spesa.replace('€ 646.577,33', '€ 656.577,33'));
      const altra = await page.context().newPage();
      await altra.goto(`${osservatorio.origine}/area-riservata`);
      await enter(altra, 'responsabile');
      await altra.goto(page.url());
      await altra.getByRole('button', { name: 'Ritira…' }).click();
      await altra.getByRole('dialog').getByRole('button', { name: 'Ritira' }).click();
      await altra.getByText(/: ritirata \(ruolo: responsabile\)/).waitFor();

      await page.getByRole('button', { name: 'Pubblica…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Pubblica' }).click();
      await page.getByText(/è stato ritirato/).waitFor();
      await page.getByRole('button', { name: 'Guarda com’è adesso' }).click();
      await page.getByRole('button', { name: 'Riprendi la bozza' }).click();
      await page.getByRole('button', { name: 'Pubblica…' }).waitFor();
    });
  });

  test('whose names have no space in them stands inside a phone, from the choice of the file to the question', async () => {
    await open(TELEFONO.width, async (page) => {
      const nome = `${'spesa_storica_dei_comuni_DEFINITIVO_'.repeat(4)}.csv`;
      const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await enter(page, 'responsabile');
      await page.goto(`${osservatorio.origine}/area-riservata/casarano/carica?tipo=spesa-storica`);
      await page
        .getByLabel(/Scegli il file/)
        .setInputFiles({ ...asFile('', spesa.replace('€ 522.872,21', '€ 512.872,21')), name: nome });
      await page.getByLabel(/^Documento/).fill('ProspettoDellaSpesaStorica'.repeat(6));
      expect(await beyond()).toBe(0);
      await page.getByRole('button', { name: /Carica e guarda/ }).click();
      await heading(page, /Anteprima: Spesa storica/);
      expect(await beyond()).toBe(0);
      await page.goto(`${osservatorio.origine}/area-riservata/casarano`);
      await page.getByText(/ProspettoDellaSpesaStorica/).waitFor();
      expect(await beyond()).toBe(0);
    });
  });

  test('compared with what somebody else has changed since is compared afresh, then published', async () => {
    await open(1280, async (page) => {
      await enter(page, 'responsabile');
      await bring(page, spesa.replace('€ 764.524,73', '€ 774.524,73'));
      await publishElsewhere(spesa.replace('€ 764.524,73', '€ 784.524,73'));
      await page.getByRole('button', { name: 'Pubblica…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Pubblica' }).click();
      await page.getByText(/qualcuno ha pubblicato la versione/).waitFor();
      await page.getByRole('button', { name: 'Confronta di nuovo con i dati di oggi' }).click();
      await page.getByText(/Confrontato con i dati di oggi/).waitFor();
      await page.getByText(/da 784.524,73.*a 774.524,73/).waitFor();
      await page.getByRole('button', { name: 'Pubblica…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Pubblica' }).click();
      await page.getByText(/Pubblicata: è la versione/).waitFor();
    });
  });
});

describe('the cloud’s way in', () => {
  test('is a code with PKCE, changed on the site’s own origin and used once', async () => {
    await open(1280, async (page) => {
      const nuvola = await standForCognito(page);
      await page.goto(`${osservatorio.origine}/area-riservata/casarano/carica?tipo=fondi`);
      await page.getByRole('button', { name: 'Entra' }).click();
      // Back in the view that one was in, and the code nowhere in the address.
      await heading(page, /Carica un file/);
      expect(page.url()).toBe(`${osservatorio.origine}/area-riservata/casarano/carica?tipo=fondi`);
      expect(nuvola).toMatchObject({
        grant_type: 'authorization_code',
        client_id: 'cliente',
        code: 'un-codice',
        redirect_uri: `${osservatorio.origine}/area-riservata`,
        sfida: nuvola.attesa,
      });
      await page.reload();
      await heading(page, /Carica un file/);
    });
  });

  test('is found again by whose access has ended for good, and leads back to where they were with what they wrote', async () => {
    await open(1280, async (page) => {
      await standForCognito(page);
      const carica = `${osservatorio.origine}/area-riservata/casarano/carica?tipo=fondi&parte=fna`;
      await page.goto(carica);
      await page.getByRole('button', { name: 'Entra' }).click();
      await page.getByLabel(/^Documento/).fill('Un documento scritto a metà');
      await page.getByLabel(/Scegli il file/).setInputFiles(asFile('fondi.csv', 'a;b\n'));
      const refuse = (rotta: Route) => rotta.fulfill({ status: 401, body: '{}' });
      await page.route('**/caricamenti?tipo=*', refuse);
      await page.route('**/oauth2/token', refuse, { times: 1 });
      await page.getByRole('button', { name: /Carica e guarda/ }).click();
      await page.getByRole('heading', { name: 'L’accesso è scaduto' }).waitFor();
      await page.unroute('**/caricamenti?tipo=*');
      await page.getByRole('button', { name: 'Entra di nuovo' }).click();
      await page.getByText(/^Avevi scelto fondi\.csv/).waitFor();
      expect(page.url()).toBe(carica);
      expect(await page.getByLabel(/^Documento/).inputValue()).toBe('Un documento scritto a metà');
    });
  });

  test('refuses a code that this browser did not ask for', async () => {
    await open(390, async (page) => {
      await standForCognito(page);
      await page.goto(`${osservatorio.origine}/area-riservata?code=altrui&state=altrui`);
      await page.getByRole('heading', { name: 'Non sei entrato' }).waitFor();
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    });
  });
});

/** Hosted pages that let everybody in at once; what they were told is in the answer. */
async function standForCognito(page: Page): Promise<Record<string, string>> {
  const detto: Record<string, string> = {};
  const json = (corpo: object) => ({ contentType: 'application/json', body: JSON.stringify(corpo) });
  await page.route('**/configurazione.json', (rotta) =>
    rotta.fulfill(json({ accesso: { modo: 'cognito', dominio: 'https://accesso.example', cliente: 'cliente' } })),
  );
  await page.route('https://accesso.example/**', (rotta) => {
    const query = new URL(rotta.request().url()).searchParams;
    detto.sfida = query.get('code_challenge') ?? '';
    const ritorno = `${query.get('redirect_uri')}?code=un-codice&state=${query.get('state')}`;
    return rotta.fulfill({ contentType: 'text/html', body: `<meta http-equiv="refresh" content="0;url=${ritorno}">` });
  });
  await page.route('**/oauth2/token', async (rotta) => {
    Object.assign(detto, Object.fromEntries(new URLSearchParams(rotta.request().postData() ?? '')));
    detto.attesa = createHash('sha256').update(String(detto.code_verifier)).digest('base64url');
    const risposta = await fetch(`${osservatorio.origine}/locale/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"gruppi":["casarano/responsabile"]}',
    });
    const { accessToken } = (await risposta.json()) as { accessToken: string };
    return rotta.fulfill(json({ access_token: accessToken, refresh_token: 'r', token_type: 'Bearer' }));
  });
  return detto;
}

test('an address that names a table that is not there leads to the form all the same', async () => {
  await open(1280, async (page) => {
    await enter(page, 'responsabile');
    await page.goto(`${osservatorio.origine}/area-riservata/casarano/carica?tipo=nonesiste`);
    await page.getByLabel(/Scegli il file/).waitFor();
  });
});

test('what is wrong in the part of the form that is folded away is shown, with the keyboard on it', async () => {
  await open(1280, async (page) => {
    await enter(page, 'responsabile');
    await page.goto(`${osservatorio.origine}/area-riservata/casarano/carica?tipo=spesa-storica`);
    await page.getByLabel(/Scegli il file/).setInputFiles(asFile('spesa.csv', spesa));
    await page.getByLabel('Indirizzo web').fill('www.comune.casarano.le.it');
    await page.getByText('Capitolo, atto, data, licenza').click();
    await page.getByLabel('Indirizzo web').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /Carica e guarda/ }).click();
    await page.locator('input[name="url"]:focus').waitFor();
    expect(await page.getByText(/«Indirizzo web» non è scritto come serve/).isVisible()).toBe(true);
  });
});

test('every view of the desk stands inside the window, wide and on a phone, and axe finds nothing', async () => {
  await open(1280, async (page) => {
    await page.getByLabel('Ambito').waitFor();
    const trovati = [await inspect(page, 'entra')];
    await enter(page, 'responsabile');
    for (const percorso of ['', '/casarano/carica?tipo=fondi', '/casarano/tabelle/fondi']) {
      await page.goto(`${osservatorio.origine}/area-riservata${percorso}`);
      trovati.push(await inspect(page, percorso));
    }
    await bring(page, spesa.replace('C4;PARABITA', 'C4;PARABITTA').replace('€ 222', '222'));
    trovati.push(await inspect(page, 'bozza'));
    expect(trovati.flat()).toEqual([]);
  });
});

async function inspect(page: Page, nome: string): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  const difetti: string[] = [];
  for (const viewport of [TELEFONO, LARGA]) {
    await page.setViewportSize(viewport);
    const oltre = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (oltre > 0) difetti.push(`${oltre} px beyond the window`);
    difetti.push(...(await readAxe(page)));
  }
  return difetti.map((uno) => `${nome}: ${uno}`);
}

async function enter(page: Page, ruolo: 'organi' | 'operatore' | 'responsabile'): Promise<void> {
  await page.getByLabel('Ambito').selectOption('casarano');
  await page.locator(`input[value="${ruolo}"]`).check();
  await page.getByRole('button', { name: 'Entra' }).click();
  await page.getByText('Area riservata · ').waitFor();
}

async function bring(page: Page, testo: string): Promise<void> {
  await page.goto(`${osservatorio.origine}/area-riservata/casarano/carica?tipo=spesa-storica`);
  await page.getByLabel(/Scegli il file/).setInputFiles(asFile('spesa.csv', testo));
  await page.getByRole('button', { name: /Carica e guarda/ }).click();
  await heading(page, /Anteprima: Spesa storica/);
}

const publishElsewhere = (testo: string) => publishTabella(osservatorio.origine, SPESA_STORICA, testo);

/** Italy as ISTAT tells it, as long as it must be: the ambito's seven comuni with the figures of a small town, and a thousand others. */
function writePosas(righeAltrui: number): string {
  const righe = [
    'Popolazione residente al 1° gennaio 2025 per sesso, età e stato civile',
    '"Codice comune";"Comune";"Età";"Totale maschi";"Totale femmine";"Totale"',
  ];
  const add = (codice: string, nome: string, eta: number) => righe.push(`"${codice}";"${nome}";${eta};60;62;122`);
  for (const [codice, nome] of COMUNI_CASARANO) for (let eta = 0; eta <= 100; eta++) add(codice, nome, eta);
  for (let i = 0; i < righeAltrui; i++) {
    add(
      String(1_001 + Math.floor(i / 101)).padStart(6, '0'),
      `Comune del Settentrione ${Math.floor(i / 101)}`,
      i % 101,
    );
  }
  return `${righe.join('\n')}\n`;
}

test('a national file of more than 4 MB travels by itself, can be given up, is found again after a reload, and is a draft', async () => {
  await open(1280, async (page) => {
    const testo = writePosas(90_000);
    expect(Buffer.byteLength(testo)).toBeGreaterThan(4 * 1024 * 1024);
    const file = asFile('posas.csv', testo);
    const choose = async (): Promise<void> => {
      await page.getByLabel(/^Documento/).fill('ISTAT, POSAS 2025');
      await page.getByLabel(/Scegli il file/).setInputFiles(file);
    };
    await page.getByLabel('Ambito').selectOption('casarano');
    await page.getByRole('button', { name: 'Entra' }).click();
    await heading(page, /Quali tabelle/);
    await page.goto(`${osservatorio.origine}/area-riservata/casarano/carica?tipo=popolazione&parte=istat-2024`);
    await heading(page, /Carica un file/);

    // On a line that never ends, the person gives up: nothing is lost of what was chosen.
    const ferma = await page.context().newCDPSession(page);
    await ferma.send('Network.enable');
    await ferma.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 200_000,
    });
    await choose();
    await page.getByRole('button', { name: /Carica e guarda/ }).click();
    await page.getByText('Invio il file…').waitFor();
    await page.getByRole('progressbar', { name: 'Invio il file…' }).waitFor();
    // Who goes away while it leaves is asked; Esc stays, and it goes on.
    await page.getByRole('link', { name: 'Casarano' }).first().click();
    await page.getByRole('dialog', { name: 'Interrompere l’invio?' }).waitFor();
    await page.keyboard.press('Escape');
    // Who goes out too: only on a yes are they out.
    await page.getByRole('button', { name: 'Esci' }).click();
    await page.getByRole('dialog', { name: 'Interrompere l’invio?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('progressbar', { name: 'Invio il file…' }).waitFor();
    await page.getByRole('button', { name: 'Annulla l’invio' }).click();
    await page.getByText(/Invio annullato/).waitFor();
    expect(await page.getByText(/Scelto: posas.csv/).count()).toBe(1);

    // Reloaded while it leaves: what was written comes back, the file has to be chosen anew.
    await page.getByRole('button', { name: /Carica e guarda/ }).click();
    await page.getByText('Invio il file…').waitFor();
    await page.reload();
    await page.getByText(/si è interrotto prima della fine/).waitFor();
    expect(await page.getByLabel(/^Documento/).inputValue()).toBe('ISTAT, POSAS 2025');
    await page.getByRole('button', { name: 'Va bene' }).click();

    // On a good line it arrives; the page is closed on it while it is read, and finds it again.
    await ferma.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await page.getByLabel(/Scegli il file/).setInputFiles(file);
    await page.getByRole('button', { name: /Carica e guarda/ }).click();
    await page
      .getByText(/Leggo il file/)
      .first()
      .waitFor();
    await page.reload();
    await heading(page, /Anteprima: Popolazione/);
    await page.getByText(/90\.000 righe sono di altri 892 comuni/).waitFor();
    await page.getByText(/le sue righe non si mostrano qui/).waitFor();
  });
});
