/** Cuts the styles of the site into pieces, each with what a page must have for it to matter. */
import { type ChildNode, parse, type Root } from 'postcss';
import parseSelettore from 'postcss-selector-parser';
import type { PezzoStile } from '../functions/sito/stile-di-pagina.ts';

const INTORNO = new Set(['media', 'supports', 'container', 'layer']);

/**
 * @returns `pezzi`, of which a page takes those that it has a use for; `resto`, all of them but the fonts: what comes after the page, and a font that is
 *   declared twice is waited for twice
 */
export function cutStili(css: string): { readonly pezzi: readonly PezzoStile[]; readonly resto: string } {
  const radice = parse(css);
  return { pezzi: radice.nodes.map(toPezzo), resto: removeCaratteri(radice.clone()) };
}

function removeCaratteri(radice: Root): string {
  radice.walkAtRules('font-face', (carattere) => {
    carattere.remove();
  });
  return radice.toString();
}

function toPezzo(nodo: ChildNode): PezzoStile {
  if (nodo.type === 'rule') return { testo: nodo.toString(), segni: listSegni(nodo.selector) };
  if (nodo.type !== 'atrule') return { testo: nodo.toString() };
  if (nodo.nodes === undefined) return { testo: `${nodo.toString()};` };
  if (!INTORNO.has(nodo.name)) return { testo: nodo.toString() };
  return { intorno: `@${nodo.name} ${nodo.params}`, pezzi: nodo.nodes.map(toPezzo) };
}

/** What stands within `:not()`, `:is()`, `:has()` is not looked at, nor attributes: the selector matters then to more pages than it could. */
function listSegni(selettore: string): string[][] {
  return parseSelettore()
    .astSync(selettore)
    .nodes.map(({ nodes }) =>
      nodes.flatMap((nodo) => {
        if (nodo.type === 'class') return [`.${nodo.value}`];
        return nodo.type === 'tag' ? [nodo.value.toLowerCase()] : [];
      }),
    );
}
