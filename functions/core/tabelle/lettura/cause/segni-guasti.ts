/** What text looks like that was saved in one encoding and opened in another: `Ã¨` for `è`, `â‚¬` for `€`, a mark in place of what was lost. */
import { formatNumero } from '../../../formato.ts';
import type { Linea } from '../layout.ts';
import { detectPersonale } from '../personali.ts';

/**
 * Pairs that UTF-8 leaves when it is read as Windows-1252 (a capital of these before a letter is a name: São, Âge), the character that stands
 * for what could not be read, controls that no text has.
 */
const GUASTO = /[\ufffd\u0080-\u009f]|[ÃÂ](?![A-Za-z])|â[€‚]/u;
/** One of these is in every such text: looked for in a large file before its cells are. */
const SPIE = ['Ã', 'Â', 'â', '\ufffd', '\u0080', '\u0085', '\u0092', '\u0093', '\u0096'];
const MASSIMI_TROVATI = 500;
const MASSIMO_CITATO = 60;

export interface CellaGuasta {
  /** 1-based physical line. */
  readonly riga: number;
  /** 1-based. */
  readonly colonna: number;
  readonly testo: string;
}

export class SegniGuasti {
  /** In titles and header, which are not kept: they count where something else went wrong. */
  readonly inTesta: CellaGuasta[] = [];
  readonly neiDati: CellaGuasta[] = [];
  #prima = false;
  #ora = false;

  /** @param testo the next piece of the file: a record may begin in one and end in the next */
  look(testo: string): void {
    this.#prima = this.#ora;
    this.#ora = SPIE.some((spia) => testo.includes(spia));
  }

  /** Whether the lines at hand may have any. */
  get attesi(): boolean {
    return this.#ora || this.#prima;
  }

  readTesta(linea: Linea): void {
    this.inTesta.push(...listGuaste(linea));
  }

  /** @param ignorate 0-based cells that nobody reads */
  readRiga(linea: Linea, ignorate: ReadonlySet<number>): void {
    if (this.neiDati.length >= MASSIMI_TROVATI) return;
    this.neiDati.push(...listGuaste(linea).filter(({ colonna }) => !ignorate.has(colonna - 1)));
  }
}

function listGuaste({ celle, riga }: Linea): CellaGuasta[] {
  return celle.flatMap((testo, indice) => {
    if (!isGuasto(testo)) return [];
    // Personal data is not repeated.
    return [{ riga, colonna: indice + 1, testo: detectPersonale(testo) ? '' : testo }];
  });
}

export function isGuasto(testo: string): boolean {
  return GUASTO.test(testo);
}

export function describeGuaste([prima, ...altre]: readonly CellaGuasta[]): string {
  if (!prima) return '';
  const scritto = prima.testo === '' ? '' : `: ${citeCella(prima.testo)}`;
  const dove = `alla riga ${prima.riga}, colonna ${prima.colonna}${scritto}`;
  return altre.length === 0
    ? `in una cella (${dove})`
    : `in ${formatNumero(altre.length + 1)} celle (la prima ${dove})`;
}

/** What nobody would see is shown as a square. */
export function citeCella(testo: string): string {
  const visibile = testo.trim().replace(/[\u0080-\u009f\ue000-\uf8ff]/g, '□');
  return `«${visibile.slice(0, MASSIMO_CITATO)}»`;
}
