/** How a file that a reader takes away is called. */

/**
 * Two files of one chart, as it is and as it was, must not be taken for each other once they are in a folder.
 * @param nome with its extension
 * @param ricerca of the page that it is taken from: it says of which edizione, where that was asked for
 */
export function nameFile(nome: string, ricerca: string): string {
  const [, numero] = /[?&]edizione=(\d+)/.exec(ricerca) ?? [];
  return numero === undefined ? nome : nome.replace(/(?=\.\w+$)/, `-edizione-${numero}`);
}
