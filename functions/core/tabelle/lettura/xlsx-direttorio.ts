/**
 * The directory of a ZIP archive, checked whole before any entry is opened: each header against the other one of its entry, against its
 * neighbours and against the limits.
 */
import { formatNumero } from '../../formato.ts';
import { createDanneggiato, createEccessivo, createIngannevole, createProtetto, XlsxError } from './xlsx-errore.ts';

/** All entries together, inflated: fifty times what the largest regional form takes. */
export const MASSIMO_ESPANSO = 64 * 1024 * 1024;
/** A workbook of 100 sheets has some 300 entries. */
export const MASSIME_VOCI = 2_000;
/** Sheets of numbers inflate 5-20 times; a small entry may do more and costs nothing. */
export const MASSIMO_RAPPORTO = 100;
const RAPPORTO_DA_BYTE = 1024 * 1024;

const FIRMA_LOCALE = 0x04034b50;
const FIRMA_CENTRALE = 0x02014b50;
const FIRMA_FINE = 0x06054b50;
const FIRMA_FINE_64 = 0x06064b50;
const FIRMA_LOCALIZZATORE_64 = 0x07064b50;
const LUNGHEZZA_FINE = 22;
/** Record and locator of the 64-bit form: exports made in streaming write them even for small files. */
const LUNGHEZZA_FINE_64 = 56 + 20;
const MASSIMO_COMMENTO = 0xffff;
const ILLIMITATO = 0xffffffff;
const EXTRA_64 = 0x0001;
const CIFRATO = 0x0001 | 0x0040;
const CON_DESCRITTORE = 0x0008;
const NON_COMPRESSO = 0;
const DEFLATE = 8;

export interface Voce {
  readonly nome: string;
  readonly compressa: boolean;
  readonly compressi: number;
  readonly espansi: number;
  readonly crc: number;
  /** Where the compressed bytes begin. */
  readonly inizio: number;
}

interface Dimensioni {
  readonly compressi: number;
  readonly espansi: number;
  readonly posizione: number;
}

/** @throws XlsxError `xlsx-danneggiato`, `xlsx-protetto`, `archivio-ingannevole`, `archivio-eccessivo`, `percorso-pericoloso` */
export function readDirettorio(byte: Uint8Array): Voce[] {
  const vista = new DataView(byte.buffer, byte.byteOffset, byte.byteLength);
  try {
    return readVoci(byte, vista);
  } catch (causa) {
    if (causa instanceof RangeError) throw createDanneggiato('l’archivio è tronco', causa);
    throw causa;
  }
}

function readVoci(byte: Uint8Array, vista: DataView): Voce[] {
  const { totale, inizio, fine } = findDirettorio(vista);
  if (totale > MASSIME_VOCI) {
    throw createEccessivo(`contiene ${formatNumero(totale)} parti, il massimo è ${formatNumero(MASSIME_VOCI)}`);
  }
  const voci: Voce[] = [];
  const occupati: (readonly [da: number, a: number])[] = [];
  let espansi = 0;
  let cursore = inizio;
  for (let indice = 0; indice < totale; indice++) {
    if (vista.getUint32(cursore, true) !== FIRMA_CENTRALE)
      throw createDanneggiato('l’indice dell’archivio non si legge');
    const lunghezzaNome = vista.getUint16(cursore + 28, true);
    const lunghezzaExtra = vista.getUint16(cursore + 30, true);
    const nome = decodeNome(byte.subarray(cursore + 46, cursore + 46 + lunghezzaNome));
    assertNome(nome);
    const voce = readVoce({ vista, byte, cursore, nome, extra: cursore + 46 + lunghezzaNome, lunghezzaExtra });
    occupati.push([voce.posizione, voce.inizio + voce.compressi]);
    espansi += voce.espansi;
    if (espansi > MASSIMO_ESPANSO) throw createEccessivo('una volta aperto supera i 64 MB');
    voci.push(voce);
    cursore += 46 + lunghezzaNome + lunghezzaExtra + vista.getUint16(cursore + 32, true);
  }
  if (cursore !== fine) throw createIngannevole('l’indice dell’archivio non corrisponde al contenuto');
  assertDisgiunti(occupati, inizio);
  if (new Set(voci.map(({ nome }) => nome.toLowerCase())).size < voci.length) {
    throw createIngannevole('contiene due parti con lo stesso nome');
  }
  return voci;
}

function findDirettorio(vista: DataView): { totale: number; inizio: number; fine: number } {
  const ultimo = vista.byteLength - LUNGHEZZA_FINE;
  for (let dove = ultimo; dove >= Math.max(0, ultimo - MASSIMO_COMMENTO); dove--) {
    if (vista.getUint32(dove, true) !== FIRMA_FINE) continue;
    if (dove + LUNGHEZZA_FINE + vista.getUint16(dove + 20, true) !== vista.byteLength) continue;
    const totale = vista.getUint16(dove + 10, true);
    const inizio = vista.getUint32(dove + 16, true);
    const fine = inizio + vista.getUint32(dove + 12, true);
    const intero = vista.getUint16(dove + 4, true) === 0 && vista.getUint16(dove + 8, true) === totale;
    if (!intero || (fine !== dove && !hasFine64(vista, dove, fine))) {
      throw createIngannevole('l’indice dell’archivio non corrisponde al contenuto');
    }
    return { totale, inizio, fine };
  }
  throw createDanneggiato('l’archivio è tronco');
}

