/**
 * The cells of a key column repeat, most of all from one line to the next: each text is read once.
 * @param massimo distinct texts that are kept
 */
export function rememberLetti<T>(read: (testo: string) => T, massimo: number): (testo: string) => T {
  const memoria = new Map<string, T>();
  let ultimo: string | null = null;
  let ultimoLetto: T | undefined;
  let penultimo: string | null = null;
  let penultimoLetto: T | undefined;
  return (testo) => {
    // Comparing with the text above, and with the one before it (M, F, M, F), is cheaper than looking it up.
    if (testo === ultimo && ultimoLetto !== undefined) return ultimoLetto;
    let letto = testo === penultimo ? penultimoLetto : memoria.get(testo);
    if (letto === undefined) {
      letto = read(testo);
      if (memoria.size < massimo) memoria.set(detach(testo), letto);
    }
    penultimo = ultimo;
    penultimoLetto = ultimoLetto;
    ultimo = testo;
    ultimoLetto = letto;
    return letto;
  };
}

/** Shorter texts are copied when they are cut. @source V8, SlicedString::kMinLength */
const MINIMA_FETTA = 13;

/** A longer one, cut out of a piece of the file, keeps all of the piece in memory: a copy does not. */
function detach(testo: string): string {
  return testo.length < MINIMA_FETTA ? testo : Array.from(testo).join('');
}
