/** Two indicators as points, as marks of a picture. */
import { COLORI, type Corpo, LARGHEZZA_UTILE, type Segno } from './disegno.ts';
import type { ModelloPunti } from './modello-punti.ts';
import { estimateLarghezza } from './testo.ts';

export const TELA_PUNTI = { altezza: 460, larghezza: 780, corpo: 15 } as const;
const SOPRA = 66;

interface Assi {
  readonly x: string;
  readonly y: string;
}

/** @param assi what the two axes measure, with their units */
export function drawPunti({ asseX, asseY, punti, ambito }: ModelloPunti, assi: Assi): Corpo {
  const { altezza: alta } = TELA_PUNTI;
  const sinistra = Math.max(...asseY.tacche.map(({ testo }) => estimateLarghezza(testo, 14))) + 12;
  const larga = LARGHEZZA_UTILE - sinistra;
  const toX = (percento: number) => sinistra + (percento / 100) * larga;
  const toY = (percento: number) => SOPRA + alta * (1 - percento / 100);
  const segni: Segno[] = [
    { genere: 'testo', x: 0, y: 16, testo: `In verticale: ${assi.y}`, corpo: 15, forte: true },
    {
      genere: 'testo',
      x: LARGHEZZA_UTILE,
      y: SOPRA + alta + 52,
      testo: `In orizzontale: ${assi.x}`,
      corpo: 15,
      forte: true,
      ancora: 'end',
    },
  ];
  for (const { valore, testo } of asseY.tacche) {
    const y = toY(asseY.toPercento(valore));
    segni.push({ genere: 'linea', x1: sinistra, x2: sinistra + larga, y1: y, y2: y, colore: COLORI.guida });
    segni.push({ genere: 'testo', x: sinistra - 12, y: y + 5, testo, corpo: 14, colore: COLORI.tenue, ancora: 'end' });
  }
  for (const [i, { valore, testo }] of asseX.tacche.entries()) {
    const x = toX(asseX.toPercento(valore));
    const ancora = i === 0 ? 'start' : i === asseX.tacche.length - 1 ? 'end' : 'middle';
    segni.push({ genere: 'linea', x1: x, x2: x, y1: SOPRA, y2: SOPRA + alta, colore: COLORI.guida });
    segni.push({ genere: 'testo', x, y: SOPRA + alta + 24, testo, corpo: 14, colore: COLORI.tenue, ancora });
  }
  const linea = { genere: 'linea', colore: COLORI.testo, spessore: 1.5 } as const;
  const testa = { genere: 'testo', y: SOPRA - 10, corpo: 14, forte: true } as const;
  if (ambito.x) {
    const x = toX(asseX.toPercento(ambito.x.valore));
    segni.push({ ...linea, x1: x, x2: x, y1: SOPRA - 6, y2: SOPRA + alta });
    segni.push({
      ...testa,
      x,
      testo: `Intero ambito ${ambito.x.testo}`,
      ancora: x > LARGHEZZA_UTILE - 120 ? 'end' : x < 160 ? 'start' : 'middle',
    });
  }
  if (ambito.y) {
    const y = toY(asseY.toPercento(ambito.y.valore));
    segni.push({ ...linea, x1: sinistra, x2: sinistra + larga, y1: y, y2: y });
    segni.push({
      genere: 'testo',
      x: 0,
      y: SOPRA + alta + 76,
      testo: `Linea orizzontale: intero ambito ${ambito.y.testo}`,
      corpo: 14,
      colore: COLORI.tenue,
    });
  }
  const conEvidenza = punti.some(({ evidenziato }) => evidenziato);
  for (const { px, py, nome, posa, evidenziato } of punti) {
    const colore = evidenziato ? COLORI.evidenza : conEvidenza ? COLORI.attenuato : COLORI.dato;
    segni.push({ genere: 'cerchio', x: toX(px), y: toY(py), raggio: 8, colore });
    segni.push({
      genere: 'testo',
      x: toX(px) + posa.dx,
      y: toY(py) + posa.dy,
      testo: nome,
      corpo: 15,
      ancora: posa.ancora,
      forte: evidenziato,
    });
  }
  return { altezza: SOPRA + alta + 84, segni };
}
