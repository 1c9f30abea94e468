/** Hands a chart to the reader as a file: SVG with its fonts inside, or a PNG drawn from it at twice the size. Browser only. */
import normale from '@fontsource/titillium-web/files/titillium-web-latin-400-normal.woff2?url';
import forte from '@fontsource/titillium-web/files/titillium-web-latin-600-normal.woff2?url';
import type { Didascalia } from './disposizione-esportazione.ts';
import { writeSvg } from './esportazione.ts';
import type { ModelloGrafico } from './modello.ts';
import { nameFile } from './nome-file.ts';

const SCALA_PNG = 2;

export interface FileGrafico {
  readonly formato: 'svg' | 'png';
  readonly nome: string;
}

export function downloadGrafico(modello: ModelloGrafico, didascalia: Didascalia, scelto: FileGrafico): Promise<void> {
  return downloadDisegno((css) => writeSvg(modello, didascalia, css), scelto);
}

/** @param write a whole SVG document, given the rules that bring its fonts */
export async function downloadDisegno(write: (css: string) => string, { formato, nome }: FileGrafico): Promise<void> {
  const svg = write(await readFonts());
  const file = new Blob([svg], { type: 'image/svg+xml' });
  saveFile(formato === 'svg' ? file : await drawPng(svg), `${nome}.${formato}`);
}

async function readFonts(): Promise<string> {
  const regole = await Promise.all(
    [
      { peso: 400, url: normale },
      { peso: 600, url: forte },
    ].map(async ({ peso, url }) => {
      const byte = new Uint8Array(await (await fetch(url)).arrayBuffer());
      const testo = Array.from(byte, (b) => String.fromCharCode(b)).join('');
      return `@font-face{font-family:'Titillium Web';font-weight:${peso};src:url(data:font/woff2;base64,${btoa(testo)}) format('woff2')}`;
    }),
  );
  return regole.join('');
}

/** Through a data: address, which the page's policy allows for images; a blob: one it doesn't. */
async function drawPng(svg: string): Promise<Blob> {
  const immagine = new Image();
  immagine.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await immagine.decode();
  const tela = document.createElement('canvas');
  tela.width = immagine.naturalWidth * SCALA_PNG;
  tela.height = immagine.naturalHeight * SCALA_PNG;
  const penna = tela.getContext('2d');
  if (!penna) throw new Error('il browser non offre una tela su cui disegnare');
  penna.scale(SCALA_PNG, SCALA_PNG);
  penna.drawImage(immagine, 0, 0);
  return new Promise((resolve, reject) => {
    tela.toBlob(
      (file) => (file ? resolve(file) : reject(new Error('il disegno non è diventato un file'))),
      'image/png',
    );
  });
}

export function saveFile(file: Blob, nome: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  const { pathname, search } = window.location;
  link.download = nameFile(nome, `${pathname}${search}`);
  link.click();
  // The browser reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
