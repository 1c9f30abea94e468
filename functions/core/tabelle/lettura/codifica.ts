/** From bytes to text: UTF-8 with or without BOM, UTF-16 as Excel writes it, else Windows-1252, or what a person says it is. What is not a text table is named and refused. */
import type { CodificaIndicata } from '../correzioni.ts';
import { composeServe, describeEstraneo } from './estranei.ts';
import { hasFirma } from './firma.ts';
import { Rifiuto } from './rifiuto.ts';

export type Codifica = 'UTF-8' | 'UTF-8 con BOM' | 'Windows-1252' | 'Mac OS Roman' | 'UTF-16';

/** Largest file taken in. @source limits of the contract on tables */
export const MASSIMO_BYTE = 256 * 1024 * 1024;

/** What Excel writes as «Testo Unicode». */
const UTF_16 = [0xff, 0xfe] as const;

const BOM = [0xef, 0xbb, 0xbf] as const;
const PEZZO = 1 << 20;
const TESTA = 4096;
const SPAZIO = 0x20;
/** `<` */
const MINORE = 0x3c;

/**
 * @param byte the whole file
 * @param indicata what a person says it is: taken where the bytes can be that
 * @returns how to decode it, or why it is not a text table
 */
export function detectCodifica(byte: Uint8Array, indicata?: CodificaIndicata): Codifica | Rifiuto {
  const rilevatore = new Rilevatore();
  if (byte.length > MASSIMO_BYTE) return createEccessivo();
  for (let inizio = 0; inizio < byte.length; inizio += PEZZO) {
    rilevatore.push(byte.subarray(inizio, inizio + PEZZO));
  }
  return rilevatore.end(indicata);
}

/** Only the last byte of a file tells in which encoding it is: all of it passes here, and no more than its beginning is kept. */
export class Rilevatore {
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  #testa: Uint8Array = new Uint8Array(0);
  #sospesi = new Uint8Array(0);
  #isUtf8 = true;
  #conZeri = false;
  #conAccenti = false;
  /** So far. */
  byte = 0;

  /** The first bytes, enough to know a file by its signature. */
  get testa(): Uint8Array {
    return this.#testa;
  }

