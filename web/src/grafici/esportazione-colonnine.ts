/** Small columns, a frame for each comune, all on one scale, as marks of a picture. */
import type { RiquadroColonnine } from './dichiarazione.ts';
import { COLORI, type Corpo, LARGHEZZA_UTILE, type Segno, TRAMA } from './disegno.ts';
import type { Scala } from './scala.ts';

const PER_RIGA = 4;
const SPAZIO = 28;
const DISEGNO = 110;
const SOPRA = 46;
const SOTTO = 24;

export function drawColonnine(riquadri: readonly RiquadroColonnine[], scala: Scala): Corpo {
  const larga = (LARGHEZZA_UTILE - SPAZIO * (PER_RIGA - 1)) / PER_RIGA;
  const alta = SOPRA + DISEGNO + SOTTO + 16;
  const segni = riquadri.flatMap((riquadro, i) => {
    const x = (i % PER_RIGA) * (larga + SPAZIO);
    return drawRiquadro(riquadro, scala, { x, y: Math.floor(i / PER_RIGA) * alta, larga });
  });
  return { altezza: Math.ceil(riquadri.length / PER_RIGA) * alta, segni };
}

interface Posto {
  readonly x: number;
  readonly y: number;
  readonly larga: number;
}

function drawRiquadro({ titolo, colonne }: RiquadroColonnine, scala: Scala, { x, y, larga }: Posto): Segno[] {
  const piede = y + SOPRA + DISEGNO;
  const passo = larga / Math.max(1, colonne.length);
  return [
    { genere: 'testo', x, y: y + 16, testo: titolo, corpo: 16, forte: true, colore: COLORI.titolo },
    ...colonne.flatMap(({ etichetta, valore, testo }, i): Segno[] => {
      const centro = x + passo * (i + 0.5);
      const altezza = valore === null ? DISEGNO / 2 : Math.max(1, (scala.toPercento(valore) / 100) * DISEGNO);
      const scritta = { genere: 'testo', x: centro, ancora: 'middle', corpo: 13 } as const;
      return [
        {
          genere: 'rettangolo',
          x: x + passo * (i + 0.12),
          y: piede - altezza,
          larghezza: passo * 0.76,
          altezza,
          colore: valore === null ? TRAMA : COLORI.dato,
        },
        { ...scritta, y: piede - altezza - 6, testo, forte: true },
        { ...scritta, y: piede + 17, testo: etichetta, colore: COLORI.tenue },
      ];
    }),
    { genere: 'linea', x1: x, x2: x + larga, y1: piede, y2: piede, colore: COLORI.attenuato },
  ];
}
