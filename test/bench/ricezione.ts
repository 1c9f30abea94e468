/**
 * The POSAS file of Italy (generated, 7,900 comuni: 798 thousand lines) brought by an ambito of seven, from the disk through hash, encoding
 * and reader, under a heap of 128 MB: what the function that reads arrivals does. Run: npx tsx test/bench/ricezione.ts [comuni]
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { popolazione } from '../../functions/core/tabelle/popolazione.ts';
import { readSorgente, scanSorgente } from '../../functions/ingest/sorgente.ts';
import { openFile } from '../../functions/locale/archivio/file-disco.ts';
import { AMBITO_CASARANO } from '../api/prova.ts';

const COMUNI = 7_900;
const ETA = 101;
const MEGABYTE = 1024 * 1024;

function writeItalia(percorso: string, comuni: number): void {
  const file = openSync(percorso, 'w');
  writeSync(file, 'Popolazione residente al 1° gennaio 2025 per sesso, età e stato civile\n');
  writeSync(file, '"Codice comune";"Comune";"Età";"Totale maschi";"Totale femmine";"Totale"\n');
  const nostri = AMBITO_CASARANO.comuni;
  for (let i = 0; i < comuni; i++) {
    const nostro = nostri[i - Math.floor(comuni / 2)];
    const codice = nostro?.codiceIstat ?? String(200_000 + i);
    let testo = '';
    for (let eta = 0; eta < ETA; eta++)
      testo += `"${codice}";"${nostro?.nome ?? `Comune ${i}`}";${eta};${eta + 60};${eta + 62};${2 * eta + 122}\n`;
    writeSync(file, testo);
  }
  closeSync(file);
}

async function measure(percorso: string): Promise<void> {
  const sorgente = await openFile(percorso);
  if (!sorgente) throw new Error(`${percorso}: non c’è`);
  const inizioMs = performance.now();
  const ambito = { id: 'casarano', ...AMBITO_CASARANO };
  const attesa = { tipo: popolazione, ambito, contesto: { parte: 'intera' } };
  const { righe, problemiTotali, interpretazione } = await readSorgente(sorgente, await scanSorgente(sorgente), attesa);
  const secondi = (performance.now() - inizioMs) / 1000;
  const rssMb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ secondi, rssMb, righe: righe.length, problemiTotali, avvisi: interpretazione.avvisi }));
}

const [comuni = String(COMUNI), file] = process.argv.slice(2);
if (file) await measure(file);
else {
  const cartella = mkdtempSync(join(tmpdir(), 'osservatorio-ricezione-'));
  const percorso = join(cartella, 'italia.csv');
  for (const quanti of [Math.ceil(Number(comuni) / 4), Number(comuni)]) {
    writeItalia(percorso, quanti);
    const argomenti = ['--max-old-space-size=128', '--import', 'tsx', fileURLToPath(import.meta.url), comuni, percorso];
    const esito = execFileSync(process.execPath, argomenti, { encoding: 'utf8' });
    console.log(`${quanti} comuni, ${(statSync(percorso).size / MEGABYTE).toFixed(1)} MB: ${esito.trim()}`);
  }
  rmSync(cartella, { recursive: true });
}
