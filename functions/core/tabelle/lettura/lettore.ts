/**
 * The reader as a machine that takes text piece by piece and gives canonical rows: what a national file of 70 MB and a table of seven
 * lines both pass through. It looks at the beginning to find separator, layout and header, then reads line by line and holds nothing.
 */
import type { Ambito } from '../../ambito.ts';
import { type Correzioni, NESSUNA_CORREZIONE } from '../correzioni.ts';
import { describeCorrezioni } from '../correzioni-testo.ts';
import type { Dichiarato } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';
import { type OpzioniApertura, openTabella } from './apertura.ts';
import { tellCause } from './cause/index.ts';
import { SegniGuasti } from './cause/segni-guasti.ts';
import type { LettoreUnite } from './celle-unite.ts';
import { describeAltrove } from './comune-di-riga.ts';
import { createLettoreComuni, readPortata } from './comuni.ts';
import { describeErroreCsv, LettoreCsv, MASSIMO_RECORD } from './csv.ts';
import { describeGiornoContraddetto, getDaContesto } from './da-contesto.ts';
import type { Fatto } from './fatto.ts';
import { Interprete } from './interprete.ts';
import type { Contesto, LayoutLibero, Linea } from './layout.ts';
import type { LettoreTabella } from './lettore-tabella.ts';
import {
  describeTroppeLibere,
  describeTroppeRighe,
  describeTroppiDati,
  MASSIMO_DATI_AMBITO,
  MASSIMO_LINEE_LIBERE,
  MASSIMO_RIGHE,
} from './limiti.ts';
import { isVuota } from './linee.ts';
import type { Piano } from './piano.ts';
import { ElencoProblemi } from './problemi.ts';
import { Raccolta } from './raccolta.ts';
import { Rettifica, readCorrezioni } from './rettifica.ts';
import { Rifiuto } from './rifiuto.ts';
import type { Scarto } from './scarto.ts';
import { chooseSeparatore, type FormaTrovata, recognizeForma } from './scelta.ts';
import { createTavola } from './tavola.ts';
import { describeUnitaDiversa, findUnitaDiversa } from './unita-scritte.ts';

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

const NESSUNA: ReadonlySet<number> = new Set();

export class Lettore {
  readonly problemi: ElencoProblemi;
  readonly interprete = new Interprete();
  readonly correzioni: Correzioni;
  readonly #massimoDati: number;
  /** What every part of the reading works with. */
  readonly #banco: OpzioniApertura;
  readonly #raccolta: Raccolta;
  readonly #rettifica: Rettifica;
  #inizio = '';
  #csv: LettoreCsv | null = null;
  /** The last line of the header: what stands above it has been looked at. */
  #salta = 0;
  #tabella: LettoreTabella | null = null;
  #libero: LayoutLibero | null = null;
  readonly #linee: Linea[] = [];
  readonly #segni = new SegniGuasti();
  #righe = 0;
  #fermo = false;
  /** The text so far ends with the end of a line. */
  #chiusa = true;

  constructor({ tipo, ambito, contesto, onFatto, onScarto, massimoDati = MASSIMO_DATI_AMBITO }: OpzioniLettore) {
    this.#massimoDati = massimoDati;
    this.problemi = new ElencoProblemi(onScarto && Number.POSITIVE_INFINITY);
    const { problemi, interprete } = this;
    const readComune = createLettoreComuni(ambito);
    const indicata = readPortata(contesto, readComune);
    const portata = indicata instanceof Rifiuto ? null : indicata;
    const { parte } = contesto;
    this.#raccolta = new Raccolta({ tipo, ambito, parte, portata, problemi, onFatto, onScarto });
    const indicate = readCorrezioni(contesto);
    const correzioni = indicate instanceof Rifiuto ? NESSUNA_CORREZIONE : indicate;
    this.correzioni = correzioni;
    interprete.correzioni = describeCorrezioni(correzioni, tipo);
    this.#rettifica = new Rettifica({ tipo, correzioni, problemi, interprete });
    this.#banco = {
      tipo,
      contesto,
      daContesto: getDaContesto(tipo, contesto),
      portata,
      correzioni,
      readComune,
      raccolta: this.#raccolta,
      rettifica: this.#rettifica,
      problemi,
      interprete,
    };
    const giornoContraddetto = describeGiornoContraddetto(tipo, contesto);
    if (giornoContraddetto !== null) problemi.addFile('contesto-contraddetto', giornoContraddetto);
    if (indicate instanceof Rifiuto) this.#stop(indicate.regola, indicate.motivo);
    if (indicata instanceof Rifiuto) {
      this.#stop('contesto-non-valido', `Il comune indicato al caricamento, «${contesto.comune}»: ${indicata.motivo}`);
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
      this.#segni.look(testo);
      this.#csv.push(testo);
      return;
    }
    this.#inizio += testo;
    if (this.#inizio.length >= MASSIMO_RECORD) this.#begin();
  }

