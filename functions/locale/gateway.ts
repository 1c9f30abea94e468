/** One origin for pages and API: what CloudFront, API Gateway and its authorizer do in the cloud, in front of the same functions. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { PERCORSO_CONFIGURAZIONE } from '../core/http/accesso.ts';
import { findPagina } from '../core/http/pagine.ts';
import { findRotta, type Rotta, type RottaId } from '../core/http/rotte.ts';
import type { Handler } from '../http/crea.ts';
import { toRifiuto } from '../http/errori.ts';
import { buildEvento } from '../http/evento.ts';
import type { Giornale } from '../http/giornale.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import { file, toRisultato, toRisultatoProblema, VUOTA } from '../http/risposta.ts';
import type { ArriviDisco } from './archivio/arrivi-disco.ts';
import type { OriginaliDisco } from './archivio/originali-disco.ts';
import { discard, type Risultato, readCorpo, send } from './corpi.ts';
import { readIntestazioni } from './evento.ts';
import { type FileServito, type Invio, sendFile } from './file-servito.ts';
import type { Claims, Emittente } from './gettoni.ts';
import type { Notifica } from './notifica.ts';
import type { PagineServite } from './pagine-servite.ts';
import { describeAccesso, issueGettone, PERCORSO_GETTONE } from './sportello.ts';
import type { Sito } from './statici.ts';

/** After these, what the pages say has changed. */
const CAMBIANO_PAGINE: ReadonlySet<RottaId> = new Set(['pubblica', 'ripristina', 'registra-ambito']);

export interface Gateway {
  readonly api: Handler;
  readonly ingest: Handler;
  readonly arrivi: ArriviDisco;
  readonly originali: OriginaliDisco;
  readonly notifica: Notifica;
  readonly emittente: Emittente;
  readonly sito: Sito;
  readonly pagine: Pick<PagineServite, 'find'>;
  /** What was published is also shown, as the stream of the table does: who published does not wait for it. */
  readonly onScrittura: (ambito: string) => void;
  /** @param nomi in the path of a page */
  readonly hasPagina: (nomi: Readonly<Record<string, string>>) => Promise<boolean>;
  readonly giornale: Giornale;
}

/** @param pronto the parts behind the gateway: requests that come before they are ready wait */
export function createGateway(pronto: Promise<Gateway>): (req: IncomingMessage, res: ServerResponse) => void {
  let gateway: Gateway | undefined;
  void pronto.then(
    (parti) => {
      gateway = parti;
    },
    () => {},
  );
  return (req, res) => {
    const id = randomUUID();
    const file = gateway && findFile(gateway, req);
    if (file) {
      sendFile(file, { req, res, id });
      return;
    }
    void serve(pronto, { req, res, id })
      .catch(async (errore: unknown) => {
        const rifiuto = toRifiuto(errore);
        if (!rifiuto) (await pronto).giornale({ id, rotta: 'gateway', errore });
        return toRisultatoProblema(rifiuto, id);
      })
      .then(
        (risultato) =>
          risultato &&
          send(res, risultato, { id, metodo: req.method ?? 'GET', accetta: req.headers['accept-encoding'] }),
      )
      .catch(() => res.destroy());
  };
}

/** What is there as it is asked for: a page, or a file of the site. */
function findFile({ pagine, sito }: Gateway, { method, url = '/' }: IncomingMessage): FileServito | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  const fine = url.indexOf('?');
  const percorso = fine < 0 ? url : url.slice(0, fine);
  return (
    pagine.find(percorso, readEdizione(fine < 0 ? '' : url.slice(fine))) ??
    (percorso === '/index.html' ? undefined : sito.find(percorso))
  );
}

/** @param query of an address, from its question mark on */
function readEdizione(query: string): string | null {
  return query === '' ? null : new URLSearchParams(query).get('edizione');
}

