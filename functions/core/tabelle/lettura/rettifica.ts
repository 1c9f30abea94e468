/** The corrections at work on one file: what they say of each line, and which of them have nothing to correct. */
import {
  CorrezioneError,
  type Correzioni,
  IGNORA,
  NESSUNA_CORREZIONE,
  parseCorrezioni,
  type RuoloRiga,
} from '../correzioni.ts';
import type { Tipo } from '../tipo.ts';
import { isNumerico } from './celle.ts';
import { type Interprete, MOTIVO_NOTA } from './interprete.ts';
import type { Intestazione } from './intestazione.ts';
import type { Contesto, Linea } from './layout.ts';
import { detectPersonale } from './personali.ts';
import type { ElencoProblemi } from './problemi.ts';
import { Rifiuto } from './rifiuto.ts';
import { joinElenco } from './testo.ts';

export const CORREZIONE_NON_APPLICABILE = 'correzione-non-applicabile';

/** What the upload says of the reading, or why it says nothing. */
export function readCorrezioni({ correzioni }: Contesto): Correzioni | Rifiuto {
  if (correzioni === undefined) return NESSUNA_CORREZIONE;
  try {
    return parseCorrezioni(correzioni);
  } catch (errore) {
    if (!(errore instanceof CorrezioneError)) throw errore;
    return new Rifiuto('correzione-non-valida', errore.message);
  }
}

export interface OpzioniRettifica {
  readonly tipo: Tipo;
  readonly correzioni: Correzioni;
  readonly problemi: ElencoProblemi;
  readonly interprete: Interprete;
}

export class Rettifica {
  readonly #opzioni: OpzioniRettifica;
  readonly #inAttesa: Set<number>;

  constructor(opzioni: OpzioniRettifica) {
    this.#opzioni = opzioni;
    this.#inAttesa = new Set(opzioni.correzioni.righe.keys());
  }

  /** @returns what a person says that the line is, undefined where nobody does */
  getRuolo(riga: number): RuoloRiga | undefined {
    const ruolo = this.#opzioni.correzioni.righe.get(riga);
    if (ruolo !== undefined) this.#inAttesa.delete(riga);
    return ruolo;
  }

  /** Left out and told, however many there are; personal data stays refused whatever is said of its line. */
  exclude({ riga, celle }: Linea): void {
    this.#opzioni.interprete.excludeIndicata(riga, celle, MOTIVO_NOTA);
    for (const [indice, cella] of celle.entries()) {
      const trovato = detectPersonale(cella);
      if (!trovato) continue;
      this.#opzioni.problemi.add({
        riga,
        colonna: indice + 1,
        valore: null,
        regola: 'dati-personali',
        messaggio: `La cella contiene ${trovato}: i dati personali non si accettano, nemmeno in una nota. Va tolto dal file.`,
      });
    }
  }

  /** What a line cannot be, there where it stands. */
  refuseRiga({ riga, celle }: Linea, motivo: string): void {
    this.#opzioni.problemi.add({
      riga,
      colonna: null,
      valore: celle.join(' | '),
      regola: CORREZIONE_NON_APPLICABILE,
      messaggio: `La riga ${riga} è indicata come ${this.#opzioni.correzioni.righe.get(riga)}, ma ${motivo}.`,
    });
  }

  /** A spreadsheet tells by itself how it is written. */
  checkFoglio(): void {
    const { codifica, separatore, numeri } = this.#opzioni.correzioni;
    if (codifica === undefined && separatore === undefined && numeri.size === 0) return;
    this.#opzioni.problemi.addFile(
      CORREZIONE_NON_APPLICABILE,
      'In un foglio di calcolo codifica, separatore e scrittura dei numeri li dice il foglio stesso: non si correggono.',
    );
  }

  /** @param intestazione as it was found, null where it was not */
  checkIntestazione(intestazione: Intestazione | null): void {
    const { correzioni, problemi } = this.#opzioni;
    if (!intestazione) {
      const indicata = correzioni.intestazione;
      if (!indicata) return;
      problemi.addFile(
        CORREZIONE_NON_APPLICABILE,
        `L’intestazione è indicata alla riga ${indicata.join('-')}, ma una riga così non c’è fra le prime del file, o è vuota.`,
      );
      return;
    }
    for (const [colonna, significato] of correzioni.colonne) this.#checkColonna(intestazione, colonna, significato);
    for (const colonna of correzioni.numeri.keys()) this.#checkNumeri(intestazione, colonna);
  }

  #checkColonna(intestazione: Intestazione, colonna: number, significato: string): void {
    const trovata = intestazione.colonne[colonna - 1];
    if (trovata && (trovata.colonna !== null || significato === IGNORA)) return;
    const { tipo } = this.#opzioni;
    const ammesse = joinElenco(tipo.colonne.map(({ id }) => id));
    this.#refuseColonna(intestazione, {
      colonna,
      messaggio: trovata
        ? `Si è indicato di leggere la colonna ${colonna} come «${significato}», che però non è una colonna della tabella «${tipo.titolo}». Le colonne sono ${ammesse}; vale anche un’intestazione della forma «${intestazione.layout.titolo}».`
        : describeAssente(intestazione, colonna),
    });
  }

  #checkNumeri(intestazione: Intestazione, colonna: number): void {
    const { tipo } = this.#opzioni;
    const trovata = intestazione.colonne[colonna - 1];
    const id = trovata?.colonna?.colonna;
    const formato = trovata?.colonna?.formato ?? tipo.colonne.find((una) => una.id === id)?.formato;
    if (formato && isNumerico(formato)) return;
    this.#refuseColonna(intestazione, {
      colonna,
      messaggio: trovata
        ? `Si è indicato come sono scritti i numeri della colonna ${colonna}, che però non contiene numeri.`
        : describeAssente(intestazione, colonna),
    });
  }

  #refuseColonna(
    { righe, colonne }: Intestazione,
    { colonna, messaggio }: { readonly colonna: number; readonly messaggio: string },
  ): void {
    const titolo = colonne[colonna - 1]?.intestazione;
    this.#opzioni.problemi.add({
      riga: righe[0] ?? null,
      colonna: titolo === undefined ? null : colonna,
      ...(titolo !== undefined && { intestazione: titolo }),
      valore: titolo ?? null,
      regola: CORREZIONE_NON_APPLICABILE,
      messaggio,
    });
  }

  /** Once, when the file is finished: what was said of lines that are not there would be lost in silence. */
  conclude(): void {
    for (const riga of this.#inAttesa) {
      this.#opzioni.problemi.addFile(
        CORREZIONE_NON_APPLICABILE,
        `Si è indicato che cos’è la riga ${riga}, ma nel file non ne comincia nessuna con quel numero.`,
      );
    }
  }
}

function describeAssente({ colonne }: Intestazione, colonna: number): string {
  return `Si è indicato che cos’è la colonna ${colonna}, ma la tabella ha ${colonne.length} colonne.`;
}
