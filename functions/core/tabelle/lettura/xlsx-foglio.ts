/** One sheet, streamed: rows of texts at their real places, and what the sheet hides or merges. */
import { formatNumero } from '../../formato.ts';
import type { Archivio } from './xlsx-archivio.ts';
import { type Cartella, isVero, readParte } from './xlsx-cartella.ts';
import { createDanneggiato, createEccessivo, XlsxError } from './xlsx-errore.ts';
import { type FormaNumero, formatDataIso, formatNumeroXlsx } from './xlsx-formato.ts';
import { type Area, formatCella, Luoghi, parseArea, parseRiferimento } from './xlsx-riferimento.ts';
import { addTesto, decodeTesto } from './xlsx-testo.ts';

/** @source limits of the contract on tables */
export const MASSIME_COLONNE = 200;
/** Of a sheet: the format goes no further, nor does any spreadsheet. */
export const MASSIME_RIGHE = 1_048_576;
/** Merged areas: a table has one for each title, a form some hundreds. */
const MASSIME_UNITE = 50_000;
/** Characters of all cells together: one long text that a million cells share would be as many copies further on. */
const MASSIMI_CARATTERI = 64 * 1024 * 1024;

/** What stands for a formula that the program that wrote the file did not compute; read as an error of the sheet, never as zero. */
export const SENZA_RISULTATO = '#VALORE! (formula senza risultato salvato)';

export interface RigaFoglio {
  /** 1-based row of the sheet. */
  readonly riga: number;
  /** From column A; nothing after the last cell that says something. */
  readonly celle: string[];
}

export interface FoglioLetto {
  /** Rows that say something, in order. */
  readonly righe: RigaFoglio[];
  readonly righeNascoste: readonly number[];
  /** 1-based, those past the last column taken in left out. */
  readonly colonneNascoste: ReadonlySet<number>;
  readonly unite: readonly Area[];
  /** Cells whose formula has no result. */
  readonly senzaRisultato: Luoghi;
}

const GENERALE: FormaNumero = { tipo: 'numero' };

interface Cella {
  readonly colonna: number;
  readonly tipo: string;
  readonly forma: FormaNumero;
  conFormula: boolean;
  /** Text of the value, or of the text written in place; undefined where there is no such element. */
  valore: string | undefined;
}

/** @throws XlsxError */
export function readFoglio(archivio: Archivio, parte: string, cartella: Cartella): FoglioLetto {
  const lettore = new LettoreFoglio(cartella);
  readParte(archivio, parte, {
    onApri: (nome, attributi, genitore) => lettore.open(nome, attributi, genitore),
    onTesto: (testo, genitore, nonno) => lettore.addTesto(testo, genitore, nonno),
    onChiudi: (nome, genitore) => lettore.close(nome, genitore),
  });
  return lettore;
}

class LettoreFoglio implements FoglioLetto {
  readonly righe: RigaFoglio[] = [];
  readonly righeNascoste: number[] = [];
  readonly colonneNascoste = new Set<number>();
  readonly unite: Area[] = [];
  readonly senzaRisultato = new Luoghi();
  readonly #cartella: Cartella;
  #riga = 0;
  #nascosta = false;
  #celle: string[] = [];
  #colonna = 0;
  #cella: Cella | undefined;
  #caratteri = 0;

  constructor(cartella: Cartella) {
    this.#cartella = cartella;
  }

