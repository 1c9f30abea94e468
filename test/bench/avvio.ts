/** How long `npm start` takes to be of use: the first time, with the sample ambiti to publish, and the next. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { RADICE } from '../sorgenti.ts';
import { formatSerie } from './serie.ts';

const GIRI = 3;
const ATTESA_MS = 120_000;

async function findPorta(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const indirizzo = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (indirizzo === null || typeof indirizzo === 'string') throw new Error('the port has no number');
  return indirizzo.port;
}

/** @returns milliseconds from the command to the first reply, and from the request to end to the end */
async function measureAvvio(cartella: string): Promise<{ prontoMs: number; fineMs: number; risposta: string }> {
  const porta = await findPorta();
  const inizio = performance.now();
  const figlio = spawn(process.execPath, ['--import', 'tsx', 'functions/locale/main.ts'], {
    cwd: RADICE,
    env: { ...process.env, PORT: String(porta), DATI_DIR: cartella },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const finito = new Promise((resolve) => figlio.once('exit', resolve));
  while (!(await isPronto(porta))) {
    if (figlio.exitCode !== null || performance.now() - inizio > ATTESA_MS) throw new Error('it does not start');
    await wait(25);
  }
  const prontoMs = performance.now() - inizio;
  const risposta = await (
    await fetch(`http://localhost:${porta}/api/v1/ambiti/casarano/indicatori?limite=5000`)
  ).text();
  const richiesta = performance.now();
  figlio.kill('SIGTERM');
  await finito;
  return { prontoMs, fineMs: performance.now() - richiesta, risposta };
}

function isPronto(porta: number): Promise<boolean> {
  return fetch(`http://localhost:${porta}/api/v1/salute`).then(
    ({ ok }) => ok,
    () => false,
  );
}

const primo: number[] = [];
const secondo: number[] = [];
const fine: number[] = [];
for (let giro = 0; giro < GIRI; giro++) {
  const cartella = mkdtempSync(join(tmpdir(), 'osservatorio-avvio-'));
  try {
    const nuovo = await measureAvvio(cartella);
    const ripreso = await measureAvvio(cartella);
    if (nuovo.risposta !== ripreso.risposta) throw new Error('the two starts answer differently');
    primo.push(nuovo.prontoMs);
    secondo.push(ripreso.prontoMs);
    fine.push(nuovo.fineMs, ripreso.fineMs);
  } finally {
    rmSync(cartella, { recursive: true });
  }
}
console.log(`| | ms, mediana (min-max), ${GIRI} giri |
|---|---|
| primo avvio, su una cartella vuota: gli ambiti di esempio pubblicati | ${formatSerie(primo)} |
| avvio seguente, sulla stessa cartella | ${formatSerie(secondo)} |
| dalla richiesta di fermarsi alla fine | ${formatSerie(fine)} |`);
