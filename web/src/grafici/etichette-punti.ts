/** Where the names of points stand, so that none covers another at any width: places are tried at a narrow, a middle and a wide drawing. */
export interface PuntoDaNominare {
  /** 0-100 across. */
  readonly x: number;
  /** px from the top. */
  readonly y: number;
  /** px of its text. */
  readonly larghezza: number;
}

export interface Posa {
  readonly dx: number;
  /** Of the base line, from the point. */
  readonly dy: number;
  readonly ancora: 'start' | 'middle' | 'end';
}

interface Scatola {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

const POSE: readonly Posa[] = [
  { dx: 10, dy: 5, ancora: 'start' },
  { dx: -10, dy: 5, ancora: 'end' },
  { dx: 0, dy: -11, ancora: 'middle' },
  { dx: 0, dy: 21, ancora: 'middle' },
  { dx: 8, dy: -8, ancora: 'start' },
  { dx: 8, dy: 18, ancora: 'start' },
  { dx: -8, dy: -8, ancora: 'end' },
  { dx: -8, dy: 18, ancora: 'end' },
  { dx: 10, dy: 11, ancora: 'start' },
  { dx: -10, dy: 11, ancora: 'end' },
  { dx: 10, dy: -1, ancora: 'start' },
  { dx: -10, dy: -1, ancora: 'end' },
  { dx: 8, dy: -22, ancora: 'start' },
  { dx: 8, dy: 32, ancora: 'start' },
  { dx: -8, dy: -22, ancora: 'end' },
  { dx: -8, dy: 32, ancora: 'end' },
];

/** Of a line of text, above and below its base line, px. */
const SOPRA = 13;
const SOTTO = 4;
const RAGGIO = 7;

export function boxOf(punto: PuntoDaNominare, { dx, dy, ancora }: Posa, larga: number): Scatola {
  const x = (punto.x / 100) * larga + dx;
  const x1 = { start: x, middle: x - punto.larghezza / 2, end: x - punto.larghezza }[ancora];
  return { x1, x2: x1 + punto.larghezza, y1: punto.y + dy - SOPRA, y2: punto.y + dy + SOTTO };
}

function overlap(a: Scatola, b: Scatola): number {
  const x = Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1);
  const y = Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1);
  return x > 0 && y > 0 ? x * y : 0;
}

interface Tela {
  /** px at which the drawing may be seen. */
  readonly larghezze: readonly number[];
  readonly altezza: number;
  /** Lines that names had better keep off: across (0-100), and down (px). */
  readonly linee?: { readonly x: number | null; readonly y: number | null };
}

/** What it costs a name to stand on a line: less than to cover another, more than some px past the side, where its width is a guess. */
const COSTO_LINEA = 120;

/** @returns a place for each name, in the order given: the first that is free, else the one that covers least */
export function placeNomi(punti: readonly PuntoDaNominare[], { larghezze, altezza, linee }: Tela): Posa[] {
  const messe: (Posa | null)[] = punti.map(() => null);
  const bubbles = larghezze.map((larga) =>
    punti.map(({ x, y }): Scatola => {
      const cx = (x / 100) * larga;
      return { x1: cx - RAGGIO, x2: cx + RAGGIO, y1: y - RAGGIO, y2: y + RAGGIO };
    }),
  );
  const costOf = (punto: PuntoDaNominare, i: number, posa: Posa) =>
    larghezze.reduce((somma, larga, k) => {
      const scatola = boxOf(punto, posa, larga);
      const fuori =
        Math.max(0, -scatola.x1) +
        Math.max(0, scatola.x2 - larga) +
        Math.max(0, -scatola.y1) +
        Math.max(0, scatola.y2 - altezza);
      const altri = (bubbles[k] ?? []).reduce((n, altro, j) => (j === i ? n : n + overlap(scatola, altro)), 0);
      const nomi = messe.reduce((n, messa, j) => {
        const altro = punti[j];
        return messa && altro ? n + overlap(scatola, boxOf(altro, messa, larga)) : n;
      }, 0);
      const crosses =
        (linee?.x != null && scatola.x1 < (linee.x / 100) * larga && (linee.x / 100) * larga < scatola.x2) ||
        (linee?.y != null && scatola.y1 < linee.y && linee.y < scatola.y2);
      return somma + fuori * 20 + altri + nomi + (crosses ? COSTO_LINEA : 0);
    }, 0);
  // Who has most neighbours chooses first.
  const vicini = (a: PuntoDaNominare) =>
    punti.filter((b) => Math.abs(a.x - b.x) < 25 && Math.abs(a.y - b.y) < 40).length;
  const ordine = punti.map((punto, i) => ({ punto, i })).toSorted((a, b) => vicini(b.punto) - vicini(a.punto));
  for (const { punto, i } of ordine) {
    let [migliore, costo] = [POSE[0] as Posa, Number.POSITIVE_INFINITY];
    for (const posa of POSE) {
      const suo = costOf(punto, i, posa);
      if (suo < costo) [migliore, costo] = [posa, suo];
      if (suo === 0) break;
    }
    messe[i] = migliore;
  }
  return messe.map((posa) => posa ?? (POSE[0] as Posa));
}
