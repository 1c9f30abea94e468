/**
 * The POSAS file of Italy (generated, 7,900 comuni in one year and in two: the lines of 15,800) brought by an ambito of seven, from the disk
 * through hash, encoding and reader, under a heap of 128 MB: what the function that reads arrivals does. Run: npm run bench -- ricezione
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

const COMUNI = [3_950, 15_800];
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

interface Letto {
  readonly secondi: number;
  readonly rssMb: number;
  readonly dati: number;
}

async function measure(percorso: string): Promise<Letto> {
  const sorgente = await openFile(percorso);
  if (!sorgente) throw new Error(`${percorso}: non c’è`);
  const inizioMs = performance.now();
  const ambito = { id: 'casarano', ...AMBITO_CASARANO };
  const attesa = { tipo: popolazione, ambito, contesto: { parte: 'intera' } };
  const { righe, problemi } = await readSorgente(sorgente, await scanSorgente(sorgente), attesa);
  if (problemi.length > 0) throw new Error(JSON.stringify(problemi));
  const secondi = (performance.now() - inizioMs) / 1000;
  return { secondi, rssMb: process.resourceUsage().maxRSS / 1024, dati: righe.length };
}

function formatNumero(valore: number, decimali = 0): string {
  return valore.toLocaleString('it-IT', {
    useGrouping: 'always',
    minimumFractionDigits: decimali,
    maximumFractionDigits: decimali,
  });
}

const [chiesti, file] = process.argv.slice(2);
if (file) console.log(JSON.stringify(await measure(file)));
else {
  const cartella = mkdtempSync(join(tmpdir(), 'osservatorio-ricezione-'));
  const percorso = join(cartella, 'italia.csv');
  console.log(
    '| Righe | MB | Memoria residente massima, MB | Dati letti | Righe di altri comuni lasciate da parte | Secondi, al più |\n|---|---|---|---|---|---|',
  );
  for (const quanti of chiesti ? [Number(chiesti)] : COMUNI) {
    writeItalia(percorso, quanti);
    const argomenti = ['--max-old-space-size=128', '--import', 'tsx', fileURLToPath(import.meta.url), '-', percorso];
    const letto = JSON.parse(execFileSync(process.execPath, argomenti, { encoding: 'utf8' })) as Letto;
    const altre = (quanti - AMBITO_CASARANO.comuni.length) * ETA;
    const mb = statSync(percorso).size / MEGABYTE;
    console.log(
      `| ${formatNumero(quanti * ETA)} | ${formatNumero(mb, 1)} | ${formatNumero(letto.rssMb)} | ${formatNumero(letto.dati)} | ${formatNumero(altre)} | ${formatNumero(Math.ceil(letto.secondi))} |`,
    );
  }
  rmSync(cartella, { recursive: true });
}
