/** A flow as a picture that travels alone: title, measure, columns, source and address inside. Same places as on screen. */
import { nameAreaInBreve } from '../serie/aree.ts';
import type { Flusso } from '../serie/flusso.ts';
import { shorten } from '../serie/tavole.ts';
import { formatInBreve, joinParti } from '../serie/valore.ts';
import type { Didascalia } from './disposizione-esportazione.ts';
import { LETTERE, layoutFlusso, type Posto } from './disposizione-flusso.ts';
import { escapeXml, wrapTesto } from './testo.ts';

const BORDO = 32;
const EURO = { unita: '€', decimali: 2 } as const;

const COLORI = {
  testo: '#17324d',
  tenue: '#455b71',
  titolo: '#003366',
  area: '#003366',
  ordinario: '#0066cc',
  altre: '#8fb8e0',
  uscita: '#aab8c6',
} as const;

const breve = (cent: number) => joinParti(formatInBreve(cent, EURO)).replace('milioni di', 'mln');

interface Stile {
  readonly corpo: number;
  readonly colore: string;
  readonly forte?: boolean;
  readonly ancora?: 'start' | 'end';
}

function writeTesto(testo: string, { x, y }: Pick<Posto, 'x' | 'y'>, stile: Stile): string {
  const { corpo, colore, forte = false, ancora = 'start' } = stile;
  return `<text x="${x}" y="${y}" font-size="${corpo}" font-weight="${forte ? 600 : 400}" text-anchor="${ancora}" fill="${colore}" paint-order="stroke" stroke="#fff" stroke-width="4" stroke-linejoin="round">${escapeXml(testo)}</text>`;
}

/**
 * @param css `@font-face` rules with the fonts inside; may be empty
 * @returns a whole SVG document
 */
export function writeFlussoSvg(flusso: Flusso, didascalia: Didascalia, css: string): string {
  const { larghezza: utile, altezza, nodo, fonti, aree } = layoutFlusso(flusso);
  const larghezza = utile + 2 * BORDO;
  const righe: string[] = [];
  let y = BORDO;
  const stack = (testo: string, stile: Stile) => {
    for (const riga of wrapTesto(testo, stile.corpo, utile)) {
      y += Math.round(stile.corpo * 1.35);
      righe.push(writeTesto(riga, { x: BORDO, y: y - Math.round(stile.corpo * 0.35) }, stile));
    }
  };
  stack(didascalia.titolo, { corpo: 28, colore: COLORI.titolo, forte: true });
  stack(didascalia.misura, { corpo: 17, colore: COLORI.tenue });
  stack('Blu scuro: budget ordinario. Azzurro: altre fonti.', { corpo: 15, colore: COLORI.tenue });
  const cima = y + 20;
  y = cima + altezza + 12;
  for (const riga of [didascalia.fonte, didascalia.indirizzo]) {
    if (riga) stack(riga, { corpo: 14, colore: COLORI.tenue });
  }
  const writeNodo = (posto: Posto, colore: string) =>
    `<rect x="${posto.x}" y="${posto.y.toFixed(1)}" width="${nodo}" height="${Math.max(1.5, posto.altezza).toFixed(1)}" fill="${colore}"/>`;
  const writeFilo = (d: string, colore: string) => `<path d="${d}" fill="${colore}" fill-opacity="0.45"/>`;
  const nome = { corpo: 14, colore: COLORI.testo } as const;
  const importo = { corpo: 14, colore: COLORI.tenue, forte: true, ancora: 'end' } as const;
  const corpo = [
    ...aree.flatMap(({ entrate, uscite }) => [
      ...entrate.map(({ d, ordinario }) => writeFilo(d, ordinario ? COLORI.ordinario : COLORI.altre)),
      ...uscite.map(({ d }) => writeFilo(d, COLORI.uscita)),
    ]),
    ...fonti.flatMap(({ fonte, ...posto }) => [
      writeNodo(posto, fonte.specie === 'budget-ordinario' ? COLORI.ordinario : COLORI.altre),
      writeTesto(fonte.nome, { x: posto.x - 10, y: posto.y + 13 }, { ...nome, ancora: 'end' }),
      writeTesto(breve(fonte.valore), { x: posto.x - 10, y: posto.y + 31 }, importo),
    ]),
    ...aree.flatMap(({ area, interventi, ...posto }) => [
      writeNodo(posto, COLORI.area),
      writeTesto(
        `${area.id} ${nameAreaInBreve(area.id)} ${breve(area.valore)}`,
        { x: posto.x, y: posto.y - 7 },
        { ...nome, forte: true },
      ),
      ...interventi.flatMap(({ intervento, ...suo }) => [
        writeNodo(suo, COLORI.area),
        writeTesto(
          `${intervento.id} ${shorten(intervento.nome, LETTERE)}`,
          { x: suo.x + nodo + 8, y: suo.y + suo.altezza / 2 + 5 },
          nome,
        ),
        writeTesto(breve(intervento.valore ?? 0), { x: utile, y: suo.y + suo.altezza / 2 + 5 }, importo),
      ]),
    ]),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${larghezza}" height="${y + BORDO}" viewBox="0 0 ${larghezza} ${y + BORDO}" role="img" lang="it">`,
    `<title>${escapeXml(didascalia.titolo)}</title><desc>${escapeXml(`${didascalia.misura} ${didascalia.fonte}`)}</desc>`,
    `<style>${css}text{font-family:'Titillium Web',system-ui,sans-serif;font-variant-numeric:tabular-nums}</style>`,
    `<rect width="${larghezza}" height="${y + BORDO}" fill="#fff"/>`,
    ...righe,
    `<g transform="translate(${BORDO} ${cima})">`,
    ...corpo,
    '</g></svg>',
  ].join('');
}
