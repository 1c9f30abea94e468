/**
 * The reader as a machine that takes text piece by piece and gives canonical rows: what a national file of 70 MB and a table of seven
 * lines both pass through. It looks at the beginning to find separator, layout and header, then reads line by line and holds nothing.
 */
import { AMBITO_INTERO, type Ambito } from '../../ambito.ts';
import { formatNumero } from '../../formato.ts';
import { CorrezioneError, type Correzioni, NESSUNA_CORREZIONE, parseCorrezioni } from '../correzioni.ts';
import { describeCorrezioni } from '../correzioni-testo.ts';
import type { Dichiarato } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';
import { createLettoreComuni, type LettoreComuni } from './comuni.ts';
import { type ErroreCsv, LettoreCsv, MASSIMO_RECORD } from './csv.ts';
import type { Fatto } from './fatto.ts';
import { Interprete } from './interprete.ts';
import { type Intestazione, isCompleta } from './intestazione.ts';
import type { Contesto, Impliciti, LayoutLibero, Linea } from './layout.ts';
import { LettoreTabella } from './lettore-tabella.ts';
import { classifyLinea, isVuota } from './linee.ts';
import { createPiano, describeSignificato, getDaContesto } from './piano.ts';
import { ElencoProblemi } from './problemi.ts';
import { Raccolta } from './raccolta.ts';
import { Rettifica } from './rettifica.ts';
import { Rifiuto } from './rifiuto.ts';
import type { Scarto } from './scarto.ts';
import { chooseSeparatore, type FormaTrovata, recognizeForma } from './scelta.ts';
import { createTavola } from './tavola.ts';
import { MOTIVO_TITOLO, MOTIVO_TOTALE_SOPRA, warnTotaleSopra } from './titoli.ts';
import {
  checkIntestazione,
  describeRigaSopra,
  describeSenzaIntestazione,
  isRigaSopra,
} from './verifica-intestazione.ts';

/** @source limits of the contract on tables */
export const MASSIMO_RIGHE = 2_000_000;

/**
 * Of the ambito's own data, which are held whole and computed with, while lines of other comuni only pass: the population of a year by sex and
 * single year of age is 202 for each comune, 40.400 for the largest ambito that can be registered. @source measured: with
 * 50.000, beside as many that are published, reading and publishing take some 650 MB, docs/benchmarks.md
 */
export const MASSIMO_DATI_AMBITO = 50_000;

/** Layouts without a header are of small tables: beyond this they are not one. */
const MASSIMO_LINEE_LIBERE = 5_000;

export interface OpzioniLettore {
  readonly tipo: Tipo;
  readonly ambito: Ambito;
  readonly contesto: Contesto;
  readonly onFatto: (fatto: Fatto) => void;
  /** Where somebody wants every line that is not taken, and every problem, however many. */
  readonly onScarto?: (scarto: Scarto) => void;
  /** How many data of the ambito there may be: default as many as can be kept. Who keeps none of them needs no limit. */
  readonly massimoDati?: number;
}

export class Lettore {
  readonly problemi: ElencoProblemi;
  readonly interprete = new Interprete();
  readonly correzioni: Correzioni;
  readonly #opzioni: OpzioniLettore;
  readonly #raccolta: Raccolta;
  readonly #readComune: LettoreComuni;
  readonly #daContesto: Impliciti;
  readonly #portata: string | null;
  readonly #rettifica: Rettifica;
  #inizio = '';
  #csv: LettoreCsv | null = null;
  #salta = 0;
  #tabella: LettoreTabella | null = null;
  #libero: LayoutLibero | null = null;
  readonly #linee: Linea[] = [];
  #righe = 0;
  #fermo = false;
  /** The text so far ends with the end of a line. */
  #chiusa = true;

