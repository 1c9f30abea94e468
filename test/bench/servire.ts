/** What the local server gives in a second of one prepared page, beside nginx that sends the same bytes from its disk. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOsservatorio, withCartella } from '../osservatorio.ts';
import { formatSerie, getMediana } from './serie.ts';

const GIRI = 3;
const PAGINA = '/casarano';
const CARICO = ['-t1', '-c16', '-d5'];
const GZIP = { 'accept-encoding': 'gzip' } as const;
const MINIMO = 0.7;

function isInstallato(programma: string, argomento: string): boolean {
  try {
    execFileSync(programma, [argomento], { stdio: 'ignore' });
    return true;
  } catch (errore) {
    // Told from one that is there and ends badly: wrk has no way of saying its version that ends well.
    return (errore as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** The body as it travels: `fetch` would unpack it. */
function readCompressa(indirizzo: string): Promise<Buffer> {
  return new Promise((then, fail) => {
    get(indirizzo, { headers: GZIP }, (res) => {
      const pezzi: Buffer[] = [];
      res.on('data', (pezzo: Buffer) => pezzi.push(pezzo));
      res.on('error', fail);
      res.on('end', () => {
        if (res.statusCode === 200 && res.headers['content-encoding'] === 'gzip') then(Buffer.concat(pezzi));
        else fail(new Error(`${indirizzo}: ${res.statusCode}, ${res.headers['content-encoding'] ?? 'not compressed'}`));
      });
    }).on('error', fail);
  });
}

function findPorta(): Promise<number> {
  return new Promise((then, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const indirizzo = server.address();
      server.close(() => then(typeof indirizzo === 'object' && indirizzo ? indirizzo.port : 0));
    });
  });
}

interface Servente {
  readonly indirizzo: string;
  stop(): Promise<void>;
}

async function waitServente(figlio: ChildProcess, origine: string): Promise<Servente> {
  const indirizzo = `${origine}${PAGINA}`;
  const finito = new Promise<void>((then) => figlio.once('close', () => then()));
  const stop = async (): Promise<void> => {
    figlio.kill('SIGTERM');
    await finito;
  };
  for (let prova = 0; prova < 50; prova++) {
    if (await fetch(indirizzo, { method: 'HEAD' }).catch(() => null)) return { indirizzo, stop };
    await sleep(100);
  }
  await stop();
  throw new Error(`${indirizzo} does not answer`);
}

/** One worker, as the local server is one process; the file is compressed already and only sent. */
async function startNginx(cartella: string, corpo: Buffer): Promise<Servente> {
  const porta = await findPorta();
  await mkdir(join(cartella, 'sito'));
  await writeFile(join(cartella, 'sito', PAGINA), corpo);
  // Started by root, nginx reads files as somebody else.
  await chmod(cartella, 0o755);
  const configurazione = join(cartella, 'nginx.conf');
  await writeFile(
    configurazione,
    `daemon off; worker_processes 1; pid ${cartella}/nginx.pid; error_log stderr error;
events { worker_connections 256; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=16;
  client_body_temp_path ${cartella}/a; proxy_temp_path ${cartella}/b; fastcgi_temp_path ${cartella}/c;
  uwsgi_temp_path ${cartella}/d; scgi_temp_path ${cartella}/e;
  server {
    listen 127.0.0.1:${porta}; root ${cartella}/sito; default_type 'text/html; charset=utf-8';
    add_header content-encoding gzip; add_header cache-control no-cache;
  }
}
`,
  );
  const figlio = spawn('nginx', ['-c', configurazione, '-p', cartella], { stdio: ['ignore', 'inherit', 'inherit'] });
  return waitServente(figlio, `http://127.0.0.1:${porta}`);
}

/** The floor: Node's own server, that has the body in its hand and does nothing else. */
const NUDO = `import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
const corpo = readFileSync(process.argv[1]);
const intestazioni = ['content-encoding', 'gzip', 'content-length', String(corpo.length)];
createServer((_, res) => void res.writeHead(200, intestazioni).end(corpo)).listen(Number(process.argv[2]), '127.0.0.1');`;

