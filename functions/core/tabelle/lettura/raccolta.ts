/** Gathers the facts of a file as they are read, and judges what only shows across rows: keys stated twice, comuni that lack, totals beside their parts. */
import { AMBITO_INTERO, type Ambito, isMembro } from '../../ambito.ts';
import { ETA_TOTALE, parseFascia, TUTTE_LE_ETA, tileFascia } from '../../fascia.ts';
import { readAnno } from '../../periodo.ts';
import type { Dichiarato, Valore } from '../tabella.ts';
import type { Intervallo, Tipo } from '../tipo.ts';
import { Chiavi, type Combinazione } from './chiavi.ts';
import { type Fatto, getComune, getDato, getPosto, toPosizione } from './fatto.ts';
import type { ElencoProblemi } from './problemi.ts';
import type { Scarto } from './scarto.ts';

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

const MASSIMO_ESEMPI = 3;

export class Raccolta {
  readonly #opzioni: OpzioniRaccolta;
  readonly #chiavi: Chiavi;
  readonly #conComune: boolean;
  readonly #altre: readonly string[];
  readonly #indiceEta: number;
  readonly #combinazione: Valore[];
  readonly #intervalli: readonly Intervallo[];
  readonly #sospesi: Fatto[] = [];
  readonly #inErrore = new Set<string>();
  #ultimaRipetuta = 0;
  /** Rows taken, held ones included. */
  righe = 0;
  /** Part of the file was not understood: what seems to lack may be there. */
  incompleta = false;
  readonly dichiarati: Dichiarato[] = [];

  constructor(opzioni: OpzioniRaccolta) {
    this.#opzioni = opzioni;
    this.#chiavi = new Chiavi(opzioni.ambito);
    this.#conComune = opzioni.tipo.chiave.includes('comune');
    this.#altre = opzioni.tipo.chiave.filter((id) => id !== 'comune');
    this.#indiceEta = this.#altre.indexOf('eta');
    this.#combinazione = this.#altre.map(() => null);
    this.#intervalli = opzioni.tipo.intervalli ?? [];
  }

  add(fatto: Fatto): void {
    const rovescio = this.#intervalli.length > 0 && this.#refuseRovesciati(fatto);
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
    if (prima > 0) this.#refuseRipetuta(fatto, prima);
    return prima === 0;
  }

