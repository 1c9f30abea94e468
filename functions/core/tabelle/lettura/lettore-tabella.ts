/** Lines below a header -> canonical rows and declared totals, by the plan made from that header. */
import { AMBITO_INTERO } from '../../ambito.ts';
import type { RuoloRiga } from '../correzioni.ts';
import type { Dichiarato, Valore } from '../tabella.ts';
import { createLettoreCella, type LettoreCella } from './celle.ts';
import type { LettoreComuni } from './comuni.ts';
import { parsePeriodoScritto } from './date.ts';
import { toPosizione } from './fatto.ts';
import type { Interprete } from './interprete.ts';
import { classifyEtichetta, classifyLinea, isVuota } from './linee.ts';
import { rememberLetti } from './memoria.ts';
import { detectPersonale } from './personali.ts';
import type { Cella, Gruppo, Misura, Piano } from './piano.ts';
import type { ElencoProblemi } from './problemi.ts';
import type { Raccolta } from './raccolta.ts';
import { Rifiuto } from './rifiuto.ts';
import { readScarti } from './scarto.ts';
import { normalizeTesto } from './testo.ts';

export interface OpzioniTabella {
  readonly piano: Piano;
  readonly parte: string;
  readonly readComune: LettoreComuni;
  readonly raccolta: Raccolta;
  readonly problemi: ElencoProblemi;
  readonly interprete: Interprete;
}

/** Distinct ways of writing a comune that are kept with their code. */
const MASSIMI_COMUNI = 50_000;

type Valori = Record<string, Valore>;

/** A comune that is none of the ambito's, in a table that has those of half the country. */
const ALTROVE = Symbol('altrove');
type Comune = string | null | Rifiuto | typeof ALTROVE;

/** What a line is about. */
interface Capo {
  readonly riga: number;
  readonly comune: string | null;
}

export class LettoreTabella {
  readonly #opzioni: OpzioniTabella;
  readonly #piano: Piano;
  readonly #readPercentuale: LettoreCella = createLettoreCella({ formato: 'percentuale' });
  readonly #readNome: LettoreComuni;
  readonly #conComune: boolean;
  readonly #testata: string;
  readonly #personali = new Set<number>();
  /** Cells that hold free text, where a row may be as long as a sentence. */
  readonly #testi: ReadonlySet<number>;
  /** What the cells of the line at hand hold, by position in the plan: overwritten by the next line. */
  readonly #chiavi: Valore[] = [];
  readonly #pronti: Valore[][] = [];
  readonly #dichiarati: Valore[] = [];
  #ultimoNome: string | null = null;
  #ultimoCodice: string | null = null;
  #ultimoComune: Comune = null;
  readonly #altri = new Set<string>();
  #righeAltrove = 0;
  #valido = true;

  constructor(opzioni: OpzioniTabella) {
    this.#opzioni = opzioni;
    this.#piano = opzioni.piano;
    this.#readNome = rememberLetti(opzioni.readComune, MASSIMI_COMUNI);
    this.#conComune = this.#piano.celle.comune >= 0 || this.#piano.celle.codice >= 0;
    const testi = this.#conComune ? [] : this.#piano.chiavi.filter(({ formato }) => formato === 'testo');
    this.#testi = new Set(testi.map(({ indice }) => indice));
    this.#testata = normalizeTesto(opzioni.piano.intestazioni.join(' '));
  }

