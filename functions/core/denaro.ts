/** Money: integer cents end to end. A split of a total always sums to the total. */

/** What a share of a riparto is proportional to. */
export interface Chiave {
  readonly id: string;
  /** Integer >= 0 (residents, cents…). */
  readonly peso: number;
}

export interface Quota {
  readonly id: string;
  readonly importoCent: number;
  /** Fraction of a cent, in [0, 1), that the proportional share had beyond its whole cents. */
  readonly resto: number;
}

/**
 * Splits an amount in proportion to the keys: whole cents first, the cents left over to the largest remainders, ties by id.
 * @param importoCent cents, safe integer >= 0
 * @param chiavi at least one, distinct ids, weights safe integers >= 0, not all 0
 * @returns one quota per key, in the order of the keys; the cents sum to `importoCent`
 * @throws RangeError when the amount or a weight is not a safe integer >= 0, an id repeats, or the weights sum to 0
 * @source largest remainder method (Hamilton); ties by ISTAT code as the contract states
 */
export function splitImporto(importoCent: number, chiavi: readonly Chiave[]): Quota[] {
  assertCount(importoCent, 'importo');
  const ids = new Set<string>();
  let totale = 0n;
  for (const { id, peso } of chiavi) {
    assertCount(peso, `peso di ${id}`);
    if (ids.has(id)) throw new RangeError(`chiave ripetuta: ${id}`);
    ids.add(id);
    totale += BigInt(peso);
  }
  if (totale === 0n) throw new RangeError('la somma dei pesi è zero: non c’è una chiave con cui ripartire');
  const parti = chiavi.map(({ id, peso }) => {
    const prodotto = BigInt(importoCent) * BigInt(peso);
    return { id, interi: prodotto / totale, resto: prodotto % totale };
  });
  const assegnati = parti.reduce((somma, parte) => somma + parte.interi, 0n);
  const avanzati = Number(BigInt(importoCent) - assegnati);
  const inOrdine = parti.toSorted((a, b) => compareResti(a.resto, b.resto) || (a.id < b.id ? -1 : 1));
  const premiati = new Set(inOrdine.slice(0, avanzati).map((parte) => parte.id));
  return parti.map(({ id, interi, resto }) => ({
    id,
    importoCent: Number(interi) + (premiati.has(id) ? 1 : 0),
    resto: Number(resto) / Number(totale),
  }));
}

function compareResti(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}

function assertCount(n: number, nome: string): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${nome}: serve un intero non negativo, non ${n}`);
}

/**
 * Rounds half away from zero, once, at the end of a computation in money.
 * @param cent cents, possibly fractional
 * @returns whole cents
 */
export function roundCent(cent: number): number {
  return Math.sign(cent) * Math.round(Math.abs(cent)) || 0;
}

/** Cents as the decimal string of the API: `25162244` -> `"251622.44"`. */
export function toDecimale(cent: number): string {
  const assoluto = Math.abs(cent);
  const euro = Math.floor(assoluto / 100);
  return `${cent < 0 ? '-' : ''}${euro}.${String(assoluto % 100).padStart(2, '0')}`;
}

/**
 * The API's decimal string back to cents: `"251622.44"` -> `25162244`.
 * @throws RangeError if it is not a decimal string with two digits
 */
export function fromDecimale(testo: string): number {
  const parti = /^(-?)(\d+)\.(\d{2})$/.exec(testo);
  if (!parti) throw new RangeError(`importo non valido: ${testo}`);
  const cent = Number(parti[2]) * 100 + Number(parti[3]);
  return parti[1] ? -cent : cent;
}
