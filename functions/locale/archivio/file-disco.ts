import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Sorgente } from '../../store/deposito.ts';
import { isCodice } from './blocco.ts';

const PEZZO_BYTE = 256 * 1024;

/** @returns null where there is no such file */
export async function openFile(file: string): Promise<Sorgente | null> {
  try {
    const { size } = await stat(file);
    return { byte: size, open: () => createReadStream(file, { highWaterMark: PEZZO_BYTE }) };
  } catch (cause) {
    if (isCodice(cause, 'ENOENT')) return null;
    throw cause;
  }
}
