/** What the local server gives in a second of one prepared page, beside nginx that sends the same bytes from its disk. */
import { execFileSync, spawn } from 'node:child_process';
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

/** One worker, as the local server is one process; the file is compressed already and only sent. */
async function startNginx(cartella: string, corpo: Buffer): Promise<{ origine: string; stop(): Promise<void> }> {
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
  const finito = new Promise<void>((then) => figlio.once('close', () => then()));
  const origine = `http://127.0.0.1:${porta}`;
  const stop = async (): Promise<void> => {
    figlio.kill('SIGTERM');
    await finito;
  };
  for (let prova = 0; prova < 50; prova++) {
    if (await fetch(`${origine}${PAGINA}`, { method: 'HEAD' }).catch(() => null)) return { origine, stop };
    await sleep(100);
  }
  await stop();
  throw new Error('nginx does not answer');
}

/** @returns requests per second */
function runWrk(indirizzo: string): number {
  const detto = execFileSync('wrk', [...CARICO, '-H', 'Accept-Encoding: gzip', indirizzo], { encoding: 'utf8' });
  if (/Non-2xx|Socket errors/.test(detto)) throw new Error(`not every answer was good: ${detto}`);
  const alSecondo = Number(/Requests\/sec:\s+([\d.]+)/.exec(detto)?.[1]);
  if (!(alSecondo > 0)) throw new Error(`wrk has told no rate: ${detto}`);
  return alSecondo;
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
        try {
          const suo = `${nginx.origine}${PAGINA}`;
          if (hash(await readCompressa(suo)) !== hash(corpo)) throw new Error('the two send different bytes');
          const nostri: number[] = [];
          const suoi: number[] = [];
          const contendenti = [() => nostri.push(runWrk(nostro)), () => suoi.push(runWrk(suo))];
          for (let giro = 0; giro < GIRI; giro++) {
            for (const run of giro % 2 ? contendenti.toReversed() : contendenti) run();
          }
          printTabella({ nostri, suoi, kb: corpo.length / 1024 });
        } finally {
          await nginx.stop();
        }
      });
    } finally {
      await osservatorio.stop();
    }
  });
}

function printTabella({ nostri, suoi, kb }: { nostri: number[]; suoi: number[]; kb: number }): void {
  const percento = (parte: number): string =>
    `${(parte * 100).toLocaleString('it-IT', { maximumFractionDigits: 0 })} %`;
  const rapporto = getMediana(nostri) / getMediana(suoi);
  const peso = kb.toLocaleString('it-IT', { maximumFractionDigits: 1 });
  console.log(`| \`${PAGINA}\`, ${peso} KB gz, \`wrk ${CARICO.join(' ')}\` | richieste al secondo, mediana (min-max), ${GIRI} giri | su nginx |
|---|---|---|
| nginx, un processo, il file già compresso | ${formatSerie(suoi)} | 100 % |
| l’Osservatorio in locale, un processo | ${formatSerie(nostri)} | ${percento(rapporto)} |

Obiettivo: almeno ${percento(MINIMO)}; ${rapporto >= MINIMO ? 'raggiunto' : '**mancato**'}.`);
}

if (isInstallato('nginx', '-v') && isInstallato('wrk', '-v')) await measure();
else console.log('Non misurato: servono `nginx` e `wrk` fra i programmi installati.');
