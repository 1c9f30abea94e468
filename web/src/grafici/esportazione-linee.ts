/** Lines over the years, as marks of a picture. */
import { spreadEtichette } from './assi.ts';
import { COLORI, type Corpo, LARGHEZZA_UTILE, type Segno } from './disegno.ts';
import type { AspettoLinea, LineaPosta, ModelloLinee } from './modello-linee.ts';
import { estimateLarghezza } from './testo.ts';

const ALTA = 420;
const PASSO_NOMI = 22;
const RACCORDO = 22;

const INCHIOSTRO: Readonly<
  Record<AspettoLinea, { readonly colore: string; readonly spessore: number; readonly tratteggio?: string }>
> = {
  comune: { colore: COLORI.dato, spessore: 2.5 },
  attenuata: { colore: COLORI.attenuato, spessore: 2 },
  evidenziata: { colore: COLORI.evidenza, spessore: 3.5 },
  ambito: { colore: COLORI.testo, spessore: 1.5 },
};

export function drawLinee({ asse, anni, linee }: ModelloLinee): Corpo {
  const alta = Math.max(ALTA, linee.length * PASSO_NOMI);
  const widest = (testi: readonly string[], corpo: number) =>
    Math.max(0, ...testi.map((testo) => estimateLarghezza(testo, corpo)));
  const sinistra =
    widest(
      asse.tacche.map(({ testo }) => testo),
      14,
    ) + 12;
  const nomiLarghi = widest(linee.map(nameOf), 15) + RACCORDO;
  const larga = LARGHEZZA_UTILE - sinistra - nomiLarghi;
  const toX = (percento: number) => sinistra + (percento / 100) * larga;
  const toY = (percento: number) => 10 + alta - (percento / 100) * alta;
  const segni: Segno[] = [];
  for (const { valore, testo } of asse.tacche) {
    const y = toY(asse.toPercento(valore));
    const colore = valore === 0 ? COLORI.attenuato : COLORI.guida;
    segni.push({ genere: 'linea', x1: sinistra, x2: sinistra + larga, y1: y, y2: y, colore });
    segni.push({ genere: 'testo', x: sinistra - 12, y: y + 5, testo, corpo: 14, colore: COLORI.tenue, ancora: 'end' });
  }
  for (const { periodo, x } of anni) {
    const ancora = x === 0 ? 'start' : x === 100 ? 'end' : 'middle';
    segni.push({ genere: 'testo', x: toX(x), y: alta + 34, testo: periodo, corpo: 14, colore: COLORI.tenue, ancora });
  }
  const nomi = spreadEtichette(
    linee.map(({ fine }) => toY(fine.alto)),
    PASSO_NOMI,
    alta + 10,
  );
  for (const [i, linea] of linee.entries()) {
    const inchiostro = INCHIOSTRO[linea.aspetto];
    for (const { da, a, saltati } of linea.tratti) {
      segni.push({
        genere: 'linea',
        x1: toX(da.x),
        y1: toY(da.alto),
        x2: toX(a.x),
        y2: toY(a.alto),
        ...inchiostro,
        ...(saltati ? { tratteggio: '3 5' } : {}),
      });
    }
    for (const { x, alto } of linea.punti) {
      if (alto !== null)
        segni.push({ genere: 'cerchio', x: toX(x), y: toY(alto), raggio: 5, colore: inchiostro.colore });
    }
    const y = nomi[i] ?? 0;
    segni.push({
      genere: 'linea',
      x1: sinistra + larga + 6,
      y1: toY(linea.fine.alto),
      x2: sinistra + larga + RACCORDO - 4,
      y2: y,
      colore: COLORI.attenuato,
    });
    segni.push({
      genere: 'testo',
      x: sinistra + larga + RACCORDO,
      y: y + 5,
      testo: nameOf(linea),
      corpo: 15,
      forte: linea.aspetto === 'evidenziata' || linea.aspetto === 'ambito',
    });
  }
  return { altezza: alta + 44, segni };
}

const nameOf = ({ nome, fine }: LineaPosta) => `${nome} ${fine.voce.testo}`;
