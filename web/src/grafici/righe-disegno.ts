/** Charts made of rows, as marks on one line each: what the picture of any of them is drawn from. */
import { type SezioneProfilo, tellPosto } from '../serie/comune.ts';
import type { Manubri } from './dichiarazione.ts';
import type { QuotaConfronto } from './quote-confronto.tsx';
import { barOf, createScala } from './scala.ts';
import type { AspettoTratto, RigaTratti } from './tratti.tsx';

/** Places are percentages of the line. */
export type SegnoRiga =
  | { readonly genere: 'tratto'; readonly da: number; readonly a: number; readonly aspetto: AspettoTratto }
  | { readonly genere: 'punto'; readonly in: number; readonly aspetto: 'pieno' | 'anello' | 'altro' }
  | { readonly genere: 'via'; readonly da: number; readonly a: number }
  | { readonly genere: 'guida' }
  /** Where the ambito stands. */
  | { readonly genere: 'tacca'; readonly in: number };

export interface RigaDisegno {
  readonly nome: string;
  readonly sotto?: string;
  readonly testo: string;
  readonly dettaglio?: string;
  readonly mancante?: boolean;
  readonly segni: readonly SegnoRiga[];
  /** Heads the rows that follow. */
  readonly gruppo?: boolean;
}

export interface VoceLegendaDisegno {
  readonly testo: string;
  readonly segno: SegnoRiga;
}

const tratto = (da: number, a: number, aspetto: AspettoTratto): SegnoRiga => ({ genere: 'tratto', da, a, aspetto });

export function rowsOfTratti(righe: readonly RigaTratti[]): RigaDisegno[] {
  const scala = createScala(
    righe.flatMap(({ tratti }) => tratti.flatMap(({ da, a }) => [da, a])),
    true,
  );
  return righe.map(({ nome, testo, dettaglio, mancante, tratti }) => ({
    nome,
    testo,
    ...(dettaglio === undefined ? {} : { dettaglio }),
    ...(mancante === undefined ? {} : { mancante }),
    segni: tratti.map(({ da, a, aspetto }) => tratto(scala.toPercento(da), scala.toPercento(a), aspetto)),
  }));
}

export function rowsOfManubri({ passi, daZero }: Manubri): RigaDisegno[] {
  const scala = createScala(
    passi.flatMap(({ da, a }) => [da, a]).filter((valore) => valore !== null),
    daZero,
  );
  return passi.map(({ nome, testo, dettaglio, da, a, motivo }) => ({
    nome,
    testo,
    dettaglio,
    mancante: motivo !== null,
    segni: [
      { genere: 'guida' },
      ...(da !== null && a !== null
        ? [{ genere: 'via' as const, da: scala.toPercento(da), a: scala.toPercento(a) }]
        : []),
      ...(a === null ? [] : [{ genere: 'punto' as const, in: scala.toPercento(a), aspetto: 'pieno' as const }]),
      ...(da === null ? [] : [{ genere: 'punto' as const, in: scala.toPercento(da), aspetto: 'anello' as const }]),
    ],
  }));
}

export function rowsOfQuote(quote: readonly QuotaConfronto[]): RigaDisegno[] {
  const scala = createScala(
    quote.flatMap(({ valore, riferimento }) => (riferimento === null ? [valore] : [valore, riferimento])),
    true,
  );
  return quote.map(({ nome, dettaglio, testo, valore, riferimento, riferimentoTesto }) => {
    const { inizio, larghezza } = barOf(valore, scala);
    return {
      nome,
      sotto: dettaglio,
      testo,
      dettaglio: riferimentoTesto,
      segni: [
        tratto(inizio, inizio + larghezza, 'ordinario'),
        ...(riferimento === null ? [] : [{ genere: 'tacca' as const, in: scala.toPercento(riferimento) }]),
      ],
    };
  });
}

export function rowsOfStrisce(sezioni: readonly SezioneProfilo[], scelto: string): RigaDisegno[] {
  return sezioni.flatMap(({ titolo, voci }) => [
    { nome: titolo, testo: '', segni: [], gruppo: true },
    ...voci.map(({ etichetta, quando, dato, posto, punti, ambito }): RigaDisegno => {
      const testi = { nome: etichetta, sotto: quando, testo: dato.testo };
      if (dato.valore === null) return { ...testi, mancante: true, segni: [tratto(0, 100, 'mancante')] };
      const scala = createScala([...punti.map(({ valore }) => valore), ...(ambito === null ? [] : [ambito])], false);
      const punto = (valore: number, aspetto: 'altro' | 'pieno'): SegnoRiga => ({
        genere: 'punto',
        in: scala.toPercento(valore),
        aspetto,
      });
      return {
        ...testi,
        ...(posto ? { dettaglio: tellPosto(posto) } : {}),
        segni: [
          { genere: 'guida' },
          ...(ambito === null ? [] : [{ genere: 'tacca' as const, in: scala.toPercento(ambito) }]),
          ...punti.filter(({ codice }) => codice !== scelto).map(({ valore }) => punto(valore, 'altro')),
          punto(dato.valore, 'pieno'),
        ],
      };
    }),
  ]);
}
