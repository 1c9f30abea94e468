/** Lists a piece at a time. The cursor carries the edizione, so that pages of one list are never of two edizioni. */
import { LIMITE_MASSIMO } from '../core/http/parametri.ts';
import { RifiutoError } from './rifiuto.ts';

export interface RichiestaPagina {
  readonly cursore?: string | undefined;
  readonly limite?: number | undefined;
}

interface Segno {
  readonly edizione: number;
  readonly da: number;
}

/**
 * @returns the edizione and the place that a cursor stands for; undefined without a cursor
 * @throws RifiutoError 400 for a cursor that none of our answers carried
 */
export function readCursore(cursore: string | undefined): Segno | undefined {
  if (cursore === undefined) return undefined;
  const parti = /^(\d{1,9})\.(\d{1,9})$/.exec(Buffer.from(cursore, 'base64url').toString('latin1'));
  if (!parti)
    throw new RifiutoError(400, '«cursore» non va bene: serve quello di una risposta precedente, copiato per intero.');
  return { edizione: Number(parti[1]), da: Number(parti[2]) };
}

/** @param edizione 0 where the list is of no edizione */
export function paginate<T>(
  voci: readonly T[],
  { cursore, limite = LIMITE_MASSIMO }: RichiestaPagina,
  edizione = 0,
): { pagina: T[]; prima: boolean; cursore: string | null } {
  const da = readCursore(cursore)?.da ?? 0;
  const a = da + limite;
  return {
    pagina: voci.slice(da, a),
    prima: da === 0,
    cursore: a < voci.length ? Buffer.from(`${edizione}.${a}`, 'latin1').toString('base64url') : null,
  };
}
