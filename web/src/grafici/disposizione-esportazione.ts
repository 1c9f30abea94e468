/** Where everything stands in the picture of a ranking: boxes, no ink. Fixed width, because a picture has one. */
import type { LineaGrafico, ModelloGrafico, RigaGrafico } from './modello.ts';
import { anchorOf, type Scala } from './scala.ts';
import { estimateLarghezza, wrapTesto } from './testo.ts';

export interface Didascalia {
  readonly titolo: string;
  readonly misura: string;
  readonly fonte: string;
  readonly indirizzo: string;
}

export interface Riquadro {
  readonly x: number;
  readonly y: number;
  readonly larghezza: number;
  readonly altezza: number;
}

export interface TestoPosto extends Riquadro {
  readonly testo: string;
  readonly ruolo: 'titolo' | 'misura' | 'nome' | 'valore' | 'riferimento' | 'soglia' | 'fonte';
  readonly corpo: number;
  readonly forte: boolean;
  readonly ancora: 'start' | 'middle' | 'end';
  readonly colore: string;
}

export interface RigaPosta extends Riquadro {
  readonly riga: RigaGrafico;
}

export interface Disposizione {
  readonly larghezza: number;
  readonly altezza: number;
  readonly tela: Riquadro;
  readonly testi: readonly TestoPosto[];
  readonly righe: readonly RigaPosta[];
  readonly linee: readonly {
    readonly x: number;
    readonly y1: number;
    readonly y2: number;
    readonly ruolo: 'riferimento' | 'soglia' | 'zero';
  }[];
}

const LARGHEZZA = 960;
const BORDO = 32;
const PASSO = 40;
const BARRA = 24;
const SPAZIO = 12;
const MARGINE_LINEA = 34;
export const COLORI = {
  testo: '#17324d',
  tenue: '#455b71',
  dato: '#0066cc',
  attenuato: '#7f93a8',
  evidenza: '#003366',
  soglia: '#995c00',
  linea: '#17324d',
  guida: '#d9e1e9',
} as const;

export function layoutEsportazione(modello: ModelloGrafico, didascalia: Didascalia): Disposizione {
  const testi: TestoPosto[] = [];
  const utile = LARGHEZZA - 2 * BORDO;
  let y = BORDO;
  const stack = (testo: string, stile: Pick<TestoPosto, 'ruolo' | 'corpo' | 'forte' | 'colore'>) => {
    for (const riga of wrapTesto(testo, stile.corpo, utile)) {
      const altezza = Math.round(stile.corpo * 1.35);
      testi.push({
        ...stile,
        testo: riga,
        ancora: 'start',
        x: BORDO,
        y,
        larghezza: estimateLarghezza(riga, stile.corpo),
        altezza,
      });
      y += altezza;
    }
  };
  stack(didascalia.titolo, { ruolo: 'titolo', corpo: 28, forte: true, colore: COLORI.evidenza });
  y += 6;
  stack(didascalia.misura, { ruolo: 'misura', corpo: 17, forte: false, colore: COLORI.tenue });
  y += 18;

  const nomi = widest(
    modello.righe.map((r) => r.nome),
    17,
  );
  const valori = widest(
    modello.righe.map((r) => r.testo),
    17,
  );
  const tela = { x: BORDO + nomi + SPAZIO, larghezza: utile - nomi - valori - 2 * SPAZIO };
  const toX = (percento: number) => Math.round(tela.x + (tela.larghezza * percento) / 100);
  if (modello.riferimento) {
    testi.push(labelOf(modello.riferimento, modello.scala, { ruolo: 'riferimento', tela, y, utile }));
    y += MARGINE_LINEA;
  }
  const inizio = y;
  const righe: RigaPosta[] = [];
  for (const riga of modello.righe) {
    const testo = { y, altezza: PASSO, corpo: 17, colore: riga.valore === null ? COLORI.tenue : COLORI.testo };
    testi.push({
      ...testo,
      testo: riga.nome,
      ruolo: 'nome',
      forte: riga.evidenziata,
      ancora: 'end',
      x: BORDO,
      larghezza: nomi,
    });
    righe.push({ riga, x: tela.x, y: y + (PASSO - BARRA) / 2, larghezza: tela.larghezza, altezza: BARRA });
    const larghezza = estimateLarghezza(riga.testo, 17);
    testi.push({
      ...testo,
      testo: riga.testo,
      ruolo: 'valore',
      forte: riga.valore !== null,
      ancora: 'end',
      x: LARGHEZZA - BORDO - larghezza,
      larghezza,
    });
    y += PASSO;
  }
  const fine = y;
  if (modello.soglia) {
    testi.push(labelOf(modello.soglia, modello.scala, { ruolo: 'soglia', tela, y: y + 8, utile }));
    y += MARGINE_LINEA;
  }
  y += 18;
  for (const riga of [didascalia.fonte, didascalia.indirizzo]) {
    if (riga) stack(riga, { ruolo: 'fonte', corpo: 14, forte: false, colore: COLORI.tenue });
  }
  const linee: Disposizione['linee'] = [
    ...(modello.forma === 'barre'
      ? [{ x: toX(modello.scala.zero), y1: inizio, y2: fine, ruolo: 'zero' as const }]
      : []),
    ...(modello.riferimento
      ? [
          {
            x: toX(modello.scala.toPercento(modello.riferimento.valore)),
            y1: inizio - 6,
            y2: fine,
            ruolo: 'riferimento' as const,
          },
        ]
      : []),
    ...(modello.soglia
      ? [
          {
            x: toX(modello.scala.toPercento(modello.soglia.valore)),
            y1: inizio,
            y2: fine + 6,
            ruolo: 'soglia' as const,
          },
        ]
      : []),
  ];
  return {
    larghezza: LARGHEZZA,
    altezza: y + BORDO,
    tela: { ...tela, y: inizio, altezza: fine - inizio },
    testi,
    righe,
    linee,
  };
}

function widest(testi: readonly string[], corpo: number): number {
  return Math.max(0, ...testi.map((t) => estimateLarghezza(t, corpo)));
}

interface PostoLinea {
  readonly ruolo: 'riferimento' | 'soglia';
  readonly tela: { readonly x: number; readonly larghezza: number };
  readonly y: number;
  readonly utile: number;
}

function labelOf(linea: LineaGrafico, scala: Scala, { ruolo, tela, y, utile }: PostoLinea): TestoPosto {
  const percento = scala.toPercento(linea.valore);
  const testo = `${linea.nome} ${linea.testo}`;
  const larghezza = estimateLarghezza(testo, 16);
  const ancora = anchorOf(percento);
  const punto = tela.x + (tela.larghezza * percento) / 100;
  const sinistra = { start: punto, middle: punto - larghezza / 2, end: punto - larghezza }[ancora];
  const x = Math.round(Math.min(Math.max(sinistra, BORDO), BORDO + utile - larghezza));
  const colore = ruolo === 'soglia' ? COLORI.soglia : COLORI.linea;
  return { testo, ruolo, corpo: 16, forte: true, ancora, x, y, larghezza, altezza: 24, colore };
}
