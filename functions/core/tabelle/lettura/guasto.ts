/** What a spreadsheet saves in place of a value: of no cell, whatever its format, is it the content. */
import { Rifiuto } from './rifiuto.ts';

/** `#`, and the first letter of `Err:502`, as LibreOffice has it. */
const [CANCELLETTO, E] = [0x23, 0x45] as const;
const ERRORE_DEL_FOGLIO =
  /^(?:#(?:n\/d|n\/a|rif!|ref!|div\/0!|valore!|value!|nome\?|name\?|num!|nullo!|null!)|Err:\d{3}$)/i;

/**
 * A value that could not be computed or shown.
 * @param scritto without blanks around
 */
export function detectGuasto(scritto: string): Rifiuto | null {
  const primo = scritto.charCodeAt(0);
  if (primo !== CANCELLETTO && primo !== E) return null;
  if (/^#+$/.test(scritto)) {
    return new Rifiuto(
      'cifra-non-visibile',
      'il foglio di calcolo ha salvato dei cancelletti perché la colonna era troppo stretta: va allargata e il file salvato di nuovo.',
    );
  }
  if (!ERRORE_DEL_FOGLIO.test(scritto)) return null;
  return new Rifiuto('errore-del-foglio', 'è un errore di calcolo del foglio, non un dato.');
}
