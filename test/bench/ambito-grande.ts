/**
 * An ambito with very many data of its own, over the real storage: a file brought and published, and another brought and published in its
 * place. Each act in a process of its own, within the memory of the function that does it. Run: npm run bench -- ambito-grande
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { receiveFile } from '../../functions/ingest/carica.ts';
import { publishCaricamenti } from '../../functions/ingest/pubblica.ts';
import { createOriginaliDisco } from '../../functions/locale/archivio/originali-disco.ts';
import { putAmbito } from '../../functions/store/ambiti.ts';
import { createDeposito } from '../../functions/store/crea.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { AMBITO_CASARANO } from '../api/prova.ts';
import { startBanco } from '../store/banco.ts';

const AMBITO = 'casarano';
const ADESSO = new Date('2026-11-28T09:00:00Z');
/** Years of which a file states the residents: seven comuni, single ages, both sexes, two rilevazioni. */
const ANNI = [2, 4, 8, 17];
/** Less than what the functions have: the rest of their memory is not the heap's. */
const HEAP_MB = 860;

interface Passo {
  readonly secondi: number;
  readonly cpuSecondi: number;
  readonly rssMb: number;
  readonly id: string;
  readonly righe: number;
}

/** The two files differ in every figure. */
function writeFile(anni: number, giro: number): Uint8Array {
  const righe = ['codice_istat;comune;anno;rilevazione;eta;sesso;residenti'];
  for (let anno = 2000; anno < 2000 + anni; anno++)
    for (const rilevazione of ['anagrafe', 'istat'])
      for (const { codiceIstat, nome } of AMBITO_CASARANO.comuni)
        for (let eta = 0; eta <= 100; eta++)
          for (const sesso of ['M', 'F']) {
            const residenti = 60 + ((eta * 7 + anno + 3 * giro) % 41);
            righe.push(
              `${codiceIstat};${nome};${anno};${rilevazione};${eta === 100 ? '100+' : eta};${sesso};${residenti}`,
            );
          }
  return new TextEncoder().encode(`${righe.join('\n')}\n`);
}

async function act(deposito: Deposito, { anni, giro, id }: { anni: number; giro: number; id: string }): Promise<Passo> {
  const chi = { ambito: AMBITO, ruolo: 'responsabile', adesso: ADESSO };
  const byte = id === '' ? writeFile(anni, giro) : new Uint8Array();
  const inizio = { ms: performance.now(), cpu: process.cpuUsage() };
  let righe = 0;
  let esito = id;
  if (id === '') {
    const parametri = { tipo: 'popolazione', contesto: { parte: 'intera' }, fonte: { documento: 'Misura' } } as const;
    const { caricamento } = await receiveFile(deposito, { ...chi, byte, parametri });
    if (!caricamento.pubblicabile) throw new Error(JSON.stringify(caricamento.problemi));
    righe = caricamento.righe;
    esito = caricamento.id;
  } else await publishCaricamenti(deposito, { ...chi, ids: [id], base: giro });
  const { user, system } = process.cpuUsage(inizio.cpu);
  return {
    secondi: (performance.now() - inizio.ms) / 1000,
    cpuSecondi: (user + system) / 1e6,
    rssMb: process.resourceUsage().maxRSS / 1024,
    id: esito,
    righe,
  };
}

function formatPasso({ secondi, cpuSecondi, rssMb }: Passo): string {
  const numero = (valore: number, decimali: number) =>
    valore.toLocaleString('it-IT', { useGrouping: 'always', maximumFractionDigits: decimali });
  return `${numero(rssMb, 0)} | ${numero(secondi, 1)} (${numero(cpuSecondi, 1)})`;
}

const [anni, giro, id = '', endpoint, tabella = '', cartella = ''] = process.argv.slice(2);
if (endpoint) {
  const deposito = createDeposito({ endpoint, tabella, originali: createOriginaliDisco(cartella) });
  console.log(JSON.stringify(await act(deposito, { anni: Number(anni), giro: Number(giro), id })));
} else {
  const banco = await startBanco();
  const originali = mkdtempSync(join(tmpdir(), 'osservatorio-grande-'));
  console.log(
    '| Dati dell’ambito | leggere: MB | s (di calcolo) | pubblicare: MB | s (di calcolo) | leggerne altrettanti al loro posto: MB | s (di calcolo) | ripubblicare: MB | s (di calcolo) |\n|---|---|---|---|---|---|---|---|---|',
  );
  try {
    for (const quanti of anni ? [Number(anni)] : ANNI) {
      const deposito = await banco.createDeposito();
      await putAmbito(deposito, { id: AMBITO, ...AMBITO_CASARANO });
      const passi: Passo[] = [];
      for (const questo of [0, 1]) {
        for (const bozza of [false, true]) {
          const argomenti = [
            quanti,
            questo,
            bozza ? (passi.at(-1)?.id ?? '') : '',
            banco.endpoint,
            deposito.tabella,
            originali,
          ];
          const opzioni = [`--max-old-space-size=${HEAP_MB}`, '--import', 'tsx', fileURLToPath(import.meta.url)];
          const uscita = execFileSync(process.execPath, [...opzioni, ...argomenti.map(String)], {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'inherit'],
          });
          passi.push(JSON.parse(uscita) as Passo);
        }
      }
      console.log(
        `| ${(passi[0]?.righe ?? 0).toLocaleString('it-IT', { useGrouping: 'always' })} | ${passi.map(formatPasso).join(' | ')} |`,
      );
    }
  } finally {
    await banco.stop();
    rmSync(originali, { recursive: true });
  }
}
