/** A file of any size, read in pieces: once to know it, once to read it, and never held whole. */
import { createHash } from 'node:crypto';
import { MASSIMO_FILE_BYTE } from '../core/http/rotte.ts';
import { Rilevatore } from '../core/tabelle/lettura/codifica.ts';
import { isFoglioDiCalcolo } from '../core/tabelle/lettura/firma.ts';
import type { FoglioAperto } from '../core/tabelle/lettura/foglio.ts';
import { type Attesa, type Lettura, readFoglioAperto, readTesto, refuseFile } from '../core/tabelle/lettura/leggi.ts';
import { Rifiuto } from '../core/tabelle/lettura/rifiuto.ts';
import type { Sorgente } from '../store/deposito.ts';

/** A spreadsheet is opened whole. Compressed it is shorter than it is opened, and opened it may hold 64 MB (ADR 10). */
const MASSIMO_FOGLIO_BYTE = 64 * 1024 * 1024;

/** What the bytes say of themselves. */
export interface Scorsa {
  readonly sha256: string;
  readonly foglio: boolean;
  readonly rilevatore: Rilevatore;
}

export function toSorgente(byte: Uint8Array): Sorgente {
  return {
    byte: byte.length,
    async *open() {
      yield byte;
    },
  };
}

export async function scanSorgente(sorgente: Sorgente): Promise<Scorsa> {
  const impronta = createHash('sha256');
  const rilevatore = new Rilevatore();
  for await (const byte of sorgente.open()) {
    impronta.update(byte);
    rilevatore.push(byte);
  }
  return {
    sha256: impronta.digest('hex'),
    foglio: isFoglioDiCalcolo(rilevatore.testa),
    rilevatore,
  };
}

export async function readSorgente(
  sorgente: Sorgente,
  { foglio, rilevatore }: Scorsa,
  attesa: Attesa,
): Promise<Lettura> {
  if (!foglio) return readTesto(sorgente.open(), rilevatore, attesa);
  if (sorgente.byte > MASSIMO_FOGLIO_BYTE) return refuseFile(FOGLIO_ECCESSIVO);
  return readFoglioAperto(await loadFoglio(await collectByte(sorgente), attesa.contesto.foglio), attesa);
}

/** A copy of more rows, or longer, cannot be answered with. */
const MISURA_COPIA = { righe: 100_000, byte: MASSIMO_FILE_BYTE };

/** The copy to be corrected, of a file of any size, where it can be answered with. Who writes it is loaded with the first of them. */
export async function writeCopiaSorgente(sorgente: Sorgente, attesa: Attesa): Promise<string | Rifiuto> {
  const { copyFoglio, streamCopia } = await import('../core/tabelle/copia/copia.ts');
  const { foglio, rilevatore } = await scanSorgente(sorgente);
  if (foglio && sorgente.byte > MASSIMO_FOGLIO_BYTE) return FOGLIO_ECCESSIVO;
  return foglio
    ? copyFoglio(await loadFoglio(await collectByte(sorgente), attesa.contesto.foglio), attesa, MISURA_COPIA)
    : streamCopia(sorgente.open(), rilevatore, { ...attesa, misura: MISURA_COPIA });
}

/** The reader of spreadsheets is loaded with the first of them: most starts never need it. */
export async function loadFoglio(byte: Uint8Array, chiesto: string | undefined): Promise<FoglioAperto> {
  const { openFoglio } = await import('../core/tabelle/lettura/foglio.ts');
  return openFoglio(byte, chiesto);
}

async function collectByte(sorgente: Sorgente): Promise<Uint8Array> {
  const pezzi: Uint8Array[] = [];
  for await (const byte of sorgente.open()) pezzi.push(byte);
  return Buffer.concat(pezzi);
}

const FOGLIO_ECCESSIVO = new Rifiuto(
  'archivio-eccessivo',
  'Il foglio di calcolo supera i 64 MB: va salvato come CSV, oppure diviso in più parti.',
);
