/** How a file that a reader takes away is called. */

/**
 * Two files of one chart, of one comune and of another, as it is and as it was, must not be taken for each other once they are in a folder.
 * @param nome with its extension
 * @param indirizzo path and query of the page that it is taken from: they say of which comune and of which edizione, where it is of one
 */
export function nameFile(nome: string, indirizzo: string): string {
  const [, comune] = /\/comuni\/(\d+)/.exec(indirizzo) ?? [];
  const [, numero] = /[?&]edizione=(\d+)/.exec(indirizzo) ?? [];
  const quale = `${comune === undefined ? '' : `-${comune}`}${numero === undefined ? '' : `-edizione-${numero}`}`;
  return nome.replace(/(?=\.\w+$)/, quale);
}