/** @returns what is to be sent, or undefined where it has been sent already */
async function serve(pronto: Promise<Gateway>, { req, res, id }: Invio): Promise<Risultato | undefined> {
  const gateway = await pronto;
  const metodo = req.method ?? 'GET';
  const indirizzo = parseIndirizzo(req.url ?? '/');
  const headers = readIntestazioni(req);
  if (indirizzo.pathname === PERCORSO_GETTONE) {
    const corpo = await readCorpo(req);
    return issueGettone({ id, metodo, headers, corpo, daVicino: isVicino(req) }, gateway.emittente);
  }
  if (indirizzo.pathname === PERCORSO_CONFIGURAZIONE && metodo === 'GET') return describeAccesso(id);
  if (/^\/api(\/|$)/.test(indirizzo.pathname)) {
    const trovata = findRotta(metodo, indirizzo.pathname);
    const rotta = 'rotta' in trovata ? trovata.rotta : undefined;
    const claims = await readClaims(rotta, headers.authorization, gateway.emittente);
    const corpo = rotta?.corpo ? await readCorpo(req, rotta.corpo) : undefined;
    const risultato = await gateway[rotta?.funzione ?? 'api'](
      buildEvento({ id, metodo, indirizzo, headers, claims, corpo }),
    );
    const ambito = 'parametri' in trovata ? trovata.parametri.ambito : undefined;
    if (ambito && rotta && CAMBIANO_PAGINE.has(rotta.id) && (risultato.statusCode ?? 500) < 300) {
      gateway.onScrittura(ambito);
    }
    return risultato;
  }
  if (metodo === 'PUT' && indirizzo.pathname.startsWith('/arrivi/')) {
    return receiveArrivo(gateway, { req, id, indirizzo, headers });
  }
  if (metodo !== 'GET' && metodo !== 'HEAD') {
    throw new RifiutoError(405, 'Una pagina si può soltanto leggere.', { intestazioni: { allow: 'GET, HEAD' } });
  }
  if (indirizzo.pathname.startsWith('/originali/')) return deliverOriginale(gateway, indirizzo, id);
  await sendGuscio(gateway, indirizzo, { req, res, id });
  return undefined;
}

/** At an address that is a page but was not prepared, the page that fetches all of its content. */
async function sendGuscio(
  { pagine, sito, hasPagina }: Gateway,
  { pathname: percorso, search }: URL,
  scambio: Invio,
): Promise<void> {
  const senzaBarra = percorso === '/' ? percorso : percorso.replace(/\/$/, '');
  const preparata = pagine.find(senzaBarra, readEdizione(search)) ?? sito.find(senzaBarra);
  if (preparata && senzaBarra !== '/index.html') {
    sendFile(preparata, scambio);
    return;
  }
  const nomi = findPagina(percorso);
  if (nomi !== null && (await hasPagina(nomi))) sendFile(sito.guscio, scambio);
  else sendFile(sito.assente, { ...scambio, stato: 404 });
}

function parseIndirizzo(url: string): URL {
  // A path that begins with two slashes would be read as another host.
  const indirizzo = URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost') : null;
  if (indirizzo?.host !== 'localhost') throw new RifiutoError(400, 'L’indirizzo non è leggibile.');
  return indirizzo;
}

/** As the authorizer: a public route never looks at the token, a reserved one refuses one that is not good. */
async function readClaims(
  rotta: Rotta | undefined,
  authorization: string | undefined,
  emittente: Emittente,
): Promise<Claims | undefined> {
  if (!rotta || rotta.accesso === 'pubblico' || authorization === undefined) return undefined;
  const gettone = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const claims = gettone === undefined ? null : await emittente.verify(gettone);
  if (claims) return claims;
  throw new RifiutoError(401, 'L’accesso è scaduto o non è valido: serve entrare di nuovo.', {
    intestazioni: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });
}

/** As the bucket of the arrivals: what has a signature comes in, piece by piece, and the function is told. */
async function receiveArrivo(
  { arrivi, notifica }: Gateway,
  {
    req,
    id,
    indirizzo,
    headers,
  }: {
    readonly req: IncomingMessage;
    readonly id: string;
    readonly indirizzo: URL;
    readonly headers: Readonly<Record<string, string>>;
  },
): Promise<APIGatewayProxyStructuredResultV2> {
  const lunghezza = headers['content-length'] === undefined ? undefined : Number(headers['content-length']);
  try {
    const chiave = await arrivi.receive({
      percorso: indirizzo.pathname,
      query: indirizzo.searchParams,
      lunghezza,
      // Refused halfway, it must still be let in to its end.
      corpo: req.iterator({ destroyOnReturn: false }),
    });
    notifica.notify(chiave, lunghezza ?? 0);
    return toRisultato(VUOTA, { id, durata: 'riservata' });
  } catch (errore) {
    await discard(req);
    throw errore;
  }
}

/** As the bucket of the originals: what has a signature goes out, piece by piece, to be saved and not shown. */
async function deliverOriginale({ originali }: Gateway, indirizzo: URL, id: string): Promise<Risultato> {
  const { sorgente, nomeFile } = await originali.deliver(indirizzo.pathname, indirizzo.searchParams);
  const vuoto = file(new Uint8Array(), nomeFile, 'riservata');
  return { ...toRisultato(vuoto, { id, durata: 'riservata' }), flusso: sorgente };
}

function isVicino(req: IncomingMessage): boolean {
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(req.socket.remoteAddress ?? '');
}