  /** @param ruolo what a person says that the line is, whatever it looks like */
  read(scritte: readonly string[], riga: number, ruolo?: RuoloRiga): void {
    const { piano } = this.#opzioni;
    const celle = piano.daCorreggere < 0 ? scritte : this.#leaveMessaggio(scritte, riga);
    if (ruolo === 'totale') {
      this.#readTotale(celle, riga, 'totale');
      return;
    }
    const conSpecie = ruolo !== 'dato';
    let comune = piano.comuneFisso;
    if (this.#conComune) {
      const letto = this.#readComune(celle);
      if (letto === ALTROVE) {
        this.#righeAltrove += 1;
        return;
      }
      if (typeof letto !== 'string') {
        if (!isVuota(celle) && !(conSpecie && this.#isSpeciale(celle, riga))) this.#refuseComune(celle, riga, letto);
        return;
      }
      comune = letto;
    } else if (isVuota(celle) || (conSpecie && this.#isSpeciale(celle, riga))) return;
    this.#readFatti(celle, riga, comune);
  }

  /** Lines of comuni outside the ambito, which the table was left without, and how many comuni they are of. */
  get altrove(): { readonly righe: number; readonly comuni: number } {
    return { righe: this.#righeAltrove, comuni: this.#altri.size };
  }

  /**
   * A copy to be corrected carries its messages in a column of their own, which says nothing once the cells are mended: but a line that
   * has nothing else still waits for somebody.
   * @returns the line without its message
   */
  #leaveMessaggio(scritte: readonly string[], riga: number): readonly string[] {
    const { daCorreggere } = this.#piano;
    const messaggio = (scritte[daCorreggere] ?? '').trim();
    if (messaggio === '') return scritte;
    const celle = scritte.with(daCorreggere, '');
    if (isVuota(celle)) {
      this.#opzioni.problemi.add({
        riga,
        colonna: daCorreggere + 1,
        intestazione: this.#piano.intestazioni[daCorreggere] ?? '',
        valore: messaggio,
        regola: 'riga-da-completare',
        messaggio: `Questa riga aspetta di essere riscritta nelle colonne della tabella: ${messaggio} Se non serve più, va tolta.`,
      });
    }
    return celle;
  }

  /** The comune of the line above, where the cells are the same: a table by age repeats it two hundred times. */
  #readComune(celle: readonly string[]): Comune {
    const { comune, codice } = this.#piano.celle;
    const nome = comune < 0 ? '' : (celle[comune] ?? '');
    const cifre = codice < 0 ? '' : (celle[codice] ?? '');
    if (cifre !== this.#ultimoCodice || nome !== this.#ultimoNome) {
      this.#ultimoComune = this.#joinComune(nome, cifre);
      this.#ultimoCodice = cifre;
      this.#ultimoNome = nome;
    }
    return this.#ultimoComune;
  }

  /** Name and code of one comune, or the one that is there. */
  #joinComune(nome: string, cifre: string): Comune {
    const perNome = this.#readNome(nome);
    const perCodice = this.#readNome(cifre);
    // The code decides: half the names of Italy resemble another's.
    if (this.#piano.escludeAltri && typeof perNome !== 'string' && isAltrove(perCodice)) {
      this.#altri.add(cifre.trim());
      return ALTROVE;
    }
    if (perNome instanceof Rifiuto) return perNome;
    if (perCodice === null || perNome === perCodice) return perNome;
    if (perCodice instanceof Rifiuto) return perNome === AMBITO_INTERO ? perNome : perCodice;
    if (perNome === null) return perCodice;
    return new Rifiuto('comune-contraddetto', `il codice ${cifre.trim()} è di un altro comune.`);
  }

