/** What runs at the edge, before and after the files of the site: CloudFront Functions, JavaScript runtime 2.0. */
import { buildCspSito } from '../functions/core/http/intestazioni.ts';
import { CARTELLA_EDIZIONI, INSIEME_COMUNE } from '../functions/core/http/istantanee.ts';
import { listPagineFisse, listSezioni } from '../functions/core/http/pagine-al-bordo.ts';

/** The page without content, as it is sent where no page is. */
export const ASSENTE = 'assente.html';
/** Metadata of a file of the site that the edge reads: the styles that a page has in itself, the status that it is sent with. */
const [STILE, STATO] = ['x-amz-meta-stile', 'x-amz-meta-stato'];
/** Stands in the policy where the hash of the styles goes. */
const SEGNAPOSTO = 'sha256-';

/**
 * From a permalink to the file that the current publication has prepared. What was not prepared (the desk) is the page without content;
 * so is what was prepared of another edizione than the address names (`isPaginaDi`), and an address that is no page, which is told by its
 * status. An error page of the distribution would do the same and hide the errors of the API behind the page.
 */
export const CODICE_PERMALINK = `import cf from 'cloudfront';

const FISSE = ${JSON.stringify(listPagineFisse())};
const SEZIONI = ${JSON.stringify(listSezioni())};

async function readPuntatore(insieme) {
  try {
    return JSON.parse(await cf.kvs().get(insieme));
  } catch (assente) {
    return null;
  }
}

function isScrivania(percorso) {
  return /^\\/area-riservata(\\/|$)/.test(percorso);
}

function isPreparata(percorso, insieme, puntatore) {
  if (FISSE.includes(percorso)) return true;
  if (!puntatore || insieme === '${INSIEME_COMUNE}') return false;
  const sezione = percorso.slice(insieme.length + 1);
  if (SEZIONI.includes(sezione)) return true;
  const comune = /^\\/comuni\\/(\\d{6})$/.exec(sezione);
  if (!comune) return false;
  for (let i = 0; i < puntatore.comuni.length; i += 6) {
    if (puntatore.comuni.slice(i, i + 6) === comune[1]) return true;
  }
  return false;
}

function isDiEdizione(query, insieme, puntatore) {
  return !query.edizione || (insieme !== '${INSIEME_COMUNE}' && query.edizione.value === String(puntatore.numero));
}

async function handler(event) {
  const richiesta = event.request;
  const corrente = /^\\/${CARTELLA_EDIZIONI}\\/([a-z][a-z0-9-]*)\\.json$/.exec(richiesta.uri);
  if (corrente) {
    const puntatore = await readPuntatore(corrente[1]);
    const headers = { 'cache-control': { value: 'no-cache' }, 'content-type': { value: 'application/json' } };
    if (!puntatore) return { statusCode: 404, statusDescription: 'Not Found', headers };
    return { statusCode: 200, statusDescription: 'OK', headers, body: JSON.stringify(puntatore) };
  }
  if (/\\.[a-z0-9]+$/i.test(richiesta.uri)) return richiesta;
  const percorso = richiesta.uri === '/' ? '/' : richiesta.uri.replace(/\\/$/, '');
  const insieme = FISSE.includes(percorso) ? '${INSIEME_COMUNE}' : percorso.split('/')[1];
  const puntatore = await readPuntatore(insieme);
  const preparata = isPreparata(percorso, insieme, puntatore);
  if (puntatore && preparata && isDiEdizione(richiesta.querystring, insieme, puntatore)) {
    const nome = percorso === '/' ? '/inizio' : percorso;
    richiesta.uri = '/${CARTELLA_EDIZIONI}/' + insieme + '/' + puntatore.impronta + nome + '.html';
  } else {
    const trovata = preparata || richiesta.querystring.edizione || isScrivania(percorso);
    richiesta.uri = trovata ? '/index.html' : '/${ASSENTE}';
  }
  return richiesta;
}`;

/**
 * The policy of a page admits the styles that the page itself was prepared with: a new version of the site never stands in the way of the pages
 * before it. "Not modified" tells a browser to keep what it has, and brings no metadata with it: its policy would take the place of the page's.
 * @param depositi see `buildCspSito`
 */
export function buildPolitica(depositi: readonly string[]): string {
  return `function handler(event) {
  const risposta = event.response;
  const stile = risposta.headers['${STILE}'];
  if (risposta.statusCode === 304) {
    delete risposta.headers['content-security-policy'];
    return risposta;
  }
  const stato = risposta.headers['${STATO}'];
  if (stato) risposta.statusCode = Number(stato.value);
  const politica = stile
    ? ${JSON.stringify(buildCspSito({ depositi, stile: SEGNAPOSTO }))}.replace('${SEGNAPOSTO}', stile.value)
    : ${JSON.stringify(buildCspSito({ depositi }))};
  risposta.headers['content-security-policy'] = { value: politica };
  delete risposta.headers['${STILE}'];
  delete risposta.headers['${STATO}'];
  return risposta;
}`;
}
