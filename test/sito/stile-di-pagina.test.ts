/** What of the styles of the site a page takes with it: all that it has an element for, in the same order, and no more. */
import { describe, expect, test } from 'vitest';
import { cutStile } from '../../functions/sito/stile-di-pagina.ts';
import { cutStili } from '../../web/pezzi-di-stile.ts';

const PAGINA =
  '<main class="pagina parti"><h1>Quanto?</h1><p data-nota="a > b" class="risposta">Tanto</p><svg viewBox="0 0 1 1"><linearGradient id="x"/></svg><br></main>';

const cut = (css: string, html = PAGINA): string => cutStile(cutStili(css).pezzi, html);

describe('a rule is taken', () => {
  test.each([
    ['of a class that is there', '.pagina{margin:0}'],
    ['of a tag that is there', 'h1{margin:0}'],
    ['of a tag written in two cases', 'linearGradient{margin:0}'],
    ['of an element that closes itself', 'br{margin:0}'],
    ['of what stands after a sign that looks like the end of an element', '.risposta{margin:0}'],
    ['of the page itself', 'html body{margin:0}'],
    ['of anything', '*,:before{margin:0}'],
    ['where one of its selectors is there', '.assente,.risposta{margin:0}'],
    ['whatever it excludes', '.pagina:not(.assente){margin:0}'],
    ['where what it asks for may be one of several', ':is(.assente,.pagina) h1{margin:0}'],
    ['whatever the state', 'p.risposta:hover>:focus-visible{margin:0}'],
    ['whatever the attribute', '[data-tema=scuro]{margin:0}'],
    ['on paper', '@media print{.pagina{margin:0}}'],
  ])('%s', (_titolo, css) => {
    expect(cut(css)).toBe(css);
  });
});

describe('a rule is left', () => {
  test.each([
    ['of a class that is not there', '.assente{margin:0}'],
    ['of a tag that is not there', 'table{margin:0}'],
    ['where one of the classes that it asks for together is not there', '.pagina .assente{margin:0}'],
    ['of a text that only looks like a class', '.Tanto{margin:0}'],
    ['with what stands around it, if nothing is left in there', '@media print{.assente{margin:0}table{margin:0}}'],
  ])('%s', (_titolo, css) => {
    expect(cut(css)).toBe('');
  });
});

test('what is taken stays in its order', () => {
  const css = 'h1{color:red}@media print{.assente{margin:0}p{margin:0}}.assente{color:red}.pagina{color:blue}';
  expect(cut(css)).toBe('h1{color:red}@media print{p{margin:0}}.pagina{color:blue}');
});

test('what is no rule is taken by every page; after the page comes all but the fonts', () => {
  const css =
    '@font-face{font-family:A;src:url(/a.woff2)}@keyframes gira{to{rotate:1turn}}@media print{h6{margin:0}}h6{color:red}';
  expect(cut(css)).toBe('@font-face{font-family:A;src:url(/a.woff2)}@keyframes gira{to{rotate:1turn}}');
  expect(cutStili(css).resto).toBe('@keyframes gira{to{rotate:1turn}}@media print{h6{margin:0}}h6{color:red}');
});
