/** A file of any size, read in pieces: once to know it, once to read it, and never held whole. */
import { createHash } from 'node:crypto';
import { Rilevatore } from '../core/tabelle/lettura/codifica.ts';
import { isFoglioDiCalcolo } from '../core/tabelle/lettura/firma.ts';
import { type Attesa, type Lettura, readTabella, readTesto, refuseFile } from '../core/tabelle/lettura/leggi.ts';
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
  const pezzi: Uint8Array[] = [];
  for await (const byte of sorgente.open()) pezzi.push(byte);
  return readTabella({ byte: Buffer.concat(pezzi), ...attesa });
}

const FOGLIO_ECCESSIVO = new Rifiuto(
  'archivio-eccessivo',
  'Il foglio di calcolo supera i 64 MB: va salvato come CSV, oppure diviso in più parti.',
);
