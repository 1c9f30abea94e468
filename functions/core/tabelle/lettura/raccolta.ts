/** Gathers the facts of a file as they are read, and judges what only shows across rows: keys stated twice, comuni that lack, totals beside their parts. */
import { AMBITO_INTERO, type Ambito } from '../../ambito.ts';
import { ETA_TOTALE, parseFascia, TUTTE_LE_ETA, tileFascia } from '../../fascia.ts';
import type { Dichiarato, Valore } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';
import { Chiavi, type Combinazione, describeCombinazione, listAltreChiavi } from './chiavi.ts';
import { nameComune } from './comuni.ts';
import { checkCopertura } from './copertura.ts';
import { type Fatto, findPosizione, getComune, getDato, getPosto } from './fatto.ts';
import { describeRovesciato, listRovesciati } from './intervalli.ts';
import type { ElencoProblemi } from './problemi.ts';
import type { Scarto } from './scarto.ts';
import { joinElenco } from './testo.ts';

export interface OpzioniRaccolta {
  readonly tipo: Tipo;
  readonly ambito: Ambito;
  readonly parte: string;
  /** ISTAT code or `ambito` that the upload states, null for every comune. */
  readonly portata: string | null;
  readonly problemi: ElencoProblemi;
  readonly onFatto: (fatto: Fatto) => void;
  /** Where somebody wants to know what was not taken. */
  readonly onScarto?: ((scarto: Scarto) => void) | undefined;
}

export class Raccolta {
  readonly #opzioni: OpzioniRaccolta;
  readonly #chiavi: Chiavi;
  readonly #conComune: boolean;
  readonly #altre: readonly string[];
  readonly #indiceEta: number;
  readonly #combinazione: Valore[];
  readonly #conIntervalli: boolean;
  readonly #sospesi: Fatto[] = [];
  readonly #inErrore = new Set<string>();
  #ultimaRipetuta = 0;
  /** Rows taken, held ones included. */
  righe = 0;
  /** Part of the file was not understood: what seems to lack may be there. */
  incompleta = false;
  /** A column of the key may stand under a heading that nobody recognised: rows that look alike may not be. */
  chiaviIncerte = false;
  /** Headings that nobody recognised: one of them perhaps tells rows apart. */
  ignote: readonly string[] = [];
  readonly dichiarati: Dichiarato[] = [];

  constructor(opzioni: OpzioniRaccolta) {
    this.#opzioni = opzioni;
    this.#chiavi = new Chiavi(opzioni.ambito);
    this.#conComune = opzioni.tipo.chiave.includes('comune');
    this.#altre = listAltreChiavi(opzioni.tipo);
    this.#indiceEta = this.#altre.indexOf('eta');
    this.#combinazione = this.#altre.map(() => null);
    this.#conIntervalli = opzioni.tipo.intervalli !== undefined;
  }