async function startNudo(cartella: string, corpo: Buffer): Promise<Servente> {
  const file = join(cartella, 'corpo');
  await writeFile(file, corpo);
  const porta = await findPorta();
  const figlio = spawn(process.execPath, ['--input-type=module', '-e', NUDO, file, String(porta)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return waitServente(figlio, `http://127.0.0.1:${porta}`);
}

/** @returns requests per second */
function runWrk(indirizzo: string): number {
  const detto = execFileSync('wrk', [...CARICO, '-H', 'Accept-Encoding: gzip', indirizzo], { encoding: 'utf8' });
  if (/Non-2xx|Socket errors/.test(detto)) throw new Error(`not every answer was good: ${detto}`);
  const alSecondo = Number(/Requests\/sec:\s+([\d.]+)/.exec(detto)?.[1]);
  if (!(alSecondo > 0)) throw new Error(`wrk has told no rate: ${detto}`);
  return alSecondo;
}

interface Contendente {
  readonly nome: string;
  readonly indirizzo: string;
  /** Requests per second. */
  readonly giri: number[];
}

const hash = (byte: Buffer): string => createHash('sha256').update(byte).digest('hex');

async function measure(): Promise<void> {
  await withCartella(async (cartellaDati) => {
    const osservatorio = await startOsservatorio(cartellaDati);
    try {
      const nostro = `${osservatorio.origine.replace('localhost', '127.0.0.1')}${PAGINA}`;
      const corpo = await readCompressa(nostro);
      await withCartella(async (cartella) => {
        const nginx = await startNginx(cartella, corpo);
        const nudo = await startNudo(cartella, corpo);
        try {
          const contendenti: Contendente[] = [
            { nome: 'nginx, un processo, il file già compresso', indirizzo: nginx.indirizzo, giri: [] },
            { nome: 'pavimento: il server di Node, con la risposta già in mano', indirizzo: nudo.indirizzo, giri: [] },
            { nome: 'l’Osservatorio in locale, un processo', indirizzo: nostro, giri: [] },
          ];
          for (const { indirizzo } of contendenti) {
            if (hash(await readCompressa(indirizzo)) !== hash(corpo)) throw new Error(`${indirizzo}: different bytes`);
          }
          for (let giro = 0; giro < GIRI; giro++) {
            for (const { indirizzo, giri } of giro % 2 ? contendenti.toReversed() : contendenti) {
              giri.push(runWrk(indirizzo));
            }
          }
          printTabella(contendenti, corpo.length / 1024);
        } finally {
          await nginx.stop();
          await nudo.stop();
        }
      });
    } finally {
      await osservatorio.stop();
    }
  });
}

function printTabella(contendenti: readonly Contendente[], kb: number): void {
  const percento = (parte: number): string =>
    `${(parte * 100).toLocaleString('it-IT', { maximumFractionDigits: 0 })} %`;
  const [nginx = Number.NaN, nudo = Number.NaN, nostro = Number.NaN] = contendenti.map(({ giri }) => getMediana(giri));
  const peso = kb.toLocaleString('it-IT', { maximumFractionDigits: 1 });
  const righe = contendenti.map(
    ({ nome, giri }) => `| ${nome} | ${formatSerie(giri)} | ${percento(getMediana(giri) / nginx)} |`,
  );
  console.log(`| \`${PAGINA}\`, ${peso} KB gz, \`wrk ${CARICO.join(' ')}\` | richieste al secondo, mediana (min-max), ${GIRI} giri | su nginx |
|---|---|---|
${righe.join('\n')}

Obiettivo: almeno ${percento(MINIMO)} di nginx; ${nostro / nginx >= MINIMO ? 'raggiunto' : '**mancato**'}. Sul pavimento: ${percento(nostro / nudo)}.`);
}

if (isInstallato('nginx', '-v') && isInstallato('wrk', '-v')) await measure();
else console.log('Non misurato: servono `nginx` e `wrk` fra i programmi installati.');
