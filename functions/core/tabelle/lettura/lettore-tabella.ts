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
import type { Problema } from './problema.ts';
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

/** Of some of the lines, and which ones only a person can tell. */
const PARZIALE =
  /^(?:sub ?total[ei]|total[ei] (?:parzial[ei]|(?:macro ?)?(?:area|attivita)|asse|settore|obiettivo|azione))\b/;
const MOTIVO_PARZIALE = 'totale parziale o media: non confrontato con la somma';
const MEDIA = /^(?:valore )?medi[ao](?: (?:dell )?ambito| dei comuni)?$/;

/** Codes of the first and of the last digit. */
const [ZERO, NOVE] = [0x30, 0x39] as const;

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
  /** Headings of the columns that name a line, by 0-based cell. */
  readonly #capi: readonly (readonly [indice: number, titolo: string])[];
  /** 0-based cell of the year, -1 where a row has none. */
  readonly #anno: number;
  /** Another table has begun: of its lines nothing is known. */
  #finita = false;
  /** Cells that hold free text, where a row may be as long as a sentence. */
  readonly #testi: ReadonlySet<number>;

  constructor(opzioni: OpzioniTabella) {
    const { piano, parte, raccolta, problemi, readComune, interprete } = opzioni;
    this.#opzioni = opzioni;
    this.#piano = piano;
    this.#verifica = new VerificaRiga(piano, problemi);
    this.#comune = new ComuneDiRiga(piano, readComune);
    this.#dichiarati = new LettoreDichiarati({ piano, parte, raccolta, verifica: this.#verifica });
    this.#fatti = new LettoreFatti({
      piano,
      raccolta,
      verifica: this.#verifica,
      dichiarati: this.#dichiarati,
      interprete,
    });
    this.#conComune = piano.celle.comune >= 0 || piano.celle.codice >= 0;
    const testi = this.#conComune ? [] : piano.chiavi.filter(({ formato }) => formato === 'testo');
    this.#testi = new Set(testi.map(({ indice }) => indice));
    this.ignorate = new Set([...piano.sconosciute, piano.daCorreggere]);
    const { celle: posti, chiavi, intestazioni } = piano;
    this.#capi = [posti.comune, posti.codice, ...chiavi.map(({ indice }) => indice)].flatMap((indice) => {
      const titolo = normalizeTesto(intestazioni[indice] ?? '');
      return titolo === '' ? [] : [[indice, titolo] as const];
    });
    this.#anno = chiavi.find(({ formato }) => formato === 'anno')?.indice ?? -1;
    this.#testata = normalizeTesto(piano.intestazioni.join(' '));
  }

  /**
   * @param ruolo what a person says that the line is, whatever it looks like
   * @returns false where the line is of a comune outside the ambito, and nothing of it is taken
   */
  read(scritte: readonly string[], riga: number, ruolo?: RuoloRiga): boolean {
    if (this.#finita) return true;
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
      if (conSpecie && this.#isTotaleDiComune(celle)) {
        this.#readTotale({ riga, celle }, 'totale', comune);
        return true;
      }
    } else if (isVuota(celle) || (conSpecie && this.#isSpeciale({ riga, celle }))) return true;
    this.#fatti.read({ riga, celle, comune });
    return true;
  }

  /** The years of one comune together, below them: «Totale» stands where the year does. A figure, as nearly all rows have, is told at once. */
  #isTotaleDiComune(celle: readonly string[]): boolean {
    const anno = this.#anno < 0 ? '' : (celle[this.#anno] ?? '');
    const prima = anno.charCodeAt(0);
    return (prima < ZERO || prima > NOVE) && classifyEtichetta(anno) === 'totale';
  }

  get piano(): Piano {
    return this.#piano;
  }

  get altrove(): Altrove {
    return this.#comune.altrove;
  }

  /** A line whose comune is not one. */
  #refuseComune(capo: Capo, letto: null | Rifiuto): void {
    const motivo = letto ?? new Rifiuto('comune-non-indicato', this.#comune.describeNonIndicato());
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
    const etichetta = normalizeTesto(celle.find((cella) => cella.trim() !== '') ?? '');
    if (PARZIALE.test(etichetta) || (comune >= 0 && MEDIA.test(etichetta))) {
      interprete.exclude(riga, celle, MOTIVO_PARZIALE);
      return true;
    }
    const specie = (comune >= 0 && classifyEtichetta(celle[comune] ?? '')) || classifyLinea(celle, inTesto);
    if (specie === 'nota') {
      interprete.exclude(riga, celle, 'nota');
      return true;
    }
    if (specie === 'totale' || specie === 'percentuali') {
      this.#readTotale(linea, specie);
      return true;
    }
    if (normalizeTesto(celle.join(' ')) === this.#testata) {
      interprete.exclude(riga, celle, 'intestazione ripetuta');
      return true;
    }
    if (!this.#isAltraTestata(celle)) return false;
    this.#opzioni.problemi.add(describeAltraTabella(linea));
    this.#opzioni.raccolta.incompleta = true;
    this.#finita = true;
    return true;
  }

  /** A name of ours stands again over its column, and nothing in the line is a figure, unless it is a year. */
  #isAltraTestata(celle: readonly string[]): boolean {
    const ripetuta = this.#capi.some(([indice, titolo]) => normalizeTesto(celle[indice] ?? '') === titolo);
    return ripetuta && celle.every((cella) => !/\d/.test(cella) || /(?:^|\D)(?:19|20)\d{2}(?:\D|$)/.test(cella));
  }

  #readTotale(linea: Linea, specie: SpecieTotale, comune?: string): void {
    this.#opzioni.interprete.exclude(linea.riga, linea.celle, MOTIVO_TOTALE);
    this.#dichiarati.readTotale(linea, specie, comune);
  }
}

function describeAltraTabella({ riga, celle }: Linea): Problema {
  return {
    riga,
    colonna: null,
    valore: celle.join(' | '),
    regola: 'altra-tabella',
    messaggio:
      'Questa riga sembra l’intestazione di un’altra tabella: sotto non si sa che cosa dicono le colonne. Ogni tabella va in un file suo.',
  };
}
