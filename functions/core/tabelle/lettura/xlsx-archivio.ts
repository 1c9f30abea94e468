/**
 * The ZIP archive that an XLSX file is. Nothing is inflated before the whole directory has been checked, nothing comes out beyond what
 * the directory says, and what comes out is held to its checksum.
 */
import { Inflate } from 'fflate/browser';
import { computeCrc32 } from './xlsx-crc.ts';
import { readDirettorio, type Voce } from './xlsx-direttorio.ts';
import { createDanneggiato, createIngannevole, XlsxError } from './xlsx-errore.ts';

/** Compressed bytes handed to the inflater at once: whatever they hold, they give at most some 16 MB. */
const PEZZO = 16 * 1024;

/** What every workbook has: without it an archive is something else, and nothing in it is opened. */
export const TIPI_DI_CONTENUTO = '[Content_Types].xml';

export interface Archivio {
  has(nome: string): boolean;
  /**
   * Hands the entry over piece by piece.
   * @param nome compared without case, as the format asks
   * @throws XlsxError where the entry is missing, or is not what its headers say
   */
  read(nome: string, onPezzo: (pezzo: Uint8Array) => void): void;
}

/** @throws XlsxError what {@link readDirettorio} throws, and `archivio-annidato` */
export function openArchivio(byte: Uint8Array): Archivio {
  const voci = readDirettorio(byte);
  const perNome = new Map(voci.map((voce) => [voce.nome.toLowerCase(), voce]));
  if (perNome.has(TIPI_DI_CONTENUTO.toLowerCase())) for (const voce of voci) assertNonAnnidato(byte, voce);
  return {
    has: (nome) => perNome.has(nome.toLowerCase()),
    read: (nome, onPezzo) => {
      const voce = perNome.get(nome.toLowerCase());
      if (!voce) throw createDanneggiato(`manca la parte «${nome}»`);
      expandVoce(byte, voce, onPezzo);
    },
  };
}

const ARCHIVI = /\.(?:zip|xls[xmb]?|xlt[xm]|docx?|docm|pptx?|od[stp]|jar|7z|rar|gz|tgz|bz2|xz|tar|cab|iso)$/i;
/** Parts that are never opened or are read as strict XML, and pictures: what they hold can do nothing. */
const INNOCUI = /\.(?:xml|rels|vml|png|jpe?g|gif|bmp|emf|wmf|svg|tiff?)$|\/$/i;
const TESTA = 512;
const FIRME: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b, 0x08],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
];

function assertNonAnnidato(byte: Uint8Array, voce: Voce): void {
  if (INNOCUI.test(voce.nome)) return;
  if (!ARCHIVI.test(voce.nome) && !startsAsArchivio(readTesta(byte, voce))) return;
  throw new XlsxError(
    'archivio-annidato',
    `Il file contiene un altro archivio («${voce.nome}»): vanno tolti gli oggetti incorporati, oppure la tabella va salvata come CSV.`,
  );
}

function startsAsArchivio(testa: Uint8Array): boolean {
  return FIRME.some((firma) => firma.every((valore, indice) => testa[indice] === valore));
}

function readTesta(byte: Uint8Array, voce: Voce): Uint8Array {
  const inizio = byte.subarray(voce.inizio, voce.inizio + Math.min(voce.compressi, TESTA));
  if (!voce.compressa) return inizio;
  let testa = new Uint8Array(0);
  try {
    new Inflate((pezzo) => {
      testa = pezzo.slice(0, 8);
    }).push(inizio, false);
  } catch {
    // Not a valid stream: it can be no archive, and it is never opened.
  }
  return testa;
}

function expandVoce(byte: Uint8Array, voce: Voce, onPezzo: (pezzo: Uint8Array) => void): void {
  let usciti = 0;
  let crc = 0;
  const receive = (pezzo: Uint8Array): void => {
    usciti += pezzo.length;
    if (usciti > voce.espansi) throw createIngannevole(`«${voce.nome}» è più grande di quanto dichiara`);
    crc = computeCrc32(pezzo, crc);
    onPezzo(pezzo);
  };
  const compressi = byte.subarray(voce.inizio, voce.inizio + voce.compressi);
  if (!voce.compressa) receive(compressi);
  else inflate(compressi, voce.nome, receive);
  if (usciti < voce.espansi) throw createIngannevole(`«${voce.nome}» è più piccola di quanto dichiara`);
  if (crc !== voce.crc) throw createDanneggiato(`«${voce.nome}» non supera il controllo di integrità`);
}

function inflate(compressi: Uint8Array, nome: string, receive: (pezzo: Uint8Array) => void): void {
  const espansore = new Inflate(receive);
  try {
    for (let da = 0; da < compressi.length; da += PEZZO) {
      espansore.push(compressi.subarray(da, da + PEZZO), da + PEZZO >= compressi.length);
    }
  } catch (causa) {
    if (causa instanceof XlsxError) throw causa;
    throw createDanneggiato(`«${nome}» non si decomprime`, causa);
  }
}
