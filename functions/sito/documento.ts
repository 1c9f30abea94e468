/** One whole page: the shell of the site, with the content, the styles and the place of the data in it. */
import { createHash } from 'node:crypto';
import { SEGNAPOSTO_IMPRONTA, toCartella, toNomePagina } from '../core/http/istantanee.ts';
import type { Guscio, PaginaResa } from './impaginatore.ts';
import { cutStile } from './stile-di-pagina.ts';

interface Pagina {
  readonly percorso: string;
  readonly insieme: string;
  readonly numero: number;
  readonly resa: PaginaResa;
}

const CODICE = /\s*<script type="module"[^>]*><\/script>|\s*<link rel="modulepreload"[^>]*>/g;
const FOGLIO = /\s*<link rel="stylesheet"[^>]*>/;
const STILE = /<style>([\s\S]*?)<\/style>/;
const CARATTERE = /\s*<link\s+rel="preload"[^>]*\bas="font"[^>]*>/;
const RADICE = '<div id="radice"></div>';

/**
 * What is to be read comes first: the styles that it has a use for with it, all of them after it, and the code, so that nothing is waited for before the
 * page is seen.
 * The font neither: a browser that is told of it in the head waits for it a tenth of a second, and until it comes another letter
 * stands in its place, as wide and as tall.
 * @throws Error where the shell is not as this knows it, or has no such code
 */
export function composeDocumento(
  { html, stile, foglio, codice: moduli }: Guscio,
  { percorso, insieme, numero, resa }: Pagina,
): string {
  const codice = html.match(CODICE)?.map((elemento) => elemento.trim()) ?? [];
  if (codice.length === 0 || !FOGLIO.test(html) || !html.includes(RADICE)) {
    throw new Error('index.html of the site is not the shell that pages are made of');
  }
  const istantanea = `${toCartella(insieme, SEGNAPOSTO_IMPRONTA)}${toNomePagina(percorso)}.json`;
  const dati = `data-insieme="${insieme}" data-impronta="${SEGNAPOSTO_IMPRONTA}" data-numero="${numero}" data-pagina="${percorso}"`;
  const dopo = [
    `<link rel="preload" as="style" fetchpriority="low" href="/${foglio}">`,
    `<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="${istantanea}">`,
    ...codice.map((elemento) => elemento.replace(/ crossorigin/, ' crossorigin fetchpriority="low"')),
    ...listFile(moduli, resa.codice).map(
      (file) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="/${file}">`,
    ),
  ];
  return html
    .replace(CODICE, '')
    .replace(CARATTERE, '')
    .replace(FOGLIO, '')
    .replace(/\s*<noscript>[\s\S]*?<\/noscript>/, '')
    .replace('</head>', () => `  ${resa.testa}\n    <style>${cutStile(stile, resa.corpo)}</style>\n  </head>`)
    .replace(RADICE, () => `<div id="radice" ${dati}>${resa.corpo}</div>\n    ${dopo.join('\n    ')}`);
}

/** @returns how a CSP names the styles that a page has in itself; undefined where it has none */
export function hashStile(documento: string): string | undefined {
  const stile = STILE.exec(documento)?.[1];
  return stile === undefined ? undefined : `sha256-${createHash('sha256').update(stile).digest('base64')}`;
}

/** Asked for together with the rest, and not one after the other as each of them is read. */
function listFile(moduli: Guscio['codice'], chiesti: readonly string[]): string[] {
  const file = chiesti.flatMap((modulo) => {
    const suoi = moduli[modulo];
    if (!suoi) throw new Error(`the site has no module ${modulo}`);
    return suoi;
  });
  return [...new Set(file)];
}