  /** A line whose comune is not one. */
  #refuseComune(celle: readonly string[], riga: number, letto: null | Rifiuto): void {
    const { comune, codice } = this.#piano.celle;
    const inErrore =
      comune >= 0 && !(letto instanceof Rifiuto && codice >= 0 && letto.regola.startsWith('codice')) ? comune : codice;
    const motivo = letto ?? new Rifiuto('comune-non-indicato', 'la riga non dice di quale comune parla.');
    this.#refuseCella(motivo, {
      celle,
      riga,
      indice: inErrore,
      atteso: 'il nome o il codice ISTAT di un comune dell’ambito',
    });
    if (motivo.proposta !== undefined) this.#opzioni.raccolta.addInErrore(motivo.proposta);
    this.#readFatti(celle, riga, null);
  }

  /** Whether the line is a note, a total, the header again: told and done with here. */
  #isSpeciale(celle: readonly string[], riga: number): boolean {
    const { interprete } = this.#opzioni;
    const comune = this.#piano.celle.comune;
    const inTesto = this.#testi.has(celle.findIndex((cella) => cella.trim() !== ''));
    const specie = (comune >= 0 && classifyEtichetta(celle[comune] ?? '')) || classifyLinea(celle, inTesto);
    if (specie === 'nota') {
      interprete.exclude(riga, celle, 'nota');
      return true;
    }
    if (specie === 'totale' || specie === 'percentuali') {
      this.#readTotale(celle, riga, specie);
      return true;
    }
    if (normalizeTesto(celle.join(' ')) !== this.#testata) return false;
    interprete.exclude(riga, celle, 'intestazione ripetuta');
    return true;
  }

  #readTotale(celle: readonly string[], riga: number, specie: 'totale' | 'percentuali'): void {
    this.#opzioni.interprete.exclude(
      riga,
      celle,
      'totale dichiarato: è confrontato con la somma, non aggiunto ai dati',
    );
    this.#declare(celle, riga, specie);
  }

  /** @param comune null where it could not be read: the other cells are still checked, so that every problem is told at once */
  #readFatti(celle: readonly string[], riga: number, comune: string | null): void {
    const { piano, raccolta } = this.#opzioni;
    this.#valido = !(this.#conComune && comune === null);
    if (celle.length !== piano.larghezza && !this.#checkLarghezza(celle, riga)) {
      // Which cell lacks is not known, and so no key of the line: the comune is, unless others stand before it.
      if (piano.chiavi.length === 0) this.#emitMalformati(celle, { riga, comune });
      else if (comune !== null) raccolta.addInErrore(comune);
      raccolta.onScarto?.({ riga, celle, valori: {}, posti: {} });
      return;
    }
    if (piano.sconosciute.length > 0) this.#checkPersonali(celle, riga);
    const capo = { riga, comune };
    // Plain loops on arrays made once: this runs for every cell of a national file.
    for (let indice = 0; indice < piano.chiavi.length; indice++) {
      const chiave = piano.chiavi[indice];
      if (chiave === undefined) continue;
      const valore = this.#readCella(chiave, celle, riga);
      if (valore === null && chiave.obbligatoria) this.#refuseVuota(chiave, celle, riga);
      this.#chiavi[indice] = valore;
    }
    const conChiave = this.#valido;
    for (let indice = 0; indice < piano.gruppi.length; indice++) {
      const gruppo = piano.gruppi[indice];
      if (gruppo !== undefined) this.#pronti[indice] = this.#readGruppo(gruppo, celle, capo);
    }
    for (let indice = 0; indice < piano.dichiarate.length; indice++) {
      const misura = piano.dichiarate[indice];
      if (misura !== undefined) this.#dichiarati[indice] = this.#readCella(misura, celle, riga);
    }
    if (this.#valido) {
      this.#emit(celle, riga, comune);
      return;
    }
    if (raccolta.onScarto) readScarti(piano, { riga, celle, comune }).forEach(raccolta.onScarto);
    if (conChiave) this.#emitMalformati(celle, capo);
    else if (comune !== null) raccolta.addInErrore(comune);
  }

  /** The places of a line whose figures could not be read. */
  #emitMalformati(celle: readonly string[], capo: Capo): void {
    if (this.#conComune && capo.comune === null) return;
    for (const gruppo of this.#piano.gruppi) {
      const dati = this.#placeCapo(gruppo, capo);
      this.#opzioni.raccolta.addMalformato({ riga: capo.riga, forma: gruppo.forma, dati, celle });
    }
  }

  #readGruppo(gruppo: Gruppo, celle: readonly string[], capo: Capo): Valore[] {
    const { misure, posti } = gruppo;
    const dati = this.#placeCapo(gruppo, capo);
    for (let indice = 0; indice < misure.length; indice++) {
      const misura = misure[indice];
      if (misura !== undefined) dati[posti.misure[indice] ?? -1] = this.#readCella(misura, celle, capo.riga);
    }
    return dati;
  }

  /** A row with what holds for its whole line, measures apart. */
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

  #emit(celle: readonly string[], riga: number, comune: string | null): void {
    const { piano, raccolta } = this.#opzioni;
    const { gruppi } = piano;
    for (let indice = 0; indice < gruppi.length; indice++) {
      const dati = this.#pronti[indice];
      const forma = gruppi[indice]?.forma;
      if (dati && forma) raccolta.add({ riga, forma, dati, celle });
    }
    if (piano.dichiarate.length === 0) return;
    const base: Valori = { ...piano.noti, ...(comune !== null && { comune }) };
    for (const [indice, chiave] of piano.chiavi.entries()) base[chiave.id] = this.#chiavi[indice] ?? null;
    for (const [indice, misura] of piano.dichiarate.entries()) {
      const valore = this.#dichiarati[indice] ?? null;
      if (typeof valore !== 'number' || misura.ruolo === null) continue;
      this.#add({ celle, riga, misura, valore, ruolo: misura.ruolo }, { ...base, ...misura.impliciti });
    }
  }

  #declare(celle: readonly string[], riga: number, specie: 'totale' | 'percentuali'): void {
    const { piano, raccolta } = this.#opzioni;
    if (celle.length !== piano.larghezza && !this.#checkLarghezza(celle, riga)) {
      raccolta.incompleta = true;
      return;
    }
    const base: Record<string, Valore> = { comune: piano.comuneFisso ?? AMBITO_INTERO };
    const etichetta = celle.findIndex((cella) => cella.trim() !== '');
    for (const chiave of piano.chiavi) {
      if (chiave.indice === etichetta) continue;
      const valore = this.#readPeriodoTotale(chiave, celle, riga);
      if (valore !== null) base[chiave.id] = valore;
    }
    for (const misura of [...piano.gruppi.flatMap((gruppo) => gruppo.misure), ...piano.dichiarate]) {
      const read = specie === 'percentuali' ? this.#readPercentuale : misura.read;
      const valore = this.#readCella({ ...misura, read }, celle, riga);
      if (typeof valore !== 'number') continue;
      const valori = { ...piano.noti, ...base, ...misura.impliciti };
      for (const ruolo of listRuoli(misura, specie)) this.#add({ celle, riga, misura, valore, ruolo }, valori);
    }
  }

  /** A total over several years names their span where the lines above name one year. */
  #readPeriodoTotale(chiave: Cella, celle: readonly string[], riga: number): Valore {
    if (chiave.formato === 'anno') {
      const periodo = parsePeriodoScritto(celle[chiave.indice] ?? '');
      if (typeof periodo === 'string') return /^\d{4}$/.test(periodo) ? Number(periodo) : periodo;
    }
    return this.#readCella(chiave, celle, riga);
  }

  #add(
    {
      celle,
      riga,
      misura,
      valore,
      ruolo,
    }: {
      readonly celle: readonly string[];
      readonly riga: number;
      readonly misura: Misura;
      readonly valore: number;
      readonly ruolo: Dichiarato['ruolo'];
    },
    valori: Readonly<Record<string, Valore>>,
  ): void {
    const { codice_istat: _codice, ...chiave } = valori;
    const posizione = toPosizione({ riga, celle }, this.#piano.intestazioni, misura.indice);
    this.#opzioni.raccolta.addDichiarato({
      parte: this.#opzioni.parte,
      ruolo,
      misura: misura.id,
      valori: chiave,
      valore,
      posizione,
    });
  }

  #readCella(cella: Cella, celle: readonly string[], riga: number): Valore {
    const letto = cella.read(celle[cella.indice] ?? '');
    if (typeof letto !== 'object' || letto === null) return letto;
    this.#refuseCella(letto, { celle, riga, indice: cella.indice, atteso: cella.atteso });
    return null;
  }

  #refuseVuota(cella: Cella, celle: readonly string[], riga: number): void {
    const scritto = (celle[cella.indice] ?? '').trim();
    const motivo = new Rifiuto('valore-mancante', scritto === '' ? 'la cella è vuota.' : 'non dice nulla.');
    if (this.#valido) this.#refuseCella(motivo, { celle, riga, indice: cella.indice, atteso: cella.atteso });
  }

  #refuseCella(
    { regola, motivo }: Rifiuto,
    {
      celle,
      riga,
      indice,
      atteso,
    }: {
      readonly celle: readonly string[];
      readonly riga: number;
      readonly indice: number;
      readonly atteso: string;
    },
  ): void {
    this.#valido = false;
    // Personal data is not repeated, not even to refuse it.
    const valore = regola === 'dati-personali' ? null : (celle[indice] ?? '');
    const intestazione = this.#piano.intestazioni[indice] ?? '';
    const soggetto = valore?.trim() ? `«${valore.trim().slice(0, 80)}»: ` : '';
    this.#opzioni.problemi.add({
      riga,
      colonna: indice + 1,
      intestazione,
      valore,
      regola,
      messaggio: `${soggetto}${motivo} Nella colonna «${intestazione}» serve ${atteso}.`,
    });
  }

  /** Cells past the last named column must be empty; fewer cells than columns would shift the figures unseen. */
  #checkLarghezza(celle: readonly string[], riga: number): boolean {
    const { larghezza } = this.#piano;
    const { problemi } = this.#opzioni;
    if (celle.length < larghezza) {
      problemi.add({
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
    problemi.add({
      riga,
      colonna: inPiu + 1,
      valore: celle[inPiu] ?? null,
      regola: 'riga-lunga',
      messaggio: `La riga ha ${celle.length} celle e la tabella ha ${larghezza} colonne: forse un testo o un numero contiene il carattere che separa le colonne, e va messo tra virgolette.`,
    });
    return false;
  }

  #checkPersonali(celle: readonly string[], riga: number): void {
    for (const indice of this.#piano.sconosciute) {
      const trovato = detectPersonale(celle[indice] ?? '');
      if (!trovato || this.#personali.has(indice)) continue;
      this.#personali.add(indice);
      this.#opzioni.problemi.add({
        riga,
        colonna: indice + 1,
        intestazione: this.#piano.intestazioni[indice] ?? '',
        valore: null,
        regola: 'dati-personali',
        messaggio: `La colonna contiene ${trovato}: i dati personali non si accettano. Va tolta dal file.`,
      });
      this.#valido = false;
    }
  }
}

function listRuoli(misura: Misura, specie: 'totale' | 'percentuali'): Dichiarato['ruolo'][] {
  if (specie === 'percentuali') return ['quota-percentuale'];
  if (misura.ruolo === null) return [misura.rapporto ? 'valore' : 'somma-colonna'];
  return misura.ruolo === 'somma-riga' ? ['somma-riga', 'somma-colonna'] : [misura.ruolo];
}

/** A code well written, of a comune that the ambito has not. */
function isAltrove(perCodice: string | null | Rifiuto): boolean {
  return perCodice instanceof Rifiuto && perCodice.regola === 'comune-estraneo';
}