  push(byte: Uint8Array): void {
    this.byte += byte.length;
    if (this.#testa.length < PEZZO) this.#testa = joinByte(this.#testa, byte.subarray(0, PEZZO - this.#testa.length));
    this.#conZeri ||= byte.includes(0);
    if (!this.#isUtf8) return;
    const insieme = this.#sospesi.length > 0 ? joinByte(this.#sospesi, byte) : byte;
    const taglio = findTaglio(insieme);
    this.#sospesi = insieme.slice(taglio);
    this.#isUtf8 = this.#decodes(insieme.subarray(0, taglio));
  }

  /**
   * @param indicata what a person says it is: taken where the bytes can be that
   * @returns how to decode what passed, or why it is not a text table
   */
  end(indicata?: CodificaIndicata): Codifica | Rifiuto {
    if (this.byte > MASSIMO_BYTE) return createEccessivo();
    const estraneo = describeEstraneo(this.#testa);
    if (estraneo !== null) return new Rifiuto('formato-non-supportato', estraneo);
    if (hasFirma(this.#testa, UTF_16)) return this.#applyUtf16(indicata);
    if (this.#conZeri || hasControlli(this.#testa)) {
      return new Rifiuto('file-binario', composeServe('non è un testo né un foglio di calcolo XLSX'));
    }
    const conBom = hasFirma(this.#testa, BOM);
    const pagina = describePagina(this.#testa.subarray(conBom ? BOM.length : 0, TESTA));
    if (pagina !== null) {
      return new Rifiuto('file-html', `${composeServe(pagina)} Se si apre nel foglio di calcolo, va salvata da lì.`);
    }
    const isUtf8 = this.#isUtf8 && this.#decodes(this.#sospesi);
    if (indicata !== undefined && indicata !== 'utf-8') return this.#applyIndicata(indicata, isUtf8);
    if (isUtf8) return conBom ? 'UTF-8 con BOM' : 'UTF-8';
    if (indicata === 'utf-8') {
      return new Rifiuto(
        'correzione-non-applicabile',
        'La codifica indicata è UTF-8, ma il file contiene byte che in UTF-8 non sono lettere.',
      );
    }
    if (conBom || isMista(this.#testa)) return refuseMista();
    if (isGuasta(this.#testa)) {
      return new Rifiuto(
        'codifica-guasta',
        'Il file contiene caratteri che in italiano non esistono in mezzo a una parola: si è guastato salvandolo o trasmettendolo. Va salvato di nuovo come CSV UTF-8.',
      );
    }
    return 'Windows-1252';
  }

  /** Two bytes a letter: cut in the middle of one, the file is not whole. */
  #applyUtf16(indicata: CodificaIndicata | undefined): Codifica | Rifiuto {
    if (indicata !== undefined) {
      return new Rifiuto('correzione-non-applicabile', 'Il file è scritto in UTF-16, e così va letto.');
    }
    if (this.byte % 2 === 0) return 'UTF-16';
    return new Rifiuto(
      'codifica-guasta',
      'Il file è in UTF-16, ma finisce a metà di una lettera: va salvato di nuovo.',
    );
  }

  /** Letters that are whole in UTF-8 are not something else by chance: read otherwise they would be stored broken. */
  #applyIndicata(indicata: Exclude<CodificaIndicata, 'utf-8'>, isUtf8: boolean): Codifica | Rifiuto {
    if (isUtf8 && this.#conAccenti) {
      return new Rifiuto(
        'correzione-non-applicabile',
        'Il file è scritto in UTF-8, e così va letto: con la codifica indicata gli accenti andrebbero persi.',
      );
    }
    if (indicata === 'mac') return 'Mac OS Roman';
    return isMista(this.#testa) ? refuseMista() : 'Windows-1252';
  }

  #decodes(byte: Uint8Array): boolean {
    try {
      const { length } = this.#utf8.decode(byte);
      // Only a letter of more than one byte makes a text shorter than its bytes.
      this.#conAccenti ||= length < byte.length;
      return true;
    } catch {
      return false;
    }
  }
}

function createEccessivo(): Rifiuto {
  return new Rifiuto('file-troppo-grande', 'Il file supera i 256 MB: va diviso in più parti.');
}

function refuseMista(): Rifiuto {
  return new Rifiuto(
    'codifica-mista',
    'Il file mescola due codifiche dei caratteri (UTF-8 e Windows-1252): gli accenti andrebbero persi. Va salvato di nuovo come CSV UTF-8.',
  );
}

/**
 * Bytes in pieces -> text in pieces, no letter cut in two. Pieces of UTF-8 are decoded whole rather than as a stream: several times
 * faster, and plain text stays one byte a character.
 */
export class Decodifica {
  readonly #utf8 = new TextDecoder('utf-8');
  #utf16: TextDecoder | null = null;
  readonly #codifica: Codifica;
  #sospesi = new Uint8Array(0);

  constructor(codifica: Codifica) {
    this.#codifica = codifica;
  }

  /** The mark of the byte order says nothing where files were put one after the other: it is left out wherever it stands. */
  push(byte: Uint8Array): string {
    const testo = this.#decode(byte);
    return testo.includes('\ufeff') ? testo.replaceAll('\ufeff', '') : testo;
  }

  #decode(byte: Uint8Array): string {
    if (this.#codifica === 'Windows-1252') return decodeWindows1252(byte);
    if (this.#codifica === 'Mac OS Roman') return new TextDecoder('macintosh').decode(byte);
    if (this.#codifica === 'UTF-16') {
      this.#utf16 ??= new TextDecoder('utf-16le', { ignoreBOM: true });
      return this.#utf16.decode(byte, { stream: true });
    }
    const insieme = this.#sospesi.length > 0 ? joinByte(this.#sospesi, byte) : byte;
    const taglio = findTaglio(insieme);
    this.#sospesi = insieme.slice(taglio);
    return this.#utf8.decode(insieme.subarray(0, taglio));
  }
}

/** As a stream, because Node 20 reads it as Latin-1 otherwise: the euro sign and the curly apostrophe would be lost. */
function decodeWindows1252(byte: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(byte, { stream: true });
}

/** Where to cut a piece of UTF-8: before its last letter, if that has bytes still to come. */
function findTaglio(byte: Uint8Array): number {
  let ultimo = byte.length - 1;
  while (ultimo > 0 && ((byte[ultimo] ?? 0) & 0xc0) === 0x80) ultimo -= 1;
  const primo = byte[ultimo] ?? 0;
  const lunghezza = primo >= 0xf0 ? 4 : primo >= 0xe0 ? 3 : primo >= 0xc0 ? 2 : 1;
  return ultimo + lunghezza > byte.length ? ultimo : byte.length;
}

function joinByte(a: Uint8Array, b: Uint8Array): Uint8Array {
  const insieme = new Uint8Array(a.length + b.length);
  insieme.set(a);
  insieme.set(b, a.length);
  return insieme;
}

/**
 * Only what begins with `<` is worth decoding. A page may be XML too, and spreadsheets have been.
 * @returns what it is, after «Il file»; null where it is neither
 */
function describePagina(testa: Uint8Array): string | null {
  const primo = testa.findIndex((byte) => byte > SPAZIO);
  if (testa[primo] !== MINORE) return null;
  const inizio = decodeWindows1252(testa.subarray(primo));
  if (!/^<(?:!doctype|html|head|body|table|\?xml)/i.test(inizio)) return null;
  return /^<\?xml/i.test(inizio) && !/<html/i.test(inizio) ? 'è in XML' : 'è una pagina web (HTML)';
}

/** Control characters that no text table holds. A plain loop: of a small file this is a good part of the time that it takes. */
function hasControlli(testa: Uint8Array): boolean {
  for (let indice = 0; indice < testa.length; indice++) {
    const valore = testa[indice] ?? 0;
    if (valore < 32 && (valore < 9 || valore > 13) && valore !== 27) return true;
  }
  return false;
}

/**
 * Windows-1252 has a letter for almost every byte: those that no Italian text has tell that it is not what the file is in. `cittˆ` and `perchŽ` are of a Mac,
 * `perchŠ` of DOS.
 */
function isGuasta(testa: Uint8Array): boolean {
  return /[\u0081\u008d\u008f\u0090\u009dÃÿ]|[\p{L})]€|\p{Ll}[ˆ˜ŽŠ‚]/u.test(decodeWindows1252(testa));
}

/** Bytes that are not UTF-8 as a whole, though accented letters in UTF-8 are among them. */
function isMista(testa: Uint8Array): boolean {
  const testo = decodeWindows1252(testa);
  return /Ã[\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™˜œ“”¦]|â‚¬/.test(testo);
}
