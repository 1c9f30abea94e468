/** One line of facts -> its canonical rows, by the plan made from the header. This runs for every cell of a national file. */
import type { Valore } from '../tabella.ts';
import { sumAddendi } from './addendi.ts';
import type { Cella } from './cella-di-piano.ts';
import type { Gruppo } from './gruppi.ts';
import type { Interprete } from './interprete.ts';
import type { LettoreDichiarati } from './lettore-dichiarati.ts';
import type { Piano } from './piano.ts';
import type { Raccolta } from './raccolta.ts';
import { readScarti } from './scarto.ts';
import type { VerificaRiga } from './verifica-riga.ts';

interface Opzioni {
  readonly piano: Piano;
  readonly raccolta: Raccolta;
  readonly verifica: VerificaRiga;
  readonly dichiarati: LettoreDichiarati;
  readonly interprete: Interprete;
}

/** A line and what it is about. */
export interface Capo {
  readonly riga: number;
  readonly celle: readonly string[];
  /** Null where it could not be read, or where no line names one. */
  readonly comune: string | null;
}

export class LettoreFatti {
  readonly #opzioni: Opzioni;
  readonly #piano: Piano;
  readonly #conComune: boolean;
  /** What the cells of the line at hand hold, by position in the plan: overwritten by the next line. */
  readonly #chiavi: Valore[] = [];
  readonly #pronti: Valore[][] = [];
  readonly #dichiarati: Valore[] = [];
  /** The key that stands first in the line, and groups those that follow. */
  readonly #prima: Cella | null;
  #conVuote = false;
  #valido = true;
  /** As many cells as the header has, or a line that was read. */
  #larghezza: number;

  constructor(opzioni: Opzioni) {
    this.#opzioni = opzioni;
    this.#piano = opzioni.piano;
    this.#larghezza = this.#piano.intestazioni.length;
    const [prima] = this.#piano.chiavi.toSorted((a, b) => a.indice - b.indice);
    this.#prima = prima?.indice === 0 ? prima : null;
    this.#conComune = this.#piano.celle.comune >= 0 || this.#piano.celle.codice >= 0;
  }

  /** Where the comune could not be read the other cells are still checked, so that every problem is told at once. */
  read(capo: Capo): void {
    const { piano, raccolta, verifica } = this.#opzioni;
    this.#valido = !(this.#conComune && capo.comune === null);
    if (capo.celle.length !== piano.larghezza && !verifica.checkLarghezza(capo)) {
      this.#leaveIllegibile(capo);
      return;
    }
    if (piano.sconosciute.length > 0 && !verifica.checkPersonali(capo)) this.#valido = false;
    if (piano.ignote.length > 0 && !verifica.checkParte(capo)) this.#valido = false;
    // Plain loops on arrays made once.
    for (let indice = 0; indice < piano.chiavi.length; indice++) {
      const chiave = piano.chiavi[indice];
      if (chiave !== undefined) this.#chiavi[indice] = this.#readChiave(chiave, capo, indice);
    }
    const conChiave = this.#valido;
    for (let indice = 0; indice < piano.gruppi.length; indice++) {
      const gruppo = piano.gruppi[indice];
      if (gruppo !== undefined) this.#pronti[indice] = this.#readGruppo(gruppo, capo);
    }
    for (let indice = 0; indice < piano.dichiarate.length; indice++) {
      const misura = piano.dichiarate[indice];
      if (misura !== undefined) this.#dichiarati[indice] = this.#readCella(misura, capo);
    }
    if (this.#valido) {
      this.#larghezza = Math.max(this.#larghezza, capo.celle.length);
      this.#emit(capo);
      return;
    }
    if (capo.celle.length > this.#larghezza) verifica.refuseSpostata(capo);
    if (raccolta.onScarto) readScarti(piano, capo).forEach(raccolta.onScarto);
    if (conChiave) this.#emitMalformati(capo);
    else if (capo.comune !== null) raccolta.addInErrore(capo.comune);
  }

  /** Which cell lacks is not known, and so no key of the line: the comune is, unless others stand before it. */
  #leaveIllegibile(capo: Capo): void {
    const { piano, raccolta } = this.#opzioni;
    if (piano.chiavi.length === 0) this.#emitMalformati(capo);
    else if (capo.comune !== null) raccolta.addInErrore(capo.comune);
    raccolta.onScarto?.({ riga: capo.riga, celle: capo.celle, valori: {}, posti: {} });
  }