function hasFine64(vista: DataView, dove: number, fine: number): boolean {
  return (
    dove - fine === LUNGHEZZA_FINE_64 &&
    vista.getUint32(fine, true) === FIRMA_FINE_64 &&
    vista.getUint32(dove - 20, true) === FIRMA_LOCALIZZATORE_64
  );
}

interface Intestazione {
  readonly vista: DataView;
  readonly byte: Uint8Array;
  /** Of the central header. */
  readonly cursore: number;
  readonly nome: string;
  readonly extra: number;
  readonly lunghezzaExtra: number;
}

function readVoce({ vista, byte, cursore, nome, extra, lunghezzaExtra }: Intestazione): Voce & Dimensioni {
  const opzioni = vista.getUint16(cursore + 8, true);
  const metodo = vista.getUint16(cursore + 10, true);
  if (opzioni & CIFRATO) throw createProtetto();
  if (metodo !== NON_COMPRESSO && metodo !== DEFLATE)
    throw createDanneggiato(`«${nome}» è compressa in un modo sconosciuto`);
  const dimensioni = readDimensioni(vista, { compressi: cursore + 20, extra, lunghezzaExtra, posizione: cursore + 42 });
  const { compressi, espansi, posizione } = dimensioni;
  if (metodo === NON_COMPRESSO && compressi !== espansi)
    throw createIngannevole(`«${nome}» dichiara due grandezze diverse`);
  if (espansi > RAPPORTO_DA_BYTE && espansi > compressi * MASSIMO_RAPPORTO) {
    throw createEccessivo(`«${nome}» è compressa oltre ${MASSIMO_RAPPORTO} volte`);
  }
  if (vista.getUint32(posizione, true) !== FIRMA_LOCALE)
    throw createIngannevole(`«${nome}» non è dove l’indice la dichiara`);
  const lunghezzaNome = vista.getUint16(posizione + 26, true);
  const extraLocale = vista.getUint16(posizione + 28, true);
  const nomeLocale = decodeNome(byte.subarray(posizione + 30, posizione + 30 + lunghezzaNome));
  const conDescrittore = (vista.getUint16(posizione + 6, true) & CON_DESCRITTORE) !== 0;
  const locali = readDimensioni(vista, {
    compressi: posizione + 18,
    extra: posizione + 30 + lunghezzaNome,
    lunghezzaExtra: extraLocale,
  });
  const concordi = conDescrittore || (locali.compressi === compressi && locali.espansi === espansi);
  if (nomeLocale !== nome || vista.getUint16(posizione + 8, true) !== metodo || !concordi) {
    throw createIngannevole(`«${nome}» è descritta in due modi diversi`);
  }
  const crc = vista.getUint32(cursore + 16, true);
  return {
    nome,
    compressa: metodo === DEFLATE,
    crc,
    inizio: posizione + 30 + lunghezzaNome + extraLocale,
    ...dimensioni,
  };
}

interface Posizioni {
  readonly compressi: number;
  readonly extra: number;
  readonly lunghezzaExtra: number;
  /** Only the central header says where the entry begins. */
  readonly posizione?: number;
}

/** Sizes and place, from the 64-bit extra field where the plain ones say so. */
function readDimensioni(vista: DataView, dove: Posizioni): Dimensioni {
  let seguente = -1;
  let termine = -1;
  const fine = dove.extra + dove.lunghezzaExtra;
  for (let campo = dove.extra; campo + 4 <= fine; campo += 4 + vista.getUint16(campo + 2, true)) {
    if (vista.getUint16(campo, true) !== EXTRA_64) continue;
    seguente = campo + 4;
    termine = Math.min(fine, seguente + vista.getUint16(campo + 2, true));
  }
  const readCampo = (posizione: number): number => {
    const valore = vista.getUint32(posizione, true);
    if (valore !== ILLIMITATO || seguente < 0) return valore;
    // What stands past the field is something else, and another reader would not take it for a size.
    if (seguente + 8 > termine) throw createIngannevole('l’indice dell’archivio non corrisponde al contenuto');
    seguente += 8;
    return Number(vista.getBigUint64(seguente - 8, true));
  };
  const espansi = readCampo(dove.compressi + 4);
  const compressi = readCampo(dove.compressi);
  return { espansi, compressi, posizione: dove.posizione === undefined ? 0 : readCampo(dove.posizione) };
}

function decodeNome(byte: Uint8Array): string {
  return new TextDecoder('utf-8').decode(byte);
}

function assertNome(nome: string): void {
  const segmenti = nome.split('/');
  if (
    nome === '' ||
    nome.startsWith('/') ||
    /[\\:\0]/.test(nome) ||
    segmenti.includes('..') ||
    segmenti.includes('.')
  ) {
    throw new XlsxError(
      'percorso-pericoloso',
      'Il file non si può leggere in sicurezza: una delle sue parti ha un nome che porta fuori dal file. Va aperto nel foglio di calcolo e salvato di nuovo.',
    );
  }
}

/** Entries that share bytes are how one kilobyte becomes a thousand. */
function assertDisgiunti(occupati: (readonly [da: number, a: number])[], limite: number): void {
  let precedente = 0;
  for (const [da, a] of occupati.sort(([a], [b]) => a - b)) {
    if (da < precedente || a > limite) throw createIngannevole('due delle sue parti occupano gli stessi byte');
    precedente = a;
  }
}
