/** A picture that travels alone: title, measure, whatever is drawn, source and address. Marks are plain data; ink comes last. */
import type { Didascalia } from './disposizione-esportazione.ts';
import { escapeXml, wrapTesto } from './testo.ts';

export const COLORI = {
  titolo: '#003366',
  testo: '#17324d',
  tenue: '#455b71',
  dato: '#0066cc',
  evidenza: '#003366',
  attenuato: '#7f93a8',
  soglia: '#995c00',
  guida: '#d9e1e9',
  carta: '#ffffff',
} as const;

/** Fill of what is missing. */
export const TRAMA = 'url(#trama)';

export type Segno =
  | {
      readonly genere: 'testo';
      readonly x: number;
      /** Of the base line. */
      readonly y: number;
      readonly testo: string;
      readonly corpo?: number;
      readonly colore?: string;
      readonly forte?: boolean;
      readonly ancora?: 'start' | 'middle' | 'end';
    }
  | {
      readonly genere: 'linea';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly colore: string;
      readonly spessore?: number;
      readonly tratteggio?: string;
    }
  | {
      readonly genere: 'rettangolo';
      readonly x: number;
      readonly y: number;
      readonly larghezza: number;
      readonly altezza: number;
      readonly colore: string;
    }
  | {
      readonly genere: 'cerchio';
      readonly x: number;
      readonly y: number;
      readonly raggio: number;
      readonly colore: string;
    };

export interface Corpo {
  readonly altezza: number;
  readonly segni: readonly Segno[];
}

const BORDO = 32;
const LARGHEZZA = 960;
/** What a drawing may take, from its own left edge. */
export const LARGHEZZA_UTILE = LARGHEZZA - 2 * BORDO;

export type { Didascalia };

/**
 * @param corpo marks from its own top left corner, within `LARGHEZZA_UTILE`
 * @param css `@font-face` rules with the fonts inside; may be empty
 * @returns a whole SVG document
 */
export function writeDisegno(corpo: Corpo, didascalia: Didascalia, css: string): string {
  const testa = stackTesti([
    { testo: didascalia.titolo, corpo: 28, colore: COLORI.titolo, forte: true },
    { testo: didascalia.misura, corpo: 17, colore: COLORI.tenue },
  ]);
  const piede = stackTesti(
    [didascalia.fonte, didascalia.indirizzo]
      .filter((testo) => testo !== '')
      .map((testo) => ({ testo, corpo: 14, colore: COLORI.tenue })),
  );
  const cima = BORDO + testa.altezza + 20;
  const fondo = cima + corpo.altezza + 16;
  const altezza = Math.ceil(fondo + piede.altezza + BORDO);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${LARGHEZZA}" height="${altezza}" viewBox="0 0 ${LARGHEZZA} ${altezza}" role="img" lang="it">`,
    `<title>${escapeXml(didascalia.titolo)}</title><desc>${escapeXml(`${didascalia.misura}. ${didascalia.fonte}`)}</desc>`,
    `<style>${css}text{font-family:'Titillium Web',system-ui,sans-serif;font-variant-numeric:tabular-nums}</style>`,
    '<defs><pattern id="trama" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.5" height="6" fill="#7f93a8"/></pattern></defs>',
    `<rect width="${LARGHEZZA}" height="${altezza}" fill="#fff"/>`,
    writeGruppo(BORDO, BORDO, testa.segni),
    writeGruppo(BORDO, cima, corpo.segni),
    writeGruppo(BORDO, fondo, piede.segni),
    '</svg>',
  ].join('');
}

interface RigaTesto {
  readonly testo: string;
  readonly corpo: number;
  readonly colore: string;
  readonly forte?: boolean;
}

function stackTesti(testi: readonly RigaTesto[]): Corpo {
  const segni: Segno[] = [];
  let altezza = 0;
  for (const { testo, ...stile } of testi) {
    for (const riga of wrapTesto(testo, stile.corpo, LARGHEZZA_UTILE)) {
      altezza += Math.round(stile.corpo * 1.35);
      segni.push({ genere: 'testo', x: 0, y: altezza - Math.round(stile.corpo * 0.35), testo: riga, ...stile });
    }
  }
  return { altezza, segni };
}

function writeGruppo(x: number, y: number, segni: readonly Segno[]): string {
  return `<g transform="translate(${x} ${y})">${segni.map(writeSegno).join('')}</g>`;
}

const n = (numero: number) => String(Math.round(numero * 100) / 100);

function writeSegno(s: Segno): string {
  switch (s.genere) {
    case 'testo':
      return `<text x="${n(s.x)}" y="${n(s.y)}" font-size="${s.corpo ?? 15}" font-weight="${s.forte ? 600 : 400}" text-anchor="${s.ancora ?? 'start'}" fill="${s.colore ?? COLORI.testo}">${escapeXml(s.testo)}</text>`;
    case 'linea':
      return `<line x1="${n(s.x1)}" y1="${n(s.y1)}" x2="${n(s.x2)}" y2="${n(s.y2)}" stroke="${s.colore}" stroke-width="${s.spessore ?? 1}"${s.tratteggio ? ` stroke-dasharray="${s.tratteggio}"` : ''}/>`;
    case 'rettangolo':
      return `<rect x="${n(s.x)}" y="${n(s.y)}" width="${n(s.larghezza)}" height="${n(s.altezza)}" fill="${s.colore}"/>`;
    case 'cerchio':
      return `<circle cx="${n(s.x)}" cy="${n(s.y)}" r="${n(s.raggio)}" fill="${s.colore}" stroke="#fff" stroke-width="1.5"/>`;
  }
}