  /**
   * A whole file that is already in cells: a spreadsheet. It has no ragged rows, so that empty cells end those that are shorter.
   * @param righe in order, with their number in the sheet
   * @param openUnite shows what its merged cells say, below the last line of the header
   */
  readRighe(righe: readonly Linea[], openUnite: (piano: Piano, sotto: number) => LettoreUnite): void {
    this.interprete.separatore = 'celle del foglio';
    this.#rettifica.checkFoglio();
    if (righe.length === 0) this.#stop('file-vuoto', `Il foglio è vuoto.${this.interprete.altriFogli}`);
    const larghezza = righe.reduce((massima, { celle }) => Math.max(massima, celle.length), 0);
    const piene = righe.map(({ riga, celle }) => ({
      riga,
      celle: [...celle, ...Array<string>(larghezza - celle.length).fill('')],
    }));
    this.#segni.look(piene.map(({ celle }) => celle.join(' ')).join('\n'));
    if (!this.#fermo && this.#open(recognizeForma(piene, this.#banco))) {
      const unite = this.#tabella && openUnite(this.#tabella.piano, this.#salta);
      for (const linea of piene) this.#read(unite?.read(linea) ?? linea.celle, linea.riga);
      const avviso = unite?.describe() ?? null;
      if (avviso !== null) this.interprete.warn(avviso);
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
    for (const { riga, testo } of this.interprete.listEscluse()) {
      const rimedio = findUnitaDiversa(this.#banco.tipo, testo);
      if (rimedio !== null) this.problemi.add(describeUnitaDiversa(riga, testo, rimedio));
    }
    const altrove = this.#tabella?.altrove ?? { righe: 0, comuni: 0 };
    if (altrove.righe > 0) this.interprete.warn(describeAltrove(altrove));
    if (this.problemi.totale === 0 && this.#raccolta.righe === 0 && this.#raccolta.dichiarati.length === 0) {
      this.problemi.addFile(
        'nessuna-riga',
        altrove.righe > 0
          ? 'Nessuna riga del file è di un comune dell’ambito: parlano tutte di altri comuni. Forse è il file di un’altra provincia.'
          : 'Il file non ha righe di dati sotto l’intestazione.',
      );
    }
    const { correzioni, problemi, interprete } = this;
    tellCause({ righe: this.#raccolta.righe, segni: this.#segni, correzioni }, problemi, interprete);
  }

  #begin(): void {
    const testo = this.#inizio;
    this.#inizio = '';
    if (testo.trim() === '') {
      this.#stop('file-vuoto', 'Il file è vuoto.');
      return;
    }
    this.#segni.look(testo);
    const scelta = chooseSeparatore(testo, this.#banco);
    this.interprete.separatore = scelta.nome;
    this.#csv = new LettoreCsv({
      separatore: scelta.separatore,
      onLinea: (celle, riga) => this.#read(celle, riga),
      onErrore: (errore) => {
        this.#raccolta.incompleta = true;
        this.problemi.add(describeErroreCsv(errore));
      },
    });
    if (this.#open(scelta)) this.#csv.push(testo);
  }

  /** @returns false where nothing more can be read: its problems are told */
  #open(forma: FormaTrovata): boolean {
    this.#libero = forma.libero;
    if (forma.libero) this.interprete.layout = forma.libero.titolo;
    else this.#tabella = openTabella(forma, this.#banco);
    this.#salta = forma.intestazione?.righe.at(-1) ?? 0;
    this.#fermo = !this.#libero && !this.#tabella;
    for (const linea of forma.linee) {
      if (this.#segni.attesi && (this.#fermo || linea.riga <= this.#salta)) this.#segni.readTesta(linea);
    }
    return !this.#fermo;
  }

  #read(celle: readonly string[], riga: number): void {
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
      this.#stop('troppe-righe', describeTroppeRighe());
      return;
    }
    if (this.#libero && ruolo !== undefined) {
      this.#rettifica.refuseRiga({ riga, celle }, `nella forma «${this.#libero.titolo}» lo dice la forma stessa`);
    }
    if (this.#tabella) {
      const nostra = this.#tabella.read(celle, riga, ruolo);
      if (nostra && this.#segni.attesi) this.#segni.readRiga({ riga, celle }, this.#tabella.ignorate);
      if (this.#raccolta.righe > this.#massimoDati) {
        this.#stop('troppi-dati', describeTroppiDati(riga, this.#massimoDati));
      }
    } else if (!isVuota(celle)) {
      this.#linee.push({ riga, celle });
      if (this.#segni.attesi) this.#segni.readRiga({ riga, celle }, NESSUNA);
    }
    if (this.#linee.length > MASSIMO_LINEE_LIBERE) this.#stop('troppe-righe', describeTroppeLibere());
  }

  #readLibero(libero: LayoutLibero): void {
    libero.read(createTavola(this.#linee, this.#banco));
    for (const { riga, celle } of this.#linee) {
      if (this.interprete.intestazione.includes(riga)) this.interprete.warnSconosciute(celle);
    }
  }

  #stop(regola: string, messaggio: string): void {
    this.#fermo = true;
    this.#raccolta.incompleta = true;
    this.problemi.addFile(regola, messaggio);
  }
}