  #readChiave(chiave: Cella, capo: Capo, indice: number): Valore {
    const valore = this.#readCella(chiave, capo);
    if (valore !== null) return valore;
    // What the line above says is still there.
    if (chiave === this.#prima && (this.#chiavi[indice] ?? null) !== null) this.#warnVuota(chiave, capo);
    if (chiave.obbligatoria && this.#valido) {
      this.#opzioni.verifica.refuseVuota(capo, chiave);
      this.#valido = false;
    }
    return null;
  }

  /** Merged cells, saved as text, are empty below the first: here an empty one has a meaning of its own. */
  #warnVuota({ titolo, obbligatoria }: Cella, { riga }: Capo): void {
    if (this.#conVuote || obbligatoria) return;
    this.#conVuote = true;
    this.#opzioni.interprete.warn(
      `«${titolo}» è vuota alla riga ${riga}, ed è letta come non indicata. Se vale quella di sopra (celle unite), va ripetuta.`,
    );
  }

  /** A row with what holds for its whole line, and its measures. */
  #readGruppo(gruppo: Gruppo, capo: Capo): Valore[] {
    const { misure, posti } = gruppo;
    const dati = this.#placeCapo(gruppo, capo);
    for (let indice = 0; indice < misure.length; indice++) {
      const misura = misure[indice];
      if (misura !== undefined) dati[posti.misure[indice] ?? -1] = this.#readCella(misura, capo);
    }
    if (gruppo.conSomme) this.#addAltri(gruppo, capo, dati);
    return dati;
  }

  #addAltri({ misure, posti }: Gruppo, capo: Capo, dati: Valore[]): void {
    for (const [indice, { altri }] of misure.entries()) {
      if (altri.length === 0) continue;
      const posto = posti.misure[indice] ?? -1;
      dati[posto] = sumAddendi([dati[posto] ?? null, ...altri.map((altro) => this.#readCella(altro, capo))]);
    }
  }

  #placeCapo({ modello, posti, forma }: Gruppo, { comune }: Capo): Valore[] {
    const dati = modello.slice();
    if (comune !== null && forma.comune >= 0) {
      dati[forma.comune] = comune;
      if (posti.codice >= 0) dati[posti.codice] = comune;
    }
    for (let indice = 0; indice < posti.chiavi.length; indice++) {
      dati[posti.chiavi[indice] ?? -1] = this.#chiavi[indice] ?? null;
    }
    return dati;
  }

  #emit(capo: Capo): void {
    const { piano, raccolta, dichiarati } = this.#opzioni;
    const { riga, celle, comune } = capo;
    for (let indice = 0; indice < piano.gruppi.length; indice++) {
      const dati = this.#pronti[indice];
      const forma = piano.gruppi[indice]?.forma;
      if (dati && forma) raccolta.add({ riga, forma, dati, celle });
    }
    if (piano.dichiarate.length === 0) return;
    const valori: Record<string, Valore> = { ...piano.noti, ...(comune !== null && { comune }) };
    for (const [indice, chiave] of piano.chiavi.entries()) valori[chiave.id] = this.#chiavi[indice] ?? null;
    dichiarati.addDellaRiga(capo, valori, this.#dichiarati);
  }

  /** The places of a line whose figures could not be read. */
  #emitMalformati(capo: Capo): void {
    if (this.#conComune && capo.comune === null) return;
    const { riga, celle } = capo;
    for (const gruppo of this.#piano.gruppi) {
      const dati = this.#placeCapo(gruppo, capo);
      this.#opzioni.raccolta.addMalformato({ riga, forma: gruppo.forma, dati, celle });
    }
  }

  #readCella(cella: Cella, capo: Capo): Valore {
    const letto = cella.read(capo.celle[cella.indice] ?? '');
    if (typeof letto !== 'object' || letto === null) return letto;
    this.#valido = false;
    this.#opzioni.verifica.refuseCella(letto, capo, cella);
    return null;
  }
}