  /** @returns whether something ends before it begins: the problem is told, on the cell of the end */
  #refuseRovesciati(fatto: Fatto): boolean {
    const rovesciati = this.#intervalli.filter(({ da, a, senza }) => {
      const [inizio, fine] = [getDato(fatto, da), getDato(fatto, a)];
      // Days and hours are kept so that their texts are in order of time.
      return (
        inizio !== null && fine !== null && fine < inizio && (senza === undefined || getDato(fatto, senza) === null)
      );
    });
    for (const { da, a } of rovesciati) {
      const posto = getPosto(fatto, a);
      const scritto = (colonna: string) =>
        fatto.celle[getPosto(fatto, colonna)]?.trim() ?? String(getDato(fatto, colonna));
      this.#opzioni.problemi.add({
        riga: fatto.riga,
        colonna: posto < 0 ? null : posto + 1,
        ...(posto >= 0 && { intestazione: fatto.forma.intestazioni[posto] ?? '' }),
        valore: scritto(a),
        regola: 'intervallo-rovesciato',
        messaggio: `«${this.#getTitolo(a)}» (${scritto(a)}) viene prima di «${this.#getTitolo(da)}» (${scritto(da)}): serve un valore uguale o successivo.`,
      });
    }
    return rovesciati.length > 0;
  }

  #getTitolo(colonna: string): string {
    return this.#opzioni.tipo.colonne.find(({ id }) => id === colonna)?.titolo ?? colonna;
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
    if (this.#opzioni.tipo.copertura === 'comuni' && !this.incompleta) this.#checkCopertura();
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
    const { portata, problemi } = this.#opzioni;
    if (portata === null || comune === null || comune === portata) return true;
    const posto = getPosto(fatto, 'comune');
    problemi.add({
      riga: fatto.riga,
      colonna: posto < 0 ? null : posto + 1,
      valore: fatto.celle[posto] ?? null,
      regola: 'fuori-portata',
      messaggio: `Il caricamento dichiara che la tabella parla solo di ${this.#nameComune(portata)}: questa riga è di ${this.#nameComune(comune)}.`,
    });
    return false;
  }

  /** One line in wide form repeats all its keys: it is told once. */
  #refuseRipetuta(fatto: Fatto, prima: number): void {
    if (this.#ultimaRipetuta === fatto.riga) return;
    this.#ultimaRipetuta = fatto.riga;
    const posto = getPosto(fatto, this.#conComune ? 'comune' : (this.#altre[0] ?? ''));
    const comune = this.#conComune ? getComune(fatto) : null;
    const soggetto =
      comune === null || comune === AMBITO_INTERO ? 'Questa riga ripete' : `${this.#nameComune(comune)} ripete`;
    this.#opzioni.problemi.add({
      riga: fatto.riga,
      colonna: posto < 0 ? null : posto + 1,
      ...(posto >= 0 && { intestazione: fatto.forma.intestazioni[posto] ?? '' }),
      valore: fatto.celle[posto] ?? null,
      regola: 'chiave-ripetuta',
      messaggio: `${soggetto} ciò che è già alla riga ${prima}${this.#describe(this.#combine(fatto))}: ogni dato va dichiarato una volta sola.`,
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
    const { colonne, intestazioni } = fatto.forma;
    const chiave = tipo.chiave.filter((id) => colonne.includes(id));
    const valori = Object.fromEntries(chiave.map((id) => [id, getDato(fatto, id)]));
    for (const { id, rapporto } of tipo.colonne) {
      const valore = getDato(fatto, id);
      const posto = getPosto(fatto, id);
      if (typeof valore !== 'number' || posto < 0 || tipo.chiave.includes(id)) continue;
      const ruolo = rapporto ? 'valore' : 'somma-colonna';
      const posizione = toPosizione(fatto, intestazioni, posto);
      this.dichiarati.push({ parte, ruolo, misura: id, valori, valore, posizione });
    }
    this.righe -= 1;
  }

  #checkCopertura(): void {
    const { ambito, portata, problemi } = this.#opzioni;
    const attesi = ambito.comuni
      .map((comune) => comune.codiceIstat)
      .filter((codice) => portata === null || codice === portata);
    const perCodice = new Map(ambito.comuni.map((comune) => [comune.codiceIstat, comune]));
    const perComune = new Map<string, Combinazione[]>();
    let combinazioni = 0;
    for (const { combinazione, mancanti } of this.#listMancanti(attesi)) {
      combinazioni += 1;
      for (const comune of mancanti) {
        const membro = perCodice.get(comune);
        if (this.#inErrore.has(comune) || !membro || !isMembro(membro, this.#readAnno(combinazione))) continue;
        perComune.set(comune, [...(perComune.get(comune) ?? []), combinazione]);
      }
    }
    // Where no line at all could be read, the comuni that no line names still lack.
    const soloErrori = combinazioni === 0 && this.#inErrore.size > 0;
    for (const comune of soloErrori ? attesi : []) if (!this.#inErrore.has(comune)) perComune.set(comune, []);
    for (const [comune, mancanti] of perComune) {
      const nome = this.#nameComune(comune);
      const tutte = mancanti.length === combinazioni;
      problemi.add({
        riga: null,
        colonna: null,
        valore: nome,
        regola: 'comune-mancante',
        messaggio: tutte
          ? `Manca ${nome}: la tabella deve avere ogni comune dell’ambito. Se il dato non c’è, la riga resta e la cella è vuota.`
          : `Per ${nome} manca ${this.#listCombinazioni(mancanti)}: la tabella deve avere ogni comune dell’ambito in ogni sua parte.`,
      });
    }
  }

  /** Of what a type lists, a comune lacks only what it has nothing of: told without the column that lists. */
  *#listMancanti(attesi: readonly string[]): Generator<{ combinazione: Combinazione; mancanti: string[] }> {
    const elenca = this.#altre.indexOf(this.#opzioni.tipo.elenca ?? '');
    if (elenca < 0) {
      yield* this.#chiavi.listMancanti(attesi);
      return;
    }
    const insieme = new Map<string, { combinazione: Combinazione; mancanti: string[] }>();
    for (const { combinazione, mancanti } of this.#chiavi.listMancanti(attesi)) {
      const senza = combinazione.map((valore, indice) => (indice === elenca ? null : valore));
      const prima = insieme.get(senza.join('\t'))?.mancanti ?? attesi;
      insieme.set(senza.join('\t'), {
        combinazione: senza,
        mancanti: prima.filter((comune) => mancanti.includes(comune)),
      });
    }
    yield* insieme.values();
  }

  #readAnno(combinazione: Combinazione): number | null {
    return readAnno(Object.fromEntries(this.#altre.map((id, indice) => [id, combinazione[indice] ?? null])));
  }

  #listCombinazioni(combinazioni: readonly Combinazione[]): string {
    const esempi = combinazioni
      .slice(0, MASSIMO_ESEMPI)
      .map((combinazione) => this.#describe(combinazione).replace(/^ \(|\)$/g, ''));
    const altre = combinazioni.length - esempi.length;
    return esempi.join('; ') + (altre > 0 ? ` e altre ${altre} voci` : '');
  }

  /** ` (anno 2021, eta 0-3)`, or nothing where the comune is the whole key. */
  #describe(combinazione: Combinazione): string {
    const voci = this.#altre.flatMap((id, indice) => {
      const valore = combinazione[indice] ?? null;
      const titolo = this.#opzioni.tipo.colonne.find((colonna) => colonna.id === id)?.titolo.toLowerCase() ?? id;
      return valore === null ? [] : [`${titolo} ${valore}`];
    });
    return voci.length > 0 ? ` (${voci.join(', ')})` : '';
  }

  #nameComune(codice: string): string {
    if (codice === AMBITO_INTERO) return 'l’ambito';
    return this.#opzioni.ambito.comuni.find((comune) => comune.codiceIstat === codice)?.nome ?? codice;
  }
}

/** A row that was read and has no place of its own: its place is taken, or is none. */
function toScarto(fatto: Fatto): Scarto {
  const { forma, riga, celle } = fatto;
  const valori = Object.fromEntries(forma.colonne.map((id) => [id, getDato(fatto, id)]));
  const posti = forma.colonne.flatMap((id) => (getPosto(fatto, id) < 0 ? [] : [[id, getPosto(fatto, id)] as const]));
  return { riga, celle, valori, posti: Object.fromEntries(posti) };
}
