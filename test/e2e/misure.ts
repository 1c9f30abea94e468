/**
 * What a test reads of a page by running it inside the page: each function stands on its own, since only its text gets there.
 * All answer with sentences about what is wrong: [] where nothing is.
 */

/** Text that ends beyond the side of the window, and the page itself where it can be scrolled sideways. */
export function findSporgenti(): string[] {
  const sporgenti: string[] = [];
  const oltre = document.documentElement.scrollWidth - window.innerWidth;
  if (oltre > 0) sporgenti.push(`the page is ${oltre} px too wide`);
  const passi = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let nodo = passi.nextNode(); nodo; nodo = passi.nextNode()) {
    const casa = nodo.parentElement;
    if (!casa || !nodo.textContent?.trim()) continue;
    if (casa.closest('.solo-lettori, noscript, .salta, script, style, option') || !casa.checkVisibility()) continue;
    const tratto = document.createRange();
    tratto.selectNodeContents(nodo);
    const { left, right, width } = tratto.getBoundingClientRect();
    // What a box of its own lets one scroll to is not lost, as long as the box stands whole in the window.
    const scatola = casa.closest('.calore')?.getBoundingClientRect();
    if (scatola && scatola.left >= 0 && scatola.right <= window.innerWidth) continue;
    if (width > 0 && (right > window.innerWidth + 0.5 || left < -0.5)) {
      sporgenti.push(`«${nodo.textContent.trim()}» from ${Math.round(left)} to ${Math.round(right)} px`);
    }
  }
  return sporgenti;
}

/** Labels of one chart that stand on one another, or that a line of the chart crosses. */
export function findSovrapposte(): string[] {
  const sovrapposte: string[] = [];
  for (const grafico of document.querySelectorAll('.linee, .punti')) {
    const nomi = [...grafico.querySelectorAll('.linee-nome, .punto-nome, .asse-testo, .asse-ambito')]
      .filter((nodo) => nodo.checkVisibility())
      .map((nodo) => ({ testo: nodo.textContent ?? '', r: nodo.getBoundingClientRect() }));
    for (const [i, a] of nomi.entries()) {
      for (const b of nomi.slice(i + 1)) {
        const x = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
        const y = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
        // Boxes of text hold some air above and below the letters.
        if (x > 0.5 && y > 4) sovrapposte.push(`«${a.testo}» and «${b.testo}»`);
      }
    }
  }
  for (const grafico of document.querySelectorAll('.barre')) {
    const etichette = [...grafico.querySelectorAll('.barre-nome, .barre-valore > *, .barre-etichetta, a.segno')]
      .filter((nodo) => nodo.checkVisibility())
      .map((nodo) => ({ testo: nodo.textContent ?? '', r: nodo.getBoundingClientRect() }));
    const linee = [...grafico.querySelectorAll('line')].map((nodo) => ({
      testo: 'a line',
      r: nodo.getBoundingClientRect(),
    }));
    for (const [i, a] of etichette.entries()) {
      for (const b of [...etichette.slice(i + 1), ...linee]) {
        const x = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
        const y = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
        // Boxes of text hold a pixel or two of air above and below the letters.
        if (x > 0.5 && y > 2) sovrapposte.push(`«${a.testo}» and «${b.testo}»`);
      }
    }
  }
  return sovrapposte;
}

/** Text of drawings under 4,5:1 and marks under 3:1 against what is behind them: axe leaves them undecided. */
export function findContrasti(): string[] {
  const tela = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!tela) return ['no canvas to read colours with'];
  const readColore = (colore: string): [number, number, number, number] => {
    tela.clearRect(0, 0, 1, 1);
    tela.fillStyle = colore;
    tela.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = tela.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a];
  };
  const luminanza = ([r, g, b]: readonly number[]): number => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((v = 0) => {
      const c = v / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const sfondoOf = (nodo: Element): readonly number[] => {
    for (let casa: Element | null = nodo; casa; casa = casa.parentElement) {
      const colore = readColore(getComputedStyle(casa).backgroundColor);
      if (colore[3] === 255) return colore;
    }
    return [255, 255, 255];
  };
  const difetti: string[] = [];
  const check = (scelti: string, proprieta: 'fill' | 'stroke', minimo: number) => {
    for (const nodo of document.querySelectorAll(scelti)) {
      const colore = getComputedStyle(nodo)[proprieta];
      if (!nodo.checkVisibility() || colore === 'none' || colore.startsWith('url')) continue;
      const [a, b] = [luminanza(readColore(colore)), luminanza(sfondoOf(nodo))];
      const rapporto = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (rapporto < minimo)
        difetti.push(`${nodo.getAttribute('class') ?? nodo.tagName} «${nodo.textContent}»: ${rapporto.toFixed(2)}`);
    }
  };
  check('svg text, svg tspan', 'fill', 4.5);
  check('svg rect.barra, svg circle.punto', 'fill', 3);
  check('svg line.linea-ambito, svg line.linea-soglia, svg line.barra-zero', 'stroke', 3);
  return [...new Set(difetti)];
}
