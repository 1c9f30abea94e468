/** One cause behind many problems of a file: what each of its finders is given, and how it tells what it found. */
import { formatNumero } from '../../../formato.ts';
import type { Correzioni } from '../../correzioni.ts';
import type { Problema } from '../problema.ts';
import { type CellaGuasta, citeCella } from './segni-guasti.ts';

/** What is known of a file once it is read. */
export interface Indizi {
  /** Those told one by one. */
  readonly problemi: readonly Problema[];
  /** There are more than those: what is counted is counted short. */
  readonly altri: boolean;
  /** Rows that were taken. */
  readonly righe: number;
  /** Cells whose letters were broken on the way. */
  readonly guaste: readonly CellaGuasta[];
  /** How the preview names encoding and separator. */
  readonly codifica: string;
  readonly separatore: string;
  readonly correzioni: Correzioni;
}

/** @returns the problem that tells the cause, null where it is not at work in this file */
export type CercaCausa = (indizi: Indizi) => Problema | null;

/** Fewer than this are slips, each with its own message; so many alike have one cause. */
export const MINIMO_ALLINEATI = 3;

/** A problem of the whole file, which quotes the first cell where the cause shows. */
export function tellCausa(regola: string, messaggio: string, valore: string | null): Problema {
  return { riga: null, colonna: null, valore, regola, messaggio };
}

/** `alla riga 2, colonna 4 «Importo»: «1,234.56»`. */
export function describeEsempio({ riga, colonna, intestazione, valore }: Problema): string {
  const posto = [riga === null ? [] : `alla riga ${riga}`, colonna === null ? [] : `colonna ${colonna}`]
    .flat()
    .join(', ');
  return `${posto}${intestazione ? ` «${intestazione}»` : ''}${valore === null ? '' : `: ${citeCella(valore)}`}`;
}

/** `16 celle`, `almeno 500 celle`. */
export function countTrovati(quanti: number, { altri }: Pick<Indizi, 'altri'>, cose = 'celle'): string {
  return `${altri ? 'almeno ' : ''}${formatNumero(quanti)} ${cose}`;
}

/** @returns the column with most of these problems, with them, where they are enough to have one cause */
export function pickColonna(problemi: readonly Problema[], minimo = MINIMO_ALLINEATI): readonly Problema[] | null {
  const perColonna = new Map<number | null, Problema[]>();
  for (const problema of problemi) {
    const suoi = perColonna.get(problema.colonna);
    if (suoi) suoi.push(problema);
    else perColonna.set(problema.colonna, [problema]);
  }
  const [prima] = [...perColonna.values()].sort((a, b) => b.length - a.length);
  return prima && prima.length >= minimo ? prima : null;
}
