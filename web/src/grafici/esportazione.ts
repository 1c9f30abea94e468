/** A ranking as a picture that travels alone: title, measure, bars, source and address inside. Same model as on screen. */
import {
  COLORI,
  type Didascalia,
  type Disposizione,
  layoutEsportazione,
  type RigaPosta,
  type TestoPosto,
} from './disposizione-esportazione.ts';
import type { ModelloGrafico } from './modello.ts';
import { barOf } from './scala.ts';
import { escapeXml } from './testo.ts';

/**
 * @param css `@font-face` rules with the fonts inside, so that the picture reads alike everywhere; may be empty
 * @returns a whole SVG document
 */
export function writeSvg(modello: ModelloGrafico, didascalia: Didascalia, css: string): string {
  const d = layoutEsportazione(modello, didascalia);
  const conEvidenza = modello.righe.some((r) => r.evidenziata);
  const corpo = [
    ...d.linee.filter((l) => l.ruolo === 'zero').map((l) => writeLinea(l, { colore: COLORI.guida, spessore: 1.5 })),
    ...d.righe.map((r) => writeRiga(r, modello, conEvidenza)),
    ...d.linee
      .filter((l) => l.ruolo === 'riferimento')
      .map((l) => writeLinea(l, { colore: COLORI.linea, spessore: 1.5 })),
    ...d.linee
      .filter((l) => l.ruolo === 'soglia')
      .map((l) => writeLinea(l, { colore: COLORI.soglia, spessore: 2, tratteggio: '7 5' })),
    ...d.testi.map(writeTesto),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${d.larghezza}" height="${d.altezza}" viewBox="0 0 ${d.larghezza} ${d.altezza}" role="img" lang="it">`,
    `<title>${escapeXml(didascalia.titolo)}</title><desc>${escapeXml(`${didascalia.misura}. ${didascalia.fonte}`)}</desc>`,
    `<style>${css}text{font-family:'Titillium Web',system-ui,sans-serif;font-variant-numeric:tabular-nums}</style>`,
    '<defs><pattern id="trama" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.5" height="6" fill="#7f93a8"/></pattern></defs>',
    `<rect width="${d.larghezza}" height="${d.altezza}" fill="#fff"/>`,
    ...corpo,
    '</svg>',
  ].join('');
}

interface Tratto {
  readonly colore: string;
  readonly spessore: number;
  readonly tratteggio?: string;
}

function writeLinea({ x, y1, y2 }: Disposizione['linee'][number], { colore, spessore, tratteggio }: Tratto): string {
  const trattini = tratteggio ? ` stroke-dasharray="${tratteggio}"` : '';
  return `<line x1="${x}" x2="${x}" y1="${y1}" y2="${y2}" stroke="${colore}" stroke-width="${spessore}"${trattini}/>`;
}

function writeRiga(
  { riga, x, y, larghezza, altezza }: RigaPosta,
  modello: ModelloGrafico,
  conEvidenza: boolean,
): string {
  if (riga.valore === null)
    return `<rect x="${x}" y="${y + 4}" width="${larghezza}" height="${altezza - 8}" fill="url(#trama)"/>`;
  const colore = riga.evidenziata ? COLORI.evidenza : conEvidenza ? COLORI.attenuato : COLORI.dato;
  const place = (percento: number) => Math.round((larghezza * percento) / 100);
  if (modello.forma === 'punti') {
    const meta = y + altezza / 2;
    return `<line x1="${x}" x2="${x + larghezza}" y1="${meta}" y2="${meta}" stroke="${COLORI.guida}"/><circle cx="${x + place(modello.scala.toPercento(riga.valore))}" cy="${meta}" r="8" fill="${colore}"/>`;
  }
  const barra = barOf(riga.valore, modello.scala);
  return `<rect x="${x + place(barra.inizio)}" y="${y}" width="${Math.max(1, place(barra.larghezza))}" height="${altezza}" fill="${colore}"/>`;
}

function writeTesto(t: TestoPosto): string {
  const x = { start: t.x, middle: t.x + t.larghezza / 2, end: t.x + t.larghezza }[t.ancora];
  const base = t.y + t.altezza / 2 + t.corpo * 0.34;
  return `<text x="${x}" y="${base.toFixed(1)}" font-size="${t.corpo}" font-weight="${t.forte ? 600 : 400}" text-anchor="${t.ancora}" fill="${t.colore}">${escapeXml(t.testo)}</text>`;
}
