/**
 * Reading against the floor and against bare papaparse, on a generated national file (1,595,800 rows of 7 columns) and on one of 200 KB.
 * Run: npx tsx test/bench/lettura.ts. Each contender in a process of its own, order interleaved, checksums equal before any figure counts.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, createReadStream, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { Ambito } from '../../functions/core/ambito.ts';
import { Decodifica } from '../../functions/core/tabelle/lettura/codifica.ts';
import type { Forma } from '../../functions/core/tabelle/lettura/fatto.ts';
import { readTabella } from '../../functions/core/tabelle/lettura/leggi-file.ts';
import { Lettore } from '../../functions/core/tabelle/lettura/lettore.ts';
import { popolazione } from '../../functions/core/tabelle/popolazione.ts';
import { formatSerie, getMediana } from './serie.ts';

const COMUNI = 7_900;
const ETA = 101;
const SESSI = ['M', 'F'] as const;
const RIGHE = COMUNI * ETA * SESSI.length;
const COMUNI_PICCOLO = 24;
const GIRI = 3;
/** A small file takes less than the noise of a machine: it is read more times. */
const GIRI_PICCOLO = 11;
/** What a service that stays alive has read before. */
const VOLTE_A_CALDO = 3;
const PEZZO = 256 * 1024;
const INTESTAZIONE = 'codice_istat;comune;anno;rilevazione;eta;sesso;residenti\n';

interface Misura {
  readonly righe: number;
  /** Residents in three bands over all comuni, as text; empty where the contender does not parse. */
  readonly somma: string;
  readonly secondi: number;
  readonly rssMb: number;
}

/** Residents by comune in the bands 0-14, 15-64, 65+: a national file's first use. */
class Fasce {
  readonly #perComune = new Map<string, Float64Array>();
  righe = 0;

  add(comune: string, eta: number, residenti: number): void {
    this.righe += 1;
    let fasce = this.#perComune.get(comune);
    if (fasce === undefined) {
      fasce = new Float64Array(3);
      this.#perComune.set(comune, fasce);
    }
    const indice = eta < 15 ? 0 : eta < 65 ? 1 : 2;
    fasce[indice] = (fasce[indice] ?? 0) + residenti;
  }

  toSomma(): string {
    const totali = [0, 0, 0];
    for (const [comune, fasce] of this.#perComune) {
      for (const [indice, valore] of fasce.entries())
        totali[indice] = (totali[indice] ?? 0) + valore * (Number(comune) % 97);
    }
    return totali.join(' ');
  }
}

function createAmbito(comuni: number): Ambito {
  return {
    id: 'italia',
    nome: 'Tutti i comuni',
    capofila: '000001',
    formaGiuridica: 'nessuna',
    comuni: Array.from({ length: comuni }, (_, indice) => ({
      codiceIstat: String(indice + 1).padStart(6, '0'),
      nome: nameComune(indice),
    })),
    cicli: [],
  };
}

function nameComune(indice: number): string {
  const lettere = [...String(indice).padStart(4, '0')].map((cifra) => 'abcdefghil'[Number(cifra)]).join('');
  return `Borgo San ${lettere}`;
}

function* listRighe(comuni: number): Generator<string> {
  let seme = 12_345;
  for (let comune = 0; comune < comuni; comune++) {
    const inizio = `${String(comune + 1).padStart(6, '0')};${nameComune(comune)};2021;istat;`;
    let testo = '';
    for (let eta = 0; eta < ETA; eta++) {
      for (const sesso of SESSI) {
        seme = (seme * 1_103_515_245 + 12_345) % 2_147_483_648;
        testo += `${inizio}${eta === ETA - 1 ? '100+' : eta};${sesso};${seme % 900}\n`;
      }
    }
    yield testo;
  }
}

function writeFile(percorso: string, comuni: number): void {
  const file = openSync(percorso, 'w');
  writeSync(file, INTESTAZIONE);
  for (const testo of listRighe(comuni)) writeSync(file, testo);
  closeSync(file);
}

const CONTENDENTI = {
  pavimento: async (percorso: string): Promise<Omit<Misura, 'secondi' | 'rssMb'>> => {
    let righe = -1;
    for await (const pezzo of createReadStream(percorso, { highWaterMark: PEZZO })) {
      const byte = pezzo as Buffer;
      for (let da = byte.indexOf(10); da >= 0; da = byte.indexOf(10, da + 1)) righe += 1;
    }
    return { righe, somma: '' };
  },
  papaparse: (percorso: string): Promise<Omit<Misura, 'secondi' | 'rssMb'>> => {
    const fasce = new Fasce();
    let prima = true;
    const flusso = createReadStream(percorso, { highWaterMark: PEZZO });
    return new Promise((resolve, reject) => {
      Papa.parse<string[]>(flusso, {
        delimiter: ';',
        skipEmptyLines: true,
        step: ({ data }) => {
          if (prima) prima = false;
          else fasce.add(data[0] ?? '', Number.parseInt(data[4] ?? '', 10), Number(data[6]));
        },
        complete: () => resolve({ righe: fasce.righe, somma: fasce.toSomma() }),
        error: reject,
      });
    });
  },
  lettore: async (percorso: string): Promise<Omit<Misura, 'secondi' | 'rssMb'>> => {
    const fasce = new Fasce();
    let nota: Forma | null = null;
    let [eta, residenti] = [-1, -1];
    const lettore = new Lettore({
      tipo: popolazione,
      ambito: createAmbito(COMUNI),
      contesto: { parte: 'intera' },
      massimoDati: Number.POSITIVE_INFINITY,
      onFatto: ({ forma, dati }) => {
        if (forma !== nota) {
          nota = forma;
          eta = forma.colonne.indexOf('eta');
          residenti = forma.colonne.indexOf('residenti');
        }
        fasce.add(String(dati[forma.comune]), Number.parseInt(String(dati[eta]), 10), Number(dati[residenti]));
      },
    });
    const decodifica = new Decodifica('UTF-8');
    for await (const pezzo of createReadStream(percorso, { highWaterMark: PEZZO })) {
      lettore.push(decodifica.push(pezzo as Buffer));
    }
    lettore.end();
    if (lettore.problemi.totale > 0) throw new Error(JSON.stringify(lettore.problemi.problemi.slice(0, 3)));
    return { righe: fasce.righe, somma: fasce.toSomma() };
  },
  // A table as an office has it: the whole bytes at once, rows with the place of each value kept.
  piccolo: async (percorso: string): Promise<Omit<Misura, 'secondi' | 'rssMb'>> => {
    const lettura = readTabella({
      byte: readFileSync(percorso),
      tipo: popolazione,
      ambito: createAmbito(COMUNI_PICCOLO),
      contesto: { parte: 'intera' },
    });
    const fasce = new Fasce();
    for (const { valori } of lettura.righe) {
      fasce.add(String(valori.comune), Number.parseInt(String(valori.eta), 10), Number(valori.residenti));
    }
    return { righe: fasce.righe, somma: fasce.toSomma() };
  },
} as const;
type Contendente = keyof typeof CONTENDENTI;

