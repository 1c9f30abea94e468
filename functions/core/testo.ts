const SOLO_ASCII = /^[ -~]*$/;
/** What a decomposed letter of a European language carries: all the marks of Unicode would take ten times as long to be first looked for. */
const ACCENTI = /[\u0300-\u036f]/g;

/**
 * Texts that people write in many ways, brought to one form for comparison: lower case, no accents, no punctuation.
 * `%` and `+` stay, since they carry meaning in headers (`65+`, `Totali in %`).
 */
export function normalizeTesto(testo: string): string {
  return (SOLO_ASCII.test(testo) ? testo : testo.normalize('NFKD').replace(ACCENTI, ''))
    .toLowerCase()
    .replace(/[^a-z0-9%+]+/g, ' ')
    .trim();
}

/** `a`, `a e b`, `a, b e c`. */
export function joinElenco(voci: readonly string[]): string {
  const ultima = voci.at(-1);
  if (ultima === undefined) return '';
  return voci.length === 1 ? ultima : `${voci.slice(0, -1).join(', ')} e ${ultima}`;
}

/** Edits (insert, delete, replace) between two short texts; stops counting past `massimo`. */
export function computeDistanza(a: string, b: string, massimo: number): number {
  if (Math.abs(a.length - b.length) > massimo) return massimo + 1;
  let precedente = Array.from({ length: b.length + 1 }, (_, indice) => indice);
  for (let i = 1; i <= a.length; i++) {
    const corrente = [i];
    for (let j = 1; j <= b.length; j++) {
      const costo = a[i - 1] === b[j - 1] ? 0 : 1;
      corrente[j] = Math.min((precedente[j] ?? 0) + 1, (corrente[j - 1] ?? 0) + 1, (precedente[j - 1] ?? 0) + costo);
    }
    precedente = corrente;
  }
  return precedente[b.length] ?? 0;
}
