/** How long `npm start` takes to be of use: the first time, with the sample ambiti to publish, and the next. */
import { performance } from 'node:perf_hooks';
import { startOsservatorio, withCartella } from '../osservatorio.ts';
import { formatSerie } from './serie.ts';

const GIRI = 3;

/** @returns milliseconds from the command until it says that it is ready, and from the request to end to the end */
async function measureAvvio(cartella: string): Promise<{ prontoMs: number; fineMs: number; risposta: string }> {
  const inizio = performance.now();
  const osservatorio = await startOsservatorio(cartella);
  const prontoMs = performance.now() - inizio;
  const indirizzo = `${osservatorio.origine}/api/v1/ambiti/casarano/indicatori?limite=5000`;
  const risposta = await (await fetch(indirizzo)).text();
  const richiesta = performance.now();
  await osservatorio.stop();
  return { prontoMs, fineMs: performance.now() - richiesta, risposta };
}

const primo: number[] = [];
const secondo: number[] = [];
const fine: number[] = [];
for (let giro = 0; giro < GIRI; giro++) {
  await withCartella(async (cartella) => {
    const nuovo = await measureAvvio(cartella);
    const ripreso = await measureAvvio(cartella);
    if (nuovo.risposta !== ripreso.risposta) throw new Error('the two starts answer differently');
    primo.push(nuovo.prontoMs);
    secondo.push(ripreso.prontoMs);
    fine.push(nuovo.fineMs, ripreso.fineMs);
  });
}
console.log(`| | ms, mediana (min-max), ${GIRI} giri |
|---|---|
| primo avvio, su una cartella vuota: gli ambiti di esempio pubblicati | ${formatSerie(primo)} |
| avvio seguente, sulla stessa cartella | ${formatSerie(secondo)} |
| dalla richiesta di fermarsi alla fine | ${formatSerie(fine)} |`);
