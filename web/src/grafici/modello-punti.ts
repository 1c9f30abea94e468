/** Two indicators as points: where each stands, and its name. The same for the screen and for a picture. */
import type { DueIndicatori, PuntoDoppio } from '../serie/due-indicatori.ts';
import { type Asse, createAsse } from './assi.ts';
import { type Posa, placeNomi } from './etichette-punti.ts';
import { estimateLarghezza } from './testo.ts';

export interface PuntoPosto extends PuntoDoppio {
  /** 0-100 across. */
  readonly px: number;
  /** 0-100 from the foot. */
  readonly py: number;
  readonly posa: Posa;
  readonly evidenziato: boolean;
}

export interface ModelloPunti {
  readonly asseX: Asse;
  readonly asseY: Asse;
  readonly punti: readonly PuntoPosto[];
  /** Of the ambito, where it is a term of comparison. */
  readonly ambito: {
    readonly x: { valore: number; testo: string } | null;
    readonly y: { valore: number; testo: string } | null;
  };
}

interface Tela {
  readonly larghezze: readonly number[];
  readonly altezza: number;
  readonly corpo: number;
}

export function toModelloPunti({ x, y, punti }: DueIndicatori, evidenzia: readonly string[], tela: Tela): ModelloPunti {
  const referenceOf = ({ confronto: { ambito, ambitoComparabile } }: DueIndicatori['x']) =>
    ambitoComparabile && ambito && ambito.valore !== null ? { valore: ambito.valore, testo: ambito.testo } : null;
  const ambito = { x: referenceOf(x), y: referenceOf(y) };
  const asseX = createAsse([...punti.map((uno) => uno.x.valore), ...(ambito.x ? [ambito.x.valore] : [])], x.confronto);
  const asseY = createAsse([...punti.map((uno) => uno.y.valore), ...(ambito.y ? [ambito.y.valore] : [])], y.confronto);
  const posti = punti.map((uno) => ({ uno, px: asseX.toPercento(uno.x.valore), py: asseY.toPercento(uno.y.valore) }));
  const pose = placeNomi(
    posti.map(({ uno, px, py }) => ({
      x: px,
      y: (1 - py / 100) * tela.altezza,
      larghezza: estimateLarghezza(uno.nome, tela.corpo),
    })),
    {
      ...tela,
      linee: {
        x: ambito.x && asseX.toPercento(ambito.x.valore),
        y: ambito.y && (1 - asseY.toPercento(ambito.y.valore) / 100) * tela.altezza,
      },
    },
  );
  return {
    asseX,
    asseY,
    punti: posti.map(({ uno, px, py }, i) => ({
      ...uno,
      px,
      py,
      posa: pose[i] as Posa,
      evidenziato: evidenzia.includes(uno.codice),
    })),
    ambito,
  };
}