  add(fatto: Fatto): void {
    const rovescio = this.#conIntervalli && this.#refuseRovesciati(fatto);
    if (!this.#claim(fatto) || rovescio) {
      this.onScarto?.(toScarto(fatto));
      return;
    }
    this.righe += 1;
    if (this.#isSospeso(fatto)) this.#sospesi.push(fatto);
    else this.#opzioni.onFatto(fatto);
  }

  get onScarto(): OpzioniRaccolta['onScarto'] {
    return this.#opzioni.onScarto;
  }

  /** A line of this comune was there, and could not be read: it is malformed, not absent. */
  addInErrore(comune: string): void {
    if (comune !== AMBITO_INTERO) this.#inErrore.add(comune);
  }

  /** A line whose key was read and whose figures were not: it is no fact, and yet it takes its place, so that a double is told with the rest. */
  addMalformato(fatto: Fatto): void {
    if (this.#conComune) this.addInErrore(getComune(fatto));
    this.#claim(fatto);
  }

  /** @returns false where the place of this fact is taken, or is none: the problem is told */
  #claim(fatto: Fatto): boolean {
    const comune = this.#conComune ? getComune(fatto) : null;
    if (!this.#isInPortata(comune, fatto)) return false;
    const prima = this.#chiavi.add(comune, this.#combine(fatto), fatto.riga);
    if (prima === 0 || this.chiaviIncerte) return true;
    this.#refuseRipetuta(fatto, prima);
    return false;
  }

  /** @returns whether something ends before it begins: the problem is told */
  #refuseRovesciati(fatto: Fatto): boolean {
    const { tipo, problemi } = this.#opzioni;
    const rovesciati = listRovesciati(tipo, fatto);
    for (const intervallo of rovesciati) problemi.add(describeRovesciato(tipo, fatto, intervallo));
    return rovesciati.length > 0;
  }

  /** It may be a total beside its parts: only the whole file tells. */
  #isSospeso(fatto: Fatto): boolean {
    if (this.#conComune && getComune(fatto) === AMBITO_INTERO) return true;
    return this.#indiceEta >= 0 && this.#combinazione[this.#indiceEta] === ETA_TOTALE;
  }

  addDichiarato(dichiarato: Dichiarato): void {
    this.dichiarati.push(dichiarato);
  }

  /** Once, when the file is finished. */
  conclude(): void {
    for (const fatto of this.#sospesi) {
      if (this.#isTotale(fatto)) this.#declare(fatto);
      else this.#opzioni.onFatto(fatto);
    }
    const { tipo, ambito, portata, problemi } = this.#opzioni;
    if (tipo.copertura !== 'comuni' || this.incompleta) return;
    checkCopertura({ tipo, ambito, portata, chiavi: this.#chiavi, inErrore: this.#inErrore }, problemi);
  }

  /** The scratch array is overwritten on the next row: nobody keeps it. */
  #combine({ forma, dati }: Fatto): Combinazione {
    const { chiave } = forma;
    for (let indice = 0; indice < chiave.length; indice++) {
      this.#combinazione[indice] = dati[chiave[indice] ?? -1] ?? null;
    }
    return this.#combinazione;
  }

  #isInPortata(comune: string | null, fatto: Fatto): boolean {
    const { ambito, portata, problemi } = this.#opzioni;
    if (portata === null || comune === null || comune === portata) return true;
    const posto = getPosto(fatto, 'comune');
    problemi.add({
      riga: fatto.riga,
      colonna: posto < 0 ? null : posto + 1,
      valore: fatto.celle[posto] ?? null,
      regola: 'fuori-portata',
      messaggio: `Il caricamento dichiara che la tabella parla solo di ${nameComune(ambito, portata)}: questa riga è di ${nameComune(ambito, comune)}.`,
    });
    return false;
  }

  /** One line in wide form repeats all its keys: it is told once. */
  #refuseRipetuta(fatto: Fatto, prima: number): void {
    if (this.#ultimaRipetuta === fatto.riga) return;
    this.#ultimaRipetuta = fatto.riga;
    const { tipo, ambito, problemi } = this.#opzioni;
    const posto = getPosto(fatto, this.#conComune ? 'comune' : (this.#altre[0] ?? ''));
    const comune = this.#conComune ? getComune(fatto) : AMBITO_INTERO;
    const soggetto = comune === AMBITO_INTERO ? 'Questa riga ripete' : `${nameComune(ambito, comune)} ripete`;
    const voci = describeCombinazione(tipo, this.#combine(fatto));
    problemi.add({
      riga: fatto.riga,
      colonna: posto < 0 ? null : posto + 1,
      ...(posto >= 0 && { intestazione: fatto.forma.intestazioni[posto] ?? '' }),
      valore: fatto.celle[posto] ?? null,
      regola: 'chiave-ripetuta',
      messaggio: `${soggetto} ciò che è già alla riga ${prima}${voci && ` (${voci})`}: ogni dato va dichiarato una volta sola.${describeIgnote(this.ignote)}`,
    });
  }

  /** Other rows of the file add up to this one: it is a total beside its parts, not a fact of its own. */
  #isTotale(fatto: Fatto): boolean {
    const combinazione = this.#combine(fatto);
    const comune = this.#conComune ? getComune(fatto) : null;
    if (comune === AMBITO_INTERO && this.#chiavi.hasComuni(combinazione)) return true;
    if (this.#indiceEta < 0 || combinazione[this.#indiceEta] !== ETA_TOTALE) return false;
    const fasce = this.#chiavi
      .listAltri(comune, combinazione, this.#indiceEta)
      .flatMap((eta) => parseFascia(String(eta)) ?? [])
      .map((fascia) => ({ fascia }));
    return tileFascia(fasce, TUTTE_LE_ETA) !== null;
  }

  #declare(fatto: Fatto): void {
    const { tipo, parte } = this.#opzioni;
    const { colonne } = fatto.forma;
    const chiave = tipo.chiave.filter((id) => colonne.includes(id));
    const valori = Object.fromEntries(chiave.map((id) => [id, getDato(fatto, id)]));
    for (const { id, rapporto } of tipo.colonne) {
      const valore = getDato(fatto, id);
      const posizione = findPosizione(fatto, id);
      if (typeof valore !== 'number' || !posizione || tipo.chiave.includes(id)) continue;
      const ruolo = rapporto ? 'valore' : 'somma-colonna';
      this.dichiarati.push({ parte, ruolo, misura: id, valori, valore, posizione });
    }
    this.righe -= 1;
  }
}

/** A row that was read and has no place of its own: its place is taken, or is none. */
function toScarto(fatto: Fatto): Scarto {
  const { forma, riga, celle } = fatto;
  const valori = Object.fromEntries(forma.colonne.map((id) => [id, getDato(fatto, id)]));
  const posti = forma.colonne.flatMap((id) => (getPosto(fatto, id) < 0 ? [] : [[id, getPosto(fatto, id)] as const]));
  return { riga, celle, valori, posti: Object.fromEntries(posti) };
}

function describeIgnote(ignote: readonly string[]): string {
  if (ignote.length === 0) return '';
  const nomi = joinElenco(ignote.slice(0, 3).map((nome) => `«${nome}»`));
  return ` Se le distingue una colonna non riconosciuta (${nomi}), si indica correggendo la lettura; se sono parti di un dato solo, si sommano.`;
}
