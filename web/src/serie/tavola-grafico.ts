/** The numbers of a chart as a table: what its table shows, what its sentence tells, what its CSV carries. */
import { type Conto, type Figura, figuraOf } from './figura.ts';
import { capitalize, countOf, joinNomi, withoutPunto } from './parole.ts';
import type { Dato } from './raccolta.ts';
import { type Segnale, segnaliDi } from './segnali.ts';

export interface CellaGrafico {
  /** As it is read: `41,35 €`, or why there is none. */
  readonly testo: string;
  /** Money in cents; null where it is missing. */
  readonly valore: number | null;
  /** Where the lines of a column have units of their own. */
  readonly unita?: string;
  /** What the walk back opens. */
  readonly figure?: readonly Figura[];
  /** How they make the value, where it is made here. */
  readonly conto?: Conto;
  /** Where no indicator is behind it: the table of this page that it is taken from. */
  readonly href?: string;
  /** In place of the text, where it is made of several values: each with its own walk back. */
  readonly parti?: readonly { readonly testo: string; readonly figure: readonly Figura[] }[];
  readonly segnalazioni?: readonly Segnale[];
}

export interface ColonnaGrafico {
  readonly chiave: string;
  readonly titolo: string;
  /** As the indicators write it: `€`, `%`, `persone`. */
  readonly unita: string;
}

export interface VoceTavola {
  readonly chiave: string;
  readonly nome: string;
  /** ISTAT code of whom the figures are; null for the whole ambito. */
  readonly comune: string | null;
  readonly celle: readonly CellaGrafico[];
  /** Not one among the others: the ambito, a threshold, a sum. */
  readonly aParte?: boolean;
}

export interface TavolaGrafico {
  /** What a line is: `Comune`. */
  readonly testa: string;
  /** The first is the one that the chart draws. */
  readonly colonne: readonly ColonnaGrafico[];
  readonly righe: readonly VoceTavola[];
}

export function cellOf(dato: Dato | null): CellaGrafico {
  if (dato === null) return { testo: 'nessuna tabella', valore: null };
  const { osservazione, valore, testo, motivo } = dato;
  return {
    testo: valore === null && motivo ? `${testo}: ${withoutPunto(motivo)}` : testo,
    valore,
    figure: valore === null ? [] : [figuraOf(osservazione)],
    segnalazioni: segnaliDi(osservazione),
  };
}

/** As many as are told one by one. */
const POCHE = 4;

/** What a sighted reader takes at a glance: the ends of the chart, what stands apart, what is missing. */
export function tellTavola({ righe }: TavolaGrafico): string {
  const prima = ({ celle }: VoceTavola) => celle[0];
  const isThere = (riga: VoceTavola) => (prima(riga)?.valore ?? null) !== null;
  const presenti = righe.filter((riga) => !riga.aParte && isThere(riga));
  const mancanti = righe.filter((riga) => !riga.aParte && !isThere(riga));
  const say = (riga: VoceTavola | undefined) => (riga ? `${riga.nome}: ${prima(riga)?.testo ?? ''}` : '');
  const frasi = [
    tellPresenti(presenti, say),
    ...righe.filter((riga) => riga.aParte && isThere(riga)).map(say),
    mancanti.length > 0
      ? `Senza valore: ${joinNomi(
          mancanti.map(({ nome }) => nome),
          30,
        )}`
      : '',
  ].filter((frase) => frase !== '');
  return frasi.map((frase) => `${frase}.`).join(' ');
}

function tellPresenti(presenti: readonly VoceTavola[], say: (riga: VoceTavola | undefined) => string): string {
  if (presenti.length <= POCHE) return presenti.map(say).join('; ');
  // Lines with units of their own have no highest and no lowest.
  if (presenti.some(({ celle }) => celle[0]?.unita !== undefined)) {
    return `${capitalize(countOf(presenti.length, 'riga', 'righe'))}, ognuna con la sua scala: accanto a ogni valore, il posto tra gli altri`;
  }
  const ordinate = presenti.toSorted((a, b) => (b.celle[0]?.valore ?? 0) - (a.celle[0]?.valore ?? 0));
  return `${capitalize(countOf(presenti.length, 'valore', 'valori'))}. Il più alto, ${say(ordinate[0])}. Il più basso, ${say(ordinate.at(-1))}`;
}