/** @param volte that it has read the same file before, in the same process */
async function run(nome: Contendente, percorso: string, volte: number): Promise<Misura> {
  for (let volta = 0; volta < volte; volta++) await CONTENDENTI[nome](percorso);
  const inizio = performance.now();
  const esito = await CONTENDENTI[nome](percorso);
  const secondi = (performance.now() - inizio) / 1000;
  return { ...esito, secondi, rssMb: process.resourceUsage().maxRSS / 1024 };
}

function measure(nome: Contendente, percorso: string, volte = 0): Misura {
  const argomenti = ['--import', 'tsx', fileURLToPath(import.meta.url), nome, percorso, `${volte}`];
  const uscita = execFileSync(process.execPath, argomenti, { encoding: 'utf8' });
  return JSON.parse(uscita) as Misura;
}

function assertUguali(misure: readonly Misura[]): void {
  const [prima] = misure;
  for (const misura of misure) {
    if (misura.righe !== prima?.righe || misura.somma !== prima.somma) {
      throw new Error(`somme diverse: ${JSON.stringify(misure)}`);
    }
  }
}

function compare(): void {
  const cartella = mkdtempSync(join(tmpdir(), 'lettura-'));
  try {
    const nazionale = join(cartella, 'nazionale.csv');
    const piccolo = join(cartella, 'piccolo.csv');
    writeFile(nazionale, COMUNI);
    writeFile(piccolo, COMUNI_PICCOLO);
    const nomi = ['pavimento', 'papaparse', 'lettore'] as const;
    assertUguali([measure('papaparse', nazionale), measure('lettore', nazionale)]);
    assertUguali([measure('papaparse', piccolo), measure('piccolo', piccolo)]);
    const serie = new Map<string, Misura[]>([...nomi, 'piccolo', 'caldo'].map((nome) => [nome, []]));
    for (let giro = 0; giro < GIRI; giro++) {
      for (const nome of nomi) serie.get(nome)?.push(measure(nome, nazionale));
    }
    for (let giro = 0; giro < GIRI_PICCOLO; giro++) {
      serie.get('piccolo')?.push(measure('piccolo', piccolo));
      serie.get('caldo')?.push(measure('piccolo', piccolo, VOLTE_A_CALDO));
    }
    const secondi = (nome: string) => (serie.get(nome) ?? []).map((misura) => misura.secondi);
    const rss = (nome: string) => (serie.get(nome) ?? []).map((misura) => misura.rssMb);
    const perPapa = (nome: string) =>
      (getMediana(secondi(nome)) / getMediana(secondi('papaparse'))).toLocaleString('it-IT', {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      });
    const mb = (statSync(nazionale).size / 1e6).toFixed(0);
    const kb = (statSync(piccolo).size / 1e3).toFixed(0);
    console.log(
      `| ${RIGHE.toLocaleString('it-IT')} righe, 7 colonne, ${mb} MB | s, mediana (min-max) | RSS MB | su papaparse |`,
    );
    console.log('|---|---|---|---|');
    console.log(
      `| pavimento: byte letti, righe contate | ${formatSerie(secondi('pavimento'), 2)} | ${formatSerie(rss('pavimento'), 0)} | ${perPapa('pavimento')} |`,
    );
    console.log(
      `| papaparse \`step\`, nessun controllo | ${formatSerie(secondi('papaparse'), 2)} | ${formatSerie(rss('papaparse'), 0)} | 1 |`,
    );
    console.log(
      `| il nostro lettore, ogni cella validata | ${formatSerie(secondi('lettore'), 2)} | ${formatSerie(rss('lettore'), 0)} | ${perPapa('lettore')} |`,
    );
    const ms = (nome: string) =>
      formatSerie(
        secondi(nome).map((valore) => valore * 1000),
        0,
      );
    console.log(
      `\nUn file di ${kb} KB, per intero: in un processo appena nato ${ms('piccolo')} ms, in uno che ne ha già letti ${VOLTE_A_CALDO} ${ms('caldo')} ms.`,
    );
  } finally {
    rmSync(cartella, { recursive: true });
  }
}

const [nome, percorso, volte] = process.argv.slice(2);
if (nome !== undefined && percorso !== undefined)
  console.log(JSON.stringify(await run(nome as Contendente, percorso, Number(volte))));
else compare();