  open(nome: string, attributi: Readonly<Record<string, string>>, genitore: string): void {
    if (nome === 'c' && genitore === 'row') this.#openCella(attributi);
    else if (nome === 'row' && genitore === 'sheetData') this.#openRiga(attributi);
    else if (nome === 'f' && genitore === 'c' && this.#cella) this.#cella.conFormula = true;
    else if (nome === 'v' && genitore === 'c' && this.#cella) this.#cella.valore ??= '';
    else if (nome === 'mergeCell' && genitore === 'mergeCells') this.#addUnita(attributi);
    else if (nome === 'col' && genitore === 'cols' && isVero(attributi.hidden)) this.#hideColonne(attributi);
  }

  addTesto(testo: string, genitore: string, nonno: string): void {
    const cella = this.#cella;
    if (!cella) return;
    const inCella = genitore === 'v' && nonno === 'c';
    const inPosto = genitore === 't' && (nonno === 'is' || nonno === 'r');
    if (!inCella && !inPosto) return;
    cella.valore = addTesto(cella.valore ?? '', testo, () => `cella ${formatCella(this.#riga, cella.colonna)}`);
  }

  close(nome: string, genitore: string): void {
    if (nome === 'c' && genitore === 'row') this.#closeCella();
    else if (nome === 'row' && genitore === 'sheetData') this.#closeRiga();
  }

  #openRiga({ r, hidden }: Readonly<Record<string, string>>): void {
    const riga = r === undefined ? this.#riga + 1 : Number(r);
    if (!Number.isInteger(riga) || riga <= this.#riga)
      throw createDanneggiato(`le righe dopo la ${this.#riga} non sono in ordine`);
    if (riga > MASSIME_RIGHE) {
      throw new XlsxError(
        'troppe-righe',
        'Il foglio di calcolo va oltre la riga 1.048.576: nessun programma scrive tante righe. La tabella va salvata come CSV.',
      );
    }
    this.#riga = riga;
    this.#nascosta = isVero(hidden);
    this.#colonna = 0;
    this.#celle = [];
  }

  #closeRiga(): void {
    if (this.#celle.length === 0) return;
    this.righe.push({ riga: this.#riga, celle: this.#celle });
    if (this.#nascosta) this.righeNascoste.push(this.#riga);
  }

  #openCella({ r, s = '0', t = 'n' }: Readonly<Record<string, string>>): void {
    const riferimento = r === undefined ? { riga: this.#riga, colonna: this.#colonna + 1 } : parseRiferimento(r);
    if (riferimento?.riga !== this.#riga || riferimento.colonna <= this.#colonna) {
      throw createDanneggiato(`le celle della riga ${this.#riga} non sono in ordine`);
    }
    this.#colonna = riferimento.colonna;
    const forma = this.#cartella.forme[Number(s)] ?? (s === '0' ? GENERALE : undefined);
    if (!forma)
      throw createDanneggiato(
        `la cella ${formatCella(this.#riga, this.#colonna)} ha un formato che il file non definisce`,
      );
    this.#cella = { colonna: this.#colonna, tipo: t, forma, conFormula: false, valore: undefined };
  }

  #closeCella(): void {
    const cella = this.#cella;
    this.#cella = undefined;
    if (!cella) return;
    const testo = this.#formatCella(cella);
    if (testo === '') return;
    if (cella.colonna > MASSIME_COLONNE) {
      throw new XlsxError(
        'troppe-colonne',
        `Il foglio di calcolo ha più di ${MASSIME_COLONNE} colonne (cella ${formatCella(this.#riga, cella.colonna)}): va tenuta la sola tabella.`,
      );
    }
    this.#caratteri += testo.length;
    if (this.#caratteri > MASSIMI_CARATTERI)
      throw createEccessivo('i testi delle sue celle superano i 64 milioni di caratteri');
    while (this.#celle.length < cella.colonna - 1) this.#celle.push('');
    this.#celle.push(testo);
  }

  #formatCella({ tipo, valore, forma, conFormula, colonna }: Cella): string {
    if (valore === undefined || (valore.trim() === '' && tipo !== 'str' && tipo !== 'inlineStr')) {
      // A formula that gives a text may give an empty one; a number that was never computed is not there.
      if (!conFormula || (tipo === 'str' && valore !== undefined)) return '';
      this.senzaRisultato.add(this.#riga, colonna);
      return SENZA_RISULTATO;
    }
    if (conFormula && tipo === 'n' && valore.trim() === '0' && this.#cartella.daCalcolare) {
      this.senzaRisultato.add(this.#riga, colonna);
      return SENZA_RISULTATO;
    }
    switch (tipo) {
      case 'n':
        return formatNumeroXlsx(valore, forma, this.#cartella.da1904);
      case 's':
        return this.#getCondiviso(valore, colonna);
      case 'str':
      case 'inlineStr':
        return decodeTesto(valore);
      case 'b':
        return isVero(valore.trim()) ? 'SI' : 'NO';
      case 'e':
        return valore.trim();
      case 'd':
        return formatDataIso(valore);
      default:
        throw createDanneggiato(`la cella ${formatCella(this.#riga, colonna)} è di un tipo sconosciuto`);
    }
  }

  #getCondiviso(indice: string, colonna: number): string {
    const testo = /^\d+$/.test(indice.trim()) ? this.#cartella.condivisi[Number(indice)] : undefined;
    if (testo === undefined)
      throw createDanneggiato(`la cella ${formatCella(this.#riga, colonna)} rimanda a un testo che manca`);
    return testo;
  }

  #addUnita({ ref = '' }: Readonly<Record<string, string>>): void {
    this.unite.push(parseArea(ref));
    if (this.unite.length > MASSIME_UNITE) {
      throw createEccessivo(`ha più di ${formatNumero(MASSIME_UNITE)} gruppi di celle unite`);
    }
  }

  #hideColonne({ min, max }: Readonly<Record<string, string>>): void {
    for (let colonna = Number(min); colonna <= Math.min(Number(max), MASSIME_COLONNE); colonna++) {
      this.colonneNascoste.add(colonna);
    }
  }
}
