/** Lines below a header: facts, totals, notes, the header again; each goes where it belongs. */
import type { RuoloRiga } from '../correzioni.ts';
import { ALTROVE, type Altrove, ComuneDiRiga } from './comune-di-riga.ts';
import type { LettoreComuni } from './comuni.ts';
import type { Interprete } from './interprete.ts';
import type { Linea } from './layout.ts';
import { LettoreDichiarati, type SpecieTotale } from './lettore-dichiarati.ts';
import { type Capo, LettoreFatti } from './lettore-fatti.ts';
import { classifyEtichetta, classifyLinea, isVuota } from './linee.ts';
import type { Piano } from './piano.ts';
import type { ElencoProblemi } from './problemi.ts';
import type { Raccolta } from './raccolta.ts';
import { Rifiuto } from './rifiuto.ts';
import { normalizeTesto } from './testo.ts';
import { VerificaRiga } from './verifica-riga.ts';

export interface OpzioniTabella {
  readonly piano: Piano;
  readonly parte: string;
  readonly readComune: LettoreComuni;
  readonly raccolta: Raccolta;
  readonly problemi: ElencoProblemi;
  readonly interprete: Interprete;
}

const ATTESO_COMUNE = 'il nome o il codice ISTAT di un comune dell’ambito';
const MOTIVO_TOTALE = 'totale dichiarato: è confrontato con la somma, non aggiunto ai dati';

export class LettoreTabella {
  readonly #opzioni: OpzioniTabella;
  readonly #piano: Piano;
  readonly #verifica: VerificaRiga;
  readonly #comune: ComuneDiRiga;
  readonly #dichiarati: LettoreDichiarati;
  readonly #fatti: LettoreFatti;
  readonly #conComune: boolean;
  /** 0-based cells that nobody reads. */
  readonly ignorate: ReadonlySet<number>;
  /** The header as one text. */
  readonly #testata: string;
  /** Cells that hold free text, where a row may be as long as a sentence. */
  readonly #testi: ReadonlySet<number>;

  constructor(opzioni: OpzioniTabella) {
    const { piano, parte, raccolta, problemi, readComune } = opzioni;
    this.#opzioni = opzioni;
    this.#piano = piano;
    this.#verifica = new VerificaRiga(piano, problemi);
    this.#comune = new ComuneDiRiga(piano, readComune);
    this.#dichiarati = new LettoreDichiarati({ piano, parte, raccolta, verifica: this.#verifica });
    this.#fatti = new LettoreFatti({ piano, raccolta, verifica: this.#verifica, dichiarati: this.#dichiarati });
    this.#conComune = piano.celle.comune >= 0 || piano.celle.codice >= 0;
    const testi = this.#conComune ? [] : piano.chiavi.filter(({ formato }) => formato === 'testo');
    this.#testi = new Set(testi.map(({ indice }) => indice));
    this.ignorate = new Set([...piano.sconosciute, piano.daCorreggere]);
    this.#testata = normalizeTesto(piano.intestazioni.join(' '));
  }

  /**
   * @param ruolo what a person says that the line is, whatever it looks like
   * @returns false where the line is of a comune outside the ambito, and nothing of it is taken
   */
  read(scritte: readonly string[], riga: number, ruolo?: RuoloRiga): boolean {
    const celle = this.#piano.daCorreggere < 0 ? scritte : this.#verifica.leaveMessaggio({ riga, celle: scritte });
    if (ruolo === 'totale') {
      this.#readTotale({ riga, celle }, 'totale');
      return true;
    }
    const conSpecie = ruolo !== 'dato';
    let comune = this.#piano.comuneFisso;
    if (this.#conComune) {
      const letto = this.#comune.read(celle);
      if (letto === ALTROVE) return false;
      if (typeof letto !== 'string') {
        if (isVuota(celle) || (conSpecie && this.#isSpeciale({ riga, celle }))) return true;
        this.#refuseComune({ riga, celle, comune: null }, letto);
        return true;
      }
      comune = letto;
    } else if (isVuota(celle) || (conSpecie && this.#isSpeciale({ riga, celle }))) return true;
    this.#fatti.read({ riga, celle, comune });
    return true;
  }

  get altrove(): Altrove {
    return this.#comune.altrove;
  }

  /** A line whose comune is not one. */
  #refuseComune(capo: Capo, letto: null | Rifiuto): void {
    const motivo = letto ?? new Rifiuto('comune-non-indicato', 'la riga non dice di quale comune parla.');
    this.#verifica.refuseCella(motivo, capo, { indice: this.#comune.findInErrore(capo.celle), atteso: ATTESO_COMUNE });
    if (motivo.proposta !== undefined) this.#opzioni.raccolta.addInErrore(motivo.proposta);
    this.#fatti.read(capo);
  }

  /** Whether the line is a note, a total, the header again: told and done with here. */
  #isSpeciale(linea: Linea): boolean {
    const { celle, riga } = linea;
    const { interprete } = this.#opzioni;
    const { comune } = this.#piano.celle;
    const inTesto = this.#testi.has(celle.findIndex((cella) => cella.trim() !== ''));
    const specie = (comune >= 0 && classifyEtichetta(celle[comune] ?? '')) || classifyLinea(celle, inTesto);
    if (specie === 'nota') {
      interprete.exclude(riga, celle, 'nota');
      return true;
    }
    if (specie === 'totale' || specie === 'percentuali') {
      this.#readTotale(linea, specie);
      return true;
    }
    if (normalizeTesto(celle.join(' ')) !== this.#testata) return false;
    interprete.exclude(riga, celle, 'intestazione ripetuta');
    return true;
  }

  #readTotale(linea: Linea, specie: SpecieTotale): void {
    this.#opzioni.interprete.exclude(linea.riga, linea.celle, MOTIVO_TOTALE);
    this.#dichiarati.readTotale(linea, specie);
  }
}