  constructor(opzioni: OpzioniLettore) {
    this.#opzioni = opzioni;
    const { tipo, ambito, contesto, onFatto, onScarto } = opzioni;
    this.problemi = new ElencoProblemi(onScarto && Number.POSITIVE_INFINITY);
    this.#readComune = createLettoreComuni(ambito);
    const portata = readPortata(contesto, this.#readComune);
    this.#portata = portata instanceof Rifiuto ? null : portata;
    this.#daContesto = getDaContesto(tipo, contesto);
    this.#raccolta = new Raccolta({
      tipo,
      ambito,
      parte: contesto.parte,
      portata: this.#portata,
      problemi: this.problemi,
      onFatto,
      onScarto,
    });
    this.correzioni = this.#readCorrezioni();
    this.#rettifica = new Rettifica({
      tipo,
      correzioni: this.correzioni,
      problemi: this.problemi,
      interprete: this.interprete,
    });
    if (portata instanceof Rifiuto) {
      this.#stop('contesto-non-valido', `Il comune indicato al caricamento, «${contesto.comune}»: ${portata.motivo}`);
    }
  }

  #readCorrezioni(): Correzioni {
    const { contesto, tipo } = this.#opzioni;
    if (contesto.correzioni === undefined) return NESSUNA_CORREZIONE;
    try {
      const correzioni = parseCorrezioni(contesto.correzioni);
      this.interprete.correzioni = describeCorrezioni(correzioni, tipo);
      return correzioni;
    } catch (errore) {
      if (!(errore instanceof CorrezioneError)) throw errore;
      this.#stop('correzione-non-valida', errore.message);
      return NESSUNA_CORREZIONE;
    }
  }

  get dichiarati(): readonly Dichiarato[] {
    return this.#raccolta.dichiarati;
  }

  /** @param testo the next piece of the file, of any length */
  push(testo: string): void {
    if (this.#fermo || testo === '') return;
    this.#chiusa = testo.endsWith('\n') || testo.endsWith('\r');
    if (this.#csv) {
      this.#csv.push(testo);
      return;
    }
    this.#inizio += testo;
    if (this.#inizio.length >= MASSIMO_RECORD) this.#begin();
  }

  /**
   * A whole file that is already in cells: a spreadsheet. It has no ragged rows, so that empty cells end those that are shorter.
   * @param righe in order, with their number in the sheet
   */
  readRighe(righe: readonly Linea[]): void {
    this.interprete.separatore = 'celle del foglio';
    this.#rettifica.checkFoglio();
    if (righe.length === 0) this.#stop('file-vuoto', 'Il foglio è vuoto.');
    const larghezza = righe.reduce((massima, { celle }) => Math.max(massima, celle.length), 0);
    const piene = righe.map(({ riga, celle }) => ({
      riga,
      celle: [...celle, ...Array<string>(larghezza - celle.length).fill('')],
    }));
    if (!this.#fermo && this.#open(recognizeForma(piene, this.#attesa))) {
      for (const { celle, riga } of piene) this.#read(celle, riga);
    }
    this.#conclude();
  }

  end(): void {
    if (!this.#chiusa) {
      this.interprete.warn(
        'L’ultima riga non è chiusa da un a capo: se il file è stato interrotto mentre si salvava o si copiava, in fondo manca qualcosa.',
      );
    }
    if (!this.#csv && !this.#fermo) this.#begin();
    if (!this.#fermo) this.#csv?.end();
    this.#conclude();
  }

  #conclude(): void {
    if (this.#libero) this.#readLibero(this.#libero);
    if (!this.#fermo) this.#rettifica.conclude();
    if (this.#tabella || this.#libero) this.#raccolta.conclude();
    const altrove = this.#tabella?.altrove.righe ?? 0;
    if (this.#tabella && altrove > 0) this.interprete.warn(describeAltrove(this.#tabella.altrove));
    if (this.problemi.totale === 0 && this.#raccolta.righe === 0 && this.#raccolta.dichiarati.length === 0) {
      this.problemi.addFile(
        'nessuna-riga',
        altrove > 0
          ? 'Nessuna riga del file è di un comune dell’ambito: parlano tutte di altri comuni. Forse è il file di un’altra provincia.'
          : 'Il file non ha righe di dati sotto l’intestazione.',
      );
    }
  }

  get #attesa() {
    const { tipo, contesto } = this.#opzioni;
    return { tipo, contesto, correzioni: this.correzioni };
  }

  #begin(): void {
    const testo = this.#inizio;
    this.#inizio = '';
    if (testo.trim() === '') {
      this.#stop('file-vuoto', 'Il file è vuoto.');
      return;
    }
    const scelta = chooseSeparatore(testo, this.#attesa);
    this.interprete.separatore = scelta.nome;
    this.#csv = new LettoreCsv({
      separatore: scelta.separatore,
      onLinea: (celle, riga) => this.#read(celle, riga),
      onErrore: (errore) => this.#refuse(errore),
    });
    if (this.#open(scelta)) this.#csv.push(testo);
  }

  /** @returns false where nothing more can be read: its problems are told */
  #open(forma: FormaTrovata): boolean {
    if (forma.libero) {
      this.#libero = forma.libero;
      this.interprete.layout = forma.libero.titolo;
      return true;
    }
    this.#fermo = !this.#prepare(forma);
    return !this.#fermo;
  }

  /** @returns false where the table cannot be read line by line: its problems are told */
  #prepare({ intestazione, linee }: FormaTrovata): boolean {
    const { tipo, contesto } = this.#opzioni;
    this.#rettifica.checkIntestazione(intestazione);
    if (!intestazione || this.#isIncerta(intestazione)) {
      this.problemi.addFile('intestazione-non-trovata', describeSenzaIntestazione(tipo, linee));
      return false;
    }
    this.interprete.layout = intestazione.layout.titolo;
    this.interprete.intestazione = [...intestazione.righe];
    for (const linea of linee.slice(0, intestazione.seguente - intestazione.righe.length)) {
      const totale = classifyLinea(linea.celle) === 'totale';
      this.interprete.exclude(linea.riga, linea.celle, totale ? MOTIVO_TOTALE_SOPRA : MOTIVO_TITOLO);
      if (!isRigaSopra(linea, intestazione)) {
        if (totale) this.interprete.warn(warnTotaleSopra(linea.riga));
        continue;
      }
      this.problemi.add(describeRigaSopra(linea));
      this.#opzioni.onScarto?.({ ...linea, valori: {}, posti: {} });
    }
    const ultima = intestazione.righe.at(-1) ?? 0;
    const titolo = linee
      .filter((linea) => linea.riga < (intestazione.righe[0] ?? 0))
      .map((linea) => linea.celle.join(' '));
    const daTitolo = intestazione.layout.daTitolo?.(titolo.join('\n')) ?? {};
    const daContesto = this.#mergeTitolo(daTitolo);
    const piano = createPiano(tipo, intestazione, {
      daContesto,
      portata: this.#portata,
      numeri: this.correzioni.numeri,
      onNota: (indice, nota) => this.interprete.addNota(indice, nota),
    });
    this.#describeColonne(intestazione);
    if (!checkIntestazione({ tipo, intestazione, piano }, this.problemi)) return false;
    this.#salta = ultima;
    this.#tabella = new LettoreTabella({
      piano,
      parte: contesto.parte,
      readComune: this.#readComune,
      raccolta: this.#raccolta,
      problemi: this.problemi,
      interprete: this.interprete,
    });
    return true;
  }

  /** One known word in a line is not a header yet, unless a person says that it is. */
  #isIncerta(intestazione: Intestazione): boolean {
    return !this.correzioni.intestazione && intestazione.riconosciute === 1 && !isCompleta(intestazione);
  }

  /** Where the titles of the file and the upload disagree nobody is right. */
  #mergeTitolo(daTitolo: Impliciti): Impliciti {
    for (const [id, valore] of Object.entries(daTitolo)) {
      const dichiarato = this.#daContesto[id];
      if (dichiarato === undefined || dichiarato === valore) continue;
      this.problemi.addFile(
        'contesto-contraddetto',
        `Al caricamento è indicato ${id} ${dichiarato}, ma dal file risulta ${id} ${valore} (un conteggio al 1° gennaio appartiene all’anno che si è appena chiuso).`,
      );
    }
    return { ...this.#daContesto, ...daTitolo };
  }

  #describeColonne({ colonne }: Intestazione): void {
    const { tipo } = this.#opzioni;
    for (const trovata of colonne) {
      if (trovata.intestazione === '' && !trovata.corretta) continue;
      if (trovata.colonna === null) this.interprete.warnSconosciuta(trovata.indice, trovata.intestazione);
      const id = trovata.colonna?.colonna;
      this.interprete.addColonna({
        colonna: trovata.indice + 1,
        intestazione: trovata.intestazione,
        significato: describeSignificato(tipo, trovata),
        formato: trovata.colonna?.formato ?? tipo.colonne.find((colonna) => colonna.id === id)?.formato ?? null,
        ...(trovata.corretta && { corretta: true }),
      });
    }
  }

  #read(celle: string[], riga: number): void {
    if (this.#fermo) return;
    const ruolo = this.#rettifica.getRuolo(riga);
    if (ruolo === 'nota') {
      this.#rettifica.exclude({ riga, celle });
      return;
    }
    if (riga <= this.#salta) {
      if (ruolo !== undefined) this.#rettifica.refuseRiga({ riga, celle }, 'sta sopra l’intestazione');
      return;
    }
    this.#righe += 1;
    if (this.#righe > MASSIMO_RIGHE) {
      this.#stop(
        'troppe-righe',
        `Il file ha più di ${MASSIMO_RIGHE.toLocaleString('it-IT')} righe: va diviso in più parti.`,
      );
      return;
    }
    if (this.#libero && ruolo !== undefined) {
      this.#rettifica.refuseRiga({ riga, celle }, `nella forma «${this.#libero.titolo}» lo dice la forma stessa`);
    }
    if (this.#tabella) {
      this.#tabella.read(celle, riga, ruolo);
      const { massimoDati = MASSIMO_DATI_AMBITO } = this.#opzioni;
      if (this.#raccolta.righe > massimoDati) this.#stop('troppi-dati', describeTroppi(riga, massimoDati));
    } else if (!isVuota(celle)) this.#linee.push({ riga, celle });
    if (this.#linee.length > MASSIMO_LINEE_LIBERE) {
      this.#stop('troppe-righe', `Una tabella di questa forma ha al più ${MASSIMO_LINEE_LIBERE} righe.`);
    }
  }

  #readLibero(libero: LayoutLibero): void {
    const { tipo, contesto } = this.#opzioni;
    libero.read(
      createTavola(this.#linee, {
        tipo,
        contesto,
        daContesto: this.#daContesto,
        raccolta: this.#raccolta,
        problemi: this.problemi,
        interprete: this.interprete,
      }),
    );
    for (const { riga, celle } of this.#linee) {
      if (this.interprete.intestazione.includes(riga)) this.interprete.warnSconosciute(celle);
    }
  }

  #refuse({ riga, colonna, valore, regola }: ErroreCsv): void {
    this.#raccolta.incompleta = true;
    this.problemi.add({ riga, colonna, valore, regola, messaggio: MESSAGGI_CSV[regola] });
  }

  #stop(regola: string, messaggio: string): void {
    this.#fermo = true;
    this.#raccolta.incompleta = true;
    this.problemi.addFile(regola, messaggio);
  }
}

