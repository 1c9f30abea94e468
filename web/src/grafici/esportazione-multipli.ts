/** Small bar charts side by side, as marks of a picture. */
import { COLORI, type Corpo, LARGHEZZA_UTILE, type Segno, TRAMA } from './disegno.ts';
import type { ModelloGrafico } from './modello.ts';
import { barOf } from './scala.ts';
import { estimateLarghezza, wrapTesto } from './testo.ts';

export interface Riquadro {
  readonly titolo: string;
  readonly sotto: string;
  readonly modello: ModelloGrafico;
}

const COLONNE = 2;
const SPAZIO = 40;
const PASSO = 24;

export function drawMultipli(riquadri: readonly Riquadro[]): Corpo {
  const larga = (LARGHEZZA_UTILE - SPAZIO * (COLONNE - 1)) / COLONNE;
  const segni: Segno[] = [];
  let cima = 0;
  for (let i = 0; i < riquadri.length; i += COLONNE) {
    const alti = riquadri
      .slice(i, i + COLONNE)
      .map((riquadro, k) => drawRiquadro(riquadro, { x: k * (larga + SPAZIO), y: cima, larga }, segni));
    cima += Math.max(...alti) + 28;
  }
  return { altezza: cima, segni };
}

function drawRiquadro(
  { titolo, sotto, modello }: Riquadro,
  { x, y, larga }: { readonly x: number; readonly y: number; readonly larga: number },
  segni: Segno[],
): number {
  let alto = 0;
  for (const riga of wrapTesto(titolo, 16, larga)) {
    alto += 21;
    segni.push({ genere: 'testo', x, y: y + alto - 5, testo: riga, corpo: 16, forte: true, colore: COLORI.titolo });
  }
  for (const riga of wrapTesto(sotto, 12, larga)) {
    alto += 16;
    segni.push({ genere: 'testo', x, y: y + alto - 3, testo: riga, corpo: 12, colore: COLORI.tenue });
  }
  alto += 6;
  const widest = (testi: readonly string[]) => Math.max(...testi.map((testo) => estimateLarghezza(testo, 13)));
  const nomi = widest(modello.righe.map(({ nome }) => nome)) + 8;
  const valori = widest(modello.righe.map(({ testo }) => testo)) + 8;
  const tela = larga - nomi - valori;
  const conEvidenza = modello.righe.some(({ evidenziata }) => evidenziata);
  const toX = (percento: number) => x + nomi + (percento / 100) * tela;
  for (const riga of modello.righe) {
    const meta = y + alto + PASSO / 2;
    segni.push({
      genere: 'testo',
      x: x + nomi - 8,
      y: meta + 4,
      testo: riga.nome,
      corpo: 13,
      ancora: 'end',
      forte: riga.evidenziata,
    });
    if (riga.valore === null) {
      segni.push({ genere: 'rettangolo', x: x + nomi, y: meta - 6, larghezza: tela, altezza: 12, colore: TRAMA });
    } else {
      const colore = riga.evidenziata ? COLORI.evidenza : conEvidenza ? COLORI.attenuato : COLORI.dato;
      if (modello.forma === 'punti') {
        segni.push({ genere: 'cerchio', x: toX(modello.scala.toPercento(riga.valore)), y: meta, raggio: 6, colore });
      } else {
        const barra = barOf(riga.valore, modello.scala);
        const larghezza = Math.max(1, (barra.larghezza / 100) * tela);
        segni.push({ genere: 'rettangolo', x: toX(barra.inizio), y: meta - 8, larghezza, altezza: 16, colore });
      }
    }
    segni.push({
      genere: 'testo',
      x: x + larga,
      y: meta + 4,
      testo: riga.testo,
      corpo: 13,
      ancora: 'end',
      colore: riga.valore === null ? COLORI.tenue : COLORI.testo,
    });
    alto += PASSO;
  }
  if (modello.riferimento) {
    const rx = toX(modello.scala.toPercento(modello.riferimento.valore));
    const da = y + alto - modello.righe.length * PASSO;
    segni.push({ genere: 'linea', x1: rx, x2: rx, y1: da, y2: y + alto + 2, colore: COLORI.testo, spessore: 1.5 });
    alto += 18;
    segni.push({
      genere: 'testo',
      x: x + nomi,
      y: y + alto,
      testo: `${modello.riferimento.nome} ${modello.riferimento.testo}`,
      corpo: 12,
      colore: COLORI.tenue,
    });
  }
  return alto;
}
