/** What keeps a line from being taken, told on the cell that is wrong: cells that lack or are too many, that cannot be read, personal data. */

import type { Cella } from './cella-di-piano.ts';
import type { Linea } from './layout.ts';
import { isVuota } from './linee.ts';
import { detectPersonale } from './personali.ts';
import type { Piano } from './piano.ts';
import type { ElencoProblemi } from './problemi.ts';
import { Rifiuto } from './rifiuto.ts';

/** A value that a message quotes. */
const MASSIMO_SOGGETTO = 80;

/** Headings of what a year is made of, whatever stands below; of what people are, where it names some of them. */
const DIVIDE_ANNO = /^(?:mese|trimestre|semestre)$/i;
const DIVIDE = /^(?:sesso|genere|cittadinanza|nazional)/i;
const PARTE = /^(?:[mf]$|masch|femm|uomin|donn|italian|stranier)/i;

export class VerificaRiga {
  readonly #piano: Piano;
  readonly #problemi: ElencoProblemi;
  /** Columns already told to hold personal data. */
  readonly #personali = new Set<number>();
  /** Columns that perhaps divide people, until one is told of. */
  readonly #parti: Map<number, RegExp>;

  constructor(piano: Piano, problemi: ElencoProblemi) {
    this.#piano = piano;
    this.#problemi = problemi;
    const { intestazioni, gruppi } = piano;
    const conCifre = gruppi.some(({ misure }) => misure.length > 0);
    this.#parti = new Map(
      piano.ignote.flatMap((indice) => {
        const titolo = intestazioni[indice] ?? '';
        if (conCifre && DIVIDE_ANNO.test(titolo)) return [[indice, /\S/]];
        return DIVIDE.test(titolo) ? [[indice, PARTE]] : [];
      }),
    );
  }

  /**
   * Cells past the last named column must be empty; fewer cells than columns would shift the figures unseen.
   * @returns false where it is not known which cell is which: the problem is told
   */
  checkLarghezza({ celle, riga }: Linea): boolean {
    const { larghezza } = this.#piano;
    if (celle.length === larghezza) return true;
    if (celle.length < larghezza) {
      this.#problemi.add({
        riga,
        colonna: null,
        valore: celle.join(' | '),
        regola: 'riga-corta',
        messaggio: `La riga ha ${celle.length} celle e la tabella ha ${larghezza} colonne: non si sa quale manchi. Dove il dato non c’è, la cella va lasciata vuota.`,
      });
      return false;
    }
    const inPiu = celle.findIndex((cella, indice) => indice >= larghezza && cella.trim() !== '');
    if (inPiu < 0) return true;
    this.#problemi.add({
      riga,
      colonna: inPiu + 1,
      valore: celle[inPiu] ?? null,
      regola: 'riga-lunga',
      messaggio: `La riga ha ${celle.length} celle e la tabella ha ${larghezza} colonne: forse un testo o un numero contiene il carattere che separa le colonne, e va messo tra virgolette.`,
    });
    return false;
  }

  /** A line in error that has more cells than any other, though the last are empty: one too many may have shifted them. */
  refuseSpostata({ celle, riga }: Linea): void {
    this.#problemi.add({
      riga,
      colonna: null,
      valore: celle.join(' | '),
      regola: 'celle-spostate',
      messaggio: `La riga ha ${celle.length} celle e l’intestazione ${this.#piano.intestazioni.length}, anche se le ultime sono vuote: forse un testo contiene il carattere che separa le colonne, e le celle dopo sono scivolate di un posto. Quel testo va messo tra virgolette.`,
    });
  }

  /** @returns false where a column that nobody recognised holds personal data: it is told once */
  checkPersonali({ celle, riga }: Linea): boolean {
    let senza = true;
    for (const indice of this.#piano.sconosciute) {
      const trovato = detectPersonale(celle[indice] ?? '');
      if (!trovato || this.#personali.has(indice)) continue;
      this.#personali.add(indice);
      this.#problemi.add({
        riga,
        colonna: indice + 1,
        intestazione: this.#piano.intestazioni[indice] ?? '',
        valore: null,
        regola: 'dati-personali',
        messaggio: `La colonna contiene ${trovato}: i dati personali non si accettano. Va tolta dal file.`,
      });
      senza = false;
    }
    return senza;
  }

  /**
   * A column that nobody recognised may say that the figures are of some people, or months, only: who left it out would count half of them.
   * @returns false where it does: it is told once
   */
  checkParte(linea: Linea): boolean {
    for (const [indice, parte] of this.#parti) {
      if (!parte.test((linea.celle[indice] ?? '').trim())) continue;
      this.#parti.clear();
      const atteso = 'il dato intero. Se lo è già, la colonna si indica come da non usare, correggendo la lettura';
      this.refuseCella(new Rifiuto('solo-una-parte', 'la cifra è forse di una parte sola.'), linea, { indice, atteso });
      return false;
    }
    return true;
  }

  /**
   * A copy to be corrected carries its messages in a column of their own, which says nothing once the cells are mended: but a line that
   * has nothing else still waits for somebody.
   * @returns the line without its message
   */
  leaveMessaggio({ celle, riga }: Linea): readonly string[] {
    const { daCorreggere } = this.#piano;
    const messaggio = (celle[daCorreggere] ?? '').trim();
    if (messaggio === '') return celle;
    const altre = celle.with(daCorreggere, '');
    if (isVuota(altre)) {
      this.#problemi.add({
        riga,
        colonna: daCorreggere + 1,
        intestazione: this.#piano.intestazioni[daCorreggere] ?? '',
        valore: messaggio,
        regola: 'riga-da-completare',
        messaggio: `Questa riga aspetta di essere riscritta nelle colonne della tabella: ${messaggio} Se non serve più, va tolta.`,
      });
    }
    return altre;
  }

  /** A key that says nothing. */
  refuseVuota(linea: Linea, cella: Cella): void {
    const scritto = (linea.celle[cella.indice] ?? '').trim();
    this.refuseCella(
      new Rifiuto('valore-mancante', scritto === '' ? 'la cella è vuota.' : 'non dice nulla.'),
      linea,
      cella,
    );
  }

  /** @param cella where it stands, and what was expected there */
  refuseCella(
    { regola, motivo }: Rifiuto,
    { celle, riga }: Linea,
    { indice, atteso }: Pick<Cella, 'indice' | 'atteso'>,
  ): void {
    // Personal data is not repeated, not even to refuse it.
    const valore = regola === 'dati-personali' ? null : (celle[indice] ?? '');
    const intestazione = this.#piano.intestazioni[indice] ?? '';
    const soggetto = valore?.trim() ? `«${valore.trim().slice(0, MASSIMO_SOGGETTO)}»: ` : '';
    this.#problemi.add({
      riga,
      colonna: indice + 1,
      intestazione,
      valore,
      regola,
      messaggio: `${soggetto}${motivo} Nella colonna «${intestazione}» serve ${atteso}.${isSola(celle) ? TITOLO_DI_GRUPPO : ''}`,
    });
  }
}

const TITOLO_DI_GRUPPO = ' Se è il titolo delle righe che seguono, si indica come nota correggendo la lettura.';

/** A line of one cell among lines of many. */
function isSola(celle: readonly string[]): boolean {
  return celle.length > 2 && celle.filter((cella) => cella.trim() !== '').length === 1;
}
