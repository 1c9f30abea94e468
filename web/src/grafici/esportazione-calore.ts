/** A heat table, as marks of a picture. */
import type { Colonna } from '../serie/insieme.ts';
import { COLORI, type Corpo, LARGHEZZA_UTILE, type Segno, TRAMA } from './disegno.ts';
import type { RigaCalore } from './modello-calore.ts';
import { estimateLarghezza, wrapTesto } from './testo.ts';

/** As `_confronto.scss` has them. */
const GRADINI: readonly { readonly fondo: string; readonly testo: string }[] = [
  { fondo: '#eaf2fb', testo: COLORI.testo },
  { fondo: '#c6dcf3', testo: COLORI.testo },
  { fondo: '#8fb8e0', testo: COLORI.testo },
  { fondo: '#2f6db3', testo: COLORI.carta },
  { fondo: '#0b3d7a', testo: COLORI.carta },
];
const PASSO = 36;
const CORPO = 13;
const CORPO_MINUTO = 11;

/** @returns the size at which no word of the titles is wider than its column: words are not broken */
function fitCorpo(titoli: readonly string[], utile: number): number {
  const parole = titoli.flatMap((titolo) => titolo.split(' '));
  const larga = Math.max(...parole.map((parola) => estimateLarghezza(parola, CORPO)));
  return Math.min(CORPO, (CORPO * utile) / larga);
}

export function drawCalore(colonne: readonly Colonna[], righe: readonly RigaCalore[]): Corpo {
  const nomi = Math.max(...righe.map(({ nome }) => estimateLarghezza(nome, 15))) + 12;
  const larga = (LARGHEZZA_UTILE - nomi) / colonne.length;
  const utile = larga - 6;
  const corpo = fitCorpo(
    colonne.map(({ indicatore }) => indicatore.titolo),
    utile,
  );
  const minuto = Math.min(CORPO_MINUTO, corpo);
  const teste = colonne.map(({ indicatore, quando }) => [
    ...wrapTesto(indicatore.titolo, corpo, utile).map((testo) => ({ testo, forte: true })),
    ...wrapTesto(quando, minuto, utile).map((testo) => ({ testo, forte: false })),
  ]);
  const alta = Math.max(...teste.map((testa) => testa.length)) * 15 + 8;
  const segni: Segno[] = [];
  for (const [i, testa] of teste.entries()) {
    for (const [k, { testo, forte }] of testa.entries()) {
      const y = alta - 8 - (testa.length - 1 - k) * 15;
      segni.push({
        genere: 'testo',
        x: nomi + i * larga + 3,
        y,
        testo,
        corpo: forte ? corpo : minuto,
        forte,
        colore: COLORI.tenue,
      });
    }
  }
  for (const [r, riga] of righe.entries()) {
    const y = alta + r * PASSO;
    segni.push({ genere: 'testo', x: nomi - 12, y: y + PASSO / 2 + 5, testo: riga.nome, ancora: 'end', forte: true });
    for (const [i, { voce, gradino }] of riga.celle.entries()) {
      const x = nomi + i * larga;
      const stile = gradino === null ? null : GRADINI[gradino - 1];
      segni.push({
        genere: 'rettangolo',
        x: x + 1,
        y: y + 1,
        larghezza: larga - 2,
        altezza: PASSO - 2,
        colore: stile?.fondo ?? TRAMA,
      });
      if (stile) {
        const testo = {
          testo: voce.testo,
          corpo: Math.min(14, utile / (voce.testo.length * 0.56)),
          colore: stile.testo,
        };
        segni.push({ genere: 'testo', x: x + larga / 2, y: y + PASSO / 2 + 5, ancora: 'middle', ...testo });
      }
    }
  }
  const fondo = alta + righe.length * PASSO;
  segni.push({
    genere: 'testo',
    x: 0,
    y: fondo + 28,
    testo:
      'In ogni colonna, dal più chiaro (valore più basso) al più scuro (più alto). Il colore non dice se è bene o male. A righe: dato mancante.',
    corpo: 13,
    colore: COLORI.tenue,
  });
  return { altezza: fondo + 36, segni };
}
