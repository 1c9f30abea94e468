import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listAccettate } from '../http/compressa.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Codifica = 'br' | 'gzip' | 'identity';

/** Under this a compressed answer is hardly shorter: a piece of the site of half a kilobyte still loses a third. */
const MINIMO_BYTE = 256;
const COMPRIMIBILE = /^(text\/|application\/(json|problem\+json|javascript|manifest\+json|xml)|image\/svg\+xml)/;

export function isComprimibile(tipo: string, byte: number): boolean {
  return byte >= MINIMO_BYTE && COMPRIMIBILE.test(tipo);
}

/** @param accetta the request's Accept-Encoding */
export function chooseCodifica(accetta: string | undefined): Codifica {
  const accettate = listAccettate(accetta);
  if (accettate.includes('br')) return 'br';
  return accettate.includes('gzip') ? 'gzip' : 'identity';
}

/** How hard to try: brotli's scale, and gzip's up to its end. */
const IN_FRETTA = 4;
/** For what is compressed once and kept. */
export const CON_CALMA = 9;

/** @param qualita IN_FRETTA while somebody waits, as a rule; CON_CALMA for what is kept */
export async function compress(byte: Buffer, codifica: Codifica, qualita: number = IN_FRETTA): Promise<Buffer> {
  if (codifica === 'br') return brotli(byte, { params: { [constants.BROTLI_PARAM_QUALITY]: qualita } });
  return codifica === 'gzip' ? zip(byte, { level: Math.min(qualita, constants.Z_BEST_COMPRESSION) }) : byte;
}
