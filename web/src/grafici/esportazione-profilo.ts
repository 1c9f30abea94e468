/** The profile of a comune, as marks of a picture: a line each, every one on its own scale. */
import type { GruppoProfilo } from '../serie/profilo.ts';
import { shorten } from '../serie/tavole.ts';
import { nameTema } from '../serie/temi.ts';
import { COLORI, type Corpo, LARGHEZZA_UTILE, type Segno, TRAMA } from './disegno.ts';
import { createScala } from './scala.ts';

const PASSO = 46;
const STRISCIA = { x: 350, larghezza: 300 } as const;

export function drawProfilo(gruppi: readonly GruppoProfilo[]): Corpo {
  const segni: Segno[] = [];
  let y = 0;
  for (const { tema, righe } of gruppi) {
    y += 30;
    segni.push({
      genere: 'testo',
      x: 0,
      y: y - 8,
      testo: nameTema(tema),
      corpo: 18,
      forte: true,
      colore: COLORI.titolo,
    });
    for (const { colonna, voce, presenti, posto } of righe) {
      const { confronto, indicatore, quando } = colonna;
      const meta = y + PASSO / 2;
      segni.push({ genere: 'testo', x: 0, y: meta - 2, testo: shorten(indicatore.titolo, 44), corpo: 15, forte: true });
      segni.push({ genere: 'testo', x: 0, y: meta + 15, testo: shorten(quando, 56), corpo: 12, colore: COLORI.tenue });
      const x0 = STRISCIA.x;
      const x1 = x0 + STRISCIA.larghezza;
      if (voce.valore === null) {
        segni.push({
          genere: 'rettangolo',
          x: x0,
          y: meta - 7,
          larghezza: STRISCIA.larghezza,
          altezza: 14,
          colore: TRAMA,
        });
      } else {
        const ambito = confronto.ambitoComparabile ? (confronto.ambito?.valore ?? null) : null;
        const scala = createScala(
          [...presenti.map(({ valore }) => valore), ...(ambito === null ? [] : [ambito])],
          false,
        );
        const toX = (valore: number) => x0 + (scala.toPercento(valore) / 100) * STRISCIA.larghezza;
        segni.push({ genere: 'linea', x1: x0, x2: x1, y1: meta, y2: meta, colore: COLORI.guida });
        if (ambito !== null) {
          const x = toX(ambito);
          segni.push({
            genere: 'linea',
            x1: x,
            x2: x,
            y1: meta - 12,
            y2: meta + 12,
            colore: COLORI.testo,
            spessore: 1.5,
          });
        }
        for (const altro of presenti) {
          if (altro.codice === voce.codice) continue;
          segni.push({ genere: 'cerchio', x: toX(altro.valore), y: meta, raggio: 5, colore: COLORI.attenuato });
        }
        segni.push({ genere: 'cerchio', x: toX(voce.valore), y: meta, raggio: 8, colore: COLORI.dato });
      }
      const detto = voce.valore === null ? (voce.motivo ?? '') : (posto?.testo ?? '');
      segni.push({
        genere: 'testo',
        x: LARGHEZZA_UTILE,
        y: meta - 2,
        testo: voce.testo,
        corpo: 16,
        forte: true,
        ancora: 'end',
      });
      segni.push({
        genere: 'testo',
        x: LARGHEZZA_UTILE,
        y: meta + 15,
        testo: shorten(detto, 42),
        corpo: 12,
        colore: COLORI.tenue,
        ancora: 'end',
      });
      y += PASSO;
      segni.push({ genere: 'linea', x1: 0, x2: LARGHEZZA_UTILE, y1: y, y2: y, colore: COLORI.guida });
    }
  }
  segni.push({
    genere: 'testo',
    x: 0,
    y: y + 24,
    testo: 'Punto grande: il comune. Punti piccoli: gli altri. Lineetta: l’intero ambito. A righe: dato mancante.',
    corpo: 13,
    colore: COLORI.tenue,
  });
  return { altezza: y + 30, segni };
}
