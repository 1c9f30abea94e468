/** A chart made of rows, as marks of a picture: name, line, value; the legend over them. */
import { COLORI, type Corpo, LARGHEZZA_UTILE, type Segno, TRAMA } from './disegno.ts';
import type { RigaDisegno, SegnoRiga, VoceLegendaDisegno } from './righe-disegno.ts';
import { estimateLarghezza, wrapTesto } from './testo.ts';

const NOME = { corpo: 16, massima: 300, riga: 20 } as const;
const SPAZIO = 14;
const BARRA = 22;
const CHIARO = '#8fb8e0';

const INCHIOSTRO = { ordinario: COLORI.dato, altre: CHIARO, scuro: COLORI.evidenza, mancante: TRAMA } as const;

interface Linea {
  readonly x: number;
  readonly larghezza: number;
  readonly meta: number;
}

export function drawRighe(righe: readonly RigaDisegno[], legenda: readonly VoceLegendaDisegno[]): Corpo {
  const segni: Segno[] = [];
  let y = drawLegenda(legenda, segni);
  const voci = righe.filter(({ gruppo }) => !gruppo);
  const nomi = Math.min(
    NOME.massima,
    widest(voci, ({ nome, sotto }) => Math.max(wide(nome, 16), wide(sotto, 12))),
  );
  const valori = widest(voci, ({ testo, dettaglio }) => Math.max(wide(testo, 16), wide(dettaglio, 13)));
  const x = nomi + SPAZIO;
  const larghezza = LARGHEZZA_UTILE - nomi - valori - 2 * SPAZIO;
  for (const riga of righe) {
    if (riga.gruppo) {
      segni.push({ genere: 'testo', x: 0, y: y + 26, testo: riga.nome, corpo: 18, forte: true, colore: COLORI.titolo });
      y += 36;
      continue;
    }
    const nome = wrapTesto(riga.nome, NOME.corpo, nomi);
    const sotto = riga.sotto ? wrapTesto(riga.sotto, 12, nomi) : [];
    const alto = nome.length * NOME.riga + sotto.length * 15;
    const altezza = Math.max(44, alto + 12);
    const meta = y + altezza / 2;
    let base = meta - alto / 2;
    for (const testo of nome) {
      base += NOME.riga;
      segni.push({ genere: 'testo', x: nomi, y: base - 5, testo, corpo: NOME.corpo, ancora: 'end' });
    }
    for (const testo of sotto) {
      base += 15;
      segni.push({ genere: 'testo', x: nomi, y: base - 3, testo, corpo: 12, ancora: 'end', colore: COLORI.tenue });
    }
    segni.push(...riga.segni.flatMap((segno) => drawSegno(segno, { x, larghezza, meta })));
    const colore = riga.mancante ? COLORI.tenue : COLORI.testo;
    const destra = { genere: 'testo', x: LARGHEZZA_UTILE, ancora: 'end' } as const;
    segni.push({
      ...destra,
      y: meta + (riga.dettaglio ? -1 : 5),
      testo: riga.testo,
      corpo: 16,
      forte: !riga.mancante,
      colore,
    });
    if (riga.dettaglio) {
      segni.push({ ...destra, y: meta + 16, testo: riga.dettaglio, corpo: 13, colore: COLORI.tenue });
    }
    y += altezza;
  }
  return { altezza: y, segni };
}

const wide = (testo: string | undefined, corpo: number) => (testo ? estimateLarghezza(testo, corpo) : 0);

function widest(righe: readonly RigaDisegno[], measure: (riga: RigaDisegno) => number): number {
  return Math.max(0, ...righe.map(measure));
}

/** @returns its height */
function drawLegenda(legenda: readonly VoceLegendaDisegno[], segni: Segno[]): number {
  if (legenda.length === 0) return 0;
  let x = 0;
  for (const { testo, segno } of legenda) {
    segni.push(...drawSegno(segno, { x, larghezza: 18, meta: 10 }, 12));
    segni.push({ genere: 'testo', x: x + 26, y: 15, testo, corpo: 14, colore: COLORI.tenue });
    x += 26 + estimateLarghezza(testo, 14) + 24;
  }
  return 32;
}

function drawSegno(segno: SegnoRiga, { x, larghezza, meta }: Linea, alta: number = BARRA): Segno[] {
  const toX = (percento: number) => x + (percento / 100) * larghezza;
  switch (segno.genere) {
    case 'tratto': {
      const da = toX(segno.da);
      const posto = { x: da, y: meta - alta / 2, larghezza: Math.max(1, toX(segno.a) - da), altezza: alta };
      if (segno.aspetto !== 'vuoto') return [{ genere: 'rettangolo', ...posto, colore: INCHIOSTRO[segno.aspetto] }];
      return frame(posto);
    }
    case 'via':
      return [
        { genere: 'linea', x1: toX(segno.da), x2: toX(segno.a), y1: meta, y2: meta, colore: COLORI.dato, spessore: 3 },
      ];
    case 'guida':
      return [{ genere: 'linea', x1: x, x2: x + larghezza, y1: meta, y2: meta, colore: COLORI.guida }];
    case 'tacca':
      return [
        {
          genere: 'linea',
          x1: toX(segno.in),
          x2: toX(segno.in),
          y1: meta - alta / 2 - 4,
          y2: meta + alta / 2 + 4,
          colore: COLORI.testo,
          spessore: 1.5,
        },
      ];
    case 'punto': {
      const centro = { genere: 'cerchio', x: toX(segno.in), y: meta } as const;
      if (segno.aspetto === 'pieno') return [{ ...centro, raggio: 8, colore: COLORI.dato }];
      const colore = segno.aspetto === 'anello' ? COLORI.tenue : COLORI.attenuato;
      return [
        { ...centro, raggio: 6.5, colore },
        { ...centro, raggio: 4, colore: COLORI.carta },
      ];
    }
  }
}

/** Outlined: there, and not taken. */
function frame({ x, y, larghezza, altezza }: { x: number; y: number; larghezza: number; altezza: number }): Segno[] {
  const linea = { genere: 'linea', colore: COLORI.attenuato, spessore: 1.5, tratteggio: '4 3' } as const;
  const [destra, fondo] = [x + larghezza, y + altezza];
  return [
    { ...linea, x1: x, y1: y, x2: destra, y2: y },
    { ...linea, x1: destra, y1: y, x2: destra, y2: fondo },
    { ...linea, x1: x, y1: fondo, x2: destra, y2: fondo },
    { ...linea, x1: x, y1: y, x2: x, y2: fondo },
  ];
}
