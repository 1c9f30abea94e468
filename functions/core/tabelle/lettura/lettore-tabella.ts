/** Lines below a header -> canonical rows and declared totals, by the plan made from that header. */
import { AMBITO_INTERO } from '../../ambito.ts';
import type { Dichiarato, Valore } from '../tabella.ts';
import { createLettoreCella, type LettoreCella } from './celle.ts';
import type { LettoreComuni } from './comuni.ts';
import { parsePeriodoScritto } from './date.ts';
import type { Interprete } from './interprete.ts';
import { classifyEtichetta, classifyLinea, isVuota } from './linee.ts';
import { detectPersonale } from './personali.ts';
import type { Cella, Gruppo, Misura, Piano } from './piano.ts';
import type { ElencoProblemi } from './problemi.ts';
import { type Raccolta, toPosizione } from './raccolta.ts';
import { Rifiuto } from './rifiuto.ts';
import { normalizeTesto } from './testo.ts';

export interface OpzioniTabella {
  readonly piano: Piano;
  readonly parte: string;
  /** The comune of every line, where the file has no such column. */
  readonly comuneFisso: string | null;
  readonly readComune: LettoreComuni;
  readonly raccolta: Raccolta;
  readonly problemi: ElencoProblemi;
  readonly interprete: Interprete;
}

export class LettoreTabella {
  readonly #opzioni: OpzioniTabella;
  readonly #piano: Piano;
  readonly #readPercentuale: LettoreCella = createLettoreCella({ formato: 'percentuale' });
  readonly #testata: string;
  readonly #personali = new Set<number>();
  #valido = true;

  constructor(opzioni: OpzioniTabella) {
    this.#opzioni = opzioni;
    this.#piano = opzioni.piano;
    this.#testata = normalizeTesto(opzioni.piano.intestazioni.join(' '));
  }

  read(celle: readonly string[], riga: number): void {
    const { piano, comuneFisso, readComune } = this.#opzioni;
    let comune = comuneFisso;
    if (piano.celle.comune >= 0 || piano.celle.codice >= 0) {
      const letto = this.#readComune(celle, readComune);
      if (typeof letto !== 'string') {
        this.#readSpeciale(celle, riga, letto);
        return;
      }
      comune = letto;
    } else if (this.#isSpeciale(celle, riga)) return;
    this.#readFatti(celle, riga, comune);
  }

  #readComune(celle: readonly string[], readComune: LettoreComuni): string | null | Rifiuto {
    const { comune, codice } = this.#piano.celle;
    const perNome = comune < 0 ? null : readComune(celle[comune] ?? '');
    if (codice < 0 || perNome instanceof Rifiuto) return perNome;
    const perCodice = readComune(celle[codice] ?? '');
    if (perCodice === null || perCodice instanceof Rifiuto) {
      return perCodice === null || perNome === AMBITO_INTERO ? perNome : perCodice;
    }
    if (perNome === null || perNome === perCodice) return perCodice;
    return new Rifiuto('comune-contraddetto', `il codice ${(celle[codice] ?? '').trim()} è di un altro comune.`);
  }

  /** A line whose comune is not one: blank, note, total, header again, or in error. */
  #readSpeciale(celle: readonly string[], riga: number, letto: null | Rifiuto): void {
    if (this.#isSpeciale(celle, riga)) return;
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
    this.#readFatti(celle, riga, null);
  }

  #isSpeciale(celle: readonly string[], riga: number): boolean {
    if (isVuota(celle)) return true;
    const { interprete } = this.#opzioni;
    const comune = this.#piano.celle.comune;
    const specie = (comune >= 0 && classifyEtichetta(celle[comune] ?? '')) || classifyLinea(celle);
    if (specie === 'nota') {
      interprete.exclude(riga, celle, 'nota');
      return true;
    }
    if (specie === 'totale' || specie === 'percentuali') {
      interprete.exclude(riga, celle, 'totale dichiarato: è confrontato con la somma, non aggiunto ai dati');
      this.#declare(celle, riga, specie);
      return true;
    }
    if (normalizeTesto(celle.join(' ')) !== this.#testata) return false;
    interprete.exclude(riga, celle, 'intestazione ripetuta');
    return true;
  }

  /** @param comune null where it could not be read: the other cells are still checked, so that every problem is told at once */
  #readFatti(celle: readonly string[], riga: number, comune: string | null): void {
    const { piano, raccolta } = this.#opzioni;
    const senzaComune = piano.celle.comune >= 0 || piano.celle.codice >= 0;
    this.#valido = !(senzaComune && comune === null);
    if (celle.length !== piano.larghezza && !this.#checkLarghezza(celle, riga)) {
      if (comune !== null) raccolta.addInErrore(comune);
      return;
    }
    if (piano.sconosciute.length > 0) this.#checkPersonali(celle, riga);
    const base: Record<string, Valore> = {};
    if (comune !== null) {
      base.comune = comune;
      if (piano.celle.codice >= 0 && piano.conCodice) base.codice_istat = comune;
    }
    for (const chiave of piano.chiavi) {
      const valore = this.#readCella(chiave, celle, riga);
      if (valore === null && chiave.obbligatoria) this.#refuseVuota(chiave, celle, riga);
      base[chiave.id] = valore;
    }
    const pronti = piano.gruppi.map((gruppo) => ({ gruppo, valori: this.#readGruppo(gruppo, celle, { riga, base }) }));
    const dichiarati = piano.dichiarate.map((misura) => ({ misura, valore: this.#readCella(misura, celle, riga) }));
    if (!this.#valido) {
      if (comune !== null) raccolta.addInErrore(comune);
      return;
    }
    const { intestazioni } = piano;
    for (const { gruppo, valori } of pronti) raccolta.add({ riga, valori, celle, posti: gruppo.posti, intestazioni });
    for (const { misura, valore } of dichiarati) {
      if (typeof valore !== 'number' || misura.ruolo === null) continue;
      this.#add({ celle, riga, misura, valore, ruolo: misura.ruolo }, { ...piano.noti, ...base, ...misura.impliciti });
    }
  }

  #readGruppo(
    gruppo: Gruppo,
    celle: readonly string[],
    { riga, base }: { readonly riga: number; readonly base: Readonly<Record<string, Valore>> },
  ): Record<string, Valore> {
    const valori: Record<string, Valore> = { ...gruppo.noti, ...base };
    for (const misura of gruppo.misure) valori[misura.id] = this.#readCella(misura, celle, riga);
    return valori;
  }

  #declare(celle: readonly string[], riga: number, specie: 'totale' | 'percentuali'): void {
    const { piano, raccolta } = this.#opzioni;
    if (celle.length !== piano.larghezza && !this.#checkLarghezza(celle, riga)) {
      raccolta.incompleta = true;
      return;
    }
    const base: Record<string, Valore> = { comune: this.#opzioni.comuneFisso ?? AMBITO_INTERO };
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
    const posizione = toPosizione({ riga, celle, intestazioni: this.#piano.intestazioni }, misura.indice);
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
    if (!(letto instanceof Rifiuto)) return letto;
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