function describeTroppi(riga: number, massimo: number): string {
  return `I dati dei comuni dell’ambito sono più di ${formatNumero(massimo)}, il massimo per un file (il limite si supera alla riga ${formatNumero(riga)}). Dividi il file in più parti, per esempio una per anno, e caricale una alla volta.`;
}

function describeAltrove({ righe, comuni }: { readonly righe: number; readonly comuni: number }): string {
  const dove = comuni === 1 ? 'di un altro comune' : `di altri ${formatNumero(comuni)} comuni`;
  return righe === 1
    ? `Una riga è ${dove}, fuori dall’ambito: è stata lasciata da parte.`
    : `${formatNumero(righe)} righe sono ${dove}, fuori dall’ambito: sono state lasciate da parte.`;
}

/** The comune that the upload states, where it does. */
function readPortata({ comune }: Contesto, readComune: LettoreComuni): string | null | Rifiuto {
  if (comune === undefined || comune === AMBITO_INTERO) return comune ?? null;
  return readComune(comune);
}

const MESSAGGI_CSV: Readonly<Record<ErroreCsv['regola'], string>> = {
  'virgolette-non-chiuse':
    'Le virgolette (") aperte in questa cella non vengono mai chiuse: tutto ciò che segue finirebbe nella cella. Vanno chiuse o tolte.',
  'virgolette-fuori-posto':
    'In questa riga le virgolette (") si chiudono a metà di una cella. Dentro un testo tra virgolette, le virgolette si scrivono doppie ("").',
  'record-troppo-lungo': 'Questa riga è troppo lunga per essere la riga di una tabella.',
};
